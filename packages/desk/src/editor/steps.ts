import type { Flow } from './types.ts';

export type Step = Flow['nodes'][number];
export type Way = Flow['edges'][number];

/** What is wrong with the steps of a guide: with a step, or with them all. */
export interface StepProblem {
  readonly step: number | undefined;
  readonly code: 'flow-no-start' | 'flow-no-end' | 'flow-unreachable' | 'flow-dead-end' | 'flow-one-way' | 'flow-way-back-to-start';
}

/** Every step must be reached from a start and lead on to an end; who asks a question must say where each answer leads. */
export function stepProblems({ nodes, edges }: Flow): StepProblem[] {
  if (nodes.length === 0) return [];
  const problems: StepProblem[] = [];
  const reached = new Set(nodes.filter(({ type }) => type === 'start').map(({ id }) => id));
  if (reached.size === 0) problems.push({ step: undefined, code: 'flow-no-start' });
  if (!nodes.some(({ type }) => type === 'end')) problems.push({ step: undefined, code: 'flow-no-end' });
  for (const id of reached) for (const { from, to } of edges) if (from === id) reached.add(to); // a Set is walked to what is added meanwhile
  nodes.forEach(({ id, type }, step) => {
    const ways = edges.filter(({ from, to }) => from === id && nodes.some((node) => node.id === to));
    if (reached.size > 0 && !reached.has(id)) problems.push({ step, code: 'flow-unreachable' });
    if (type !== 'end' && ways.length === 0) problems.push({ step, code: 'flow-dead-end' });
    if (type === 'decision' && ways.length === 1) problems.push({ step, code: 'flow-one-way' });
    if (type === 'start' && edges.some(({ to }) => to === id)) problems.push({ step, code: 'flow-way-back-to-start' });
  });
  return problems;
}

function freeId(nodes: readonly Step[]): string {
  for (let number = nodes.length + 1; ; number += 1) if (!nodes.some(({ id }) => id === `s${String(number)}`)) return `s${String(number)}`;
}

/**
 * Puts a step after another, or at the end. It comes to stand in the one way that led on from there, so that a row of steps
 * stays a row; after a question it becomes one more answer.
 */
export function addStep(flow: Flow, after: number = flow.nodes.length - 1): Flow {
  const id = freeId(flow.nodes);
  const former = flow.nodes[after];
  if (!former) return { nodes: [{ id, type: 'start', label: '' }], edges: [] };
  const nodes = [...flow.nodes.slice(0, after + 1), { id, type: 'step' as const, label: '' }, ...flow.nodes.slice(after + 1)];
  const ways = flow.edges.filter(({ from }) => from === former.id);
  if (former.type === 'end') return { nodes, edges: flow.edges };
  const [way] = ways;
  if (former.type === 'decision' || ways.length > 1) return { nodes, edges: [...flow.edges, { from: former.id, to: id }] };
  const edges = way ? flow.edges.map((edge) => (edge === way ? { ...edge, to: id } : edge)) : [...flow.edges, { from: former.id, to: id }];
  return { nodes, edges: way ? [...edges, { from: id, to: way.to }] : edges };
}

/** Takes a step out; what led to it leads on to where it led, where that is one place. */
export function removeStep({ nodes, edges }: Flow, index: number): Flow {
  const gone = nodes[index];
  if (!gone) return { nodes, edges };
  const on = edges.filter(({ from, to }) => from === gone.id && to !== gone.id);
  const [next] = on;
  const kept = edges.flatMap((edge) => {
    if (edge.from === gone.id) return [];
    if (edge.to !== gone.id) return [edge];
    return on.length === 1 && next && next.to !== edge.from ? [{ ...edge, to: next.to }] : [];
  });
  const unique = kept.filter((edge, at) => kept.findIndex((other) => other.from === edge.from && other.to === edge.to && other.label === edge.label) === at);
  return { nodes: nodes.filter((_, at) => at !== index), edges: unique };
}

/** The order of the list is the order of the text; where steps lead stays as it is. */
export function moveStep({ nodes, edges }: Flow, index: number, by: -1 | 1): Flow {
  const [one, other] = [nodes[index], nodes[index + by]];
  if (!one || !other) return { nodes, edges };
  return { nodes: nodes.map((node, at) => (at === index ? other : at === index + by ? one : node)), edges };
}
