import { ContextProvider } from '@lit/context';
import { createDeskClient, isSunlitError, type DeskClient, type Me } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Language } from '../../../../src/shared/i18n.ts';
import { DeskNavigateEvent, DeskSavedEvent } from '../editor/events.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { deskContext, DeskPreferEvent, DeskTitleEvent, type Desk, type DeskPage } from './desk.ts';
import { Dialog } from './dialog.ts';
import { DeskElement } from './element.ts';
import { patient } from './patience.ts';
import { keepPreferences, readPreferences, type Preferences } from './preferences.ts';
import { problem } from './problem.ts';
import { Router, type Place } from './router.ts';
import { ROUTES, maySee, routeAt, type Route } from './routes.ts';
import { shellStyles } from './shell-styles.ts';
import { listenForShortcuts } from './shortcuts.ts';
import { account, menu, shortcutList } from './shell-parts.ts';

type Stage =
  | { readonly is: 'starting' }
  | { readonly is: 'failed'; readonly error: unknown }
  | { readonly is: 'signed-out' }
  | { readonly is: 'first-password'; readonly me: Me }
  | { readonly is: 'ready'; readonly me: Me };

const SAY_MILLISECONDS = 6000;

/**
 * @summary The frame of the workbench: sign-in, menu, top bar, pages.
 */
export class SunlitDesk extends DeskElement<DeskKey> {
  static override styles = [DeskElement.styles, shellStyles];

  /** Base URL of the disclosure API, on this origin. */
  @property() api = '/';
  /** The path all pages are below. */
  @property() base = '/desk/';

  protected override readonly strings = deskStrings;

  @state() private stage: Stage = { is: 'starting' };
  @state() private preferences: Preferences = readPreferences();
  @state() private place: Place = { path: '', query: new URLSearchParams() };
  @state() private loaded: Route | undefined;
  @state() private said = '';
  @state() private accountOpen = false;
  @query('main') private readonly main!: HTMLElement | null;

  readonly #provider = new ContextProvider(this, { context: deskContext });
  readonly #leaving = new Dialog<(leave: boolean) => void>(this, 'dialog.leaving');
  readonly #expired = new Dialog<() => void>(this, 'dialog.expired');
  readonly #help = new Dialog<true>(this, 'dialog.help');
  #router: Router | undefined;
  #client: DeskClient | undefined;
  #signingIn: Promise<void> | undefined;
  #stop: (() => void) | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.addEventListener(DeskNavigateEvent.type, (event) => void this.#router?.go((event as DeskNavigateEvent).to));
    this.addEventListener(DeskSavedEvent.type, (event) => {
      const { first, id } = event as DeskSavedEvent;
      if (first) this.#router?.rename(`drafts/${id}`);
    });
    this.addEventListener(DeskPreferEvent.type, (event) => this.#prefer((event as DeskPreferEvent).preferred));
    this.addEventListener(DeskTitleEvent.type, (event) => this.#name((event as DeskTitleEvent).title));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#router = new Router({ base: this.base, mayLeave: () => this.#mayLeave(), arrived: (place) => void this.#arrive(place, true) });
    this.#router.start();
    const stopListening = listenForShortcuts({
      on: () => this.preferences.shortcuts && this.stage.is === 'ready',
      go: (key) => this.#goByKey(key),
      help: () => this.#help.open(true),
    });
    addEventListener('beforeunload', this.#closing);
    this.#stop = stopListening;
    this.#connect();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#router?.stop();
    this.#stop?.();
    removeEventListener('beforeunload', this.#closing);
    clearTimeout(this.#quiet);
  }

  protected override get language(): Language {
    return this.preferences.language;
  }

  protected override get scheme(): string {
    return this.preferences.scheme;
  }

  get #page(): DeskPage | undefined {
    return this.main?.firstElementChild as DeskPage | null ?? undefined;
  }

  readonly #closing = (event: BeforeUnloadEvent): void => {
    if (this.#page?.unsaved) event.preventDefault();
  };

  #connect(): void {
    // Waiting for a person is not the server's delay: `patient` counts that itself.
    this.#client = createDeskClient({ baseUrl: this.api, language: this.language, timeout: 2 ** 31 - 1, fetch: patient(() => this.#signInAgain()) });
  }

  async #start(): Promise<void> {
    this.stage = { is: 'starting' };
    try {
      const me = await this.#client?.staff.me();
      if (!me) return;
      this.stage = { is: me.mustChangePassword ? 'first-password' : 'ready', me };
      if (this.stage.is === 'ready' && this.#router) await this.#arrive(this.#router.place, false);
    } catch (error) {
      this.stage = isSunlitError(error) && error.code === 'not-signed-in' ? { is: 'signed-out' } : { is: 'failed', error };
    }
    if (this.stage.is !== 'ready') this.#name(this.t(this.stage.is === 'first-password' ? 'password.title' : 'sign-in.title'));
  }

  async #arrive(place: Place, focus: boolean): Promise<void> {
    this.place = place;
    const route = this.#route?.route;
    this.loaded = undefined;
    this.accountOpen = false;
    if (route) await route.load();
    if (this.place !== place) return;
    this.loaded = route;
    this.#name(this.t(route?.title ?? 'not-found'));
    await this.updateComplete;
    await this.#page?.updateComplete;
    if (!focus) return;
    scrollTo(0, 0);
    const heading = (this.#page?.shadowRoot ?? this.main)?.querySelector<HTMLElement>('h1[tabindex]');
    (heading ?? this.main)?.focus({ preventScroll: true });
  }

  /** The page of this place, when there is one that the person may see. */
  get #route() {
    const found = routeAt(this.place.path);
    return found && this.stage.is === 'ready' && maySee(this.stage.me, found.route) ? found : undefined;
  }

  #name(title: string): void {
    document.title = `${title} - ${this.t('desk')}`;
  }

  #goByKey(key: string): boolean {
    const route = this.#entries.find(({ menu: entry }) => entry?.key === key);
    if (route) void this.#router?.go(route.path);
    return route !== undefined;
  }

  get #entries(): readonly Route[] {
    const { stage } = this;
    return stage.is === 'ready' ? ROUTES.filter((route) => route.menu && maySee(stage.me, route)) : [];
  }

  #mayLeave(): Promise<boolean> {
    if (!this.#page?.unsaved) return Promise.resolve(true);
    return new Promise((decide) => this.#leaving.open(decide));
  }

  #decide(leave: boolean): void {
    this.#leaving.subject?.(leave);
    this.#leaving.close();
  }

  #signInAgain(): Promise<void> | undefined {
    if (this.stage.is !== 'ready') return undefined;
    this.#signingIn ??= new Promise<void>((signedIn) => this.#expired.open(signedIn)).finally(() => (this.#signingIn = undefined));
    return this.#signingIn;
  }

  readonly #signedInAgain = (): void => {
    this.#expired.subject?.();
    this.#expired.close();
  };

  readonly #signOut = async (): Promise<void> => {
    if (!(await this.#mayLeave())) return;
    await this.#page?.abandon?.();
    try {
      await this.#client?.session.signOut();
    } catch (error) {
      // Whose session has ended already is signed out.
      if (!isSunlitError(error) || error.code !== 'not-signed-in') return this.#say(this.t('error.network'));
    }
    // What could not be saved was kept on this device for its writer; the next person must not find it.
    await (await import('../editor/local-copy.ts')).forgetLocalCopies();
    history.replaceState(history.state, '', this.base);
    this.accountOpen = false;
    this.stage = { is: 'signed-out' };
    this.#name(this.t('sign-in.title'));
  };

  /** Somebody else takes over this device: what the page holds is given up, by the browser's own question where it is unsaved. */
  readonly #startOver = (): void => {
    location.assign(this.base);
  };

  #say(text: string): void {
    clearTimeout(this.#quiet);
    this.said = text;
    this.#quiet = setTimeout(() => (this.said = ''), SAY_MILLISECONDS);
  }

  #prefer(changed: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...changed };
    keepPreferences(this.preferences);
    if (changed.language) this.#connect();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (this.stage.is === 'ready' && (changed.has('stage') || changed.has('preferences'))) this.#provider.setValue(this.#offer(this.stage.me));
    if (changed.has('preferences')) this.lang = this.language;
  }

  #offer(me: Me): Desk {
    return {
      client: this.#client as DeskClient,
      me,
      language: this.language,
      scheme: this.preferences.scheme,
      may: (permission) => me.permissions.includes(permission),
      href: (place) => this.base + place,
      go: (place, how) => void this.#router?.go(place, how),
      note: (query) => this.#router?.note(query),
      say: (text) => this.#say(text),
    };
  }

  protected override view(): TemplateResult {
    const { t, stage } = this;
    const session = this.#client?.session;
    switch (stage.is) {
      case 'starting': return html`<p class="alone muted" role="status">${t('loading')}</p>`;
      case 'failed': return html`<main class="alone"><h1>${t('starting.failed')}</h1>${problem(t, stage.error, () => void this.#start())}</main>`;
      case 'signed-out': return html`<main class="alone">
        <p class="brand">${t('desk')}</p>
        <div class="card"><desk-sign-in .session=${session} .speaks=${this.language} .looks=${this.scheme} @desk-signed-in=${() => this.#start()}></desk-sign-in></div>
        ${account.languages(t, this.language, (language) => this.#prefer({ language }))}
      </main>`;
      case 'first-password': return html`<main class="alone"><div class="card">
        <desk-password .session=${session} .username=${stage.me.username} .speaks=${this.language} .looks=${this.scheme} @desk-password-changed=${() => this.#start().then(() => this.#say(t('password.changed')))}></desk-password>
      </div></main>`;
      case 'ready': return this.#frame(stage.me);
    }
  }

  #frame(me: Me): TemplateResult {
    const { t } = this;
    return html`
      <a class="skip button primary" href="#main" @click=${this.#skip}>${t('skip')}</a>
      <header class="top">
        <p class="brand">${t('desk')}</p>
        <p class="agency"><bdi>${me.grants[0]?.agency.name}</bdi></p>
        ${account.panel(t, me, this.preferences, {
          open: this.accountOpen,
          toggle: (open) => (this.accountOpen = open),
          prefer: (changed) => this.#prefer(changed),
          help: () => this.#help.open(true),
          signOut: () => void this.#signOut(),
        })}
      </header>
      ${menu(t, this.#entries, this.place.path, (place) => this.base + place)}
      <main id="main" tabindex="-1">${this.#shown()}</main>
      <div class="toast" role="status">${this.said ? html`<p>${this.said}</p>` : nothing}</div>
      <dialog class="leaving" aria-labelledby="leaving" @cancel=${() => this.#decide(false)}>
        <h2 id="leaving">${t('leave.title')}</h2>
        <p>${t('leave.text')}</p>
        <div class="buttons">
          <button class="button primary" type="button" @click=${() => this.#decide(false)}>${t('leave.stay')}</button>
          <button class="button" type="button" @click=${() => this.#decide(true)}>${t('leave.go')}</button>
        </div>
      </dialog>
      <dialog class="expired" aria-label=${t('sign-in.again.title')} @cancel=${(event: Event) => event.preventDefault()}>
        ${this.#expired.subject ? html`
          <desk-sign-in .session=${this.#client?.session} .username=${me.username} .speaks=${this.language} .looks=${this.scheme} @desk-signed-in=${this.#signedInAgain}></desk-sign-in>
          <button class="button quiet" type="button" @click=${this.#startOver}>${t('sign-in.other')}</button>` : nothing}
      </dialog>
      <dialog class="help" aria-labelledby="help" @close=${this.#help.close}>${shortcutList(t, this.#entries, this.preferences.shortcuts, (shortcuts) => this.#prefer({ shortcuts }), this.#help.close)}</dialog>
    `;
  }

  #shown(): TemplateResult {
    const { t } = this;
    const found = this.#route;
    if (!found) {
      return html`<div class="page"><h1 tabindex="-1">${t('not-found')}</h1><p>${t('not-found.hint')}</p><p><a class="button" href=${this.base}>${t('go-inbox')}</a></p></div>`;
    }
    if (this.loaded !== found.route || !this.#provider.value) return html`<p class="page muted" role="status">${t('loading')}</p>`;
    return found.route.view(found.at, this.place.query, this.#provider.value);
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.main?.focus();
  };
}
