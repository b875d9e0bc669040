import { ContextConsumer } from '@lit/context';
import type { Reader } from '@sunlit/client';
import { LitElement, html, type CSSResultGroup, type PropertyValues, type ReactiveController, type TemplateResult, type nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { SCHEMES, THEMES, configurationContext, pageConfiguration, type Configuration, type Scheme, type Theme } from './configuration.ts';
import { connect } from './connection.ts';
import { SunlitLoadErrorEvent, SunlitReadyEvent } from './events.ts';
import { languageOf, prepare, translator, type Language, type Translate, type WidgetStrings } from './i18n.ts';
import { Following } from './live/following.ts';
import { awaitNews } from './live/news.ts';
import { failed } from './states.ts';
import { watchSurroundings } from './surroundings.ts';
import { tokens } from './tokens.ts';

/**
 * What every widget is: one wrapper that keeps the host page out, the nearest configuration (own attribute, surrounding
 * provider, script tag), the nearest language, and a client.
 *
 * @attr api - Base URL of the disclosure API.
 * @attr theme - `site` (default), `hall` or `contrast`.
 * @attr scheme - `light` (default), `dark` or `auto` (as the system).
 * @csspart base - The wrapper around everything.
 */
export abstract class SunlitElement<Key extends string> extends LitElement {
  static override styles: CSSResultGroup = [tokens, baseStyles];

  /** Base URL of the disclosure API. Nearest wins: this attribute, a surrounding provider, the script tag. */
  @property() api: string | undefined;

  /** `site`, `hall` or `contrast`. */
  @property() theme: string | undefined;

  /** `light`, `dark` or `auto`. */
  @property() scheme: string | undefined;

  protected abstract readonly strings: WidgetStrings<Key>;

  readonly #controllers = new Set<ReactiveController & { retry?(): void }>();
  /** Why what there is cannot be drawn, while that is said. */
  #undrawn: unknown;
  #surrounding = new ContextConsumer(this, { context: configurationContext, subscribe: true });
  #stopWatching: (() => void) | undefined;
  #ready = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = watchSurroundings(() => this.requestUpdate());
    if (this.hasUpdated) this.requestUpdate(); // moved: other surroundings, and what was being loaded was aborted
  }

  override addController(controller: ReactiveController): void {
    super.addController(controller);
    this.#controllers.add(controller);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
  }

  /** A value of the surrounding configuration: provider first, then the script tag. */
  protected configured<Name extends keyof Configuration>(name: Name): Configuration[Name] {
    return this.#surrounding.value?.[name] ?? pageConfiguration()[name];
  }

  protected get language(): Language {
    return languageOf(nearest(this, 'lang'));
  }

  protected get t(): Translate<Key> {
    return translator(this.strings, this.language);
  }

  /** Address of the API; without any configuration, the origin of the page. */
  protected get apiUrl(): string {
    return this.api ?? this.configured('api') ?? '/';
  }

  /** @throws SunlitError with code `invalid-base-url` when `api` is no URL; `Load` shows it. */
  protected get client(): Reader {
    return connect(this.apiUrl, this.language);
  }

  /** Whether the page wants to hear what happens while a widget is open, and what loads the part that says it. */
  protected readonly following?: { on(): boolean; load(): Promise<void> };

  /** What the widget shows inside its wrapper. */
  protected abstract view(): TemplateResult | typeof nothing;

  protected override willUpdate(_changed: PropertyValues): void {
    const pending = prepare(this.strings, this.language);
    if (pending) void pending.then(() => this.requestUpdate(), () => undefined); // zh-CN stays when a language file does not come
  }

  /** A server of another version may answer what this one cannot draw: the widget says so, where it would stand still as it was. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      this.#undrawn = error;
      super.update(new Map());
      this.#undrawn = undefined;
      this.dispatchEvent(new SunlitLoadErrorEvent(error));
    }
  }

  #retry = (): void => this.#controllers.forEach((one) => one.retry?.());

  protected override render(): TemplateResult {
    const theme = oneOf<Theme>(THEMES, this.theme ?? this.configured('theme'), 'site');
    const scheme = oneOf<Scheme>(SCHEMES, this.scheme ?? this.configured('scheme'), 'light');
    const dark = scheme === 'dark' || (scheme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
    return html`<div class="sunlit" part="base" lang=${this.language} dir=${nearest(this, 'dir')?.toLowerCase() === 'rtl' ? 'rtl' : 'ltr'} data-theme=${theme} data-scheme=${dark ? 'dark' : 'light'}>${this.#undrawn ? failed(this.t, this.#undrawn, this.#retry) : this.view()}</div>`;
  }

  /** Tells the page once that there is something to see. Widgets call it when their first content is drawn. */
  protected announceReady(): void {
    if (this.#ready) return;
    this.#ready = true;
    void this.updateComplete.then(() => {
      this.dispatchEvent(new SunlitReadyEvent());
      // When the page has time.
      (globalThis.requestIdleCallback ?? setTimeout)(() => this.#follow());
    });
  }

  #follow(): void {
    const { following } = this;
    if (!following) return;
    let told = false;
    new Following(this, {
      api: () => this.apiUrl,
      on: () => !told && following.on(),
      watch: (api) => awaitNews(api, () => {
        told = true;
        following.load().catch(() => undefined); // a widget whose file does not come is as it was
      }),
    });
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: string | undefined, otherwise: T): T {
  return allowed.find((one) => one === value?.trim()) ?? otherwise;
}

/** The closest value of an attribute, walking out of shadow roots. */
function nearest(element: Element, name: 'lang' | 'dir'): string | null {
  for (let at: Element | null = element; at; ) {
    const holder: Element | null = at.closest(`[${name}]`);
    if (holder) return holder.getAttribute(name);
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
