import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Change } from '@sunlit/client';
import './define.ts';
import { stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { strings as en } from '../shared/live/strings/en.ts';
import { strings as zhHant } from '../shared/live/strings/zh-Hant.ts';
import { strings as zhCN } from '../shared/live/strings/zh-CN.ts';
import type { SunlitDisclosure } from './element.ts';
import { examples, withdrawn } from './examples.ts';
import { mountWidget, part, until } from './test-context.ts';

const { normative } = examples;
const at = `/v1/disclosures/${normative.id}`;
let seq = 100;
const change = (type: Change['type'], given: Partial<Change> = {}): Change =>
  ({ seq: (seq += 1), time: new Date().toISOString(), type, id: normative.id, agency: normative.agency, path: [normative.agency.id], title: normative.title, revision: normative.revision, contentHash: '', leaf: '', ...given }) as Change;

describe('<sunlit-disclosure> follows what happens to it', () => {
  let api: StubApi;
  beforeEach(() => {
    seq = 100;
    api = stubApi({ [at]: normative });
  });
  afterEach(() => api.restore());

  const bar = (element: SunlitDisclosure) => element.renderRoot.querySelector('.live-bar')?.textContent?.trim();
  const badge = (element: SunlitDisclosure) => part(element, '.head .badge').textContent;
  const followed = async () => {
    const element = await mountWidget(html`<sunlit-disclosure lang="zh-CN" api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    await until(() => api.streams.length === 1, 'it waits');
    api.emit(change('amended', { id: '01JQ8ZK4T5V6W7X8Y9Z0GGGGGG', revision: 9 }));
    await until(() => api.streams.length === 1 && element.renderRoot.querySelector('.live-bar'), 'it follows');
    return element;
  };

  it('says that it was amended and loads the new version when asked', async () => {
    const element = await followed();
    const text = part(element, '.body');
    const before = text.getBoundingClientRect().top;
    api.emit(change('amended', { id: '01JQ8ZK4T5V6W7X8Y9Z0GGGGGG', revision: 9 }));
    api.emit(change('amended'));
    api.emit(change('amended', { revision: normative.revision + 1 }));
    await until(() => /^本件已于.+修改，查看新版本$/.test(bar(element) ?? ''), 'the notice');
    expect(part(element, '.body').getBoundingClientRect().top).to.equal(before);
    expect(part(element, '.body')).to.equal(text);
    expect(part(element, '.live-bar .button').getBoundingClientRect().height).to.be.at.least(44);
    await expect(element).to.be.accessible();
    api.answer(at, { ...normative, revision: normative.revision + 1, title: '新版本', chain: { ...normative.chain } });
    part(element, '.live-bar .button').click();
    await until(() => element.renderRoot.querySelector('#title')?.textContent === '新版本');
    await until(() => element.shadowRoot?.activeElement?.id === 'title', 'the focus');
    expect(bar(element)).to.equal('');
  });

  it('says at once that it was repealed or withdrawn, in its standing too, and leaves the text', async () => {
    const element = await followed();
    api.emit(change('repealed'));
    await until(() => bar(element)?.includes('废止，查看说明'), 'the notice');
    expect(badge(element)).to.equal('废止');
    const title = part(element, '#title');
    api.emit(change('withdrawn'));
    await until(() => bar(element)?.includes('撤下，查看说明'), 'the other notice');
    expect(badge(element)).to.equal('已撤下');
    expect(part(element, '#title')).to.equal(title);
    await expect(element).to.be.accessible();
    api.answer(at, { ...withdrawn, id: normative.id });
    part(element, '.live-bar .button').click();
    await until(() => element.renderRoot.textContent?.includes(withdrawn.ground), 'the tombstone');
    expect(bar(element)).to.equal('');
  });

  it('follows nothing with live="off", nor what the page gave it', async () => {
    const off = await mountWidget(html`<sunlit-disclosure live="off" api=${api.url} item-id=${normative.id}></sunlit-disclosure>`);
    const given = await mountWidget(html`<sunlit-disclosure .disclosure=${normative} api=${api.url}></sunlit-disclosure>`);
    await until(() => api.streams.length === 1, 'the other one may open something else later');
    api.emit(change('withdrawn'));
    await until(() => api.streams[0]?.endsWith('after=-20'), 'it follows');
    expect(off.renderRoot.querySelector('.live-bar')).to.equal(null);
    api.emit(change('withdrawn'));
    await given.updateComplete;
    expect([badge(off), badge(given)]).to.deep.equal(['有效', '有效']);
  });

  it('has its sentences in three languages', () => {
    const holes = (text: string) => text.match(/{{\w+}}/g);
    for (const other of [en, zhHant]) {
      expect(Object.keys(other)).to.deep.equal(Object.keys(zhCN));
      for (const [key, text] of Object.entries(zhCN)) expect(holes(other[key as keyof typeof zhCN]), key).to.deep.equal(holes(text));
    }
    expect(/\p{Script=Han}/u.test(Object.values(en).join())).to.equal(false);
  });
});
