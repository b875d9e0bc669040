import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { WithdrawnDisclosure } from './disclosures.ts';
import { operation } from './operation.ts';
import { Line, Moment, Sha256, Ulid, closed } from './schema.ts';

const common = {
  seq: Type.Integer({ minimum: 1, description: 'Gapless and rising, given in the transaction of the change itself.' }),
  time: Moment,
  id: Ulid,
  agency: AgencyRef,
  title: Line(300),
  revision: Type.Integer({ minimum: 1 }),
  contentHash: Sha256,
  leaf: Sha256,
};

export const CHANGE_TYPES = ['published', 'amended', 'repealed', 'expired', 'withdrawn'] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** One public event. `leaf` is the RFC 9162 leaf hash over its canonical record. */
export const Change = Type.Union(
  [
    closed({ type: Type.Literal('published'), ...common }),
    closed({ type: Type.Literal('amended'), ...common, reason: Line(500) }),
    closed({ type: Type.Literal('repealed'), ...common, reason: Line(500) }),
    closed({ type: Type.Literal('expired'), ...common }),
    closed({ type: Type.Literal('withdrawn'), ...common, tombstone: WithdrawnDisclosure }),
  ],
  { title: 'Change' },
);
export type Change = Static<typeof Change>;

export const listChanges = operation({
  id: 'changes.list',
  method: 'GET',
  path: '/v1/changes',
  summary: 'Public changes after a sequence number, oldest first',
  access: 'public',
  query: closed({
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
  }),
  responses: {
    200: closed(
      { items: Type.Array(Change), latest: Type.Integer({ minimum: 0, description: 'The newest sequence number there is.' }) },
      { title: 'ChangeList' },
    ),
  },
});
