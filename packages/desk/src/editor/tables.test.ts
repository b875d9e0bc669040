import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import type { DeskEditor } from './element.ts';
import { forgetLocalCopies } from './local-copy.ts';
import { StubServer, all, clear, draftOf, find, mount, named, paste, press, text, type, until } from './testing.ts';
import type { DisclosureKind, FieldsOf } from './types.ts';

let server: StubServer;

async function open(kind: DisclosureKind): Promise<DeskEditor> {
  const draft = draftOf(kind);
  server = new StubServer(draft);
  const element = mount<DeskEditor>(html`<desk-editor .client=${server.client} draft-id=${draft.id}></desk-editor>`, 'desk-editor');
  await until(() => element.shadowRoot?.querySelector('form'), 'the form');
  return element;
}

async function fields<K extends DisclosureKind>(element: DeskEditor, _kind: K): Promise<FieldsOf<K>> {
  await element.flush();
  await until(() => text(element, '.save').startsWith('已保存'), 'a save');
  return ([...server.drafts.values()][0]?.content as unknown as { fields: FieldsOf<K> }).fields;
}

describe('<desk-editor> with tables, steps and lists', () => {
  beforeEach(forgetLocalCopies);
  afterEach(clear);

  it('takes a table from Excel once every cell is understood', async () => {
    const element = await open('budget');
    const area = find(element, '#f-content-fields-tables-0-paste');
    paste(area, { 'text/plain': '项目\t2014年预算（万元）\t占比\r\n公务接待费\t6.5\t37.1%\r\n公务用车\t1,100\t约三成\r\n购置费\t—\t0%\r\n' });
    await until(() => element.shadowRoot?.querySelector('.proposal'), 'the proposal');
    await until(() => element.shadowRoot?.activeElement?.classList.contains('proposal'), 'the focus on it');
    expect(text(element, '.proposal')).to.contain('3行，3列');
    const share = all(element, '.proposal select')[2];
    if (!share) throw new Error('no type');
    type(share, 'percent');
    await element.updateComplete;
    expect(text(element, '.mend')).to.contain('第3行“占比”不是百分比');
    expect(named(element, '替换原来的4行').disabled).to.equal(true);
    await expect(element).to.be.accessible();
    type(find(element, '.mend input'), '30%');
    await element.updateComplete;
    named(element, '替换原来的4行').click();
    await element.updateComplete;
    const { tables: [table] } = await fields(element, 'budget');
    expect(table?.caption).to.equal('“三公”经费决算表');
    expect(table?.columns.map(({ key, title, type: of, unit }) => [key, title, of, unit])).to.deep.equal([['name', '项目', 'text', undefined], ['plan', '2014年预算', 'money', '万元'], ['c1', '占比', 'percent', '%']]);
    expect(table?.rows).to.deep.equal([{ name: '公务接待费', plan: 6.5, c1: 37.1 }, { name: '公务用车', plan: 1100, c1: 30 }, { name: '购置费', plan: null, c1: 0 }]);
    named(element, '撤销').click();
    await element.updateComplete;
    expect((await fields(element, 'budget')).tables[0]?.rows.length).to.equal(4);
  });

  it('reads merged cells from what Excel puts beside the text', async () => {
    const element = await open('budget');
    const rich = '<html><body><script>document.title="x"</script><table><tr><th>科室</th><th>人数</th></tr><tr><td rowspan="2">办公室</td><td>3</td></tr><tr><td>4</td></tr></table></body></html>';
    paste(find(element, '#f-content-fields-tables-0-paste'), { 'text/plain': '科室\t人数\n办公室\t3\n\t4', 'text/html': rich });
    await until(() => element.shadowRoot?.querySelector('.proposal'), 'the proposal');
    expect(all(element, '.proposal tbody td').map((cell) => cell.textContent?.trim())).to.deep.equal(['办公室', '3', '办公室', '4']);
    named(element, '不采用').click();
    await element.updateComplete;
    expect(all(element, '.proposal').length).to.equal(0);
  });

  it('corrects single cells, fills a block from where one pastes, and marks what does not fit', async () => {
    const element = await open('budget');
    const cell = (row: number, column: string) => find<HTMLInputElement>(element, `#f-content-fields-tables-0-rows-${String(row)}-${column}`);
    type(cell(0, 'plan'), '约三万');
    await element.updateComplete;
    expect(cell(0, 'plan').getAttribute('aria-invalid')).to.equal('true');
    type(cell(0, 'plan'), '1,234.5');
    press(cell(0, 'plan'), 'Enter');
    await until(() => element.shadowRoot?.activeElement === cell(1, 'plan'), 'the cell below');
    paste(cell(2, 'plan'), { 'text/plain': '1\t2\n3\t—\n5\t6' });
    await element.updateComplete;
    const { tables: [table] } = await fields(element, 'budget');
    expect(table?.rows.map(({ plan, actual }) => [plan, actual])).to.deep.equal([[1234.5, 0], [6.5, 4.12], [1, 2], [3, null], [5, 6]]);
    expect(table?.rows[4]).to.deep.equal({ name: null, plan: 5, actual: 6, before: null });
  });

  it('shows fifty of many rows at a time', async () => {
    const element = await open('budget');
    paste(find(element, '#f-content-fields-tables-0-paste'), { 'text/plain': ['名称\t数', ...[...Array(120).keys()].map((at) => `第${String(at)}\t${String(at)}`)].join('\n') });
    await until(() => element.shadowRoot?.querySelector('.proposal'), 'the proposal');
    named(element, '替换原来的4行').click();
    await element.updateComplete;
    expect(all(element, '.cells tbody tr').length).to.equal(50);
    named(element, '下一页').click();
    await element.updateComplete;
    expect(all(element, '.cells tbody th')[0]?.textContent).to.equal('51');
    expect((await fields(element, 'budget')).tables[0]?.rows.length).to.equal(120);
    named(element, '下一页').click();
    await element.updateComplete;
    const last = find<HTMLInputElement>(element, '#f-content-fields-tables-0-rows-119-plan, #f-content-fields-tables-0-rows-119-c1');
    last.focus();
    last.value = '7';
    press(last, 'Enter'); // a browser changes the field on leaving it, within this very key
    await until(() => element.shadowRoot?.activeElement?.id.includes('rows-120'), 'a new row');
    expect((await fields(element, 'budget')).tables[0]?.rows.length).to.equal(121);
  });

  it('edits steps by keyboard, draws them, and says what is not reached', async () => {
    const element = await open('service');
    const steps = () => all(element, '.step-entry').map((one) => one.querySelector<HTMLInputElement>('input')?.value);
    const before = steps();
    expect(all(element, '.flow-view .node').length).to.equal(before.length);
    press(find(element, '#f-content-fields-flow-nodes-3-label'), 'ArrowDown', { altKey: true });
    await until(() => element.shadowRoot?.activeElement?.id === 'f-content-fields-flow-nodes-4-down', 'the focus');
    expect(steps().slice(3, 5)).to.deep.equal([before[4], before[3]]);
    const insert = all(element, '.step-entry')[0];
    [...(insert?.querySelectorAll('button') ?? [])].find((one) => one.textContent?.includes('在后面插入环节'))?.click();
    await until(() => element.shadowRoot?.activeElement?.id === 'f-content-fields-flow-nodes-1-label', 'the new step');
    type(find(element, '#f-content-fields-flow-nodes-1-label'), '领取回执');
    type(find(element, '#f-content-fields-flow-nodes-1-days'), '0.5');
    await element.updateComplete;
    expect(text(element, '.flow-view .steps')).to.contain('领取回执');
    let { flow } = await fields(element, 'service');
    expect(flow.nodes[1]).to.deep.include({ label: '领取回执', type: 'step', days: 0.5 });
    expect(flow.edges.filter(({ from }) => from === 'apply')).to.deep.equal([{ from: 'apply', to: flow.nodes[1]?.id }]);
    expect(flow.edges.filter(({ from }) => from === flow.nodes[1]?.id)).to.deep.equal([{ from: flow.nodes[1]?.id, to: 'check' }]);
    // Cut the only way to the new step: it is not reached any more, and neither is what follows.
    named(element, '删除下一步（1）').click();
    await element.updateComplete;
    expect(text(element, '#f-content-fields-flow-nodes-1-problem')).to.equal('从“开始”走不到这个环节。');
    expect(text(element, '#f-content-fields-flow-nodes-0-problem')).to.contain('没有下一步');
    await expect(element).to.be.accessible();
    named(element, '撤销').click();
    ({ flow } = await fields(element, 'service'));
    expect(flow.edges.some(({ from }) => from === 'apply')).to.equal(true);
    expect(all(element, '#f-content-fields-flow-nodes-1-problem').length).to.equal(0);
  });

  it('adds, moves and removes entries of a list by keyboard; undo brings one back', async () => {
    const element = await open('service');
    named(element, '添加：材料').click();
    await until(() => element.shadowRoot?.activeElement?.id === 'f-content-fields-materials-4-name', 'the new entry');
    type(find(element, '#f-content-fields-materials-4-name'), '授权书');
    press(find(element, '#f-content-fields-materials-4-name'), 'ArrowUp', { altKey: true });
    await until(() => find<HTMLInputElement>(element, '#f-content-fields-materials-3-name').value === '授权书', 'the move');
    named(element, '删除：材料第1项').click();
    await element.updateComplete;
    expect(text(element, '.undo')).to.contain('材料：已删除第1项，还有4项');
    await until(() => element.shadowRoot?.activeElement?.id === 'f-content-fields-materials-0-remove', 'the focus');
    named(element, '撤销').click();
    expect((await fields(element, 'service')).materials.map(({ name }) => name)).to.deep.equal(['采砂许可申请书', '申请人身份证明或者营业执照', '采砂作业方案', '授权书', '采砂范围坐标图']);
    paste(find(element, '#f-content-fields-conditions-0'), { 'text/plain': '甲\r\n乙\r\n\r\n丙' });
    await element.updateComplete;
    expect((await fields(element, 'service')).conditions.slice(1, 4)).to.deep.equal(['甲', '乙', '丙']);
  }).timeout(40_000);

  it('keeps what was written for another act until it is sent', async () => {
    const element = await open('decision');
    const act = () => find<HTMLSelectElement>(element, '#f-content-fields-act');
    type(act(), 'licence');
    await element.updateComplete;
    expect(all(element, '#f-content-fields-cause').length).to.equal(0);
    expect(find<HTMLInputElement>(element, '#f-content-fields-party').value).to.equal('清河县顺达砂石经营部');
    expect(await fields(element, 'decision')).not.to.have.property('cause');
    type(act(), 'penalty');
    await element.updateComplete;
    expect(find<HTMLTextAreaElement>(element, '#f-content-fields-cause').value).to.contain('白溪口禁采区');
  });

  it('marks the text by buttons, and shows it as the public sees it', async () => {
    const element = await open('normative');
    const area = find<HTMLTextAreaElement>(element, '#f-content-body');
    type(area, '第一条 目的');
    area.setSelectionRange(0, 3);
    named(element, '加粗').click();
    expect(area.value).to.equal('**第一条** 目的');
    await until(() => element.shadowRoot?.querySelector('sunlit-disclosure')?.shadowRoot?.querySelector('.prose strong')?.textContent === '第一条', 'the preview');
    type(area, '<img src=x onerror="document.title=1">文字');
    const shown = () => element.shadowRoot?.querySelector('sunlit-disclosure')?.shadowRoot?.querySelector('.prose');
    await until(() => shown()?.textContent?.includes('文字'), 'the preview again');
    expect(shown()?.querySelector('img')).to.equal(null);
  });
});
