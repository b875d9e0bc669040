import type { Venue } from '@sunlit/client';
import type { AgencyContent } from '@sunlit/client/desk';
import type { AdminKey } from '../strings/index.ts';

type Part = 'phones' | 'leaders' | 'offices' | 'venues';

interface Column {
  readonly name: string;
  readonly label: AdminKey;
  readonly most: number;
  readonly required?: true;
  /** The values that are possible; anything otherwise. */
  readonly choices?: readonly string[];
}

export const VENUE_TYPES: readonly Venue['type'][] = ['hall', 'archive', 'library', 'reading-room', 'notice-board', 'touch-screen', 'intake-point'];

/** What an agency has several of, with the columns of each entry. */
export const PARTS: Readonly<Record<Part, { readonly most: number; readonly columns: readonly Column[] }>> = {
  phones: { most: 20, columns: [{ name: 'label', label: 'phone.label', most: 40, required: true }, { name: 'number', label: 'phone.number', most: 40, required: true }] },
  leaders: {
    most: 40,
    columns: [
      { name: 'post', label: 'leader.post', most: 60, required: true }, { name: 'portfolio', label: 'leader.portfolio', most: 300 },
      { name: 'name', label: 'leader.name', most: 60 }, { name: 'phone', label: 'phone', most: 40 },
    ],
  },
  offices: {
    most: 60,
    columns: [
      { name: 'name', label: 'office.name', most: 60, required: true }, { name: 'duties', label: 'duties', most: 400, required: true },
      { name: 'phone', label: 'phone', most: 40 }, { name: 'place', label: 'office.place', most: 100 },
    ],
  },
  venues: {
    most: 40,
    columns: [
      { name: 'type', label: 'venue.type', most: 20, required: true, choices: VENUE_TYPES }, { name: 'name', label: 'venue.name', most: 100, required: true },
      { name: 'address', label: 'address', most: 200, required: true }, { name: 'hours', label: 'hours', most: 200 },
    ],
  },
};
export const PART_NAMES = Object.keys(PARTS) as readonly Part[];

export type Entry = Readonly<Record<string, unknown>>;

/** What is in the form: the content, or half of it while somebody is typing. */
export type Written = Omit<AgencyContent, Part> & Readonly<Record<Part, readonly Entry[]>>;

/** What is sent: without spaces around, and without what was left empty. */
export function cleaned(written: Written): AgencyContent {
  const tidy = (entry: Entry): Entry =>
    Object.fromEntries(Object.entries(entry).flatMap(([name, value]) => {
      const text = typeof value === 'string' ? value.trim() : value;
      return text === '' || text === undefined ? [] : [[name, text]];
    }));
  const parts = Object.fromEntries(PART_NAMES.map((part) => [part, written[part].map(tidy).filter((entry) => Object.keys(entry).some((name) => name !== 'type'))]));
  return { ...tidy(written), ...parts } as unknown as AgencyContent;
}

/** What must be filled in and is not, by the name of its field: `phones.0.number`. */
export function missing(content: AgencyContent): string[] {
  const own = content.name ? [] : ['name'];
  return [...own, ...PART_NAMES.flatMap((part) => (content[part] as readonly Entry[]).flatMap((entry, index) =>
    PARTS[part].columns.filter(({ name, required }) => required && entry[name] === undefined).map(({ name }) => `${part}.${String(index)}.${name}`)))];
}
