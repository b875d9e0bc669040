import type { Day } from '@sunlit/contract';
import type { Calendar } from './calendar.ts';
import { addCalendarDays, isDay } from './day.ts';
import { addWorkdays, type TrailDay } from './workdays.ts';

/** A period within which something must be public, and the article that says so. */
export interface PublicationTerm {
  readonly length: number;
  readonly unit: 'workdays' | 'calendar-days';
  readonly article: string;
}

/** The terms of domain.md §2.2. Another law prevails over the Regulation where it gives a period of its own (Reg. 26). */
export const PUBLICATION_TERMS = {
  general: { length: 20, unit: 'workdays', article: '《政府信息公开条例》第二十六条' },
  'licence-or-penalty': { length: 7, unit: 'workdays', article: '国办发〔2018〕118号' },
  enforcement: { length: 20, unit: 'workdays', article: '国办发〔2018〕118号' },
  budget: { length: 20, unit: 'calendar-days', article: '《预算法》第十四条' },
  'penalty-undone': { length: 3, unit: 'workdays', article: '《行政处罚法》第四十八条、第八十五条' },
} as const satisfies Record<string, PublicationTerm>;
export type PublicationTermId = keyof typeof PUBLICATION_TERMS;

/** What of a content decides on its term. It may be half written, so nothing of it is certain. */
export interface TimedContent {
  readonly kind: string;
  readonly formedOn?: unknown;
  readonly fields?: unknown;
}

/** A change of something published: what it was before, and the day on which the amendment was begun. */
export interface PublishedChange {
  readonly before: TimedContent;
  readonly begunOn: Day;
}

/** The term of a content and the day it runs from; `undefined` while that day is not known. */
export function publicationTermOf(content: TimedContent, change?: PublishedChange): { readonly term: PublicationTermId; readonly from: Day } | undefined {
  const { term, from } = statedTerm(content);
  if (change === undefined) return from === undefined ? undefined : { term, from };
  // Reg. 26 counts from the change. Where no new day is stated, it was known at the latest when somebody began to write it.
  const { formed, decided, approved } = statedDays(change.before);
  const changedOn = from === undefined || [formed, decided, approved].includes(from) ? change.begunOn : from;
  return { term, from: changedOn };
}

function statedTerm(content: TimedContent): { readonly term: PublicationTermId; readonly from: Day | undefined } {
  const { formed, decided, approved } = statedDays(content);
  if (content.kind === 'budget' && approved !== undefined) return { term: 'budget', from: approved };
  if (content.kind !== 'decision') return { term: 'general', from: formed };
  const { act, status } = fieldsOf(content);
  // Counted from the day it was undone, which is not the day of the decision itself.
  if (act === 'penalty' && (status === 'revoked' || status === 'changed')) return { term: 'penalty-undone', from: formed };
  return { term: act === 'licence' || act === 'penalty' ? 'licence-or-penalty' : 'enforcement', from: decided ?? formed };
}

function statedDays(content: TimedContent): { readonly formed: Day | undefined; readonly decided: Day | undefined; readonly approved: Day | undefined } {
  const { decidedOn, approvedOn } = fieldsOf(content);
  return { formed: dayIn(content.formedOn), decided: dayIn(decidedOn), approved: dayIn(approvedOn) };
}

function fieldsOf({ fields }: TimedContent): Readonly<Record<string, unknown>> {
  return typeof fields === 'object' && fields !== null ? (fields as Readonly<Record<string, unknown>>) : {};
}

function dayIn(value: unknown): Day | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

/** The last day to publish by, with its proof: every day counted or skipped, unless the law counts calendar days. */
export interface PublicationDue extends PublicationTerm {
  readonly from: Day;
  readonly due: Day;
  readonly provisional: boolean;
  readonly trail?: readonly TrailDay[];
}

/** @throws RangeError for a malformed day. */
export function publicationDue(calendar: Calendar, id: PublicationTermId, from: Day): PublicationDue {
  const term = PUBLICATION_TERMS[id];
  if (term.unit === 'calendar-days') return { ...term, from, due: addCalendarDays(from, term.length), provisional: false };
  const { due, provisional, trail } = addWorkdays(calendar, from, term.length);
  return { ...term, from, due, provisional, trail };
}
