import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ImportReport } from '@sunlit/client/desk';
import { html } from 'lit';
import { PUBLISHER, WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type Asked, type DeskApi } from '../frame/testing.ts';
import { badTable } from './bad-rows.ts';
import { translator } from '../../../../src/shared/i18n.ts';
import './define.ts';
import type { DeskImports } from './element.ts';
import { importStrings } from './strings/index.ts';

const ME = { ...PUBLISHER, permissions: [...PUBLISHER.permissions, 'imports.write' as const] };
const FIELDS: ImportReport['fields'] = [
  { path: 'sourceId', label: '来源编号', required: true }, { path: 'publishedOn', label: '公开日期', required: true }, { path: 'title', label: '标题', required: true },
  { path: 'categoryId', label: '主题分类', required: true }, { path: 'docNo', label: '发文字号', required: false }, { path: 'fields.issuers', label: '发布机关', required: true },
  { path: 'fields.genre', label: '体裁', required: true, values: [{ value: 'rules', label: '规章' }, { value: 'notice', label: '通知' }] },
];
const column = (header: string, path?: string, samples: string[] = []) => ({ header, samples, paths: path === undefined ? [] : [path], ...(path === undefined ? {} : { guess: path }) });
const REPORT: ImportReport = {
  imported: false, name: '目录.csv', size: 3, sha256: '0'.repeat(64), mapping: 'guessed', constants: {}, fields: FIELDS, bad: [], badCells: 0,
  counts: { rows: 1200, bad: 0, published: 1000, amended: 150, unchanged: 50, withdrawn: 0 },
  columns: [
    column('编号', 'sourceId', ['W1', 'W2']), column('日期', 'publishedOn'), column('标题', 'title'), column('分类', 'categoryId'), column('单位', 'fields.issuers'), column('体裁', 'fields.genre'), column('备注栏'),
  ],
};
const BAD: ImportReport = {
  ...REPORT, counts: { rows: 3, bad: 2, published: 1, amended: 0, unchanged: 0, withdrawn: 0 }, badCells: 2500,
  bad: [{ row: 3, column: '日期', code: 'day', detail: '不是日期' }, { row: 4, column: '', code: 'too-many-cells', detail: '=1+1' }],
};
const UNMAPPED: ImportReport = {
  ...REPORT, columns: REPORT.columns.map(({ header, samples, paths }) => (['编号', '单位', '分类'].includes(header) ? { header, samples, paths: [] } : { header, samples, paths, ...(paths[0] && { guess: paths[0] }) })),
  problem: { pointer: '/query/mapping', code: 'import-map-required', detail: '没有一列是“来源编号”' },
};
const { counts: _counts, ...WITHOUT_COUNTS } = UNMAPPED;

/** Uploads go by XMLHttpRequest, which the stub of the API does not know: one that asks it by `fetch`, and tells of progress when it is told to. */
class Upload extends EventTarget {
  static readonly real = globalThis.XMLHttpRequest;
  /** Settles when all has been sent. */
  static sent: Promise<unknown> = Promise.resolve();
  readonly upload = new EventTarget();
  readonly #headers = new Headers();
  readonly #stop = new AbortController();
  #to = { method: '', url: '' };
  #answered = new Headers();
  status = 0;
  response: Blob | undefined;
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
    this.#stop.abort();
    this.dispatchEvent(new Event('abort'));
  }
  async send(body: Blob): Promise<void> {
    const progress = (loaded: number) => this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded, total: 2 }));
    progress(1);
    await Upload.sent;
    if (this.#stop.signal.aborted) return;
    progress(2);
    try {
      const answer = await fetch(this.#to.url, { method: this.#to.method, headers: this.#headers, body, signal: this.#stop.signal });
      [this.status, this.response, this.#answered] = [answer.status, await answer.blob(), answer.headers];
      this.dispatchEvent(new Event('load'));
    } catch {
      this.dispatchEvent(new Event('error'));
    }
  }
}

describe('<desk-imports>', () => {
  let api: DeskApi;
  beforeEach(() => {
    api = deskApi({
      '/v1/agencies': { items: [{ id: 'dam', name: '水库管理所', level: 'city', kind: 'authorised', children: 0, disclosures: 0 }] },
      '/v1/categories': { items: [{ id: 'A20_01', name: '规章规范性文件' }, { id: 'qinghe-water.sand', parentId: 'A20_01', agencyId: 'qinghe-water', name: '河道采砂' }] },
      'POST /v1/imports/preview': REPORT,
      'POST /v1/imports': { ...REPORT, imported: true },
    });
    globalThis.XMLHttpRequest = Upload as never;
    Upload.sent = Promise.resolve();
  });
  afterEach(() => {
    api.restore();
    globalThis.XMLHttpRequest = Upload.real;
  });

  const show = async (setting = {}) => {
    const shown = await showPage<DeskImports>(api, html`<desk-imports></desk-imports>`, { me: ME, ...setting });
    await waitUntil(() => root(shown.element).querySelector('form'), 'the form');
    return shown;
  };
  const at = <E extends HTMLElement>(element: Element, selector: string) => root(element).querySelector<E>(selector)!;
  const set = (element: Element, selector: string, value: string) => {
    const control = at<HTMLInputElement | HTMLSelectElement>(element, selector);
    control.value = value;
    control.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const choose = (element: Element, name = '目录.csv', content = '标题\n') => {
    const files = new DataTransfer();
    files.items.add(new File([content], name));
    at<HTMLInputElement>(element, '#file').files = files.files;
    at(element, '#file').dispatchEvent(new Event('change', { bubbles: true }));
  };
  const check = async (element: DeskImports) => {
    set(element, '#kind', 'normative');
    choose(element);
    await element.updateComplete;
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => root(element).querySelector('#result'), 'the result');
  };
  const asked = () => api.asked.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path: path.split('?')[0], body, ...Object.fromEntries(new URLSearchParams(path.split('?')[1])) }));
  const column$ = (element: Element, header: string) => named<HTMLSelectElement>(element, 'select', `“${header}”对应到`);
  const map = (element: Element, header: string, path: string) => {
    const select = column$(element, header);
    select.value = path;
    select.dispatchEvent(new Event('change'));
  };
  const button = (element: Element, name: string) => named(element, 'button', name);

  for (const scheme of ['light', 'dark'] as const) {
    it(`is accessible when it is ${scheme}: with bad rows, a mapping to put right, a question, and when it is done`, async () => {
      api.answer('POST /v1/imports/preview', BAD);
      const { element } = await show({ scheme });
      await check(element);
      await expect(element).to.be.accessible();
      api.answer('POST /v1/imports/preview', WITHOUT_COUNTS);
      choose(element);
      await check(element);
      await expect(element).to.be.accessible();
      api.answer('POST /v1/imports/preview', REPORT);
      await check(element);
      at<HTMLInputElement>(element, '#reviewedBy').value = '局办公室主任';
      at<HTMLFormElement>(element, 'form:not(.what)').requestSubmit();
      await waitUntil(() => at<HTMLDialogElement>(element, 'dialog').open);
      await expect(element).to.be.accessible();
      button(element, '确认导入').click();
      await waitUntil(() => root(element).querySelector('#done'));
      await expect(element).to.be.accessible();
    });
  }

  it('checks a file, asks who reviewed it, asks again, and says what was done only when it is', async () => {
    const { element } = await show();
    expect([...at<HTMLSelectElement>(element, '#agency').options].map(({ text: name }) => name)).to.deep.equal([WATER.name, '水库管理所']);
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => text(element).includes('请选择文件。'));
    expect(asked()).to.deep.equal([]);
    await check(element);
    expect(asked()).to.deep.equal([{ path: '/v1/imports/preview', body: '标题\n', agency: WATER.id, kind: 'normative', name: '目录.csv' }]);
    expect(root(element).activeElement?.id).to.equal('result');
    expect(at(element, '[role=status]').textContent).to.equal('核对完毕，共1,200行：将公开1,000条，更新150条，0行不合要求。');
    expect(column$(element, '编号').selectedOptions[0]!.text).to.equal('来源编号（必需）');
    expect(column$(element, '备注栏').value).to.equal('');

    button(element, '导入1,150条').click();
    await waitUntil(() => at(element, '#reviewedBy').getAttribute('aria-invalid') === 'true');
    at<HTMLInputElement>(element, '#reviewedBy').value = ' 局办公室 主任 ';
    button(element, '导入1,150条').click();
    await waitUntil(() => at<HTMLDialogElement>(element, 'dialog').open);
    expect(at(element, 'dialog').textContent).to.include('公开1,000条，更新150条').and.include('保密审查：局办公室 主任').and.include(WATER.name);
    expect(asked().length).to.equal(1);
    let finish = () => undefined as void;
    api.answer('POST /v1/imports', () => new Promise((done) => (finish = () => done({ ...REPORT, imported: true }))));
    button(element, '确认导入').click();
    await waitUntil(() => text(element).includes('已上传，正在导入'));
    expect(text(element)).not.to.include('导入完成');
    expect(element.unsaved).to.equal(true);
    await waitUntil(() => asked().length === 2);
    finish();
    await waitUntil(() => root(element).querySelector('#done'));
    expect(asked()[1]).to.deep.equal({
      path: '/v1/imports', body: '标题\n', agency: WATER.id, kind: 'normative', name: '目录.csv', mapping: '{"columns":{},"constants":{}}', reviewedBy: '局办公室 主任',
    });
    expect(text(element)).to.include('已公开1,000条，更新150条，50条没有变化。');
    expect(named<HTMLAnchorElement>(element, 'a', '查看已发布的信息').getAttribute('href')).to.equal(`/desk/published?agency=${WATER.id}&kind=normative`);
    expect([element.unsaved, root(element).activeElement?.id]).to.deep.equal([false, 'done']);
    button(element, '再导入一个文件').click();
    await waitUntil(() => text(element).includes('或把文件拖到这里'));
  });

  it('lets columns be put right, fills in what the file lacks, and checks with that before it imports', async () => {
    api.answer('POST /v1/imports/preview', WITHOUT_COUNTS);
    const { element } = await show();
    await check(element);
    expect(text(element)).to.include('还不能核对：没有一列是“来源编号”').and.include('文件中还没有对应到：来源编号').and.include('还缺：主题分类、发布机关。');
    expect(text(element)).not.to.include('由谁作了保密审查');
    map(element, '编号', 'title');
    await waitUntil(() => root(element).querySelectorAll('select[aria-invalid=true]').length === 2, 'the same field twice');
    map(element, '编号', 'sourceId');
    map(element, '备注栏', 'docNo');
    map(element, '体裁', '');
    await waitUntil(() => [...root(element).querySelectorAll('fieldset .label')].some((one) => one.textContent.includes('体裁') && one.localName === 'span'));
    const constant = (name: string) => [...root(element).querySelectorAll<HTMLLabelElement>('fieldset label')].find((one) => one.textContent.includes(name))!.control as HTMLSelectElement;
    const give = (name: string, value: string) => {
      constant(name).value = value;
      constant(name).dispatchEvent(new Event('change'));
    };
    await waitUntil(() => constant('主题分类').options.length === 3, 'the categories');
    give('主题分类', 'qinghe-water.sand');
    give('体裁', 'notice');
    give('发布机关', '清河县水利局');
    await waitUntil(() => !text(element).includes('还缺'));
    expect(element.unsaved).to.equal(true);
    const constants = { categoryId: 'qinghe-water.sand', 'fields.genre': 'notice', 'fields.issuers': '清河县水利局' };
    const chosen = { columns: { 编号: 'sourceId', 体裁: null, 备注栏: 'docNo' }, constants };
    api.answer('POST /v1/imports/preview', (one: Asked) => {
      const { columns } = JSON.parse(new URLSearchParams(one.path.split('?')[1]).get('mapping') ?? '{}') as { columns: Record<string, string | null> };
      return { ...REPORT, mapping: 'given', constants, columns: UNMAPPED.columns.map((was) => (was.header in columns ? { ...was, paths: [columns[was.header] ?? []].flat() } : was)) };
    });
    named(element, '.again button', '重新核对').click();
    await waitUntil(() => text(element).includes('由谁作了保密审查'));
    expect(JSON.parse((asked()[1] as unknown as { mapping: string }).mapping)).to.deep.equal(chosen);
    at<HTMLInputElement>(element, '#reviewedBy').value = '审查员';
    button(element, '导入1,150条').click();
    await waitUntil(() => at<HTMLDialogElement>(element, 'dialog').open);
    button(element, '确认导入').click();
    await waitUntil(() => root(element).querySelector('#done'));
    expect(JSON.parse((asked()[2] as unknown as { mapping: string }).mapping)).to.deep.equal(chosen);
  });

  it('lists what is wrong row by row, to keep as a table, and keeps the columns for the corrected file', async () => {
    api.answer('POST /v1/imports/preview', BAD);
    const { element } = await show();
    await check(element);
    expect([...root(element).querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent))).to.deep.equal([['3', '日期', '不是日期'], ['4', '（整行）', '=1+1']]);
    expect(text(element)).to.include('3行中有2行不合要求，一行也不会导入').and.include('共2500处').and.not.include('由谁作了保密审查');
    const table = await (await fetch(named<HTMLAnchorElement>(element, 'a', '下载为表格').href)).text();
    expect(table).to.equal('"行","列","原因"\r\n"3","日期","不是日期"\r\n"4","","\'=1+1"\r\n');
    expect([...new Uint8Array(await badTable(translator(importStrings, 'zh-CN'), []).arrayBuffer())].slice(0, 3)).to.deep.equal([0xef, 0xbb, 0xbf]);

    map(element, '备注栏', 'docNo');
    await element.updateComplete;
    api.answer('POST /v1/imports/preview', { ...REPORT, mapping: 'given' });
    choose(element, '目录（更正）.csv', '标题\n1');
    await waitUntil(() => !root(element).querySelector('#result'));
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => root(element).querySelector('#result'));
    expect(asked()[1]).to.include({ name: '目录（更正）.csv', mapping: '{"columns":{"备注栏":"docNo"},"constants":{}}' });
    api.answer('POST /v1/imports/preview', (one: Asked) => (one.path.includes('mapping=') ? { ...WITHOUT_COUNTS, problem: { pointer: '/query/mapping', code: 'import-map-column', detail: '没有列' } } : REPORT));
    choose(element, '另一个.csv');
    await element.updateComplete;
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => asked().length === 4 && text(element).includes('由谁作了保密审查'), 'another file goes by its own columns');
  });

  it('says why a file cannot be read, and what is not certain when no answer came', async () => {
    api.answer('POST /v1/imports/preview', refusal(400, 'invalid-input', { errors: [{ pointer: '/body', code: 'import-xlsx', detail: '不是可读取的 XLSX 工作簿' }] }));
    const { element } = await show();
    set(element, '#kind', 'notice');
    choose(element, '坏.xlsx');
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => text(element).includes('不是可读取的 XLSX 工作簿'));
    api.answer('POST /v1/imports/preview', REPORT);
    await check(element);
    const run = async () => {
      at<HTMLInputElement>(element, '#reviewedBy').value = '审查员';
      button(element, '导入1,150条').click();
      await waitUntil(() => at<HTMLDialogElement>(element, 'dialog').open);
      button(element, '确认导入').click();
    };
    api.answer('POST /v1/imports', () => Promise.reject(new TypeError('gone')));
    await run();
    await waitUntil(() => text(element).includes('没有收到导入的结果'));
    api.answer('POST /v1/imports/preview', { ...REPORT, counts: { rows: 1200, bad: 0, published: 0, amended: 0, unchanged: 1200, withdrawn: 0 } });
    named(element, '.notice button', '重新核对').click();
    await waitUntil(() => text(element).includes('没有要导入的'));

    api.answer('POST /v1/imports/preview', REPORT);
    choose(element);
    await check(element);
    api.answer('POST /v1/imports', refusal(403, 'not-allowed'));
    await run();
    await waitUntil(() => text(element).includes('因为not-allowed'));
    api.answer('POST /v1/imports', { ...BAD });
    await run();
    await waitUntil(() => text(element).includes('核对之后数据又有变化，没有导入'));
    expect(text(element)).not.to.include('导入完成');
  });

  it('can be stopped: while it is sent nothing was imported, afterwards that is not certain', async () => {
    const { element } = await show();
    await check(element);
    const run = async () => {
      at<HTMLInputElement>(element, '#reviewedBy').value = '审查员';
      button(element, '导入1,150条').click();
      await waitUntil(() => at<HTMLDialogElement>(element, 'dialog').open);
      button(element, '确认导入').click();
    };
    Upload.sent = new Promise(() => undefined);
    await run();
    await waitUntil(() => at<HTMLProgressElement>(element, 'progress')?.value === 0.5);
    button(element, '取消').click();
    await waitUntil(() => text(element).includes('已取消，什么也没有导入'));
    Upload.sent = Promise.resolve();
    api.answer('POST /v1/imports', () => new Promise(() => undefined));
    await run();
    await waitUntil(() => text(element).includes('已上传，正在导入'));
    named(element, '.way button', '取消').click();
    await waitUntil(() => text(element).includes('没有收到导入的结果'));
  });

  it('goes on after somebody signs in again', async () => {
    let signedIn = false;
    api.answer('POST /v1/imports/preview', () => (signedIn ? REPORT : refusal(401, 'not-signed-in')));
    api.answer('/v1/staff/me', () => ((signedIn = true), ME));
    const { element } = await show();
    await check(element);
    expect(asked().length).to.equal(2);
  });

  it('takes a file that is dropped, and needs no sideways scrolling at 390 px', async () => {
    await setViewport({ width: 390, height: 800 });
    api.answer('POST /v1/imports/preview', { ...BAD, columns: [...BAD.columns, column('一个很长很长很长很长很长很长很长很长很长很长很长很长的列名', 'docNo', ['x'.repeat(60)])] });
    const { element } = await show({ language: 'en' });
    set(element, '#kind', 'normative');
    const files = new DataTransfer();
    files.items.add(new File(['x'], 'dropped.csv'));
    at(element, '.drop').dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
    await waitUntil(() => text(element).includes('dropped.csv'));
    at<HTMLFormElement>(element, 'form.what').requestSubmit();
    await waitUntil(() => root(element).querySelector('#result'));
    expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 1280, height: 720 });
  });
});
