import type { AgencyRef } from '@sunlit/client';
import { isSunlitError, type HeldRequestSettings, type RequestSettings } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending } from '../admin/sending.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { CaseElement } from './page.ts';
import type { CaseKey, SayCase } from './strings/index.ts';

const ROUTES: RequestSettings['routes'] = ['online', 'email', 'post', 'counter', 'fax'];

/** Where the remedies that letters tell of lead (行政复议法 20). */
const PLACES = ['reconsideration', 'court'] as const;

/**
 * @summary How an agency takes requests: open or not, what its form asks and says, the fee, how long personal data is kept, and its letters.
 */
export class DeskRequestSettings extends CaseElement {
  /** What the address asks for: whose settings. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private written: RequestSettings | undefined;
  /** As it was read or saved last. */
  private saved: HeldRequestSettings | undefined;
  readonly #held = new Rows<HeldRequestSettings>(this, {
    key: () => this.agency?.id ?? '',
    fetch: async (_, signal) => {
      if (!this.agency) return { items: [] };
      const { agencies } = this.desk.client;
      const [held, { id, name }] = await Promise.all([agencies.requestSettings(this.agency.id, { signal }), agencies.get(this.agency.id, { signal })]);
      this.#take(held);
      // An address knows it by its id alone.
      this.agency = { id, name };
      return { items: [held] };
    },
  });
  readonly #sending = new Sending(this);

  get unsaved(): boolean {
    return this.written !== undefined && JSON.stringify(this.written) !== JSON.stringify(this.saved?.settings);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('query')) return;
    const own = this.me.grants.filter(({ role }) => role === 'administrator').map(({ agency }) => agency);
    const id = this.query.get('agency');
    this.agency = id === null ? own[0] : (own.find((one) => one.id === id) ?? { id, name: id });
  }

  #take(held: HeldRequestSettings): void {
    this.saved = held;
    this.written = held.settings;
  }

  protected override view(): TemplateResult {
    const { t, say, written } = this;
    const { state: stage, items: [held], error, reload } = this.#held;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.cases')}><a href=${this.desk.href('cases')}>${say('nav.cases')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('settings')}</h1><p class="muted">${t('settings.text')}</p></div>
      <section class="card"><desk-agency-choice .label=${t('settings.agency')} .chosen=${this.agency} @desk-agency-chosen=${this.#choose}></desk-agency-choice></section>
      ${stage === 'failed' ? problem(say, error, reload) : held && written ? this.#form(held, written) : this.agency ? waitingRows(say, 5) : nothing}
    </div>`;
  }

  #form({ templates }: HeldRequestSettings, written: RequestSettings): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    const placed = [...wrong.keys()].every((name) => this.renderRoot.querySelector(`[id="${this.#nameOf(name)}"]`) !== null);
    const bad = (name: string) => [...wrong].find(([key]) => this.#nameOf(key) === name)?.[1];
    const changed = isSunlitError(error) && error.code === 'changed-meanwhile';
    return html`<form class="form" novalidate aria-label=${t('settings')} @submit=${this.#save}>
      ${changed ? html`<div class="notice warn" role="alert"><div><p>${t('settings.changed')}</p><div class="buttons">
        <button class="button" type="button" @click=${this.#theirs}>${t('settings.theirs')}</button><button class="button primary" type="button" @click=${this.#overwrite}>${t('settings.mine')}</button></div></div></div>`
        : error === undefined || (wrong.size > 0 && placed) ? nothing : problem(say, error)}
      <section class="card" aria-labelledby="taking"><h2 id="taking">${t('settings.taking')}</h2>
        <label class="check"><input type="checkbox" .checked=${written.open} @change=${({ target }: Event) => this.#write({ open: (target as HTMLInputElement).checked })}>${t('settings.open')}</label>
        <div class="two">
          ${this.#choice('identityImage', ['none', 'optional', 'required'], written.identityImage, 'settings.identityImage')}
          ${this.#choice('feeScale', ['pages', 'cases'], written.feeScale, 'settings.feeScale')}
          ${field({ name: 'retentionMonths', label: t('settings.retentionMonths'), hint: t('settings.retentionMonths.hint'), wrong: bad('retentionMonths') }, (described, invalid) => html`<input class="field short" id="retentionMonths" type="number" inputmode="numeric" min="1" max="360"
            .value=${String(written.retentionMonths)} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#write({ retentionMonths: Number((target as HTMLInputElement).value) })}>`)}
          ${field({ name: 'docNo', label: t('settings.docNo'), hint: t('settings.docNo.hint'), wrong: bad('docNo') }, (described, invalid) => html`<input class="field" id="docNo" maxlength="60"
            .value=${written.docNo} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#write({ docNo: (target as HTMLInputElement).value })}>`)}
        </div>
        <fieldset class="part"><legend class="label">${t('settings.remedies')}</legend><p class="hint">${t('settings.remedies.hint')}</p>
          <div class="two">${PLACES.map((place) => field({ name: place, label: t('optional', { what: t(`settings.${place}`) }), wrong: bad(place) }, (described, invalid) => html`<input class="field" id=${place} maxlength="120" autocomplete="off"
            .value=${written.remedies?.[place] ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#place(place, (target as HTMLInputElement).value)}>`))}</div></fieldset>
        <fieldset aria-describedby="routes"><legend class="label">${t('settings.routes')}</legend><div class="choices">${ROUTES.map((route) => html`<label class="check"><input type="checkbox" .checked=${written.routes.includes(route)}
          @change=${({ target }: Event) => this.#write({ routes: ROUTES.filter((one) => (one === route ? (target as HTMLInputElement).checked : written.routes.includes(one))) })}>${t(`route.${route}`)}</label>`)}</div>
          <p class="wrong" id="routes">${bad('routes') ?? nothing}</p></fieldset>
        ${field({ name: 'intro', label: t('optional', { what: t('settings.intro') }), hint: t('settings.intro.hint'), wrong: bad('intro') }, (described, invalid) => html`<textarea class="field" id="intro" rows="4" maxlength="2000"
          .value=${written.intro ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${this.#intro}></textarea>`)}
      </section>
      <section class="card" aria-labelledby="wording"><h2 id="wording">${t('settings.wording')}</h2><p class="muted">${t('settings.wording.text')}</p>
        ${templates.map((one) => this.#template(one, written, bad(`wording.${one.template}`)))}</section>
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('save')}</button></div>
    </form>`;
  }

  #choice<const Name extends 'identityImage' | 'feeScale'>(name: Name, choices: readonly RequestSettings[Name][], chosen: RequestSettings[Name], label: CaseKey): TemplateResult {
    const { t } = this;
    return field({ name, label: t(label), wrong: undefined }, () => html`<select class="field" id=${name} @change=${({ target }: Event) => this.#write({ [name]: choices.find((one) => one === (target as HTMLSelectElement).value) })}>
      ${choices.map((one) => html`<option value=${one} .selected=${one === chosen}>${t(`settings.${name}.${one}` as CaseKey)}</option>`)}</select>`);
  }

  #template({ template, body, placeholders }: HeldRequestSettings['templates'][number], { wording }: RequestSettings, wrong: string | undefined): TemplateResult {
    const { t } = this;
    const own = wording.find((one) => one.template === template);
    const name = `wording.${template}`;
    const set = (text: string | undefined) => {
      const others = this.written?.wording.filter((one) => one.template !== template) ?? [];
      this.#write({ wording: text === undefined || text === body ? others : [...others, { template, body: text }] });
    };
    return html`<details ?open=${wrong !== undefined}><summary>${templateName(t, template)} ${own ? html`<span class="badge">${t('settings.own')}</span>` : nothing}</summary>
      ${field({ name, label: t('settings.body'), hint: t('settings.placeholders', { names: placeholders.map((one) => `{${one}} ${placeholderName(t, one)}`).join(t('comma')) }), wrong }, (described, invalid) => html`<textarea class="field" id=${name} rows="8" maxlength="20000"
        .value=${own?.body ?? body} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => set((target as HTMLTextAreaElement).value)}></textarea>`)}
      ${own ? html`<button class="button" type="button" aria-label=${t('settings.reset.of', { name: templateName(t, template) })} @click=${() => set(undefined)}>${t('settings.reset')}</button>` : nothing}
    </details>`;
  }

  /** The server names a wording by its place in the list, the form by its template. */
  #nameOf(name: string): string {
    const [part, ...rest] = name.replace(/^settings\./, '').split('.');
    if (part === 'remedies') return rest[0] ?? '';
    if (part !== 'wording') return part ?? '';
    return `wording.${this.written?.wording[Number(rest[0])]?.template ?? ''}`;
  }

  #write(changed: Partial<RequestSettings>): void {
    if (this.written) this.written = { ...this.written, ...changed };
  }

  #place(place: (typeof PLACES)[number], text: string): void {
    if (!this.written) return;
    const { remedies, ...rest } = this.written;
    const { [place]: _, ...other } = remedies ?? {};
    const named = text.trim() === '' ? other : { ...other, [place]: text };
    this.written = Object.keys(named).length === 0 ? rest : { ...rest, remedies: named };
  }

  readonly #intro = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    if (!this.written) return;
    const { intro: _, ...rest } = this.written;
    this.written = value === '' ? rest : { ...rest, intro: value };
  };

  readonly #choose = ({ agency }: AgencyChosenEvent): void => {
    this.desk.go(`cases/settings?${new URLSearchParams({ agency: agency.id }).toString()}`);
  };

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { t, agency, written, saved } = this;
    if (!agency || !written || !saved) return;
    const missing = { routes: written.routes.length === 0 ? t('settings.routes.least') : undefined, docNo: /\{year\}.*\{n\}/.test(written.docNo) ? undefined : t('settings.docNo.hint') };
    if (this.#sending.refuse(missing)) return;
    const held = await this.#sending.send(() => this.desk.client.agencies.configureRequests(agency.id, { version: saved.version, settings: written }));
    if (!held) return;
    this.#take(held);
    this.#held.items = [held];
    this.desk.say(t('settings.saved'));
  }

  readonly #theirs = (): void => {
    this.#sending.clear();
    this.#held.reload();
  };

  /** What is written here stays, whatever somebody else saved. */
  readonly #overwrite = async (): Promise<void> => {
    const { agency } = this;
    if (!agency) return;
    const held = await this.#sending.send(() => this.desk.client.agencies.requestSettings(agency.id));
    if (!held) return;
    this.saved = held;
    await this.#send();
  };
}

const PLACEHOLDERS = [
  'agency', 'contact', 'on', 'applicant', 'receiptNo', 'submittedOn', 'receivedOn', 'wanted', 'due', 'points', 'workdays', 'name', 'about', 'reason', 'feeLines', 'yuan', 'to', 'form', 'route', 'article', 'grounds', 'withheld', 'pointsTo',
] as const;

function placeholderName(t: SayCase, name: string): string {
  const known = PLACEHOLDERS.find((one) => one === name);
  return known === undefined ? '' : t(`placeholder.${known}`);
}

const TEMPLATES: Readonly<Record<string, CaseKey>> = {
  receive: 'template.receive', 'ask-correction': 'template.ask-correction', 'consult-third-party': 'template.consult-third-party', 'consult-co-maker': 'template.consult-co-maker', consult: 'event.consult', override: 'template.override',
  extend: 'template.extend', 'ask-reasons': 'template.ask-reasons', delay: 'template.delay', 'notice-fee': 'template.notice-fee', transfer: 'template.transfer',
};

/** Letters of steps have names of their own; those of replies are called by their outcome. */
function templateName(t: SayCase, template: string): string {
  const key = TEMPLATES[template];
  return key === undefined ? t('template.reply', { outcome: t(`outcome.${template}` as CaseKey) }) : t(key);
}
