import { Type, type Static } from 'typebox';
import { Agency } from './agencies.ts';
import { Category } from './categories.ts';
import { DisclosureSummary, PublishedDisclosure } from './disclosures.ts';
import { operation } from './operation.ts';
import { RequestForm } from './requests.ts';
import { Board, Round } from './rounds.ts';
import { AgencyId, Moment, Sha256, Text, Ulid, closed } from './schema.ts';
import { Topic, TopicSummary } from './topics.ts';

const pinyin = closed({ full: Type.String(), initials: Type.String() }, { title: 'Readings' });
const order = Type.Integer({ description: 'Higher is newer: the order of every listing.' });
const text = Type.String({ description: 'What search finds besides title and numbers.' });

/** What a device keeps of a disclosure to list and find it without a network. */
export const SnapshotRow = closed(
  { summary: DisclosureSummary, order, text, pinyin },
  { title: 'SnapshotRow' },
);
export type SnapshotRow = Static<typeof SnapshotRow>;

/** The same of a topic on a board. */
export const SnapshotTopic = closed(
  {
    summary: TopicSummary,
    order,
    text: Type.String({ description: 'What was written.' }),
    answers: Type.String({ description: 'What answered it, for search.' }),
    disclosures: Type.Array(Ulid, { description: 'What it is about, and what answers it.' }),
    pinyin,
  },
  { title: 'SnapshotTopic' },
);
export type SnapshotTopic = Static<typeof SnapshotTopic>;

export const SnapshotAgency = closed({ agency: Agency, pinyin }, { title: 'SnapshotAgency' });
export type SnapshotAgency = Static<typeof SnapshotAgency>;

/** An agency’s board with its rounds, and its request form. */
export const SnapshotBoard = closed(
  { board: Board, rounds: Type.Array(closed({ ...Round.properties, report: Type.Optional(Text(20_000)) }, { title: 'SnapshotRound' }), { description: 'Newest first.' }), form: RequestForm },
  { title: 'SnapshotBoard' },
);
export type SnapshotBoard = Static<typeof SnapshotBoard>;

/** A piece of a snapshot. Other kinds may come: who does not know one leaves it out. */
export const SnapshotPart = Type.Union(
  [
    closed({ kind: Type.Literal('agencies'), items: Type.Array(SnapshotAgency, { description: 'As `agencies.get` answers them, in the order of their tree.' }) }),
    closed({ kind: Type.Literal('categories'), items: Type.Array(Category, { description: 'The statutory ones, and those of every agency.' }) }),
    closed({ kind: Type.Literal('boards'), items: Type.Array(SnapshotBoard) }),
    closed({ kind: Type.Literal('disclosures'), items: Type.Array(SnapshotRow, { description: 'Oldest first.' }) }),
    closed({ kind: Type.Literal('records'), items: Type.Array(PublishedDisclosure, { description: 'As `disclosures.get` answers them, oldest first.' }) }),
    closed({ kind: Type.Literal('topics'), items: Type.Array(SnapshotTopic, { description: 'Oldest first.' }) }),
    closed({ kind: Type.Literal('topic-records'), items: Type.Array(Topic, { description: 'As `topics.get` answers them, oldest first.' }) }),
  ],
  { title: 'SnapshotPart' },
);
export type SnapshotPart = Static<typeof SnapshotPart>;

export const Snapshot = closed(
  {
    version: Type.Literal(2),
    stamp: closed(
      { time: Moment, seq: Type.Integer({ minimum: 0 }), topicSeq: Type.Integer({ minimum: 0 }) },
      { description: 'When it was made, by the server, and up to which change of disclosures and of topics it is sure to go.' },
    ),
    scope: Type.Optional(closed({ agency: AgencyId, above: Type.Array(AgencyId) }, { description: 'Whose disclosures and topics it holds: those of the agency and all below it, and of those above it their own. Without it, of all.' })),
    rows: Type.Integer({ minimum: 0, description: 'Disclosures in all parts.' }),
    parts: Type.Array(closed(
      { kind: Type.String(), sha256: Sha256, bytes: Type.Integer(), rows: Type.Integer(), from: Type.Optional(Type.Integer({ description: 'The lowest `order` in a part that has one.' })) },
      { title: 'SnapshotPartRef' },
    )),
  },
  { title: 'Snapshot' },
);
export type Snapshot = Static<typeof Snapshot>;

export const getSnapshot = operation({
  id: 'snapshot.get',
  method: 'GET',
  path: '/v1/snapshot',
  summary: 'What a device copies to work without a network: a list of parts, told by their hashes',
  description: 'It may be an hour old: go on from `stamp` with `snapshot.changes`, and with `topics.changes` and `snapshot.topics`. Agencies, categories and boards are new in each snapshot.',
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

export const getSnapshotChanges = operation({
  id: 'snapshot.changes',
  method: 'GET',
  path: '/v1/snapshot/changes',
  summary: 'The present rows of all disclosures that changed after a sequence number, each with its record, in one answer',
  description: 'With `agency`, of those that its snapshot holds. Where it would be too much at once it goes as far as `seq`: go on from there until that is `latest`.',
  access: 'public',
  query: closed({
    after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    agency: Type.Optional(AgencyId),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 1000, description: 'Changes at most.' })),
  }),
  responses: {
    200: closed(
      {
        items: Type.Array(closed({ order, text, pinyin, record: PublishedDisclosure }), { description: 'Rows without their summaries, which the records hold. Those whose records name one that changed are among them, in any order.' }),
        gone: Type.Array(Ulid, { description: 'What is not public any more.' }),
        seq: Type.Integer({ minimum: 0, description: 'Up to which change it goes.' }),
        leaf: Type.Optional(Sha256),
        time: Type.Optional(Moment),
        before: Type.Optional(Type.String({ description: 'The leaf of the change that was asked after: where it is another than it was, the past is not what it was.' })),
        latest: Type.Integer({ minimum: 0, description: 'The newest sequence number there is.' }),
      },
      { title: 'SnapshotChanges' },
    ),
  },
});

const ids = Type.String({ minLength: 26, maxLength: 2700, pattern: '^[0-7][0-9A-HJKMNP-TV-Z]{25}(,[0-7][0-9A-HJKMNP-TV-Z]{25}){0,99}$', description: 'Separated by commas.' });

export const getSnapshotTopics = operation({
  id: 'snapshot.topics',
  method: 'GET',
  path: '/v1/snapshot/topics',
  summary: 'The present rows of up to 100 topics, each with its record, and the boards whose figures they change',
  access: 'public',
  query: closed({ ids }),
  responses: { 200: closed({ items: Type.Array(closed({ ...SnapshotTopic.properties, record: Topic })), boards: Type.Array(SnapshotBoard) }, { title: 'SnapshotTopics' }) },
});
