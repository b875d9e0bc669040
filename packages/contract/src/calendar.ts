import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { operation } from './operation.ts';
import { Day, Line, Link, Moment, Ulid, closed, paging } from './schema.ts';

/** A year of the State Council's holiday notice. */
export const CalendarYear = closed(
  {
    year: Type.Integer({ minimum: 1949, maximum: 2200 }),
    notice: Line(60),
    url: Type.Optional(Link),
    off: Type.Array(Day),
    work: Type.Array(Day),
  },
  { title: 'CalendarYear', description: '`off`: announced days off; `work`: make-up workdays (调休上班).' },
);
export type CalendarYear = Static<typeof CalendarYear>;

export const getCalendar = operation({
  id: 'calendar.get',
  method: 'GET',
  path: '/v1/calendar',
  summary: 'The announced days off and make-up workdays the server counts with',
  access: 'public',
  responses: { 200: closed({ version: Type.String(), years: Type.Array(CalendarYear) }, { title: 'CalendarYears' }) },
});

export const DUE_REASONS = ['weekday', 'weekend', 'off', 'make-up', 'statutory'] as const;

export const getDue = operation({
  id: 'calendar.due',
  method: 'GET',
  path: '/v1/calendar/due',
  summary: 'The day a period of workdays ends, with every day counted or skipped',
  description: 'The day of the trigger is day 0. Outside the announced years the answer is provisional.',
  access: 'public',
  query: closed({ from: Day, workdays: Type.Integer({ minimum: 1, maximum: 250 }) }),
  responses: {
    200: closed(
      {
        due: Day,
        provisional: Type.Boolean(),
        calendarVersion: Type.String(),
        trail: Type.Array(closed({ date: Day, counted: Type.Boolean(), reason: Type.Enum(DUE_REASONS) })),
      },
      { title: 'Due' },
    ),
  },
});

const YearParams = closed({ year: CalendarYear.properties.year });
const Days = closed({ off: Type.Array(Day), work: Type.Array(Day) });

const MovedDraft = closed({ id: Ulid, title: Type.String(), agency: AgencyRef, from: Day, to: Day });

/** What a notice would change. */
export const CalendarPreview = closed(
  {
    version: Type.String({ description: 'Of the calendar as it now stands; loading the notice names it.' }),
    added: Days,
    removed: Days,
    moved: Type.Integer({ minimum: 0, description: 'Open drafts whose last day would be another.' }),
    movedCases: Type.Integer({ minimum: 0, description: 'Open cases of which a period would end on another day.' }),
    drafts: Type.Array(MovedDraft, { maxItems: 200, description: 'The first of them, by the day that they have now.' }),
  },
  { title: 'CalendarPreview' },
);
export type CalendarPreview = Static<typeof CalendarPreview>;

/** A notice that was loaded: when, by whom, why, and what it did. Never changed, never removed. */
export const CalendarLoad = closed(
  {
    year: CalendarYear.properties.year,
    notice: Line(60),
    at: Moment,
    by: PersonRef,
    reason: Line(300),
    before: Type.String({ description: 'Version of the calendar before.' }),
    after: Type.String({ description: 'Version of the calendar from then on.' }),
    moved: Type.Integer({ minimum: 0, description: 'Open drafts whose last day became another.' }),
    movedCases: Type.Integer({ minimum: 0, description: 'Open cases of which a period ended on another day from then on.' }),
    drafts: Type.Array(MovedDraft, { maxItems: 200, description: 'Those of the first 200 that the caller may read, by the day that they had.' }),
  },
  { title: 'CalendarLoad' },
);
export type CalendarLoad = Static<typeof CalendarLoad>;

export const previewCalendar = operation({
  id: 'calendar.preview',
  method: 'POST',
  path: '/v1/calendar/{year}/preview',
  summary: 'What a year’s notice would change, without loading it',
  access: { permission: 'calendar.write', of: 'whole' },
  params: YearParams,
  body: CalendarYear,
  responses: { 200: CalendarPreview },
});

export const loadCalendarYear = operation({
  id: 'calendar.load',
  method: 'PUT',
  path: '/v1/calendar/{year}',
  summary: 'Load a year’s notice; the last days of all open drafts are counted anew',
  description: 'Loaded against another `version` of the calendar than the present one, it is `changed-meanwhile`, with the present calendar as `current`.',
  access: { permission: 'calendar.write', of: 'whole' },
  params: YearParams,
  body: closed({ ...CalendarYear.properties, version: Type.String({ maxLength: 2000 }), reason: Line(300) }, { title: 'CalendarChange' }),
  responses: { 200: CalendarLoad },
});

export const listCalendarLoads = operation({
  id: 'calendar.history',
  method: 'GET',
  path: '/v1/calendar/loads',
  summary: 'The notices that were loaded, with the reasons, newest first',
  access: 'staff',
  query: closed({ ...paging }),
  responses: { 200: closed({ items: Type.Array(CalendarLoad), next: Type.Optional(Type.String()) }, { title: 'CalendarLoads' }) },
});
