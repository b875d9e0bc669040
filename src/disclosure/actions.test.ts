import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { encode } from 'uqr';
import './define.ts';
import { examples } from './examples.ts';
import type { SunlitLinkEvent } from './events.ts';
import { frameFor } from './print.ts';
import { QUIET_ZONE } from './qr.ts';
import { mountWidget, part, until } from './test-context.ts';

const { service } = examples;

/** The dark modules of a drawn code, read back from its path. */
function modules(path: string, size: number): boolean[][] {
  const dark = [...Array(size)].map(() => [...Array<boolean>(size)].map(() => false));
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let at = 0; at < Number(run); at += 1) (dark[Number(y)] ?? [])[Number(x) + at] = true;
  }
  return dark;
}

describe('actions', () => {
  it('draws a QR code that is module for module the one of the address, black on white', async () => {
    const element = await mountWidget(html`<sunlit-disclosure link="/item/{id}" theme="contrast" .disclosure=${service}></sunlit-disclosure>`);
    const button = part(element, '[data-action="qr"]');
    expect(button.getAttribute('aria-expanded')).to.equal('false');
    button.click();
    const code = await until(() => element.renderRoot.querySelector('svg.qr'));
    const wanted = encode(`${location.origin}/item/${service.id}`, { border: QUIET_ZONE, ecc: 'M' });
    expect(modules(code.querySelector('path')?.getAttribute('d') ?? '', wanted.size)).to.deep.equal(wanted.data);
    expect(wanted.data.slice(0, 4).flat().some(Boolean)).to.equal(false);
    expect([code.querySelector('rect')?.getAttribute('fill'), code.querySelector('path')?.getAttribute('fill')]).to.deep.equal(['#fff', '#000']);
    expect(part(element, '.qr-card .address').textContent).to.equal(`${location.origin}/item/${service.id}`);
    button.click();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('svg.qr')).to.equal(null);
  });

  it('copies the address, says so, and shows it where copying is not allowed', async () => {
    const copied: string[] = [];
    let allowed = true;
    const realClipboard = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const realCommand = document.execCommand.bind(document);
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (text: string) => { if (!allowed) throw new Error('no'); copied.push(text); } } });
    document.execCommand = () => false;
    try {
      const element = await mountWidget(html`<sunlit-disclosure .disclosure=${service}></sunlit-disclosure>`);
      part(element, '[data-action="copy"]').click();
      await until(() => part(element, '.action-state').textContent.includes('链接已复制'));
      expect(copied[0]).to.contain(`#sunlit-item=${service.id}`);
      allowed = false;
      part(element, '[data-action="copy"]').click();
      await until(() => part(element, '.action-state').textContent.includes('请手动复制'));
      expect(part(element, '.actions > .address').textContent).to.equal(copied[0]);
    } finally {
      if (realClipboard) Object.defineProperty(navigator, 'clipboard', realClipboard);
      else Reflect.deleteProperty(navigator, 'clipboard');
      document.execCommand = realCommand;
    }
  });

  it('leaves sharing and printing to a page that cancels', async () => {
    const seen: string[] = [];
    const stop = (event: Event) => { seen.push(event.type); event.preventDefault(); };
    const element = await mountWidget(html`<sunlit-disclosure @sunlit-link=${(event: SunlitLinkEvent) => { seen.push(event.href); stop(event); }} @sunlit-print=${stop} .disclosure=${service}></sunlit-disclosure>`);
    part(element, '[data-action="copy"]').click();
    part(element, '[data-action="print"]').click();
    await element.updateComplete;
    expect(seen.slice(1)).to.deep.equal(['sunlit-link', 'sunlit-print']);
    expect(document.querySelector('iframe[aria-hidden]')).to.equal(null);
  });

  it('prints the disclosure alone: styled, in light, all details open, no buttons', async () => {
    const element = await mountWidget(html`<sunlit-disclosure theme="hall" scheme="dark" .disclosure=${examples.normative}></sunlit-disclosure>`);
    const css = [...(element.shadowRoot?.adoptedStyleSheets ?? [])].map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join('\n'));
    const frame = await frameFor(part(element, '.sunlit'), examples.normative.title, css);
    const inner = frame.contentDocument;
    expect(inner?.title).to.equal(examples.normative.title);
    expect(inner?.body.children.length).to.equal(1);
    expect(inner?.querySelector('button')).to.equal(null);
    expect(inner?.querySelector('.prose')?.textContent).to.equal(part(element, '.prose').textContent);
    const wrapper = inner?.querySelector('.sunlit');
    expect(wrapper && getComputedStyle(wrapper).color).to.equal('rgb(26, 26, 26)');
    expect(inner?.adoptedStyleSheets[0] && [...inner.adoptedStyleSheets[0].cssRules].some((rule) => rule.cssText.startsWith('@page'))).to.equal(true);
    frame.remove();
  });

  it('reads aloud only where a voice of the device speaks Chinese; pauses, goes on, stops when it leaves the page', async () => {
    const spoken: SpeechSynthesisUtterance[] = [];
    const calls: string[] = [];
    const voices: Partial<SpeechSynthesisVoice>[] = [{ lang: 'zh-CN', localService: false }];
    const real = { getVoices: speechSynthesis.getVoices, speak: speechSynthesis.speak, cancel: speechSynthesis.cancel, pause: speechSynthesis.pause, resume: speechSynthesis.resume };
    const voiceSetter = Object.getOwnPropertyDescriptor(SpeechSynthesisUtterance.prototype, 'voice');
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { configurable: true, set: () => undefined });
    Object.assign(speechSynthesis, { getVoices: () => voices, speak: (one: SpeechSynthesisUtterance) => spoken.push(one), cancel: () => calls.push('cancel'), pause: () => calls.push('pause'), resume: () => calls.push('resume') });
    try {
      const element = await mountWidget(html`<sunlit-disclosure .disclosure=${service}></sunlit-disclosure>`);
      expect(element.renderRoot.querySelector('[data-action="read"]')).to.equal(null);
      voices.push({ lang: 'zh-CN', localService: true });
      speechSynthesis.dispatchEvent(new Event('voiceschanged'));
      await element.updateComplete;
      part(element, '[data-action="read"]').click();
      await until(() => spoken.length === 1);
      expect(spoken[0]?.lang).to.equal('zh-CN');
      spoken[0]?.onend?.(new Event('end') as SpeechSynthesisEvent);
      expect(spoken.length).to.equal(2);
      await element.updateComplete;
      part(element, '[data-action="pause"]').click();
      await element.updateComplete;
      part(element, '[data-action="pause"]').click();
      element.remove();
      expect(calls).to.deep.equal(['pause', 'resume', 'cancel']);
      spoken[1]?.onend?.(new Event('end') as SpeechSynthesisEvent);
      expect(spoken.length).to.equal(2);
    } finally {
      for (const name of Object.keys(real)) Reflect.deleteProperty(speechSynthesis, name);
      if (voiceSetter) Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', voiceSetter);
    }
  });
});
