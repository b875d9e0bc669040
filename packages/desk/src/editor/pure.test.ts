import { expect } from '@open-wc/testing';
import { DISCLOSURE_KINDS, FIELDS } from '@sunlit/contract';
import { guessType, readCell } from './cells.ts';
import { check, together } from './checks.ts';
import { blank, drawable, withRoom } from './blank.ts';
import { disputes, merged, proposed } from './conflict.ts';
import { KIND_FORMS } from './forms.ts';
import { cellProblems, gridOfTable, gridOfText, propose, rowsOf } from './paste.ts';
import { at, put, same } from './pointer.ts';
import { addStep, moveStep, removeStep, stepProblems } from './steps.ts';
import { contentOf } from './testing.ts';
import type { Flow, Written } from './types.ts';

const flowOf = (...ways: string[]): Flow => {
  const ids = [...new Set(ways.flatMap((way) => way.split('>')))];
  const type = (id: string) => (id.startsWith('a') ? 'start' : id.startsWith('z') ? 'end' : id.startsWith('q') ? 'decision' : 'step');
  return { nodes: ids.map((id) => ({ id, type: type(id), label: id })), edges: ways.flatMap((way) => { const [from = '', to] = way.split('>'); return to === undefined ? [] : [{ from, to }]; }) };
};

describe('cells', () => {
  it('are read as people write them, and what was not published is never zero', () => {
    for (const [text, type, expected] of [
      ['1,234.50', 'decimal', 1234.5], ['１２', 'integer', 12], ['87.03%', 'percent', 87.03], ['¥3,600', 'money', 3600], ['(1,200)', 'money', -1200], ['-¥5', 'money', -5], ['—', 'money', null], ['', 'integer', null],
      ['0', 'integer', 0], ['2014年3月1日', 'day', '2014-03-01'], ['2014/12/31', 'day', '2014-12-31'], ['无', 'text', '无'], [' 维持\n原判 ', 'text', '维持 原判'],
    ] as const) expect(readCell(text, type), text).to.equal(expected);
    for (const [text, type] of [['1.5', 'integer'], ['十二', 'integer'], ['1,23', 'decimal'], ['2014-02-30', 'day'], ['约3万', 'money']] as const) expect(readCell(text, type), text).to.equal(undefined);
  });

  it('tell the type of their column; numbers that are names stay text', () => {
    expect(guessType(['001', '002'], undefined)).to.equal('text');
    expect(guessType(['275', '6', '—'], '件')).to.equal('integer');
    expect(guessType(['87.03%', '1.9%'], undefined)).to.equal('percent');
    expect(guessType(['6.5', '11'], '万元')).to.equal('money');
    expect(guessType(['370102199001011234'], undefined)).to.equal('text');
    expect(guessType(['2014.3.1', '2014-04-01'], undefined)).to.equal('day');
    expect(guessType(['12', '约30'], undefined)).to.equal('text');
    expect(guessType(['', '—'], undefined)).to.equal('text');
  });
});

describe('a pasted table', () => {
  it('is cut into cells, with line breaks and quotation marks inside them', () => {
    expect(gridOfText('项目\t金额\r\n"公务\n接待"\t4.12\r\n"他说""好"""\t1\r\n\t\r\n')).to.deep.equal([['项目', '金额'], ['公务\n接待', '4.12'], ['他说"好"', '1']]);
    expect(gridOfText('5" 管\t3\n"未完\t4')).to.deep.equal([['5" 管', '3'], ['"未完', '4']]);
  });

  it('repeats merged words, and merged figures not', () => {
    const cell = (textContent: string, colSpan = 1, rowSpan = 1) => ({ textContent, colSpan, rowSpan });
    const grid = gridOfTable({ rows: [{ cells: [cell('科室', 1, 2), cell('人数'), cell('12', 1, 2)] }, { cells: [cell('5')] }] });
    expect(grid).to.deep.equal([['科室', '人数', '12'], ['科室', '5', '']]);
  });

  it('is understood with headings, units and types; a wrong cell is named', () => {
    const proposal = propose(gridOfText('项目\t预算（万元）\t占比\n公务接待费\t6.5\t37.1%\n购置费\t—\t约三成'));
    expect(proposal.heading).to.equal(true);
    expect(proposal.columns).to.deep.equal([{ key: 'c1', title: '项目', type: 'text' }, { key: 'c2', title: '预算', type: 'money', unit: '万元' }, { key: 'c3', title: '占比', type: 'text' }]);
    const typed = { ...proposal, columns: proposal.columns.map((column) => (column.key === 'c3' ? { ...column, type: 'percent' as const } : column)) };
    expect(cellProblems(typed)).to.deep.equal([{ row: 2, column: 2, text: '约三成', code: 'cell-type' }]);
    expect(rowsOf(proposal)[1]).to.deep.equal({ c1: '购置费', c2: null, c3: '约三成' });
  });

  it('keeps the keys of columns that were there, so that revisions compare', () => {
    const former = [{ key: 'name', title: '项目', type: 'text' as const }, { key: 'plan', title: '预算', type: 'money' as const, unit: '万元' }];
    expect(propose(gridOfText('新列\t项目\t预算（万元）\n1\tA\t2'), former).columns.map(({ key }) => key)).to.deep.equal(['c1', 'name', 'plan']);
  });
});

describe('steps', () => {
  it('find what is not reached, what leads nowhere, and what is no question', () => {
    expect(stepProblems(flowOf('a>b', 'b>q', 'q>b', 'q>z'))).to.deep.equal([]);
    expect(stepProblems(flowOf('a>b', 'b>z', 'c>z')).map(({ code, step }) => [code, step])).to.deep.equal([['flow-unreachable', 3]]);
    expect(stepProblems(flowOf('a>b')).map(({ code }) => code)).to.deep.equal(['flow-no-end', 'flow-dead-end']);
    expect(stepProblems(flowOf('b>z')).map(({ code }) => code)).to.deep.equal(['flow-no-start']);
    expect(stepProblems(flowOf('a>q', 'q>z')).map(({ code }) => code)).to.deep.equal(['flow-one-way']);
    expect(stepProblems(flowOf('a>b', 'b>a', 'b>z')).map(({ code }) => code)).to.deep.equal(['flow-way-back-to-start']);
  });

  it('are added in between, removed without a gap, and moved without another way', () => {
    const flow = flowOf('a>b', 'b>z');
    const added = addStep(flow, 0);
    expect(added.nodes.map(({ id }) => id)).to.deep.equal(['a', 's4', 'b', 'z']);
    expect(added.edges).to.deep.equal([{ from: 'a', to: 's4' }, { from: 'b', to: 'z' }, { from: 's4', to: 'b' }]);
    expect(removeStep(added, 1)).to.deep.equal({ nodes: flow.nodes, edges: [{ from: 'a', to: 'b' }, { from: 'b', to: 'z' }] });
    expect(moveStep(flow, 0, 1).nodes.map(({ id }) => id)).to.deep.equal(['b', 'a', 'z']);
    expect(moveStep(flow, 0, 1).edges).to.equal(flow.edges);
    const built = [1, 2, 3].reduce((so) => addStep(so), { nodes: [], edges: [] } as Flow);
    expect(built.edges.length).to.equal(2);
    expect(stepProblems({ ...built, nodes: built.nodes.map((node, index) => (index === 2 ? { ...node, type: 'end' } : node)) })).to.deep.equal([]);
  });
});

describe('forms', () => {
  const properties = (schema: unknown): string[][] => {
    const { anyOf, properties: own } = schema as { anyOf?: unknown[]; properties?: object };
    return anyOf ? anyOf.flatMap(properties) : [Object.keys(own ?? {})];
  };

  it('ask for every property that the contract has, of every kind', () => {
    for (const kind of DISCLOSURE_KINDS) {
      const field = KIND_FORMS[kind] as { input: string; by?: string; of: Record<string, Record<string, unknown>> };
      const asked = field.input === 'group' ? [Object.keys(field.of)] : Object.values(field.of).map((of) => [field.by ?? '', ...Object.keys(of)]);
      expect(asked.map((names) => [...names].sort()), kind).to.deep.equal(properties(FIELDS[kind]).map((names) => [...names].sort()));
    }
  });

  it('find nothing wrong with the examples, and everything that is missing from a blank', () => {
    for (const kind of DISCLOSURE_KINDS) {
      const written = withRoom({ content: contentOf(kind), withheld: [] });
      expect(check(written, { amends: false }), kind).to.deep.equal([]);
      expect(drawable(written), kind).to.deep.include({ title: written.content.title });
      const empty = check(blank(kind, 'qinghe-water'), { amends: true });
      expect(empty.every(({ missing }) => missing), kind).to.equal(true);
      expect(empty.map(({ pointer }) => pointer), kind).to.include.members(['/reason', '/content/title', '/content/summary', '/content/categoryId']);
    }
  });

  it('say what is wrong with a value, next to it', () => {
    const wrong = (pointer: string, value: never | unknown) => check(put({ content: contentOf('notice'), withheld: [] }, pointer, value as never), { amends: false }).map((found) => [found.pointer, 'key' in found.say ? found.say.key : '']);
    expect(wrong('/content/fields/to', '2014-10-01')).to.deep.equal([['/content/fields/to', 'problem.order']]);
    expect(wrong('/content/title', `标题${'\u202e'}倒`)).to.deep.equal([['/content/title', 'problem.control']]);
    expect(wrong('/content/title', '长'.repeat(301))).to.deep.equal([['/content/title', 'problem.long']]);
    expect(wrong('/content/basis', [{ title: '法', url: 'javascript:1' }])).to.deep.equal([['/content/basis/0/url', 'problem.link']]);
    expect(wrong('/content/formedOn', '2014-02-30')).to.deep.equal([['/content/formedOn', 'problem.day']]);
    expect(wrong('/withheld', [{ what: '名单' }]).map(([pointer]) => pointer)).to.deep.equal(['/withheld/0/ground', '/withheld/0/reason', '/withheld/0/nextReviewOn']);
  });

  it('keep what the server said until that place changes', () => {
    const saved: Written = { content: contentOf('notice'), withheld: [] };
    const said = [{ pointer: '/content/title', code: 'some-rule', detail: '标题与已公开的重复' }];
    expect(together([], said, saved, saved).length).to.equal(1);
    expect(together([], said, saved, put(saved, '/content/title', '另一个')).length).to.equal(0);
    expect(together([], said, saved, put(saved, '/content/summary', '别处')).length).to.equal(1);
  });
});

describe('two versions', () => {
  const base: Written = { content: contentOf('service'), withheld: [] };
  const mine = put(put(base, '/content/title', '我的标题'), '/content/fields/pledgedDays', 10);
  const theirs = put(put(base, '/content/title', '对方的标题'), '/content/summary', '对方的摘要');

  it('differ field by field, and tell who changed it', () => {
    const all = disputes(base, mine, theirs, false);
    expect(all.map(({ pointer, changedBy }) => [pointer, changedBy])).to.deep.equal([['/content/title', 'both'], ['/content/summary', 'theirs'], ['/content/fields/pledgedDays', 'mine']]);
    expect([...proposed(all)]).to.deep.equal([['/content/summary', 'theirs'], ['/content/fields/pledgedDays', 'mine']]);
  });

  it('become one as chosen, and lose nothing', () => {
    const all = disputes(base, mine, theirs, false);
    const one = merged(mine, all, new Map([...proposed(all), ['/content/title', 'theirs'] as const]));
    expect([at(one, '/content/title'), at(one, '/content/summary'), at(one, '/content/fields/pledgedDays')]).to.deep.equal(['对方的标题', '对方的摘要', 10]);
    expect(same(merged(mine, all, new Map(all.map(({ pointer }) => [pointer, 'mine']))), mine)).to.equal(true);
  });

  it('of another act are taken whole', () => {
    const penalty: Written = { content: contentOf('decision'), withheld: [] };
    const licence = put(penalty, '/content/fields', { act: 'licence', decisionNo: '1' });
    expect(disputes(penalty, penalty, licence, false).map(({ pointer }) => pointer)).to.deep.equal(['/content/fields']);
  });
});
