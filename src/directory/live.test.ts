import { expect, fixtureSync, html, waitUntil } from '@open-wc/testing';
import type { Change } from '@sunlit/client';
import type { SunlitDirectory } from './element.ts';
import { idOf, page, rowsOf } from './examples.ts';
import { stubApi } from '../../test/widgets/stub-api.ts';
import { LONG, all, named, settled, stage, text, titles } from './testing.ts';

let seq = 100;
const change = (given: Partial<Change> & { readonly id: string }): Change =>
  ({ seq: (seq += 1), time: new Date().toISOString(), type: 'published', agency: { id: 'qinghe-water', name: '县水利局' }, path: ['qinghe', 'qinghe-water'], title: '新公告', revision: 1, contentHash: '', leaf: '', ...given }) as Change;

describe('<sunlit-directory> follows what is published', () => {
  const here = stage();
  beforeEach(() => {
    seq = 100;
  });
  const bar = (element: SunlitDirectory) => text(element, '.live-bar').trim();
  /** One stream, which waits for the first thing that happens. */
  const waits = async () => waitUntil(() => here.api.streams.join() === '/v1/changes/stream?after=-1', 'it waits', LONG);
  /** Something that concerns no widget here. */
  const elsewhere = () => here.api.emit(change({ id: idOf(9999), type: 'expired' }));
  /** Drawn, and following. */
  const followed = async (element?: SunlitDirectory) => {
    const drawn = element ?? (await here.drawn());
    await waits();
    elsewhere();
    await waitUntil(() => here.api.streams.length === 1 && all(drawn, '.live-bar').length === 1, 'it follows', LONG);
    return drawn;
  };

  it('waits with its code for the first change, and tells that one too', async () => {
    const element = await here.drawn();
    await waits();
    const hourAgo = new Date(Date.now() - 3_600_000).toISOString();
    here.api.emit(change({ id: idOf(400), time: hourAgo }));
    await element.updateComplete;
    expect([all(element, '.live-bar').length, ...here.api.streams]).to.deep.equal([0, '/v1/changes/stream?after=-1'], 'what was there long before is no news');
    here.api.emit(change({ id: idOf(500) }));
    await waitUntil(() => bar(element) === '有1条更新，点击查看', 'the one that woke it', LONG);
    expect(here.lists().length).to.equal(1, 'what happened under the reader’s eyes is not asked about');
    expect(here.api.streams).to.deep.equal(['/v1/changes/stream?after=-20']);
  });

  it('comes with its code when no stream comes, and when a hidden page is seen again', async () => {
    const element = await here.drawn();
    await waits();
    here.api.see(false);
    await waitUntil(() => here.api.streams.length === 0, 'closed', LONG);
    here.api.see(true);
    await waitUntil(() => all(element, '.live-bar').length === 1 && here.api.streams.length === 1, 'it follows', LONG);

    const other = stubApi({ '/v1/disclosures': page });
    try {
      other.breakStreams();
      const late = fixtureSync<SunlitDirectory>(html`<sunlit-directory api=${other.url} without-tree without-facets lang="zh-CN"></sunlit-directory>`);
      await waitUntil(() => all(late, '.live-bar').length === 1, 'it asks instead', LONG);
    } finally {
      other.restore();
    }
  });

  it('says how much is new, moves nothing, and shows it in place when asked', async () => {
    const element = await followed();
    expect(here.api.streams).to.deep.equal(['/v1/changes/stream?after=-20']);
    const row = all(element, 'article .title')[3]!;
    row.focus();
    window.scrollTo(0, 400);
    const before = row.getBoundingClientRect().top;
    const asked = here.api.asked.length;
    here.api.emit(change({ id: idOf(500) }));
    here.api.emit(change({ id: idOf(501) }));
    here.api.emit(change({ id: idOf(0), type: 'amended', revision: 3 }));
    await waitUntil(() => bar(element) === '有3条更新，点击查看');
    expect(row.getBoundingClientRect().top).to.equal(before);
    expect(element.shadowRoot?.activeElement).to.equal(row);
    expect(here.api.asked.length).to.equal(asked, 'nothing is asked before the reader wants it');
    await expect(element).to.be.accessible();
    expect(all(element, '.live-bar')[0]?.getAttribute('aria-live')).to.equal('polite');
    expect(all(element, '.live-bar .button')[0]?.getBoundingClientRect().height).to.be.at.least(44);

    here.api.answer('/v1/disclosures', { ...page, items: [...rowsOf(2, 500), ...rowsOf(10)] });
    named(element, '有3条更新').click();
    await waitUntil(() => titles(element).length === 12 && all(element, 'article .title')[0]?.dataset.id === idOf(500), 'the new list', LONG);
    expect(element.shadowRoot?.activeElement?.className).to.equal('total');
    expect(bar(element)).to.equal('');
    expect(element.getBoundingClientRect().top).to.be.at.least(0);
    here.api.emit(change({ id: idOf(502) }));
    await waitUntil(() => bar(element) === '有1条更新，点击查看');
  });

  it('asks past the browser’s cache once something has changed', async () => {
    const element = await here.drawn();
    await waits();
    const real = globalThis.fetch;
    const modes: RequestCache[] = [];
    globalThis.fetch = async (input, init) => {
      modes.push(new Request(input, init).cache);
      return real(input, init);
    };
    try {
      await element.refresh();
      expect(modes).to.include('default');
      here.api.emit(change({ id: idOf(500) }));
      await waitUntil(() => bar(element) !== '', 'it is told', LONG);
      modes.length = 0;
      await element.refresh();
      expect(new Set(modes)).to.deep.equal(new Set(['no-cache']));
    } finally {
      globalThis.fetch = real;
    }
  });

  it('leaves out what is of other agencies, what it shows already, and what was taken back', async () => {
    const element = await followed(await here.drawn(html`<sunlit-directory api=${here.api.url} agency="qinghe-water" lang="zh-CN"></sunlit-directory>`));
    here.api.emit(change({ id: idOf(500), path: ['qinghe', 'qinghe-tax'] }));
    here.api.emit(change({ id: idOf(0), type: 'amended', revision: 2 }));
    here.api.emit(change({ id: idOf(11), type: 'repealed' }));
    here.api.emit(change({ id: idOf(501) }));
    here.api.emit(change({ id: idOf(501), type: 'withdrawn' }));
    here.api.emit(change({ id: idOf(700), type: 'withdrawn' }));
    here.api.emit(change({ id: idOf(1), type: 'withdrawn' }));
    await waitUntil(() => bar(element) === '有1条更新，点击查看');
    const asked = here.lists().length;
    named(element, '公示公告').click();
    await here.asks('kind=notice', asked);
    await settled(element);
    expect(bar(element)).to.equal('', 'what is asked for anew has it');
  });

  it('with filters asks once whether they let it through', async () => {
    const element = await followed();
    named(element, '公示公告').click();
    await here.asks('kind=notice', 1);
    await settled(element);
    here.api.answer('/v1/disclosures', { ...page, items: [...rowsOf(1, 500), ...rowsOf(11)] });
    const before = here.lists().length;
    for (const number of [500, 501, 502]) here.api.emit(change({ id: idOf(number) }));
    await waitUntil(() => bar(element) === '有1条更新，点击查看', 'one of three', LONG);
    expect(here.lists().slice(before)).to.deep.equal(['/v1/disclosures?kind=notice&limit=20']);
  });

  it('asks nothing of a list that nobody has asked for yet, behind an item opened by its address', async () => {
    const opened = await here.draw(html`<sunlit-directory api=${here.api.url} .start=${{ kind: 'decision', item: idOf(0) }} lang="zh-CN"></sunlit-directory>`);
    const element = await followed();
    await waitUntil(() => all(opened, '.live-bar').length === 1, 'both follow', LONG);
    named(element, '公示公告').click();
    await here.asks('kind=notice', 1);
    await settled(element);
    here.api.answer('/v1/disclosures', { ...page, items: [...rowsOf(1, 500), ...rowsOf(11)] });
    const before = here.lists().length;
    const { random } = Math;
    Math.random = () => 0; // both would ask in the same moment
    try {
      here.api.emit(change({ id: idOf(500) }));
      await waitUntil(() => bar(element) === '有1条更新，点击查看', 'it was asked and answered', LONG);
    } finally {
      Math.random = random;
    }
    expect(here.lists().slice(before)).to.deep.equal(['/v1/disclosures?kind=notice&limit=20']);
  });

  it('looks again at what happened shortly before, and says it only where the list does not have it', async () => {
    const element = await followed();
    const before = (milliseconds: number) => new Date(Date.now() - milliseconds).toISOString();
    here.api.answer('/v1/disclosures', { ...page, items: [...rowsOf(1, 500), ...rowsOf(11)] });
    here.api.emit(change({ id: idOf(502), time: before(3_600_000) }));
    here.api.emit(change({ id: idOf(0), time: before(60_000) }));
    here.api.emit(change({ id: idOf(500), time: before(60_000) }));
    here.api.emit(change({ id: idOf(501), time: before(60_000) }));
    await waitUntil(() => bar(element) === '有1条更新，点击查看', 'only the one that is missing', LONG);
  });

  it('closes its connection while the page is hidden and goes on from the last change', async () => {
    const element = await followed();
    here.api.emit(change({ id: idOf(500) }));
    await waitUntil(() => bar(element) !== '');
    here.api.see(false);
    await waitUntil(() => here.api.streams.length === 0, 'closed', LONG);
    here.api.see(true);
    await waitUntil(() => here.api.streams.length === 1, 'open again', LONG);
    expect(here.api.streams[0]).to.equal('/v1/changes/stream?after=102');
  });

  it('shares one connection, follows nothing with live="off", and closes it when the last one leaves', async () => {
    const around = fixtureSync<HTMLElement>(html`<div lang="zh-CN"><sunlit-directory api=${here.api.url}></sunlit-directory><sunlit-directory api=${here.api.url}></sunlit-directory><sunlit-directory live="off" api=${here.api.url}></sunlit-directory></div>`);
    const all3 = [...around.querySelectorAll('sunlit-directory')];
    await waitUntil(() => all3.every((one) => titles(one).length > 0), 'all are drawn', LONG);
    await waits();
    elsewhere();
    await waitUntil(() => all3.slice(0, 2).every((one) => all(one, '.live-bar').length === 1), 'two follow', LONG);
    expect(here.api.streams.length).to.equal(1);
    here.api.emit(change({ id: idOf(500) }));
    await waitUntil(() => bar(all3[0]!) !== '' && bar(all3[1]!) !== '');
    expect(bar(all3[2]!)).to.equal('');
    all3[0]!.live = 'off';
    all3[1]!.remove();
    await waitUntil(() => here.api.streams.length === 0, 'closed', LONG);
    all3[0]!.live = undefined;
    await waitUntil(() => here.api.streams.length === 1, 'open again', LONG);
  });

  it('says it in the reader’s language', async () => {
    const element = await followed(await here.drawn(html`<sunlit-directory api=${here.api.url} lang="en"></sunlit-directory>`));
    here.api.emit(change({ id: idOf(500) }));
    await waitUntil(() => bar(element) === 'Updates: 1. Show them', 'English', LONG);
  });
});
