import type { DisclosureContent } from '@sunlit/contract';
import type { Writing } from '../database/database.ts';
import { enterExemption, enterLate } from '../disclosures/agenda.ts';
import { PublicationError } from '../disclosures/content.ts';
import { amendWithin, enter } from '../disclosures/publication.ts';
import { ProblemError } from '../problems.ts';
import type { DraftRecord } from './record.ts';

/** Makes a draft public, in the transaction of the step that does it. Answers the number of the disclosure. */
export async function publishWithin(w: Writing, draft: DraftRecord): Promise<number> {
  const { row, withheld, facts: { today } } = draft;
  const id = await publishedAs(w, draft);
  const disclosure = await w.db.selectFrom('disclosure').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  await enterExemption(w, disclosure, withheld.map(({ nextReviewOn }) => nextReviewOn));
  const { due_on, due_term, due_from } = row;
  if (due_on !== null && due_term !== null && due_from !== null && due_on < today) await enterLate(w, disclosure, due_on, due_term, due_from);
  return disclosure.no;
}

async function publishedAs(w: Writing, { row, content, facts: { today } }: DraftRecord): Promise<string> {
  // The rules let only complete content come here, and both functions check it again.
  const whole = content as DisclosureContent;
  try {
    if (row.amended_id === null) {
      const [published] = await enter(w, [{ content: whole, publishedOn: today }], '');
      if (published === undefined) throw new Error('Nothing was published.');
      return published.id;
    }
    await amendWithin(w, row.amended_id, { content: whole, on: today, reason: row.reason ?? '' });
    return row.amended_id;
  } catch (error) {
    if (error instanceof PublicationError) throw new ProblemError('not-possible', error.errors, { cause: error });
    throw error;
  }
}
