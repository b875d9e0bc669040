import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { fill, inner, send } from '../admin/testing.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { routeAt } from '../frame/routes.ts';
import { EDITOR, PUBLISHER, WATER, deskApi, disclosure, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskEvidence } from './element.ts';

const ID = disclosure('1').id;
const LIST = `/v1/disclosures/${ID}/evidence`;
const AT = '2026-03-09T02:00:00.000Z';
const SHA = 'a'.repeat(64);
const BY = { id: 'p1', name: '水利局编辑', post: '办公室科员' };
const PROOF = {
  no: 1, carrier: 'notice-board', place: '青山村村委会公示栏', postedOn: '2026-03-08', takenAt: '2026-03-08T01:30:00Z', note: '第一季度\n第二行',
  file: { name: '公示栏.jpg', mediaType: 'image/jpeg', size: 20_480, sha256: SHA }, by: BY, at: AT,
};
const { takenAt: _taken, note: _note, ...PLAIN } = { ...PROOF, no: 2, carrier: 'screen', place: '政务大厅', file: { ...PROOF.file, name: '扫描件.pdf', sha256: 'b'.repeat(64) } };
const UPLOADED = { ...PROOF.file, agencyId: WATER.id, purpose: 'evidence', originalSha256: SHA, removed: [], warnings: [], by: BY, at: AT };

/** Uploads go by XMLHttpRequest, which the stub of the API does not know: one that asks it by `fetch`, when it is told that all was sent. */
class Upload extends EventTarget {
  static readonly real = globalThis.XMLHttpRequest;
  static sent: Promise<unknown> = Promise.resolve();
  readonly upload = new EventTarget();
  readonly #headers = new Headers();
  #aborted = false;
  #to = { method: '', url: '' };
  status = 0;
  response: Blob | undefined;
  #answered = new Headers();
  open(method: string, url: string): void {
    this.#to = { method, url };
  }
  setRequestHeader(name: string, value: string): void {
    this.#headers.set(name, value);
  }
  getAllResponseHeaders(): string {
    return [...this.#answered].map(([name, value]) => `${name}: ${value}\r\n`).join('');
  }
  abort(): void {
    this.#aborted = true;
    this.dispatchEvent(new Event('abort'));
  }
  async send(body: Blob): Promise<void> {
    const progress = (loaded: number) => this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total: 2 }));
    progress(1);
    await Upload.sent;
    if (this.#aborted) return;
    progress(2);
    const answer = await fetch(this.#to.url, { method: this.#to.method, headers: this.#headers, body });
    [this.status, this.response, this.#answered] = [answer.status, await answer.blob(), answer.headers];
    this.dispatchEvent(new Event('load'));
  }
}

describe('<desk-evidence>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      [`/v1/disclosures/${ID}`]: { ...disclosure('1'), state: 'published' },
      [LIST]: { items: [PROOF, PLAIN] },
      'POST /v1/files': UPLOADED,
      [`POST ${LIST}`]: PROOF,
    });
    globalThis.XMLHttpRequest = Upload as never;
    Upload.sent = Promise.resolve();
  });
  afterEach(() => {
    api.restore();
    globalThis.XMLHttpRequest = Upload.real;
  });

  const show = async (setting = {}) => {
    const shown = await showPage<DeskEvidence>(api, html`<desk-evidence .disclosureId=${ID}></desk-evidence>`, setting);
    await waitUntil(() => root(shown.element).querySelector('.proof, .empty, .notice') && root(shown.element).querySelector('.of'), 'the list');
    return shown;
  };
  const formOf = async (element: Element): Promise<Element> => {
    await waitUntil(() => root(element).querySelector('desk-new-proof')?.shadowRoot?.querySelector('form'), 'the form');
    return inner(element, 'desk-new-proof');
  };
  const choose = (form: Element, name = '现场.jpg') => {
    const files = new DataTransfer();
    files.items.add(new File(['photo'], name, { type: 'image/jpeg' }));
    const input = root(form).querySelector<HTMLInputElement>('#file')!;
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const fillIn = (form: Element) => {
    fill(form, 'carrier', 'notice-board');
    fill(form, 'place', ' 青山村村委会公示栏 ');
    fill(form, 'postedOn', '2026-03-08');
    choose(form);
  };
  const value = (form: Element, id: string) => (root(form).getElementById(id) as HTMLInputElement).value;
  const uploads = () => api.asked.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/files'));
  const recorded = () => api.asked.filter(({ method, path }) => method === 'POST' && path === LIST);
  const everything = (element: Element, selector: string) => [...root(element).querySelectorAll<HTMLElement>(selector), ...root(inner(element, 'desk-new-proof')).querySelectorAll<HTMLElement>(selector)];

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}, with faults at the fields and a checksum open`, async () => {
      const { element } = await show({ scheme });
      const form = await formOf(element);
      root(element).querySelector('details')!.open = true;
      await expect(element).to.be.accessible();
      send(form);
      await waitUntil(() => text(form).includes('请选择载体。') && text(form).includes('请填写这一项。') && text(form).includes('请选择文件。') && root(form).activeElement?.id === 'carrier');
      expect(api.written).to.deep.equal([]);
      await expect(element).to.be.accessible();
    });
  }

  it('has targets of 44 px, and needs no sideways scrolling at 390 px', async () => {
    await setViewport({ width: 390, height: 780 });
    api.answer(LIST, { items: [{ ...PROOF, place: '很长的地点'.repeat(30), file: { ...PROOF.file, name: `${'a'.repeat(170)}.jpg` } }, PLAIN] });
    const { element } = await show();
    const form = await formOf(element);
    choose(form, `${'b'.repeat(170)}.jpg`);
    root(element).querySelector('details')!.open = true;
    await waitUntil(() => text(form).includes('bbb'));
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const one of everything(element, '*')) expect(one.closest('.hidden-text') ? 0 : one.getBoundingClientRect().right, one.outerHTML.slice(0, 120)).to.be.at.most(391);
    for (const one of everything(element, 'a, button, summary, .field, label.button')) expect(Math.round(one.getBoundingClientRect().height), one.outerHTML.slice(0, 120)).to.be.at.least(44);
    await setViewport({ width: 1280, height: 720 });
  });

  it('lists what proves the posting, with its file and who recorded it', async () => {
    const titles: string[] = [];
    addEventListener(DeskTitleEvent.type, (event) => titles.push((event as DeskTitleEvent).title), { once: true });
    const { element } = await show();
    expect(routeAt(`published/${ID}/evidence`)?.at).to.deep.equal({ id: ID });
    expect(text(element)).to.include('文件1').and.include(WATER.name);
    const [first, second] = [...root(element).querySelectorAll('.proof')].map(({ textContent }) => textContent.replaceAll(/\s+/g, ' '));
    expect(first).to.include('青山村村委会公示栏').and.include('公示栏').and.include('2026年3月8日张贴').and.include('拍摄').and.include('水利局编辑（办公室科员）').and.include('第二行').and.include('20 KB').and.include(SHA);
    expect(second).to.include('电子屏').and.not.include('拍摄');
    const link = named<HTMLAnchorElement>(element, 'a', '下载“公示栏.jpg”');
    expect([link.href, link.download]).to.deep.equal([`${api.url}/v1/files/${SHA}?agency=${WATER.id}`, '公示栏.jpg']);
    expect(root(element).querySelector('details')!.open).to.equal(false);
    expect(titles).to.deep.equal(['《文件1》的张贴证明']);
  });

  it('uploads the file and then records it, once however often it is clicked', async () => {
    api.answer(LIST, { items: [] });
    const { element, frame } = await show();
    expect(text(element)).to.include('还没有登记张贴证明。');
    const form = await formOf(element);
    expect(value(form, 'postedOn')).to.equal(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
    expect(element.unsaved).to.equal(false);
    fillIn(form);
    fill(form, 'takenAt', '2026-03-08T09:30');
    fill(form, 'note', '第一季度\n第二行');
    expect(element.unsaved).to.equal(true);
    let arrive: (value?: unknown) => void = () => undefined;
    Upload.sent = new Promise((resolve) => (arrive = resolve));
    send(form);
    send(form);
    await waitUntil(() => root(form).querySelector('progress')?.value === 0.5 && root(form).activeElement?.textContent === '取消', 'progress, and the focus where it can be stopped');
    expect(text(form)).to.include('正在上传“现场.jpg”');
    await expect(element).to.be.accessible();
    expect(frame.said).to.deep.equal([]);
    api.answer(LIST, { items: [PROOF] });
    arrive();
    await waitUntil(() => frame.said.length > 0 && root(element).querySelectorAll('.proof').length === 1, 'the list has it');
    expect(frame.said).to.deep.equal(['已登记张贴证明。']);
    expect(uploads().map(({ path }) => Object.fromEntries(new URLSearchParams(path.split('?')[1])))).to.deep.equal([{ agency: WATER.id, purpose: 'evidence', name: '现场.jpg' }]);
    expect(recorded().map(({ body }) => body)).to.deep.equal([
      { carrier: 'notice-board', place: '青山村村委会公示栏', postedOn: '2026-03-08', takenAt: new Date('2026-03-08T09:30').toISOString(), note: '第一季度\n第二行', sha256: SHA },
    ]);
    expect([value(form, 'place'), value(form, 'note'), element.unsaved]).to.deep.equal(['', '', false]);
    await waitUntil(() => root(element).activeElement?.id === 'proofs', 'the focus is at the list');
  });

  it('names each fault of the API at its field, and loses nothing', async () => {
    const { element, frame } = await show();
    const form = await formOf(element);
    fillIn(form);
    const fault = (pointer: string) => refusal(400, 'invalid-input', { errors: [{ pointer, code: 'other', detail: `不行：${pointer}` }] });
    for (const name of ['carrier', 'place', 'postedOn', 'takenAt', 'note']) {
      api.answer(`POST ${LIST}`, fault(`/body/${name}`));
      send(form);
      await waitUntil(() => root(form).getElementById(`${name}-wrong`)?.textContent === `不行：/body/${name}` && root(form).activeElement?.id === name, name);
      expect(root(form).querySelector('.notice')).to.equal(null);
    }
    expect(uploads().length, 'what arrived is not sent again').to.equal(1);
    api.answer(`POST ${LIST}`, fault('/body/sha256'));
    send(form);
    await waitUntil(() => root(form).getElementById('file-wrong')?.textContent === '不行：/body/sha256' && root(form).activeElement?.id === 'file');
    api.answer('POST /v1/files', refusal(413, 'too-large', { errors: [{ pointer: '/body', code: 'file-too-large', detail: '文件太大' }] }));
    send(form);
    await waitUntil(() => root(form).getElementById('file-wrong')?.textContent === '文件太大');
    expect(uploads().length, 'the server did not know it').to.equal(2);
    api.answer('POST /v1/files', refusal(403, 'not-allowed'));
    send(form);
    await waitUntil(() => root(form).querySelector('.notice')?.textContent.includes('因为not-allowed') && root(form).activeElement?.textContent === '登记');
    expect([value(form, 'carrier'), value(form, 'place').trim(), value(form, 'postedOn')]).to.deep.equal(['notice-board', '青山村村委会公示栏', '2026-03-08']);
    expect(text(form)).to.include('现场.jpg');
    expect(frame.said).to.deep.equal([]);
  });

  it('says so when no answer came, and the same again is recorded under the same key', async () => {
    const { element, frame } = await show();
    const form = await formOf(element);
    fillIn(form);
    api.answer(`POST ${LIST}`, () => Promise.reject(new DOMException('late', 'AbortError')));
    send(form);
    await waitUntil(() => text(form).includes('不能确定是否已经完成'));
    await waitUntil(() => api.asked.filter(({ method, path }) => method === 'GET' && path === LIST).length === 2, 'the list is asked for again');
    const before = recorded().length;
    api.answer(`POST ${LIST}`, PROOF);
    send(form);
    await waitUntil(() => frame.said.length > 0);
    expect(recorded().length).to.equal(before + 1);
    expect(new Set(recorded().map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
    fillIn(form);
    send(form);
    await waitUntil(() => frame.said.length > 1);
    expect(new Set(recorded().map(({ headers }) => headers.get('idempotency-key'))).size, 'another proof').to.equal(2);
  });

  it('stops on its way, records nothing and keeps what was typed', async () => {
    const { element, frame } = await show();
    const form = await formOf(element);
    fillIn(form);
    Upload.sent = new Promise(() => undefined);
    send(form);
    await waitUntil(() => root(form).querySelector('progress'));
    named(form, '.way button', '取消').click();
    await waitUntil(() => text(form).includes('已取消，没有登记。') && root(form).activeElement?.textContent === '登记');
    expect([recorded().length, frame.said.length, value(form, 'place').trim()]).to.deep.equal([0, 0, '青山村村委会公示栏']);
    expect(text(form)).to.include('现场.jpg');
  });

  it('signs in again in the middle of an upload', async () => {
    const { element, frame } = await show();
    const form = await formOf(element);
    fillIn(form);
    let first = true;
    api.answer('POST /v1/files', () => (first ? refusal(401, 'not-signed-in') : UPLOADED));
    api.answer('/v1/staff/me', () => {
      first = false;
      return EDITOR;
    });
    send(form);
    await waitUntil(() => frame.said.length > 0);
    expect(recorded().length).to.equal(1);
  });

  it('shows the list alone to whoever may not add to it', async () => {
    const { element } = await show({ me: PUBLISHER });
    expect(EDITOR.permissions).to.include('files.write');
    expect(root(element).querySelectorAll('.proof').length).to.equal(2);
    expect(root(element).querySelector('desk-new-proof')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says why it shows nothing, offers no form then, and asks again', async () => {
    api.answer(LIST, refusal(403, 'not-allowed'));
    const { element } = await show();
    await waitUntil(() => text(element).includes('因为not-allowed'));
    expect(root(element).querySelector('desk-new-proof')).to.equal(null);
    api.answer(LIST, { items: [PROOF] });
    named(element, 'button', '重试').click();
    await formOf(element);
  });

  it('speaks English and traditional Chinese', async () => {
    for (const [language, words] of [['en', 'Notice board'], ['zh-Hant', '2026年3月8日張貼']] as const) {
      const { element } = await show({ language });
      await waitUntil(() => text(element).includes(words), language);
    }
  });
});
