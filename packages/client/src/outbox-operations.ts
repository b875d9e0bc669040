import type { NewOpinion, NewRating, NewRequest, NewSeat, NewSupport, NewTopic, OpinionTaken, Rated, Receipt, SeatRegistered, SubmittedTopic, Supported } from './contract.ts';

/** What an outbox can send. `expect` is a property that the answer has, if it is the API's at all. */
interface Route {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  /** Whether its body holds a solved challenge. It is got when the body is sent: one that waited with it would be too old. */
  readonly challenge?: true;
  readonly expect?: string;
}

export const ROUTES = {
  'requests.submit': { method: 'POST', path: 'v1/requests', challenge: true, expect: 'receiptNo' },
  'topics.submit': { method: 'POST', path: 'v1/topics', challenge: true, expect: 'phase' },
  'topics.support': { method: 'POST', path: 'v1/topics/{id}/supports', challenge: true, expect: 'supports' },
  'ratings.create': { method: 'POST', path: 'v1/ratings', challenge: true, expect: 'count' },
  'opinions.create': { method: 'POST', path: 'v1/notices/{id}/opinions', challenge: true, expect: 'id' },
  'seats.create': { method: 'POST', path: 'v1/notices/{id}/seats', challenge: true, expect: 'id' },
} as const satisfies Record<string, Route>;

export type SubmissionOperation = keyof typeof ROUTES;

/** Bodies and answers that this package knows; of the others, any JSON object is taken. */
interface Known {
  'requests.submit': { body: Omit<NewRequest, 'challenge'>; answer: Receipt };
  'topics.submit': { body: Omit<NewTopic, 'challenge'>; answer: SubmittedTopic };
  'topics.support': { body: Omit<NewSupport, 'challenge'>; answer: Supported };
  'ratings.create': { body: Omit<NewRating, 'challenge'>; answer: Rated };
  'opinions.create': { body: Omit<NewOpinion, 'challenge'>; answer: OpinionTaken };
  'seats.create': { body: Omit<NewSeat, 'challenge'>; answer: SeatRegistered };
}
export type SubmissionBody<O extends SubmissionOperation> = O extends keyof Known ? Known[O]['body'] : object;
export type SubmissionAnswer<O extends SubmissionOperation> = O extends keyof Known ? Known[O]['answer'] : object;

export const routeOf = (operation: SubmissionOperation): Route => ROUTES[operation];
