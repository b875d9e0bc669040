import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { flow as drawFlow } from '../../../../../src/disclosure/flow.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { drawable } from '../blank.ts';
import { deskIcons } from '../icons.ts';
import { idOf, isRecord } from '../pointer.ts';
import { addStep, moveStep, removeStep, type Step, type Way } from '../steps.ts';
import type { Flow } from '../types.ts';
import { problemLine, row, input, select, targetValue } from './field.ts';

const TYPES = ['start', 'step', 'decision', 'end'] as const;

/** The steps of a guide as a list to edit, and beside it what the public will see. */
export function flowSteps(bench: Bench, pointer: string, label: string): TemplateResult {
  const { t } = bench;
  const flow = flowAt(bench, pointer);
  const id = idOf(pointer);
  const add = (after?: number): void => {
    const next = addStep(flowAt(bench, pointer), after);
    bench.set(pointer, next);
    const index = next.nodes.length === 1 ? 0 : (after ?? next.nodes.length - 2) + 1;
    bench.focus(idOf(`${pointer}/nodes/${String(index)}/label`));
  };
  return html`<fieldset class="list flow-steps" id=${id} tabindex="-1">
    <legend>${label} <span class="badge">${flow.nodes.length}</span></legend>
    <p class="hint muted small">${t('flow.hint')}</p>
    ${problemLine(bench, pointer)}
    <div class="flow-desk">
      <ol class="entries">${flow.nodes.map((node, index) => step(bench, pointer, flow, node, index, add))}</ol>
      ${flow.nodes.length === 0 ? nothing : html`<div class="flow-view"><p class="small muted" aria-hidden="true">${t('flow.view')}</p>${drawFlow(drawn(flow), { ...bench.context, t: (key, values) => (key === 'flow.title' ? t('flow.view') : bench.word(key, values)) })}</div>`}
    </div>
    <button class="button" type="button" id="${id}-add" ?disabled=${flow.nodes.length >= 40} @click=${() => add()}>${deskIcons.add}${t('flow.add')}</button>
  </fieldset>`;
}

function flowAt(bench: Bench, pointer: string): Flow {
  const value = bench.get(pointer);
  return isRecord(value) ? ({ nodes: [], edges: [], ...value }) : { nodes: [], edges: [] };
}

/** The drawing leaves out what is not a number of days yet, and ways that lead nowhere yet. */
const drawn = (flow: Flow): Flow => {
  const { fields } = drawable({ content: { agencyId: '', kind: 'service', fields: { flow } } as never, withheld: [] }) as unknown as { fields: { flow: Flow } };
  return { ...fields.flow, nodes: fields.flow.nodes.map(({ days, ...node }) => (typeof days === 'number' ? { ...node, days } : node)) };
};

function step(bench: Bench, pointer: string, flow: Flow, node: Step, index: number, add: (after: number) => void): TemplateResult {
  const { t, word } = bench;
  const where = `${pointer}/nodes/${String(index)}`;
  const id = idOf(where);
  const named = { name: t('flow.step'), number: index + 1 };
  const set = (next: Flow): void => bench.set(pointer, next);
  const move = (by: -1 | 1): void => {
    if (!flow.nodes[index + by]) return;
    set(moveStep(flowAt(bench, pointer), index, by));
    bench.announce(t('list.moved', { name: t('flow.step'), number: index + by + 1, count: flow.nodes.length }));
    bench.focus(`${idOf(`${pointer}/nodes/${String(index + by)}`)}-${by === -1 ? 'up' : 'down'}`);
  };
  const remove = (): void => {
    bench.remove(pointer, removeStep(flowAt(bench, pointer), index), t('list.removed', { ...named, count: flow.nodes.length - 1 }));
    bench.focus(flow.nodes.length === 1 ? `${idOf(pointer)}-add` : `${idOf(`${pointer}/nodes/${String(Math.min(index, flow.nodes.length - 2))}`)}-remove`);
  };
  const keys = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey || event.metaKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return html`<li><div class="entry step-entry" role="group" aria-label="${t('flow.step')} ${index + 1}" id=${id} tabindex="-1" @keydown=${keys}>
    <div class="entry-head"><strong aria-hidden="true">${index + 1}</strong><bdi class="muted small">${node.label}</bdi>
      <div class="entry-acts">
        <button class="button quiet" type="button" id="${id}-up" aria-disabled=${index === 0 ? 'true' : 'false'} aria-label=${t('list.up', named)} title=${t('list.up', named)} @click=${() => move(-1)}>${deskIcons.up}</button>
        <button class="button quiet" type="button" id="${id}-down" aria-disabled=${index === flow.nodes.length - 1 ? 'true' : 'false'} aria-label=${t('list.down', named)} title=${t('list.down', named)} @click=${() => move(1)}>${deskIcons.down}</button>
        <button class="button quiet" type="button" id="${id}-remove" aria-label=${t('list.remove', named)} title=${t('list.remove', named)} @click=${remove}>${icons.close}</button>
      </div>
    </div>
    ${problemLine(bench, where)}
    <div class="entry-fields">
      ${row(bench, `${where}/label`, t('flow.label'), { input: 'line' }, (about) => input(bench, `${where}/label`, about, { type: 'text', read: (text) => text }))}
      ${row(bench, `${where}/type`, word('f.type'), { input: 'choice' }, (about) => select(bench, `${where}/type`, TYPES.map((type) => [type, t(`flow.type.${type}`)] as const), about))}
      ${row(bench, `${where}/actor`, word('f.actor'), { input: 'line', optional: true }, (about) => input(bench, `${where}/actor`, about, { type: 'text', read: (text) => text || undefined }))}
      ${row(bench, `${where}/days`, t('flow.days'), { input: 'number', optional: true }, (about) =>
        input(bench, `${where}/days`, about, { type: 'text', mode: 'decimal', read: (text) => (text.trim() === '' ? undefined : String(Number(text)) === text ? Number(text) : text) }))}
      ${row(bench, `${where}/detail`, word('f.detail'), { input: 'line', optional: true }, (about) => input(bench, `${where}/detail`, about, { type: 'text', read: (text) => text || undefined }))}
    </div>
    ${node.type === 'end' ? nothing : ways(bench, pointer, flow, node, index)}
    <button class="button quiet" type="button" ?disabled=${flow.nodes.length >= 40} @click=${() => add(index)}>${deskIcons.add}${t('flow.add-after')}</button>
  </div></li>`;
}

/** Where a step leads: to one other, or for a question to one for each answer. */
function ways(bench: Bench, pointer: string, flow: Flow, node: Step, index: number): TemplateResult {
  const { t } = bench;
  const own = flow.edges.map((edge, at) => ({ edge, at })).filter(({ edge }) => edge.from === node.id);
  const id = idOf(`${pointer}/nodes/${String(index)}/ways`);
  const set = (edges: readonly Way[]): void => bench.set(`${pointer}/edges`, edges);
  const others = flow.nodes.map((one, number) => ({ ...one, number })).filter((one) => one.id !== node.id && one.type !== 'start');
  const change = (at: number, part: Partial<Way>): void => set(flow.edges.map((edge, number) => (number === at ? tidy({ ...edge, ...part }) : edge)));
  const add = (): void => {
    const free = others.find((one) => !own.some(({ edge }) => edge.to === one.id)) ?? others[0];
    if (!free) return;
    set([...flow.edges, { from: node.id, to: free.id }]);
    bench.focus(`${id}-${String(own.length)}`);
  };
  return html`<fieldset class="ways-edit"><legend class="small">${t('flow.next-steps')}</legend>
    ${own.map(({ edge, at }, number) => html`<div class="way">
      <select class="field" id="${id}-${number}" aria-label=${t('flow.to', { number: number + 1 })} @change=${(event: Event) => change(at, { to: targetValue(event) })}>
        ${others.map((one) => html`<option value=${one.id} .selected=${one.id === edge.to}>${one.number + 1}. ${one.label}</option>`)}
      </select>
      <input class="field" type="text" maxlength="40" autocomplete="off" aria-label=${t('flow.when', { number: number + 1 })} placeholder=${t('flow.when.hint')} .value=${live(edge.label ?? '')}
        @input=${(event: Event) => change(at, { label: targetValue(event) })} />
      <button class="button quiet" type="button" aria-label=${t('flow.remove-way', { number: number + 1 })} title=${t('flow.remove-way', { number: number + 1 })}
        @click=${() => { bench.remove(`${pointer}/edges`, flow.edges.filter((_, other) => other !== at), t('removed', { name: t('flow.to', { number: number + 1 }) })); bench.focus(`${id}-add`); }}>${icons.close}</button>
    </div>`)}
    <button class="button quiet" type="button" id="${id}-add" ?disabled=${others.length === 0} @click=${add}>${deskIcons.add}${t('flow.add-way')}</button>
  </fieldset>`;
}

const tidy = ({ label, ...way }: Way): Way => (label === undefined || label === '' ? way : { ...way, label });
