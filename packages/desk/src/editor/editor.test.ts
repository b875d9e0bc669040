import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import './define.ts';
import type { DeskEditor } from './element.ts';
import type { DeskNavigateEvent, DeskSavedEvent } from './events.ts';
import { LocalCopies, forgetLocalCopies, type LocalCopy } from './local-copy.ts';
import { ME, OTHER, StubServer, all, clear, contentOf, draftOf, find, json, mount, named, press, problem, text, type, until } from './testing.ts';
import type { Draft } from './types.ts';

const TITLE = '#f-content-title';

async function open(server: StubServer, id: string): Promise<DeskEditor> {
  const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} draft-id=${id}></desk-editor>`, 'desk-editor');
  await until(() => element.shadowRoot?.querySelector('.save'), 'the editor');
  return element;
}

const saved = (element: DeskEditor) => until(() => text(element, '.save').startsWith('已保存'), 'a save');

describe('copies on this device', () => {
  const copyOf = (title: string): LocalCopy => ({ written: { content: { ...contentOf('notice'), title }, withheld: [] }, at: '2026-03-09T02:50:00.000Z', version: 1, base: undefined, key: undefined });
  afterEach(forgetLocalCopies);

  it('are found as they were left, by an editor that opens while another still writes them', async () => {
    const left = new LocalCopies(ME.id);
    void left.keep('draft', copyOf('先写的'));
    void left.keep('draft', copyOf('后写的'));
    expect((await new LocalCopies(ME.id).find('draft'))?.written.content.title).to.equal('后写的');
    void left.keep('draft', copyOf('又写的'));
    void left.drop('draft');
    expect(await new LocalCopies(ME.id).find('draft')).to.equal(undefined);
  });

  it('are all gone at sign-out, also what was still to be written', async () => {
    const left = new LocalCopies(ME.id);
    void left.keep('draft', copyOf('先写的'));
    const last = left.keep('draft', copyOf('后写的'));
    await forgetLocalCopies();
    await last;
    expect(await new LocalCopies(ME.id).find('draft')).to.equal(undefined);
  });
});

describe('<desk-editor>', () => {
  before(() => setViewport({ width: 1280, height: 720 }));
  beforeEach(forgetLocalCopies);
  afterEach(clear);

  it('keeps what is typed on this device, then saves it, says so in words, and leaves no copy behind', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    expect(text(element, '.save')).to.match(/^已保存 \d\d:\d\d$/);
    const events: string[] = [];
    element.addEventListener('desk-saved', (event) => events.push((event as DeskSavedEvent).id));
    const copies = new LocalCopies(ME.id);
    let kept: LocalCopy | undefined;
    server.instead = async ({ method }) => {
      if (method !== 'PUT') return undefined;
      kept = await copies.find(draft.id);
      expect(await new LocalCopies(OTHER.id).find(draft.id)).to.equal(undefined);
      return undefined;
    };
    type(find(element, TITLE), '新的标题');
    await element.updateComplete;
    expect(text(element, '.save')).to.equal('未保存');
    expect(find(element, '#title').textContent).to.equal('新的标题');
    await saved(element);
    expect(kept?.written.content.title, 'on this device before it is sent').to.equal('新的标题');
    expect(server.called('PUT', draft.id).map(({ body }) => [body?.version, (body?.content as { title: string }).title])).to.deep.equal([[1, '新的标题']]);
    expect(events).to.deep.equal([draft.id]);
    await until(() => (element as DeskEditor & { unsaved: boolean }).unsaved === false, 'nothing unsaved');
    await until(async () => !(await copies.find(draft.id)), 'the end of the copy');
  });

  it('saves at once when the page is hidden or left, and what was typed while it saved goes next', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    let go: () => void = () => undefined;
    server.instead = async ({ method }) => { if (method === 'PUT') await new Promise<void>((resolve) => (go = resolve)); return undefined; };
    type(find(element, TITLE), '第一次');
    dispatchEvent(new Event('pagehide'));
    await until(() => server.called('PUT', draft.id).length === 1, 'the save');
    expect(text(element, '.save')).to.equal('正在保存……');
    type(find(element, TITLE), '第二次');
    server.instead = undefined;
    go();
    await until(() => server.drafts.get(draft.id)?.content.title === '第二次', 'the second save');
    await saved(element);
    expect(server.called('PUT', draft.id).map(({ body }) => body?.version)).to.deep.equal([1, 2]);
  });

  it('begins something new with the first save, once, under one key', async () => {
    const server = new StubServer();
    const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} kind="notice" agency="qinghe-water"></desk-editor>`, 'desk-editor');
    await until(() => element.shadowRoot?.querySelector('form'), 'the form');
    expect(text(element, '.save')).to.equal('还没有内容');
    const first: boolean[] = [];
    element.addEventListener('desk-saved', (event) => first.push((event as DeskSavedEvent).first));
    server.instead = ({ method }) => (method === 'POST' ? problem(503, 'unavailable') : undefined);
    type(find(element, TITLE), '公示');
    await element.flush();
    await until(() => text(element, '.save').startsWith('未能保存，已存在本机。'), 'the failure');
    server.instead = undefined;
    named(element, '立即保存').click();
    await saved(element);
    const posts = server.called('POST', '/v1/drafts');
    expect(posts.length).to.equal(2);
    expect(posts[0]?.key).to.match(/^[0-9a-f]{32}$/);
    expect(posts[1]?.key).to.equal(posts[0]?.key);
    expect(posts[1]?.body?.content).to.include({ kind: 'notice', agencyId: 'qinghe-water', title: '公示' });
    expect(first).to.deep.equal([true]);
    const id = [...server.drafts.keys()][0] ?? '';
    element.draftId = id; // the frame puts it into the address: nothing is loaded anew
    await element.updateComplete;
    type(find(element, TITLE), '公示二');
    await element.flush();
    expect(server.called('PUT', id).length).to.equal(1);
    expect(server.called('GET', `/v1/drafts/${id}`).length).to.equal(0);
  });

  it('amends: begins from the published text, asks for the reason, keeps what is withheld', async () => {
    const server = new StubServer();
    server.contents.set('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', contentOf('power'));
    const withheld = [{ what: '附表', ground: 'E14_SAFETY' as const, reason: '安全', nextReviewOn: '2027-01-01' }];
    server.instead = ({ method, path, body }) => {
      if (method !== 'POST' || path !== '/v1/drafts') return undefined;
      const draft = draftOf('power', { content: body?.content as Draft['content'], amends: String(body?.amends), withheld });
      server.drafts.set(draft.id, draft);
      return json(draft);
    };
    const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} amends="01JQ8ZK4T5V6W7X8Y9Z0ABCDEF"></desk-editor>`, 'desk-editor');
    await until(() => element.shadowRoot?.querySelector('#f-reason'), 'the reason');
    expect(find<HTMLTextAreaElement>(element, TITLE).value).to.equal(contentOf('power').title);
    type(find(element, '#f-reason'), '机构改革');
    await element.flush();
    const [post] = server.called('POST', '/v1/drafts');
    expect(post?.body).to.include({ reason: '机构改革', amends: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' });
    expect(post?.body).not.to.have.property('withheld');
    await until(() => element.shadowRoot?.querySelector<HTMLTextAreaElement>('#f-withheld-0-what')?.value === '附表', 'what is withheld');
  });

  it('shows both versions when somebody else saved, and saves what is chosen', async () => {
    const draft = draftOf('service');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    server.otherSaves(draft.id, { title: '对方的标题', summary: '对方的摘要' });
    type(find(element, TITLE), '我的标题');
    type(find(element, '#f-content-fields-pledgedDays'), '9');
    await element.flush();
    await until(() => element.shadowRoot?.querySelector('#conflict'), 'the two versions');
    expect(text(element, '#conflict .notice')).to.contain('审查岗（保密办）');
    const labels = all(element, '.dispute > legend').map((one) => one.textContent?.replace(/\s+/g, ' ').trim());
    expect(labels).to.deep.equal(['标题 双方都改了', '摘要', '承诺时限（工作日）']);
    expect(text(element, '.dispute:first-child .said')).to.contain('我的标题');
    expect(text(element, '.said')).to.contain('对方的标题');
    expect(named(element, '按选定的保存').disabled).to.equal(true);
    await expect(element).to.be.accessible();
    expect(element.unsaved).to.equal(true);
    find<HTMLInputElement>(element, 'input[name="choice-f-content-title"][value="theirs"]').click();
    await element.updateComplete;
    named(element, '按选定的保存').click();
    await saved(element);
    expect(server.drafts.get(draft.id)?.content).to.include({ title: '对方的标题', summary: '对方的摘要' });
    expect((server.drafts.get(draft.id)?.content as { fields?: { pledgedDays?: number } }).fields?.pledgedDays).to.equal(9);
    expect(find<HTMLTextAreaElement>(element, TITLE).value).to.equal('对方的标题');
  });

  it('is not troubled by a step that changed no text, nor by an answer that was lost', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    server.drafts.set(draft.id, { ...draft, version: 2 });
    type(find(element, TITLE), '标题');
    await element.flush();
    await saved(element);
    expect(server.drafts.get(draft.id)?.version).to.equal(3);
    server.instead = async (call) => {
      if (call.method !== 'PUT') return undefined;
      server.instead = undefined;
      server.otherSaves(draft.id, call.body?.content as object, ME); // taken, but nobody is told
      return new Response(null, { status: 502 });
    };
    type(find(element, TITLE), '又一个');
    await element.flush();
    expect(text(element, '.save')).to.contain('未能保存');
    await element.flush();
    await saved(element);
    expect(server.drafts.get(draft.id)?.content.title).to.equal('又一个');
    expect(all(element, '#conflict').length).to.equal(0);
  });

  it('offers after a crash what was typed before it, and takes it up', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    await new LocalCopies(ME.id).keep(draft.id, { written: { content: { ...draft.content, title: '断电前写的' }, withheld: [] }, at: '2026-03-09T02:50:00.000Z', version: 1, base: { content: draft.content, withheld: [] }, key: undefined });
    const element = await open(server, draft.id);
    await until(() => element.shadowRoot?.querySelector('#recovery'), 'the offer');
    expect(find<HTMLTextAreaElement>(element, TITLE).value).to.equal(draft.title);
    await expect(element).to.be.accessible();
    named(element, '恢复这份内容').click();
    await saved(element);
    await until(() => server.drafts.get(draft.id)?.content.title === '断电前写的', 'the save');
    expect(find<HTMLTextAreaElement>(element, TITLE).value).to.equal('断电前写的');
    expect(all(element, '#recovery').length).to.equal(0);
  });

  it('compares what was typed before a crash with what was saved since; or drops it when told to', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const copy = { written: { content: { ...draft.content, title: '断电前写的' }, withheld: [] }, at: '2026-03-09T02:50:00.000Z', version: 1, base: { content: draft.content, withheld: [] }, key: undefined };
    await new LocalCopies(ME.id).keep(draft.id, copy);
    server.otherSaves(draft.id, { title: '后来写的' });
    const element = await open(server, draft.id);
    await until(() => element.shadowRoot?.querySelector('#recovery'), 'the offer');
    named(element, '恢复这份内容').click();
    await until(() => element.shadowRoot?.querySelector('#conflict'), 'the two versions');
    expect(text(element, '.said')).to.contain('断电前写的');
    expect(text(element, '.said')).to.contain('后来写的');
    expect(server.called('PUT', draft.id).length).to.equal(0);
    clear();
    const again = await open(server, draft.id);
    await until(() => again.shadowRoot?.querySelector('#recovery'), 'the offer again');
    named(again, '不要了').click();
    await until(() => !again.shadowRoot?.querySelector('#recovery'), 'its end');
    await until(async () => !(await new LocalCopies(ME.id).find(draft.id)), 'the end of the copy');
  });

  it('keeps what could not be saved with its own draft when another is opened meanwhile', async () => {
    const [left, opened] = [draftOf('notice'), draftOf('notice')];
    const server = new StubServer(left, opened);
    const element = await open(server, left.id);
    let fail: () => void = () => undefined;
    server.instead = async ({ method }) => {
      if (method !== 'PUT') return undefined;
      await new Promise<void>((resolve) => (fail = resolve));
      return problem(503, 'unavailable');
    };
    type(find(element, TITLE), '断网时写的');
    element.draftId = opened.id;
    await until(() => server.called('PUT', left.id).length === 1 && server.called('GET', opened.id).length === 1 && text(element, '.save').startsWith('已保存'), 'the other draft');
    const copies = new LocalCopies(ME.id);
    const before = await until(() => copies.find(left.id), 'the copy made on leaving');
    fail();
    const after = await until(async () => { const copy = await copies.find(left.id); return copy?.at !== before.at && copy; }, 'the copy made when the save failed');
    expect(after.written.content.title).to.equal('断网时写的');
    expect(await copies.find(opened.id)).to.equal(undefined);
  });

  it('does not bring back a new draft that is saved after another was opened', async () => {
    const opened = draftOf('notice');
    const server = new StubServer(opened);
    const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} kind="notice" agency="qinghe-water"></desk-editor>`, 'desk-editor');
    await until(() => element.shadowRoot?.querySelector('form'), 'the form');
    const events: string[] = [];
    element.addEventListener('desk-saved', (event) => events.push((event as DeskSavedEvent).id));
    let answer: () => void = () => undefined;
    server.instead = async ({ method }) => { if (method === 'POST') await new Promise<void>((resolve) => (answer = resolve)); return undefined; };
    type(find(element, TITLE), '新写的公示');
    element.draftId = opened.id;
    await until(() => server.called('POST', '/v1/drafts').length === 1 && text(element, '.save').startsWith('已保存'), 'the other draft');
    answer();
    await until(async () => !(await new LocalCopies(ME.id).find('new notice qinghe-water')), 'the end of the copy');
    type(find(element, TITLE), '另一份的标题');
    await element.flush();
    expect(events).to.deep.equal([opened.id]);
  });

  it('says beside the field what is wrong, and leads there from the list of all', async () => {
    const draft = draftOf('notice', { problems: [{ pointer: '/content/summary', code: 'lead-in-only', detail: '摘要不能与标题相同。' }] });
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    expect(text(element, '#f-content-summary-problem')).to.equal('摘要不能与标题相同。');
    type(find(element, '#f-content-fields-to'), '2014-10-01');
    await element.updateComplete;
    expect(text(element, '#f-content-fields-to-problem')).to.equal('不能早于前面的日期。');
    expect(find(element, '#f-content-fields-to').getAttribute('aria-describedby')).to.equal('f-content-fields-to-problem');
    type(find(element, TITLE), '');
    await element.updateComplete;
    expect(all(element, '#f-content-title-problem').length, 'not while one is still writing').to.equal(0);
    find<HTMLButtonElement>(element, '[data-command="submit"]').click();
    await until(() => text(element, '#f-content-title-problem') === '请填写。', 'what is missing');
    expect(find<HTMLDetailsElement>(element, '#summary').open).to.equal(true);
    await until(() => element.shadowRoot?.activeElement?.localName === 'summary', 'the focus on the list');
    await until(() => text(find(element, 'sunlit-disclosure'), '#title') === '（还没有标题）', 'the preview without a title');
    await expect(element).to.be.accessible();
    named(element, '截止日期').click();
    await until(() => element.shadowRoot?.activeElement?.id === 'f-content-fields-to', 'the field');
    expect(server.called('POST', 'submit').length).to.equal(0);
  });

  it('asks in words before it submits, then shows that it cannot be written in', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    type(find(element, TITLE), '改过的标题');
    find<HTMLButtonElement>(element, '[data-command="submit"]').click();
    const dialog = await until(() => element.shadowRoot?.querySelector<HTMLDialogElement>('dialog[open]'), 'the question');
    expect(dialog.textContent).to.contain('审查期间不能修改');
    expect(server.drafts.get(draft.id)?.content.title, 'what was typed goes first').to.equal('改过的标题');
    await expect(element).to.be.accessible();
    find<HTMLButtonElement>(element, 'dialog button[type="submit"]').click();
    await until(() => element.shadowRoot?.querySelector('#not-writable'), 'the lock');
    expect(server.called('POST', 'submit').map(({ body }) => body?.version)).to.deep.equal([2]);
    expect(all(element, 'form input').length).to.equal(0);
    find<HTMLButtonElement>(element, '[data-command="recall"]').click();
    await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the question');
    press(find(element, 'dialog'), 'Escape');
    find(element, 'dialog').dispatchEvent(new Event('cancel', { cancelable: true }));
    await until(() => !element.shadowRoot?.querySelector('dialog'), 'its end');
    expect(server.called('POST', 'recall').length).to.equal(0);
  });

  it('shows the note of who returned it, leads to the review page, and says why a step was refused', async () => {
    const draft = draftOf('notice', { state: 'returned', commands: ['submit', 'discard', 'approve'], events: [{ type: 'created', at: '2026-03-09T02:00:00.000Z', by: ME }, { type: 'return', at: '2026-03-09T02:20:00.000Z', by: OTHER, note: '请补充依据。' }] });
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    expect(text(element, '#returned')).to.contain('审查岗（保密办）退回了这份草稿');
    expect(text(element, '#returned')).to.contain('请补充依据。');
    const asked: string[] = [];
    element.addEventListener('desk-navigate', (event) => asked.push((event as DeskNavigateEvent).to));
    named(element, '前往审查和发布').click();
    expect(asked).to.deep.equal([`drafts/${draft.id}/review`]);
    server.instead = ({ path }) => (path.endsWith('/discard') ? problem(409, 'not-possible') : undefined);
    find<HTMLButtonElement>(element, '[data-command="discard"]').click();
    await until(() => element.shadowRoot?.querySelector('dialog[open]'), 'the question');
    find<HTMLButtonElement>(element, 'dialog button[type="submit"]').click();
    await until(() => text(element, '[role="alert"]').includes('服务器说明了原因'), 'the reason');
  });

  it('keeps an unfinished entry of what is withheld on the device, and says so', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    named(element, '添加：不予公开的内容').click();
    await element.updateComplete;
    type(find(element, '#f-withheld-0-what'), '当事人住址');
    type(find(element, TITLE), '标题');
    await element.flush();
    await until(() => text(element, '.save').includes('暂存在本机'), 'the words');
    expect(server.called('PUT', draft.id).at(-1)?.body?.withheld).to.deep.equal([]);
    clear();
    const again = await open(server, draft.id);
    await until(() => again.shadowRoot?.querySelector('#recovery'), 'the offer');
    named(again, '恢复这份内容').click();
    await until(() => again.shadowRoot?.querySelector<HTMLTextAreaElement>('#f-withheld-0-what')?.value === '当事人住址', 'the entry');
  });

  it('shows that it could not load, and tries again', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    server.instead = () => problem(500, 'internal');
    const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} draft-id=${draft.id}></desk-editor>`, 'desk-editor');
    await until(() => element.shadowRoot?.querySelector('[role="alert"]'), 'the failure');
    server.instead = undefined;
    named(element, '重试').click();
    await until(() => element.shadowRoot?.querySelector('form'), 'the form');
  });

  it('forgets what was typed at sign-out', async () => {
    const draft = draftOf('notice');
    const server = new StubServer(draft);
    const element = await open(server, draft.id);
    type(find(element, TITLE), '不留下');
    await element.abandon();
    clear();
    await forgetLocalCopies();
    expect(await new LocalCopies(ME.id).find(draft.id)).to.equal(undefined);
    expect(server.called('PUT', draft.id).length).to.equal(0);
  });
});
