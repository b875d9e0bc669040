import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { html } from 'lit';
import { Check } from 'typebox/value';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, casesApi, fill, part, words } from './bench.ts';
import type { DeskRequestSettings } from './settings.ts';
import { CASE_ID, HELD, MANAGER, OFFICER, PAPERS } from './testing.ts';

describe('taking requests', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await casesApi()));
  afterEach(() => api.restore());

  describe('how an agency takes requests', () => {
    const showSettings = async (setting = {}) => {
      const { element, frame } = await showPage<DeskRequestSettings>(api, html`<desk-request-settings .query=${new URLSearchParams('agency=qinghe-water')}></desk-request-settings>`, { me: MANAGER, ...setting });
      await waitUntil(() => part(element, 'form'));
      return { element, frame };
    };
    for (const scheme of ['light', 'dark'] as const) {
      it(`is accessible with all templates open in ${scheme}`, async () => {
        const { element } = await showSettings({ scheme });
        for (const details of all(element, 'details')) (details as HTMLDetailsElement).open = true;
        await expect(element).to.be.accessible();
      });
    }

    it('saves what was changed, and goes back to a template as shipped', async () => {
      const { element, frame } = await showSettings();
      expect(text(element)).to.include('{reason} 理由');
      expect(text(part(element, 'desk-agency-choice'))).to.include('清河县水利局');
      fill(element, 'docNo', '清水依申请〔{year}〕{n}号');
      fill(element, 'reconsideration', '清河县人民政府');
      fill(element, 'wording.receive', '{applicant}：\n\n收到。');
      (part(element, 'details:nth-of-type(2)') as HTMLDetailsElement).open = true;
      named(element, 'button', '将“延期答复告知书”恢复为系统模板').click();
      await waitUntil(() => named(element, 'button', '将“延期答复告知书”恢复为系统模板') === undefined);
      expect(element.unsaved).to.equal(true);
      const settings = { ...HELD.settings, docNo: '清水依申请〔{year}〕{n}号', remedies: { reconsideration: '清河县人民政府' }, wording: [{ template: 'receive', body: '{applicant}：\n\n收到。' }] };
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', { ...HELD, version: '1'.repeat(64), settings });
      named(element, 'button', '保存').click();
      await waitUntil(() => frame.said.length === 1);
      expect(api.written[0]!.body).to.deep.equal({ version: HELD.version, settings });
      expect(Check((operations['requests.configure'] as Operation).body!, api.written[0]!.body)).to.equal(true);
      expect(element.unsaved).to.equal(false);
    });

    it('shows what the server refuses at its template, and both ways after somebody else saved', async () => {
      const { element, frame } = await showSettings();
      fill(element, 'wording.receive', '{nobody}');
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', refusal(422, 'invalid-input', { errors: [{ pointer: '/body/settings/wording/1/body', code: 'unknown-placeholder', detail: '没有{nobody}这个占位符。' }] }));
      named(element, 'button', '保存').click();
      await waitUntil(() => root(element).getElementById('wording.receive-wrong'));
      expect(words(root(element).getElementById('wording.receive-wrong')!)).to.equal('没有{nobody}这个占位符。');
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', refusal(409, 'changed-meanwhile'));
      named(element, 'button', '保存').click();
      await waitUntil(() => named(element, 'button', '仍保存我的'));
      api.answer('/v1/agencies/qinghe-water/request-settings', { ...HELD, version: '2'.repeat(64) });
      api.answer('PUT /v1/agencies/qinghe-water/request-settings', { ...HELD, version: '3'.repeat(64) });
      named(element, 'button', '仍保存我的').click();
      await waitUntil(() => frame.said.length === 1);
      expect((api.written.at(-1)!.body as { version: string }).version).to.equal('2'.repeat(64));
    });
  });

  describe('filing for an applicant', () => {
    const content = { agencyId: 'qinghe-water', applicant: PAPERS.applicant, wanted: { description: '许可决定书' }, form: 'paper', route: 'counter' };
    for (const scheme of ['light', 'dark'] as const) {
      it(`hands over what the form within asks, and leads to the case, in ${scheme}`, async () => {
        const { element } = await showPage(api, html`<desk-filing></desk-filing>`, { me: OFFICER, scheme });
        await waitUntil(() => part(element, 'sunlit-request')?.shadowRoot?.querySelector('form'), 'the form is there, though the public one is closed');
        await expect(element).to.be.accessible();
        fill(element, 'channel', 'oral');
        await waitUntil(() => text(element).includes('口头申请的，提出之日为收到之日。'));
        const form = part(element, 'sunlit-request') as HTMLElement & { send: (content: object) => Promise<object> };
        expect([form.getAttribute('agency'), form.getAttribute('mode')]).to.deep.equal(['qinghe-water', 'oral']);
        const receipt = { receiptNo: '20260309-000009', secret: 'ABCD-EFGH-JKMN', agency: { id: 'qinghe-water', name: '清河县水利局' }, submittedAt: '2026-03-09T02:00:00.000Z', receivedOn: '2026-03-09' };
        api.answer('POST /v1/cases', { id: CASE_ID, receipt });
        expect(await form.send(content)).to.deep.equal(receipt);
        expect(api.written[0]!.body).to.deep.equal({ ...content, channel: 'oral', readBack: true });
        expect(Check((operations['cases.create'] as Operation).body!, api.written[0]!.body)).to.equal(true);
        await waitUntil(() => text(element).includes('登记号20260309-000009'));
        expect(part(element, 'div.card a').getAttribute('href')).to.equal(`/desk/cases/${CASE_ID}`);
      });
    }
  });
});
