import { expect, fixture, html } from '@open-wc/testing';
import { all, atBoard, button, one, text, titles, waitUntil, write } from '../../test/widgets/board.ts';
import type { SunlitTopics } from './element.ts';
import { topic } from './examples.ts';

describe('the page of a topic', () => {
  const at = atBoard();

  it('shows a topic with its answer, every step with its day, and what was owed', async () => {
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(element, '.prose table') && one(element, '.follow form'), 'the text of the answer');
    const said = text(element, '.item');
    expect(said).to.contain(topic.text).and.to.contain('6.8 万元').and.to.contain('村会计').and.to.contain('2026年2月6日').and.to.contain('和平村2025年财务公开').and.to.contain('2025年道路养护支出明细.xlsx')
      .and.to.contain('认领，承诺2026年2月11日前解答').and.to.contain('2026年1月21日完成，逾期 1 个工作日').and.to.contain('修路的钱花到哪里去了').and.to.contain('网上 52 · 纸面 31').and.to.contain('每季度结束后10日内');
    expect(one(element, 'sunlit-rating')?.getAttribute('subject-id')).to.equal(topic.id);
    expect(said, 'only whoever wrote it').not.to.contain('没有解决我的问题');
    expect(at.lists(), 'the list is not asked for before it is wanted').to.deep.equal([]);
    for (const details of all<HTMLDetailsElement>(element, '.item details')) details.open = true;
    await expect(element).to.be.accessible();
    write(element, { 'follow-mail': 'me' });
    button(element, '发确认信给我').click();
    await waitUntil(() => one(element, '#follow-wrong'));
    write(element, { 'follow-mail': 'me@example.edu.cn' });
    button(element, '发确认信给我').click();
    await waitUntil(() => text(element, '.follow').includes('确认信已经发出'));
    expect(at.sent.at(-1)?.body).to.deep.include({ of: { topic: topic.id }, email: 'me@example.edu.cn', language: 'zh-CN' });
    button(element, '二维码').click();
    await waitUntil(() => element.shadowRoot!.querySelector('svg.qr'));
    button(element, '返回点题列表').click();
    await waitUntil(() => titles(element).length > 0);
  });

  it('says where a topic stands that is not public yet', async () => {
    const element = await fixture<SunlitTopics>(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" topic="01JQ8ZK4T5V6W7X8Y9Z0ABC020" lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => text(element, '.item').includes('等待工作人员看过后上栏'));
    expect(text(element, '.item')).to.contain('20260309-0004');
    await expect(element).to.be.accessible();
  });

  it('lets whoever wrote it say, once, that the answer was none', async () => {
    localStorage.setItem(`sunlit topics ${at.api.url}`, JSON.stringify([[topic.id, 'wrote']]));
    at.api.answer(`/v1/topics/${topic.id}/reopening`, { ...topic, may: [] });
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" topic=${topic.id} lang="zh-CN"></sunlit-topics>`);
    await waitUntil(() => one(element, '.reopen'));
    one<HTMLDetailsElement>(element, '.reopen')!.open = true;
    button(element, '请重新解答').click();
    await waitUntil(() => one(element, '#reopen-wrong'));
    await expect(element).to.be.accessible();
    write(element, { 'reopen-words': '没有写\n人工是谁' });
    button(element, '请重新解答').click();
    await waitUntil(() => at.sent.some(({ path, body }) => path.endsWith('/reopening') && body.words === '没有写 人工是谁'));
  });
});
