import { WorkCalendar } from './calendar.ts';
import type { CalendarYear } from './contract.ts';
import type { CalendarChange, CalendarHistoryQuery, CalendarLoad, CalendarLoads, CalendarPreview } from './desk-contract.ts';
import type { DeskHttp } from './desk-http.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** The workdays the law counts with, and the notices that say them. */
export class AdministeredCalendar extends WorkCalendar {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * What a year's notice would change: days of the year, and the last days of open drafts. Nothing is stored.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `invalid-input` naming every wrong day. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { moved } = await client.calendar.preview({ year: 2027, notice: '放假通知', off: ['2027-01-01'], work: [] });
   * console.log(moved);
   * ```
   */
  async preview(year: CalendarYear, options: CallOptions = {}): Promise<CalendarPreview> {
    return this.http.write({ method: 'POST', path: path`v1/calendar/${String(year.year)}/preview`, body: year, expect: 'moved' }, options);
  }

  /**
   * Loads a year's notice. The last days of all open drafts are counted anew, and the reason stays on record.
   *
   * @throws SunlitError `changed-meanwhile` when the calendar is no more of that `version`. Else as `preview`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const year = { year: 2027, notice: '放假通知', off: ['2027-01-01'], work: [] };
   * const { version } = await client.calendar.preview(year);
   * await client.calendar.load({ ...year, version, reason: '公布2027年放假安排' });
   * ```
   */
  async load(year: CalendarChange, options: CallOptions = {}): Promise<CalendarLoad> {
    return this.http.write({ method: 'PUT', path: path`v1/calendar/${String(year.year)}`, body: year, expect: 'moved' }, options);
  }

  /**
   * The notices that were loaded, with who did it and why, newest first.
   *
   * @throws SunlitError `not-signed-in`, `invalid-cursor`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { year, reason, moved } of client.calendar.history()) console.log(year, reason, moved);
   * ```
   */
  history(query: CalendarHistoryQuery = {}, options: CallOptions = {}): PagedList<CalendarLoad, CalendarLoads> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/calendar/loads', query: page, expect: 'items' }, options));
  }
}
