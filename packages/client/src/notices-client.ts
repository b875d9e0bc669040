import { Feedbacks, Notices } from './notices.ts';
import { connect, type ClientOptions } from './reader.ts';
import { RequestsHttp } from './requests-http.ts';

export { deviceToken, visitToken } from './device-token.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions, Source } from './http.ts';
export type { Feedbacks, NoticeWritingOptions, Notices, NoticesReading, SeatWish, WrittenOpinion } from './notices.ts';
export type { Outbox, Submission } from './outbox.ts';
export type { PagedList } from './paged-list.ts';
export type { ProvenOptions } from './requests-http.ts';
export type { CreateOptions } from './writing-http.ts';
export type { DaysLeft, FeedbackTaken, NewFeedback, Notice, NoticePage, NoticeQuery, NoticeSummary, OpinionSummary, OpinionTaken, SeatDraw, SeatRegistered, SeatSelection, Feedback, NewOpinion, NewSeat, NoticeState, NoticeType, OpinionOutcome, SeatResult, SeatRole, Stance } from './contract.ts';

/** Notices and feedback of one API. */
export interface NoticesClient {
  readonly notices: Notices;
  readonly feedback: Feedbacks;
}

/**
 * Public notices, hearings and feedback of one API. They come by themselves, so that a page that has none does not load them.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createNotices } from '@sunlit/client/notices';
 *
 * const { notices } = createNotices({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await notices.list({ agency: 'qinghe' })).total.value);
 * ```
 */
export function createNotices(options: ClientOptions): NoticesClient {
  const http = connect(options);
  const writing = new RequestsHttp(http.options);
  return { notices: new Notices(http, writing), feedback: new Feedbacks(writing) };
}
