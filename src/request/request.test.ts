import { expect, fixture, html, waitUntil as waitFor } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { problem, stubApi, type StubApi } from '../../test/widgets/stub-api.ts';
import { stubOutbox, type StubOutbox } from '../../test/widgets/stub-outbox.ts';
import { sameWords } from '../../test/widgets/words.ts';
import './define.ts';
import { BLANK, contentOf, fieldAt } from './answers.ts';
import type { SunlitRequest } from './element.ts';
import { challenge, form, published, receipt } from './examples.ts';
import { trackAddress } from './sent.ts';
import { strings as en } from './strings/en.ts';
import { strings as zhCN } from './strings/zh-CN.ts';
import { strings as zhHant } from './strings/zh-Hant.ts';

const shadow = (element: Element): ShadowRoot => element.shadowRoot!;
const waitUntil = (condition: () => unknown, message?: string) => waitFor(condition, message, { timeout: 10_000 });
const one = <E extends HTMLElement = HTMLElement>(element: Element, selector: string): E | null => shadow(element).querySelector<E>(selector);
const text = (element: Element) => shadow(element).textContent ?? '';
const heading = (element: Element) => one(element, 'h2')?.textContent;
const button = (element: Element, name: string) => [...shadow(element).querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent?.trim()) === name)!;

const write = (element: Element, values: Record<string, string>) => {
  for (const [id, value] of Object.entries(values)) {
    const field = one<HTMLInputElement>(element, `#${id}`)!;
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    field.dispatchEvent(new FocusEvent('blur'));
  }
};
const choose = (element: Element, id: string, ...files: File[]) => {
  const list = new DataTransfer();
  for (const file of files) list.items.add(file);
  const input = one<HTMLInputElement>(element, `#${id}`)!;
  input.files = list.files;
  input.dispatchEvent(new Event('change'));
};

describe('<sunlit-request>', () => {
  let api: StubApi;
  let sent: { readonly key: string | null; readonly body: Record<string, unknown> }[];
  let attached: string[];
  const real = globalThis.XMLHttpRequest;
  beforeEach(() => {
    sessionStorage.clear();
    sent = [];
    attached = [];
    api = stubApi({
      '/v1/agencies/qinghe-water/request-form': form,
      '/v1/challenge': challenge,
      '/v1/disclosures': { items: [published], total: { value: 1, exact: true } },
      '/v1/requests': receipt,
      [`/v1/disclosures/${published.id}/answers`]: { id: published.id },
    });
    const stubbed = globalThis.fetch;
    globalThis.fetch = async (input, init) => {
      const request = new Request(input, init);
      if (request.method === 'POST' && request.url.endsWith('/v1/requests')) sent.push({ key: request.headers.get('idempotency-key'), body: await request.clone().json() });
      if (request.method === 'PUT') attached.push(`${new URL(request.url).search} ${request.headers.get('authorization') ?? ''}`);
      return stubbed(request);
    };
    // Uploads go through the stub as well.
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
  });
  afterEach(() => {
    api.restore();
    Object.defineProperty(globalThis, 'XMLHttpRequest', { configurable: true, writable: true, value: real });
  });

  const show = async (attributes = html`<sunlit-request api=${api.url} agency="qinghe-water" lang="zh-CN" track-href="/track"></sunlit-request>`) => {
    const element = await fixture<SunlitRequest>(attributes);
    await waitUntil(() => heading(element));
    return element;
  };
  const next = async (element: SunlitRequest, title: string, name = '下一步') => {
    button(element, name).click();
    await waitUntil(() => heading(element) === title, `${title} comes, not ${heading(element) ?? ''}`);
  };
  const applicant = { name: '李明', identityNumber: '110101199003070038', phone: '13800000000' };
  const fill = async (element: SunlitRequest) => {
    write(element, { title: '采砂许可', description: '2024 年采砂许可的全部批文' });
    await next(element, '申请人');
    write(element, applicant);
    await next(element, '怎样提供给您');
    await next(element, '核对后发送');
  };
  const send = async (element: SunlitRequest) => next(element, '服务器已收到您的申请', '发送申请');

  for (const theme of ['site', 'hall', 'contrast']) {
    for (const scheme of ['light', 'dark']) {
      it(`is accessible on every step in the ${theme} theme, ${scheme}`, async () => {
        api.answer('/v1/agencies/qinghe-water/request-form', { ...form, identityImage: 'optional', intro: '本表用于依申请公开。' });
        const element = await show(html`<sunlit-request api=${api.url} agency="qinghe-water" theme=${theme} scheme=${scheme} lang="zh-CN" track-href="/track"></sunlit-request>`);
        button(element, '下一步').click();
        await waitUntil(() => one(element, '#faults'));
        await expect(element).to.be.accessible();
        write(element, { title: '采砂许可', description: '批文' });
        await waitUntil(() => one(element, '.proposal'));
        await expect(element).to.be.accessible();
        await next(element, '申请人');
        write(element, { ...applicant, identityNumber: '110101199003070039' });
        await element.updateComplete;
        expect(text(element)).to.contain('校验码');
        await expect(element).to.be.accessible();
        const least = theme === 'hall' ? 60 : 44;
        for (const target of shadow(element).querySelectorAll('button, .field, .choice')) expect(target.getBoundingClientRect().height, target.className).to.be.at.least(least);
        await next(element, '怎样提供给您');
        choose(element, 'files', new File(['x'], '照片.jpg'), new File([], '空.txt'));
        await element.updateComplete;
        await expect(element).to.be.accessible();
        await next(element, '核对后发送');
        await expect(element).to.be.accessible();
        await send(element);
        await waitUntil(() => one(element, 'svg.qr'));
        await expect(element).to.be.accessible();
      });
    }
  }

  it('says in place what is missing, takes the focus there, and leads to each field by keyboard', async () => {
    const element = await show();
    write(element, { description: '批文' });
    await next(element, '申请人');
    expect(shadow(element).activeElement?.localName).to.equal('h2');
    button(element, '下一步').click();
    await waitUntil(() => shadow(element).activeElement?.id === 'faults');
    expect([...shadow(element).querySelectorAll('#faults li')].map((line) => line.textContent?.trim())).to.deep.equal(['请填写姓名或名称', '请填写证件号码', '电话、电子邮箱、通信地址，至少填写一种']);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => shadow(element).activeElement?.id === 'name');
    expect(one(element, '#name')?.getAttribute('aria-describedby')).to.equal('name-fault');
    await sendKeys({ type: '李明' });
    await waitUntil(() => one(element, '#name')?.getAttribute('aria-invalid') === 'false', 'what is put right is right at once');
    expect(shadow(element).querySelectorAll('#faults li').length).to.equal(2);
  });

  it('explains numbers that look wrong and takes them all the same', async () => {
    const element = await show();
    write(element, { description: '批文' });
    await next(element, '申请人');
    write(element, { ...applicant, identityNumber: '11010119900307003', phone: '1380000' });
    await waitUntil(() => shadow(element).querySelectorAll('.doubt').length === 2);
    expect(one(element, '#identityNumber')?.getAttribute('aria-describedby')).to.contain('identityNumber-doubt');
    await next(element, '怎样提供给您');
  });

  it('sends what was written and nothing else, says so once it is true, and tells the page the number alone', async () => {
    const element = await show();
    const events: object[] = [];
    element.addEventListener('sunlit-request-sent', (event) => events.push({ ...event }));
    await fill(element);
    expect(text(element)).to.contain('您想了解什么');
    expect(text(element)).not.to.contain('用途');
    await send(element);
    expect(sent.length).to.equal(1);
    const { challenge: solved, ...body } = sent[0]!.body;
    expect(JSON.parse(atob(String(solved))).challenge).to.deep.equal(challenge);
    expect(body).to.deep.equal({
      agencyId: 'qinghe-water', channel: 'online', form: 'electronic', route: 'online', wanted: { title: '采砂许可', description: '2024 年采砂许可的全部批文' },
      applicant: { type: 'naturalPerson', name: '李明', identity: { type: 'resident-id', number: applicant.identityNumber }, contact: { phone: '13800000000' } },
    });
    expect(text(element)).to.contain(receipt.receiptNo).and.to.contain(receipt.secret).and.to.contain('不等于法律上的').and.to.contain('2026年3月9日 09:02');
    expect(JSON.stringify(events)).to.contain(receipt.receiptNo).and.not.to.contain(receipt.secret);
    await waitUntil(() => one(element, 'svg.qr'));
    expect(one<HTMLAnchorElement>(element, '.actions a')?.href).to.equal(`${location.origin}/track?sunlit-receipt=${receipt.receiptNo}`);
    expect(text(element)).not.to.contain('李明');
  });

  it('proposes what is already public by title and number alone, opens it, and counts that it answered', async () => {
    const element = await show();
    let answered = '';
    element.addEventListener('sunlit-request-answered', (event) => (answered = `${event.disclosureId} ${event.agencyId}`));
    write(element, { description: '我家门前的事' });
    write(element, { title: '采砂' });
    await waitUntil(() => one(element, '.proposal'));
    expect(api.asked.filter((path) => path.includes('q='))).to.deep.equal([`/v1/disclosures?agency=qinghe-water&limit=4&q=${encodeURIComponent('采砂')}`]);
    one(element, '.proposal')!.click();
    await waitUntil(() => heading(element) === '已公开的信息');
    expect(one(element, 'sunlit-disclosure')?.getAttribute('item-id')).to.equal(published.id);
    button(element, '不是，继续申请').click();
    await waitUntil(() => one<HTMLTextAreaElement>(element, '#description')?.value === '我家门前的事', 'what was written is still there');
    one(element, '.proposal')!.click();
    await waitUntil(() => button(element, '这正是我要的，不用申请了'));
    button(element, '这正是我要的，不用申请了').click();
    await waitUntil(() => api.asked.includes(`/v1/disclosures/${published.id}/answers`));
    expect(answered).to.equal(`${published.id} qinghe-water`);
    expect(text(element)).to.contain('已经找到');
  });

  it('keeps what was written over a reload on one’s own device, until it is sent or discarded', async () => {
    const element = await show();
    write(element, { description: '批文' });
    await element.updateComplete;
    element.remove();
    const again = await show();
    expect(one<HTMLTextAreaElement>(again, '#description')?.value).to.equal('批文');
    expect(text(again)).to.contain('已恢复');
    await fill(again);
    await send(again);
    expect(sessionStorage.length).to.equal(0);
    again.remove();
    const blank = await show();
    expect(one<HTMLTextAreaElement>(blank, '#description')?.value).to.equal('');
    write(blank, { description: '别的' });
    await waitUntil(() => sessionStorage.length === 1);
    button(blank, '清除我填写的内容').click();
    await waitUntil(() => one<HTMLTextAreaElement>(blank, '#description')?.value === '');
    expect(sessionStorage.length).to.equal(0);
  });

  it('keeps nothing on a shared device, and files as a kiosk', async () => {
    const element = await show(html`<sunlit-request api=${api.url} agency="qinghe-water" theme="hall" lang="zh-CN"></sunlit-request>`);
    await fill(element);
    expect(sessionStorage.length).to.equal(0);
    await send(element);
    expect(sent[0]?.body.channel).to.equal('kiosk');
    expect(one(element, '[data-action=copy]'), 'nothing goes to the clipboard of a shared screen').to.equal(null);
    element.reset();
    await waitUntil(() => heading(element) === '您想了解什么');
    expect(shadow(element).innerHTML).not.to.contain(receipt.secret).and.not.to.contain('李明');
  });

  it('loses nothing when nobody answers, and sends the same again under the same key', async () => {
    const element = await show();
    await fill(element);
    api.answer('/v1/requests', problem(503, 'unavailable'));
    button(element, '发送申请').click();
    await waitUntil(() => shadow(element).activeElement?.id === 'problem');
    expect(text(element)).to.contain('您填写的内容都还在');
    await expect(element).to.be.accessible();
    api.answer('/v1/requests', receipt);
    await next(element, '服务器已收到您的申请', '重新发送');
    expect(new Set(sent.map((call) => JSON.stringify(call))).size).to.equal(1);
  });

  it('brings what the server refuses back to its field', async () => {
    const element = await show();
    await fill(element);
    api.answer('/v1/requests', new Response(JSON.stringify({ type: 'urn:sunlit:problem:invalid-input', title: 'x', status: 400, requestId: 'r', errors: [{ pointer: '/body/applicant/contact/phone', code: 'pattern', detail: '请写明区号。' }] }), { status: 400, headers: { 'content-type': 'application/problem+json' } }));
    button(element, '发送申请').click();
    await waitUntil(() => heading(element) === '申请人');
    expect(one(element, '#phone-fault')?.textContent).to.contain('请写明区号。');
    expect(one<HTMLInputElement>(element, '#name')?.value).to.equal('李明');
    write(element, { phone: '000-88020110' });
    api.answer('/v1/requests', receipt);
    await next(element, '核对后发送', '回到核对');
    await send(element);
  });

  it('uploads attachments after sending, with cancel and retry, and warns before they are lost', async () => {
    api.answer('/v1/agencies/qinghe-water/request-form', { ...form, identityImage: 'required' });
    const path = `/v1/requests/${receipt.receiptNo}/attachments`;
    let answers = 0;
    let release = () => undefined as void;
    api.answer(path, async () => {
      if ((answers += 1) === 1) return problem(500, 'internal');
      await new Promise<void>((resolve) => (release = resolve));
      return { branches: [] };
    });
    const element = await show();
    write(element, { description: '批文' });
    await next(element, '申请人');
    write(element, applicant);
    await next(element, '怎样提供给您');
    button(element, '下一步').click();
    await waitUntil(() => one(element, '#identity-fault'));
    choose(element, 'identity', new File(['1'], '身份证.jpg'));
    choose(element, 'files', new File(['22'], '照片.jpg'));
    await element.updateComplete;
    await next(element, '核对后发送');
    await send(element);
    expect(sent[0]?.body.files).to.equal(2);
    await waitUntil(() => button(element, '重新上传身份证.jpg') && attached.length === 2);
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
    release();
    await waitUntil(() => text(element).includes('已上传'));
    button(element, '重新上传身份证.jpg').click();
    await waitUntil(() => attached.length === 3);
    release();
    await waitUntil(() => shadow(element).querySelectorAll('.uploads .badge.good').length === 2);
    expect(attached[2]).to.contain('purpose=identity').and.to.contain(`Receipt ${receipt.secret}`);
    one<HTMLInputElement>(element, '#kept')!.click();
    await element.updateComplete;
    const later = new Event('beforeunload', { cancelable: true });
    dispatchEvent(later);
    expect(later.defaultPrevented).to.equal(false);
  });

  describe('with files, on a shared device with an outbox', () => {
    const reference = '7KQ2-MX9R-41TC';
    const photograph = new File(['22'], '照片.jpg');
    const begin = async (outbox: StubOutbox) => {
      const element = await show(html`<sunlit-request api=${api.url} agency="qinghe-water" theme="hall" lang="zh-CN" .outbox=${outbox}></sunlit-request>`);
      write(element, { description: '批文' });
      await next(element, '申请人');
      write(element, applicant);
      await next(element, '怎样提供给您');
      choose(element, 'files', photograph);
      await next(element, '核对后发送');
      button(element, '发送申请').click();
      return element;
    };

    it('keeps everything before anything is sent, and says how it stands until all has arrived', async () => {
      const outbox = stubOutbox({ reference });
      const element = await begin(outbox);
      await waitUntil(() => text(element).includes(reference));
      expect(heading(element)).to.equal('正在发送');
      expect(outbox.added.map(({ operation, files }) => [operation, files])).to.deep.equal([['requests.submit', [{ file: photograph, name: '照片.jpg', purpose: 'attachment' }]]]);
      await expect(element).to.be.accessible();

      outbox.settle(0, { state: 'waiting', until: '2026-03-09T02:00:05.000Z' });
      await waitUntil(() => heading(element) === '还没有送出');
      expect(text(element)).to.contain(reference);

      // The line breaks again before the receipt is here.
      outbox.settle(0, { state: 'waiting', filesLeft: 1 });
      await waitUntil(() => heading(element) === '服务器已收到您的申请');
      expect(text(element)).to.contain(reference).and.to.contain('还没有取回来');
      await expect(element).to.be.accessible();

      outbox.receipt = receipt;
      outbox.settle(0, { state: 'waiting', filesLeft: 1, until: '2026-03-09T02:00:09.000Z' });
      await waitUntil(() => text(element).includes(receipt.secret));
      expect(text(element)).to.contain('还有1个附件没有送到').and.to.contain('已加密存好，自动送出').and.not.to.contain('已上传');
      await expect(element).to.be.accessible();

      outbox.settle(0, { state: 'received', answer: {} });
      await waitUntil(() => text(element).includes('已上传'));
      expect(text(element)).not.to.contain('没有送到');
      expect([sent.length, attached.length]).to.deep.equal([0, 0]);
    });

    it('says which file the server did not take', async () => {
      api.answer(`/v1/requests/${receipt.receiptNo}/attachments`, problem(415, 'unsupported-media-type'));
      const outbox = stubOutbox({ reference });
      outbox.receipt = receipt;
      const element = await begin(outbox);
      await waitUntil(() => outbox.added.length === 1);
      outbox.settle(0, { state: 'received', answer: {}, refusedFiles: 1 });
      await waitUntil(() => text(element).includes('不支持这种文件'));
    });

    it('sends all of it now where nothing can be kept', async () => {
      api.answer(`/v1/requests/${receipt.receiptNo}/attachments`, { branches: [] });
      const element = await begin(stubOutbox({ reference, full: true }));
      await waitUntil(() => text(element).includes('已上传'));
      expect([sent.length, attached.length]).to.deep.equal([1, 1]);
    });

    it('shows the next visitor nothing of what arrives afterwards', async () => {
      const outbox = stubOutbox({ reference });
      const element = await begin(outbox);
      await waitUntil(() => text(element).includes(reference));
      element.reset();
      outbox.receipt = receipt;
      outbox.settle(0, { state: 'waiting', filesLeft: 1 });
      await waitUntil(() => heading(element) === '您想了解什么');
      await element.updateComplete;
      expect(shadow(element).innerHTML).not.to.contain(receipt.secret).and.not.to.contain(reference);
    });
  });

  it('is read back at the counter before it is filed by whoever the page says', async () => {
    const filed: unknown[] = [];
    const element = await show(html`<sunlit-request api=${api.url} agency="qinghe-water" mode="oral" lang="zh-CN" .send=${async (content: unknown) => (filed.push(content), { ...receipt, receivedOn: '2026-03-09' })}></sunlit-request>`);
    write(element, { description: '批文' });
    await next(element, '申请人');
    write(element, applicant);
    await next(element, '怎样提供给您');
    await next(element, '核对并读给申请人听');
    button(element, '发送申请').click();
    await waitUntil(() => one(element, '#readBack-fault'));
    await expect(element).to.be.accessible();
    expect(filed.length).to.equal(0);
    one<HTMLInputElement>(element, '#readBack')!.click();
    await send(element);
    expect(filed.length).to.equal(1);
    expect(sent.length).to.equal(0);
    expect(text(element)).to.contain('收到申请之日');
    expect(sessionStorage.length).to.equal(0);
  });

  it('says where to go when the agency takes none here', async () => {
    api.answer('/v1/agencies/qinghe-water/request-form', { ...form, open: false });
    const element = await show();
    expect(text(element)).to.contain('清河县河滨路12号');
    await expect(element).to.be.accessible();
  });

  it('fits a phone', async () => {
    await setViewport({ width: 390, height: 800 });
    const element = await show();
    await fill(element);
    expect(shadow(element).querySelector('.sunlit')!.scrollWidth).to.be.at.most(element.clientWidth);
    await setViewport({ width: 1280, height: 900 });
  });

  it('speaks three languages with the same keys and placeholders', () => {
    sameWords(zhCN, { en, 'zh-Hant': zhHant });
  });

  it('makes content, fields and addresses of what is given', () => {
    const organisation = contentOf('a', { ...BLANK, type: 'research', name: ' 所 ', contactPerson: '王', identityNumber: '1', email: 'a@b.cn', description: 'x' }, 0);
    expect(organisation.applicant).to.deep.equal({ type: 'research', name: '所', contactPerson: '王', contact: { email: 'a@b.cn' } });
    expect(['/body/applicant/identity/type', '/body/applicant/identity/number', '/body/applicant/contact', '/body/wanted/description', '/body/route'].map(fieldAt)).to.deep.equal(['identityType', 'identityNumber', 'phone', 'description', 'route']);
    expect(trackAddress('/t/{receiptNo}', '1-2')).to.equal(`${location.origin}/t/1-2`);
    expect(trackAddress('javascript:alert(1)', '1')).to.equal(undefined);
  });
});
