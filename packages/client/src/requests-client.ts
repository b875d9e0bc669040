import { parseBaseUrl, type ClientOptions } from './reader.ts';
import { RequestsHttp } from './requests-http.ts';
import { Requests } from './requests.ts';

export { normaliseReceipt } from './receipt.ts';
export { SunlitError, isSunlitError, type ErrorCode, type ErrorDetails } from './errors.ts';
export type { CallOptions } from './http.ts';
export type { AttachOptions, Requests, SubmitOptions } from './requests.ts';
export type { ReceiptKey } from './requests-http.ts';
export type { CreateOptions } from './writing-http.ts';
export type {
  Applicant, ApplicantType, AttachmentQuery, Deflection, IdentityType, PaperLink, PaperOrder, Receipt, RequestContent, RequestCorrection, RequestDeadline, RequestForm, RequestOutcome, RequestPhase,
  RequestReasons, RequestWithdrawal, TrackedBranch, TrackedEvent, TrackedRequest, Wanted,
} from './contract.ts';

/**
 * The part of `createClient` that files and follows requests, for pages that count their bytes.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createRequests } from '@sunlit/client/requests';
 *
 * const requests = createRequests({ baseUrl: 'https://open.example.gov.cn/api' });
 * console.log((await requests.form('qinghe-water')).open);
 * ```
 */
export function createRequests(options: Omit<ClientOptions, 'cache' | 'early'>): Requests {
  return new Requests(new RequestsHttp({ ...options, base: parseBaseUrl(options.baseUrl) }));
}
