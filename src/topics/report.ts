import type { RoundReport, TopicsClient } from '@sunlit/client/topics';
import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { prepare, translator } from '../shared/i18n.ts';
import { Load } from '../shared/load.ts';
import { failed } from '../shared/states.ts';
import { strings } from './page/strings/index.ts';
import { Texts } from './page/texts.ts';
import { rows, skeletonRow } from './rows.ts';
import type { Scene } from './scene.ts';

/** The report of a round, in place under its line. */
export class Report {
  readonly #host: ReactiveControllerHost;
  readonly #scene: () => Scene;
  readonly #round: Load<RoundReport>;
  readonly #texts: Texts;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, client: () => TopicsClient, id: string) {
    this.#host = host;
    this.#scene = scene;
    this.#texts = new Texts(host);
    this.#round = new Load<RoundReport>(host, { key: () => id, fetch: async (signal, onSource) => client().rounds.get(id, { signal, onSource }) });
  }

  view(): TemplateResult {
    const scene = this.#scene();
    const { t } = scene;
    void prepare(strings, scene.language)?.then(() => this.#host.requestUpdate(), () => undefined);
    const { current } = this.#round;
    if (current.state === 'failed') return failed(t, current.error, () => this.#round.retry());
    if (current.state !== 'ready') return skeletonRow;
    const { report, ranking } = current.value;
    return html`<div class="report">${report ? this.#texts.view(report, { say: translator(strings, scene.language), language: scene.language }) : nothing}${rows(ranking, scene)}</div>`;
  }
}
