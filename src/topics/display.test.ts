import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { render, type LitElement } from 'lit';
import { SunlitElement } from '../shared/element.ts';
import { translator } from '../shared/i18n.ts';
import { WallPages } from '../shared/wall-pages.ts';
import { sameWords } from '../../test/widgets/words.ts';
import { answeredTopics, board, displayed, lateTopics, openTopics, round } from './display-examples.ts';
import { beginning } from './display.ts';
import { strings as en } from './display-strings/en.ts';
import { strings } from './display-strings/index.ts';
import { strings as zhCN } from './display-strings/zh-CN.ts';
import { strings as zhHant } from './display-strings/zh-Hant.ts';
import { printSheet, sheet, type Sheet } from './sheet.ts';
import { sheetStyles } from './sheet-styles.ts';
import { prepareDisplay, wall, wallPages, wallStyles, type Wall } from './wall.ts';

const waitUntil = (condition: () => unknown) => waitFor(condition, undefined, { timeout: 10_000 });
void prepareDisplay('zh-CN');
const t = translator(strings, 'zh-CN');

/** A wall as the board's element holds one. */
class WallHost extends SunlitElement<keyof typeof zhCN> {
  static override styles = [SunlitElement.styles, wallStyles];
  protected override readonly strings = strings;
  given: Partial<Wall> = {};
  seconds = 60;
  on = true;
  readonly lists = { open: openTopics, answered: answeredTopics, late: lateTopics };
  readonly pages = new WallPages(this, { pages: () => wallPages(this.lists), on: () => this.on, seconds: () => this.seconds });
  get wall(): Wall {
    return { ...displayed, language: this.language, ...this.lists, page: this.pages.page, turning: this.pages.moves ? this.pages : undefined, ...this.given };
  }
  /** The first open topic of each drawing, since pages turn faster than a test looks. */
  readonly drawn: (string | undefined)[] = [];
  protected override updated(): void {
    this.drawn.push(this.renderRoot.querySelector('.wall-open .title')?.textContent?.trim());
  }
  protected override view() {
    return wall(this.wall);
  }
}
customElements.define('wall-host', WallHost);

describe('the wall of the topic board', () => {
  const real = globalThis.matchMedia;
  let still = false;
  before(() => {
    globalThis.matchMedia = ((query: string) => (query.includes('reduced-motion') ? Object.assign(new EventTarget(), { matches: still, media: query }) : real.call(globalThis, query))) as typeof matchMedia;
  });
  after(() => {
    globalThis.matchMedia = real;
  });
  afterEach(() => {
    still = false;
  });
  const hang = async (given: Partial<Wall> = {}, more: Partial<WallHost> = {}) => {
    const host = document.createElement('wall-host') as WallHost;
    host.lang = 'zh-CN';
    Object.assign(host, { given, ...more });
    const element = await fixture<WallHost>(html`<div>${host}</div>`).then(() => host);
    await element.updateComplete;
    return element;
  };
  const root = (element: LitElement) => element.shadowRoot!;
  const titles = (element: LitElement, part: string) => [...root(element).querySelectorAll(`.wall-${part} .title`)].map((title) => title.textContent?.trim());

  for (const scheme of ['light', 'dark']) {
    it(`is accessible, ${scheme}`, async () => {
      const element = await hang({}, { scheme });
      await expect(element).to.be.accessible();
    });
  }

  it('fits a screen of 1920 by 1080, with long answers', async () => {
    await setViewport({ width: 1920, height: 1080 });
    const long = answeredTopics.map((topic) => ({ ...topic, ...(topic.answer && { answer: { ...topic.answer, text: '从上个月起，村级财务收支逐月贴在村务公开栏，同时在网上公布。'.repeat(5) } }) }));
    const element = await hang({ answered: long, turning: { paused: false, pause: () => undefined } });
    expect(root(element).querySelector('.wall')!.scrollHeight).to.be.at.most(1080);
    expect(root(element).querySelector('.wall-answers .by')!.textContent).to.equal('村务监督委员会主任，2026年3月6日解答');
  });

  it('shows the round with the workdays that are left, figures with what they are out of, what is overdue and what was answered', async () => {
    const element = await hang();
    const text = root(element).textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).to.contain('和平村村民委员会').and.to.contain('9 个工作日后截止征集').and.to.contain('解答期限：2026年4月14日');
    expect(text).to.contain('承诺期内解答 28/31 条').and.to.contain('57次评价，基本满意以上53次').and.not.to.contain('%');
    expect(text).to.contain('逾期未解答').and.to.contain('清河县水利局 · 已逾期 18 个工作日');
    expect(text).to.contain('共占用 12.6 亩，涉及 9 户。').and.to.contain('村务监督委员会主任，2026年3月6日解答');
    expect(titles(element, 'open')).to.deep.equal(openTopics.slice(0, 4).map(({ title }) => title));
    expect(root(element).querySelectorAll('.qr').length).to.equal(1);
  });

  it('says a round that is late, planned or reported, and a board without one', async () => {
    for (const [given, said] of [
      [{ ...round, state: 'answering', left: -3 }, '3 个工作日前就应当解答完毕'],
      [{ ...round, state: 'answering', left: 0 }, '今天应当解答完毕'],
      [{ ...round, state: 'planned', left: 5 }, '5 个工作日后开始征集'],
      [{ ...round, state: 'reported', reportedOn: '2026-04-15' }, '解答报告已于2026年4月15日公布'],
      [undefined, '承诺：2个工作日内看完，3个工作日内认领，10个工作日内解答'],
    ] as const) {
      const element = await hang({ board: { ...board, round: given } });
      expect(root(element).querySelector('.wall-round')?.textContent?.replace(/\s+/g, ' ')).to.contain(said);
    }
    const closed = await hang({ board: { ...board, round: undefined, open: false }, open: [], answered: [], late: [] });
    expect(root(closed).textContent).to.contain('目前不接收新的点题').and.to.contain('没有等待解答的点题').and.to.contain('还没有解答').and.not.to.contain('逾期未解答');
    await expect(closed).to.be.accessible();
  });

  it('turns pages where motion is allowed, until somebody stops it', async () => {
    const element = await hang({}, { seconds: 0.05 });
    const turned = ({ drawn }: WallHost) => drawn.includes(openTopics[4]?.title) && drawn.lastIndexOf(openTopics[0]?.title) > drawn.indexOf(openTopics[4]?.title);
    await waitUntil(() => turned(element));
    root(element).querySelector<HTMLElement>('footer button')!.click();
    await element.updateComplete;
    expect(root(element).querySelector('footer')?.textContent).to.contain(zhCN.resume);
    const stands = element.pages.page;
    const other = await hang({}, { seconds: 0.05 });
    await waitUntil(() => turned(other));
    expect(element.pages.page).to.equal(stands);
  });

  it('stands still where motion is not wanted, and says what is left out', async () => {
    still = true;
    const element = await hang({}, { seconds: 0.05 });
    expect(root(element).querySelector('footer')).to.equal(null);
    expect([...root(element).querySelectorAll('.wall-rest')].map((rest) => rest.textContent)).to.deep.equal(['另有4条，扫码查看', '另有1条，扫码查看']);
    still = false;
    const other = await hang({}, { seconds: 0.05 });
    await waitUntil(() => other.drawn.includes(openTopics[4]?.title));
    expect(element.pages.page).to.equal(0);
  });
});

describe('the sheet for a notice board', () => {
  const given: Sheet = { ...displayed, topics: [...answeredTopics, ...openTopics], on: '2026-03-09', size: 'A4' };
  const paperOf = (what: Sheet) => {
    const paper = document.createElement('div');
    render(sheet(what, t), paper);
    return paper;
  };

  it('says whose it is, since when, how to take part, and holds each topic with a code and its answer', () => {
    const paper = paperOf(given);
    const text = paper.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).to.contain('和平村村民委员会').and.to.contain('2026年3月9日印制').and.to.contain('2026年第一轮点题').and.to.contain('不留姓名').and.to.contain('点题不是政府信息公开申请');
    const topics = [...paper.querySelectorAll('article')];
    expect(topics.map((topic) => topic.querySelector('h3')?.textContent)).to.deep.equal(given.topics.map(({ title }) => title));
    expect(topics.every((topic) => topic.querySelector('svg.qr path') && topic.textContent?.includes('编号 '))).to.equal(true);
    expect(new Set(topics.map((topic) => topic.querySelector('svg.qr path')?.getAttribute('d'))).size).to.equal(topics.length);
    expect(topics[0]?.textContent).to.contain('村务监督委员会主任').and.to.contain('后续承诺：三季度公布验收结果（2026年9月30日前）');
    expect(paper.querySelectorAll('.space tbody tr').length).to.equal(8);
    expect(paper.querySelectorAll('h1').length).to.equal(1);
  });

  it('shows why a topic is not answered, what became of a promise, and an empty board', () => {
    const [first] = answeredTopics;
    const kept = { ...first!, answer: { ...first!.answer!, promise: { text: '公布', due: '2026-09-30', kept: { on: '2026-09-20', result: '已公布' } } } };
    const declined = { ...openTopics[0]!, phase: 'declined' as const, declined: { reason: 'personal-privacy' as const, words: '涉及个人隐私', on: '2026-03-05' } };
    const text = paperOf({ ...given, topics: [kept, declined] }).textContent;
    expect(text).to.contain('已兑现：已公布（2026年9月20日）').and.to.contain('不予解答的理由').and.to.contain('涉及个人隐私');
    expect(paperOf({ ...given, topics: [], boardHref: undefined }).textContent).to.contain(zhCN['sheet.topics.none']);
  });

  it('breaks between topics and never within one, black on white, in the size that was asked for', () => {
    const style = document.createElement('style');
    document.head.append(style);
    style.textContent = sheetStyles('A3').join('\n');
    const rules = [...style.sheet!.cssRules];
    const rule = (selector: string) => rules.find((one) => one instanceof CSSStyleRule && one.selectorText === selector) as CSSStyleRule;
    const page = rules.find((one) => one instanceof CSSPageRule);
    expect(page?.cssText).to.match(/size: a3/i);
    expect([rule('.sheet article').style.breakInside, rule('.sheet .space').style.breakInside, rule('.sheet').style.color]).to.deep.equal(['avoid', 'avoid', 'rgb(0, 0, 0)']);
    style.remove();
  });

  it('prints without the page around it', async () => {
    let printed: Document | undefined;
    const observer = new MutationObserver((records) => {
      for (const { addedNodes } of records) {
        for (const node of addedNodes) if (node instanceof HTMLIFrameElement) node.contentWindow!.print = () => (printed = node.contentDocument!);
      }
    });
    observer.observe(document.body, { childList: true });
    await printSheet(given);
    observer.disconnect();
    await waitUntil(() => printed);
    expect(printed!.title).to.equal('点题公开栏 - 和平村村民委员会');
    expect([...printed!.body.children].length).to.equal(1);
    expect(printed!.querySelectorAll('article').length).to.equal(given.topics.length);
    printed!.defaultView!.dispatchEvent(new Event('afterprint'));
    await waitUntil(() => !document.querySelector('iframe[aria-hidden]'));
  });
});

describe('what walls and sheets say', () => {
  it('begins with the words of an answer, without tables and marks, and ends with a sentence', () => {
    expect(beginning('# 说明\n\n共**12**户，见[名单](https://x.example)。\n\n| 组 | 户 |\n|---|---|\n| 一 | 7 |\n\n- 一组\n- 二组', 100)).to.equal('说明 共12户，见名单。一组 二组');
    expect(beginning(`${'甲'.repeat(30)}。${'乙'.repeat(30)}`, 40)).to.equal(`${'甲'.repeat(30)}。……`);
    expect(beginning('😀'.repeat(50), 10)).to.equal(`${'😀'.repeat(10)}……`);
    expect(beginning('', 10)).to.equal('');
  });

  it('speaks three languages with the same keys and placeholders', () => {
    sameWords(zhCN, { en, 'zh-Hant': zhHant });
  });
});
