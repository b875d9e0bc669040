import type { Body, Exemption, Operations, RequestReply } from '@sunlit/contract';
import type { InvalidPart } from '../problems.ts';
import { renderLetter } from './letters/render.ts';
import { GROUNDS } from './letters/words.ts';

type Span = Body<Operations['cases.redact']>['spans'][number];
type Withholding = NonNullable<RequestReply['withheld']>[number];

/** What stands where something was withheld (区分处理, Reg. 37). */
export function markOf(ground: Exemption): string {
  return `［依照${GROUNDS[ground].article}不予公开］`;
}

/** What is wrong with the spans of a text: each must be a stretch of it, after the one before, and hold whole characters. */
export function spanFaults(text: string, spans: readonly Pick<Span, 'start' | 'end'>[]): InvalidPart[] {
  return spans.flatMap(({ start, end }, index): InvalidPart[] => {
    const pointer = `/body/spans/${index}`;
    if (end <= start) return [{ pointer, code: 'span-empty' }];
    if (end > text.length) return [{ pointer: `${pointer}/end`, code: 'span-outside', values: { limit: text.length } }];
    if (start < (spans[index - 1]?.end ?? 0)) return [{ pointer: `${pointer}/start`, code: 'span-order' }];
    return [...splits(text, start) ? [{ pointer: `${pointer}/start`, code: 'span-splits' }] : [], ...splits(text, end) ? [{ pointer: `${pointer}/end`, code: 'span-splits' }] : []];
  });
}

/** Whether a place lies between the halves of a character beyond the first plane. */
function splits(text: string, at: number): boolean {
  return at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** A text without what is hidden: nothing of it, not even how long it was. @throws RangeError for spans that are none. */
export function withoutSpans(text: string, spans: readonly Pick<Span, 'start' | 'end' | 'ground'>[]): string {
  if (spanFaults(text, spans).length > 0) throw new RangeError('The spans are not stretches of the text.');
  const kept = spans.map(({ start, ground }, index) => text.slice(spans[index - 1]?.end ?? 0, start) + markOf(ground));
  return kept.join('') + text.slice(spans.at(-1)?.end ?? 0);
}

/** What was withheld, each part once for each ground, as the reply states it. */
export function withheldBy(spans: readonly Pick<Span, 'ground' | 'what'>[]): Withholding[] {
  const parts = new Map(spans.map(({ what, ground }) => [`${ground} ${what}`, { what, ground }]));
  return [...parts.values()];
}

/** The copy for the applicant, a DOCX file. */
export function redactedCopy({ name, text, spans }: Pick<Body<Operations['cases.redact']>, 'name' | 'text' | 'spans'>): Promise<Uint8Array> {
  return renderLetter({ title: name, body: withoutSpans(text, spans) }, 'docx');
}
