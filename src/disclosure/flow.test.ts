import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { html } from 'lit';
import { examples } from './examples.ts';
import { flow } from './flow.ts';
import { layOut, type FlowDrawing } from './flow-layout.ts';
import { contextForTest, mount } from './test-context.ts';
import type { Flow } from './types.ts';

/** Any small graph: with cycles, loops, double edges, nodes nobody leads to, edges to nowhere. */
const graphs: fc.Arbitrary<Flow> = fc.integer({ min: 1, max: 9 }).chain((count) => {
  const ids = [...Array(count).keys()].map((n) => `n${String(n)}`);
  const end = fc.constantFrom(...ids, ...(count > 5 ? ['nowhere'] : []));
  return fc.record({
    nodes: fc.tuple(...ids.map((id) => fc.record({ id: fc.constant(id), type: fc.constantFrom('start' as const, 'step' as const, 'decision' as const, 'end' as const), label: fc.string({ unit: fc.constantFrom(...'受理审查决定发证'), minLength: 1, maxLength: 24 }) }))),
    edges: fc.uniqueArray(fc.record({ from: end, to: end, label: fc.option(fc.constantFrom('是', '材料不齐全的'), { nil: undefined }) }), { maxLength: 14, selector: ({ from, to }) => `${from} ${to}` }),
  });
});

const overlap = (a: FlowDrawing['boxes'][number], b: FlowDrawing['boxes'][number]) =>
  a.x < b.x + b.width - 0.01 && b.x < a.x + a.width - 0.01 && a.y < b.y + b.height - 0.01 && b.y < a.y + a.height - 0.01;

describe('flow', () => {
  it('draws any graph: every node once, every edge once, no box on another, all inside', () => {
    fc.assert(fc.property(graphs, fc.integer({ min: 14, max: 50 }), (graph, room) => {
      const { boxes, lines, width, height } = layOut(graph, room, () => []);
      const known = new Set(graph.nodes.map(({ id }) => id));
      expect(boxes.map(({ id }) => id).sort()).to.deep.equal([...known].sort());
      const wanted = graph.edges.filter(({ from, to }) => known.has(from) && known.has(to)).map(({ from, to }) => `${from} ${to}`);
      expect(lines.map(({ from, to }) => `${from} ${to}`).sort()).to.deep.equal(wanted.sort());
      boxes.forEach((box, at) => boxes.slice(at + 1).forEach((other) => expect(overlap(box, other), `${box.id} ${other.id}`).to.equal(false)));
      for (const { x, y, width: w, height: h } of boxes) expect(x >= 0 && y >= 0 && x + w <= width && y + h <= height).to.equal(true);
      for (const { points } of lines) for (const [x, y] of points) expect(x >= 0 && y >= 0 && x <= width + 0.01 && y <= height + 0.01).to.equal(true);
    }), { numRuns: 300 });
  });

  it('says in words what it draws: the same nodes, edges and labels', async () => {
    const value = examples.service.fields.flow;
    const element = mount(html`${flow(value, await contextForTest())}`);
    const drawn = (selector: string, ...names: string[]) => [...element.querySelectorAll(selector)].map((one) => names.map((name) => one.getAttribute(name)).join(' ')).sort();
    expect(drawn('svg [data-node]', 'data-node')).to.deep.equal(value.nodes.map(({ id }) => id).sort());
    expect(drawn('ol > [data-node]', 'data-node')).to.deep.equal(value.nodes.map(({ id }) => id).sort());
    const edges = value.edges.map(({ from, to }) => `${from} ${to}`).sort();
    expect(drawn('svg [data-from]', 'data-from', 'data-to')).to.deep.equal(edges);
    expect(drawn('ol [data-from]', 'data-from', 'data-to')).to.deep.equal(edges);
    const picture = (element.querySelector('svg')?.textContent ?? '').replace(/\s/g, '');
    const words = (element.querySelector('ol')?.textContent ?? '').replace(/\s/g, '');
    for (const label of [...value.nodes.map((node) => node.label), ...value.edges.flatMap((edge) => edge.label ?? [])]) {
      expect(picture).to.contain(label);
      expect(words).to.contain(label);
    }
  });

  it('stays within the room where the columns fit, and lets no label leave its box', () => {
    const value = examples.service.fields.flow;
    for (const room of [34, 40]) expect(layOut(value, room, () => []).width).to.be.at.most(room + 1);
  });
});
