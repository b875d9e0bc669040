import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { WithdrawnDisclosure } from './disclosures.ts';
import { operation } from './operation.ts';
import { AgencyId, Line, Moment, Sha256, Ulid, closed } from './schema.ts';

const common = {
  seq: Type.Integer({ minimum: 1, description: 'Gapless and rising, given in the transaction of the change itself.' }),
  time: Moment,
  id: Ulid,
  agency: AgencyRef,
  path: Type.Array(AgencyId, { description: 'Ids from the top of the tree down to the agency, itself last.' }),
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

const agency = Type.Optional(AgencyId);

export const listChanges = operation({
  id: 'changes.list',
  method: 'GET',
  path: '/v1/changes',
  summary: 'Public changes after a sequence number, oldest first',
  description: 'With `agency`, only those of that agency and all below it; the numbers then have gaps.',
  access: 'public',
  query: closed({
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, default: 0 })),
    agency,
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
  }),
  responses: {
    200: closed(
      { items: Type.Array(Change), latest: Type.Integer({ minimum: 0, description: 'The newest sequence number there is.' }) },
      { title: 'ChangeList' },
    ),
  },
});

export const streamChanges = operation({
  id: 'changes.stream',
  method: 'GET',
  path: '/v1/changes/stream',
  summary: 'Public changes as they happen, as server-sent events',
  description: [
    'Each event `change` has the sequence number as its id and a change, as `changes.list` gives it, as its data.',
    'The event `latest` comes first and every 15 seconds: its data is the newest sequence number, up to which everything was sent.',
    'It goes on after `Last-Event-ID`, else after `after`, else with what happens from now on. With `agency`, only that agency and all below it.',
    'The server may end the stream at any time; ask again with the last id.',
  ].join(' '),
  access: 'public',
  query: closed({
    after: Type.Optional(Type.Integer({ minimum: -100, maximum: Number.MAX_SAFE_INTEGER, description: 'Below zero: so many before the newest.' })),
    agency,
  }),
  media: 'text/event-stream',
  responses: { 200: Type.String() },
});
