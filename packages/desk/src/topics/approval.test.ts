import { expect } from '@open-wc/testing';
import { named, refusal, root, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, fill, openStep, part, path, showPosting, submit, words } from './bench.ts';
import { PAPERS, onePosting } from './testing.ts';

describe('letting a posting onto the board', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  const value = (step: Element, id: string) => (root(step).getElementById(id) as HTMLTextAreaElement).value;

  it('reads what was written by itself, shows it beside what will be read, and takes out what is personal by one tap', async () => {
    const { element, frame } = await showPosting(api);
    const step = await openStep(element, 'approve');
    expect(api.asked.filter(({ path: asked }) => asked.endsWith('/papers')).length).to.equal(1);
    expect(value(step, 'title')).to.equal('张三问：值班电话为何不公开');
    expect(all(step, '.personal li').map(words)).to.deep.equal(['姓名 张三 去掉', '电话号码 13800000000 去掉']);
    named(step, 'button', '去掉“张三”').click();
    await waitUntil(() => value(step, 'title') === '［姓名］问：值班电话为何不公开');
    expect(value(step, 'text')).to.equal('我叫［姓名］，电话13800000000，想查我的档案。\n汛期找不到人。');
    expect(words(part(step, '.personal'))).to.include('已去掉').and.to.include('还有1处。');
    expect(all(step, '.difference del').map(words)).to.deep.equal(['张三', '张三']);
    expect(all(step, '.difference ins').map(words)).to.deep.equal(['［姓名］', '［姓名］']);
    expect(frame.said).to.deep.equal(['已去掉1处。']);
    expect((root(step).activeElement as HTMLElement).getAttribute('aria-label')).to.equal('去掉“13800000000”');
    await expect(step).to.be.accessible();
    named(step, 'button', '去掉“13800000000”').click();
    await waitUntil(() => words(part(step, '.personal')).includes('识别出的都已去掉'));
    named(step, 'button', '恢复成原文').click();
    await waitUntil(() => text(step).includes('与原文相同。'));
    expect(element.unsaved).to.equal(true);
  });

  it('takes out all at once, and publishes what was edited', async () => {
    const { element } = await showPosting(api);
    const step = await openStep(element, 'approve');
    named(step, 'button', '全部去掉（2处）').click();
    await waitUntil(() => value(step, 'text').includes('电话［电话］'));
    fill(step, 'title', '值班电话为何\n不公开');
    await waitUntil(() => root(step).querySelectorAll('#categoryId option').length === 3);
    fill(step, 'categoryId', 'A20_10');
    fill(step, 'round', '');
    api.answer(`POST ${path}/approve`, onePosting({ version: 5, phase: 'open', title: '值班电话为何不公开', may: [] }));
    submit(step);
    await waitUntil(() => part(element, 'desk-approval') === null);
    expect(api.written[0]!.body).to.deep.equal({ version: 4, title: '值班电话为何 不公开', text: '我叫［姓名］，电话［电话］，想查我的档案。\n汛期找不到人。', place: '柳林镇', categoryId: 'A20_10' });
  });

  it('keeps what was edited when the server refuses it, at its field', async () => {
    const { element } = await showPosting(api);
    const step = await openStep(element, 'approve');
    fill(step, 'text', '电话13900000000');
    api.answer(`POST ${path}/approve`, refusal(409, 'not-possible', { errors: [{ pointer: '/body/text', code: 'personal', detail: '仍有电话号码。' }] }));
    submit(step);
    await waitUntil(() => part(step, '#text-wrong'));
    expect(words(part(step, '#text-wrong'))).to.equal('仍有电话号码。');
    expect(value(step, 'text')).to.equal('电话13900000000');
  });

  it('says when what was written is erased, or could not be read', async () => {
    const { written: _, ...erased } = PAPERS;
    api.answer(`${path}/papers`, { ...erased, marks: { title: [], text: [] }, ways: [] });
    const { element } = await showPosting(api);
    part(element, '[data-open=approve]').click();
    await waitUntil(() => part(element, 'desk-approval') && text(part(element, 'desk-approval')).includes('已经清除'));
    api.answer(`${path}/papers`, refusal(503, 'unavailable', { detail: '正在维护。' }));
    const again = await showPosting(api);
    part(again.element, '[data-open=approve]').click();
    await waitUntil(() => text(again.element).includes('正在维护。'));
    expect(part(again.element, 'desk-approval')).to.equal(null);
  });

});
