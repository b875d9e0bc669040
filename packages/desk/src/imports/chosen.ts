import type { ImportReport } from '@sunlit/client/desk';

/** What somebody made of a report's mapping: what each column is, and what all rows have in common. */
export interface Chosen {
  readonly columns: ReadonlyMap<string, readonly string[]>;
  readonly constants: ReadonlyMap<string, unknown>;
}

export function chosenIn({ columns, constants }: ImportReport): Chosen {
  return { columns: new Map(columns.map(({ header, paths }) => [header, paths])), constants: new Map(Object.entries(constants)) };
}

/** The mapping as the API takes it: only what the names of the columns do not say themselves, since it goes in the address. */
export function mappingOf({ columns }: ImportReport, chosen: Chosen): string {
  const said = columns.flatMap(({ header, guess }): [string, string | readonly string[] | null][] => {
    const [path, ...more] = chosen.columns.get(header) ?? [];
    if (path === guess && more.length === 0) return [];
    return [[header, path === undefined ? null : more.length === 0 ? path : [path, ...more]]];
  });
  return JSON.stringify({ columns: Object.fromEntries(said), constants: Object.fromEntries([...chosen.constants].filter(([, value]) => value !== '')) });
}

/** What an import needs of each row and cannot be the same in all. */
const OF_EACH_ROW: readonly string[] = ['sourceId', 'publishedOn', 'title', 'body'];

export interface Missing {
  /** Paths that need a column. */
  readonly columns: readonly string[];
  /** Paths that need a column or a value for all rows. */
  readonly values: readonly string[];
}

export function missingIn({ fields }: ImportReport, { columns, constants }: Chosen): Missing {
  const there = new Set([...columns.values()].flat());
  for (const [path, value] of constants) if (value !== '') there.add(path);
  // A part of it stands for the whole, for example `fields.issuers.0`.
  const has = (path: string) => there.has(path) || [...there].some((one) => one.startsWith(`${path}.`));
  const missing = fields.filter(({ path, required }) => required && !has(path)).map(({ path }) => path);
  return { columns: missing.filter((path) => OF_EACH_ROW.includes(path)), values: missing.filter((path) => !OF_EACH_ROW.includes(path)) };
}

/** Columns that were made the same as another. */
export function twiceIn({ columns }: Chosen): ReadonlySet<string> {
  const all = [...columns];
  return new Set(all.filter(([header, paths]) => paths.some((path) => all.some(([other, theirs]) => other !== header && theirs.includes(path)))).map(([header]) => header));
}

/** What can be given for all rows: what is missing, and what was given before. */
export function constantsIn(report: ImportReport, before: Chosen, chosen: Chosen): readonly string[] {
  const needed = missingIn(report, { ...chosen, constants: new Map() }).values;
  return [...new Set([...before.constants.keys(), ...needed])];
}
