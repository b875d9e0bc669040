import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, fill, formShown, part, path, showPosting, words } from './bench.ts';
import { OFFICER, PAPERS, SUPERVISOR, answer, claimed, due, id, onePosting } from './testing.ts';

describe('a posting of the topic board', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible with what was written, an answer and lists in ${scheme}`, async () => {
      const { element } = await showPosting(api, claimed({ phase: 'answered', answer, earlierAnswers: [answer], outcome: 'disclosed' }), { scheme });
      part(element, '[data-open=papers]').click();
      await waitUntil(() => part(element, '.written'));
      part(element, 'details').setAttribute('open', '');
      part(element, '[data-open=supports]').click();
      await waitUntil(() => part(element, 'desk-support-list'));
      await waitUntil(() => all(part(element, 'desk-similar'), '.held').length === 3);
      await expect(element).to.be.accessible();
    });
  }

  it('asks for what was written only when it is needed, once, and marks what looks personal', async () => {
    const { element } = await showPosting(api);
    expect(text(element)).to.include('20260309-0001（未上栏）').and.not.to.include('张三');
    expect(api.asked.some(({ path: asked }) => asked.endsWith('/papers'))).to.equal(false);
    part(element, '[data-open=papers]').click();
    await waitUntil(() => part(element, '.written'));
    expect(all(element, '.written mark').map(words)).to.deep.equal(['张三', '张三', '13800000000']);
    expect(text(element)).to.include('看起来含有个人信息：姓名、电话号码。').and.to.include('写到“我的档案”，可能应当走“填写依申请公开表”。');
    expect(root(element).activeElement?.id).to.equal('papers');
    expect(api.asked.filter(({ path: asked }) => asked.endsWith('/papers')).length).to.equal(1);
  });

  it('leads from a way that it may belong to into giving it back, already filled in', async () => {
    const { element } = await showPosting(api);
    part(element, '[data-open=papers]').click();
    await waitUntil(() => named(element, 'button', '退回并指向“填写依申请公开表”'));
    named(element, 'button', '退回并指向“填写依申请公开表”').click();
    const step = await formShown(element, 'return');
    expect((part(step, '#way') as HTMLSelectElement).value).to.equal('request');
    expect((part(step, '#reason') as HTMLSelectElement).value).to.equal('named-records');
    await waitUntil(() => words(part(step, '.preview')).includes('可以走：填写依申请公开表'));
    await expect(step).to.be.accessible();
  });

  it('shows what is like it beside it, and leads into merging and pointing', async () => {
    const { element, frame } = await showPosting(api, onePosting({ may: ['merge', 'return'] }));
    const similar = part(element, 'desk-similar');
    await waitUntil(() => all(similar, '.held').length === 3);
    expect(text(similar)).to.include('还没有上栏的').and.to.include('20260309-0006（未上栏）');
    named(similar, 'button', '并入这个：水库值班电话是多少（7）').click();
    const merge = await formShown(element, 'merge');
    await waitUntil(() => (part(merge, `input[value="${id('7')}"]`) as HTMLInputElement | null)?.checked);
    named(similar, 'button', '已公开，指向它：防汛值班安排').click();
    const back = await formShown(element, 'return');
    await waitUntil(() => (part(back, '#words') as HTMLTextAreaElement | null)?.value.includes('防汛值班安排'));
    expect((part(back, '#reason') as HTMLSelectElement).value).to.equal('duplicate');
    expect(frame.said).to.deep.equal([]);
  });

  it('remembers what was pointed to until it can be answered', async () => {
    const { element, frame } = await showPosting(api, claimed({ phase: 'assigned', may: ['claim'] }));
    const similar = part(element, 'desk-similar');
    await waitUntil(() => all(similar, '.held').length === 3);
    named(similar, 'button', '已公开，指向它：防汛值班安排').click();
    await waitUntil(() => text(element).includes('答复时会关联：防汛值班安排'));
    expect(frame.said).to.deep.equal(['已记下，答复时自动带上。']);
  });

  it('says how many support it, by what, and what that proves; terms and whether they were kept; and the record', async () => {
    const { element } = await showPosting(api, claimed({ next: due(-1), deadlines: [{ ...due(0), doneOn: '2026-03-10' }, due(-1)] }));
    expect(text(element)).to.include('12人支持 网页9人、触摸屏1人、纸质签名2人').and.to.include('这不是投票').and.to.include('新增2人，此前已计1人');
    expect(all(element, '.period').map(words).join()).to.include('按时完成').and.to.include('已超期1个工作日');
    expect(all(element, '.record > li').map(words)[0]).to.include('认领').and.to.include('2026年4月7日前');
    expect((part(element, '[download]') as HTMLAnchorElement).href).to.include(`/v1/board/${id('1')}/lists/${id('L1')}/scan`);
  });

  it('says words of a reopening once the papers are open', async () => {
    const reopened = claimed({ phase: 'assigned', entries: [...claimed().entries, { n: 6, at: '2026-04-08T02:00:00.000Z', type: 'reopen', on: '2026-04-08', by: 'resident' }] });
    api.answer(`${path}/papers`, { ...PAPERS, reopenings: [{ n: 6, words: '电话打不通。' }] });
    const { element } = await showPosting(api, reopened);
    expect(text(element)).not.to.include('电话打不通。');
    part(element, '[data-open=papers]').click();
    await waitUntil(() => text(element).includes('电话打不通。'));
  });

  it('lets a supervisor read all of it and write nothing', async () => {
    const { element } = await showPosting(api, claimed({ may: [] }), { me: SUPERVISOR });
    expect(all(element, 'button, form, desk-posting-note, desk-similar').map(words)).to.deep.equal([]);
    expect(text(element)).to.include('您的岗位可以查看，不能办理。').and.to.include('公开水库汛期值班电话').and.to.include('办理记录');
    const unread = await showPosting(api, onePosting({ may: [] }), { me: SUPERVISOR });
    expect(text(unread.element)).to.include('您的岗位不能查阅原文');
  });

  it('writes a note once, however often it is sent', async () => {
    const { element, frame } = await showPosting(api, claimed());
    const note = part(element, 'desk-posting-note');
    fill(note, 'text', '已联系\n水管站。');
    expect(element.unsaved).to.equal(true);
    api.answer(`POST ${path}/notes`, refusal(503, 'unavailable', { detail: '正在维护。' }));
    part(note, 'button').click();
    await waitUntil(() => text(note).includes('正在维护。'));
    api.answer(`POST ${path}/notes`, claimed());
    part(note, 'button').click();
    await waitUntil(() => frame.said.length === 1);
    const sent = api.asked.filter(({ path: asked }) => asked.endsWith('/notes'));
    expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
    expect(sent[0]!.body).to.deep.equal({ text: '已联系 水管站。' });
    expect(element.unsaved).to.equal(false);
  });

  it('says where it went when it was merged, and why it was given back or declined', async () => {
    const { element } = await showPosting(api, onePosting({ phase: 'merged', mergedInto: id('7'), may: ['unmerge'] }));
    expect((part(element, '.standing a') as HTMLAnchorElement).getAttribute('href')).to.equal(`/desk/topics/${id('7')}`);
    const returned = await showPosting(api, onePosting({ phase: 'returned', may: [], returned: { reason: 'petition', words: '请向信访部门反映。', way: 'petition' } }));
    expect(words(part(returned.element, '.standing'))).to.include('属于信访').and.to.include('请向信访部门反映。').and.to.include('信访渠道');
  });

  it('fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element } = await showPosting(api, claimed({ answer, phase: 'published' }));
    part(element, '[data-open=papers]').click();
    await waitUntil(() => part(element, '.written'));
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const control of all(element, 'button, .button, summary')) expect(Math.round(control.getBoundingClientRect().height), control.textContent).to.be.at.least(44);
  });

  it('says what went wrong when there is none, with the number to name', async () => {
    api.answer(path, refusal(404, 'not-found', { detail: '没有这个点题。' }));
    const { element } = await showPage(api, html`<desk-posting .postingId=${id('1')}></desk-posting>`, { me: OFFICER });
    await waitUntil(() => text(element).includes('没有这个点题。'));
  });
});
