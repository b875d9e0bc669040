import type { Topic, TopicAnswer, TopicOutcome } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../../database/tables.ts';
import { plainText } from '../../disclosures/content.ts';
import { translate, type Language } from '../../language.ts';
import type { RequestReading } from '../../requests/store.ts';
import type { Settings } from '../../settings.ts';
import { getTopic } from '../topic.ts';
import { followerOf } from './follow.ts';
import { morningAfter } from './morning.ts';
import { escape, whatIsFollowed } from './page.ts';
import type { Letter } from './post.ts';

/** What a letter says, before it is made a text and a page. */
interface Said {
  readonly subject: string;
  readonly paragraphs: readonly Paragraph[];
}
/** Words, or where to read more. */
type Paragraph = string | { readonly label: string; readonly url: string };

interface Telling {
  readonly language: Language;
  readonly reading: RequestReading;
  /** Where a topic is read; nothing when nobody said. */
  readonly linkTo: (topicId: string) => string | undefined;
}

/** Lines of an answer that a letter repeats, and characters. */
const FIRST = { lines: 6, characters: 400 } as const;
const MOST_ANSWERS = 20;

/** A queued letter as it is to go out, or nothing when there is nothing to tell any more. Its words come from the record: whatever of it is public now. */
export async function composeLetter(reading: RequestReading, no: number, { publicUrl = '', topicPage }: Pick<Settings, 'publicUrl' | 'topicPage'>): Promise<Letter | undefined> {
  const row = await reading.db.selectFrom('letter_out as l').innerJoin('follow as f', 'f.no', 'l.follow_no').leftJoin('topic as t', 't.no', 'f.topic_no')
    .innerJoin('agency as a', (on) => on.on((eb) => eb('a.no', '=', eb.fn.coalesce('f.agency_no', 't.board_no'))))
    // What it is about is not always what is followed: that may have been merged into it.
    .leftJoin('topic as about', 'about.no', 'l.topic_no').leftJoin('round as r', 'r.no', 'l.round_no')
    .leftJoin('topic_event as e', (on) => on.onRef('e.topic_no', '=', 'l.topic_no').onRef('e.n', '=', 'l.event_n'))
    .select([
      'l.kind', 'l.event_n', 'e.type as step', 'l.created_at', 'f.id', 'f.language', 'f.state', 'f.key_id', 'f.wrapped_key', 'f.address', 'a.name as agency', 'a.position', 'a.last', 'r.title as round',
      't.title', 't.topic_no as followed_no', 'about.id as topic_id', 'about.approved',
    ])
    .where('l.no', '=', no).executeTakeFirst();
  if (row === undefined || (row.kind === 'confirm') !== (row.state === 'asked')) return undefined;
  const { language } = row;
  const { address, token } = followerOf(reading, row);
  const what = whatIsFollowed({ language, state: row.state, agency: row.agency, ...(row.followed_no === null ? {} : { topic: { no: row.followed_no, title: row.title } }) });
  const page = `${publicUrl}/v1/follows/${token}`;
  const telling: Telling = { language, reading, linkTo: (id) => topicPage?.replaceAll('{id}', id) };
  const said = await sayKind(telling, { ...row, what, page });
  if (said === undefined) return undefined;
  const paragraphs = row.kind === 'confirm' ? said.paragraphs : [...said.paragraphs, translate(language, 'letter.why', { what }), { label: translate(language, 'letter.stop'), url: page }];
  return { to: address, subject: said.subject, ...rendered(language, said.subject, paragraphs), id: reading.mac('follow', `letter ${no}`).toString('hex').slice(0, 32), stopUrl: `${page}/end` };
}

interface Queued {
  readonly kind: Tables['letter_out']['kind'];
  /** Of the topic that it is about. */
  readonly topic_id: string | null;
  readonly approved: number | null;
  readonly event_n: number | null;
  readonly step: string | null;
  readonly created_at: string;
  readonly position: number;
  readonly last: number;
  readonly round: string | null;
  readonly agency: string;
  readonly what: string;
  /** Of whoever follows. */
  readonly page: string;
}

async function sayKind(telling: Telling, queued: Queued): Promise<Said | undefined> {
  const { language, reading } = telling;
  const say = (key: string, values: object = {}) => translate(language, `letter.${key}`, { ...values });
  const { what, page, agency } = queued;
  switch (queued.kind) {
    case 'confirm':
      return { subject: say('confirm.subject', { what }), paragraphs: [say('confirm.text', { what }), { label: say('confirm.link'), url: page }, say('confirm.otherwise')] };
    case 'answers':
      return sayAnswers(telling, queued);
    case 'step':
    case 'missed':
    case 'round': {
      if (queued.approved !== 1 && queued.step === 'unmerge') return { subject: say('again.subject', { what }), paragraphs: [say('again.text', { what })] };
      if (queued.approved !== 1) return { subject: say('unread.subject', { what }), paragraphs: [say('unread.text', { what })] };
      const topic = await getTopic(reading, queued.topic_id ?? '');
      const opening = say('about', { title: topic.title, no: topic.no, board: topic.board.name });
      const link = readOn(telling, topic.id);
      if (queued.kind === 'step') {
        const step = sayStep(language, topic, queued.event_n ?? 0);
        return step && { subject: `${step.subject}${say('colon')}${topic.title}`, paragraphs: [opening, ...step.paragraphs, ...link] };
      }
      if (queued.kind === 'missed') {
        const promise = topic.answer?.promise;
        // What came of it was said meanwhile.
        if (promise === undefined || promise.kept !== undefined) return undefined;
        return { subject: `${say('missed.subject')}${say('colon')}${topic.title}`, paragraphs: [opening, say('missed.text', { agency: (topic.agency ?? topic.board).name, due: promise.due }), say('promised', { text: promise.text }), ...link] };
      }
      const round = queued.round ?? '';
      return { subject: say('round.subject', { round }), paragraphs: [say('round.text', { round, agency }), opening, say(`round.phase.${topic.phase}`), ...link] };
    }
  }
}

/** One step as everybody reads it on the board. */
function sayStep(language: Language, topic: Topic, n: number): Said | undefined {
  const step = topic.steps.find((one) => one.n === n);
  if (step === undefined) return undefined;
  const { type, due, reason, topic: other } = step;
  const say = (key: string, values: object = {}) => translate(language, `letter.${type}.${key}`, { agency: (topic.agency ?? topic.board).name, ...values });
  const words = step.words === undefined ? [] : [translate(language, 'letter.words', { words: step.words })];
  const said = (text: string, more: readonly string[] = words): Said => ({ subject: say('subject'), paragraphs: [text, ...more] });
  switch (type) {
    case 'claim':
    case 'postpone':
      return said(due === undefined ? say('undated') : say('text', { due }));
    case 'decline':
      return said(say('text', { reason: reason === undefined ? '' : translate(language, `letter.reason.${reason}`) }));
    case 'merge':
      return other && said(say('text', { other: other.title }));
    case 'unmerge':
      return said(other === undefined ? say('unnamed') : say('text', { other: other.title }));
    case 'keep': {
      const promise = answerAt(topic, n)?.promise;
      const kept = promise?.kept;
      return kept && said(say(kept.on > promise.due ? 'late' : 'text', { due: promise.due, on: kept.on }), [translate(language, 'letter.promised', { text: promise.text }), translate(language, 'letter.result', { result: kept.result })]);
    }
    case 'publish': {
      const answer = answerAt(topic, n);
      return answer && said(say('text', { outcome: outcome(language, answer.outcome), post: answer.post }), firstLines(answer.text));
    }
    case 'approve':
    case 'reopen':
      return said(say('text'));
    default:
      return undefined;
  }
}

/** The answer that stood after a step. */
function answerAt({ earlierAnswers, answer, steps }: Topic, n: number): TopicAnswer | undefined {
  return [...earlierAnswers, ...(answer === undefined ? [] : [answer])][steps.filter((one) => one.type === 'publish' && one.n <= n).length - 1];
}

/** What was answered on the boards that somebody follows, from one morning to the next. */
async function sayAnswers(telling: Telling, { created_at: from, position, last, agency }: Queued): Promise<Said | undefined> {
  const { language, reading: { db } } = telling;
  const rows = await answered(db, { from, before: morningAfter(from), position, last });
  if (rows.length === 0) return undefined;
  const shown = rows.slice(0, MOST_ANSWERS).flatMap(({ id, title, topic_no: no, outcome: came, board }): Paragraph[] => [
    translate(language, 'letter.answers.item', { title, no, board, outcome: came === null ? '' : outcome(language, came) }), ...readOn(telling, id),
  ]);
  const more = rows.length > MOST_ANSWERS ? [translate(language, 'letter.answers.more', { count: rows.length - MOST_ANSWERS })] : [];
  return { subject: translate(language, 'letter.answers.subject', { agency, count: rows.length }), paragraphs: [translate(language, 'letter.answers.text', { agency, count: rows.length }), ...shown, ...more] };
}

function answered(db: Kysely<Tables>, { from, before, position, last }: { readonly from: string; readonly before: string; readonly position: number; readonly last: number }) {
  return db.selectFrom('topic as t').innerJoin('agency as b', 'b.no', 't.board_no').select(['t.id', 't.title', 't.topic_no', 't.outcome', 'b.name as board'])
    .where('t.approved', '=', 1).where('t.phase', 'in', ['published', 'rated']).where('b.position', '>=', position).where('b.position', '<=', last)
    .where((eb) => eb.exists(eb.selectFrom('topic_event as e').select('e.n').whereRef('e.topic_no', '=', 't.no').where('e.type', '=', 'publish').where('e.at', '>=', from).where('e.at', '<', before)))
    .orderBy('t.no').execute();
}

function readOn({ language, linkTo }: Telling, topicId: string): Paragraph[] {
  const url = linkTo(topicId);
  return url === undefined ? [] : [{ label: translate(language, 'letter.read'), url }];
}

const outcome = (language: Language, of: TopicOutcome) => translate(language, `letter.outcome.${of}`);

/** The beginning of an answer as plain text. */
function firstLines(markdown: string): string[] {
  const whole = plainText(markdown);
  const lines = whole.split('\n').filter((line) => line.trim() !== '').slice(0, FIRST.lines).join('\n');
  const beginning = [...lines].slice(0, FIRST.characters).join('');
  return beginning === '' ? [] : [beginning.length < whole.length ? `${beginning}……` : beginning];
}

/** As plain text and as a page of nothing but words and links: no picture, no style, nothing that tells anybody when it was read. */
function rendered(language: Language, subject: string, paragraphs: readonly Paragraph[]): Pick<Letter, 'text' | 'html'> {
  const colon = translate(language, 'letter.colon');
  const text = paragraphs.map((one) => (typeof one === 'string' ? one : `${one.label}${colon}\n${one.url}`)).join('\n\n');
  const blocks = paragraphs.map((one) => (typeof one === 'string' ? `<p>${escape(one).replaceAll('\n', '<br>')}</p>` : `<p><a href="${escape(one.url)}">${escape(one.label)}</a></p>`));
  return { text: `${text}\n`, html: `<!doctype html>\n<html lang="${language}">\n<head><meta charset="utf-8"><title>${escape(subject)}</title></head>\n<body>\n${blocks.join('\n')}\n</body>\n</html>\n` };
}
