import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { DISCLOSURE_KINDS } from '@sunlit/contract';
import { html } from 'lit';
import './define.ts';
import type { DeskEditor } from './element.ts';
import { forgetLocalCopies } from './local-copy.ts';
import { StubServer, all, clear, draftOf, find, mount, text, until } from './testing.ts';
import type { DisclosureKind } from './types.ts';

async function shown(kind: DisclosureKind, scheme: string, lang: string): Promise<DeskEditor> {
  const draft = draftOf(kind, { withheld: [{ what: '当事人住址', ground: 'E15_THIRD', reason: '个人隐私', nextReviewOn: '2026-09-01' }] });
  const server = new StubServer(draft);
  const element = mount<DeskEditor>(html`<div lang=${lang}><desk-editor scheme=${scheme} .client=${server.client} draft-id=${draft.id}></desk-editor></div>`, 'desk-editor');
  await until(() => element.shadowRoot?.querySelector('form'), 'the form');
  await until(() => all(element, 'select')[0] && text(element, '#f-content-categoryId').length > 20, 'the categories');
  await until(() => element.shadowRoot?.querySelector('sunlit-disclosure')?.shadowRoot?.querySelector('#title'), 'the preview');
  await until(() => !element.shadowRoot?.querySelector('sunlit-disclosure')?.shadowRoot?.querySelector('[aria-busy="true"]'), 'the text of the preview');
  return element;
}

describe('<desk-editor> has a form for every kind', () => {
  const said: string[] = [];
  const real = { error: console.error, warn: console.warn, log: console.log };
  before(async () => {
    await setViewport({ width: 1280, height: 720 });
    console.error = (...words) => said.push(words.join(' '));
    console.warn = (...words) => { if (!String(words[0]).startsWith('Lit is in dev mode')) said.push(words.join(' ')); };
    console.log = (...words) => said.push(words.join(' '));
  });
  after(() => Object.assign(console, real));
  beforeEach(forgetLocalCopies);
  afterEach(() => {
    document.body.style.removeProperty('background');
    said.length = 0;
    clear();
  });

  for (const kind of DISCLOSURE_KINDS) {
    for (const [scheme, lang] of [['light', 'zh-CN'], ['dark', 'en']] as const) {
      it(`${kind}, ${scheme}, ${lang}`, async () => {
        const element = await shown(kind, scheme, lang);
        if (scheme === 'dark') document.body.style.setProperty('background', '#14171b');
        for (const leak of ['undefined', '[object', 'NaN', '{{', 'null']) expect(text(element), leak).not.to.contain(leak);
        expect(all(element, '[style]').length).to.equal(0);
        expect(all(element, '.problem:not(:empty)').map((one) => one.textContent)).to.deep.equal([]);
        const untranslated = all(element, 'label, legend, button').filter((one) => /^\w+(\.[\w-]+)+$/.test(one.textContent?.trim() ?? ''));
        expect(untranslated.map((one) => one.textContent)).to.deep.equal([]);
        await expect(element).to.be.accessible();
        expect(said).to.deep.equal([]);
      }).timeout(20_000);
    }
  }

  it('with targets of 44 px, and nothing wider than a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    for (const kind of ['service', 'statistics', 'power'] as const) {
      const element = await shown(kind, 'light', 'zh-CN');
      for (const control of all(element, 'button, .field, .tick, nav a')) {
        const { width, height } = control.getBoundingClientRect();
        if (width > 0) expect(Math.round(height), `${kind}: ${control.outerHTML.slice(0, 120)}`).to.be.at.least(44);
      }
      const wide = all(element, '*').filter((one) => one instanceof HTMLElement && one.getBoundingClientRect().right > 391 && !one.closest('.cells, .drawing-room, .hidden-text'));
      expect(wide.map((one) => `${kind}: ${one.tagName}.${one.className}`)).to.deep.equal([]);
      expect(document.documentElement.scrollWidth).to.be.at.most(390);
      clear();
    }
    await setViewport({ width: 1280, height: 720 });
  }).timeout(30_000);

  it('with text twice as large, still without scrolling sideways', async () => {
    const element = await shown('service', 'light', 'zh-CN');
    element.style.setProperty('--sunlit-font-size', '32px');
    await element.updateComplete;
    const wide = all(element, '*').filter((one) => one instanceof HTMLElement && one.getBoundingClientRect().right > 1281 && !one.closest('.cells, .drawing-room, .hidden-text'));
    expect(wide.map((one) => `${one.tagName}.${one.className}`)).to.deep.equal([]);
    expect(find(element, '#title').getBoundingClientRect().width).to.be.greaterThan(100);
  }).timeout(20_000);
});
