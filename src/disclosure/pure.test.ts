import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { addressOf } from './address.ts';
import { ticks } from './chart.ts';
import { daysBetween, noticeState } from './kinds/notice.ts';
import { compareWithPeers, quantile } from './peers.ts';
import { sentences, voiceFor } from './read-aloud.ts';
import { sorted, type Column } from './table.ts';
import { size } from './tail.ts';
import { measure, wrap } from './text-width.ts';
import { todayInShanghai } from './today.ts';

describe('peers', () => {
  const rows = fc.array(fc.record({ trade: fc.constantFrom('餐饮', '零售', '修理'), quota: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }) }), { maxLength: 60 });

  it('gives quartiles that half and quarter what was published, whatever the order of rows', () => {
    fc.assert(fc.property(rows, fc.integer({ min: 1, max: 8 }), (all, minimum) => {
      const groups = compareWithPeers(all, 'trade', 'quota', minimum);
      for (const { group, count, spread } of groups) {
        const values = all.filter((row) => row.trade === group).flatMap(({ quota }) => (quota === null ? [] : [quota]));
        expect(count).to.equal(values.length);
        expect(spread === undefined).to.equal(count < minimum);
        if (!spread) continue;
        expect(spread.lower <= spread.median && spread.median <= spread.upper).to.equal(true);
        expect(values.filter((value) => value <= spread.median).length * 2).to.be.at.least(count);
        expect(values.filter((value) => value >= spread.median).length * 2).to.be.at.least(count);
        expect(values.filter((value) => value <= spread.lower).length * 4).to.be.at.least(count);
        expect(values.filter((value) => value >= spread.upper).length * 4).to.be.at.least(count);
      }
      const turned = compareWithPeers([...all].reverse(), 'trade', 'quota', minimum);
      for (const one of groups) expect(turned.find(({ group }) => group === one.group)).to.deep.equal(one);
    }), { numRuns: 300 });
  });

  it('knows quartiles that were computed elsewhere', () => {
    expect([0.25, 0.5, 0.75].map((q) => quantile([2400, 2650, 2800, 2950, 3100, 3300], q))).to.deep.equal([2687.5, 2875, 3062.5]);
    expect(quantile([7], 0.25)).to.equal(7);
  });
});

describe('text measured by characters', () => {
  it('keeps every character and every width', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'县水利局受理(申请),15 workdays《办法》。'), maxLength: 60 }), fc.integer({ min: 3, max: 20 }), (text, width) => {
      const lines = wrap(text, width);
      expect(lines.join('').replace(/\s/g, '')).to.equal(text.replace(/\s/g, ''));
      for (const line of lines) expect(measure(line)).to.be.at.most(Math.max(width, 1));
    }), { numRuns: 500 });
  });

  it('breaks as typesetters do', () => {
    expect(wrap('不予许可,书面说明理由', 5)).to.deep.equal(['不予许可,', '书面说明理', '由']);
    expect(wrap('填写《申请书》', 4)).to.deep.equal(['填写《申', '请书》']);
    expect(wrap('填写《申请书》', 3)).to.deep.equal(['填写', '《申请', '书》']);
    expect(wrap('Issue a licence', 5)).to.deep.equal(['Issue a', 'licence']);
  });
});

describe('small rules', () => {
  it('sorts with what was not published last, both ways, and keeps equal rows in order', () => {
    const column: Column<{ id: number; n: number | null }> = { key: 'n', title: 'n', value: ({ n }) => n };
    const rows = [{ id: 1, n: 3 }, { id: 2, n: null }, { id: 3, n: 1 }, { id: 4, n: 3 }, { id: 5, n: null }];
    expect(sorted(rows, column, 'ascending').map(({ id }) => id)).to.deep.equal([3, 1, 4, 2, 5]);
    expect(sorted(rows, column, 'descending').map(({ id }) => id)).to.deep.equal([1, 4, 3, 2, 5]);
    expect(sorted(rows, column, undefined)).to.equal(rows);
  });

  it('counts calendar days, over the end of February and of daylight saving elsewhere', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).to.equal(2);
    expect(noticeState('2014-10-08', '2014-10-17', '2014-10-07')).to.deep.equal({ state: 'before', days: 1 });
    expect(noticeState('2014-10-08', '2014-10-17', '2014-10-17')).to.deep.equal({ state: 'open', days: 0 });
    expect(noticeState('2014-10-08', '2014-10-17', '2014-10-18')).to.deep.equal({ state: 'closed', days: 1 });
    expect(todayInShanghai(new Date('2026-03-08T15:59:59Z'))).to.equal('2026-03-08');
    expect(todayInShanghai(new Date('2026-03-08T16:00:00Z'))).to.equal('2026-03-09');
  });

  it('makes addresses that only ever lead to a page', () => {
    const page = 'https://water.example.gov.cn/open/?a=1#old';
    expect(addressOf('01J', undefined, page)).to.equal('https://water.example.gov.cn/open/?a=1#sunlit-item=01J');
    expect(addressOf('01J', '/item/{id}', page)).to.equal('https://water.example.gov.cn/item/01J');
    expect(addressOf('01J', 'javascript:alert("{id}")', page)).to.equal('https://water.example.gov.cn/open/?a=1#sunlit-item=01J');
    expect(addressOf('a/b', 'x/{id}', page)).to.equal('https://water.example.gov.cn/open/x/a%2Fb');
  });

  it('picks voices that speak Chinese on the device', () => {
    const voice = (lang: string, localService: boolean) => ({ lang, localService, name: lang, default: false, voiceURI: lang }) satisfies SpeechSynthesisVoice;
    expect(voiceFor([voice('zh-CN', false), voice('en-US', true)], 'zh-CN')).to.equal(undefined);
    expect(voiceFor([voice('zh-TW', true), voice('zh-CN', true)], 'zh-CN')?.lang).to.equal('zh-CN');
    expect(voiceFor([voice('zh-CN', true), voice('zh-TW', true)], 'zh-Hant')?.lang).to.equal('zh-TW');
    expect(voiceFor([voice('zh-HK', true)], 'en')?.lang).to.equal('zh-HK');
  });

  it('cuts texts into what a voice says in one go, and loses nothing', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'采砂许可。,、!?;\n '), maxLength: 400 }), (text) => {
      const parts = sentences(text, 20);
      expect(parts.every((part) => part.length <= 20)).to.equal(true);
      expect(parts.join('').replace(/[\s。!?;]/g, '')).to.equal(text.replace(/[\s。!?;]/g, ''));
    }));
  });

  it('puts round figures on an axis', () => {
    expect(ticks(0, 431)).to.deep.equal([0, 200, 400, 600]);
    expect(ticks(-3, 7)).to.deep.equal([-5, 0, 5, 10]);
    expect(size(482_133, { language: 'zh-CN' })).to.equal('471 KB');
    expect(size(0, { language: 'zh-CN' })).to.equal('0 B');
  });
});
