import { isSunlitError, type DisclosureContent, type DisclosureRef } from '@sunlit/client';
import { isChangedMeanwhile, type Draft, type DraftCommand, type Me, type ReviewCheck } from '@sunlit/client/desk';
import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Difference } from '../../../../src/disclosure/difference.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import type { Context, Disclosure } from '../../../../src/disclosure/types.ts';
import { icons } from '../../../../src/shared/icons.ts';
import { skeleton } from '../../../../src/shared/states.ts';
import { problem } from '../frame/problem.ts';
import { DraftElement } from '../editor/base.ts';
import { drawable, withRoom } from '../editor/blank.ts';
import { DeskNavigateEvent, DeskSavedEvent } from '../editor/events.ts';
import { at, isList, isRecord } from '../editor/pointer.ts';
import { asPublished, loadPreview, previewView } from '../editor/preview.ts';
import { writtenOf } from '../editor/saving.ts';
import { changes } from '../../../../src/disclosure/comparison.ts';
import { Confirmation } from './confirmation.ts';
import { head, history, withheldList } from './parts.ts';
import { reviewStyles } from './styles.ts';
import { strings } from './strings/index.ts';
import type { ReviewKey } from './strings/zh-CN.ts';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready'; readonly draft: Draft; readonly me: Me; readonly disclosure: Disclosure; readonly difference: Difference | undefined };

/** The questions of the secrecy review, in the order they are asked; `satisfies` notices when the contract asks another. */
const QUESTIONS = { 'no-state-secret': true, 'no-personal-data': true, 'no-trade-secret': true, safe: true, accurate: true } as const satisfies Record<ReviewCheck, true>;
const CHECKS = Object.keys(QUESTIONS) as ReviewCheck[];

/**
 * @summary A draft as the public will see it, what it changes, what the secrecy review asks, and the steps that can be taken.
 * @tag desk-review
 * @fires {DeskSavedEvent} desk-saved - A step was taken.
 * @fires {DeskNavigateEvent} desk-navigate - Somebody goes to write in it.
 */
export class DeskReview extends DraftElement<ReviewKey> {
  static override styles: CSSResultGroup = [DraftElement.styles, reviewStyles];

  /** The draft to look at. */
  @property({ attribute: 'draft-id' }) draftId: string | undefined;

  @state() private loaded: Loaded = { state: 'loading' };
  @state() private ticked: ReadonlySet<ReviewCheck> = new Set();
  @state() private side: 'difference' | 'text' = 'text';
  @state() private failure: unknown;
  @state() private said = '';
  @state() private untickedSaid = false;
  @state() private busy = false;

  protected readonly strings = strings;
  readonly #confirmation = new Confirmation(this);
  #opened: string | undefined;
  #running: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
    this.#opened = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.isConnected || !this.client || !this.draftId || this.draftId === this.#opened) return;
    this.#opened = this.draftId;
    this.loaded = { state: 'loading' };
    this.failure = undefined;
    this.#untick();
    void this.#load(this.draftId);
  }

  async #load(id: string): Promise<void> {
    const { client } = this;
    if (!client) return;
    this.#running?.abort();
    const { signal } = (this.#running = new AbortController());
    try {
      const [me, draft] = await Promise.all([client.staff.me({ signal }), client.drafts.get(id, { signal })]);
      const before = draft.amends === undefined || draft.state === 'published' ? undefined : await client.disclosures.content(draft.amends, { signal }).catch((error: unknown) => {
        if (isSunlitError(error) && error.code === 'not-found') return undefined; // withdrawn meanwhile: there is nothing left to compare with
        throw error;
      });
      await this.#show(me, draft, before, signal);
      this.side = before ? 'difference' : 'text';
    } catch (error) {
      if (!signal.aborted) this.loaded = { state: 'failed', error };
    }
  }

  async #show(me: Me, draft: Draft, before: DisclosureContent | undefined, signal: AbortSignal): Promise<void> {
    const written = withRoom(writtenOf(draft));
    const links = at(written, '/content/links');
    const ids = isList(links) ? links.flatMap((link) => (isRecord(link) && typeof link.id === 'string' ? [link.id] : [])) : [];
    const references = new Map((await Promise.all(ids.map((id) => this.#reference(id)))).flatMap((one) => (one ? [[one.id, one] as const] : [])));
    const [compare] = await Promise.all([before && import('../../../../src/disclosure/difference.ts'), loadPreview()]);
    if (signal.aborted) return;
    const disclosure = asPublished(written, { draft, agencyName: draft.agency.name, today: todayInShanghai(), indexNo: this.t('preview.index'), untitled: this.t('untitled'), reference: (id) => references.get(id) });
    const difference = before && compare?.difference(before, drawable(written) as unknown as DisclosureContent, this.word);
    this.loaded = { state: 'ready', draft, me, disclosure, difference };
  }

  async #reference(id: string): Promise<DisclosureRef | undefined> {
    const one = await this.client?.disclosures.get(id).catch(() => undefined);
    return one?.state === 'published' ? { id, title: one.title, agency: one.agency, kind: one.kind, validity: one.validity } : undefined;
  }

  #untick(): void {
    this.ticked = new Set();
    this.untickedSaid = false;
  }

  protected override view(): TemplateResult | typeof nothing {
    const { loaded, t } = this;
    if (loaded.state === 'failed') return problem(t, loaded.error, () => { this.#opened = undefined; this.requestUpdate(); });
    if (loaded.state === 'loading') return skeleton(t, 6, html`<span class="skeleton bar"></span>`);
    const { draft, me } = loaded;
    return html`<div class="review" aria-busy=${this.busy ? 'true' : 'false'}>
      ${head(draft, { t, word: this.word, language: this.language }, this.#buttons(draft))}
      ${this.#notices(draft, me)}
      <div class="sides">
        <div class="shown">${this.#text(loaded)}</div>
        <aside class="panel" aria-label=${t('panel')}>
          ${draft.commands.includes('approve') ? this.#checks() : nothing}
          ${this.#files(draft)} ${withheldList(draft, { t, word: this.word, language: this.language })} ${history(draft, { t, word: this.word, language: this.language })}
        </aside>
      </div>
    </div>
    ${this.#confirmation.view(t)}<span class="hidden-text" role="status">${this.said}</span>`;
  }

  #notices(draft: Draft, me: Me): TemplateResult {
    const { t } = this;
    const wrote = draft.author.id === me.id || draft.events.some(({ type, by }) => (type === 'created' || type === 'saved') && by?.id === me.id);
    const own = wrote && (draft.state === 'review' || draft.state === 'referred') && !draft.commands.includes('approve');
    return html`
      ${this.failure === undefined ? nothing : html`<div class="notice bad" role="alert" id="failure" tabindex="-1">${icons.warning}<div>${this.#why(this.failure)}</div></div>`}
      ${own ? html`<p class="notice" id="own">${t('own')}</p>` : nothing}
      ${draft.publishOn === undefined || draft.state !== 'approved' ? nothing : html`<p class="notice" id="scheduled">${t('scheduled', { day: draft.publishOn })}</p>`}
      ${draft.problems.length === 0 || draft.state === 'published' || draft.state === 'discarded' ? nothing : html`<div class="notice warn" id="problems">${icons.warning}<div><p>${t('problems', { count: draft.problems.length })}</p>
        <ul>${draft.problems.slice(0, 10).map(({ detail }) => html`<li>${detail}</li>`)}</ul></div></div>`}`;
  }

  #why(error: unknown): TemplateResult {
    const { t } = this;
    if (isChangedMeanwhile(error)) return html`<p>${t('changed')}</p>`;
    if (!isSunlitError(error)) return html`<p>${t('error.unknown')}</p>`;
    const reasons = error.errors.map(({ detail }) => detail);
    const known = error.requestId !== undefined && error.code !== 'internal';
    return html`<p>${known ? error.hint : t(error.code === 'network' || error.code === 'offline' || error.code === 'timeout' ? 'error.network' : 'error.server')}</p>
      ${reasons.length > 0 ? html`<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>` : nothing}`;
  }

  #text({ draft, disclosure, difference }: Extract<Loaded, { state: 'ready' }>): TemplateResult {
    const { t, client, word } = this;
    const preview = () => previewView(disclosure, { api: client?.baseUrl ?? '/', theme: this.theme, scheme: this.scheme }, todayInShanghai());
    if (!difference) return html`<h2>${t('side.text')}</h2>${preview()}`;
    const tab = (side: 'difference' | 'text'): TemplateResult => html`<button class="button" type="button" aria-pressed=${this.side === side ? 'true' : 'false'} @click=${() => { this.side = side; }}>${t(`side.${side}`)}</button>`;
    return html`<div class="acts" role="group" aria-label=${t('side')}>${tab('difference')}${tab('text')}</div>
      ${this.side === 'text' ? preview() : html`<section class="difference" aria-label=${t('side.difference')}>
        <h2>${t('side.difference')}</h2>
        <p class="muted">${word('difference.reason', { reason: draft.reason ?? t('reason.none') })}</p>
        ${this.#changes(difference)}
      </section>`}`;
  }

  #changes(difference: Difference): TemplateResult {
    const { word: t, language } = this;
    const context: Context = { t, language, today: todayInShanghai(), room: 30, href: (id) => `#${id}`, open: () => undefined, rich: () => 'failed', sorting: () => undefined, sort: () => undefined, isWhole: () => true, showWhole: () => undefined };
    return changes(difference, context);
  }

  #checks(): TemplateResult {
    const { t } = this;
    const tick = (check: ReviewCheck): void => {
      const next = new Set(this.ticked);
      if (!next.delete(check)) next.add(check);
      this.ticked = next;
    };
    const open = this.untickedSaid && this.ticked.size < CHECKS.length;
    return html`<section aria-labelledby="checks-title">
      <h2 id="checks-title">${t('checks')}</h2>
      <p class="small muted">${t('checks.hint')}</p>
      <fieldset class="checks" aria-describedby=${open ? 'checks-problem' : nothing}><legend class="hidden-text">${t('checks')}</legend>
        ${CHECKS.map((check) => html`<label class="tick"><input type="checkbox" id="check-${check}" .checked=${this.ticked.has(check)} @change=${() => tick(check)} /><span>${t(`check.${check}`)}</span></label>`)}
      </fieldset>
      ${open ? html`<p class="problem small" id="checks-problem" role="alert">${icons.warning}<span>${t('checks.left', { count: CHECKS.length - this.ticked.size })}</span></p>` : nothing}
    </section>`;
  }

  /** The reviewer opens each file as it will be published. */
  #files({ content, agency }: Draft): TemplateResult | typeof nothing {
    const { t, client } = this;
    const files = at(content, '/attachments');
    if (!client || !isList(files) || files.length === 0) return nothing;
    return html`<section aria-labelledby="files-title"><h2 id="files-title">${t('files')}</h2>
      <ul class="files">${files.map((file) => (isRecord(file) ? html`<li><a href=${client.files.url(String(file.sha256), agency.id)} download=${String(file.name)}><bdi>${file.name}</bdi></a></li>` : nothing))}</ul></section>`;
  }

  #buttons(draft: Draft): TemplateResult {
    const { t } = this;
    const writable = draft.commands.includes('submit') || draft.commands.includes('discard');
    const may = (command: DraftCommand) => draft.commands.includes(command);
    const button = (command: DraftCommand, look = ''): TemplateResult | typeof nothing =>
      may(command) ? html`<button class="button ${look}" type="button" data-command=${command} aria-disabled=${this.busy ? 'true' : 'false'} @click=${() => void this.#take(draft, command)}>${t(`command.${command}`)}</button>` : nothing;
    return html`<div class="acts">
      ${writable ? html`<button class="button" type="button" data-command="edit" @click=${() => this.dispatchEvent(new DeskNavigateEvent(`drafts/${draft.id}`))}>${t('edit')}</button>` : nothing}
      ${button('approve', 'primary')} ${button('return')} ${button('refer')} ${button('publish', 'primary')} ${button('schedule')}
      ${may('schedule') && draft.publishOn !== undefined ? html`<button class="button" type="button" data-command="unschedule" @click=${() => void this.#take(draft, 'unschedule')}>${t('command.unschedule')}</button>` : nothing}
      ${button('recall')}
    </div>`;
  }

  async #take(draft: Draft, command: DraftCommand | 'unschedule'): Promise<void> {
    const { client, t } = this;
    if (!client || this.busy || command === 'submit' || command === 'discard') return;
    this.failure = undefined;
    if (command === 'approve' && this.ticked.size < CHECKS.length) {
      this.untickedSaid = true;
      this.focusOn(`check-${CHECKS.find((check) => !this.ticked.has(check)) ?? ''}`);
      return;
    }
    const answer = await this.#confirmation.ask({
      title: t(`command.${command}`),
      text: t(command === 'publish' && draft.amends !== undefined ? 'confirm.publish-amendment' : `confirm.${command}`),
      confirm: t(`command.${command}`),
      note: command === 'return' ? 'required' : command === 'schedule' || command === 'unschedule' ? 'none' : 'optional',
      ...(command === 'return' ? { noteLabel: t('confirm.return.note') } : {}),
      ...(command === 'schedule' ? { day: { label: t('confirm.schedule.day'), from: tomorrow(), value: draft.publishOn } } : {}),
    });
    if (!answer) return;
    const { id, version } = draft;
    const step = { version, ...(answer.note ? { note: answer.note } : {}) };
    const call = (): Promise<Draft> => {
      switch (command) {
        case 'approve': return client.drafts.approve(id, { ...step, checks: CHECKS.filter((check) => this.ticked.has(check)) });
        case 'return': return client.drafts.return(id, { version, note: answer.note });
        case 'schedule': return client.drafts.schedule(id, { version, on: answer.day });
        case 'unschedule': return client.drafts.schedule(id, { version });
        case 'refer': case 'publish': case 'recall': return client.drafts[command](id, step);
      }
    };
    this.busy = true;
    try {
      const next = await call();
      await this.#again(id);
      this.said = t(`done.${command}`);
      this.dispatchEvent(new DeskSavedEvent(next.id, next.state, false));
      this.focusOn('title');
    } catch (error) {
      // What was looked at is no longer what stands there: it is shown anew, and every question is open again.
      if (isChangedMeanwhile(error)) await this.#again(id);
      this.failure = error;
      this.focusOn('failure');
    } finally {
      this.busy = false;
    }
  }

  /** Shows the draft as it now stands. */
  async #again(id: string): Promise<void> {
    this.#untick();
    await this.#load(id);
  }
}

/** In Asia/Shanghai, `YYYY-MM-DD`. */
const tomorrow = (): string => todayInShanghai(new Date(Date.now() + 86_400_000));
