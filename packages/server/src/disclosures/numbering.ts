import type { Day, DisclosureContent, FieldError } from '@sunlit/contract';
import { sql } from 'kysely';
import { inBatches, type Writing } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { PublicationError } from './content.ts';
import { afterLastNumber, firstNumber } from './number.ts';
import type { Place } from './places.ts';
import type { Publication } from './publication.ts';

/** Gives numbers within each day, after those that the day has already. */
export async function numbering({ db }: Writing, publications: readonly Publication[]): Promise<(day: Day) => number> {
  const next = new Map<Day, number>();
  await inBatches([...new Set(publications.map(({ publishedOn }) => publishedOn))], async (days) => {
    const spans = days.map((day) => sql`(${day}, cast(${firstNumber(day)} as bigint), cast(${afterLastNumber(day)} as bigint))`);
    const { rows } = await sql<{ day: Day; first: number; last: number | null }>`
      with span (day, first, after_last) as (values ${sql.join(spans)})
      select day, first, (select max(no) from disclosure where no >= first and no < after_last) as last from span`.execute(db);
    for (const { day, first, last } of rows) next.set(day, last === null ? first : last + 1);
  });
  return (day) => {
    const number = next.get(day) as number;
    next.set(day, number + 1);
    return number;
  };
}

/** `agency/year-nnnnn` where none is given, counted for each agency and year. */
export async function indexNumbering(
  { db }: Writing, publications: readonly Publication[], placeOf: (content: DisclosureContent) => Place,
): Promise<(index: number) => string> {
  const given = publications.map(({ indexNo }) => indexNo);
  const groups = new Map<string, number[]>();
  publications.forEach(({ content, publishedOn, indexNo }, index) => {
    if (indexNo !== undefined) return;
    const key = `${content.agencyId}/${publishedOn.slice(0, 4)}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  });
  for (const [key, indexes] of groups) {
    const { content, publishedOn } = publications[indexes[0] as number] as Publication;
    const { n } = await db.insertInto('index_counter')
      .values({ agency_no: placeOf(content).no, year: Number(publishedOn.slice(0, 4)), n: indexes.length })
      .onConflict((row) => row.columns(['agency_no', 'year']).doUpdateSet({ n: sql<number>`index_counter.n + excluded.n` }))
      .returning('n')
      .executeTakeFirstOrThrow();
    indexes.forEach((index, offset) => {
      given[index] = `${key}-${String(n - indexes.length + 1 + offset).padStart(5, '0')}`;
    });
  }
  return (index) => given[index] as string;
}

export async function refuseTaken({ db }: Writing, rows: readonly Tables['disclosure'][], pointers: readonly string[]): Promise<void> {
  const errors: FieldError[] = [];
  for (const [column, property] of [['id', 'id'], ['index_no', 'indexNo']] as const) {
    const wanted = rows.map((row) => row[column]);
    const taken = new Set((await db.selectFrom('disclosure').select(column).where(column, 'in', wanted).execute()).map((row) => row[column]));
    wanted.forEach((value, index) => {
      if (taken.has(value)) errors.push({ pointer: `${pointers[index]}/${property}`, code: 'taken', detail: `"${value}" is taken` });
      taken.add(value);
    });
  }
  if (errors.length > 0) throw new PublicationError(errors);
}
