import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { Day, Line, Link, closed } from './schema.ts';

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
