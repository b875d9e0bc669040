import type { Round } from './contract.ts';
import type { NewRound, NewRoundReport, RoundChange } from './desk-contract.ts';
import type { CreateOptions, DeskHttp } from './desk-http.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';
import { Rounds } from './rounds.ts';

/** Rounds, and what their agencies plan and report. */
export class PlannedRounds extends Rounds {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * Plans a round. Two of one agency never collect at the same time.
   *
   * @throws SunlitError `not-possible` where it would overlap with another, `not-signed-in`, `not-allowed`, `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.rounds.create({ agencyId: 'qinghe-water', title: '2026年第二季度点题', opensOn: '2026-04-01', closesOn: '2026-04-20', answerBy: { workdays: 20 } });
   * ```
   */
  async create(round: NewRound, options: CreateOptions = {}): Promise<Round> {
    return this.http.create('v1/rounds', round, 'version', options);
  }

  /**
   * Changes a round; once it collects, only its end, and only to a later day.
   *
   * @throws ChangedMeanwhileError with the round as it now stands. Else as `create`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, title, opensOn } = await client.rounds.get('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF');
   * await client.rounds.save('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version, title, opensOn, closesOn: '2026-04-30', answerBy: { workdays: 20 } });
   * ```
   */
  async save(id: string, change: RoundChange, options: CallOptions = {}): Promise<Round> {
    return this.http.write({ method: 'PUT', path: path`v1/rounds/${id}`, body: change, expect: 'version' }, options);
  }

  /**
   * Publishes the report of a round. What is unanswered stays due, and says so.
   *
   * @throws ChangedMeanwhileError with the round as it now stands; SunlitError `not-possible`. Else as `create`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.rounds.report('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3, text: '本轮共收到点题12件，已答复10件。' });
   * ```
   */
  async report(id: string, report: NewRoundReport, options: CallOptions = {}): Promise<Round> {
    return this.http.write({ method: 'POST', path: path`v1/rounds/${id}/report`, body: report, expect: 'version' }, options);
  }
}
