import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { html } from 'lit';
import { named, showPage, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, casesApi, part, words } from './bench.ts';
import type { DeskCases } from './list.ts';
import { OFFICER } from './testing.ts';

describe('the list of requests', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await casesApi()));
  afterEach(() => api.restore());

  const showList = async (setting = {}, query = '') => {
    const shown = await showPage<DeskCases>(api, html`<desk-cases .query=${new URLSearchParams(query)}></desk-cases>`, { me: OFFICER, ...setting });
    await waitUntil(() => part(shown.element, '.row .what a'), 'the rows are drawn');
    return shown;
  };

  describe('the list', () => {
    for (const scheme of ['light', 'dark'] as const) {
      for (const language of ['zh-CN', 'en'] as const) it(`is accessible in ${scheme} and ${language}`, async () => expect((await showList({ scheme, language })).element).to.be.accessible());
    }

    it('says in words what the lights say, whose move it is, and which are urged', async () => {
      const { element } = await showList();
      expect(all(element, '.light').map(words)).to.deep.equal(['已超期2个工作日', '今天到期', '还剩12个工作日']);
      expect(all(element, '.light').map((one) => one.dataset.light)).to.deep.equal(['red', 'amber', 'green']);
      const [first, , third] = all(element, '.row').map(words);
      expect(first).to.include('督办中').and.to.include('轮到：本机关');
      expect(third).to.include('等待补正').and.to.include('轮到：申请人');
      named(element, 'button', '显示更多').click();
      await waitUntil(() => all(element, '.row').length === 4);
      expect(words(all(element, '.row')[3]!)).to.include('予以公开');
    });

    it('filters by state, phase, agency and number, in the address too', async () => {
      const { element, frame } = await showList({}, 'state=late');
      expect(api.asked[0]!.path).to.equal('/v1/cases?state=late');
      named(element, 'button', '我承办的').click();
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?state=mine');
      const search = part(element, 'input[type=search]') as HTMLInputElement;
      search.value = ' 20260309 0000';
      search.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?receipt=20260309-0000&state=mine');
      const [phase, agency] = all(element, 'select') as HTMLSelectElement[];
      phase!.value = 'correcting';
      phase!.dispatchEvent(new Event('change'));
      agency!.value = 'qinghe-water';
      agency!.dispatchEvent(new Event('change'));
      await waitUntil(() => api.asked.at(-1)!.path === '/v1/cases?agency=qinghe-water&phase=correcting&receipt=20260309-0000');
      expect(frame.noted.at(-1)).to.deep.equal({ state: '', phase: 'correcting', agency: 'qinghe-water', receipt: '20260309-0000' });
    });

    it('fits a phone, and says when there is none', async () => {
      await setViewport({ width: 390, height: 800 });
      const { element } = await showList();
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
      for (const control of all(element, 'button, .button')) expect(Math.round(control.getBoundingClientRect().height), control.textContent).to.be.at.least(44);
      api.answer('/v1/cases', { items: [] });
      named(element, 'button', '已办结').click();
      await waitUntil(() => text(element).includes('没有符合条件的申请。'));
    });
  });
});
