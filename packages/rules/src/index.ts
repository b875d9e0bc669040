export { createCalendar, dayKind, type Calendar, type DayKind, type RegionalDays } from './calendar.ts';
export { addCalendarDays } from './day.ts';
export { nextDue } from './open-term.ts';
export { addWorkdays, countWorkdays, type Due, type TrailDay } from './workdays.ts';
