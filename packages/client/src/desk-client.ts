import { parseBaseUrl, type ClientOptions } from './reader.ts';
import { AdministeredAgencies, AdministeredCategories } from './desk-agencies.ts';
import { Audit } from './desk-audit.ts';
import { AdministeredCalendar } from './desk-calendar.ts';
import { KeptStatistics } from './desk-statistics.ts';
import { Postings } from './desk-board.ts';
import { Cases } from './desk-cases.ts';
import { PublishedDisclosures } from './desk-disclosures.ts';
import { Drafts } from './desk-drafts.ts';
import { DueList } from './desk-due.ts';
import { Exports } from './desk-exports.ts';
import { EvidenceArchive, Files } from './desk-files.ts';
import { DeskHttp } from './desk-http.ts';
import { Imports } from './desk-imports.ts';
import { Kiosks } from './desk-kiosks.ts';
import { NoticeDesks } from './desk-notices.ts';
import { RatingTasks } from './desk-ratings.ts';
import { Reports } from './desk-reports.ts';
import { PlannedRounds } from './desk-rounds.ts';
import { Session } from './desk-session.ts';
import { Staff } from './desk-staff.ts';
import { Supervision } from './desk-supervision.ts';
import { Tokens } from './desk-tokens.ts';
import { Webhooks } from './desk-webhooks.ts';

export interface DeskClientOptions extends Omit<ClientOptions, 'cache'> {
  /** For programs: a token made under `tokens`. Without one, whoever is signed in in this browser calls. */
  token?: string | undefined;
}

/** What members of staff work with. */
export interface DeskClient {
  /** The full address the client asks, with a slash at its end. */
  readonly baseUrl: string;
  readonly session: Session;
  readonly drafts: Drafts;
  readonly cases: Cases;
  readonly board: Postings;
  readonly rounds: PlannedRounds;
  readonly ratingTasks: RatingTasks;
  readonly noticeDesk: NoticeDesks;
  readonly disclosures: PublishedDisclosures;
  readonly due: DueList;
  readonly files: Files;
  readonly evidence: EvidenceArchive;
  readonly agencies: AdministeredAgencies;
  readonly categories: AdministeredCategories;
  readonly calendar: AdministeredCalendar;
  readonly statistics: KeptStatistics;
  readonly reports: Reports;
  readonly supervision: Supervision;
  readonly staff: Staff;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly exports: Exports;
  readonly imports: Imports;
  readonly webhooks: Webhooks;
  readonly kiosks: Kiosks;
}

/**
 * A client for members of staff and for programs that work for them. It stores nothing on the device, and asks the server
 * every time. A browser must be on the origin of the API: the session's cookie goes nowhere else.
 *
 * @throws SunlitError `invalid-base-url` as `createClient` does
 * @example
 * ```ts
 * import { createDeskClient } from '@sunlit/client/desk';
 *
 * export async function publishWaiting(token: string) {
 *   const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api', token });
 *   for await (const { id, version } of client.drafts.list({ state: 'approved' })) await client.drafts.publish(id, { version });
 * }
 * ```
 */
export function createDeskClient(options: DeskClientOptions): DeskClient {
  const base = parseBaseUrl(options.baseUrl);
  const http = new DeskHttp({ ...options, base });
  return {
    baseUrl: base.href,
    session: new Session(http),
    drafts: new Drafts(http),
    cases: new Cases(http),
    board: new Postings(http),
    rounds: new PlannedRounds(http),
    ratingTasks: new RatingTasks(http),
    noticeDesk: new NoticeDesks(http),
    disclosures: new PublishedDisclosures(http),
    due: new DueList(http),
    files: new Files(http),
    evidence: new EvidenceArchive(http),
    agencies: new AdministeredAgencies(http),
    categories: new AdministeredCategories(http),
    calendar: new AdministeredCalendar(http),
    statistics: new KeptStatistics(http),
    reports: new Reports(http),
    supervision: new Supervision(http),
    staff: new Staff(http),
    tokens: new Tokens(http),
    audit: new Audit(http),
    exports: new Exports(http),
    imports: new Imports(http),
    webhooks: new Webhooks(http),
    kiosks: new Kiosks(http),
  };
}
