import { WorkCalendar } from './calendar.ts';
import { Changes } from './changes.ts';
import { HealthChecks } from './health.ts';
import { Ratings } from './ratings.ts';
import { connect, reader, type ClientOptions, type Reader } from './reader.ts';
import { RequestsHttp } from './requests-http.ts';
import { Requests } from './requests.ts';
import { Rounds } from './rounds.ts';
import { Statistics } from './statistics.ts';
import { TopicsWriting } from './topics-writing.ts';
import { Topics } from './topics.ts';

export interface Client extends Reader {
  readonly changes: Changes;
  readonly calendar: WorkCalendar;
  readonly health: HealthChecks;
  readonly requests: Requests;
  readonly ratings: Ratings;
  readonly topics: Topics;
  readonly rounds: Rounds;
  readonly statistics: Statistics;
}

/**
 * A client of one disclosure API. Nothing is asked or opened yet; a page can have as many as it has APIs.
 *
 * @throws SunlitError `invalid-base-url` when `baseUrl` is no http(s) address, has credentials, a query or a fragment, or is
 * relative where there is no page to relate it to
 * @example
 * ```ts
 * import { createClient } from '@sunlit/client';
 *
 * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api', language: 'zh-CN', timeout: 5_000 });
 * const { items } = await client.disclosures.list({ agency: 'qinghe-water', limit: 5 });
 * console.log(items.map(({ title }) => title), client.cache.state);
 * ```
 */
export function createClient(options: ClientOptions): Client {
  const http = connect(options);
  const resident = new RequestsHttp(http.options);
  const writing = new TopicsWriting(resident);
  return {
    ...reader(http), changes: new Changes(http), calendar: new WorkCalendar(http), health: new HealthChecks(http), requests: new Requests(resident), ratings: new Ratings(resident), topics: new Topics(http, async () => writing), rounds: new Rounds(http), statistics: new Statistics(http),
  };
}
