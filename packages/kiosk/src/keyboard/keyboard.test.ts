import { aTimeout, expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing';
import { a11ySnapshot, findAccessibilityNode, sendKeys } from '@web/test-runner-commands';
import type Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { LitElement, html as lit } from 'lit';
import './define.ts';
import type { SunlitKeyboard } from './element.ts';
import type { Places } from './engines.ts';

/** axe leaves itself on the window. */
const { axe } = globalThis as unknown as { axe: typeof Axe };

const source = (path: string) => new URL(path, import.meta.url).href;
const places: Places = {
  worker: (name) => source(`../${name}/${name}.worker.ts`),
  data: (name) => source(name === 'pinyin.txt' ? '../../data/pinyin.txt' : '../../../handwriting-data/data/strokes.bin'),
};

interface AccessibilityNode {
  readonly role: string;
  readonly name?: string;
  readonly children: AccessibilityNode[];
}

/** A field two shadow roots deep, whose value Lit holds. */
class TestInner extends LitElement {
  static override properties = { value: { state: true } };
  declare value: string;
  constructor() {
    super();
    this.value = '公开';
  }
  protected override render() {
    return lit`<input id="one" aria-label="one" .value=${this.value} @input=${(event: InputEvent) => (this.value = (event.target as HTMLInputElement).value)}><input id="two" aria-label="two">`;
  }
}
class TestOuter extends LitElement {
  protected override render() {
    return lit`<test-inner></test-inner>`;
  }
}
customElements.define('test-inner', TestInner);
customElements.define('test-outer', TestOuter);

async function keyboard(tab: 'handwriting' | 'pinyin' | 'digits' = 'digits'): Promise<SunlitKeyboard> {
  const element = await fixture<SunlitKeyboard>(html`<sunlit-keyboard lang="zh-CN" theme="hall" .tab=${tab} .places=${places}></sunlit-keyboard>`);
  await element.updateComplete;
  return element;
}

const buttons = (element: SunlitKeyboard) => [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
/** As a finger does it: the press must not take the focus, and only then comes the click. */
async function touch(element: SunlitKeyboard, name: string): Promise<void> {
  const button = buttons(element).find(({ textContent }) => textContent?.trim() === name);
  if (!button) throw new Error(`There is no key "${name}" among ${buttons(element).map(({ textContent }) => textContent?.trim()).join(' ')}.`);
  const focusMoves = button.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true }));
  if (focusMoves) button.focus();
  button.click();
  await element.updateComplete;
}
const candidates = (element: SunlitKeyboard) => [...(element.shadowRoot?.querySelectorAll('.candidate') ?? [])].map(({ textContent }) => textContent);
const ready = (element: SunlitKeyboard, text: string) => waitUntil(() => candidates(element).includes(text), `${text} is offered`, { timeout: 25_000 });

function draw(element: SunlitKeyboard, strokes: readonly (readonly (readonly [number, number])[])[]): void {
  const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
  const box = canvas.getBoundingClientRect();
  const send = (type: string, [x, y]: readonly [number, number]) => canvas.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, pointerId: 1, button: 0, clientX: box.left + (x / 100) * box.width, clientY: box.top + (y / 100) * box.height }));
  for (const stroke of strokes) {
    send('pointerdown', stroke[0] as [number, number]);
    for (const point of stroke.slice(1)) send('pointermove', point);
    send('pointerup', stroke[stroke.length - 1] as [number, number]);
  }
}
const SHI = [[[20, 50], [50, 49], [80, 50]], [[50, 15], [50, 50], [50, 88]]] as const; // 十

const inked = (canvas: HTMLCanvasElement) => canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data.some((value) => value > 0) ?? false;

describe('the keyboard on the screen', () => {
  describe('the caret', () => {
    for (const { name, start, end, result, caret } of [
      { name: 'at the beginning', start: 0, end: 0, result: '1公开', caret: 1 },
      { name: 'in the middle', start: 1, end: 1, result: '公1开', caret: 2 },
      { name: 'with something selected', start: 0, end: 2, result: '1', caret: 1 },
    ]) {
      it(`writes ${name}, in a field of Lit in nested shadow roots, and keeps the focus there`, async () => {
        const outer = await fixture<TestOuter>(html`<test-outer></test-outer>`);
        const inner = outer.shadowRoot?.querySelector('test-inner') as TestInner;
        await inner.updateComplete;
        const field = inner.shadowRoot?.querySelector('input') as HTMLInputElement;
        const element = await keyboard();
        field.focus();
        field.setSelectionRange(start, end);
        await element.updateComplete;
        const heard: InputEvent[] = [];
        document.addEventListener('input', (event) => heard.push(event), { once: true });
        await touch(element, '1');
        await inner.updateComplete;
        expect(field.value).to.equal(result);
        expect(field.selectionStart).to.equal(caret);
        expect(inner.value, 'Lit has heard of it').to.equal(result);
        expect(inner.shadowRoot?.activeElement).to.equal(field);
        expect(heard.map(({ inputType, data, composed }) => ({ inputType, data, composed }))).to.deep.equal([{ inputType: 'insertText', data: '1', composed: true }]);
      });
    }

    it('follows the focus from field to field inside one shadow root', async () => {
      const outer = await fixture<TestOuter>(html`<test-outer></test-outer>`);
      const inner = outer.shadowRoot?.querySelector('test-inner') as TestInner;
      await inner.updateComplete;
      const [one, two] = inner.shadowRoot?.querySelectorAll('input') as unknown as [HTMLInputElement, HTMLInputElement];
      const element = await keyboard();
      one.focus();
      await element.updateComplete;
      await touch(element, '下一项');
      expect(inner.shadowRoot?.activeElement).to.equal(two);
      await element.updateComplete;
      await touch(element, '7');
      expect([one.value, two.value]).to.deep.equal(['公开', '7']);
    });

    it('erases what is selected, else the character before the caret, whole', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field" value="村𠮷务">`);
      const element = await keyboard();
      field.focus();
      field.setSelectionRange(3, 3);
      await element.updateComplete;
      await touch(element, '删除');
      expect(field.value).to.equal('村务');
      field.setSelectionRange(0, 2);
      await touch(element, '删除');
      expect(field.value).to.equal('');
      await touch(element, '删除');
      expect(field.value).to.equal('');
    });

    it('writes into fields that hide their caret, and never beyond the length of a field', async () => {
      const form = await fixture<HTMLFormElement>(html`<form><input type="number" aria-label="number"><input type="tel" maxlength="2" aria-label="tel"><textarea aria-label="text"></textarea></form>`);
      const [number, tel, text] = [...form.elements] as [HTMLInputElement, HTMLInputElement, HTMLTextAreaElement];
      const element = await keyboard('pinyin');
      number.focus();
      await element.updateComplete;
      for (const key of ['4', '2', '7', '删除']) await touch(element, key);
      expect(number.value).to.equal('42');
      tel.focus();
      await element.updateComplete;
      for (const key of ['1', '2', '3']) await touch(element, key);
      expect(tel.value).to.equal('12');
      text.focus();
      await element.updateComplete;
      await touch(element, '换行');
      expect(text.value).to.equal('\n');
    });
  });

  describe('coming and going', () => {
    it('comes for text fields alone, says how high it is, and keeps the keyboard of the system away', async () => {
      const page = await fixture<HTMLElement>(html`<div><input aria-label="field" inputmode="search"><input type="checkbox" aria-label="box"><input readonly aria-label="fixed"></div>`);
      const [field, box, fixed] = [...page.children] as HTMLInputElement[];
      const element = await keyboard();
      box?.focus();
      fixed?.focus();
      await element.updateComplete;
      expect(buttons(element)).to.have.length(0);
      setTimeout(() => field?.focus());
      const opened = await oneEvent<CustomEvent<{ open: boolean; height: number }>>(document, 'sunlit-keyboard-change');
      expect(opened.detail.open).to.equal(true);
      expect(opened.detail.height).to.equal(Math.ceil(element.shadowRoot?.querySelector('.panel')?.getBoundingClientRect().height ?? 0));
      expect(opened.detail.height).to.be.greaterThan(200);
      expect(field?.inputMode).to.equal('none');
      setTimeout(() => field?.blur());
      const closed = await oneEvent<CustomEvent<{ open: boolean; height: number }>>(document, 'sunlit-keyboard-change');
      expect(closed.detail).to.deep.equal({ open: false, height: 0 });
      expect(field?.inputMode, 'as it was').to.equal('search');
    });

    it('goes when a real key is pressed, and comes again when the field is touched', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
      const element = await keyboard();
      field.focus();
      await element.updateComplete;
      expect(buttons(element).length).to.be.greaterThan(0);
      await sendKeys({ press: 'Shift' });
      await element.updateComplete;
      expect(buttons(element).length, 'a key that writes nothing').to.be.greaterThan(0);
      await sendKeys({ press: 'a' });
      await element.updateComplete;
      expect(buttons(element)).to.have.length(0);
      expect(field.value).to.equal('a');
      field.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      await element.updateComplete;
      expect(buttons(element).length).to.be.greaterThan(0);
    });

    it('can be put away, and tells the page of the change that it made', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
      const element = await keyboard();
      let changes = 0;
      field.addEventListener('change', () => (changes += 1));
      field.focus();
      await element.updateComplete;
      await touch(element, '5');
      await touch(element, '收起键盘');
      expect(buttons(element)).to.have.length(0);
      expect(changes).to.equal(1);
      expect(document.activeElement).to.equal(field);
    });
  });

  describe('digits', () => {
    it('come at once for a telephone, with the X of an identity number, and letters beside them', async () => {
      const page = await fixture<HTMLElement>(html`<div><input type="tel" aria-label="tel"><input aria-label="field"></div>`);
      const [tel, field] = [...page.children] as [HTMLInputElement, HTMLInputElement];
      const element = await keyboard('pinyin');
      tel.focus();
      await element.updateComplete;
      await touch(element, 'X');
      expect(tel.value).to.equal('X');
      field.focus();
      await element.updateComplete;
      await touch(element, '数字');
      await touch(element, '字母');
      await touch(element, '大写');
      await touch(element, 'Q');
      await touch(element, '大写');
      await touch(element, 'w');
      expect(field.value).to.equal('Qw');
    });
  });

  describe('pinyin', () => {
    it('makes words of letters, with the words of the place, and takes what is chosen of them', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field" type="search">`);
      const element = await keyboard('pinyin');
      element.lexicon = ['关于团结村马头岭采石场的公告'];
      field.focus();
      await element.updateComplete;
      for (const letter of 'matouling') await touch(element, letter);
      await ready(element, '马头岭');
      expect(field.value, 'nothing before it is chosen').to.equal('');
      await touch(element, '马头岭');
      expect(field.value).to.equal('马头岭');
      for (const letter of 'dibaohu') await touch(element, letter);
      await ready(element, '低保户');
      while (!candidates(element).includes('低保')) await touch(element, '更多');
      await touch(element, '低保');
      await waitUntil(() => candidates(element).some((text) => text?.length === 1), 'the rest is asked again', { timeout: 10_000 });
      await touch(element, '空格');
      expect(field.value, 'the rest stays to be chosen').to.match(/^马头岭低保.$/);
      for (const letter of 'ok') await touch(element, letter);
      await touch(element, '搜索');
      expect(field.value, 'letters that are meant as such').to.match(/^马头岭低保.ok$/);
    });
  });

  describe('handwriting', () => {
    it('reads what was written after a rest, and after 识别 at once', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
      const element = await keyboard('handwriting');
      field.focus();
      await element.updateComplete;
      draw(element, SHI);
      await ready(element, '十');
      expect(candidates(element)[0]).to.equal('十');
      await touch(element, '十');
      expect(field.value).to.equal('十');
      expect(inked(element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement), 'ready for the next').to.equal(false);
      draw(element, [SHI[0]]);
      await element.updateComplete;
      await touch(element, '识别');
      await ready(element, '一');
      draw(element, [SHI[1]]);
      await ready(element, '十');
      await touch(element, '撤销一笔');
      await ready(element, '一');
      await touch(element, '清除重写');
      expect(candidates(element)).to.deep.equal([]);
    });
  });

  it('forgets everything when it is wiped', async () => {
    const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
    const element = await keyboard('handwriting');
    field.focus();
    await element.updateComplete;
    draw(element, SHI);
    await ready(element, '十');
    const canvas = element.shadowRoot?.querySelector('canvas') as HTMLCanvasElement;
    expect(inked(canvas)).to.equal(true);
    await touch(element, '拼音');
    for (const letter of 'dibao') await touch(element, letter);
    await ready(element, '低保');
    let changes = 0;
    field.addEventListener('change', () => (changes += 1));
    element.reset();
    await element.updateComplete;
    expect(inked(canvas)).to.equal(false);
    expect(element.shadowRoot?.textContent?.trim()).to.equal('');
    field.blur();
    field.focus();
    await element.updateComplete;
    expect(element.shown).to.equal('handwriting');
    expect(candidates(element)).to.deep.equal([]);
    expect(element.shadowRoot?.textContent).not.to.contain('dibao').and.not.to.contain('低保');
    expect(changes, 'what is wiped is not told to the page').to.equal(0);
  });

  describe('for everybody', () => {
    for (const tab of ['handwriting', 'pinyin', 'digits'] as const) {
      it(`${tab}: keys are buttons with names, at least 64 px, and axe finds nothing`, async () => {
        const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
        const element = await keyboard(tab);
        field.focus();
        await element.updateComplete;
        for (const button of buttons(element)) {
          const { width, height } = button.getBoundingClientRect();
          expect(Math.min(width, height), `${String(button.textContent)} ${String(width)}×${String(height)}`).to.be.at.least(63.9);
        }
        const tree = (await a11ySnapshot({})) as unknown as AccessibilityNode;
        const seen: string[] = [];
        findAccessibilityNode<AccessibilityNode>(tree, (node) => {
          if (node.role === 'button') seen.push(node.name ?? '');
          return false;
        });
        expect(seen.length).to.equal(buttons(element).length);
        expect(seen.every((name) => name.trim() !== ''), seen.join(' ')).to.equal(true);
        const { violations } = await axe.run(element, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: { 'target-size': { enabled: true }, region: { enabled: false } } });
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html: at }) => at).join(' ')}`)).to.deep.equal([]);
      });
    }

    it('speaks three languages', async () => {
      const field = await fixture<HTMLInputElement>(html`<input aria-label="field">`);
      const element = await keyboard('handwriting');
      field.focus();
      for (const [lang, name] of [['en', 'Handwriting'], ['zh-Hant', '手寫'], ['zh-CN', '手写']] as const) {
        element.lang = lang;
        await waitUntil(() => buttons(element)[0]?.textContent === name, lang, { timeout: 20_000 });
      }
    });
  });

  it('works on a page with a strict policy and trusted types', async () => {
    // The page is built by the test itself: its policy forbids styles in markup, and scripts by strings.
    const frame = await fixture<HTMLIFrameElement>(html`<iframe title="strict" src=${source('../../test/strict-page.html')}></iframe>`);
    await waitUntil(() => frame.contentDocument?.querySelector('sunlit-keyboard')?.shadowRoot, 'the keyboard is there', { timeout: 20_000 });
    const page = frame.contentDocument as Document;
    const element = page.querySelector('sunlit-keyboard') as SunlitKeyboard;
    (page.querySelector('input') as HTMLInputElement).focus();
    await waitUntil(() => element.shadowRoot?.querySelector('button'), 'it shows itself', { timeout: 20_000 });
    await aTimeout(0);
    expect(page.documentElement.dataset['refused'] ?? '').to.equal('');
  });
});
