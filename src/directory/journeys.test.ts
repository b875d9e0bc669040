import { expect, fixtureSync, html, oneEvent, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SunlitSelectEvent } from '../shared/events.ts';
import type { SunlitDirectory } from './element.ts';
import { idOf } from './examples.ts';
import { LONG, all, named, settled, stage, text, titles } from './testing.ts';

describe('<sunlit-directory> leads', () => {
  const here = stage();

  describe('searching', () => {
    const search = (element: SunlitDirectory, q: string) => {
      const box = element.shadowRoot?.querySelector('sunlit-search');
      const input = box?.shadowRoot?.querySelector('input');
      if (!box || !input) throw new Error('no box');
      input.value = q;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      box.shadowRoot?.querySelector('form')?.requestSubmit();
    };

    it('searches, says so once, and takes the words back', async () => {
      const element = await here.drawn();
      const asked: [string, unknown][] = [];
      document.addEventListener('sunlit-search', (event) => asked.push([event.q, event.target]), { once: true });
      search(element, '采砂');
      await here.asks(`q=${encodeURIComponent('采砂')}`, 1);
      expect(asked).to.deep.equal([['采砂', element]]);
      await waitUntil(() => text(element, '.chips').includes('“采砂”'));
      named(element, '去掉条件：').click();
      await here.asks('facets=true&limit=20', 2);
      await waitUntil(() => element.shadowRoot?.querySelector('sunlit-search')?.value === '');
    });

    it('leaves the search to the page when cancelled', async () => {
      const element = await here.drawn();
      element.addEventListener('sunlit-search', (event) => event.preventDefault());
      search(element, '采砂');
      await element.updateComplete;
      expect(here.lists().length).to.equal(1);
      expect(all(element, '.chips').length).to.equal(0);
    });

    it('narrows to an agency that was proposed', async () => {
      const element = await here.drawn();
      element.shadowRoot?.querySelector('sunlit-search')?.dispatchEvent(new SunlitSelectEvent({ type: 'agency', id: 'qinghe-liulin-dongtan', title: '东滩村' }));
      await here.asks('agency=qinghe-liulin-dongtan', 1);
      await waitUntil(() => text(element, '.chips').includes('东滩村'), 'its name', LONG);
      await waitUntil(() => text(element, '[part=tree]').includes('东滩村'), 'the tree opens there', LONG);
    });
  });

  describe('items', () => {
    const opened = (element: SunlitDirectory) => element.shadowRoot?.querySelector('sunlit-disclosure');

    it('opens an item in its place and comes back to the row and the place on the page', async () => {
      const element = await here.drawn();
      const title = all(element, 'article .title')[8];
      window.scrollTo(0, 600);
      title?.click();
      await waitUntil(() => opened(element) !== null, 'the item is there', LONG);
      expect(opened(element)?.getAttribute('item-id')).to.equal(idOf(8));
      expect(element.shadowRoot?.activeElement?.className).to.contain('back');
      expect(all(element, '.browse')[0]?.hidden).to.equal(true);
      const before = here.api.asked.filter((one) => one.startsWith('/v1/disclosures?')).length;
      named(element, '返回目录').click();
      await waitUntil(() => element.shadowRoot?.activeElement === all(element, 'article .title')[8], 'the focus is back');
      await waitUntil(() => window.scrollY === 600, 'the page is back');
      expect(here.lists().length).to.equal(before);
    });

    it('asks below it what readers find of it, where the page wants that', async () => {
      const element = await here.drawn();
      element.feedback = true;
      all(element, 'article .title')[0]?.click();
      await waitUntil(() => opened(element)?.hasAttribute('feedback'), 'the item is asked to', LONG);
      element.feedback = false;
      await element.updateComplete;
      expect(opened(element)?.hasAttribute('feedback')).to.equal(false);
    });

    it('leaves opening to the page when cancelled', async () => {
      const element = await here.drawn();
      const chosen = oneEvent<SunlitSelectEvent>(element, 'sunlit-select');
      element.addEventListener('sunlit-select', (event) => event.preventDefault());
      all(element, 'article .title')[0]?.click();
      expect((await chosen).subject).to.deep.equal({ type: 'disclosure', id: idOf(0), title: '清河县河道采砂管理办法' });
      await element.updateComplete;
      expect(opened(element)).to.equal(null);
    });

    it('makes links of the page with item-href', async () => {
      const element = await here.drawn(html`<sunlit-directory api=${here.api.url} item-href="#detail-{id}"></sunlit-directory>`);
      const link = all(element, 'article a.title')[0];
      expect(link?.getAttribute('href')).to.equal(`#detail-${idOf(0)}`);
      link?.click();
      expect(location.hash).to.equal(`#detail-${idOf(0)}`);
      expect(opened(element)).to.equal(null);
      history.replaceState(null, '', here.address);
      element.addEventListener('sunlit-select', (event) => event.preventDefault());
      link?.click();
      expect(location.hash).to.equal('');
    });

    it('opens titles by keyboard', async () => {
      const element = await here.drawn();
      all(element, 'article .title')[1]?.focus();
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => opened(element)?.getAttribute('item-id') === idOf(1), 'opened', LONG);
    });
  });

  describe('deep links', () => {
    it('reads its state from the query, writes it there, and lets the reader go back', async () => {
      history.replaceState({ host: 1 }, '', '?keep=a%20b&sunlit-kind=notice&sunlit-year=20x5&sunlit-x-q=no&flag');
      const element = await here.drawn(html`<sunlit-directory api=${here.api.url} deep-link lang="zh-CN"></sunlit-directory>`);
      expect(here.lists()[0]).to.equal('/v1/disclosures?facets=true&kind=notice&limit=20');
      named(element, '县水利局').click();
      await here.asks('agency=qinghe-water', 1);
      expect(location.search).to.equal('?keep=a%20b&sunlit-x-q=no&flag&sunlit-agency=qinghe-water&sunlit-kind=notice');
      expect(history.state).to.deep.equal({ host: 1 });
      await settled(element);
      history.back();
      await waitUntil(() => !here.lists().at(-1)?.includes('agency='), 'the agency is gone');
      await settled(element);
      history.forward();
      await waitUntil(() => here.lists().at(-1)?.includes('agency=') ?? false, 'the agency is there');
    });

    it('keeps apart in the hash by name, and replaces what is no place of its own', async () => {
      history.replaceState(null, '', '#top&sunlit-a-kind=notice');
      const element = await here.drawn(html`<sunlit-directory api=${here.api.url} name="a" deep-link="hash" lang="zh-CN"></sunlit-directory>`);
      expect(here.lists()[0]).to.contain('kind=notice');
      const entries = history.length;
      named(element, '2025年').click();
      await here.asks('year=2025', 1);
      expect(location.hash).to.equal('#top&sunlit-a-kind=notice&sunlit-a-year=2025');
      expect(history.length).to.equal(entries);
    });

    it('opens the item of a link without asking for the list, and goes back by the history of the page', async () => {
      history.replaceState(null, '', `?sunlit-item=${idOf(3)}`);
      const element = await here.draw(html`<sunlit-directory api=${here.api.url} deep-link lang="zh-CN"></sunlit-directory>`);
      await waitUntil(() => element.shadowRoot?.querySelector('sunlit-disclosure') !== null, 'the item', LONG);
      expect(here.lists()).to.deep.equal([]);
      named(element, '返回目录').click();
      await waitUntil(() => titles(element).length === 12, 'the list', LONG);
      history.back();
      await waitUntil(() => element.shadowRoot?.querySelector('sunlit-disclosure') !== null, 'the item again', LONG);
      history.forward();
      await waitUntil(() => element.shadowRoot?.querySelector('sunlit-disclosure') === null, 'and the list again', LONG);
    });

    it('touches no address when it is not asked to', async () => {
      const before = location.href;
      const element = await here.drawn();
      named(element, '县水利局').click();
      await here.asks('agency=qinghe-water', 1);
      expect(location.href).to.equal(before);
    });
  });

  describe('life', () => {
    it('announces itself once, with its rows', async () => {
      const element = document.createElement('sunlit-directory');
      element.api = here.api.url;
      let ready = 0;
      element.addEventListener('sunlit-ready', () => {
        ready += 1;
        expect(titles(element).length).to.equal(12);
      });
      document.body.append(element);
      await waitUntil(() => ready === 1);
      await element.refresh();
      expect(ready).to.equal(1);
      expect(here.lists().length).to.equal(2);
      element.remove();
    });

    it('can be moved, and asks nothing again', async () => {
      const element = await here.drawn();
      const asked = here.api.asked.length;
      const other = fixtureSync<HTMLElement>(html`<section></section>`);
      other.append(element);
      await element.updateComplete;
      named(element, '公示公告').click();
      await here.asks('kind=notice', 1);
      expect(here.lists().length).to.equal(2);
      expect(here.api.asked.length).to.equal(asked + 1);
    });

    it('goes on loading when it is moved meanwhile', async () => {
      const element = await here.draw();
      const other = fixtureSync<HTMLElement>(html`<section></section>`);
      other.append(element);
      await waitUntil(() => titles(element).length === 12 && all(element, '.panel h3').length > 1, 'it comes', LONG);
    });

    it('resets: no filters, no item, no event', async () => {
      const element = await here.drawn();
      named(element, '公示公告').click();
      await here.asks('kind=notice', 1);
      let events = 0;
      element.addEventListener('sunlit-change', () => (events += 1));
      element.reset();
      await here.asks('facets=true&limit=20', 2);
      expect(events).to.equal(0);
    });

    it('follows language, direction and theme around it', async () => {
      const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"><sunlit-directory api=${here.api.url}></sunlit-directory></div>`);
      const element = around.querySelector('sunlit-directory');
      if (!element) throw new Error('no element');
      await waitUntil(() => text(element, 'h2') === '政府信息公开目录' && titles(element).length === 12);
      around.setAttribute('lang', 'en');
      await waitUntil(() => text(element, 'h2') === 'Disclosure catalogue' && text(element, 'article .meta').includes('Public notices'), 'English', LONG);
      around.setAttribute('dir', 'rtl');
      await waitUntil(() => getComputedStyle(all(element, '.layout')[0] ?? element).direction === 'rtl');
      await expect(element).to.be.accessible();
      element.theme = 'hall';
      await element.updateComplete;
      expect(Math.min(...all(element, 'button.option, .button, select').filter((one) => one.offsetHeight > 0 && !one.classList.contains('fold')).map((one) => one.getBoundingClientRect().height))).to.be.at.least(60);
      expect(here.lists().length).to.equal(1);
    });

    it('leaves nothing behind', async () => {
      let listening = 0;
      const { addEventListener, removeEventListener } = EventTarget.prototype;
      const counts = (target: EventTarget) => target === window || target === document;
      EventTarget.prototype.addEventListener = function (...given: Parameters<typeof addEventListener>) {
        if (counts(this ?? window)) listening += 1;
        addEventListener.apply(this ?? window, given);
      };
      EventTarget.prototype.removeEventListener = function (...given: Parameters<typeof removeEventListener>) {
        if (counts(this ?? window)) listening -= 1;
        removeEventListener.apply(this ?? window, given);
      };
      try {
        for (let n = 0; n < 50; n += 1) {
          const element = document.createElement('sunlit-directory');
          element.api = here.api.url;
          document.body.append(element);
          await element.updateComplete;
          element.remove();
        }
        expect(listening).to.equal(0);
      } finally {
        Object.assign(EventTarget.prototype, { addEventListener, removeEventListener });
      }
    });
  });
});
