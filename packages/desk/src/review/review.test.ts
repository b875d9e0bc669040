import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import './define.ts';
import type { DeskNavigateEvent } from '../editor/events.ts';
import { ME, OTHER, StubServer, all, clear, contentOf, draftOf, find, mount, named, problem, text, until } from '../editor/testing.ts';
import type { Draft } from '../editor/types.ts';
import type { DeskReview } from './element.ts';

const inReview = (given: Partial<Draft> = {}): Draft =>
  draftOf('service', {
    state: 'review', version: 3, commands: ['approve', 'return', 'refer'],
    withheld: [{ what: '申请人住址', ground: 'E15_THIRD', reason: '个人隐私', nextReviewOn: '2027-03-01' }],
    events: [
      { type: 'created', at: '2026-03-09T02:00:00.000Z', by: ME }, { type: 'saved', at: '2026-03-09T02:05:00.000Z', by: ME }, { type: 'saved', at: '2026-03-09T02:06:00.000Z', by: ME },
      { type: 'submit', at: '2026-03-09T02:10:00.000Z', by: ME, note: '请尽快审查' },
    ],
    ...given,
  });

async function open(server: StubServer, id: string, scheme = 'light'): Promise<DeskReview> {
  const element = mount<DeskReview>(html`<desk-review scheme=${scheme} .client=${server.client} draft-id=${id}></desk-review>`, 'desk-review');
  await until(() => element.shadowRoot?.querySelector('.review, [role="alert"]'), 'the page');
  return element;
}

const confirm = async (element: DeskReview): Promise<void> => {
  await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the question');
  find<HTMLButtonElement>(element, 'dialog button[type="submit"]').click();
};
const command = (element: DeskReview, name: string): HTMLButtonElement => find<HTMLButtonElement>(element, `[data-command="${name}"]`);

describe('<desk-review>', () => {
  let server: StubServer;
  let draft: Draft;
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 720 });
    draft = inReview();
    server = new StubServer(draft);
    server.me = OTHER;
  });
  afterEach(() => {
    document.body.style.removeProperty('background');
    clear();
  });

  for (const scheme of ['light', 'dark']) {
    it(`shows the draft as the public will see it, what is withheld, and every step, in ${scheme}`, async () => {
      if (scheme === 'dark') document.body.style.setProperty('background', '#14171b');
      const element = await open(server, draft.id, scheme);
      await until(() => element.shadowRoot?.querySelector('sunlit-disclosure')?.shadowRoot?.querySelector('#title')?.textContent === draft.title, 'the text');
      expect(all(element, '.withheld p').map((one) => one.textContent)).to.deep.equal(['申请人住址', '条例第十五条：商业秘密、个人隐私', '个人隐私', '下次评估：2027年3月1日']);
      const told = all(element, '.history > li').map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '');
      expect(told.map((one) => one.split(' ')[0])).to.deep.equal(['提交审查', '修改', '起草']);
      expect(told[0]).to.contain('起草岗（办公室）').and.to.contain('请尽快审查');
      expect(all(element, '[data-command]').map((one) => one.dataset.command)).to.deep.equal(['approve', 'return', 'refer']);
      expect(find<HTMLAnchorElement>(element, '.files a').href).to.contain(`/v1/files/${'c'.repeat(64)}?agency=qinghe-water`);
      for (const leak of ['undefined', '[object', '{{']) expect(text(element)).not.to.contain(leak);
      await expect(element).to.be.accessible();
    }).timeout(10_000);
  }

  it('passes only when every question is answered, then publishes', async () => {
    const element = await open(server, draft.id);
    find<HTMLInputElement>(element, '#check-safe').click();
    command(element, 'approve').click();
    await until(() => element.shadowRoot?.querySelector('#checks-problem'), 'what is left');
    expect(text(element, '#checks-problem')).to.equal('还有4项没有确认，全部确认后才能通过。');
    await until(() => element.shadowRoot?.activeElement?.id === 'check-no-state-secret', 'the first of them');
    expect(server.called('POST', 'approve').length).to.equal(0);
    for (const check of all(element, '.checks input')) if (check instanceof HTMLInputElement && !check.checked) check.click();
    command(element, 'approve').click();
    await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the question');
    await expect(element).to.be.accessible();
    await confirm(element);
    await until(() => text(element, '#state') === '已通过审查', 'the new state');
    expect(server.called('POST', 'approve')[0]?.body).to.deep.equal({ version: 3, checks: ['no-state-secret', 'no-personal-data', 'no-trade-secret', 'safe', 'accurate'] });
    expect(all(element, '.checks').length).to.equal(0);
    command(element, 'publish').click();
    await confirm(element);
    await until(() => text(element, '#state') === '已公开', 'the publication');
    expect(server.called('POST', 'publish')[0]?.body).to.deep.equal({ version: 4 });
    await until(() => element.shadowRoot?.activeElement?.id === 'title', 'the focus');
  });

  it('returns with what must be mended, and not without', async () => {
    const element = await open(server, draft.id);
    command(element, 'return').click();
    await confirm(element);
    await until(() => text(element, '#confirm-note-problem') === '请写明原因。', 'what is missing');
    await until(() => element.shadowRoot?.activeElement?.id === 'confirm-note', 'the field');
    find<HTMLTextAreaElement>(element, '#confirm-note').value = '依据不全';
    await confirm(element);
    await until(() => text(element, '#state') === '已退回', 'the return');
    expect(server.called('POST', 'return')[0]?.body).to.deep.equal({ version: 3, note: '依据不全' });
    expect(text(element, '.history')).to.contain('依据不全');
  });

  it('refers what cannot be decided', async () => {
    const element = await open(server, draft.id);
    command(element, 'refer').click();
    await confirm(element);
    await until(() => text(element, '#state') === '已报请确定', 'the referral');
  });

  it('sets the day of publication after today, and unsets it', async () => {
    const approved = inReview({ state: 'approved', commands: ['publish', 'schedule'] });
    server.drafts.set(approved.id, approved);
    const element = await open(server, approved.id);
    command(element, 'schedule').click();
    await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the question');
    find<HTMLInputElement>(element, '#confirm-day').value = '2020-01-01';
    await confirm(element);
    await until(() => text(element, '#confirm-day-problem') === '请选择今天以后的日期。', 'the refusal');
    find<HTMLInputElement>(element, '#confirm-day').value = '2999-03-02';
    await confirm(element);
    await until(() => element.shadowRoot?.querySelector('#scheduled'), 'the day');
    expect(server.called('POST', 'schedule')[0]?.body).to.deep.equal({ version: 3, on: '2999-03-02' });
    command(element, 'unschedule').click();
    await confirm(element);
    await until(() => server.called('POST', 'schedule').length === 2, 'the second call');
    expect(server.called('POST', 'schedule')[1]?.body).to.deep.equal({ version: 4 });
  });

  it('tells the author why they cannot pass it', async () => {
    const own = inReview({ commands: ['recall'] });
    server.drafts.set(own.id, own);
    server.me = ME;
    const element = await open(server, own.id);
    expect(text(element, '#own')).to.contain('保密审查须由他人进行');
    expect(all(element, '[data-command="approve"], .checks').length).to.equal(0);
  });

  it('also tells who only changed a word of it', async () => {
    const changed = inReview({ commands: [], events: [{ type: 'created', at: '2026-03-09T02:00:00.000Z', by: ME }, { type: 'saved', at: '2026-03-09T02:05:00.000Z', by: OTHER }] });
    server.drafts.set(changed.id, changed);
    const element = await open(server, changed.id);
    expect(all(element, '#own').length).to.equal(1);
  });

  it('shows what an amendment changes, and why, against the published text', async () => {
    const published = contentOf('service');
    const amendment = inReview({ amends: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', reason: '承诺时限缩短', content: { ...draft.content, fields: { ...(published.fields as object), pledgedDays: 7 } } as Draft['content'] });
    server.drafts.set(amendment.id, amendment);
    server.contents.set('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', published);
    const element = await open(server, amendment.id);
    expect(text(element, '.difference')).to.contain('承诺时限缩短');
    expect(all(element, '.difference ins').map((one) => one.textContent?.replace(/^.*: /, ''))).to.include('7');
    expect(all(element, '.difference del').map((one) => one.textContent?.replace(/^.*: /, ''))).to.include('15');
    await expect(element).to.be.accessible();
    named(element, '公开后的样子').click();
    await until(() => element.shadowRoot?.querySelector('sunlit-disclosure'), 'the text');
    server.contents.clear();
    clear();
    const again = await open(server, amendment.id); // withdrawn meanwhile: there is only the text
    expect(all(again, '.difference').length).to.equal(0);
  });

  it('shows anew what changed while one looked, with every question open again', async () => {
    const element = await open(server, draft.id);
    for (const check of all(element, '.checks input')) check.click();
    server.otherSaves(draft.id, { title: '换过的标题' }, ME);
    command(element, 'approve').click();
    await confirm(element);
    await until(() => text(element, '#failure').includes('刚才有了变动'), 'the warning');
    expect(text(element, '#title')).to.equal('换过的标题');
    expect(all(element, '.checks input').filter((one) => one instanceof HTMLInputElement && one.checked).length).to.equal(0);
  });

  it('says why the server refused, and does nothing twice', async () => {
    const element = await open(server, draft.id);
    for (const check of all(element, '.checks input')) check.click();
    server.instead = ({ path }) => (path.endsWith('/approve') ? problem(409, 'not-possible', { errors: [{ pointer: '', code: 'own-text', detail: '不能审查自己写的内容。' }] }) : undefined);
    command(element, 'approve').click();
    await confirm(element);
    await until(() => text(element, '#failure').includes('不能审查自己写的内容。'), 'the reason');
    expect(server.called('POST', 'approve').length).to.equal(1);
  });

  it('leads back to writing, and fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const returned = inReview({ state: 'returned', commands: ['submit', 'discard'] });
    server.drafts.set(returned.id, returned);
    const element = await open(server, returned.id);
    const asked: string[] = [];
    element.addEventListener('desk-navigate', (event) => asked.push((event as DeskNavigateEvent).to));
    command(element, 'edit').click();
    expect(asked).to.deep.equal([`drafts/${returned.id}`]);
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const control of all(element, 'button, .tick')) expect(Math.round(control.getBoundingClientRect().height), control.textContent ?? '').to.be.at.least(44);
  });
});

describe('strings of the editor and the review page', () => {
  it('are there in all languages, with the same values to fill in', async () => {
    const holes = (words: string) => (words.match(/\{\{\w+\}\}/g) ?? []).sort();
    const sets = [
      [(await import('../editor/strings/zh-CN.ts')).source, (await import('../editor/strings/zh-Hant.ts')).translated, (await import('../editor/strings/en.ts')).translated],
      [(await import('./strings/zh-CN.ts')).source, (await import('./strings/zh-Hant.ts')).translated, (await import('./strings/en.ts')).translated],
    ] as readonly (readonly [Record<string, string>, Record<string, string>, Record<string, string>])[];
    for (const [source, hant, en] of sets) {
      for (const [key, words] of Object.entries(source)) for (const other of [hant, en]) expect(holes(other[key] ?? 'none'), key).to.deep.equal(holes(words));
      for (const other of [hant, en]) expect(Object.keys(other)).to.have.members(Object.keys(source));
      for (const [key, words] of Object.entries(en)) expect(words, key).not.to.match(/[\u4e00-\u9fff]/);
    }
  });
});
