import type { Reader } from '@sunlit/client';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { failed } from '../shared/states.ts';
import type { Difference, GroupChange, LineChange } from './difference.ts';
import type { Context, Revision } from './types.ts';

export interface Pair {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

type Compared = { readonly state: 'loading' } | { readonly state: 'failed'; readonly error: unknown } | { readonly state: 'ready'; readonly before: Revision; readonly after: Revision; readonly compare: typeof import('./difference.ts').difference };

/** Two revisions side by side. The tool that compares is fetched with them. */
export class Comparison {
  pair: Pair | undefined;
  readonly #host: ReactiveControllerHost;
  #compared: Compared = { state: 'loading' };
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController({ hostDisconnected: () => this.#running?.abort() });
  }

  show(pair: Pair, client: () => Reader): void {
    this.close();
    this.pair = pair;
    const running = (this.#running = new AbortController());
    const done = (compared: Compared) => {
      if (running.signal.aborted) return;
      this.#compared = compared;
      this.#host.requestUpdate();
    };
    done({ state: 'loading' });
    const get = (revision: number) => client().disclosures.revision(pair.id, revision, { signal: running.signal });
    (async () => Promise.all([get(pair.from), get(pair.to), import('./difference.ts')]))().then(
      ([before, after, { difference: compare }]) => done({ state: 'ready', before, after, compare }),
      (error: unknown) => done({ state: 'failed', error }),
    );
  }

  close(): void {
    this.#running?.abort();
    this.pair = undefined;
    this.#host.requestUpdate();
  }

  view(ctx: Context, retry: () => void): TemplateResult | typeof nothing {
    const { pair } = this;
    const { t } = ctx;
    if (!pair) return nothing;
    const compared = this.#compared;
    return html`<section class="difference" part="difference" aria-label=${t('difference.title', { from: pair.from, to: pair.to })} aria-busy=${compared.state === 'loading'} tabindex="-1">
      <header class="difference-head">
        <h4>${t('difference.title', { from: pair.from, to: pair.to })}</h4>
        <button class="button quiet no-print" type="button" @click=${() => this.close()}>${t('close')}</button>
      </header>
      ${compared.state === 'loading'
        ? html`<p role="status" class="muted">${t('loading')}</p>`
        : compared.state === 'failed'
          ? failed(t, compared.error, retry)
          : html`${compared.after.reason === undefined ? nothing : html`<p class="muted">${t('difference.reason', { reason: compared.after.reason })}</p>`}${changes(compared.compare(compared.before.content, compared.after.content, t), ctx)}`}
    </section>`;
  }
}

/** What changed, group by group. */
export function changes({ groups, same }: Difference, ctx: Context): TemplateResult {
  const { t } = ctx;
  const count = (state: GroupChange['state']) => groups.filter((group) => group.state === state).length;
  if (groups.length === 0) return html`<p role="status">${t('difference.none')}</p>`;
  return html`
    <p role="status" class="difference-sum">${t('difference.sum', { added: count('added'), removed: count('removed'), changed: count('changed'), same: same.length })}</p>
    <p class="small muted">${t('difference.key')} <ins>${t('difference.ins')}</ins> <del>${t('difference.del')}</del></p>
    <ul class="changes">
      ${groups.map(
        (group) => html`<li class="change ${group.state}">
          <p class="change-head"><span class="badge ${group.state === 'added' ? 'good' : group.state === 'removed' ? 'bad' : 'warn'}">${t(`difference.${group.state}`)}</span> <strong>${group.title}</strong></p>
          <ul class="lines">${group.lines.filter((line) => group.state === 'changed' || !group.title.includes(line.pieces[0]?.text ?? '')).map((line) => row(line, group, ctx))}</ul>
        </li>`,
      )}
    </ul>
    ${same.length === 0 ? nothing : html`<details class="same"><summary>${t('difference.same', { count: same.length })}</summary><p class="muted">${same.join(t('list.separator'))}</p></details>`}
  `;
}

function row(line: LineChange, group: GroupChange, { t }: Context): TemplateResult {
  // Lines of a group that is new as a whole need not say so again each.
  const plain = group.state !== 'changed';
  return html`<li class=${line.state}>
    ${line.label === undefined && plain ? nothing : html`<span class="line-label">${line.label}${plain ? nothing : html` <span class="small">${t(`difference.${line.state}`)}</span>`}</span>`}
    <span>${line.pieces.map(({ state, text }) =>
      state === 'same' ? text
      : state === 'added' ? html`<ins><span class="hidden-text">${t('difference.ins')}: </span>${text}</ins>`
      : html`<del><span class="hidden-text">${t('difference.del')}: </span>${text}</del>`)}</span>
  </li>`;
}
