import { isSunlitError, type Category, type DisclosureRef } from '@sunlit/client';
import type { Draft, DraftCommand } from '@sunlit/client/desk';
import { html, type nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Context, Disclosure } from '../../../../src/disclosure/types.ts';
import { todayInShanghai } from '../../../../src/disclosure/today.ts';
import { skeleton } from '../../../../src/shared/states.ts';
import { problem } from '../frame/problem.ts';
import { Confirmation } from '../review/confirmation.ts';
import { DeskTitleEvent } from '../frame/desk.ts';
import { DraftElement } from './base.ts';
import type { Bench } from './bench.ts';
import { blank, withRoom } from './blank.ts';
import { check, together, type Found } from './checks.ts';
import { disputes, merged, proposed, type Side } from './conflict.ts';
import { DeskNavigateEvent, DeskSavedEvent } from './events.ts';
import { groupsOf } from './forms.ts';
import { LocalCopies, type LocalCopy } from './local-copy.ts';
import { at, idOf, isList, put, same, steps } from './pointer.ts';
import { asPublished, loadPreview } from './preview.ts';
import { Saving, writtenOf, type SavingOptions } from './saving.ts';
import { strings } from './strings/index.ts';
import type { EditorKey } from './strings/zh-CN.ts';
import { source } from './strings/zh-CN.ts';
import { editorStyles } from './styles/index.ts';
import type { DisclosureKey, DisclosureKind, Json, Written } from './types.ts';
import { Uploads } from './uploads.ts';
import { frame } from './views/frame.ts';
import { groupOf } from './views/summary.ts';

type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: unknown }
  | { readonly state: 'ready' };

const PREVIEW_PAUSE = 300;

/**
 * @summary Writes a disclosure of any kind: form, preview, autosave that survives a crash, conflicts side by side.
 * @tag desk-editor
 * @fires {DeskSavedEvent} desk-saved - The draft was saved or took a step.
 * @fires {DeskNavigateEvent} desk-navigate - The officer goes to another page.
 */
export class DeskEditor extends DraftElement<EditorKey> {
  static override styles: CSSResultGroup = [DraftElement.styles, editorStyles];

  /** The draft to go on with. */
  @property({ attribute: 'draft-id' }) draftId: string | undefined;
  /** For something new: its kind and agency. */
  @property() kind: DisclosureKind | undefined;
  @property() agency: string | undefined;
  /** A published disclosure to amend. */
  @property() amends: string | undefined;

  @state() private loaded: Loaded = { state: 'loading' };
  @state() private copy: LocalCopy | undefined;
  @state() private previewing = true;
  @state() private summaryOpen = false;
  @state() private chosen: ReadonlyMap<string, Side> = new Map();
  @state() private said = '';
  @state() private undo: { readonly written: Written; readonly said: string } | undefined;
  @state() private failure: unknown;

  protected readonly strings = strings;
  #saving: Saving | undefined;
  #running: AbortController | undefined;
  #opened: string | undefined;
  #titled = '';
  #previewed: { readonly written: Written; readonly disclosure: Disclosure } | undefined;
  #previewPause: ReturnType<typeof setTimeout> | undefined;
  #categories: readonly Category[] = [];
  #agencyName = '';
  readonly #references = new Map<string, DisclosureRef | 'asked'>();
  readonly #touched = new Set<string>();
  readonly #memos = new Map<string, unknown>();
  readonly #confirmation = new Confirmation(this);
  readonly #uploads = new Uploads(this, {
    client: () => this.client,
    agency: () => this.#now.content.agencyId,
    done: (file) => {
      const all = at(this.#now, '/content/attachments');
      this.#set('/content/attachments', [...(isList(all) ? all : []), file]);
    },
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#running?.abort();
    this.#saving?.end();
    this.#saving = undefined;
    this.#opened = undefined;
    clearTimeout(this.#previewPause);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.requestUpdate();
  }

  /** Whether the frame must ask before leaving: what was typed could not be saved. */
  get unsaved(): boolean {
    return this.#saving?.state.state === 'failed' || this.#saving?.state.state === 'conflict';
  }

  /** Waits until what was typed is saved, or cannot be; for a frame that is about to leave. */
  async flush(): Promise<void> {
    await this.#saving?.save();
  }

  /** Forgets what was typed, here and on this device: for signing out. */
  async abandon(): Promise<void> {
    await this.#saving?.abandon();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const wanted = this.client && `${this.draftId ?? ''} ${this.kind ?? ''} ${this.agency ?? ''} ${this.amends ?? ''}`;
    if (!this.isConnected || wanted === undefined || wanted === this.#opened) return;
    // The frame puts the id of a draft into the address after its first save: that is the one that is open.
    if (this.#saving?.draft && this.draftId === this.#saving.draft.id) this.#opened = wanted;
    else void this.#open(wanted);
  }

  protected override updated(): void {
    const title = this.loaded.state === 'ready' ? (this.#now.content.title ?? '').trim() : '';
    if (title === this.#titled) return;
    this.#titled = title;
    if (title !== '') this.dispatchEvent(new DeskTitleEvent(title));
  }

  async #open(wanted: string): Promise<void> {
    const { client } = this;
    if (!client) return;
    this.#opened = wanted;
    this.#running?.abort();
    this.#saving?.end();
    this.#saving = undefined;
    const { signal } = (this.#running = new AbortController());
    this.loaded = { state: 'loading' };
    this.#touched.clear();
    this.#memos.clear();
    this.undo = undefined;
    this.failure = undefined;
    try {
      const [me, draft, amended] = await Promise.all([
        client.staff.me({ signal }),
        this.draftId ? client.drafts.get(this.draftId, { signal }) : undefined,
        !this.draftId && this.amends ? client.disclosures.content(this.amends, { signal }) : undefined,
      ]);
      const written = draft ? writtenOf(draft) : amended ? { content: amended, withheld: [] } : blank(this.kind ?? 'notice', this.agency ?? '');
      const copies = new LocalCopies(me.id);
      const name = draft ? draft.id : `new ${this.amends ?? `${this.kind ?? ''} ${this.agency ?? ''}`}`;
      const copy = await copies.find(name);
      if (signal.aborted) return;
      this.#begin(withRoom(written), draft, copy?.key, { copies, name });
      this.copy = copy && !same(withRoom(copy.written), withRoom(written)) ? copy : undefined;
      if (copy && !this.copy) await copies.drop(name);
      this.loaded = { state: 'ready' };
      this.#agencyName = draft?.agency.name ?? me.grants.find(({ agency }) => agency.id === written.content.agencyId)?.agency.name ?? written.content.agencyId;
      this.#beside(written.content.agencyId, signal);
    } catch (error) {
      if (!signal.aborted) this.loaded = { state: 'failed', error };
    }
  }

  #begin(written: Written, draft: Draft | undefined, key: string | undefined, kept: Pick<SavingOptions, 'copies' | 'name'>): void {
    const saving = (this.#saving = new Saving(this, written, draft, key, {
      ...kept,
      send: (sent, upon, made) => {
        const { client } = this;
        if (!client) return Promise.reject(new Error('The editor has lost its client.'));
        const { content, reason, withheld } = sent;
        const body = { content, ...(reason === undefined ? {} : { reason }) };
        const kept = [...withheld] as Draft['withheld'];
        if (upon) return client.drafts.save(upon.id, { ...body, withheld: kept, version: upon.version });
        if (!this.amends) return client.drafts.create({ ...body, withheld: kept }, { idempotencyKey: made });
        // What is withheld of the published text stays so unless something is said about it: the answer tells what that is.
        return client.drafts.create({ ...body, ...(kept.length > 0 ? { withheld: kept } : {}), amends: this.amends }, { idempotencyKey: made });
      },
      saved: (saved, first) => {
        // What is saved after another draft was opened here must not bring its own address back.
        if (this.#saving === saving) this.dispatchEvent(new DeskSavedEvent(saved.id, saved.state, first));
      },
    }));
    this.#previewed = undefined;
    this.#show();
  }

  /** What makes writing easier and is not needed to begin. */
  #beside(agency: string, signal: AbortSignal): void {
    this.client?.categories.list({ agency }, { signal }).then(({ items }) => { this.#categories = items; this.requestUpdate(); }, () => undefined);
    void import('../../../../src/search/define.ts');
    if (this.previewing) void loadPreview();
  }

  get #now(): Written {
    return this.#saving?.now ?? blank(this.kind ?? 'notice', this.agency ?? '');
  }

  get #amending(): boolean {
    return (this.#saving?.draft?.amends ?? (this.draftId ? undefined : this.amends)) !== undefined;
  }

  /** Whether the draft can be written in now: by its state, and by who is signed in. */
  get #writable(): boolean {
    const draft = this.#saving?.draft;
    return !draft || ((draft.state === 'draft' || draft.state === 'returned') && draft.commands.some((command) => command === 'submit' || command === 'discard'));
  }

  #set(pointer: string, value: Json): void {
    this.undo = undefined;
    this.#change(put(this.#now, pointer, value));
  }

  #change(written: Written): void {
    this.#saving?.change(written);
    clearTimeout(this.#previewPause);
    this.#previewPause = setTimeout(() => { this.#show(); this.requestUpdate(); }, PREVIEW_PAUSE);
    this.requestUpdate();
  }

  #show(): void {
    const written = this.#now;
    if (this.#previewed?.written === written) return;
    const disclosure = asPublished(written, { draft: this.#saving?.draft, agencyName: this.#agencyName, today: todayInShanghai(), indexNo: this.t('preview.index'), untitled: this.t('untitled'), reference: (id) => this.#reference(id) });
    this.#previewed = { written, disclosure };
  }

  #reference(id: string): DisclosureRef | undefined {
    const known = this.#references.get(id);
    if (known === undefined) {
      this.#references.set(id, 'asked');
      this.client?.disclosures.get(id).then((one) => {
        this.#references.set(id, { id, title: one.title, agency: one.agency, kind: one.state === 'published' ? one.kind : this.#now.content.kind, validity: one.state === 'published' ? one.validity : 'repealed' });
        this.#previewed = undefined;
        this.#show();
        this.requestUpdate();
      }, () => undefined);
    }
    return known === 'asked' ? undefined : known;
  }

  #found(): Found[] {
    const { draft, base } = this.#saving ?? {};
    return together(check(this.#now, { amends: this.#amending }), draft?.problems ?? [], base, this.#now);
  }

  #bench(found: readonly Found[]): Bench {
    const { t, word, language } = this;
    const setting = { api: this.client?.baseUrl ?? '/', theme: this.theme, scheme: this.scheme };
    const context: Context = {
      t: word, language, today: todayInShanghai(), room: 30, href: (id) => `#${id}`, open: () => undefined, rich: () => 'failed', sorting: () => undefined, sort: () => undefined, isWhole: () => true, showWhole: () => undefined,
    };
    return {
      t, word, language, setting, context,
      say: (key) => (key in source ? t(key as EditorKey) : word(key as DisclosureKey)),
      get: (pointer) => at(this.#now, pointer),
      set: (pointer, value) => this.#set(pointer, value),
      remove: (pointer, value, said) => {
        const before = this.#now;
        this.#set(pointer, value);
        this.undo = { written: before, said };
        this.said = said;
      },
      left: (pointer) => {
        if (this.#touched.has(pointer)) return;
        this.#touched.add(pointer);
        queueMicrotask(() => this.requestUpdate()); // a field that is taken away is left within an update
      },
      found: (pointer) => found.find((one) => one.pointer === pointer && (!one.missing || this.summaryOpen || this.#touched.has(pointer))),
      focus: (id) => this.focusOn(id),
      announce: (text) => { this.said = text; },
      memo: <T>(key: string) => this.#memos.get(key) as T | undefined,
      keep: (key, value) => { this.#memos.set(key, value); this.requestUpdate(); },
      categories: this.#categories,
      reference: (id) => this.#reference(id),
      uploads: this.#uploads,
    };
  }

  protected override view(): TemplateResult | typeof nothing {
    if (this.loaded.state === 'failed') return problem(this.t, this.loaded.error, () => { this.#opened = undefined; this.requestUpdate(); });
    const saving = this.#saving;
    if (this.loaded.state === 'loading' || !saving) return skeleton(this.t, 6, html`<span class="skeleton bar"></span>`);
    const found = this.#found();
    const bench = this.#bench(found);
    const writable = this.#writable;
    const theirs = saving.state.state === 'conflict' ? saving.state.theirs : undefined;
    const all = theirs ? disputes(saving.base, this.#now, withRoom(writtenOf(theirs)), this.#amending) : [];
    return html`${frame({
      bench,
      draft: saving.draft,
      agencyName: this.#agencyName,
      kind: this.#now.content.kind,
      title: this.#now.content.title,
      save: saving.state,
      writable,
      groups: groupsOf(this.#now.content.kind, { amends: this.#amending }),
      found,
      summaryOpen: this.summaryOpen,
      previewing: this.previewing,
      preview: this.#previewed?.disclosure,
      today: todayInShanghai(),
      copy: this.copy,
      undo: this.undo,
      failure: this.failure,
      conflict: theirs && { all, theirs, chosen: new Map([...proposed(all), ...this.chosen]) },
      acts: {
        save: () => { void saving.save(); },
        command: (command) => { void this.#command(command); },
        review: () => { if (saving.draft) this.dispatchEvent(new DeskNavigateEvent(`drafts/${saving.draft.id}/review`)); },
        preview: () => { this.previewing = !this.previewing; if (this.previewing) void loadPreview(); },
        go: (pointer) => this.#go(pointer),
        summary: (open) => { this.summaryOpen = open; },
        restore: () => { void this.#restore(); },
        forget: () => { void saving.forgetCopy(); this.copy = undefined; },
        undo: () => this.#undo(),
        choose: (pointer, side) => { this.chosen = new Map([...this.chosen, [pointer, side]]); },
        chooseAll: (side) => { this.chosen = new Map(all.map(({ pointer }) => [pointer, side])); },
        settle: () => { void this.#settle(); },
        dismiss: () => { this.failure = undefined; },
      },
    })}
    ${this.#confirmation.view(this.t)}
    <span class="hidden-text" role="status">${this.said}</span>`;
  }

  /** To the field of a problem: the group is there, so only its page in a long list may have to change. */
  #go(pointer: string): void {
    let here = '';
    for (const step of steps(pointer)) {
      if (/^\d+$/.test(step)) for (const [key, size] of [[`${here} page`, 20], [`${here.replace(/\/rows$/, '')} rows page`, 50]] as const) this.#memos.set(key, Math.floor(Number(step) / size));
      here += `/${step}`;
    }
    this.#touched.add(pointer);
    this.requestUpdate();
    void this.updateComplete.then(() => {
      for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
        const field = this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(idOf(path))}`);
        if (!field) continue;
        field.closest('details')?.setAttribute('open', '');
        field.focus();
        field.scrollIntoView({ block: 'center' });
        return;
      }
      const group = groupOf(this.#now.content.kind, pointer);
      this.renderRoot.querySelector<HTMLElement>(`#group-${group ?? 'head'}`)?.focus();
    });
  }

  #undo(): void {
    const { undo } = this;
    if (!undo) return;
    this.undo = undefined;
    this.#change(undo.written);
    this.said = this.t('undone');
  }

  /** Takes up what was kept on this device; if the draft changed since, both versions are compared. */
  async #restore(): Promise<void> {
    const { copy } = this;
    const saving = this.#saving;
    if (!copy || !saving) return;
    this.copy = undefined;
    const written = withRoom(copy.written);
    const { draft } = saving;
    if (draft && copy.version !== draft.version && copy.base) {
      saving.base = withRoom(copy.base);
      saving.state = { state: 'conflict', theirs: draft };
    }
    this.#change(written);
    if (saving.state.state === 'conflict') this.focusOn('conflict');
    else await saving.save();
  }

  async #settle(): Promise<void> {
    const saving = this.#saving;
    if (saving?.state.state !== 'conflict') return;
    const { theirs } = saving.state;
    const held = withRoom(writtenOf(theirs));
    const all = disputes(saving.base, this.#now, held, this.#amending);
    const written = merged(this.#now, all, new Map([...proposed(all), ...this.chosen]));
    this.chosen = new Map();
    await saving.goOn(theirs, written, held);
    this.#show();
    this.focusOn('title');
    this.said = this.t('conflict.settled');
  }

  async #command(command: DraftCommand): Promise<void> {
    const { client } = this;
    const saving = this.#saving;
    if (!client || !saving) return;
    this.failure = undefined;
    await saving.save();
    const { draft } = saving;
    if (saving.state.state === 'conflict') return this.focusOn('conflict');
    if (command === 'submit' && this.#found().length > 0) return this.#showSummary();
    if (!draft || (saving.state.state !== 'saved' && saving.state.state !== 'partly')) return; // its words say why
    if (command !== 'submit' && command !== 'recall' && command !== 'discard') return;
    const answer = await this.#confirmation.ask({ title: this.t(`command.${command}`), text: this.t(`confirm.${command}`), confirm: this.t(`command.${command}`), note: command === 'discard' || command === 'recall' ? 'optional' : 'none', bad: command === 'discard' });
    if (!answer) return;
    try {
      const next = await client.drafts[command](draft.id, { version: draft.version, ...(answer.note ? { note: answer.note } : {}) });
      await saving.goOn(next, withRoom(writtenOf(next)));
      this.said = this.t(`done.${command}`);
      this.dispatchEvent(new DeskSavedEvent(next.id, next.state, false));
      this.#show();
      this.focusOn('title');
    } catch (error) {
      this.failure = error;
      if (isSunlitError(error) && error.code === 'changed-meanwhile') void this.#reload();
    }
  }

  #showSummary(): void {
    this.summaryOpen = true;
    this.said = this.t('summary.first');
    void this.updateComplete.then(() => (this.renderRoot.querySelector<HTMLElement>('#summary summary') ?? this.renderRoot.querySelector<HTMLElement>('#summary'))?.focus());
  }

  /** A step was taken elsewhere: shows where the draft stands now. Nothing typed is pending, it was saved before. */
  async #reload(): Promise<void> {
    const id = this.#saving?.draft?.id;
    if (!this.client || !id) return;
    const draft = await this.client.drafts.get(id).catch(() => undefined);
    if (draft) await this.#saving?.goOn(draft, withRoom(writtenOf(draft)));
  }
}

