import type { Reader } from '@sunlit/client';
import type { KioskConfiguration } from '../configuration.ts';
import type { Place } from '../kiosk.ts';
import type { Say } from '../strings/index.ts';
import type { SharedKey } from '../../../../src/shared/i18n.ts';

/** A word to touch, and where it leads. */
export interface Chip {
  readonly name: string;
  readonly place: Place;
}

const MOST = 10;
/** What is neither this nor that is nothing that people look for. */
const OTHER = 'A20_15';

/** The words that whoever runs the screen has set, as far as they find anything, and then the categories in which there is most. */
export async function chipsFrom(reader: Reader, { topics, directory }: KioskConfiguration, t: Say, signal: AbortSignal): Promise<Chip[]> {
  const found = await Promise.all(topics.map(async (q): Promise<Chip[]> => {
    const { items } = await reader.disclosures.list({ q, agency: directory, limit: 1 }, { signal });
    return items.length > 0 ? [{ name: q, place: { at: 'find', q } }] : [];
  }));
  const chips = found.flat();
  if (chips.length >= MOST) return chips.slice(0, MOST);
  const { facets } = await reader.disclosures.list({ agency: directory, facets: true, limit: 1 }, { signal });
  const categories = [...(facets?.category ?? [])].filter(({ value, count }) => count > 0 && /^A20_\d\d$/.test(value) && value !== OTHER).sort((a, b) => b.count - a.count);
  return [...chips, ...categories.map(({ value }): Chip => ({ name: t(`category.${value}` as SharedKey), place: { at: 'find', category: value } }))].slice(0, MOST);
}
