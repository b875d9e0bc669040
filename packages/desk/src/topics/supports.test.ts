import { expect } from '@open-wc/testing';
import { operations, type Operation } from '@sunlit/contract';
import { Check } from 'typebox/value';
import { named, refusal, text, waitUntil, type DeskApi } from '../frame/testing.ts';
import { boardApi, fill, part, path, showPosting, words } from './bench.ts';
import { signersOf } from './signers.ts';
import { claimed, id, supports } from './testing.ts';

describe('supporters on paper', () => {
  describe('what is pasted', () => {
    it('is read line by line, or from a sheet with more columns', () => {
      expect(signersOf('序号\t姓名\t电话\n1\t张三\t138 0000 0000\r\n2\t李四\t\n').signers).to.deep.equal([{ name: '张三', phone: '13800000000' }, { name: '李四' }]);
      expect(signersOf('张三，13800000000\n 李四 \n\n王五 000-88020110\nMary  Ann Smith').signers).to.deep.equal([{ name: '张三', phone: '13800000000' }, { name: '李四' }, { name: '王五', phone: '000-88020110' }, { name: 'Mary' }]);
      expect(signersOf('Mary Ann Smith, +86 138 0000 0000').signers).to.deep.equal([{ name: 'Mary Ann Smith', phone: '+8613800000000' }]);
      expect(signersOf('１\t张三\t１３８０００００００１').signers).to.deep.equal([{ name: '张三', phone: '13800000001' }]);
    });

    it('names the lines that have no name', () => {
      expect(signersOf('张三\n13800000000\n李四').bad).to.deep.equal([{ line: 2, text: '13800000000' }]);
      expect(signersOf('李'.repeat(61)).bad.length).to.equal(1);
      expect(signersOf('').signers).to.deep.equal([]);
    });
  });

  describe('a list', () => {
    let api: DeskApi;
    beforeEach(async () => (api = await boardApi()));
    afterEach(() => api.restore());

    const openList = async (scheme: 'light' | 'dark' = 'light') => {
      const { element, frame } = await showPosting(api, claimed(), { scheme });
      part(element, '[data-open=supports]').click();
      await waitUntil(() => part(element, 'desk-support-list') && part(part(element, 'desk-support-list'), 'form'));
      return { element, frame, list: part(element, 'desk-support-list') };
    };
    const entered = (added: number, already: number) => claimed({ version: 5, supports: supports({ total: 12 + added, paper: 2 + added }), lists: [...claimed().lists, { id: id('L2'), basis: 'paper', on: '2026-03-12', added, already, scan: true, person: claimed().lists[0]!.person }] });

    for (const scheme of ['light', 'dark'] as const) {
      it(`is entered with its scan, and says how many were new and how many were counted before, in ${scheme}`, async () => {
        const { element, frame, list } = await openList(scheme);
        fill(list, 'signers', '1\t张三\t13800000000\n2\t李四\t');
        await waitUntil(() => text(list).includes('读出2人，其中1人有电话。'));
        expect(element.unsaved).to.equal(true);
        fill(list, 'on', '2026-03-12');
        const chosen = new DataTransfer();
        chosen.items.add(new File(['%PDF-1.7'], '签名表.pdf'));
        (part(list, '#scan') as HTMLInputElement).files = chosen.files;
        await expect(list).to.be.accessible();
        const real = globalThis.XMLHttpRequest;
        // Uploads with progress go by XMLHttpRequest, which the stand-in for the API does not see.
        Reflect.deleteProperty(globalThis, 'XMLHttpRequest');
        try {
          api.answer(`PUT ${path}/scans`, { id: id('S1'), sha256: 'a'.repeat(64) });
          // The list itself fails once: the scan is not sent again.
          api.answer(`POST ${path}/supports`, refusal(503, 'unavailable', { detail: '正在维护。' }));
          named(list, 'button', '登记').click();
          await waitUntil(() => text(list).includes('正在维护。'));
          api.answer(`POST ${path}/supports`, entered(1, 1));
          named(list, 'button', '登记').click();
          await waitUntil(() => text(list).includes('新增1人，1人此前已经计过。 现在共有13人支持。'));
        } finally {
          globalThis.XMLHttpRequest = real;
        }
        expect(api.written.filter(({ what }) => what.startsWith('PUT')).map(({ what }) => what)).to.deep.equal([`PUT ${path}/scans?name=${encodeURIComponent('签名表.pdf')}`]);
        const sent = api.asked.filter(({ path: asked }) => asked === `${path}/supports`);
        expect(sent[0]!.body).to.deep.equal({ basis: 'paper', on: '2026-03-12', signers: [{ name: '张三', phone: '13800000000' }, { name: '李四' }], scan: id('S1') });
        expect(Check((operations['board.supports'] as Operation).body!, sent[0]!.body)).to.equal(true);
        expect(new Set(sent.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
        expect([frame.said, element.unsaved, (part(list, '#signers') as HTMLTextAreaElement).value]).to.deep.equal([['已登记。'], false, '']);
      });
    }

    it('sends nothing while a line has no name, or nobody stands on it', async () => {
      const { list } = await openList();
      named(list, 'button', '登记').click();
      await waitUntil(() => part(list, '#signers-wrong'));
      expect(words(part(list, '#signers-wrong'))).to.equal('请至少填写一人。');
      fill(list, 'signers', '张三\n13900000000');
      await waitUntil(() => text(list).includes('第2行：13900000000'));
      named(list, 'button', '登记').click();
      await waitUntil(() => words(part(list, '#signers-wrong')).includes('读不出姓名'));
      expect(api.written).to.deep.equal([]);
    });

    it('says what each way of writing them down proves', async () => {
      const { list } = await openList();
      expect(text(list)).to.include('由保存的签名表证明');
      fill(list, 'basis', 'hotline');
      await waitUntil(() => text(list).includes('由接线人员按来电登记'));
      expect(part(list, '#scan')).to.equal(null);
    });
  });
});
