import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Case } from '@sunlit/client/desk';
import { operations, type Operation } from '@sunlit/contract';
import { Check } from 'typebox/value';
import { named, root, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { all, casesApi, fill, openStep, part, path, showCase, submit, words } from './bench.ts';
import type { DeskRedaction } from './redaction.ts';
import { PAPERS, oneCase } from './testing.ts';

describe('a text of a request', () => {
  let api: DeskApi;
  beforeEach(async () => (api = await casesApi()));
  afterEach(() => api.restore());

  describe('separating out parts', () => {
    const openRedaction = async (scheme: 'light' | 'dark' = 'light') => {
      const { element, frame } = await showCase(api, oneCase({ may: ['decide'] }), { scheme });
      part(element, '[data-open=redaction]').click();
      await waitUntil(() => part(element, 'desk-redaction') && part(part(element, 'desk-redaction'), '#text'));
      return { element, frame, redaction: part(element, 'desk-redaction') as DeskRedaction };
    };
    const TEXT = '申请人：张三\n经办人：张三';

    it('is done by keyboard alone, says what is hidden, and offers it to a reply in part', async () => {
      const { element, redaction } = await openRedaction();
      fill(redaction, 'name', '许可决定书（公开件）');
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(4, 4);
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ press: 'ArrowRight' });
      await sendKeys({ up: 'Shift' });
      await waitUntil(() => text(redaction).includes('已选中2个字：“张三”'));
      await sendKeys({ press: 'Tab' });
      expect(root(redaction).activeElement?.id).to.equal('what');
      await sendKeys({ type: '当事人姓名' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => text(redaction).includes('已遮盖1处'));
      expect(words(part(redaction, '.preview'))).to.equal('申请人：［依照第十五条不予公开］ 经办人：张三');
      await expect(redaction).to.be.accessible();
      const copy = { file: { ...PAPERS.files[1]!, name: '许可决定书（公开件）.docx' }, withheld: [{ what: '当事人姓名', ground: 'E15_THIRD' }] };
      api.answer(`POST ${path}/redactions`, copy);
      expect(element.unsaved).to.equal(true);
      named(redaction, 'button', '生成公开件').click();
      await waitUntil(() => part(element, 'desk-redaction') === null);
      expect(api.written[0]).to.deep.equal({ what: `POST ${path}/redactions`, body: { name: '许可决定书（公开件）', text: TEXT, spans: [{ start: 4, end: 6, ground: 'E15_THIRD', what: '当事人姓名' }] } });
      expect(Check((operations['cases.redact'] as Operation).body!, api.written[0]!.body)).to.equal(true);
      const step = await openStep(element, 'decide');
      fill(step, 'outcome', 'partial');
      await waitUntil(() => root(step).getElementById('withheld.0.what'));
      expect((root(step).getElementById('withheld.0.what') as HTMLInputElement).value).to.equal('当事人姓名');
    });

    it('hides the same words everywhere, and lets each part be changed, shown and removed', async () => {
      const { redaction } = await openRedaction('dark');
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(4, 6);
      area.dispatchEvent(new Event('select'));
      part(redaction, '[name=everywhere]').click();
      fill(redaction, 'what', '姓名');
      part(redaction, '#hide').click();
      await waitUntil(() => all(redaction, '.entry').length === 2);
      fill(redaction, 'span.1.what', '经办人姓名');
      fill(redaction, 'span.1.ground', 'E16_INTERNAL');
      await waitUntil(() => words(part(redaction, '.preview')).includes('［依照第十六条第一款不予公开］'));
      named(redaction, 'button', '在原文中选中第2项').click();
      expect([area.selectionStart, area.selectionEnd]).to.deep.equal([11, 13]);
      await expect(redaction).to.be.accessible();
      named(redaction, 'button', '移除第1项').click();
      await waitUntil(() => all(redaction, '.entry').length === 1);
    });

    it('makes another version of the case, which a reply that is sent at once waits for', async () => {
      const { element, redaction } = await openRedaction();
      fill(redaction, 'name', '公开件');
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.setSelectionRange(4, 6);
      area.dispatchEvent(new Event('select'));
      fill(redaction, 'what', '姓名');
      part(redaction, '#hide').click();
      await waitUntil(() => all(redaction, '.entry').length === 1);
      const known = Promise.withResolvers<Case>();
      api.answer(`POST ${path}/redactions`, { file: PAPERS.files[1]!, withheld: [{ what: '姓名', ground: 'E15_THIRD' }] });
      api.answer(path, () => known.promise);
      named(redaction, 'button', '生成公开件').click();
      await waitUntil(() => part(element, 'desk-redaction') === null);

      api.answer(`POST ${path}/decide`, oneCase({ version: 6, may: [] }));
      const step = await openStep(element, 'decide');
      fill(step, 'outcome', 'partial');
      submit(step);
      await waitUntil(() => part(step, 'form .primary').getAttribute('aria-disabled') === 'true');
      known.resolve(oneCase({ version: 5, may: ['decide'] }));
      await waitUntil(() => part(element, 'desk-case-step') === null, 'the reply is on record');
      expect((api.written.at(-1)!.body as { version: number }).version).to.equal(5);
    });

    it('moves hidden parts with the text, drops what was cut into, and says so', async () => {
      const { redaction, frame } = await openRedaction();
      fill(redaction, 'text', TEXT);
      const area = part(redaction, '#text') as HTMLTextAreaElement;
      area.focus();
      area.setSelectionRange(11, 13);
      area.dispatchEvent(new Event('select'));
      fill(redaction, 'what', '姓名');
      part(redaction, '#hide').click();
      await waitUntil(() => all(redaction, '.entry').length === 1);
      fill(redaction, 'text', `标题\n${TEXT}`);
      await waitUntil(() => words(part(redaction, '.hidden-part del')) === '张三');
      fill(redaction, 'text', `标题\n申请人：张三\n经办人：张`);
      await waitUntil(() => all(redaction, '.entry').length === 0);
      expect(frame.said.at(-1)).to.include('1处遮盖失效');
    });

    it('refuses to mark nothing, the same twice, or a part without a name', async () => {
      const { redaction } = await openRedaction();
      fill(redaction, 'text', TEXT);
      part(redaction, '#hide').click();
      await waitUntil(() => words(part(redaction, '#selection-wrong')) === '请先在原文中选中要遮盖的文字。');
      fill(redaction, 'name', '公开件');
      named(redaction, 'button', '生成公开件').click();
      await waitUntil(() => text(redaction).includes('请至少遮盖一处'));
      expect(api.written).to.deep.equal([]);
    });
  });
});
