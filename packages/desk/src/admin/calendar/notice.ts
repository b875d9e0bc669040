import type { CalendarYear } from '@sunlit/client';

/** Why nothing could be read from what was given. */
export type NoticeFault = 'empty' | 'syntax' | 'no-year' | 'no-days';
export type ReadNotice = { readonly year: CalendarYear } | { readonly fault: NoticeFault };

/**
 * Reads a year's notice: as the JSON that this product keeps, or as the text of the notice itself, pasted from where it was
 * published. What was read is shown before anything is loaded, and the server checks every day again.
 */
export function readNotice(text: string): ReadNotice {
  const given = text.trim();
  if (given === '') return { fault: 'empty' };
  return given.startsWith('{') || given.startsWith('[') ? fromJson(given) : fromText(given);
}

function fromJson(text: string): ReadNotice {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: 'syntax' };
  }
  const { year, notice, url, off, work } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (!Number.isInteger(year)) return { fault: 'no-year' };
  if (!areDays(off) || !areDays(work)) return { fault: 'no-days' };
  return { year: { year: year as number, notice: typeof notice === 'string' ? notice : '', ...(typeof url === 'string' ? { url } : {}), off, work } };
}

const areDays = (value: unknown): value is string[] => Array.isArray(value) && value.every((one) => typeof one === 'string');

/** `1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。` */
function fromText(text: string): ReadNotice {
  const year = Number(/(\d{4})年/.exec(text)?.[1]);
  if (!Number.isInteger(year)) return { fault: 'no-year' };
  const days = { off: new Set<string>(), work: new Set<string>() };
  // What stands in brackets names weekdays and lunar days, and no days of this calendar.
  for (const sentence of text.replaceAll(/[（(][^（）()]*[）)]/g, '').split(/[。；;\n]/)) {
    let from = 0;
    // A sentence may name days off and make-up days one after the other: each belongs to the verb that follows it.
    for (const verb of sentence.matchAll(/放假|补休|上班|補休/g)) {
      const target = verb[0] === '上班' ? days.work : days.off;
      for (const day of daysIn(sentence.slice(from, verb.index), year)) target.add(day);
      from = verb.index + verb[0].length;
    }
  }
  if (days.off.size === 0) return { fault: 'no-days' };
  const notice = /国办发明电〔\d{4}〕\d+号/.exec(text)?.[0] ?? '';
  return { year: { year, notice, off: [...days.off].sort(), work: [...days.work].sort() } };
}

/** The days a piece of a sentence names: one by one, or from one to another. */
function daysIn(piece: string, year: number): string[] {
  const named: string[] = [];
  let month: number | undefined;
  for (const [, toward, monthText, dayText] of piece.matchAll(/([至到—-]?)\s*(?:\d{4}年)?(?:(\d{1,2})月)?(\d{1,2})日/g)) {
    if (monthText !== undefined) month = Number(monthText);
    if (month === undefined) continue;
    const day = Date.UTC(year, month - 1, Number(dayText));
    const last = named.at(-1);
    const start = toward !== '' && last !== undefined ? Date.parse(`${last}T00:00:00Z`) + DAY : day;
    for (let time = start; time <= day && named.length < 366; time += DAY) named.push(new Date(time).toISOString().slice(0, 10));
  }
  return named;
}

const DAY = 86_400_000;
