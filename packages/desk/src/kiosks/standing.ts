import type { Kiosk, KioskState } from '@sunlit/client/desk';
import { formatMoment, formatNumber } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { SayKiosk } from './page.ts';

/** Whoever looks at the page looks for these first. */
export const WORST_FIRST: readonly KioskState[] = ['red', 'amber', 'never', 'ok', 'revoked'];

/** The look of a badge; what it says stands in it as words. */
export const LOOKS: Readonly<Record<KioskState, string>> = { red: 'bad', amber: 'warn', never: '', ok: 'good', revoked: '' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something has lasted, in the largest unit of which there are at least two. */
export function lasting(t: SayKiosk, language: Language, since: string, now: string): string {
  const spent = Math.max(0, Date.parse(now) - Date.parse(since));
  const count = (unit: number) => formatNumber(Math.floor(spent / unit), language);
  if (spent >= 2 * DAY) return t('lasting.days', { count: count(DAY) });
  if (spent >= 2 * HOUR) return t('lasting.hours', { count: count(HOUR) });
  return spent < MINUTE ? t('lasting.moment') : t('lasting.minutes', { count: count(MINUTE) });
}

/** What is the matter with a kiosk, since when, and what to do about it. */
export function whatIsWrong(t: SayKiosk, language: Language, { state, reasons, heard, enrolledAt, codeUntil }: Kiosk, now: string): { readonly what: string; readonly todo: string }[] {
  if (state === 'never') {
    if (enrolledAt !== undefined) return [{ what: t('never.enrolled'), todo: t('never.enrolled.todo') }];
    return [codeUntil === undefined ? { what: t('never'), todo: t('never.expired.todo') } : { what: t('never'), todo: t('never.todo', { time: formatMoment(codeUntil, language) }) }];
  }
  return reasons.map(({ code, since }) => {
    const values = { time: since === undefined ? '' : formatMoment(since, language), lasting: since === undefined ? '' : lasting(t, language, since, now) };
    switch (code) {
      case 'silent': return { what: t('silent', values), todo: t('silent.todo') };
      case 'queue': return { what: t('queue', { ...values, count: formatNumber(heard?.queue ?? 0, language) }), todo: t('queue.todo') };
      case 'data': return since === undefined ? { what: t('data.none'), todo: t('data.todo') } : { what: t('data', values), todo: t('data.todo') };
      case 'printer': return { what: t('printer', values), todo: t('printer.todo') };
      case 'clock': return { what: t((heard?.skew ?? 0) > 0 ? 'clock.ahead' : 'clock.behind', { count: formatNumber(Math.round(Math.abs(heard?.skew ?? 0) / 60), language) }), todo: t('clock.todo') };
    }
  });
}
