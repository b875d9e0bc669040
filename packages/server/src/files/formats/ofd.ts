import type { RemovedTrace } from '@sunlit/contract';
import { contentOf, pack, type Entry } from './archive.ts';
import { utf8, type Cleaned } from './format.ts';

/** Elements of `DocInfo` (GB/T 33190-2016 §7.4) that do not concern the text. */
const TRACES = {
  Author: 'author', Creator: 'software', CreatorVersion: 'software', CreationDate: 'times', ModDate: 'times', Keywords: 'keywords', Abstract: 'comment', CustomDatas: 'other',
} as const satisfies Record<string, RemovedTrace>;

export function isOfd(entries: readonly Entry[]): boolean {
  return entries.some(({ name }) => name === 'OFD.xml');
}

/** An OFD without author, program and times. One that is signed stays as it is: its seal covers them. */
export function cleanOfd(bytes: Uint8Array, entries: readonly Entry[]): Cleaned {
  const parts = new Map(entries.map((entry) => [entry.name, contentOf(entry)]));
  const embedded = entries.filter(({ name }) => /(^|\/)Attachs?\//i.test(name) && !/\.xml$/i.test(name)).length;
  const warnings = embedded > 0 ? [{ code: 'embedded-files', values: { count: embedded } } as const] : [];
  const seals = entries.filter(({ name }) => /(^|\/)Signature\.xml$/i.test(name)).length;
  if (seals > 0) return { bytes, removed: [], warnings: [{ code: 'signed', values: { count: seals } }, ...warnings] };
  const removed = new Set<RemovedTrace>();
  let text = utf8(parts.get('OFD.xml') ?? new Uint8Array());
  for (const [name, trace] of Object.entries(TRACES)) {
    const without = text.replace(new RegExp(`<((?:\\w+:)?${name})(?:\\s[^>]*)?>[^]*?</\\1\\s*>`, 'g'), '');
    if (without !== text) removed.add(trace);
    text = without;
  }
  if (removed.size === 0) return { bytes, removed: [], warnings };
  parts.set('OFD.xml', Buffer.from(text));
  return { bytes: pack(parts), removed: [...removed], warnings };
}
