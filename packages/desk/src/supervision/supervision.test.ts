import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { LATE_SUBJECTS, LIGHTS, SHEET_MEASURES } from '@sunlit/contract';
import { html } from 'lit';
import { missingWords, sameVocabulary } from '../../../../test/widgets/words.ts';
import { CITY } from '../admin/testing.ts';
import { all, fill, part, words } from '../cases/bench.ts';
import { WATER, deskApi, named, refusal, root, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import type { DeskBreaches } from './breaches.ts';
import './define.ts';
import type { DeskSupervision } from './element.ts';
import type { DeskAssessment } from './sheet.ts';
import { translated as en } from './strings/en.ts';
import { source } from './strings/zh-CN.ts';
import { translated as hant } from './strings/zh-Hant.ts';
import { BREACHES, COUNTY, LATE, SUPERVISOR, URGED, late, lights, place, sheet, urging } from './testing.ts';

describe('supervision', () => {
  let api: DeskApi;
  beforeEach(async () => {
    await setViewport({ width: 1280, height: 720 });
    api = deskApi({
      '/v1/supervision': { items: LATE, next: 'two' }, '/v1/supervision/tree': lights(), [`/v1/agencies/${COUNTY.id}`]: place(), [`/v1/agencies/${WATER.id}`]: place({ ...WATER, path: [COUNTY, WATER] }),
      '/v1/supervision/breaches': { items: BREACHES, total: 12, next: 'two' }, [`/v1/agencies/${COUNTY.id}/assessment/2025`]: sheet(),
    });
  });
  afterEach(() => api.restore());

  const show = async (setting = {}, query = `agency=${COUNTY.id}`) => {
    const shown = await showPage<DeskSupervision>(api, html`<desk-supervision .query=${new URLSearchParams(query)}></desk-supervision>`, { me: SUPERVISOR, ...setting });
    await waitUntil(() => part(shown.element, '.bigs') && all(shown.element, 'desk-late').every((row) => part(row, '.row')) && part(shown.element, 'desk-late'), 'lights and rows are drawn');
    return shown;
  };
  const row = (element: Element, of: string) => all(element, 'desk-late').find((one) => text(one).includes(of))!;
  const open = async (within: HTMLElement, what: 'urge' | 'answer') => {
    part(within, `[data-open=${what}]`).click();
    await waitUntil(() => part(within, 'form'));
  };

  describe('the lights of a place', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const language of ['zh-CN', 'en'] as const) {
        it(`are accessible in ${scheme} and ${language}, with an urging being written`, async () => {
          const { element } = await show({ scheme, language });
          await open(row(element, '（1）'), 'urge');
          await expect(element).to.be.accessible();
        });
      }
    }

    it('stand in words and signs, the worst place first, and lead down and back up', async () => {
      const { element, frame } = await show();
      expect(all(element, '.big').map(words)).to.deep.equal(['红灯（已超期）2', '黄灯（即将到期）2', '本年超期（含已办结）7', '督办待答复1']);
      expect(all(element, '.lights tbody th').map(words)).to.deep.equal(['清河县水利局', '清河县住房和城乡建设局', '清河县财政局']);
      expect(words(all(element, '.lights tbody tr')[0]!).replaceAll(' ', '')).to.equal('清河县水利局红灯1黄灯241');
      expect(all(element, '.lit').every((lamp) => lamp.querySelector('svg') !== null), 'a sign beside each colour').to.equal(true);
      expect((part(element, '.lights tbody a') as HTMLAnchorElement).getAttribute('href')).to.equal(`/desk/supervision?agency=${WATER.id}`);
      // Nothing above the place that the person is responsible for.
      expect(words(part(element, '.crumbs')).replaceAll(' ', '')).to.equal(`${CITY.name}${COUNTY.name}`);
      expect(all(element, '.types button').map(words)).to.include('点题公开 红灯 1');
      part(element, '[data-type=topic]').click();
      await waitUntil(() => api.asked.at(-1)!.path === `/v1/supervision?agency=${COUNTY.id}&limit=50&type=topic`);
      expect(frame.noted.at(-1)).to.deep.equal({ agency: COUNTY.id, light: '', type: 'topic' });
    });

    it('say when none is on', async () => {
      api.answer('/v1/supervision/tree', lights({ whole: { red: 0, amber: 0, breaches: 0, urgings: 0 }, byType: [], below: [] }));
      api.answer('/v1/supervision', { items: [] });
      const { element } = await showPage<DeskSupervision>(api, html`<desk-supervision .query=${new URLSearchParams(`agency=${COUNTY.id}`)}></desk-supervision>`, { me: SUPERVISOR });
      await waitUntil(() => text(element).includes('没有红灯，也没有黄灯。') && text(element).includes('没有超期的事项，也没有3个工作日内到期的事项。'));
    });

    it('says what went wrong, with the list still there', async () => {
      api.answer('/v1/supervision/tree', refusal(500, 'internal'));
      const { element } = await showPage<DeskSupervision>(api, html`<desk-supervision .query=${new URLSearchParams(`agency=${COUNTY.id}`)}></desk-supervision>`, { me: SUPERVISOR });
      await waitUntil(() => text(element).includes('数据是安全的') && all(element, 'desk-late').length === 4);
    });
  });

  describe('the list of what is late', () => {
    it('says how late in words, leads where the person may go, and is filtered in the address too', async () => {
      const { element, frame } = await show({}, `agency=${COUNTY.id}&light=red`);
      expect(api.asked.some(({ path }) => path === `/v1/supervision?agency=${COUNTY.id}&light=red&limit=50`)).to.equal(true);
      expect(all(element, 'desk-late').map((one) => words(part(one, '.badge')))).to.deep.equal(['红灯 已超期3个工作日', '红灯 已超期1个工作日', '黄灯 今天到期', '黄灯 还剩2个工作日']);
      const places = all(element, 'desk-late').map((one) => part(one, '.what > a').getAttribute('href'));
      expect(places).to.deep.equal([`/desk/topics/${late('1').id}`, `/desk/cases/${late('2').id}`, `/desk/drafts/${late('3').id}`, `/desk/statistics?agency=${WATER.id}&year=2025`]);
      const [light, type] = all(element, 'section select') as HTMLSelectElement[];
      light!.value = 'amber';
      light!.dispatchEvent(new Event('change'));
      type!.value = 'draft';
      type!.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === `/v1/supervision?agency=${COUNTY.id}&light=amber&limit=50&type=draft`);
      expect(frame.noted.at(-1)).to.deep.equal({ agency: COUNTY.id, light: 'amber', type: 'draft' });
      await waitUntil(() => named(element, 'button', '显示更多'));
      named(element, 'button', '显示更多').click();
      await waitUntil(() => api.asked.at(-1)!.path.includes('cursor=two'));
    });

    it('urges once, with words and a day, and shows what was asked for', async () => {
      api.answer('POST /v1/supervision/urgings', late('1', { urgings: [urging('9', { words: '本周内答复。' }), urging('1')] }));
      const { element, frame } = await show();
      const one = row(element, '（1）');
      await open(one, 'urge');
      expect(root(one).activeElement?.id).to.equal('words');
      part(one, 'form .primary').click();
      await waitUntil(() => part(one, '#words-wrong') && part(one, '#answerBy-wrong'));
      expect(api.written).to.deep.equal([]);
      fill(one, 'words', '本周内答复。');
      fill(one, 'answerBy', '2100-03-13');
      expect(element.unsaved).to.equal(true);
      part(one, 'form .primary').click();
      await waitUntil(() => frame.said.length > 0);
      expect(api.written).to.deep.equal([{ what: 'POST /v1/supervision/urgings', body: { agencyId: WATER.id, type: 'topic', id: late('1').id, words: '本周内答复。', answerBy: '2100-03-13' } }]);
      expect(api.asked.find(({ method }) => method === 'POST')!.headers.has('idempotency-key')).to.equal(true);
      await waitUntil(() => text(row(element, '（1）')).includes('督办2次'));
      expect(element.unsaved).to.equal(false);
    });

    it('keeps what was written when it could not be sent, and says why', async () => {
      api.answer('POST /v1/supervision/urgings', refusal(409, 'not-possible'));
      const { element } = await show();
      const one = row(element, '（1）');
      await open(one, 'urge');
      fill(one, 'words', '本周内答复。');
      fill(one, 'answerBy', '2100-03-13');
      part(one, 'form .primary').click();
      await waitUntil(() => text(one).includes('因为not-possible'));
      expect((root(one).getElementById('words') as HTMLTextAreaElement).value).to.equal('本周内答复。');
    });

    it('offers no urging to whom it is not for', async () => {
      const { element } = await show({ me: URGED }, `agency=${WATER.id}`);
      expect(all(element, 'desk-late').some((one) => part(one, '[data-open=urge]'))).to.equal(false);
    });
  });

  describe('urgings to answer', () => {
    it('stand above the list, and are answered once', async () => {
      api.answer('POST /v1/supervision/urgings/01JQ8ZK4T5V6W7X8Y9Z0ABE001/answer', urging('1', { answer: { words: '今日答复。', by: { id: 'x', name: '李发布', post: '办公室主任' }, on: '2026-03-09' } }));
      const { element, frame } = await show({ me: URGED }, `agency=${WATER.id}`);
      await waitUntil(() => text(element).includes('等待本单位答复的督办：1件'));
      const waiting = part(element, 'section[aria-labelledby=waiting] desk-late');
      await waitUntil(() => part(waiting, '.urgings'));
      expect(text(waiting)).to.include('监察室主任 王监督于2026年3月9日督办').and.include('请说明逾期原因');
      await open(waiting, 'answer');
      await expect(element).to.be.accessible();
      part(waiting, 'form .primary').click();
      await waitUntil(() => part(waiting, '#words-wrong'));
      fill(waiting, 'words', '今日答复。');
      part(waiting, 'form .primary').click();
      await waitUntil(() => frame.said.length > 0);
      expect(api.written[0]!.body).to.deep.equal({ words: '今日答复。' });
      await waitUntil(() => text(waiting).includes('办公室主任 李发布于2026年3月9日答复'));
      expect(part(waiting, '[data-open=answer]')).to.equal(null);
      expect(root(element).activeElement?.id).to.equal('list');
    });
  });

  it('fits a phone, with targets that a finger finds', async () => {
    await setViewport({ width: 390, height: 800 });
    const { element } = await show();
    await open(row(element, '（1）'), 'urge');
    expect(document.documentElement.scrollWidth).to.be.at.most(390);
    const controls = [...all(element, 'button, .button, select, summary, .lights a'), ...all(element, 'desk-late').flatMap((one) => all(one, 'button, input, textarea'))];
    for (const control of controls) if (control.getClientRects().length > 0) expect(Math.round(control.getBoundingClientRect().height), control.outerHTML).to.be.at.least(44);
  });

  describe('the register of breaches', () => {
    const register = async (setting = {}, query = `agency=${COUNTY.id}`) => {
      const shown = await showPage<DeskBreaches>(api, html`<desk-breaches .query=${new URLSearchParams(query)}></desk-breaches>`, { me: SUPERVISOR, ...setting });
      await waitUntil(() => part(shown.element, 'tbody tr'));
      return shown;
    };

    it('is accessible, and says what is done by now', async () => {
      const { element } = await register();
      await expect(element).to.be.accessible();
      expect(all(element, 'tbody tr').map((one) => words(one).replaceAll(' ', ''))).to.deep.equal(['12水库汛期值班电话点题公开·清河县水利局2026年3月4日2026年3月5日尚未办结31', '11A202602020007依申请公开·清河县住房和城乡建设局2026年2月26日2026年2月27日2026年3月3日40']);
      expect(text(element)).to.include('共12条');
    });

    it('is filtered by year, matter and state, in the address too', async () => {
      const { element, frame } = await register({}, `agency=${COUNTY.id}&year=2025&state=open`);
      expect(api.asked.some(({ path }) => path === `/v1/supervision/breaches?agency=${COUNTY.id}&limit=50&state=open&year=2025`)).to.equal(true);
      const [, type] = all(element, '.filters select') as HTMLSelectElement[];
      type!.value = 'request';
      type!.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === `/v1/supervision/breaches?agency=${COUNTY.id}&limit=50&state=open&type=request&year=2025`);
      expect(frame.noted.at(-1)).to.deep.equal({ agency: COUNTY.id, year: '2025', type: 'request', state: 'open' });
      api.answer('/v1/supervision/breaches', { items: [], total: 0 });
      type!.value = '';
      type!.dispatchEvent(new Event('change'));
      await waitUntil(() => text(element).includes('没有符合条件的登记。'));
    });
  });

  describe('the assessment sheet', () => {
    const assessed = async (setting = {}) => {
      const shown = await showPage<DeskAssessment>(api, html`<desk-assessment .query=${new URLSearchParams(`agency=${COUNTY.id}&year=2025`)}></desk-assessment>`, { me: SUPERVISOR, ...setting });
      await waitUntil(() => part(shown.element, 'table.sheet'));
      return shown;
    };
    const save = (element: Element) => part(element, 'form .primary').click();

    it('is accessible, the best first, and leaves out what there is nothing of', async () => {
      const { element } = await assessed();
      await expect(element).to.be.accessible();
      expect(all(element, 'tbody th').map(words)).to.deep.equal(['清河县住房和城乡建设局', '清河县水利局', '清河县档案馆']);
      expect(words(all(element, 'tbody tr')[0]!)).to.include('99.5203 / 204').and.include('不计分').and.include('98.9');
      expect(words(part(element, 'thead'))).to.include('按期公开权重30');
    });

    it('sums the weights while they are typed, and saves them when they are a hundred', async () => {
      api.answer(`PUT /v1/agencies/${COUNTY.id}/assessment/2025`, sheet({ version: 3, weights: { publication: 40, freshness: 5, requests: 25, topics: 10, ratings: 10, urgings: 10 } }));
      const { element, frame } = await assessed();
      fill(element, 'publication', '40');
      await waitUntil(() => text(element).includes('合计110，应为100'));
      save(element);
      await waitUntil(() => text(element).includes('各项权重合计应为100，现在是110。'));
      fill(element, 'freshness', '5.5');
      save(element);
      await waitUntil(() => part(element, '#freshness-wrong'));
      expect(api.written).to.deep.equal([]);
      fill(element, 'freshness', '5');
      await waitUntil(() => text(element).includes('合计100'));
      save(element);
      await waitUntil(() => frame.said.length > 0);
      expect(api.written[0]!.body).to.deep.equal({ version: 2, weights: { publication: 40, freshness: 5, requests: 25, topics: 10, ratings: 10, urgings: 10 } });
      expect(element.unsaved).to.equal(false);
    });

    it('keeps the weights that were typed when somebody else saved', async () => {
      api.answer(`PUT /v1/agencies/${COUNTY.id}/assessment/2025`, refusal(409, 'changed-meanwhile', { current: sheet({ version: 3, weights: { publication: 20, freshness: 20, requests: 20, topics: 20, ratings: 10, urgings: 10 } }) }));
      const { element } = await assessed();
      fill(element, 'publication', '35');
      fill(element, 'freshness', '10');
      save(element);
      await waitUntil(() => text(element).includes('按期公开20，栏目更新20'));
      expect((root(element).getElementById('publication') as HTMLInputElement).value).to.equal('35');
      api.answer(`PUT /v1/agencies/${COUNTY.id}/assessment/2025`, sheet({ version: 4 }));
      save(element);
      await waitUntil(() => api.written.length === 2);
      expect(api.written[1]!.body).to.deep.include({ version: 3 });
    });

    it('has no form for whom it is not for, and fits a phone', async () => {
      await setViewport({ width: 390, height: 800 });
      const { element } = await assessed({ me: URGED });
      expect(part(element, 'form')).to.equal(null);
      expect(text(element)).to.include('监察室主任 王监督');
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
    });
  });

  describe('its words', () => {
    it('are all there in each language, alike, and English in English', () => {
      for (const strings of [source, hant, en]) expect(missingWords(strings, { subject: LATE_SUBJECTS, light: LIGHTS, measure: SHEET_MEASURES })).to.deep.equal([]);
      sameVocabulary({ 'zh-CN': source, 'zh-Hant': hant, en });
    });
  });
});
