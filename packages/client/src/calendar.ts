import type { Calendar, Due, DueQuery } from './contract.ts';
import type { CallOptions } from './http.ts';
import { Resource } from './resource.ts';

/** The workdays the law counts with. */
export class WorkCalendar extends Resource {
  /**
   * The announced days off and make-up workdays (调休) of every year the server knows.
   *
   * @throws SunlitError `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { years } = await client.calendar.get();
   * console.log(years.map(({ year, notice }) => `${year}: ${notice}`));
   * ```
   */
  async get(options: CallOptions = {}): Promise<Calendar> {
    return this.http.json({ path: 'v1/calendar', expect: 'years', keep: true }, options);
  }

  /**
   * The day on which a period of workdays ends, with every day that was counted or skipped. `from` is day 0. `provisional`
   * where a year is not announced yet.
   *
   * @throws SunlitError `invalid-input`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { due, provisional } = await client.calendar.due({ from: '2026-03-09', workdays: 20 });
   * console.log(due, provisional ? 'provisional' : 'certain');
   * ```
   */
  async due(query: DueQuery, options: CallOptions = {}): Promise<Due> {
    return this.http.json({ path: 'v1/calendar/due', query, expect: 'due', keep: true }, options);
  }
}
