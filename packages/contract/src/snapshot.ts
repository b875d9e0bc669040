import { Type, type Static } from 'typebox';
import { DisclosureSummary } from './disclosures.ts';
import { operation } from './operation.ts';
import { AgencyId, CategoryId, Line, Moment, Sha256, closed } from './schema.ts';

/** What a device keeps of a disclosure to list and find it without a network. */
export const SnapshotRow = closed(
  {
    summary: DisclosureSummary,
    order: Type.Integer({ description: 'Higher is newer: the order of every listing.' }),
    text: Type.String({ description: 'What search finds besides title and numbers.' }),
    pinyin: closed({ full: Type.String(), initials: Type.String() }),
  },
  { title: 'SnapshotRow' },
);
export type SnapshotRow = Static<typeof SnapshotRow>;

export const SnapshotAgency = closed({ id: AgencyId, name: Line(100), parentId: Type.Optional(AgencyId) }, { title: 'SnapshotAgency' });
export type SnapshotAgency = Static<typeof SnapshotAgency>;

/** A piece of a snapshot. Other kinds may come: who does not know one leaves it out. */
export const SnapshotPart = Type.Union(
  [
    closed({ kind: Type.Literal('agencies'), items: Type.Array(SnapshotAgency, { description: 'In the order of their tree.' }) }),
    closed({ kind: Type.Literal('categories'), items: Type.Array(closed({ id: CategoryId, parentId: Type.Optional(CategoryId) })) }),
    closed({ kind: Type.Literal('disclosures'), items: Type.Array(SnapshotRow, { description: 'Newest first.' }) }),
  ],
  { title: 'SnapshotPart' },
);
export type SnapshotPart = Static<typeof SnapshotPart>;

export const Snapshot = closed(
  {
    version: Type.Literal(1),
    stamp: closed({ time: Moment, seq: Type.Integer({ minimum: 0 }) }, { description: 'When it was made, by the server, and up to which change it is sure to go.' }),
    scope: Type.Optional(closed({ agency: AgencyId, above: Type.Array(AgencyId) }, { description: 'Whose disclosures it holds: those of the agency and all below it, and of those above it their own. Without it, of all.' })),
    rows: Type.Integer({ minimum: 0, description: 'Disclosures in all parts.' }),
    parts: Type.Array(closed({ kind: Type.String(), sha256: Sha256, bytes: Type.Integer(), rows: Type.Integer() }, { title: 'SnapshotPartRef' })),
  },
  { title: 'Snapshot' },
);
export type Snapshot = Static<typeof Snapshot>;

export const getSnapshot = operation({
  id: 'snapshot.get',
  method: 'GET',
  path: '/v1/snapshot',
  summary: 'What a device copies to work without a network: a list of parts, told by their hashes',
  description: 'It may be an hour old: go on from `stamp.seq` with `changes.list`, and get the rows of what changed with `snapshot.rows`.',
  access: 'public',
  query: closed({ agency: Type.Optional(AgencyId) }),
  responses: { 200: Snapshot },
});

export const getSnapshotPart = operation({
  id: 'snapshot.part',
  method: 'GET',
  path: '/v1/snapshot/parts/{sha256}',
  summary: 'A part of a snapshot; its bytes have that SHA-256, and never change',
  description: 'Parts are kept for a day. Where one is gone, ask for the snapshot again.',
  access: 'public',
  params: closed({ sha256: Sha256 }),
  responses: { 200: SnapshotPart },
});

export const getSnapshotRows = operation({
  id: 'snapshot.rows',
  method: 'GET',
  path: '/v1/snapshot/rows',
  summary: 'The present rows of up to 100 disclosures; one that is not among the answers is not public any more',
  access: 'public',
  query: closed({ ids: Type.String({ minLength: 26, maxLength: 2700, pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}(,[0-7][0-9A-HJKMNP-TV-Z]{25}){0,99}$', description: 'Separated by commas.' }) }),
  responses: { 200: closed({ items: Type.Array(SnapshotRow) }, { title: 'SnapshotRows' }) },
});
