import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { Check, Errors } from 'typebox/value';
import { named, refusal, root, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, boardApi, fill, formShown, openStep, part, path, showPosting, submit, words } from './bench.ts';
import { answer, claimed, id } from './testing.ts';

describe('the answer to a topic', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await boardApi()));
  afterEach(() => api.restore());

  const linkFound = async (step: Element) => {
    const choice = part(step, 'desk-disclosure-choice');
    (part(choice, 'input') as HTMLInputElement).value = '防汛';
    named(choice, 'button', '查找').click();
    await waitUntil(() => named(choice, 'button', '关联“防汛值班安排”'));
    named(choice, 'button', '关联“防汛值班安排”').click();
    await waitUntil(() => named(choice, 'button', '移除“防汛值班安排”'));
    return choice;
  };

  for (const scheme of ['light', 'dark'] as const) {
    it(`is written with a preview, a linked disclosure and a promise, accessibly, in ${scheme}`, async () => {
      const { element } = await showPosting(api, claimed({ may: ['answer'] }), { scheme });
      const step = await openStep(element, 'answer');
      fill(step, 'outcome', 'disclosed');
      fill(step, 'text', '## 电话\n\n见**附件**。<script>');
      submit(step);
      await waitUntil(() => text(part(step, 'desk-disclosure-choice')).includes('这种结果须至少关联一条公开信息。'));
      const choice = await linkFound(step);
      await expect(choice).to.be.accessible();
      part(step, '#promise input').click();
      await waitUntil(() => part(step, '#later'));
      fill(step, 'later', '更换\n公示牌');
      fill(step, 'due', '2027-05-01');
      named(step, 'button', '预览公布后的样子').click();
      await waitUntil(() => part(step, '.prose h4'));
      expect(words(part(step, '.preview'))).to.include('已公开').and.to.include('见附件。<script>').and.to.include('防汛值班安排').and.to.include('更换 公示牌').and.to.include('政务公开科科员');
      await expect(step).to.be.accessible();
      api.answer(`POST ${path}/answer`, claimed({ version: 5, phase: 'answered', answer, may: ['publish'] }));
      submit(step);
      await waitUntil(() => part(element, 'desk-answer') === null);
      const [{ body }] = api.written as [{ what: string; body: object }];
      expect(body).to.deep.equal({ version: 4, answer: { outcome: 'disclosed', text: '## 电话\n\n见**附件**。<script>', disclosures: [DISCLOSURE], files: [], post: '政务公开科科员', promise: { text: '更换 公示牌', due: '2027-05-01' } } });
      expect(Check((operations['board.answer'] as Operation).body!, body), JSON.stringify(Errors((operations['board.answer'] as Operation).body!, body))).to.equal(true);
      expect(text(element)).to.include('还没有公布，外面看不到。');
    });
  }

  const DISCLOSURE = '01JQ8ZK4T5V6W7X8Y9Z0ABC009';

  it('is begun with what was pointed to, and takes more while it is being written', async () => {
    const { element } = await showPosting(api, claimed({ may: ['answer'] }));
    const similar = part(element, 'desk-similar');
    await waitUntil(() => all(similar, '.held').length === 3);
    named(similar, 'button', '已公开，指向它：防汛值班安排').click();
    const step = await formShown(element, 'answer');
    expect((part(step, '#outcome') as HTMLSelectElement).value).to.equal('already-public');
    expect(all(part(step, 'desk-disclosure-choice'), '.linked .held').map(words).join()).to.include('防汛值班安排');
  });

  it('is written anew from what was kept', async () => {
    const { element } = await showPosting(api, claimed({ phase: 'answered', answer, may: ['answer', 'publish'] }));
    const step = await openStep(element, 'answer');
    expect((part(step, '#text') as HTMLTextAreaElement).value).to.equal(answer.text);
    expect((part(step, '#later') as HTMLTextAreaElement).value).to.equal('汛期前更换公示牌。');
    named(part(step, 'desk-disclosure-choice'), 'button', '移除“防汛值班安排”').click();
    fill(step, 'outcome', 'explained');
    part(step, '#promise input').click();
    await waitUntil(() => part(step, '#later') === null);
    api.answer(`POST ${path}/answer`, claimed({ version: 5, phase: 'answered', answer }));
    submit(step);
    await waitUntil(() => api.written.length === 1);
    expect(api.written[0]!.body).to.deep.equal({ version: 4, answer: { outcome: 'explained', text: answer.text, disclosures: [], files: [], post: '水旱灾害防御科' } });
  });

  it('takes files by name, says how far they are, and waits for them', async () => {
    const { element } = await showPosting(api, claimed({ may: ['answer'] }));
    const step = await openStep(element, 'answer');
    const input = part(step, '#files') as HTMLInputElement;
    const real = globalThis.XMLHttpRequest;
    // Uploads with progress go by XMLHttpRequest, which the stand-in for the API does not see.
    Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
    let release = (_: object): void => undefined;
    try {
      api.answer('POST /v1/files', () => new Promise((resolve) => (release = resolve)));
      const chosen = new DataTransfer();
      chosen.items.add(new File(['%PDF-1.7'], '值班表.pdf'));
      input.files = chosen.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
      await waitUntil(() => api.asked.some(({ path: asked }) => asked.startsWith('/v1/files')));
      fill(step, 'outcome', 'explained');
      fill(step, 'text', '见附件。');
      submit(step);
      await waitUntil(() => text(step).includes('文件还在上传，请稍候。'));
      const file = { name: '值班表.pdf', mediaType: 'application/pdf', size: 2048, sha256: 'a'.repeat(64) };
      release({ ...file, id: id('F1'), agencyId: 'qinghe-water', originalSha256: 'b'.repeat(64), removed: [], warnings: [] });
      await waitUntil(() => named(step, 'button', '移除“值班表.pdf”'));
      expect(api.asked.find(({ path: asked }) => asked.startsWith('/v1/files'))!.path).to.equal(`/v1/files?agency=qinghe-water&name=${encodeURIComponent('值班表.pdf')}&purpose=attachment`);
      api.answer(`POST ${path}/answer`, claimed({ version: 5, phase: 'answered', answer }));
      submit(step);
      await waitUntil(() => api.written.some(({ what }) => what.endsWith('/answer')));
      expect((api.written.at(-1)!.body as { answer: { files: object[] } }).answer.files).to.deep.equal([file]);
    } finally {
      globalThis.XMLHttpRequest = real;
    }
  });

  it('shows at its fields what the server refuses', async () => {
    const { element } = await showPosting(api, claimed({ may: ['answer'] }));
    const step = await openStep(element, 'answer');
    fill(step, 'outcome', 'explained');
    fill(step, 'text', '见公示牌。');
    part(step, '#promise input').click();
    await waitUntil(() => part(step, '#later'));
    fill(step, 'later', '更换公示牌');
    fill(step, 'due', '2027-05-01');
    api.answer(`POST ${path}/answer`, refusal(409, 'not-possible', { errors: [{ pointer: '/body/answer/promise/due', code: 'past', detail: '日期已过。' }, { pointer: '/body/answer/disclosures', code: 'needed', detail: '须关联公开信息。' }] }));
    submit(step);
    await waitUntil(() => part(step, '#due-wrong'));
    expect(words(part(step, '#due-wrong'))).to.equal('日期已过。');
    expect(text(part(step, 'desk-disclosure-choice'))).to.include('须关联公开信息。');
    expect(root(step).querySelector('.notice.bad')).to.equal(null);
  });
});
