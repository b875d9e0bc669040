import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { elementsIn, wipe } from './wipe.ts';

class Visited extends LitElement {
  words = 'secret';
  protected override render() {
    return html`<input value="secret"><textarea>secret</textarea><input type="checkbox" checked><canvas width="40" height="40"></canvas><a href=${URL.createObjectURL(new Blob(['secret']))}>secret</a>`;
  }
  reset(): void {
    this.words = '';
  }
}
customElements.define('test-visited', Visited);

describe('forgetting a visitor', () => {
  it('resets elements and empties fields, canvases and addresses through all shadow roots', async () => {
    const place = await fixture<HTMLElement>(html`<div><section><test-visited></test-visited></section><select><option selected>secret</option></select></div>`);
    const address = [...elementsIn(place)].find((element) => element.localName === 'a')?.getAttribute('href') ?? '';
    expect(address).to.match(/^blob:/);
    await wipe(place);
    const left = [...elementsIn(place)];
    expect(left.find((element): element is Visited => element instanceof Visited)?.words).to.equal('');
    expect(left.flatMap((element) => (element instanceof HTMLInputElement ? [element.type === 'checkbox' ? element.checked : element.value] : element instanceof HTMLTextAreaElement ? [element.value] : []))).to.deep.equal(['', '', false]);
    expect(left.find((element) => element instanceof HTMLCanvasElement)?.width).to.equal(0);
    expect(left.find((element) => element instanceof HTMLSelectElement)?.selectedIndex).to.equal(-1);
    expect(left.find((element) => element.localName === 'a')?.hasAttribute('href')).to.equal(false);
    expect(await fetch(address).then(() => 'there', () => 'gone')).to.equal('gone');
  });

  it('empties the stores of the visit, and leaves what belongs to the screen', async () => {
    sessionStorage.setItem('sunlit draft', 'secret');
    localStorage.setItem('sunlit token', 'secret');
    localStorage.setItem('sunlit replica test', 'stands');
    localStorage.setItem('sunlit kiosk device', 'stands');
    document.body.append(document.createElement('iframe'));
    await wipe(document.body);
    expect([sessionStorage.length, localStorage.getItem('sunlit token'), localStorage.getItem('sunlit replica test'), localStorage.getItem('sunlit kiosk device')]).to.deep.equal([0, null, 'stands', 'stands']);
    expect(document.body.querySelector('iframe')).to.equal(null);
    localStorage.clear();
  });
});
