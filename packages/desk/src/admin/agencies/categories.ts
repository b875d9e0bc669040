import type { Category } from '@sunlit/client';
import { isChangedMeanwhile } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { field } from '../../published/form.ts';
import { AdminPage } from '../page.ts';
import { Sending, typed } from '../sending.ts';

/**
 * @summary The categories an agency keeps of its own below the statutory ones.
 */
export class DeskCategories extends AdminPage {
  @property() agency = '';

  /** The one that is being renamed; a new one otherwise. */
  @state() private chosen: Category | undefined;
  /** What somebody else made of it meanwhile. */
  @state() private theirs: Category | undefined;
  /** The one that somebody was asked about before it is removed. */
  @state() private leaving: Category | undefined;
  @query('form') private readonly form!: HTMLFormElement | null;

  readonly #all = new Rows<Category>(this, { key: () => this.agency, fetch: (_, signal) => this.desk.client.categories.list({ agency: this.agency }, { signal }) });
  readonly #sending = new Sending(this);
  readonly #removing = new Sending(this);

  protected override view(): TemplateResult {
    const { t, say, agency } = this;
    const { state: stage, items, error, reload } = this.#all;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 2);
    const names = new Map(items.map(({ id, name }) => [id, name]));
    const own = items.filter(({ agencyId }) => agencyId === agency);
    return html`
      ${this.#removing.error === undefined ? nothing : problem(say, this.#removing.error)}
      ${own.length === 0 ? html`<p class="muted">${t('category.none')}</p>` : html`<ul>${own.map((category) => html`<li class="held">
        <span>${category.name} <span class="muted small">${names.get(category.parentId ?? '')} <code>${category.id}</code></span></span>
        ${this.leaving === category
          ? html`<span class="buttons" role="group" aria-label=${t('category.remove.sure', { name: category.name })}><span>${t('category.remove.sure', { name: category.name })}</span>
              <button class="button" type="button" @click=${() => (this.leaving = undefined)}>${say('cancel')}</button>
              <button class="button danger" type="button" @click=${() => this.#remove(category)}>${t('remove')}</button></span>`
          : html`<span class="buttons"><button class="button" type="button" aria-label=${t('category.edit', { name: category.name })} @click=${() => this.#choose(category)}>${t('edit')}</button>
              <button class="button" type="button" aria-label=${t('category.remove', { name: category.name })} @click=${() => (this.leaving = category)}>${t('remove')}</button></span>`}
      </li>`)}</ul>`}
      ${keyed(this.chosen, this.#form(items))}`;
  }

  #form(all: readonly Category[]): TemplateResult {
    const { t, say, agency, chosen, theirs } = this;
    const { error, wrong, busy } = this.#sending;
    return html`<form class="form" novalidate aria-label=${chosen ? t('category.edit', { name: chosen.name }) : t('category.add')} @submit=${this.#save}>
      ${theirs ? this.#conflict(theirs, all) : error === undefined ? nothing : problem(say, error)}
      <div class="two">
        ${field({ name: 'name', label: t('category.name'), wrong: wrong.get('name') }, (described, invalid) => html`<input class="field" id="name" name="name" maxlength="100" .value=${chosen?.name ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${field({ name: 'parentId', label: t('category.parent'), wrong: wrong.get('parentId') },
          () => html`<select class="field" id="parentId" name="parentId">${all.filter(({ id }) => id !== chosen?.id).map(({ id, name, parentId }) => html`<option value=${id} .selected=${id === (chosen?.parentId ?? 'A20_01')}>${parentId === undefined ? '' : '　'}${name}</option>`)}</select>`)}
        ${chosen ? nothing : field({ name: 'suffix', label: t('category.id'), hint: t('category.id.hint', { agency }), wrong: wrong.get('suffix') ?? wrong.get('/params/category') },
          (described, invalid) => html`<input class="field" id="suffix" name="suffix" maxlength="40" spellcheck="false" autocapitalize="none" aria-describedby=${described} aria-invalid=${invalid}>`)}
      </div>
      <div class="buttons">${chosen ? html`<button class="button" type="button" @click=${() => this.#choose(undefined)}>${say('cancel')}</button>` : nothing}
        <button class="button" aria-disabled=${String(busy)}>${chosen ? t('save') : t('category.add')}</button></div>
    </form>`;
  }

  /** Somebody else changed it first. What is typed stays, and may still be saved; or theirs is what to go on from. */
  #conflict(theirs: Category, all: readonly Category[]): TemplateResult {
    const { t } = this;
    return html`<div class="notice warn" role="alert"><div>
      <p><strong>${t('conflict')}</strong></p>
      <p>${t('conflict.theirs')} ${theirs.name} <span class="muted small">${all.find(({ id }) => id === theirs.parentId)?.name}</span></p>
      <div class="buttons">
        <button class="button" type="button" @click=${() => this.#choose(theirs)}>${t('conflict.take')}</button>
        <button class="button primary">${t('conflict.keep')}</button>
      </div>
    </div></div>`;
  }

  #choose(category: Category | undefined): void {
    this.#sending.clear();
    this.chosen = category;
    this.theirs = undefined;
    if (category === undefined) this.form?.reset();
  }

  readonly #save = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, say, agency, chosen, theirs = chosen } = this;
    const value = typed(this.form);
    const [name, suffix] = [value('name'), value('suffix')];
    const wrongId = chosen !== undefined || /^[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/.test(suffix) ? undefined : t('category.id.wrong');
    if (this.#sending.refuse({ name: name === '' ? say('required') : undefined, suffix: wrongId })) return;
    const before = theirs && { before: { parentId: theirs.parentId ?? '', name: theirs.name } };
    const saved = await this.#sending.send(() => this.desk.client.categories.save(agency, chosen?.id ?? `${agency}.${suffix}`, { parentId: value('parentId'), name, ...before }));
    if (!saved) {
      // A new one whose id another has taken is given another id.
      const { error } = this.#sending;
      if (chosen && isChangedMeanwhile<Category>(error)) this.theirs = error.current;
      return;
    }
    this.desk.say(t('category.saved', { name }));
    this.#choose(undefined);
    this.#all.reload();
  };

  async #remove({ id, name }: Category): Promise<void> {
    const removed = await this.#removing.send(() => this.desk.client.categories.delete(this.agency, id));
    this.leaving = undefined;
    if (!removed) return;
    this.desk.say(this.t('category.removed', { name }));
    this.#all.reload();
  }
}
