import { css, html, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import type { AgencySummary } from '@sunlit/client';
import { SunlitElement } from '../../../src/shared/element.ts';
import type { WidgetStrings } from '../../../src/shared/i18n.ts';
import { Load } from '../../../src/shared/load.ts';
import { failed } from '../../../src/shared/states.ts';
import { snippetFor, withoutFeed, type Choice, type Preloads } from './code.ts';
import { snippet as zhCN } from './strings/zh-CN.ts';

type Key = keyof typeof zhCN;

const strings: WidgetStrings<Key> = {
  namespace: 'snippet',
  bundled: zhCN,
  load: {
    'zh-Hant': async () => (await import('./strings/zh-Hant.ts')).snippet,
    en: async () => (await import('./strings/en.ts')).snippet,
  },
};

interface Option {
  id: string;
  name: string;
  depth: number;
}

const OPTIONS = {
  element: ['directory', 'search', 'agencies', 'topics', 'request', 'track', 'rating', 'stats', 'notices'],
  theme: ['site', 'hall', 'contrast'],
  scheme: ['light', 'dark', 'auto'],
} as const satisfies { [Name in 'element' | 'theme' | 'scheme']: readonly Choice[Name][] };

/** Where a web team picks element, agency, look and language, and copies the tag it sees at work. */
class DemoSnippet extends SunlitElement<Key> {
  static override styles = [
    SunlitElement.styles,
    css`
      .page { display: grid; gap: 1.5em; }
      .page > * { min-width: 0; }
      .lead { margin-top: 0.4em; }
      form { display: grid; gap: 1em; align-content: start; }
      label.block { display: grid; gap: 0.3em; font-weight: 600; }
      label.block .field { font-weight: 400; }
      label.check { display: flex; gap: 0.6em; align-items: center; min-height: var(--_target); }
      label.check input { width: 1.3em; height: 1.3em; }
      textarea.field { font-family: ui-monospace, 'SFMono-Regular', Consolas, monospace; font-size: 0.8125em; min-height: 13em; resize: vertical; }
      iframe { width: 100%; height: 46em; border: 1px solid var(--_line); border-radius: var(--_radius); background: #fff; }
      @media (min-width: 60em) { .page { grid-template-columns: 24em minmax(0, 1fr); } }
    `,
  ];

  protected override readonly strings = strings;

  @state() private choice: Choice = { element: 'directory', agency: 'qinghe-water', window: '', theme: 'site', scheme: 'light', language: 'zh-CN', deepLink: false, tree: true };
  @state() private said = '';
  @query('textarea') private readonly code!: HTMLTextAreaElement;

  #agencies = new Load<Option[]>(this, { key: () => this.apiUrl, fetch: (signal) => this.#tree(signal, undefined, 0) });
  #preloads = new Load<Preloads>(this, {
    key: () => 'manifest',
    fetch: async (signal) => ((await (await fetch('/embed/manifest.json', { signal })).json()) as { elements: Preloads }).elements,
  });

  protected override view() {
    const { t } = this;
    const code = this.#snippet();
    return html`<h1>${t('title')}</h1><p class="lead muted">${t('lead')}</p>
      ${this.#agencies.current.state === 'failed' ? failed(t, this.#agencies.current.error, () => this.#agencies.retry()) : ''}
      <div class="page">
        <form @change=${this.#changed} @submit=${(event: Event) => event.preventDefault()}>
          ${this.#select('element', OPTIONS.element.map((value) => [value, t(`element.${value}`)]))}
          ${this.#select('agency', (this.#agencies.latest ?? []).map(({ id, name, depth }) => [id, `${'　'.repeat(depth)}${name}`]))}
          ${this.choice.element === 'rating' ? html`<label class="block">${t('window')}<input class="field" name="window" maxlength="60" placeholder=${t('window.usual')} .value=${this.choice.window} /></label>` : ''}
          ${this.#select('theme', OPTIONS.theme.map((value) => [value, t(`theme.${value}`)]))}
          ${this.#select('scheme', OPTIONS.scheme.map((value) => [value, t(`scheme.${value}`)]))}
          ${this.#select('language', [['zh-CN', '简体中文'], ['zh-Hant', '繁體中文'], ['en', 'English']])}
          <label class="check"><input type="checkbox" name="tree" .checked=${this.choice.tree} />${t('tree')}</label>
          <label class="check"><input type="checkbox" name="deepLink" .checked=${this.choice.deepLink} />${t('deepLink')}</label>
          <label class="block">${t('code')}<textarea class="field" readonly spellcheck="false" .value=${code}></textarea></label>
          <button class="button primary" type="button" @click=${this.#copy}>${t('copy')}</button>
          <p role="status">${this.said}</p>
        </form>
        <iframe title=${t('preview')} .srcdoc=${`<!DOCTYPE html><html lang="${this.choice.language}"><meta charset="utf-8"><body>${code}</body></html>`}></iframe>
      </div>`;
  }

  protected override updated(_changed: PropertyValues): void {
    const agency = this.renderRoot.querySelector<HTMLSelectElement>('select[name="agency"]');
    if (agency) agency.value = this.choice.agency; // its options come after its value
  }

  #select(name: keyof Choice & Key, options: readonly (readonly [string, string])[]) {
    return html`<label class="block">${this.t(name)}
      <select class="field" name=${name}>${options.map(([value, label]) => html`<option value=${value} ?selected=${this.choice[name] === value}>${label}</option>`)}</select>
    </label>`;
  }

  #snippet(): string {
    const agency = this.#agencies.latest?.find(({ id }) => id === this.choice.agency)?.name ?? '';
    const { element, window } = this.choice;
    const fallback = this.t(element === 'rating' ? 'fallback.rating' : element === 'stats' ? 'fallback.stats' : withoutFeed(element) ? 'fallback.request' : 'fallback.directory', { agency });
    return snippetFor({ ...this.choice, window: window.trim() || this.t('window.usual') }, location.origin, this.#preloads.latest ?? {}, fallback);
  }

  #changed = (event: Event): void => {
    const field = event.target;
    if (field instanceof HTMLInputElement) this.choice = { ...this.choice, [field.name]: field.type === 'checkbox' ? field.checked : field.value };
    if (field instanceof HTMLSelectElement) this.choice = { ...this.choice, [field.name]: field.value };
    this.said = '';
  };

  #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#snippet());
      this.said = this.t('copied');
    } catch {
      this.code.select();
      this.said = this.t('copy.failed');
    }
  };

  /** City, counties and what stands directly below them; villages are left to whoever edits the attribute. */
  async #tree(signal: AbortSignal, parent: string | undefined, depth: number): Promise<Option[]> {
    const options: Option[] = [];
    const below: AgencySummary[] = [];
    for await (const agency of this.client.agencies.list({ ...(parent ? { parent } : {}), limit: 100 }, { signal })) below.push(agency);
    for (const { id, name, children } of below) {
      options.push({ id, name, depth });
      if (children > 0 && depth < 2) options.push(...(await this.#tree(signal, id, depth + 1)));
    }
    return options;
  }
}

customElements.define('demo-snippet', DemoSnippet);
