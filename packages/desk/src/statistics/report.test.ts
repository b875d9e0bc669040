import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { ReportDraft } from '@sunlit/client/desk';
import { html } from 'lit';
import { all, part, words } from '../cases/bench.ts';
import { forgetLocalCopies } from '../editor/local-copy.ts';
import { deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import './define.ts';
import type { DeskReport } from './report.ts';
import { OTHER, PUBLISHER, READER, report, withText } from './testing.ts';

const PATH = '/v1/agencies/qinghe-water/reports/2025/annual';
const THEIRS_AT = '2026-01-16T02:00:00.000Z';
const saved = (one: ReportDraft, version: number): ReportDraft => ({ ...one, version, saved: { by: OTHER, at: THEIRS_AT } });

describe('a report of a year', () => {
  let api: DeskApi;
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 720 });
    await forgetLocalCopies();
    api = deskApi({ [PATH]: report(), [`${PATH}/preview`]: { title: '清河县水利局2025年政府信息公开工作年度报告', markdown: '## 一、总体情况\n\n本年主动公开信息482条。\n\n| 项目 | 数量 |\n|---|---|\n| 新收 | 37 |\n\n<script>alert(1)</script>' } });
  });
  afterEach(async () => {
    api.restore();
    await forgetLocalCopies();
  });

  const show = async (setting = {}, template = 'annual') => {
    const shown = await showPage<DeskReport>(api, html`<desk-report .query=${new URLSearchParams('agency=qinghe-water')} .year=${'2025'} .template=${template}></desk-report>`, { me: PUBLISHER, ...setting });
    await waitUntil(() => all(shown.element, 'desk-report-section').length > 0 && all(shown.element, 'desk-report-section').every((one) => part(one, 'section')), 'the sections are drawn');
    return shown;
  };
  const section = (element: Element, name: string) => part(element, `[data-section=${name}]`);
  const area = (element: Element, name: string) => part(section(element, name), 'textarea') as HTMLTextAreaElement;
  const type = (element: Element, name: string, value: string) => {
    area(element, name).value = value;
    area(element, name).dispatchEvent(new Event('input'));
  };
  const save = (element: Element) => part(element, '[data-act=save]').click();
  const checks = (element: Element) => words(part(element, '.checks'));
  const sent = (index: number) => (api.written[index]!.body as { version: number; sections: { name: string; text: string }[] });

  for (const scheme of ['light', 'dark'] as const) {
    for (const language of ['zh-CN', 'en'] as const) {
      it(`is accessible in ${scheme} and ${language}, with the choice of figures open`, async () => {
        const { element } = await show({ scheme, language });
        await expect(element).to.be.accessible();
        part(section(element, 'general'), '.head button').click();
        await waitUntil(() => part(section(element, 'general'), 'desk-figure-choice') && part(part(section(element, 'general'), 'desk-figure-choice'), '.choice'));
        await expect(element).to.be.accessible();
      });
    }
  }

  it('says what each reference stands for, and at once which lead nowhere and which sections are empty', async () => {
    const { element } = await show();
    expect(words(part(section(element, 'requests'), '.references'))).to.equal('本年新收申请，总计 37');
    expect(checks(element)).to.include('没有文字的部分：1个').and.include('2025年的数字还没有公布').and.include('公布期限：2026年1月31日').and.not.include('没有数字的引用');
    type(element, 'general', '{{disclosures.totl}} 和 {{ requests.granted.total }} 和 {{topics.answered}} 和 {{lastYear.topics.answered}}');
    type(element, 'other', '无。');
    await element.updateComplete;
    expect(checks(element)).to.include('没有数字的引用：2处').and.include('disclosures.totl').and.not.include('没有文字的部分');
    await waitUntil(() => part(section(element, 'general'), '.unknown'));
    expect(words(part(section(element, 'general'), '.references'))).to.equal('disclosures.totl 没有这个数字 予以公开，总计 17 topics.answered 点题答复，件 本年没有这个数 上年点题答复，件 6');
    named(element, '.checks button', 'disclosures.totl 到“总体情况”').click();
    expect(root(section(element, 'general')).activeElement).to.equal(area(element, 'general'));
    expect(text(element)).to.include('请先保存文字');
    await expect(element).to.be.accessible();
  });

  it('puts a figure in where the caret is, found by its name, with this year and last', async () => {
    const { element } = await show();
    type(element, 'problems', '本年公开件，下不为例。');
    area(element, 'problems').setSelectionRange(4, 4);
    named(section(element, 'problems'), 'button', '在“存在的主要问题及改进情况”中插入数字').click();
    await waitUntil(() => part(section(element, 'problems'), 'desk-figure-choice'));
    const choice = part(section(element, 'problems'), 'desk-figure-choice');
    await waitUntil(() => root(choice).activeElement?.localName === 'input', 'the search has the focus');
    const search = part(choice, 'input') as HTMLInputElement;
    search.value = '予以 公开';
    search.dispatchEvent(new Event('input'));
    await waitUntil(() => all(choice, '.row').length === 1);
    expect(words(part(choice, '.row')).replaceAll(' ', '')).to.equal('予以公开，总计requests.granted.total本年17上年22');
    search.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));
    expect(root(choice).activeElement).to.equal(part(choice, '.choice'));
    part(choice, '.choice').click();
    await waitUntil(() => area(element, 'problems').value === '本年公开{{requests.granted.total}}件，下不为例。');
    expect(root(section(element, 'problems')).activeElement).to.equal(area(element, 'problems'));
    expect(element.unsaved).to.equal(true);
  });

  it('puts in what it was last year', async () => {
    const { element } = await show();
    area(element, 'problems').setSelectionRange(9, 9);
    named(section(element, 'problems'), 'button', '在“存在的主要问题及改进情况”中插入数字').click();
    await waitUntil(() => part(section(element, 'problems'), 'desk-figure-choice') && named(part(section(element, 'problems'), 'desk-figure-choice'), 'button', '点题答复，件：上年6'));
    named(part(section(element, 'problems'), 'desk-figure-choice'), 'button', '点题答复，件：上年6').click();
    await waitUntil(() => area(element, 'problems').value === '答复文书不够规范。{{lastYear.topics.answered}}');
  });

  it('saves all sections upon the version that was read', async () => {
    api.answer(`PUT ${PATH}`, () => saved(withText(report(), 'other', '无。'), 3));
    const { element, frame } = await show();
    expect(text(element)).to.include('全部已保存');
    type(element, 'other', '无。');
    await waitUntil(() => text(element).includes('未保存的文字暂存在这台设备上'), 'the copy on this device');
    save(element);
    await waitUntil(() => frame.said.length > 0);
    expect(sent(0)).to.deep.equal({ version: 2, sections: withText(report(), 'other', '无。').sections.map(({ name, text: value }) => ({ name, text: value })) });
    expect(element.unsaved).to.equal(false);
  });

  it('puts back what was typed and never saved, until its writer drops it', async () => {
    const { element } = await show();
    type(element, 'other', '写了一半');
    await waitUntil(() => text(element).includes('暂存在这台设备上'));
    element.remove();
    const { element: again } = await show();
    expect(area(again, 'other').value).to.equal('写了一半');
    expect(text(again)).to.include('没有保存的文字，已放回下面');
    part(again, '[data-act=discard]').click();
    await waitUntil(() => area(again, 'other').value === '');
    again.remove();
    const { element: last } = await show();
    expect(area(last, 'other').value).to.equal('');
    expect(text(last)).not.to.include('已放回下面');
  });

  it('lays what somebody else saved beside what was typed, section by section, and drops neither unasked', async () => {
    const theirs = saved(withText(withText(report(), 'problems', '对方写的问题。'), 'proactive', '对方改的第二部分。'), 5);
    api.answer(`PUT ${PATH}`, refusal(409, 'changed-meanwhile', { current: theirs }));
    const { element, frame } = await show();
    type(element, 'problems', '我写的问题。');
    type(element, 'other', '我写的其他事项。');
    save(element);
    await waitUntil(() => part(section(element, 'problems'), '[data-take=both]'));
    expect(text(element)).to.include('科员 周填报').and.include('还有1个部分需要选择');
    expect(area(element, 'problems').value).to.equal('我写的问题。');
    expect(area(element, 'proactive').value).to.equal('对方改的第二部分。', 'what only they changed is taken');
    expect(area(element, 'other').value).to.equal('我写的其他事项。', 'what only I changed stays');
    await expect(element).to.be.accessible();
    save(element);
    expect(api.written.length).to.equal(1, 'nothing is sent before the choice');
    part(section(element, 'problems'), '[data-take=both]').click();
    await waitUntil(() => area(element, 'problems').value === '我写的问题。\n\n对方写的问题。');
    api.answer(`PUT ${PATH}`, (asked: { body: unknown }) => saved({ ...report(), sections: report().sections.map((one, index) => ({ ...one, text: (asked.body as { sections: { text: string }[] }).sections[index]!.text })) }, 6));
    await waitUntil(() => part(element, '[data-act=save]').getAttribute('aria-disabled') === 'false');
    save(element);
    await waitUntil(() => frame.said.length > 0);
    expect(sent(1).version).to.equal(5);
    expect(element.unsaved).to.equal(false);
  });

  it('saves at once when somebody else changed only other sections', async () => {
    const theirs = saved(withText(report(), 'proactive', '对方改的第二部分。'), 5);
    let refused = false;
    api.answer(`PUT ${PATH}`, () => (refused ? saved(withText(theirs, 'other', '无。'), 6) : ((refused = true), refusal(409, 'changed-meanwhile', { current: theirs }))));
    const { element, frame } = await show();
    type(element, 'other', '无。');
    save(element);
    await waitUntil(() => frame.said.length > 0);
    expect(sent(1).version).to.equal(5);
    expect(sent(1).sections.map(({ text: value }) => value)).to.include.members(['对方改的第二部分。', '无。']);
  });

  it('keeps what was typed when it could not be saved, and says why', async () => {
    api.answer(`PUT ${PATH}`, refusal(503, 'unavailable'));
    const { element, frame } = await show();
    type(element, 'other', '无。');
    save(element);
    await waitUntil(() => part(element, '[role=alert]'));
    expect([area(element, 'other').value, element.unsaved, frame.said]).to.deep.equal(['无。', true, []]);
  });

  it('forgets what was typed when its writer signs out', async () => {
    const { element } = await show();
    type(element, 'other', '写了一半');
    await waitUntil(() => text(element).includes('暂存在这台设备上'));
    await element.abandon();
    element.remove();
    const { element: again } = await show();
    expect(area(again, 'other').value).to.equal('');
  });

  it('previews what is saved, without what could do harm, and offers both files', async () => {
    const { element } = await show();
    part(element, '[data-act=preview]').click();
    await waitUntil(() => part(element, 'dialog.preview .prose table'), 'the text is rendered');
    expect(words(part(element, 'dialog.preview'))).to.include('清河县水利局2025年政府信息公开工作年度报告').and.include('482条');
    expect(part(element, 'dialog.preview script')).to.equal(null);
    await expect(element).to.be.accessible();
    const links = (all(element, 'a[download]') as HTMLAnchorElement[]).map((link) => [link.href.replace(api.url, ''), link.download]);
    expect(links).to.deep.equal([[`${PATH}/file?format=docx`, '清河县水利局2025年政府信息公开工作年度报告.docx'], [`${PATH}/file?format=pdf`, '清河县水利局2025年政府信息公开工作年度报告.pdf']]);
  });

  it('begins a draft and goes there', async () => {
    const draftId = '01JQ8ZK4T5V6W7X8Y9Z0ABD501';
    api.answer(PATH, report({ closed: true, empty: [], sections: withText(report(), 'other', '无。').sections }));
    api.answer(`POST ${PATH}/draft`, report({ draftId }));
    const { element, frame } = await show();
    expect(checks(element)).to.include('引用都有数字，各部分都有文字').and.include('2025年的数字已公布');
    part(element, '[data-act=draft]').click();
    await waitUntil(() => frame.gone.length > 0);
    expect(api.written).to.deep.equal([{ what: `POST ${PATH}/draft`, body: { version: 2 } }]);
    expect(frame.gone).to.deep.equal([`drafts/${draftId}`]);
    await waitUntil(() => named(element, 'a', '打开已生成的文稿'));
  });

  it('says why no draft can be begun', async () => {
    api.answer(PATH, report({ closed: true }));
    api.answer(`POST ${PATH}/draft`, refusal(409, 'not-possible'));
    const { element } = await show();
    part(element, '[data-act=draft]').click();
    await waitUntil(() => text(element).includes('因为not-possible'));
    api.answer(`POST ${PATH}/draft`, refusal(409, 'changed-meanwhile', { current: saved(withText(report(), 'other', '对方写的。'), 7) }));
    part(element, '[data-act=draft]').click();
    await waitUntil(() => area(element, 'other').value === '对方写的。');
    expect(text(element)).to.include('科员 周填报');
    expect(element.unsaved).to.equal(false);
  });

  it('is read by whom it is not to write, and has a second template', async () => {
    const { element } = await show({ me: READER });
    expect(all(section(element, 'general'), 'textarea, button').length).to.equal(0);
    expect(part(element, '[data-act=save]')).to.equal(null);
    expect(text(section(element, 'general'))).to.include('本年主动公开信息');
    api.answer('/v1/agencies/qinghe-water/reports/2025/rule-of-law', report({ template: 'rule-of-law', sections: [{ name: 'rules', title: '二、制度建设', text: '' }], due: '2026-03-31' }));
    const { element: second, frame } = await show({}, 'rule-of-law');
    expect(words(part(second, 'h1'))).to.equal('法治政府建设年度报告（白皮书）');
    const select = part(second, '.wide select') as HTMLSelectElement;
    select.value = 'annual';
    select.dispatchEvent(new Event('change'));
    expect(frame.gone).to.deep.equal(['reports/2025/annual?agency=qinghe-water']);
  });

  it('fits a phone, with targets that a finger finds', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element } = await show();
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    for (const control of [...all(element, 'button, .button, select, summary'), ...all(section(element, 'general'), 'button, textarea')]) if (control.getClientRects().length > 0) expect(Math.round(control.getBoundingClientRect().height), control.outerHTML).to.be.at.least(44);
  });
});
