import type { AgencyRef, Category, TopicPurpose } from '@sunlit/client';
import { isSunlitError, type BoardSettings, type HeldBoardSettings } from '@sunlit/client/desk';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { AgencyChosenEvent } from '../admin/agency-choice.ts';
import { Sending } from '../admin/sending.ts';
import { waitingRows } from '../frame/listing.ts';
import { problem } from '../frame/problem.ts';
import { Rows } from '../frame/rows.ts';
import { field } from '../published/form.ts';
import { TopicElement } from './page.ts';

const PURPOSES: readonly TopicPurpose[] = ['disclose', 'ask', 'correct'];
/** What is counted, with how much it may be. */
const COUNTS = { reviewWorkdays: 30, claimWorkdays: 60, answerWorkdays: 250, ratingWorkdays: 60, writtenMonths: 60 } as const;

/**
 * @summary How an agency’s board works: open or not, what for, who reads first, categories, rounds, what it says, what it promises; and what that means for residents.
 */
export class DeskBoardSettings extends TopicElement {
  /** What the address asks for: whose settings. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private agency: AgencyRef | undefined;
  @state() private written: BoardSettings | undefined;
  /** As it was read or saved last. */
  private saved: HeldBoardSettings | undefined;
  readonly #held = new Rows<{ readonly held: HeldBoardSettings; readonly categories: readonly Category[] }>(this, {
    key: () => this.agency?.id ?? '',
    fetch: async (_, signal) => {
      if (!this.agency) return { items: [] };
      const { agencies, categories } = this.desk.client;
      const [held, { id, name }, { items }] = await Promise.all([agencies.boardSettings(this.agency.id, { signal }), agencies.get(this.agency.id, { signal }), categories.list({ agency: this.agency.id }, { signal })]);
      this.#take(held);
      // An address knows it by its id alone.
      this.agency = { id, name };
      return { items: [{ held, categories: items }] };
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

  #take(held: HeldBoardSettings): void {
    this.saved = held;
    this.written = held.settings;
  }

  protected override view(): TemplateResult {
    const { t, say, written } = this;
    const { state: stage, items: [found], error, reload } = this.#held;
    return html`<div class="page">
      <nav class="crumbs" aria-label=${say('nav.topics')}><a href=${this.desk.href('topics')}>${say('nav.topics')}</a></nav>
      <div class="head"><h1 tabindex="-1">${t('settings')}</h1><p class="muted">${t('settings.text')}</p></div>
      <section class="card"><desk-agency-choice .label=${t('settings.agency')} .chosen=${this.agency} @desk-agency-chosen=${this.#choose}></desk-agency-choice></section>
      ${stage === 'failed' ? problem(say, error, reload) : found && written ? html`<div class="columns">${this.#form(found.categories, written)}<div class="side">${this.#meaning(found.categories, written)}</div></div>` : this.agency ? waitingRows(say, 5) : nothing}
    </div>`;
  }

  #form(categories: readonly Category[], written: BoardSettings): TemplateResult {
    const { t, say } = this;
    const { error, wrong, busy } = this.#sending;
    const nameOf = (name: string) => name.replace(/^settings\./, '').split('.')[0] ?? '';
    const placed = [...wrong.keys()].every((name) => this.renderRoot.querySelector(`[id="${nameOf(name)}"]`) !== null);
    const bad = (name: string) => [...wrong].find(([key]) => nameOf(key) === name)?.[1];
    const changed = isSunlitError(error) && error.code === 'changed-meanwhile';
    const check = (name: 'open' | 'moderated' | 'rounds') => html`<label class="check"><input type="checkbox" id=${name} .checked=${written[name]} aria-describedby="${name}-hint" @change=${({ target }: Event) => this.#write({ [name]: (target as HTMLInputElement).checked })}>${t(`settings.${name}`)}</label><p class="hint" id="${name}-hint">${t(`settings.${name}.hint`)}</p>`;
    const count = (name: keyof typeof COUNTS) => field({ name, label: t(`settings.${name}`), hint: t(`settings.${name}.hint`), wrong: bad(name) }, (described, invalid) => html`<input class="field short" id=${name} type="number" inputmode="numeric" min="1" max=${COUNTS[name]} step="1"
      .value=${String(written[name])} aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#write({ [name]: Number((target as HTMLInputElement).value) })}>`);
    return html`<form class="card form" novalidate aria-label=${t('settings')} @submit=${this.#save}>
      ${changed ? html`<div class="notice warn" role="alert"><div><p>${t('settings.changed')}</p><div class="buttons">
        <button class="button" type="button" @click=${this.#theirs}>${t('settings.theirs')}</button><button class="button primary" type="button" @click=${this.#overwrite}>${t('settings.mine')}</button></div></div></div>`
        : error === undefined || (wrong.size > 0 && placed) ? nothing : problem(say, error)}
      ${check('open')}
      <fieldset id="purposes" aria-describedby="purposes-wrong"><legend class="label">${t('settings.purposes')}</legend><div class="choices">${PURPOSES.map((one) => html`<label class="check"><input type="checkbox" .checked=${written.purposes.includes(one)}
        @change=${({ target }: Event) => this.#write({ purposes: chosen(PURPOSES, this.written?.purposes, one, (target as HTMLInputElement).checked) })}>${t(`purpose.${one}`)}</label>`)}</div><p class="wrong" id="purposes-wrong" role="alert">${bad('purposes') ?? nothing}</p></fieldset>
      ${check('moderated')}${check('rounds')}
      ${field({ name: 'intro', label: t('optional', { what: t('settings.intro') }), hint: t('settings.intro.hint'), wrong: bad('intro') }, (described, invalid) => html`<textarea class="field" id="intro" rows="4" maxlength="2000" .value=${written.intro ?? ''} aria-describedby=${described} aria-invalid=${invalid} @input=${this.#intro}></textarea>`)}
      <div class="counts">${count('reviewWorkdays')}${count('claimWorkdays')}${count('answerWorkdays')}${count('ratingWorkdays')}${count('writtenMonths')}</div>
      <details id="categories" ?open=${written.categories.length > 0}><summary>${t('settings.categories', { count: written.categories.length })}</summary><p class="hint">${t('settings.categories.hint')}</p>
        <div class="scroll-down" role="group" aria-label=${t('settings.categories.name')}>${categories.map(({ id, name }) => html`<label class="check"><input type="checkbox" .checked=${written.categories.includes(id)}
          @change=${({ target }: Event) => this.#write({ categories: chosen(categories.map((one) => one.id), this.written?.categories, id, (target as HTMLInputElement).checked) })}>${name}</label>`)}</div>
        ${bad('categories') === undefined ? nothing : html`<p class="wrong">${bad('categories')}</p>`}</details>
      <div class="buttons"><button class="button primary" aria-disabled=${String(busy)}>${t('save')}</button></div>
    </form>`;
  }

  /** What it comes to for whoever wants to write, in the words of everyday. */
  #meaning(categories: readonly Category[], written: BoardSettings): TemplateResult {
    const { t, agency } = this;
    const { open, purposes, moderated, rounds, intro, reviewWorkdays, claimWorkdays, answerWorkdays, writtenMonths } = written;
    const named = categories.filter(({ id }) => written.categories.includes(id)).map(({ name }) => name);
    return html`<section class="card meaning" aria-labelledby="meaning" aria-live="polite"><h2 id="meaning">${t('meaning')}</h2>
      ${intro === undefined ? nothing : html`<p class="said">${intro}</p>`}
      <ul>
        <li>${open ? t('meaning.open', { agency: agency?.name ?? '', purposes: purposes.map((one) => t(`purpose.${one}`)).join(t('comma')) }) : t('meaning.closed')}</li>
        ${open ? html`
          <li>${moderated ? t('meaning.moderated', { count: reviewWorkdays }) : t('meaning.unmoderated', { count: reviewWorkdays })}</li>
          <li>${rounds ? t('meaning.rounds') : t('meaning.always')}</li>
          <li>${named.length === 0 ? t('meaning.categories.any') : t('meaning.categories', { names: named.slice(0, 8).join(t('comma')), count: named.length })}</li>` : nothing}
        <li>${t('meaning.promise', { claim: claimWorkdays, answer: answerWorkdays })}</li>
        <li>${t('meaning.kept', { count: writtenMonths })}</li>
      </ul></section>`;
  }

  #write(changed: Partial<BoardSettings>): void {
    if (this.written) this.written = { ...this.written, ...changed };
  }

  readonly #intro = ({ target }: Event): void => {
    const { value } = target as HTMLTextAreaElement;
    if (!this.written) return;
    const { intro: _, ...rest } = this.written;
    this.written = value === '' ? rest : { ...rest, intro: value };
  };

  readonly #choose = ({ agency }: AgencyChosenEvent): void => {
    this.desk.go(`topics/settings?${new URLSearchParams({ agency: agency.id }).toString()}`);
  };

  readonly #save = (event: SubmitEvent): void => {
    event.preventDefault();
    void this.#send();
  };

  async #send(): Promise<void> {
    const { t, agency, written, saved } = this;
    if (!agency || !written || !saved) return;
    const counted = Object.entries(COUNTS).map(([name, most]) => {
      const value = written[name as keyof typeof COUNTS];
      return [name, Number.isInteger(value) && value >= 1 && value <= most ? undefined : t('settings.count', { most })];
    });
    if (this.#sending.refuse({ purposes: written.purposes.length === 0 ? t('settings.purposes.least') : undefined, ...(Object.fromEntries(counted) as Record<string, string | undefined>) })) return;
    const held = await this.#sending.send(() => this.desk.client.agencies.configureBoard(agency.id, { version: saved.version, settings: written }));
    if (!held) return;
    this.#take(held);
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
    const held = await this.#sending.send(() => this.desk.client.agencies.boardSettings(agency.id));
    if (!held) return;
    this.saved = held;
    await this.#send();
  };
}

/** Those that are chosen after one of them was, or no longer is, in the order of all. */
const chosen = <Value extends string>(all: readonly Value[], some: readonly Value[] | undefined, one: Value, on: boolean): Value[] => all.filter((each) => (each === one ? on : some?.includes(each)));
