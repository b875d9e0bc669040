import type { Case, OperationId } from '@sunlit/contract';
import { once } from '../database/idempotency.ts';
import type { Call } from '../handlers.ts';
import { ProblemError } from '../problems.ts';
import type { OtherEntry } from '../requests/record.ts';
import { writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { addEntry } from '../requests/take.ts';
import { byPerson, loadCase, type CaseOnRecord } from './record.ts';
import { showCase } from './show.ts';

type EntryOperation = 'cases.note' | 'cases.urge' | 'cases.answer';

/** Writes into the record of a case what is no step in law. `refused`: why not, of a case as it stands. */
export function writeEntry(store: RequestStore, operation: EntryOperation, type: OtherEntry, refused: (found: CaseOnRecord) => string | undefined) {
  return ({ params: { id }, key, body, actor }: Call<EntryOperation>): Promise<Case> => writingRequests(store, async (w) => {
    await onceFor(w, { operation, owner: actor.id, key, body: { id, ...body } }, async () => {
      const found = await loadCase(w, id);
      const code = refused(found);
      if (code !== undefined) throw new ProblemError('not-possible', [{ pointer: '', code }]);
      await addEntry(w, found.request, { branch: found.branch.id, type, by: byPerson(actor), texts: { text: body.text } });
      return {};
    });
    return showCase(w, await loadCase(w, id), actor);
  });
}

/** Makes something once for each key. What was sent may be personal, so that nothing of it is kept but a fingerprint by a key of the server. */
export function onceFor<T>(w: RequestWriting, { body, ...creation }: { readonly operation: OperationId; readonly owner: string; readonly key: string; readonly body: unknown }, make: () => Promise<T>): Promise<T> {
  return once(w, { ...creation, body: w.mac('repeated call', JSON.stringify(body)).toString('base64url') }, make);
}
