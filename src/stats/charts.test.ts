import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { stubApi } from '../../test/widgets/stub-api.ts';
import './define.ts';
import { annual, disclosures, overview } from './examples.ts';
import type { Scene } from './scene.ts';

const waitUntil = (condition: () => unknown) => waitFor(condition, undefined, { timeout: 10_000 });

const loaded = () => performance.getEntriesByType('resource').filter(({ name }) => /\/d3-|stats\/drawing/.test(name));

// In a file, and so in a page, of its own: what one test has loaded no other can see coming.
describe('what draws charts', () => {
  it('is loaded when the first chart is shown, and not before', async () => {
    const api = stubApi({ '/v1/statistics/overview': { ...overview, year: 2025 }, '/v1/statistics/annual': annual, '/v1/statistics/disclosures': disclosures });
    const element = await fixture<HTMLElement & { subject: string }>(html`<sunlit-stats api=${api.url} agency="qinghe" subject="requests" year="2025" lang="zh-CN"></sunlit-stats>`);
    await waitUntil(() => element.shadowRoot?.querySelector('.wide'));
    expect(loaded().map(({ name }) => name)).to.deep.equal([]);
    element.subject = 'disclosures';
    await waitUntil(() => element.shadowRoot?.querySelector('.months'));
    expect(loaded().some(({ name }) => name.includes('d3-scale'))).to.equal(true);
    api.restore();
  });

  it('leaves the tables where it does not come', async () => {
    const { chart } = await import('./chart.ts');
    const scene = { charts: { current: { state: 'failed' } }, t: (key: string) => key, language: 'zh-CN', isOpen: () => false, toggle: () => undefined, dataHref: () => '#' } as unknown as Scene;
    const table = { caption: 'c', columns: [{ title: 'x' }, { title: 'y' }], rows: [{ head: 'a', cells: ['1'] }] };
    const shown = await fixture(html`<div>${chart(scene, { id: 'one', title: 'One', words: 'Two', picture: { type: 'bars', bars: [{ label: 'a', n: 1 }] }, data: 'disclosures', table })}</div>`);
    expect(shown.querySelector('.notice')?.textContent).to.equal('chart.failed');
    expect(shown.querySelector<HTMLElement>('.twin')?.hidden).to.equal(false);
  });
});
