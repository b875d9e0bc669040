import { setViewport } from '@web/test-runner-commands';
import type { Me, Posting, TopicCommand } from '@sunlit/client/desk';
import { html } from 'lit';
import { all, fill, part, words } from '../cases/bench.ts';
import { WATER, deskApi, disclosure, showPage, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskPosting } from './posting.ts';
import { BOARD, HELD, OFFICER, PAPERS, POSTING_ID, ROUND_ID, due, onePosting, oneRound, oneTask, posted, report, topic } from './testing.ts';

/** What the tests of the topic board share: the API with one posting, its page, a step of it. */

export { all, fill, part, words };
export const path = `/v1/board/${POSTING_ID}`;

export async function boardApi(): Promise<DeskApi> {
  await setViewport({ width: 1280, height: 720 });
  const { title: _, ...unread } = posted('1', { phase: 'submitted', next: { ...due(-2), term: 'review' } });
  const { title: __, ...unreadOne } = posted('6', { phase: 'submitted' });
  return deskApi({
    '/v1/board': { items: [unread, posted('2', { next: due(0), agency: { id: 'qinghe-housing', name: '清河县住房和城乡建设局' } }), posted('3', { phase: 'claimed', next: due(12) })], next: 'two' },
    '/v1/board?cursor=two': { items: [posted('4', { phase: 'published', outcome: 'explained' })] },
    [path]: onePosting(),
    [`${path}/papers`]: PAPERS,
    [`${path}/similar`]: { topics: [topic('7')], disclosures: [disclosure('9', { title: '防汛值班安排' })], unread: [unreadOne] },
    [`${path}/handlers`]: { items: [{ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCP02', name: '陈承办', post: '水政科科员' }] },
    '/v1/rounds': { items: [oneRound(), oneRound({ id: '01JQ8ZK4T5V6W7X8Y9Z0ABCR02', title: '第三季度点题', state: 'open', answerBy: { due: '2026-08-20', provisional: true } })] },
    [`/v1/rounds/${ROUND_ID}`]: report(),
    '/v1/ratings/tasks': { items: [oneTask('1', { deadline: due(-1) }), oneTask('2', { written: false, level: 'very-dissatisfied', reasons: [] })] },
    '/v1/calendar/due': { due: '2026-04-07', provisional: false, calendarVersion: '1', trail: [] },
    '/v1/disclosures': { items: [disclosure('9', { title: '防汛值班安排' })], total: { value: 1, relation: 'eq' } },
    '/v1/suggest': { items: [{ type: 'agency', id: 'qinghe-housing', text: '清河县住房和城乡建设局' }] },
    '/v1/categories': { items: [{ id: 'A20_10', name: '重大建设项目' }, { id: 'A20_12', name: '环境保护' }] },
    '/v1/agencies/qinghe-water': WATER,
    '/v1/agencies/qinghe-water/topic-settings': HELD,
    '/v1/agencies/qinghe-water/board': BOARD,
  });
}

export async function showPosting(api: DeskApi, one: Posting = onePosting(), setting: { me?: Me; language?: 'zh-CN' | 'zh-Hant' | 'en'; scheme?: 'light' | 'dark' } = {}) {
  api.answer(path, one);
  const shown = await showPage<DeskPosting>(api, html`<desk-posting .postingId=${POSTING_ID}></desk-posting>`, { me: OFFICER, ...setting });
  await waitUntil(() => part(shown.element, '.standing'), 'the posting is drawn');
  return shown;
}

const FORMS = { approve: 'desk-approval', answer: 'desk-answer' } as const;
export const formOf = (command: TopicCommand): string => (command === 'approve' || command === 'answer' ? FORMS[command] : 'desk-posting-step');

export async function openStep(element: DeskPosting, command: TopicCommand): Promise<HTMLElement> {
  part(element, `[data-open="${command}"]`).click();
  return formShown(element, command);
}

export async function formShown(element: DeskPosting, command: TopicCommand): Promise<HTMLElement> {
  await waitUntil(() => part(element, formOf(command)) && part(part(element, formOf(command)), 'form'), 'the form is drawn');
  return part(element, formOf(command));
}

export const submit = (step: Element): void => part(step, 'form .buttons .primary').click();

/** Chooses an agency that is found by its name. */
export async function chooseFound(within: Element): Promise<void> {
  await waitUntil(() => part(within, 'desk-agency-choice'));
  const choice = part(within, 'desk-agency-choice');
  (part(choice, 'input[type=search]') as HTMLInputElement).value = '住建';
  part(choice, '.find button').click();
  await waitUntil(() => part(choice, 'input[value=qinghe-housing]'));
  part(choice, 'input[value=qinghe-housing]').click();
}
