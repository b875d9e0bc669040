import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html } from 'lit';
import './define.ts';
import { stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { difference } from './difference.ts';
import { examples, powerRevisions } from './examples.ts';
import { lines } from './lines.ts';
import { contextForTest, mountWidget, part, settled, until } from './test-context.ts';
import type { DisclosureContent } from './types.ts';

const [first, second, third] = powerRevisions;
const revision = (which: typeof first): DisclosureContent => {
  if (!which) throw new Error('no such revision');
  return which.content;
};

describe('difference', () => {
  it('tells 5 powers from 8: three added as wholes, two changed to the word, three the same', async () => {
    const { t } = await contextForTest();
    const { groups, same } = difference(revision(first), revision(second), t);
    const items = groups.filter(({ title }) => title.startsWith('事项'));
    expect(items.map(({ state, title }) => `${state} ${title}`)).to.deep.equal([
      'changed 事项 QL-02 取水许可', 'changed 事项 QL-03 对无证采砂、超范围采砂的处罚', 'added 事项 QL-06 渔业资源保护监督检查', 'added 事项 QL-07 对毒鱼、电鱼的处罚', 'added 事项 QL-08 开发建设项目水土保持方案审批',
    ]);
    const renamed = items[1]?.lines[0];
    expect(renamed?.label).to.equal('名称');
    expect(renamed?.pieces.filter(({ state }) => state === 'added').map(({ text }) => text).join('')).to.equal('、超范围采砂');
    expect(renamed?.pieces.filter(({ state }) => state === 'removed')).to.deep.equal([]);
    expect(items[0]?.lines.map(({ state, label }) => `${state} ${label ?? ''}`)).to.include.members(['changed 办理时限', 'added 条件']);
    expect(same.filter((title) => title.startsWith('事项')).length).to.equal(3);
  });

  it('gives back both texts: what was without the added pieces, what is without the removed', async () => {
    const { t } = await contextForTest();
    const paragraph = fc.string({ unit: fc.constantFrom(...'县水利局受理申请之日起二十个工作日'), minLength: 1, maxLength: 24 });
    const body = fc.array(paragraph, { maxLength: 8 }).map((all) => all.join('\n\n'));
    const text = (groups: ReturnType<typeof lines>) => groups.filter(({ key }) => key === 'body').flatMap((group) => group.lines.map((line) => line.text));
    fc.assert(fc.property(body, body, (before, after) => {
      const [old, now] = [{ ...revision(first), body: before }, { ...revision(first), body: after }];
      const { groups } = difference(old, now, t);
      const changes = groups.flatMap((group) => group.lines);
      const side = (without: 'added' | 'removed') => changes.filter(({ state }) => state !== without).map(({ pieces }) => pieces.filter(({ state }) => state !== without).map((piece) => piece.text).join(''));
      const [oldLines, nowLines] = [text(lines(old, t)), text(lines(now, t))];
      for (const line of side('added')) expect(oldLines).to.include(line);
      for (const line of side('removed')) expect(nowLines).to.include(line);
      expect(oldLines.length - side('added').length).to.equal(nowLines.length - side('removed').length); // as many stay the same on both sides
      if (before === after) expect(groups).to.deep.equal([]);
    }), { numRuns: 200 });
  });

  it('flattens every kind without losing a text or a figure', async () => {
    const { t } = await contextForTest();
    for (const one of Object.values(examples)) {
      const said = lines(one, t).flatMap((group) => [group.title, ...group.lines.map(({ text, label }) => `${label ?? ''} ${text}`)]).join('\n');
      const check = (value: unknown, key = ''): void => {
        if (typeof value === 'string' && /[\u4e00-\u9fff]/.test(value) && !['title', 'unit', 'key', 'chart'].includes(key)) expect(said, `${one.kind} ${key}`).to.contain(value);
        else if (typeof value === 'object' && value !== null) for (const [name, inner] of Object.entries(value)) check(inner, Array.isArray(value) ? key : name);
      };
      check(one.fields);
    }
  });
});

describe('differences in the widget', () => {
  let api: StubApi;
  beforeEach(() => {
    const { id } = examples.power;
    api = stubApi({ [`/v1/disclosures/${id}`]: examples.power, ...Object.fromEntries(powerRevisions.map((one) => [`/v1/disclosures/${id}/revisions/${String(one.revision)}`, one])) });
  });
  afterEach(() => api.restore());

  it('are fetched when asked for, marked by words as well as colour, and accessible', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${examples.power.id}></sunlit-disclosure>`);
    expect(api.asked.filter((path) => path.includes('revisions'))).to.deep.equal([]);
    const buttons = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('.revisions button')];
    expect(buttons.map((button) => button.textContent.trim())).to.deep.equal(['第2版与第3版有何不同', '第1版与第2版有何不同']);
    buttons[1]?.click();
    await until(() => element.renderRoot.querySelector('.changes'));
    await settled(element);
    const view = part(element, '.difference');
    expect(element.shadowRoot?.activeElement).to.equal(view);
    expect(view.textContent).to.contain('修订原因：按照简政放权要求重新梳理，由5项调整为8项');
    expect(view.querySelector('.change.added')?.textContent).to.contain('新增');
    expect([...view.querySelectorAll('ins, del')].every((mark) => mark.textContent.length > 0 && (mark.querySelector('.hidden-text') !== null || mark.closest('.small') !== null))).to.equal(true);
    await expect(element).to.be.accessible();
    part(element, '.difference-head button').click();
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.difference')).to.equal(null);
  });

  it('compares any two, and says what went wrong with a way to try again', async () => {
    const element = await mountWidget(html`<sunlit-disclosure api=${api.url} item-id=${examples.power.id}></sunlit-disclosure>`);
    api.answer(`/v1/disclosures/${examples.power.id}/revisions/3`, new Response('<html>', { status: 200, headers: { 'content-type': 'text/html' } }));
    part<HTMLFormElement>(element, '.any-two').requestSubmit();
    await until(() => element.renderRoot.querySelector('.difference [role="alert"]'));
    api.answer(`/v1/disclosures/${examples.power.id}/revisions/3`, third);
    part(element, '.difference [role="alert"] button').click();
    await until(() => element.renderRoot.querySelector('.changes'));
    expect(part(element, '.difference h4').textContent).to.equal('第1版与第3版的差异');
  });
});
