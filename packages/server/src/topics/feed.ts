import type { Operations, Query, TopicStep } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { plainText } from '../disclosures/content.ts';
import { dayInShanghai, html } from '../disclosures/feeds.ts';
import type { Call } from '../handlers.ts';
import { translate, type Language } from '../language.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import type { Settings } from '../settings.ts';
import type { KeptAnswer } from './answers.ts';
import { listTopics } from './list.ts';
import { getTopic } from './topic.ts';

const ENTRIES = 50;
/** Characters of an answer that an entry repeats. */
const FIRST_CHARACTERS = 1000;

/** What stands in a feed, newest first. An entry's day is the day of what it tells, so that it does not come again whenever somebody supports the topic. */
interface Listing {
  readonly title: string;
  readonly entries: readonly { readonly id: string; readonly link: string; readonly title: string; readonly text: string; readonly on: string; readonly by: string }[];
}

type FeedCall = Pick<Call<'feeds.topics'>, 'query' | 'language' | 'baseUrl' | 'path'>;

/** The newest topics or answers of a board and those below it, or the steps of one topic, as Atom (RFC 4287). @throws ProblemError for an unknown agency or topic. */
export async function topicFeed(store: RequestStore, { query, language, baseUrl, path }: FeedCall, { topicPage }: Pick<Settings, 'topicPage'>): Promise<string> {
  const linkTo = (id: string) => topicPage?.replaceAll('{id}', id) ?? `${baseUrl}/v1/topics/${id}`;
  const { title, entries } = query.topic === undefined ? await boardListing(store, query, language, linkTo) : await topicListing(store, query.topic, language, linkTo);
  const self = baseUrl + path;
  const { Feed } = await import('feed');
  // An empty feed has not changed since any time that matters.
  const updated = entries.map(({ on }) => on).sort().at(-1) ?? '1970-01-01';
  const feed = new Feed({ id: self, title, language, updated: dayInShanghai(updated), generator: 'Sunlit', link: query.topic === undefined ? `${baseUrl}/v1/topics` : linkTo(query.topic), feedLinks: { atom: self } });
  for (const { id, link, title: name, text, on, by } of entries) {
    feed.addItem({ id: `urn:sunlit:topic:${id}`, link, title: html(name), description: html(text), date: dayInShanghai(on), published: dayInShanghai(on), author: [{ name: by }] });
  }
  return feed.atom1();
}

async function boardListing({ database }: RequestStore, { agency, state = 'all' }: Query<Operations['feeds.topics']>, language: Language, linkTo: (id: string) => string): Promise<Listing> {
  const { items } = await listTopics(database, { ...(agency === undefined ? {} : { agency }), state, sort: state === 'answered' ? 'answered' : 'newest', limit: ENTRIES });
  const answers = await lastAnswers(database.read, items.map(({ id }) => id));
  const named = agency === undefined ? undefined : await database.read.selectFrom('agency').select('name').where('id', '=', agency).executeTakeFirst();
  return {
    title: translate(language, `feed.${state === 'answered' ? 'answers' : 'topics'}${named ? '-about' : ''}`, { name: named?.name }),
    entries: items.map(({ id, no, title, phase, board, agency: by = board, submittedOn, answeredOn }) => {
      const answer = answers.get(id);
      const standing = translate(language, `feed.phase.${phase}`);
      return {
        id, link: linkTo(id), title, by: by.name, on: (state === 'answered' ? answeredOn : undefined) ?? submittedOn,
        text: [`${no} ${board.name}`, standing, ...(answer === undefined ? [] : [[...plainText(answer.text)].slice(0, FIRST_CHARACTERS).join('')])].join('\n'),
      };
    }),
  };
}

/** The answer that was published last, by topic. */
async function lastAnswers(db: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, KeptAnswer>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('topic_answer as w').innerJoin('topic as t', 't.no', 'w.topic_no').select(['t.id', 'w.content'])
    .where('t.id', 'in', [...ids]).where('t.phase', 'in', ['published', 'rated']).where('w.published', '=', 1).orderBy('w.n').execute();
  return new Map(rows.map(({ id, content }) => [id, JSON.parse(content) as KeptAnswer]));
}

async function topicListing(store: RequestStore, id: string, language: Language, linkTo: (id: string) => string): Promise<Listing> {
  const topic = await getTopic(readingRequests(store), id);
  const answers = [...topic.earlierAnswers, ...(topic.answer === undefined ? [] : [topic.answer])];
  const steps = topic.steps.map((step) => ({ step, answer: step.type === 'publish' ? answers[topic.steps.filter(({ type, n }) => type === 'publish' && n <= step.n).length - 1] : undefined }));
  return {
    title: topic.title,
    entries: steps.reverse().slice(0, ENTRIES).map(({ step, answer }) => ({
      id: `${id}:${step.n}`, link: linkTo(id), title: translate(language, `feed.step.${step.type}`), on: step.on, by: step.post ?? (topic.agency ?? topic.board).name,
      text: [topic.title, ...about(step), ...(answer === undefined ? [] : [[...plainText(answer.text)].slice(0, FIRST_CHARACTERS).join('')])].join('\n'),
    })),
  };
}

/** What a step states, as plain as it is. */
function about({ to, due, words, topic }: TopicStep): string[] {
  return [to?.name, due, words, topic?.title].filter((one) => one !== undefined);
}
