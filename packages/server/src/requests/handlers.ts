import type { OperationId, TrackedRequest } from '@sunlit/contract';
import { dayInShanghai } from '@sunlit/rules';
import type { Call, HandlersOf } from '../handlers.ts';
import { invalid } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { attach, receiveFile } from './attach.ts';
import { challenges as newChallenges } from './challenges.ts';
import { discreet, onceUnseen } from './discreet.ts';
import { linkToPaper, takePaper } from './papers.ts';
import { loadRequest } from './record.ts';
import { readingRequests, writingRequests, type RequestStore } from './store.ts';
import { countAnswered, requestForm, submitRequest } from './submit.ts';
import { takeStep, type AskedStep } from './take.ts';
import { trackedRequest } from './tracked.ts';

type StepOperation = 'requests.correct' | 'requests.explain' | 'requests.withdraw';
type PublicOperation =
  | StepOperation | 'requests.form' | 'requests.challenge' | 'requests.submit' | 'requests.track' | 'requests.attach' | 'requests.link' | 'requests.paper' | 'requests.answered';

/** What anyone may call of requests, and what who holds a receipt may: `receipt.ts` has let them in before. */
export function requestHandlers(store: RequestStore, { challengeCost }: Pick<Settings, 'challengeCost'>): HandlersOf<PublicOperation> {
  const challenges = newChallenges(store, challengeCost);
  const track = async (receiptNo: string) => {
    const reading = readingRequests(store);
    return trackedRequest(reading, await loadRequest(reading, { receiptNo }));
  };
  const take = (operation: StepOperation & OperationId, { params: { receiptNo }, body, key }: Call<StepOperation>, asked: Pick<AskedStep, 'step' | 'texts' | 'wanted'>): Promise<TrackedRequest> =>
    writingRequests(store, async (w) => {
      await onceUnseen(w, { operation, owner: receiptNo, key, body }, async () => {
        await takeStep(w, await loadRequest(w, { receiptNo }), { branch: body.branch, by: { role: 'applicant' }, ...asked });
        return receiptNo;
      });
      return trackedRequest(w, await loadRequest(w, { receiptNo }));
    });
  return discreet({
    'requests.form': ({ params }) => requestForm(store, params.id),
    'requests.challenge': () => challenges.issue(),
    'requests.submit': (call) => submitRequest(store, challenges, call),
    'requests.track': ({ params }) => track(params.receiptNo),
    'requests.correct': async (call) => {
      const { wanted } = call.body;
      if (wanted.description.trim() === '') throw invalid({ pointer: '/body/wanted/description', code: 'minLength', values: { limit: 1 } });
      return take('requests.correct', call, { step: { type: 'correct' }, wanted });
    },
    'requests.explain': (call) => take('requests.explain', call, { step: { type: 'explain' }, texts: { reasons: call.body.reasons } }),
    'requests.withdraw': (call) => take('requests.withdraw', call, { step: { type: 'withdraw' } }),
    'requests.attach': async ({ params: { receiptNo }, query: { name, purpose = 'attachment' }, body }) => {
      await attach(store, receiptNo, { ...(await receiveFile(body, name)), purpose });
      return track(receiptNo);
    },
    'requests.link': (call) => linkToPaper(store, call),
    'requests.paper': ({ params }) => takePaper(store, params.token),
    'requests.answered': (call) => countAnswered(store, dayInShanghai(store.database.now()), call),
  } satisfies HandlersOf<PublicOperation>);
}
