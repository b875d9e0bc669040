import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { html } from 'lit';
import { Check } from 'typebox/value';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, fill, part, words } from './bench.ts';
import type { DeskRatingTasks } from './ratings.ts';
import { OFFICER, SUPERVISOR, oneTask } from './testing.ts';

describe('low ratings', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  const path = `/v1/ratings/tasks/${oneTask('1').id}`;
  const done = { by: { id: OFFICER.id, name: OFFICER.name, post: OFFICER.post }, on: '2026-03-11', result: '已增设窗口。' };
  const show = async (setting = {}, query = '') => {
    const shown = await showPage<DeskRatingTasks>(api, html`<desk-rating-tasks .query=${new URLSearchParams(query)}></desk-rating-tasks>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.tasks > li'), 'the tasks are drawn');
    return shown;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`are followed up: words when asked for, then what was done, accessibly in ${scheme}`, async () => {
      const { element, frame } = await show({ scheme });
      expect(all(element, '.tasks > li').map(words)[0]).to.include('取水许可窗口').and.to.include('不满意').and.to.include('等候时间').and.to.include('已超期1个工作日');
      const [task] = all(element, 'desk-rating-task');
      expect(api.asked.some(({ path: asked }) => asked.endsWith('/words'))).to.equal(false);
      api.answer(`${path}/words`, { id: oneTask('1').id, words: '等了一个小时。' });
      named(task!, 'button', '查看评价文字').click();
      await waitUntil(() => text(task!).includes('等了一个小时。'));
      expect(root(task!).activeElement?.tagName).to.equal('BLOCKQUOTE');
      await expect(element).to.be.accessible();
      named(task!, 'button', '记下结果').click();
      await waitUntil(() => part(task!, '#result-wrong'));
      fill(task!, 'result', ' 已增设窗口。 ');
      expect(element.unsaved).to.equal(true);
      api.answer(`POST ${path}/result`, oneTask('1', { done, version: 2 }));
      named(task!, 'button', '记下结果').click();
      await waitUntil(() => frame.said.length === 1);
      expect(api.written[0]!.body).to.deep.equal({ version: 1, result: '已增设窗口。' });
      expect(Check((operations['ratings.close'] as Operation).body!, api.written[0]!.body)).to.equal(true);
      expect(text(element)).to.include('政务公开科科员 陈点题 2026年3月11日');
      expect(element.unsaved).to.equal(false);
    });
  }

  it('say when nothing was written, and that somebody else was first without losing what was typed', async () => {
    const { element } = await show();
    const [task, other] = all(element, 'desk-rating-task');
    expect(text(other!)).to.include('没有留下文字。');
    fill(task!, 'result', '已道歉。');
    api.answer(`POST ${path}/result`, refusal(409, 'changed-meanwhile', { current: oneTask('1', { done, version: 2 }) }));
    named(task!, 'button', '记下结果').click();
    await waitUntil(() => text(task!).includes('刚才有人记下了结果'));
    expect(text(task!)).to.include('已道歉。');
    expect(text(element)).to.include('已增设窗口。');
  });

  it('are filtered in the address too, and only read by a supervisor', async () => {
    const { element, frame } = await show({}, 'state=done');
    expect(api.asked.find(({ path: asked }) => asked.startsWith('/v1/ratings'))!.path).to.equal('/v1/ratings/tasks?state=done');
    named(element, 'button', '已超期').click();
    await waitUntil(() => api.asked.at(-1)!.path === '/v1/ratings/tasks?state=late');
    expect(frame.noted.at(-1)).to.deep.equal({ state: 'late', agency: '' });
    expect(all((await show({ me: SUPERVISOR })).element, 'desk-rating-task').length).to.equal(0);
  });
});
