import { expect, html } from '@open-wc/testing';
import { all, atBoard, button, challenge, choose, compose, go, one, supportOf, text, titles, waitUntil, write } from '../../test/widgets/board.ts';
import { problem } from '../../test/widgets/stub-api.ts';
import { stubOutbox } from '../../test/widgets/stub-outbox.ts';
import { published, similar, waiting } from './examples.ts';

describe('writing a topic', () => {
  const at = atBoard();

  it('without a network shows what a copy on the device has, as of when, what is known of its own topics, and what is like what is typed', async () => {
    const before = globalThis.sunlit;
    let down = false;
    const send: typeof fetch = async (input, init) => {
      const request = new Request(input, init);
      if (!down) return fetch(request);
      if (request.url.endsWith('/mine')) return problem(503, 'unavailable');
      const response = await fetch(request);
      return response.ok ? new Response(await response.arrayBuffer(), { headers: { 'content-type': 'application/json', 'sunlit-as-of': '2026-03-09T02:30:00.000Z' } }) : response;
    };
    globalThis.sunlit = { configuration: {}, discover: () => undefined, early: new Map(), fetch: send };
    try {
      const mine = () => at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" view="mine" lang="zh-CN"></sunlit-topics>`);
      const asked = await mine();
      await waitUntil(() => text(asked).includes('20260309-0004'));
      expect(one(asked, '[part=offline]')).to.equal(undefined);
      asked.remove();
      down = true;
      const known = await mine();
      await waitUntil(() => one(known, '[part=offline]'));
      expect(text(known, '.results')).to.contain('20260309-0004').and.to.contain('特定档案').and.to.contain(waiting.title);
      await expect(known).to.be.accessible();
      known.remove();
      const element = await at.show();
      await waitUntil(() => one(element, '[part=offline]'));
      expect(text(element, '[part=offline]')).to.contain('2026');
      await compose(element);
      write(element, { words: '鱼塘租金' });
      await waitUntil(() => one(element, '.similar'));
      expect(text(element, '.similar')).to.contain(similar.disclosures[0]!.title);
    } finally {
      globalThis.sunlit = before;
    }
  });

  it('finds what is there while somebody types, and counts that it answered', async () => {
    const element = await at.show();
    const answered: string[] = [];
    element.addEventListener('sunlit-topic-answered', ({ by }) => answered.push(`${by.type} ${by.id}`));
    await compose(element);
    await expect(element).to.be.accessible();
    write(element, { words: '鱼塘' });
    write(element, { words: '鱼塘租金' });
    await waitUntil(() => one(element, '.similar'));
    const asked = at.sent.filter(({ path }) => path === '/v1/topics/similar');
    expect(asked.map(({ body }) => body)).to.deep.equal([{ agencyId: 'liuhe-heping', text: '鱼塘租金' }]);
    expect(at.api.asked.join()).not.to.contain(encodeURIComponent('鱼塘'));
    await expect(element).to.be.accessible();
    button(element, '这个回答了我').click();
    await waitUntil(() => text(element, '.compose').includes('已经有答案'));
    await waitUntil(() => at.sent.some(({ path }) => path === `/v1/topics/${published.id}/answers`));
    expect(answered).to.deep.equal([`topic ${published.id}`]);
    expect(at.sent.at(-1)?.body).to.deep.equal({ agencyId: 'liuhe-heping', instead: 'topic' });
    button(element, '还要写一条').click();
    await waitUntil(() => one<HTMLInputElement>(element, '#words')?.value === '鱼塘租金', 'nothing is lost');
    button(element, '我也想知道').click();
    await waitUntil(() => text(element, '.compose').includes('算作'));
    expect(at.sent.some(({ path }) => path === `/v1/topics/${waiting.id}/supports`)).to.equal(true);
  });

  it('sends a topic in three steps, marks what looks personal and takes it out with one tap', async () => {
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    let told = '';
    element.addEventListener('sunlit-topic-sent', ({ topicNo }) => (told = topicNo));
    await compose(element);
    button(element, '下一步').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'faults');
    expect(text(element, '#faults')).to.contain('请选一个').and.to.contain('请用一句话说清楚');
    await expect(element).to.be.accessible();
    choose(element, 'disclose');
    write(element, { words: '公开鱼塘合同', text: '我的电话是13800001234，想看我的档案' });
    await go(element, '在哪里、怎么找您');
    await waitUntil(() => one(element, '.marks'));
    expect(text(element, '.marks mark')).to.contain('13800001234');
    await expect(element).to.be.accessible();
    button(element, '去掉“13800001234”').click();
    await waitUntil(() => !one(element, '.marks'));
    write(element, { place: '东塘', email: 'me@' });
    button(element, '下一步').click();
    await waitUntil(() => one(element, '#email-fault'));
    write(element, { email: 'me@example.edu.cn' });
    await go(element, '再看一遍，发送');
    expect(text(element, '.check')).to.contain('公开鱼塘合同').and.to.contain('东塘').and.not.to.contain('13800001234');
    await expect(element).to.be.accessible();
    await go(element, '已经收到', '发送');
    const submitted = at.sent.find(({ path }) => path === '/v1/topics')!;
    const { token, challenge: solved, ...body } = submitted.body;
    expect(body).to.deep.equal({ agencyId: 'liuhe-heping', purpose: 'disclose', title: '公开鱼塘合同', text: '我的电话是〔略〕，想看我的档案', place: '东塘', channel: 'web' });
    expect(String(token)).to.match(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(JSON.parse(atob(String(solved))).challenge).to.deep.equal(challenge);
    expect(told).to.equal('20260309-0007');
    await waitUntil(() => element.shadowRoot!.querySelector('.slip-card svg.qr') && text(element, '.compose').includes('确认信已经发出'));
    expect(text(element, '.compose')).to.contain('20260309-0007').and.to.contain('2个工作日内').and.to.contain('2026年4月3日前解答');
    expect(sessionStorage.length, 'nothing of it stays').to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('points to the request form where somebody wants their own records', async () => {
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" request-href="/request.html" lang="zh-CN"></sunlit-topics>`);
    await compose(element);
    choose(element, 'disclose');
    write(element, { words: '我要查阅我的档案' });
    await go(element, '在哪里、怎么找您');
    expect(one(element, '.ways a')?.getAttribute('href')).to.equal('/request.html');
    await expect(element).to.be.accessible();
  });

  it('keeps what was written over a reload on one’s own device until it is erased, and nothing on a shared one', async () => {
    const element = await at.show();
    await compose(element);
    write(element, { words: '公开鱼塘合同' });
    await waitUntil(() => sessionStorage.length === 1);
    element.remove();
    const again = await at.show();
    await compose(again);
    expect(one<HTMLInputElement>(again, '#words')?.value).to.equal('公开鱼塘合同');
    expect(text(again, '.compose')).to.contain('已恢复');
    button(again, '清除重写').click();
    await waitUntil(() => one<HTMLInputElement>(again, '#words')?.value === '');
    expect(sessionStorage.length).to.equal(0);
    again.remove();

    const shared = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" theme="hall" lang="zh-CN"></sunlit-topics>`);
    expect(all(shared, '.view').map((each) => each.textContent?.trim())).not.to.include('本机的');
    supportOf(shared, waiting.id).click();
    await waitUntil(() => at.sent.some(({ path }) => path.endsWith('/supports')));
    await compose(shared);
    choose(shared, 'ask');
    write(shared, { words: '张三家的事' });
    await shared.updateComplete;
    expect([sessionStorage.length, localStorage.length]).to.deep.equal([0, 0]);
    shared.reset();
    await waitUntil(() => titles(shared).length > 0);
    expect(shared.shadowRoot!.innerHTML).not.to.contain('张三');
    expect(supportOf(shared, waiting.id).getAttribute('aria-pressed')).to.equal('false');
    supportOf(shared, waiting.id).click();
    await waitUntil(() => at.sent.filter(({ path }) => path.endsWith('/supports')).length === 2);
    const [first, second] = at.sent.filter(({ path }) => path.endsWith('/supports'));
    expect(first?.body.basis).to.equal('kiosk');
    expect(first?.body.token).not.to.equal(second?.body.token);
  });

  it('loses nothing when nobody answers, sends the same again under the same key, and names what the server refuses', async () => {
    const element = await at.show();
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    at.api.answer('/submitted', problem(503, 'unavailable'));
    button(element, '发送').click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'problem', 'says so');
    expect(text(element, '#problem')).to.contain('您写的都还在');
    await expect(element).to.be.accessible();
    at.api.answer('/submitted', new Response(JSON.stringify({ type: 'urn:sunlit:problem:invalid-input', title: 'x', status: 400, requestId: 'r', errors: [{ pointer: '/body/place', code: 'pattern', detail: '地点里有不能用的字符。' }] }), { status: 400, headers: { 'content-type': 'application/problem+json' } }));
    button(element, '重新发送').click();
    await waitUntil(() => one(element, '#place-fault'));
    expect(text(element, '#place-fault')).to.contain('不能用的字符');
    const keys = at.sent.filter(({ path }) => path === '/v1/topics').map(({ key }) => key);
    expect(new Set(keys).size).to.equal(1);
    write(element, { place: '村口' });
    at.api.answer('/submitted', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABC030', no: '20260309-0007', phase: 'submitted' });
    await go(element, '再看一遍，发送');
    await go(element, '已经收到', '发送');
  });

  it('takes what nobody should write, tidied', async () => {
    const element = await at.show();
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '<img src=x onerror=alert(1)>\u202e javascript:alert(1)', text: `😀${'😀'.repeat(50)}\u0000字` });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    expect(one(element, '.check img')).to.equal(undefined);
    await go(element, '已经收到', '发送');
    const { body } = at.sent.find(({ path }) => path === '/v1/topics')!;
    expect(body.title).to.equal('<img src=x onerror=alert(1)> javascript:alert(1)');
    expect(body.text).to.equal('😀😀😀字');
  });

  it('waits in the outbox without a network, and says that it has not arrived', async () => {
    const outbox = stubOutbox();
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" lang="zh-CN" .outbox=${outbox}></sunlit-topics>`);
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    try {
      await go(element, '已存在这台设备上', '发送');
      button(element, '回到点题列表').click();
      await waitUntil(() => titles(element).length > 0);
      supportOf(element, waiting.id).click();
      await waitUntil(() => text(element, `[data-support="${waiting.id}"]`).includes('等待网络'));
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
    expect(outbox.added.map(({ operation }) => operation)).to.deep.equal(['topics.submit', 'topics.support']);
    expect(at.sent.filter(({ path }) => path === '/v1/topics' || path.endsWith('/supports'))).to.deep.equal([]);
    outbox.settle(1, { state: 'received', answer: { id: waiting.id, supports: { ...waiting.supports, total: waiting.supports.total + 1 } } });
    await waitUntil(() => supportOf(element, waiting.id).getAttribute('aria-pressed') === 'true' && !text(element, `[data-support="${waiting.id}"]`).includes('等待网络'));
    expect(await outbox.list()).to.have.length(1);
  });

  it('keeps under the same key what failed on its way, and has it in the form again when it is refused', async () => {
    const outbox = stubOutbox();
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" lang="zh-CN" .outbox=${outbox}></sunlit-topics>`);
    await compose(element);
    choose(element, 'ask');
    write(element, { words: '几点开门' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    at.api.answer('/submitted', () => { throw new TypeError('Failed to fetch'); });
    await go(element, '已存在这台设备上', '发送');
    expect(new Set([...at.sent.filter(({ path }) => path === '/v1/topics').map(({ key }) => key), outbox.added[0]?.idempotencyKey]).size).to.equal(1);
    outbox.settle(0, { state: 'refused', problem: { type: 'urn:sunlit:problem:invalid-input', title: '请求有误', status: 400, requestId: 'r', errors: [{ pointer: '/body/title', code: 'maxLength', detail: '太长了' }] } });
    await waitUntil(() => text(element, '#words-fault').includes('太长了'));
    expect(one<HTMLInputElement>(element, '#words')!.value).to.equal('几点开门');
    expect(await outbox.list()).to.deep.equal([]);
  });

  it('takes a correction of the disclosure that the page names', async () => {
    at.api.answer('/v1/disclosures/01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { id: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', title: '低保公示', state: 'published' });
    const element = await at.show(html`<sunlit-topics api=${at.api.url} agency="liuhe-heping" disclosure="01JQ8ZK4T5V6W7X8Y9Z0ABCDEF" lang="zh-CN"></sunlit-topics>`);
    await compose(element);
    await waitUntil(() => text(element, '.subject').includes('低保公示'));
    write(element, { words: '二月的没有贴' });
    await go(element, '在哪里、怎么找您');
    await go(element, '再看一遍，发送');
    await go(element, '已经收到', '发送');
    expect(at.sent.find(({ path }) => path === '/v1/topics')?.body).to.deep.include({ purpose: 'correct', disclosureId: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF' });
  });
});
