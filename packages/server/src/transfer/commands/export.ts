import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { DISCLOSURE_KINDS, EXPORT_FORMATS, OPEN_TERMS, VALIDITIES, type DisclosureFilters } from '@sunlit/contract';
import { exportListing } from '../export.ts';
import { DONE, UsageError, complain, needed, oneOf, text, withDatabase, type Command, type Invocation } from './command.ts';

export const exportCommand: Command = {
  options: Object.fromEntries(['out', 'format', 'q', 'agency', 'scope', 'category', 'kind', 'year', 'validity', 'open-term', 'from', 'to'].map((name) => [name, { type: 'string' as const }])),
  async run(invocation) {
    const out = needed(invocation, 'out');
    const named = EXPORT_FORMATS.find((format) => `.${format}` === extname(out).toLowerCase());
    const format = oneOf(invocation, 'format', EXPORT_FORMATS) ?? named;
    if (format === undefined) throw new UsageError('option', { name: '--format' });
    const filters = filtersOf(invocation);
    let count = 0;
    await withDatabase(invocation, async (database) => {
      const bytes = await exportListing(database, { format, filters, language: invocation.language, onRow: () => count++ });
      const { signal, out: printed } = invocation;
      if (out === '-') return pipeline(bytes, printed, { signal, end: false });
      // Renamed when whole: a listing that broke off would look like one.
      const unfinished = `${out}.${process.pid}.part`;
      try {
        await pipeline(bytes, createWriteStream(unfinished), { signal });
        await rename(unfinished, out);
      } finally {
        await rm(unfinished, { force: true });
      }
    });
    complain(invocation, 'exported', { count, file: out });
    return DONE;
  },
};

function filtersOf(invocation: Invocation): DisclosureFilters {
  const given = {
    q: text(invocation, 'q'), agency: text(invocation, 'agency'), scope: oneOf(invocation, 'scope', ['subtree', 'only']), category: text(invocation, 'category'),
    kind: oneOf(invocation, 'kind', DISCLOSURE_KINDS), year: yearOf(invocation), validity: oneOf(invocation, 'validity', VALIDITIES),
    openTerm: oneOf(invocation, 'open-term', OPEN_TERMS), from: text(invocation, 'from'), to: text(invocation, 'to'),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

function yearOf(invocation: Invocation): number | undefined {
  const year = text(invocation, 'year');
  if (year === undefined) return undefined;
  if (!/^(19|20|21)\d{2}$/.test(year)) throw new UsageError('value', { name: '--year', value: year, allowed: 'YYYY' });
  return Number(year);
}
