import type { Case } from '@sunlit/contract';
import type { Call } from '../handlers.ts';
import { ProblemError } from '../problems.ts';
import { onceUnseen } from '../requests/discreet.ts';
import type { OtherEntry } from '../requests/record.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { addEntry } from '../requests/take.ts';
import { answeredInRecord } from '../supervision/urgings.ts';
import { byPerson, loadCase, type CaseOnRecord } from './record.ts';
import { showCase } from './show.ts';

type EntryOperation = 'cases.note' | 'cases.urge' | 'cases.answer';

/** Writes into the record of a case what is no step in law. `refused`: why not, of a case as it stands. */
export function writeEntry(store: RequestStore, operation: EntryOperation, type: OtherEntry, refused: (found: CaseOnRecord) => string | undefined) {
  return ({ params: { id }, key, body, actor }: Call<EntryOperation>): Promise<Case> => writingRequests(store, async (w) => {
    await onceUnseen(w, { operation, owner: actor.id, key, body: { id, ...body } }, async () => {
      const found = await loadCase(w, id);
      const code = refused(found);
      if (code !== undefined) throw new ProblemError('not-possible', [{ pointer: '', code }]);
      await addEntry(w, found.request, { branch: found.branch.id, type, by: byPerson(actor), texts: { text: body.text } });
      if (type === 'urging-answer') await answeredInRecord(w, id, actor, body.text);
      return {};
    });
    return showCase(w, await loadCase(w, id), actor);
  });
}
