import type { Category, Round } from '@sunlit/client';
import type { PostingPapers } from '@sunlit/client/desk';
import { diffChars } from 'diff';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { Rows } from '../frame/rows.ts';
import { problem } from '../frame/problem.ts';
import { field } from '../published/form.ts';
import { PostingForm } from './form.ts';
import { personalPieces, takenOut, type PersonalPiece } from './taking-out.ts';

/**
 * @summary Lets a posting onto the board: what somebody wrote beside what everybody will read, the difference between them, and what looks personal taken out by one tap.
 */
export class DeskApproval extends PostingForm {
  /** What somebody wrote; nothing while it is read. */
  @property({ attribute: false }) papers: PostingPapers | undefined;

  /** What will be published. */
  @state() private text: { readonly title: string; readonly text: string } | undefined;
  readonly #rounds = new Rows<Round>(this, {
    key: () => this.posting?.board.id ?? '',
    fetch: async (_, signal) => {
      if (!this.posting) return { items: [] };
      const { items } = await this.desk.client.rounds.list({ agency: this.posting.board.id }, { signal });
      return { items: items.filter(({ state }) => state === 'open' || state === 'planned' || state === 'answering') };
    },
  });
  readonly #categories = new Rows<Category>(this, {
    key: () => this.posting?.board.id ?? '',
    fetch: async (_, signal) => (this.posting ? this.desk.client.categories.list({ agency: this.posting.board.id }, { signal }) : { items: [] }),
  });

  protected override readonly step = 'approve';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { written } = this.papers ?? {};
    if (written) this.text ??= { title: written.title, text: written.text ?? '' };
  }

  protected override view(): TemplateResult | typeof nothing {
    const { t, posting: one, papers, text } = this;
    if (!one) return nothing;
    if (papers && !papers.written) return html`<section class="card step"><h2 id="step" tabindex="-1">${t('event.approve')}</h2><p class="notice">${t('papers.erased')}</p></section>`;
    if (!papers?.written || !text) return html`<section class="card step" aria-busy="true"><h2 id="step" tabindex="-1">${t('event.approve')}</h2><p class="muted">${t('approve.reading')}</p></section>`;
    const { written } = papers;
    return this.around(one, html`
      ${this.#pieces(papers)}
      <div class="pair">
        <div role="group" aria-label=${t('approve.original')}><p class="label">${t('approve.original')}</p>
          <p class="said"><strong>${written.title}</strong></p>${written.text === undefined ? nothing : html`<p class="said">${written.text}</p>`}
          <button class="button" type="button" @click=${this.#restore}>${t('approve.restore')}</button></div>
        <div>
          ${field({ name: 'title', label: t('field.title'), hint: t('field.title.hint'), wrong: this.wrong('title') }, (described, invalid) => html`<textarea class="field title" id="title" name="title" rows="2" maxlength="120" .value=${text.title}
            aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#write({ title: (target as HTMLTextAreaElement).value })}></textarea>`)}
          ${field({ name: 'text', label: t('optional', { what: t('field.text') }), wrong: this.wrong('text') }, (described, invalid) => html`<textarea class="field" id="text" name="text" rows="6" maxlength="2000" .value=${text.text}
            aria-describedby=${described} aria-invalid=${invalid} @input=${({ target }: Event) => this.#write({ text: (target as HTMLTextAreaElement).value })}></textarea>`)}
        </div>
      </div>
      <div class="preview" role="group" aria-label=${t('approve.difference')}><p class="label">${t('approve.difference')}</p>
        ${written.title === text.title && (written.text ?? '') === text.text ? html`<p class="muted">${t('approve.same')}</p>` : html`<p class="said difference"><strong>${difference(written.title, text.title)}</strong></p><p class="said difference">${difference(written.text ?? '', text.text)}</p>`}</div>
      <div class="two">
        ${field({ name: 'place', label: t('optional', { what: t('field.place') }), wrong: this.wrong('place') }, (described, invalid) => html`<input class="field" id="place" name="place" maxlength="60" autocomplete="off" value=${written.place ?? ''} aria-describedby=${described} aria-invalid=${invalid}>`)}
        ${this.#category(written.categoryId)}
        ${this.#round()}
      </div>`);
  }

  /** What looks personal: each can be taken out by one tap, or all of it. */
  #pieces(papers: PostingPapers): TemplateResult | typeof nothing {
    const { t, text } = this;
    const pieces = personalPieces(papers);
    if (pieces.length === 0 || !text) return html`<p class="hint">${t('approve.nothing-personal')}</p>`;
    const stands = ({ text: piece }: PersonalPiece) => text.title.includes(piece) || text.text.includes(piece);
    const left = pieces.filter(stands);
    return html`<fieldset class="part personal"><legend class="label">${t('approve.personal')}</legend>
      <ul>${pieces.map((piece) => html`<li><span class="badge warn">${t(`mark.${piece.kind}`)}</span> <bdi>${piece.text}</bdi>
        ${stands(piece) ? html`<button class="button" type="button" aria-label=${t('approve.take-out.of', { text: piece.text })} @click=${() => this.#takeOut([piece])}>${t('approve.take-out')}</button>` : html`<span class="badge good">${t('approve.taken-out')}</span>`}</li>`)}</ul>
      ${left.length > 1 ? html`<button class="button" type="button" @click=${() => this.#takeOut(left)}>${t('approve.take-out.all', { count: left.length })}</button>` : nothing}
      <p class="hint" role="status">${left.length === 0 ? t('approve.none-left') : t('approve.left', { count: left.length })}</p></fieldset>`;
  }

  #category(chosen: string | undefined): TemplateResult {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#categories;
    if (stage === 'failed') return problem(say, error, reload);
    return field({ name: 'categoryId', label: t('optional', { what: t('field.category') }), wrong: this.wrong('categoryId') }, (described, invalid) => html`<select class="field" id="categoryId" name="categoryId" aria-busy=${String(stage === 'loading')} aria-describedby=${described} aria-invalid=${invalid}>
      <option value="">${t('category.none')}</option>${items.map(({ id, name }) => html`<option value=${id} ?selected=${id === chosen}>${name}</option>`)}</select>`);
  }

  /** A round that collects is the usual one. */
  #round(): TemplateResult | typeof nothing {
    const { t, say } = this;
    const { state: stage, items, error, reload } = this.#rounds;
    if (stage === 'failed') return problem(say, error, reload);
    if (items.length === 0) return nothing;
    return field({ name: 'round', label: t('round'), hint: t('approve.round.hint'), wrong: this.wrong('round') }, (described, invalid) => html`<select class="field" id="round" name="round" aria-describedby=${described} aria-invalid=${invalid}>
      <option value="">${t('round.none')}</option>${items.map(({ id, title, state }) => html`<option value=${id} ?selected=${state === 'open'}>${title}</option>`)}</select>`);
  }

  #write(changed: Partial<{ title: string; text: string }>): void {
    if (this.text) this.text = { ...this.text, ...changed };
  }

  #takeOut(pieces: readonly PersonalPiece[]): void {
    const { text } = this;
    if (!text) return;
    const out = (whole: string) => pieces.reduce(takenOut, whole);
    this.text = { title: out(text.title), text: out(text.text) };
    this.dirty = true;
    this.desk.say(this.t('approve.done', { count: pieces.length }));
    // The button that was tapped is gone.
    void this.updateComplete.then(() => (this.renderRoot.querySelector<HTMLElement>('.personal .button') ?? this.renderRoot.querySelector<HTMLElement>('#title'))?.focus());
  }

  readonly #restore = (): void => {
    const { written } = this.papers ?? {};
    if (written) this.text = { title: written.title, text: written.text ?? '' };
  };

  protected override stated(): object | undefined {
    const { say } = this;
    const [title, text, place, categoryId, round] = [this.line('title'), this.value('text'), this.value('place'), this.value('categoryId'), this.value('round')];
    if (this.sending.refuse({ title: title === '' ? say('required') : undefined })) return undefined;
    return { title, ...(text && { text }), ...(place && { place }), ...(categoryId && { categoryId }), ...(round && { round }) };
  }
}

/** What was taken out of a text and what was put in. */
function difference(before: string, after: string): readonly (TemplateResult | string)[] {
  return diffChars(before, after).map(({ added, removed, value }) => (added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : value));
}
