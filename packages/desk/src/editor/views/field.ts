import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench } from '../bench.ts';
import { readCell } from '../cells.ts';
import type { Field, Fields, FieldWith } from '../form.ts';
import { idOf, isRecord } from '../pointer.ts';
import type { Json } from '../types.ts';
import { nameOf } from '../words.ts';
import { attachments } from './attachments.ts';
import { category } from './category.ts';
import { disclosure } from './disclosure.ts';
import { lines, list } from './list.ts';
import { markdown } from './markdown.ts';
import { peers } from './peers.ts';
import { flowSteps } from './steps.ts';
import { tables } from './tables.ts';

/** The control of a field with its name, its hint and what is wrong with it. */
export function fieldView(bench: Bench, pointer: string, name: string, field: Field): TemplateResult | typeof nothing {
  const label = nameOf(name, field, bench);
  switch (field.input) {
    case 'group': return fieldsView(bench, pointer, field.of);
    case 'variants': return variants(bench, pointer, label, field);
    case 'list': return list(bench, pointer, label, field);
    case 'lines': return lines(bench, pointer, label, field);
    case 'flow': return flowSteps(bench, pointer, label);
    case 'tables': return tables(bench, pointer, label);
    case 'attachments': return attachments(bench, pointer, label);
    case 'peers': return peers(bench, pointer, label, field);
    case 'disclosure': return disclosure(bench, pointer, label, field);
    case 'markdown': return row(bench, pointer, label, field, (about) => markdown(bench, pointer, about));
    default: return row(bench, pointer, label, field, (about) => control(bench, pointer, field, about));
  }
}

export const fieldsView = (bench: Bench, pointer: string, fields: Fields): TemplateResult =>
  html`${Object.entries(fields).map(([name, field]) => fieldView(bench, `${pointer}/${name}`, name, field))}`;

/** What a control says about itself: the ids of its hint and of what is wrong. */
export interface About {
  readonly id: string;
  readonly describedBy: string | typeof nothing;
  readonly invalid: 'true' | 'false';
  readonly required: 'true' | 'false';
}

/** Name, hint, control, problem. */
export function row(bench: Bench, pointer: string, label: string, field: Pick<Field, 'hint' | 'optional' | 'input'>, draw: (about: About) => unknown): TemplateResult {
  const id = idOf(pointer);
  const problem = bench.found(pointer);
  const describedBy = [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || nothing;
  return html`<div class="row ${field.input} ${problem ? 'wrong' : ''}">
    <label for=${id}>${label}${field.optional ? html` <span class="muted small">${bench.t('optional')}</span>` : nothing}</label>
    ${field.hint ? html`<p class="hint muted small" id="${id}-hint">${bench.t(field.hint)}</p>` : nothing}
    ${draw({ id, describedBy, invalid: problem ? 'true' : 'false', required: field.optional ? 'false' : 'true' })}
    ${problemLine(bench, pointer)}
  </div>`;
}

export function problemLine(bench: Bench, pointer: string): TemplateResult | typeof nothing {
  const problem = bench.found(pointer);
  if (!problem) return nothing;
  return html`<p class="problem small" id="${idOf(pointer)}-problem">${icons.warning}<span>${'text' in problem.say ? problem.say.text : bench.t(problem.say.key, problem.say.values)}</span></p>`;
}

type Leaf = Exclude<Field, { input: 'group' | 'variants' | 'list' | 'lines' | 'flow' | 'tables' | 'attachments' | 'peers' | 'disclosure' | 'markdown' }>;

function control(bench: Bench, pointer: string, field: Leaf, about: About): TemplateResult {
  switch (field.input) {
    case 'choice': return select(bench, pointer, Object.entries(field.words).map(([value, key]) => [value, bench.say(key)] as const), about);
    case 'flag': return select(bench, pointer, (['true', 'false'] as const).map((value) => [value, bench.say(field.words[value])] as const), about, (value) => value === 'true');
    case 'category': return category(bench, pointer, about);
    case 'long': return textarea(bench, pointer, about);
    case 'day': return input(bench, pointer, about, { type: 'date', read: (text) => text || undefined });
    case 'number': return input(bench, pointer, about, { type: 'text', mode: 'decimal', read: typedNumber, done: (text) => number(text) });
    case 'credit-code': return input(bench, pointer, about, { type: 'text', read: (text) => text.trim().toUpperCase() || undefined });
    case 'link': return input(bench, pointer, about, { type: 'url', read: (text) => text.trim() || undefined });
    case 'line': return input(bench, pointer, about, { type: 'text', read: (text) => text || undefined });
  }
}

interface Reading {
  readonly type: 'text' | 'date' | 'url';
  readonly mode?: 'decimal';
  readonly read: (text: string) => Json;
  /** What becomes of it when the field is left. */
  readonly done?: (text: string) => Json;
}

export const targetValue = (event: Event): string => (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement ? event.target.value : '');

export function input(bench: Bench, pointer: string, { id, describedBy, invalid, required }: About, { type, mode, read, done }: Reading): TemplateResult {
  const value = bench.get(pointer);
  return html`<input class="field" id=${id} type=${type} inputmode=${mode ?? nothing} max=${type === 'date' ? '9999-12-31' : nothing} autocomplete="off" spellcheck="false"
    aria-describedby=${describedBy} aria-invalid=${invalid} aria-required=${required} .value=${live(value === undefined || value === null ? '' : String(value))}
    @input=${(event: Event) => bench.set(pointer, read(targetValue(event)))}
    @change=${(event: Event) => { if (done) bench.set(pointer, done(targetValue(event))); }}
    @blur=${() => bench.left(pointer)} />`;
}

/** A number as soon as it stands there as it will stay; “1.” on the way to “1.5” is text still. */
function typedNumber(text: string): Json {
  if (text.trim() === '') return undefined;
  return String(Number(text)) === text ? Number(text) : text;
}

/** With thousands separators, full-width digits or a percent sign: the number that was meant. */
function number(text: string): Json {
  if (text.trim() === '') return undefined;
  const read = readCell(text, 'money');
  return typeof read === 'number' ? read : text;
}

/** Several rows to see, one line to the contract: a line break becomes a space. */
function textarea(bench: Bench, pointer: string, { id, describedBy, invalid, required }: About): TemplateResult {
  const value = bench.get(pointer);
  return html`<textarea class="field long" id=${id} rows="2" aria-describedby=${describedBy} aria-invalid=${invalid} aria-required=${required} .value=${live(typeof value === 'string' ? value : '')}
    @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter' && !event.isComposing) event.preventDefault(); }}
    @input=${(event: Event) => bench.set(pointer, targetValue(event).replace(/\s*[\r\n]+\s*/g, ' ') || undefined)}
    @blur=${() => bench.left(pointer)}></textarea>`;
}

export function select(bench: Bench, pointer: string, options: readonly (readonly [value: string, text: string])[], { id, describedBy, invalid, required }: About, read: (value: string) => Json = (value) => value): TemplateResult {
  const value = bench.get(pointer);
  return html`<select class="field" id=${id} aria-describedby=${describedBy} aria-invalid=${invalid} aria-required=${required}
    @change=${(event: Event) => { const chosen = targetValue(event); bench.set(pointer, chosen === '' ? undefined : read(chosen)); bench.left(pointer); }}>
    <option value="" ?selected=${value === undefined || value === null}>${bench.t('choose')}</option>
    ${options.map(([one, text]) => html`<option value=${one} .selected=${String(value) === one}>${text}</option>`)}
  </select>`;
}

/** First which one, then what that one asks. What was written for another stays until it is sent, in case of a slip. */
function variants(bench: Bench, pointer: string, label: string, field: FieldWith<'variants'>): TemplateResult {
  const by = `${pointer}/${field.by}`;
  const value = bench.get(pointer);
  const chosen = isRecord(value) ? String(value[field.by]) : '';
  const of = field.of[chosen] ?? {};
  const choose = (next: Json): void => {
    const former = isRecord(value) ? value : {};
    const kept = typeof next === 'string' ? Object.keys(field.of[next] ?? {}) : [];
    bench.keep(by, { ...bench.memo<object>(by), ...former });
    const known: Record<string, Json> = { ...bench.memo<Record<string, Json>>(by) };
    bench.set(pointer, { [field.by]: next, ...Object.fromEntries(kept.flatMap((name) => (known[name] === undefined ? [] : [[name, known[name]]]))) });
  };
  return html`${row(bench, by, label, { input: 'choice' }, ({ id, describedBy, invalid, required }) => html`<select class="field" id=${id} aria-describedby=${describedBy} aria-invalid=${invalid} aria-required=${required}
      @change=${(event: Event) => choose(targetValue(event) || undefined)} @blur=${() => bench.left(by)}>
      ${chosen in field.of ? nothing : html`<option value="" selected>${bench.t('choose')}</option>`}
      ${Object.entries(field.words).map(([one, key]) => html`<option value=${one} .selected=${chosen === one}>${bench.say(key)}</option>`)}
    </select>`)}
    ${fieldsView(bench, pointer, of)}`;
}
