import { ENDED_TOPIC_PHASES, isTermLate, openTopicTerms, type TopicTerm } from '@sunlit/rules';
import type { RequestWriting } from '../requests/store.ts';
import { searchEngine } from '../search/engine.ts';
import { publishedAnswers } from './answers.ts';
import type { TopicOnRecord, TopicRow } from './record.ts';

/** Writes what the events of a topic say of it. */
export async function projectTopic(w: RequestWriting, { row, events, state }: TopicOnRecord): Promise<void> {
  const agency = await w.db.selectFrom('agency').select(['no', 'position']).where('id', '=', state.agency).executeTakeFirstOrThrow(() => new Error(`${row.id}: no agency ${state.agency}`));
  const round = state.round === undefined ? undefined : await w.db.selectFrom('round').select('no').where('id', '=', state.round).executeTakeFirstOrThrow(() => new Error(`${row.id}: no round ${state.round}`));
  const other = state.mergedInto === undefined ? undefined : await w.db.selectFrom('topic').select('no').where('id', '=', state.mergedInto).executeTakeFirstOrThrow(() => new Error(`${row.id}: no topic ${state.mergedInto}`));
  const [next] = openTopicTerms(state);
  const ended = ENDED_TOPIC_PHASES.some((phase) => phase === state.phase);
  await w.db.updateTable('topic').set({
    agency_no: agency.no, agency_position: agency.position, phase: state.phase, outcome: state.outcome ?? null, round_no: round?.no ?? null, merged_into_no: other?.no ?? null,
    approved: state.approved ? 1 : 0, handler_id: state.handler ?? null, answered_on: state.answeredOn ?? null, ended_on: ended ? state.lastOn : null,
    due_on: next?.due ?? null, due_term: next?.term ?? null, due: next === undefined ? null : JSON.stringify(next), ...kept(state.terms), reopened: state.reopened ? 1 : 0,
    version: events.length, updated_at: w.now().toISOString(),
  } satisfies Partial<TopicRow>).where('no', '=', row.no).execute();
}

/** How often the topic was taken up and answered, and how often of that in time. Whether what runs is late follows from the day. */
function kept(terms: readonly TopicTerm[]): Pick<TopicRow, 'claims' | 'claims_in_time' | 'answers' | 'answers_in_time'> {
  const done = (wanted: TopicTerm['term']) => terms.filter(({ term, doneOn }) => term === wanted && doneOn !== undefined);
  const inTime = (wanted: TopicTerm['term']) => done(wanted).filter((term) => !isTermLate(term, term.due)).length;
  return { claims: done('claim').length, claims_in_time: inTime('claim'), answers: done('answer').length, answers_in_time: inTime('answer') };
}

/** Makes a topic on the board searchable by its words, its number and what answered it. */
export async function indexTopic(w: RequestWriting, { row }: Pick<TopicOnRecord, 'row'>): Promise<void> {
  const answers = await publishedAnswers(w.db, row.no);
  const { add, remove } = searchEngine(w.engine, 'topics');
  await remove(w, row.no);
  await add(w, [{ no: row.no, title: row.title ?? '', numbers: [row.topic_no], body: [row.text ?? '', row.place ?? '', ...answers.map(({ text }) => text)].join('\n') }]);
}

/** Notes that what everybody sees of some topics has changed. Writers take turns, so the numbers rise in the order of commits. */
export async function noteChange(w: RequestWriting, topics: readonly number[]): Promise<void> {
  for (const no of topics) {
    const { latest } = await w.db.selectFrom('topic_change').select(({ fn }) => fn.max('seq').as('latest')).executeTakeFirstOrThrow();
    const change = { seq: (latest ?? 0) + 1, at: w.now().toISOString() };
    await w.db.insertInto('topic_change').values({ ...change, topic_no: no }).onConflict((row) => row.column('topic_no').doUpdateSet(change)).execute();
  }
}
