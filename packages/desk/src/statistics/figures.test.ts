import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { all, fill, part, words } from '../cases/bench.ts';
import { deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskFigures } from './element.ts';
import { OTHER, PROACTIVE, PUBLISHER, READER, annual, closed, counted, entered } from './testing.ts';

const PATH = '/v1/agencies/qinghe-water/statistics/2025';

describe('the figures of a year', () => {
  let api: DeskApi;
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 720 });
    api = deskApi({ [PATH]: annual(), '/v1/statistics/cases': { items: [counted('1'), counted('2', { endedOn: undefined, outcome: undefined })], next: 'two', total: 14 } });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}, query = 'agency=qinghe-water&year=2025') => {
    const shown = await showPage<DeskFigures>(api, html`<desk-figures .query=${new URLSearchParams(query)}></desk-figures>`, { me: PUBLISHER, ...setting });
    await waitUntil(() => part(shown.element, 'desk-requests-table') && part(part(shown.element, 'desk-requests-table'), 'table') && part(part(shown.element, 'desk-figures-entry'), 'form'), 'the tables are drawn');
    return shown;
  };
  const third = (element: Element) => part(element, 'desk-requests-table');
  const entry = (element: Element) => part(element, 'desk-figures-entry');
  const save = (element: Element) => part(entry(element), 'form .buttons .primary').click();
  const closing = async (element: Element) => {
    part(element, '[data-open=closing]').click();
    await waitUntil(() => part(element, 'desk-year-closing') && part(part(element, 'desk-year-closing'), 'form'), 'the step before');
    return part(element, 'desk-year-closing');
  };

  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      it(`is accessible in ${scheme} and ${language}, with differences`, async () => {
        api.answer(PATH, annual({ closed: closed(), differences: [{ line: 'granted', column: 'naturalPerson', closed: 13, now: 14 }] }));
        const { element } = await show({ scheme, language });
        await expect(element).to.be.accessible();
      });
    }
  }

  it('has a cell for each figure with the names of its row and column, last year beside it, and opens the cases of those that are not zero', async () => {
    const { element } = await show();
    const rows = all(third(element), 'tbody tr:not(.group)');
    expect(rows.length).to.equal(25);
    const received = rows[0]!;
    expect([...received.children].map(words)).to.deep.equal(['一、本年新收政府信息公开申请数量', '31', '4', '0', '0', '2', '0', '37', '28', '+9']);
    expect(received.querySelectorAll('button').length).to.equal(4);
    expect(all(third(element), 'th[scope=row]').length).to.equal(25);
    expect(all(third(element), '.group').map(words)).to.deep.equal(['三、本年度办理结果', '（三）不予公开', '（四）无法提供', '（五）不予处理', '（六）其他处理']);
    named(third(element), 'button', '（一）予以公开，自然人：14件，查看案件').click();
    await waitUntil(() => part(element, 'desk-counted-cases') && part(part(element, 'desk-counted-cases'), 'table'));
    expect(api.asked.at(-1)!.path).to.equal('/v1/statistics/cases?agency=qinghe-water&column=naturalPerson&limit=50&line=granted&year=2025');
    const cases = part(element, 'desk-counted-cases');
    expect(words(part(element, 'dialog.cases h2'))).to.equal('（一）予以公开，自然人');
    await expect(part(element, 'dialog.cases')).to.be.accessible();
    expect(text(cases)).to.include('共14件').and.include('予以公开').and.include('办理中');
    expect((part(cases, 'tbody a') as HTMLAnchorElement).pathname).to.equal(`/desk/cases/${counted('1').id}`);
    api.answer('/v1/statistics/cases', { items: [counted('3')], total: 14 });
    named(cases, 'button', '显示更多').click();
    await waitUntil(() => all(cases, 'tbody tr').length === 3);
    named(element, 'dialog.cases button', '关闭').click();
    await element.updateComplete;
    expect((part(element, 'dialog.cases') as HTMLDialogElement).open).to.equal(false);
  });

  it('says what does not add up, by how much, and which cases are behind it', async () => {
    const { element } = await show();
    expect(words(part(element, '.faults'))).to.include('1处不平衡').and.include('“自然人”栏：上年结转3，上一年公布的结转下年为2，相差1。');
    named(element, '.behind button', '二、上年结转政府信息公开申请数量，自然人（3）').click();
    await waitUntil(() => api.asked.at(-1)!.path.includes('line=carriedOver'));
  });

  it('marks what differs from what is public, in the cell and in words, and offers the public tables', async () => {
    api.answer(PATH, annual({ closed: closed({ version: 2, reason: '补登一件' }), differences: [{ line: 'granted', column: 'naturalPerson', closed: 13, now: 14 }] }));
    const { element } = await show();
    expect(words(part(third(element), '.differs'))).to.equal('14 公布为13');
    expect(text(element)).to.include('1格与已公布的数字不同').and.include('（一）予以公开，自然人：公布为13，现在是14').and.include('更正说明：补登一件').and.include('已公布，第2版');
    const links = (all(element, '.downloads a') as HTMLAnchorElement[]).map((link) => link.href.replace(api.url, ''));
    expect(links).to.include('/v1/open-data/requests?agency=qinghe-water&year=2025&format=csv').and.to.have.length(6);
  });

  it('shows no way to cases or forms to whom they are not for', async () => {
    const { element } = await show({ me: READER });
    expect(all(third(element), 'button').length).to.equal(0);
    expect(all(entry(element), 'input, button').length).to.equal(0);
    expect(part(element, '[data-open=closing]')).to.equal(null);
    expect(text(element)).to.include('案件由申请经办人员查看').and.include('不能填报和公布');
    expect(all(element, '.behind').length).to.equal(0);
  });

  it('takes the second and the fourth table, keeps sums that follow and totals that are stated otherwise', async () => {
    api.answer(`PUT ${PATH}`, annual({ entered: entered({ version: 4 }) }));
    const { element, frame } = await show();
    expect(text(entry(element))).to.include('办公室主任 李发布于').and.include('上年1,100');
    fill(entry(element), 'reconsideration.upheld', '5');
    await (entry(element) as DeskFigures).updateComplete;
    expect((root(entry(element)).getElementById('reconsideration.total') as HTMLInputElement).value).to.equal('6');
    fill(entry(element), 'litigationAfter.total', '9');
    fill(entry(element), 'litigationAfter.upheld', '2');
    await (entry(element) as DeskFigures).updateComplete;
    expect((root(entry(element)).getElementById('litigationAfter.total') as HTMLInputElement).value).to.equal('9');
    expect(text(entry(element))).to.include('各项合计3');
    expect(element.unsaved).to.equal(true);
    save(element);
    await waitUntil(() => frame.said.length > 0);
    expect(frame.said).to.deep.equal(['填报的数字已保存。']);
    const { body } = api.written[0]!;
    expect(body).to.deep.equal({ version: 3, proactive: PROACTIVE, disputes: { reconsideration: { upheld: 5, corrected: 1, otherResult: 0, pending: 0, total: 6 }, litigationDirect: { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 }, litigationAfter: { upheld: 2, corrected: 0, otherResult: 0, pending: 1, total: 9 } } });
    expect(element.unsaved).to.equal(false);
  });

  it('leaves out a table that is empty, and says at the field what is no figure', async () => {
    api.answer(PATH, annual({ entered: undefined }));
    api.answer(`PUT ${PATH}`, annual({ entered: entered({ version: 1, disputes: undefined }) }));
    const { element } = await show();
    fill(entry(element), 'licences', '-1');
    save(element);
    await waitUntil(() => all(entry(element), '[aria-invalid=true]').length === 10, 'what is missing in a table that was begun');
    expect(api.written).to.deep.equal([]);
    expect(root(entry(element)).activeElement?.id).to.equal('regulations.issued');
    for (const input of all(entry(element), 'table.typed input')) if (!/recons|litig/.test(input.id)) fill(entry(element), input.id, '0');
    save(element);
    await waitUntil(() => api.written.length === 1);
    expect(Object.keys(api.written[0]!.body as object)).to.deep.equal(['version', 'proactive']);
  });

  it('keeps what was typed when somebody else saved, shows theirs, and saves upon it when told so', async () => {
    const theirs = annual({ entered: entered({ version: 4, by: OTHER, proactive: { ...PROACTIVE, penalties: 40 } }) });
    api.answer(`PUT ${PATH}`, refusal(409, 'changed-meanwhile', { current: theirs }));
    const { element } = await show();
    fill(entry(element), 'penalties', '38');
    save(element);
    await waitUntil(() => part(entry(element), '[role=alert] table'));
    expect(words(part(entry(element), '[role=alert]')).replaceAll(' ', '')).to.include('科员周填报').and.include('行政处罚处理决定数量3840');
    expect((root(entry(element)).getElementById('penalties') as HTMLInputElement).value).to.equal('38');
    await expect(element).to.be.accessible();
    api.answer(`PUT ${PATH}`, annual({ entered: entered({ version: 5, proactive: { ...PROACTIVE, penalties: 38 } }) }));
    part(entry(element), '[data-take=mine]').click();
    await waitUntil(() => api.written.length === 2);
    expect(api.written[1]!.body).to.deep.include({ version: 4 });
    await waitUntil(() => !element.unsaved);
  });

  it('takes theirs when told so', async () => {
    api.answer(`PUT ${PATH}`, refusal(409, 'changed-meanwhile', { current: annual({ entered: entered({ version: 4, by: OTHER, proactive: { ...PROACTIVE, penalties: 40 } }) }) }));
    const { element } = await show();
    fill(entry(element), 'penalties', '38');
    save(element);
    await waitUntil(() => part(entry(element), '[data-take=theirs]'));
    part(entry(element), '[data-take=theirs]').click();
    await waitUntil(() => (root(entry(element)).getElementById('penalties') as HTMLInputElement).value === '40');
    expect(element.unsaved).to.equal(false);
  });

  it('closes a year after saying what that means, with a reason where something does not add up', async () => {
    const done = annual({ closed: closed() });
    api.answer(`POST ${PATH}/versions`, done);
    const { element, frame } = await show();
    const step = await closing(element);
    expect(text(step)).to.include('向社会公开').and.include('固定不变').and.include('不能撤回').and.include('还有1处不平衡');
    await expect(element).to.be.accessible();
    part(step, '.primary').click();
    await waitUntil(() => part(step, '#reason-wrong'));
    expect(api.written).to.deep.equal([]);
    fill(step, 'reason', '上年漏报一件');
    part(step, '.primary').click();
    await waitUntil(() => frame.said.length > 0);
    expect(api.written[0]).to.deep.equal({ what: `POST ${PATH}/versions`, body: { version: 0, reason: '上年漏报一件' } });
    await waitUntil(() => text(element).includes('已公布，第1版'));
    expect((part(element, 'dialog.closing') as HTMLDialogElement).open).to.equal(false);
  });

  it('corrects by a new version, and stops when somebody else has just done so', async () => {
    api.answer(PATH, annual({ closed: closed(), faults: [], differences: [{ line: 'granted', column: 'naturalPerson', closed: 13, now: 14 }] }));
    api.answer(`POST ${PATH}/versions`, refusal(409, 'changed-meanwhile', { current: annual({ closed: closed({ version: 2 }), faults: [] }) }));
    const { element } = await show();
    const step = await closing(element);
    expect(text(step)).to.include('作为第2版公布').and.include('与第1版不同的有1格');
    fill(step, 'reason', '补登一件');
    part(step, '.primary').click();
    await waitUntil(() => text(step).includes('刚刚有人公布了第2版'));
    expect((root(step).getElementById('reason') as HTMLTextAreaElement).value).to.equal('补登一件');
    expect(text(step)).to.include('作为第3版公布');
  });

  it('does not close over figures that are typed and not saved, nor a year that is not over', async () => {
    const { element } = await show();
    fill(entry(element), 'penalties', '38');
    part(element, '[data-open=closing]').click();
    await waitUntil(() => text(element).includes('请先保存，再公布'));
    expect(part(element, 'desk-year-closing')).to.equal(null);
    const year = new Date().getFullYear();
    api.answer(`/v1/agencies/qinghe-water/statistics/${year}`, annual({ year, due: `${year + 1}-01-31` }));
    const { element: running } = await show({}, `year=${year}`);
    expect(part(running, '[data-open=closing]')).to.equal(null);
    expect(text(running)).to.include(`${year}年还没有结束`);
  });

  it('goes to another year and to the report by their addresses, and fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element, frame } = await show();
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const control of [...all(element, 'button, .button, select, summary'), ...all(third(element), 'button'), ...all(entry(element), 'input, button')]) if (control.getClientRects().length > 0) expect(Math.round(control.getBoundingClientRect().height), control.outerHTML).to.be.at.least(44);
    const [year] = all(element, 'select') as HTMLSelectElement[];
    year!.value = '2024';
    year!.dispatchEvent(new Event('change'));
    expect(frame.gone).to.deep.equal(['statistics?agency=qinghe-water&year=2024']);
    expect(all(element, '.head a').map((link) => link.getAttribute('href'))).to.deep.equal(['/desk/reports/2025/annual?agency=qinghe-water']);
  });

  it('says what went wrong', async () => {
    api.answer(PATH, refusal(500, 'internal'));
    const { element } = await showPage<DeskFigures>(api, html`<desk-figures .query=${new URLSearchParams('year=2025')}></desk-figures>`, { me: PUBLISHER });
    await waitUntil(() => text(element).includes('数据是安全的'));
  });
});
