import type {
  Case, CaseArchive, CaseAskCorrection, CaseAskReasons, CaseAssign, CaseConsult, CaseCorrect, CaseDecide, CaseDelay, CaseDeliver, CaseExplain, CaseExtend, CaseNoticeFee, CaseOpinion,
  CaseOverride, CasePay, CaseReceive, CaseRegister, CaseServe, CaseSplit, CaseTransfer, CaseWithdraw,
} from './desk-contract.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/**
 * The steps of a case, one method each. Every step names the `version` it was decided on; when somebody else took one since,
 * nothing happens, and the error brings the case as it stands: `isChangedMeanwhile<Case>`. What the law lets be done now is in `may`.
 * `on` is the day on which a step took effect, in Asia/Shanghai. A letter in other words than the template’s is given as `letter`.
 */
export class CaseSteps extends DeskResource {
  /**
   * Confirms receipt in law (Reg. 31): the clock starts on the day `on`, today unless said.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible` with every reason in `errors`, `not-signed-in`,
   * `not-allowed`, `not-found`, `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.cases.receive('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 1 })).next?.due);
   * ```
   */
  async receive(id: string, step: CaseReceive, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'receive', step, options);
  }

  /**
   * Enters it in the register (Reg. 45); `label` is a few neutral words for lists, never anything personal.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.register('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 2, label: '河道采砂许可' });
   * ```
   */
  async register(id: string, step: CaseRegister, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'register', step, options);
  }

  /**
   * Gives it to an officer, one of `handlers`.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.assign('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3, handler: '01JQ8ZK4T5V6W7X8Y9Z0ABCDEG' });
   * ```
   */
  async assign(id: string, step: CaseAssign, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'assign', step, options);
  }

  /**
   * Asks once, within 7 workdays, what is to be corrected (Reg. 30).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.askCorrection('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 3, points: ['请写明文件的名称或文号。'], workdays: 15, way: 'electronic' });
   * ```
   */
  async askCorrection(id: string, step: CaseAskCorrection, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'ask-correction', step, options);
  }

  /**
   * Writes down a correction that came in another way; after abandonment, with the good reason it is late for (Reg. 30).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.correct('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, on: '2026-03-09', wanted: { description: '2025 年度采砂许可决定书' } });
   * ```
   */
  async correct(id: string, step: CaseCorrect, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'correct', step, options);
  }

  /**
   * Asks a third party (Reg. 32), or the agency that made the information too (Reg. 34).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.consult('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, party: 'third-party', name: '清河砂石有限公司', about: '许可决定书中的年开采量', way: 'post' });
   * ```
   */
  async consult(id: string, step: CaseConsult, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'consult', step, options);
  }

  /**
   * Writes down what who was consulted says; `question` is the id of one of the case’s `questions`.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.opinion('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, question: 'q1', opinion: 'consents' });
   * ```
   */
  async opinion(id: string, step: CaseOpinion, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'opinion', step, options);
  }

  /**
   * Discloses against an objection, for a major public interest, and tells the third party (Reg. 32).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.override('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 6, question: 'q1', reason: '涉及河道行洪安全。' });
   * ```
   */
  async override(id: string, step: CaseOverride, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'override', step, options);
  }

  /**
   * Extends the reply once, by 20 workdays at most, and tells the applicant (Reg. 33).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.extend('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, workdays: 20, reason: '需要查阅历史档案。', approvedBy: '办公室主任' });
   * ```
   */
  async extend(id: string, step: CaseExtend, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'extend', step, options);
  }

  /**
   * Asks why so much or so often (Reg. 35).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.askReasons('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, workdays: 10, way: 'electronic' });
   * ```
   */
  async askReasons(id: string, step: CaseAskReasons, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'ask-reasons', step, options);
  }

  /**
   * Writes down reasons that came in another way.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.explain('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, reasons: '用于课题研究，需要逐年比较。' });
   * ```
   */
  async explain(id: string, step: CaseExplain, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'explain', step, options);
  }

  /**
   * Sets a reasonable delay, in workdays, where there are good reasons but too much to do (Reg. 35).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.delay('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 6, workdays: 30, reason: '所申请的档案数量较多。' });
   * ```
   */
  async delay(id: string, step: CaseDelay, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'delay', step, options);
  }

  /**
   * Asks for the information-processing fee (Reg. 42). For `cases`, `before` is the case’s `inMonth`.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.noticeFee('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, fee: { scale: 'pages', pages: 120 }, way: 'hand' });
   * ```
   */
  async noticeFee(id: string, step: CaseNoticeFee, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'notice-fee', step, options);
  }

  /**
   * Says that the fee is paid: the reply’s period begins anew.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.pay('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, on: '2026-03-09' });
   * ```
   */
  async pay(id: string, step: CasePay, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'pay', step, options);
  }

  /**
   * Says, by its return slip, when a posted letter arrived; `question` is the id of the period that waits for it.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.deliver('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, question: 'correction', on: '2026-03-09' });
   * ```
   */
  async deliver(id: string, step: CaseDeliver, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'deliver', step, options);
  }

  /**
   * Hands it on to another agency, which begins a case of its own.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.transfer('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, to: 'qinghe-housing' });
   * ```
   */
  async transfer(id: string, step: CaseTransfer, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'transfer', step, options);
  }

  /**
   * Splits it into parts, each a case of its own, with the clock run so far.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.split('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, parts: [{ label: '许可决定' }, { label: '监测报告' }] });
   * ```
   */
  async split(id: string, step: CaseSplit, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'split', step, options);
  }

  /**
   * Says that the applicant withdrew it in another way than on the tracking page.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.withdraw('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4 });
   * ```
   */
  async withdraw(id: string, step: CaseWithdraw, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'withdraw', step, options);
  }

  /**
   * Decides, with what the outcome must state (Reg. 36 to 39): the server names what is missing, such as `/body/reply/grounds`.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.decide('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 4, reply: { outcome: 'granted', remedy: 'either' } });
   * ```
   */
  async decide(id: string, step: CaseDecide, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'decide', step, options);
  }

  /**
   * Serves the reply; from then on the remedies run.
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.serve('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 5, way: 'electronic' });
   * ```
   */
  async serve(id: string, step: CaseServe, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'serve', step, options);
  }

  /**
   * Closes the file (Reg. 45).
   *
   * @throws ChangedMeanwhileError with the case as it now stands; SunlitError `not-possible`. Else as `receive`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.cases.archive('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { version: 6 });
   * ```
   */
  async archive(id: string, step: CaseArchive, options: CallOptions = {}): Promise<Case> {
    return this.take(id, 'archive', step, options);
  }

  private async take(id: string, command: string, body: object, options: CallOptions): Promise<Case> {
    return this.http.write({ method: 'POST', path: path`v1/cases/${id}/${command}`, body, expect: 'version' }, options);
  }
}
