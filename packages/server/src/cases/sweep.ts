import { dayInShanghai, silencesDue, type RequestStep } from '@sunlit/rules';
import { loadRequest } from '../requests/record.ts';
import { writingRequests, type RequestStore } from '../requests/store.ts';
import { takeStep } from '../requests/take.ts';

export async function sweepRequests(store: RequestStore): Promise<void> {
  const open = await store.database.read.selectFrom('request_case').innerJoin('request', 'request.no', 'request_no').select('request.id').where('ended_on', 'is', null).execute();
  for (const { id } of open) {
    await writingRequests(store, async (w) => {
      for (;;) {
        const request = await loadRequest(w, { id });
        const [due] = silencesDue(request.state, dayInShanghai(w.now()));
        if (due === undefined) return;
        const { on, by: _by, branch, ...step } = due;
        await takeStep(w, request, { branch, step: step as RequestStep, on, by: { role: 'system' } });
      }
    });
  }
}
