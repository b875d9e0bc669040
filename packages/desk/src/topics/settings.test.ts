import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { html } from 'lit';
import { Check } from 'typebox/value';
import { named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, chooseFound, fill, part, words } from './bench.ts';
import type { DeskNewPosting } from './entering.ts';
import type { DeskBoardSettings } from './settings.ts';
import { HELD, MANAGER, OFFICER, onePosting } from './testing.ts';

describe('taking topics', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  describe('the settings of a board', () => {
    const path = '/v1/agencies/qinghe-water/topic-settings';
    const show = async (setting = {}) => {
      const { element, frame } = await showPage<DeskBoardSettings>(api, html`<desk-board-settings .query=${new URLSearchParams('agency=qinghe-water')}></desk-board-settings>`, { me: MANAGER, ...setting });
      await waitUntil(() => part(element, 'form'));
      return { element, frame };
    };
    const check = (element: Element, label: string) => (all(element, 'label.check').find((one) => words(one) === label)!.querySelector('input') as HTMLInputElement).click();

    for (const scheme of ['light', 'dark'] as const) {
      it(`say what they mean for residents while they are changed, accessibly in ${scheme}`, async () => {
        const { element, frame } = await show({ scheme });
        part(element, 'details').setAttribute('open', '');
        await expect(element).to.be.accessible();
        expect(words(part(element, '.meaning'))).to.include('3个工作日内上栏或者告知原因').and.to.include('随时可以写。').and.to.include('不限类目。');
        check(element, '先审核再上栏');
        check(element, '按轮次征集');
        check(element, '纠错');
        check(element, '环境保护');
        fill(element, 'answerWorkdays', '10');
        fill(element, 'intro', '欢迎点题。');
        await waitUntil(() => words(part(element, '.meaning')).includes('写的内容马上上栏'));
        expect(words(part(element, '.meaning'))).to.include('欢迎点题。').and.to.include('可以在“清河县水利局”的点题栏上写：请求公开、提问。').and.to.include('只在征集期间可以写').and.to.include('限于1个类目：环境保护。').and.to.include('认领后10个工作日内答复');
        expect(element.unsaved).to.equal(true);
        api.answer(`PUT ${path}`, { ...HELD, version: '1'.repeat(64) });
        named(element, 'button', '保存').click();
        await waitUntil(() => frame.said.length === 1);
        expect(api.written[0]!.body).to.deep.equal({ version: HELD.version, settings: { ...HELD.settings, moderated: false, rounds: true, purposes: ['disclose', 'ask'], categories: ['A20_12'], answerWorkdays: 10, intro: '欢迎点题。' } });
        expect(Check((operations['topics.configure'] as Operation).body!, api.written[0]!.body)).to.equal(true);
        expect(element.unsaved).to.equal(false);
      });
    }

    it('refuse what cannot be, at its field, and show both ways after somebody else saved', async () => {
      const { element, frame } = await show();
      for (const purpose of ['请求公开', '提问', '纠错']) check(element, purpose);
      fill(element, 'claimWorkdays', '0');
      named(element, 'button', '保存').click();
      await waitUntil(() => words(part(element, '#purposes-wrong')) === '请至少选择一种。');
      expect(words(part(element, '#claimWorkdays-wrong'))).to.equal('请填写1到60的整数。');
      check(element, '提问');
      fill(element, 'claimWorkdays', '7');
      api.answer(`PUT ${path}`, refusal(409, 'changed-meanwhile'));
      named(element, 'button', '保存').click();
      await waitUntil(() => named(element, 'button', '仍保存我的'));
      api.answer(path, { ...HELD, version: '2'.repeat(64) });
      api.answer(`PUT ${path}`, { ...HELD, version: '3'.repeat(64) });
      named(element, 'button', '仍保存我的').click();
      await waitUntil(() => frame.said.length === 1);
      expect(api.written.at(-1)!.body).to.deep.include({ version: '2'.repeat(64) });
      expect((api.written.at(-1)!.body as typeof HELD).settings).to.deep.include({ purposes: ['ask'], claimWorkdays: 7 });
    });
  });

  describe('writing down a topic', () => {
    for (const scheme of ['light', 'dark'] as const) {
      it(`goes to the posting, and is accessible in ${scheme}`, async () => {
        const { element, frame } = await showPage<DeskNewPosting>(api, html`<desk-new-posting></desk-new-posting>`, { me: OFFICER, scheme });
        fill(element, 'channel', 'box');
        fill(element, 'on', '2026-03-01');
        fill(element, 'title', '机动地承包');
        part(element, 'input[value=correct]').click();
        await waitUntil(() => part(element, 'desk-disclosure-choice'));
        named(element, 'button', '录入').click();
        const choice = part(element, 'desk-disclosure-choice');
        await waitUntil(() => text(choice).includes('请关联有错或过时的公开信息。'));
        (part(choice, 'input') as HTMLInputElement).value = '防汛';
        named(choice, 'button', '查找').click();
        await waitUntil(() => named(choice, 'button', '关联“防汛值班安排”'));
        named(choice, 'button', '关联“防汛值班安排”').click();
        await expect(element).to.be.accessible();
        await chooseFound(element);
        expect(element.unsaved).to.equal(true);
        api.answer('POST /v1/board', onePosting());
        named(element, 'button', '录入').click();
        await waitUntil(() => frame.gone.length === 1);
        expect(frame.gone).to.deep.equal([`topics/${onePosting().id}`]);
        expect(api.written[0]!.body).to.deep.equal({ agencyId: 'qinghe-housing', channel: 'box', purpose: 'correct', title: '机动地承包', disclosureId: '01JQ8ZK4T5V6W7X8Y9Z0ABC009', on: '2026-03-01' });
        expect(Check((operations['board.create'] as Operation).body!, api.written[0]!.body)).to.equal(true);
        expect([element.unsaved, root(element).querySelector('.notice')]).to.deep.equal([false, null]);
      });
    }
  });
});
