import type { Body, Case, CaseCommand, Operations } from '@sunlit/contract';
import { dayInShanghai, type FeeBasis, type RequestStep } from '@sunlit/rules';
import { isDay } from '../disclosures/number.ts';
import type { Call, HandlersOf } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import type { RequestOnRecord } from '../requests/record.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { newBranches, newQuestion, takeStep, type AskedStep } from '../requests/take.ts';
import { letterFor } from './letters.ts';
import { mayHandle } from './people.ts';
import { byPerson, caseIn, loadCase, type CaseOnRecord } from './record.ts';
import { showCase } from './show.ts';

type StepOperation = `cases.${CaseCommand}`;
type BodyOf<Command extends CaseCommand> = Body<Operations[`cases.${Command}`]>;

/** What a body comes to: the step of the rules, and apart from it what was written. */
interface Read extends Pick<AskedStep, 'wanted' | 'labels'> {
  readonly step: RequestStep;
  readonly texts?: Readonly<Record<string, string | undefined>>;
}

type Readers = { readonly [Command in CaseCommand]: (body: BodyOf<Command>, w: RequestWriting, found: CaseOnRecord) => Read | Promise<Read> };

/** Each command of an officer as a step of the law. */
const READERS: Readers = {
  receive: () => ({ step: { type: 'receive' } }),
  register: ({ label }, _, { branch }) => ({ step: { type: 'register' }, ...(label === undefined ? {} : { labels: { [branch.id]: label } }) }),
  assign: async ({ handler }, w, { row }) => {
    if (!(await mayHandle(w, row, handler))) throw invalid({ pointer: '/body/handler', code: 'unknown-handler' });
    return { step: { type: 'assign', handler } };
  },
  'ask-correction': ({ points, workdays, way }) => ({ step: { type: 'ask-correction', points, workdays, way } }),
  correct: ({ wanted, goodReason }) => ({ step: { type: 'correct', ...(goodReason === undefined ? {} : { goodReason }) }, wanted }),
  consult: ({ party, way, name, address, about }, _, { request }) => ({ step: { type: 'consult', question: newQuestion(request), party, way }, texts: { name, address, about } }),
  opinion: ({ question, opinion, text }) => ({ step: { type: 'opinion', question, opinion }, texts: { text } }),
  override: ({ question, reason }) => ({ step: { type: 'override', question, reason } }),
  extend: ({ workdays, approvedBy, reason }) => ({ step: { type: 'extend', workdays, approvedBy }, texts: { reason } }),
  'ask-reasons': ({ workdays, way }) => ({ step: { type: 'ask-reasons', workdays, way } }),
  explain: ({ reasons }) => ({ step: { type: 'explain' }, texts: { reasons } }),
  delay: ({ workdays, reason }) => ({ step: { type: 'delay', workdays, reason } }),
  'notice-fee': ({ fee, way }) => ({ step: { type: 'notice-fee', fee: fee as FeeBasis, way } }),
  pay: () => ({ step: { type: 'pay' } }),
  deliver: ({ question }) => ({ step: { type: 'deliver', question } }),
  transfer: async ({ to }, w, { request }) => {
    const agency = await w.db.selectFrom('agency').select('no').where('id', '=', to).executeTakeFirst();
    if (agency === undefined) throw invalid({ pointer: '/body/to', code: 'unknown-agency' });
    return { step: { type: 'transfer', to, into: newBranches(request, 1)[0] ?? '' } };
  },
  split: ({ parts }, _, { request }) => {
    const into = newBranches(request, parts.length);
    const labels = into.flatMap((branch, index) => (parts[index]?.label === undefined ? [] : [[branch, parts[index].label] as const]));
    return { step: { type: 'split', into }, ...(labels.length > 0 ? { labels: Object.fromEntries(labels) } : {}) };
  },
  withdraw: () => ({ step: { type: 'withdraw' } }),
  decide: ({ reply }) => ({ step: { type: 'decide', reply } }),
  serve: ({ way }) => ({ step: { type: 'serve', way } }),
  archive: () => ({ step: { type: 'archive' } }),
};

/** What a step states: its body, but for the version that was seen. */
export type StatedBody<Command extends CaseCommand = CaseCommand> = Omit<BodyOf<Command>, 'version'>;

/** One handler for each step: whole, with its letter, or not at all. */
export function stepHandlers(store: RequestStore): HandlersOf<StepOperation> {
  const commands = Object.keys(READERS) as CaseCommand[];
  return Object.fromEntries(commands.map((command) => [`cases.${command}`, (call: Call<StepOperation>) => take(store, command, call)])) as unknown as HandlersOf<StepOperation>;
}

function take(store: RequestStore, command: CaseCommand, { params: { id }, body, actor }: Call<StepOperation>): Promise<Case> {
  if (body.on !== undefined && !isDay(body.on)) throw invalid({ pointer: '/body/on', code: 'day' });
  return writingRequests(store, async (w) => {
    const found = await loadCase(w, id);
    if (found.row.version !== body.version) throw new ProblemError('changed-meanwhile', [], { current: await showCase(w, found, actor) });
    return showCase(w, caseIn(await takeCommand(w, found, command, body, byPerson(actor)), id), actor);
  });
}

/** Takes an officer's step. @throws ProblemError when the rules refuse it, or its letter is not complete. */
export async function takeCommand(w: RequestWriting, found: CaseOnRecord, command: CaseCommand, body: StatedBody, by: ReturnType<typeof byPerson>): Promise<RequestOnRecord> {
  // The readers and the operations go by the same names; that each pair has one type, TypeScript cannot follow through a variable.
  const { step, texts = {}, ...more } = await (READERS[command] as (body: StatedBody, w: RequestWriting, found: CaseOnRecord) => Read | Promise<Read>)(body, w, found);
  const on = body.on ?? dayInShanghai(w.now());
  const branch = found.branch.id;
  const letter = await letterFor(w, found, step, { stated: body, on, event: { ...step, on, by: { role: by.role, id: by.person.id }, branch } });
  const written = Object.entries({ ...texts, note: body.note }).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '');
  return takeStep(w, found.request, { branch, step, on, by, texts: Object.fromEntries(written), ...more, letter });
}
