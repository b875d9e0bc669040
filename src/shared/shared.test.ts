import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import { LitElement } from 'lit';
import { shared as en } from '../locales/en.ts';
import { shared as zhCN } from '../locales/zh-CN.ts';
import { shared as zhHant } from '../locales/zh-Hant.ts';
import { define } from './define.ts';
import { formatDay, formatNumber } from './format.ts';
import { LANGUAGES, languageOf } from './i18n.ts';
import { marked } from './marks.ts';
import { VERSION } from './version.ts';

const placeholders = (text: string) => (text.match(/{{\w+}}/g) ?? []).sort();

describe('language', () => {
  it('takes the nearest language it speaks', () => {
    expect(['', 'zh', 'zh-Hans-CN', 'zh-TW', 'zh-Hant', 'zh-HK', 'en-GB', 'ug', 'de'].map(languageOf)).to.deep.equal(['zh-CN', 'zh-CN', 'zh-CN', 'zh-Hant', 'zh-Hant', 'zh-Hant', 'en', 'en', 'en']);
  });

  for (const [name, strings] of Object.entries({ en, 'zh-Hant': zhHant })) {
    it(`has every string and every placeholder in ${name}`, () => {
      expect(Object.keys(strings).sort()).to.deep.equal(Object.keys(zhCN).sort());
      for (const [key, text] of Object.entries(zhCN)) {
        expect(placeholders(strings[key as keyof typeof zhCN]), key).to.deep.equal(placeholders(text));
        expect(strings[key as keyof typeof zhCN], key).not.to.equal('');
      }
    });
  }

  it('has no Chinese left in the English strings', () => {
    for (const [key, text] of Object.entries(en)) expect(/\p{Script=Han}/u.test(text), key).to.equal(false);
  });
});

describe('define', () => {
  it('is silent for the same version and warns once for another', () => {
    class First extends LitElement {}
    define('sunlit-test-define', First);
    const warned: unknown[] = [];
    const real = console.warn;
    console.warn = (...words: unknown[]) => warned.push(words.join(' '));
    try {
      define('sunlit-test-define', class extends LitElement {});
      expect(warned).to.deep.equal([]);
      (First as { version?: string }).version = '0.0.1';
      define('sunlit-test-define', class extends LitElement {});
      expect(warned).to.deep.equal([`<sunlit-test-define> ${VERSION} was not registered: this page already has version 0.0.1.`]);
    } finally {
      console.warn = real;
    }
  });
});

describe('marked', () => {
  it('marks ranges and writes everything as text', () => {
    const element = fixtureSync(html`<p>${marked('<b>河道采砂</b>', [[3, 5], [4, 5], [7, 7]])}</p>`);
    expect(element.textContent).to.equal('<b>河道采砂</b>');
    expect([...element.querySelectorAll('mark')].map((mark) => mark.textContent)).to.deep.equal(['河道']);
  });
});

describe('formatDay', () => {
  it('writes the calendar day it was given, in any time zone', () => {
    expect(formatDay('2026-03-09', 'zh-CN')).to.equal('2026年3月9日');
    expect(formatDay('2026-03-09', 'zh-Hant')).to.equal('2026年3月9日');
    expect(formatDay('2026-03-09', 'en')).to.equal('9 Mar 2026');
    for (const language of LANGUAGES) expect(formatDay('nonsense', language)).to.equal('nonsense');
  });
});

describe('formatNumber', () => {
  it('writes numbers as Intl does', () => {
    for (const language of LANGUAGES) {
      for (const value of [0, 7, 999, 1000, 12345, 1234567, -1234, 0.5, 1234.25]) expect(formatNumber(value, language)).to.equal(new Intl.NumberFormat(language).format(value));
    }
  });
});

describe('the wall between page and widget', () => {
  it('keeps hostile page rules out and follows a language that changes', async () => {
    const { SunlitAgencies } = await import('../agencies/element.ts');
    define('sunlit-agencies', SunlitAgencies);
    const style = document.createElement('style');
    style.textContent = 'html{font-size:100px}*{color:#c00!important;letter-spacing:.3em;text-transform:uppercase;line-height:1!important}';
    document.head.append(style);
    try {
      const host = fixtureSync(html`<div lang="zh-CN"><sunlit-agencies api="http://"></sunlit-agencies></div>`);
      const element = host.querySelector('sunlit-agencies')!;
      await waitUntil(() => element.shadowRoot!.querySelector('[role=alert]'));
      const text = element.shadowRoot!.querySelector('p')!;
      const computed = getComputedStyle(text);
      expect([computed.fontSize, computed.letterSpacing, computed.textTransform]).to.deep.equal(['16px', 'normal', 'none']);
      expect(getComputedStyle(element.shadowRoot!.querySelector('button')!).minHeight).to.equal('44px');
      host.setAttribute('lang', 'en');
      await waitUntil(() => element.shadowRoot!.textContent?.includes('administrator'));
    } finally {
      style.remove();
    }
  });
});
