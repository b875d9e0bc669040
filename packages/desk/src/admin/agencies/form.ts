import type { AgencyKind, AgencyLevel } from '@sunlit/client';
import { isChangedMeanwhile, type AgencyContent, type AgencyRecord } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { problem } from '../../frame/problem.ts';
import { DoneEvent, field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending } from '../sending.ts';
import type { AdminKey } from '../strings/index.ts';
import { PARTS, PART_NAMES, cleaned, missing, type Entry, type Written } from './lists.ts';

export const LEVELS: readonly AgencyLevel[] = ['city', 'county', 'township', 'village'];
export const KINDS: readonly AgencyKind[] = ['government', 'department', 'authorised', 'utility', 'committee'];

const LINES = [['name', 100], ['shortName', 40], ['address', 200], ['hours', 200], ['email', 100], ['website', 2000]] as const;

/**
 * @summary An agency's particulars: duties, address, hours, phones, leaders as posts, offices, venues.
 */
export class DeskAgencyForm extends AdminPage {
  @property({ attribute: false }) record: AgencyRecord | undefined;

  @state() private written: Written | undefined;
  /** The version the form was begun from, or, after somebody else saved, the one that is to be overwritten. */
  private version = '';
  @state() private theirs: AgencyRecord | undefined;
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.record !== undefined && this.written !== undefined && JSON.stringify(cleaned(this.written)) !== JSON.stringify(cleaned(this.record.content));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('record') && this.record) this.#take(this.record);
  }

  #take(record: AgencyRecord): void {
    this.written = record.content;
    this.version = record.version;
    this.theirs = undefined;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, say, written } = this;
    if (!written) return nothing;
    const { error, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${t('agency.particulars')} @submit=${this.#save}>
      ${this.theirs ? this.#conflict(written, this.theirs) : error === undefined ? nothing : problem(say, error)}
      <div class="two">
        ${LINES.slice(0, 2).map(([name, most]) => this.#line(written, name, most))}
        ${this.#choice(written, 'level', LEVELS)}${this.#choice(written, 'kind', KINDS)}
      </div>
      ${field({ name: 'duties', label: t('duties'), wrong: this.#sending.wrong.get('duties') },
        (described, invalid) => html`<textarea class="field" id="duties" rows="5" maxlength="4000" .value=${written.duties ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${(event: Event) => this.#write('duties', event)}></textarea>`)}
      <div class="two">${LINES.slice(2).map(([name, most]) => this.#line(written, name, most))}</div>
      ${PART_NAMES.map((part) => this.#part(written, part))}
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('save')}</button></div>
    </form>`;
  }

  #line(written: Written, name: (typeof LINES)[number][0], most: number): TemplateResult {
    return field({ name, label: this.t(name), wrong: this.#sending.wrong.get(name), ...(name === 'website' && { hint: this.t('website.hint') }) },
      (described, invalid) => html`<input class="field" id=${name} maxlength=${most} .value=${written[name] ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${(event: Event) => this.#write(name, event)}>`);
  }

  #choice(written: Written, name: 'level' | 'kind', choices: readonly (AgencyLevel | AgencyKind)[]): TemplateResult {
    return field({ name, label: this.t(`agency.${name}`), wrong: undefined },
      () => html`<select class="field" id=${name} @change=${(event: Event) => this.#write(name, event)}>${choices.map((one) => html`<option value=${one} .selected=${one === written[name]}>${this.t(`${name}.${one}` as AdminKey)}</option>`)}</select>`);
  }

  #part(written: Written, part: (typeof PART_NAMES)[number]): TemplateResult {
    const { t } = this;
    const { most, columns } = PARTS[part];
    const entries = written[part];
    const change = (by: (entries: readonly Entry[]) => readonly Entry[]) => {
      if (this.written) this.written = { ...this.written, [part]: by(this.written[part]) };
    };
    const input = (entry: Entry, index: number, { name, label, most: longest, choices }: (typeof columns)[number]): TemplateResult => {
      const id = `${part}.${String(index)}.${name}`;
      const text = typeof entry[name] === 'string' ? entry[name] : '';
      const set = ({ target }: Event) => change((now) => now.map((one, place) => (place === index ? { ...one, [name]: (target as HTMLInputElement | HTMLSelectElement).value } : one)));
      return field({ name: id, label: t(label), wrong: this.#sending.wrong.get(id) }, (described, invalid) => (choices
        ? html`<select class="field" id=${id} @change=${set}>${choices.map((one) => html`<option value=${one} .selected=${one === text}>${t(`venue.${one}` as AdminKey)}</option>`)}</select>`
        : html`<input class="field" id=${id} maxlength=${longest} .value=${text} aria-describedby=${described} aria-invalid=${invalid} @input=${set}>`));
    };
    const add = () => {
      change((now) => [...now, Object.fromEntries(columns.flatMap(({ name, choices }) => (choices?.[0] === undefined ? [] : [[name, choices[0]]])))]);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`[id^="${part}.${String(entries.length)}."]`)?.focus());
    };
    return html`<fieldset class="part" data-part=${part}>
      <legend class="label">${t(`agency.${part}`)}</legend>
      ${part === 'leaders' ? html`<p class="hint">${t('leaders.hint')}</p>` : nothing}
      ${entries.map((entry, index) => html`<div class="entry" role="group" aria-label=${t('entry', { number: index + 1 })}>
        <div class="two">${columns.map((column) => input(entry, index, column))}</div>
        <button class="button" type="button" aria-label=${t('entry.remove', { number: index + 1 })} @click=${() => change((now) => now.filter((_, place) => place !== index))}>${t('remove')}</button>
      </div>`)}
      ${entries.length < most ? html`<button class="button" type="button" @click=${add}>${t(`add.${part}`)}</button>` : nothing}
    </fieldset>`;
  }

  /** Somebody else saved first: what differs, and whose is to stay. Nothing typed is lost by looking. */
  #conflict(written: Written, theirs: AgencyRecord): TemplateResult {
    const { t } = this;
    const mine = cleaned(written) as Readonly<Partial<Record<string, unknown>>>;
    const other = theirs.content as Readonly<Partial<Record<string, unknown>>>;
    const names = ['name', 'shortName', 'level', 'kind', 'duties', 'address', 'hours', 'email', 'website', ...PART_NAMES].filter((name) => JSON.stringify(mine[name]) !== JSON.stringify(other[name]));
    const label = (name: string): AdminKey => (['level', 'kind', ...PART_NAMES].includes(name) ? `agency.${name}` : name) as AdminKey;
    const shown = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? value.map((entry) => Object.values(entry as object).join(' ')).join('\n') : '');
    return html`<div class="notice warn" role="alert"><div>
      <p><strong>${t('conflict')}</strong></p>
      <div class="scroll" tabindex="0" role="region" aria-label=${t('conflict')}><table class="list">
        <thead><tr><th scope="col">${t('conflict.field')}</th><th scope="col">${t('conflict.mine')}</th><th scope="col">${t('conflict.theirs')}</th></tr></thead>
        <tbody>${names.map((name) => html`<tr><th scope="row">${t(label(name))}</th><td>${shown(mine[name])}</td><td>${shown(other[name])}</td></tr>`)}</tbody>
      </table></div>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.#take(theirs)}>${t('conflict.take')}</button>
        <button class="button primary" type="button" @click=${() => this.#overwrite(theirs)}>${t('conflict.keep')}</button>
      </div>
    </div></div>`;
  }

  #write(name: keyof Written, { target }: Event): void {
    if (this.written) this.written = { ...this.written, [name]: (target as HTMLInputElement).value };
  }

  #overwrite({ version }: AgencyRecord): void {
    this.version = version;
    this.theirs = undefined;
    void this.#send();
  }

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { t, say, written, record } = this;
    if (!written || !record) return;
    const content: AgencyContent = cleaned(written);
    // Empty entries are gone from what is sent; the form shows the same rows, so that what is wrong stands where it is.
    this.written = content;
    if (this.#sending.refuse(Object.fromEntries(missing(content).map((name) => [name, say('required')])))) return;
    const saved = await this.#sending.send(() => this.desk.client.agencies.save(record.id, { version: this.version, content }));
    if (saved) {
      this.record = saved;
      this.desk.say(t('agency.saved', { name: saved.content.name }));
      this.dispatchEvent(new DoneEvent());
    } else if (isChangedMeanwhile<AgencyRecord>(this.#sending.error)) this.theirs = this.#sending.error.current;
  }
}
