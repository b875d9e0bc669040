import { expect } from '@open-wc/testing';
import { html } from 'lit';
import './define.ts';
import { LANGUAGES, type Language } from '../shared/i18n.ts';
import { examples, more, withdrawn } from './examples.ts';
import { lines } from './lines.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { contextForTest, mountWidget } from './test-context.ts';
import type { SunlitDisclosure } from './element.ts';
import type { Disclosure } from './types.ts';

const all: Record<string, Disclosure> = { ...examples, ...more, withdrawn };

/** The element showing an object, with its text drawn in the language asked for. */
async function shown(disclosure: Disclosure, lang: Language, theme = 'site', scheme = 'light'): Promise<SunlitDisclosure> {
  await contextForTest(lang); // the strings of that language are there before anything is drawn
  return mountWidget(html`<div lang=${lang} class=${`page ${theme} ${scheme}`}><sunlit-disclosure api="https://api.test" today="2014-10-10" theme=${theme} scheme=${scheme} .disclosure=${disclosure}></sunlit-disclosure></div>`);
}

describe('<sunlit-disclosure> shows every kind', () => {
  const said: string[] = [];
  const real = { error: console.error, warn: console.warn };
  before(() => {
    console.error = (...words) => said.push(words.join(' '));
    console.warn = (...words) => { if (!String(words[0]).startsWith('Lit is in dev mode')) said.push(words.join(' ')); };
  });
  after(() => Object.assign(console, real));

  for (const [name, disclosure] of Object.entries(all)) {
    for (const lang of LANGUAGES) {
      it(`${name} in ${lang}`, async () => {
        const element = await shown(disclosure, lang);
        const text = element.shadowRoot?.textContent ?? '';
        expect(text).to.contain(disclosure.title);
        expect(text).to.contain(disclosure.indexNo);
        for (const leak of ['undefined', '[object', 'NaN', '{{', 'null']) expect(text, leak).not.to.contain(leak);
        expect(element.shadowRoot?.querySelectorAll('[style]').length).to.equal(0);
        await expect(element).to.be.accessible();
        expect(said).to.deep.equal([]);
      });
    }
  }

  for (const [theme, scheme] of [['hall', 'light'], ['site', 'dark'], ['contrast', 'light']] as const) {
    it(`legibly in ${theme} ${scheme}`, async () => {
      for (const disclosure of [examples.service, examples.statistics, examples.notice, examples.plan, more.repealed]) {
        const element = await shown(disclosure, 'zh-CN', theme, scheme);
        element.parentElement?.style.setProperty('background', theme === 'contrast' ? '#000' : scheme === 'dark' ? '#14171b' : '#fff');
        await expect(element).to.be.accessible();
        if (theme !== 'hall') continue;
        for (const control of element.shadowRoot?.querySelectorAll('button') ?? []) {
          expect(control.getBoundingClientRect().height, control.textContent).to.be.at.least(60);
        }
      }
    });
  }

  it('says of a periodic one that its next issue has not come, where the server tells', async () => {
    const next = async (more: object) => (await shown({ ...examples.plan, ...more }, 'zh-CN')).shadowRoot?.querySelector('.next-due')?.textContent?.replaceAll(/\s+/g, ' ');
    expect(await next({})).to.equal('下次应公开： 2014年10月15日');
    expect(await next({ nextMissed: true })).to.equal('下次应公开： 2014年10月15日，尚未公开');
  });

  it('fits 320 px: nothing but tables and drawings scrolls sideways', async () => {
    for (const disclosure of Object.values(all)) {
      const element = await shown(disclosure, 'zh-CN');
      element.style.setProperty('width', '320px');
      await new Promise((resolve) => setTimeout(resolve, 60));
      const wide = [...(element.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])].filter(
        (one) => one instanceof HTMLElement && one.getBoundingClientRect().right > element.getBoundingClientRect().left + 321 && !one.closest('.table-room, .drawing-room, .hidden-text'),
      );
      expect(wide.map((one) => `${disclosure.title}: ${one.className || one.tagName}`)).to.deep.equal([]);
    }
  });

  it('draws what was not published as such', async () => {
    const element = await shown(examples.statistics, 'zh-CN');
    const cells = [...(element.shadowRoot?.querySelectorAll('td.number') ?? [])].filter((cell) => cell.textContent.includes('未公布'));
    expect(cells.length).to.equal(examples.statistics.fields.tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row).filter((value) => value === null))).length);
    expect(element.shadowRoot?.textContent).to.contain('按原文公布，合计不符');
    expect(element.shadowRoot?.textContent).to.contain('户数较少，不显示');
  });
});

describe('strings', () => {
  it('are there in all languages, with the same values to fill in', () => {
    const holes = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    for (const [key, text] of Object.entries(zhCN)) {
      for (const other of [zhHant, en] as Record<string, string>[]) {
        expect(other[key], key).to.be.a('string');
        expect(holes(other[key] ?? ''), key).to.deep.equal(holes(text));
      }
    }
    expect(Object.keys(en).length).to.equal(Object.keys(zhCN).length);
    for (const [key, text] of Object.entries(en)) expect(text, key).not.to.match(/[\u4e00-\u9fff]/);
  });

  it('name every property of every kind', async () => {
    const { t } = await contextForTest('en');
    for (const one of Object.values(all)) {
      if (one.state === 'withdrawn') continue;
      for (const group of lines(one, t)) {
        for (const { label } of group.lines) if (label !== undefined && !/[\u4e00-\u9fff]/.test(label) && !/^(DE-|20)/.test(label)) expect(Object.values(en), `${one.kind}: ${label}`).to.include(label);
      }
    }
  });
});
