import type { Person } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { formatMoment } from '../../../../../src/shared/format.ts';
import { Dialog } from '../../frame/dialog.ts';
import { moreRows, waitingRows } from '../../frame/listing.ts';
import { problem } from '../../frame/problem.ts';
import { Rows } from '../../frame/rows.ts';
import { AdminPage } from '../page.ts';

/**
 * @summary The people with a role in my agencies: who they are, what they may do, adding one.
 */
export class DeskPeople extends AdminPage {
  @state() private names: ReadonlyMap<string, string> = new Map();

  readonly #people = new Rows<Person>(this, {
    key: () => 'people',
    fetch: async (cursor, signal) => {
      const page = await this.desk.client.staff.list({ limit: 50, ...(cursor && { cursor }) }, { signal });
      await this.#name(page.items, signal);
      return page;
    },
  });
  readonly #adding = new Dialog<true>(this, 'dialog.adding');
  readonly #changing = new Dialog<Person>(this, 'dialog.changing');

  protected override view(): TemplateResult {
    const { t, say } = this;
    const mayWrite = this.desk.may('staff.write');
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${say('nav.people')}</h1>${mayWrite ? html`<button class="button primary" type="button" @click=${() => this.#adding.open(true)}>${t('person.add')}</button>` : nothing}</div>
      ${this.#list(mayWrite)}
      <dialog class="adding" aria-label=${t('person.add')} @close=${this.#added}>
        ${this.#adding.subject ? html`<desk-new-person @desk-done=${this.#adding.close} @desk-cancel=${this.#adding.close}></desk-new-person>` : nothing}</dialog>
      <dialog class="changing" aria-label=${t('person.change')} @close=${this.#changed}>
        ${this.#changing.subject ? html`<desk-person .person=${this.#changing.subject} .names=${this.names} @desk-done=${this.#changing.close}></desk-person>` : nothing}</dialog>
    </div>`;
  }

  #list(mayWrite: boolean): TemplateResult {
    const { t, say, language } = this;
    const { state: stage, items, error, reload } = this.#people;
    if (stage === 'failed') return problem(say, error, reload);
    if (stage === 'loading' && items.length === 0) return waitingRows(say, 5);
    if (items.length === 0) return html`<p class="empty muted">${t('people.none')}</p>`;
    return html`<ul class="rows">${items.map((person) => html`<li class="row">
      <div class="what"><strong>${person.name}</strong> ${person.post} <code class="muted">${person.username}</code>
        <p class="facts">${person.grants.map(({ agencyId, role }) => html`<span>${this.names.get(agencyId) ?? agencyId}：${say(`role.${role}`)}</span>`)}
          <span>${person.lastSeenAt === undefined ? t('person.never') : t('person.seen', { time: formatMoment(person.lastSeenAt, language) })}</span></p></div>
      <div class="marks">
        ${person.disabled ? html`<span class="badge bad">${t('person.is-disabled')}</span>` : nothing}
        ${person.twoFactor ? html`<span class="badge good">${t('person.two-factor')}</span>` : nothing}
        ${mayWrite ? html`<button class="button" type="button" aria-label=${t('person.change.of', { name: person.name })} @click=${() => this.#changing.open(person)}>${t('person.change')}</button>` : nothing}
      </div>
    </li>`)}</ul>${moreRows(say, this.#people)}`;
  }

  /** A person's roles name agencies by id; those of the caller's own are known, the others are asked for once. */
  async #name(people: readonly Person[], signal: AbortSignal): Promise<void> {
    const known = new Map([...this.me.grants.map(({ agency }) => [agency.id, agency.name] as const), ...this.names]);
    const unknown = [...new Set(people.flatMap(({ grants }) => grants.map(({ agencyId }) => agencyId)))].filter((id) => !known.has(id));
    const found = await Promise.all(unknown.map((id) => this.desk.client.agencies.get(id, { signal })));
    for (const { id, name } of found) known.set(id, name);
    this.names = known;
  }

  readonly #added = (): void => {
    this.#adding.close();
    this.#people.reload();
  };

  readonly #changed = (): void => {
    this.#changing.close();
    this.#people.reload();
  };
}
