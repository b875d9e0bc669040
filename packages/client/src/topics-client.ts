import { connect, type ClientOptions } from './reader.ts';
import { Rounds } from './rounds.ts';
import type { TopicsWriting } from './topics-writing.ts';
import { Topics } from './topics.ts';

export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions, Source } from './http.ts';
export type { PagedList } from './paged-list.ts';
export { deviceToken, forgetDevice, tokenLasts, visitToken } from './device-token.ts';
export type { ProvenOptions } from './requests-http.ts';
export type { CreateOptions } from './writing-http.ts';
export type { Rounds } from './rounds.ts';
export type { SubmitTopicOptions, Topics, TopicsOptions } from './topics.ts';
export type { Outbox, Submission } from './outbox.ts';
export type {
  AgencyRef, Attachment, Board, DeclineReason, DisclosureRef, DisclosureSummary, NewFollow, OwnTopic, RatingCount, ReturnReason, Round, RoundPage, RoundQuery, RoundReport, RoundState, Similar, SimilarQuery,
  SubmittedTopic, SupportBasis, SupportCount, Supported, Topic, TopicAnswer, TopicChange, TopicChangePage, TopicChangeQuery, TopicContent, TopicDeadline, TopicDeflection, TopicFeedQuery, TopicFigures,
  TopicFiguresByAgency, TopicOutcome, TopicPage, TopicPhase, TopicPurpose, TopicQuery, TopicStanding, TopicStep, TopicSummary, TopicWay,
} from './contract.ts';

/** The topic board of one API. */
export interface TopicsClient {
  readonly topics: Topics;
  readonly rounds: Rounds;
}

/**
 * The part of `createClient` that reads a topic board, for pages that count their bytes; what writes is loaded when somebody
 * writes.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createTopics } from '@sunlit/client/topics';
 *
 * const { topics } = createTopics({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await topics.board('qinghe-water')).open);
 * ```
 */
export function createTopics(options: ClientOptions): TopicsClient {
  const http = connect(options);
  let writing: Promise<TopicsWriting> | undefined;
  const written = async () => {
    const [{ TopicsWriting: Writing }, { RequestsHttp }] = await Promise.all([import('./topics-writing.ts'), import('./requests-http.ts')]);
    return new Writing(new RequestsHttp(http.options));
  };
  return {
    topics: new Topics(http, async () => (writing ??= written().catch((error: unknown) => {
      writing = undefined; // the next call fetches it again
      throw error;
    }))),
    rounds: new Rounds(http),
  };
}
