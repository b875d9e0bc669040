import type { Body, Operations } from '@sunlit/contract';
import { isDay } from '../disclosures/number.ts';
import { visible } from '../disclosures/visible.ts';
import { attachmentProblems } from '../files/known.ts';
import { ProblemError, invalid, type InvalidPart } from '../problems.ts';
import type { RequestWriting } from '../requests/store.ts';
import { lastAnswer } from '../topics/answers.ts';
import type { TopicOnRecord } from '../topics/record.ts';

type NewTopicAnswer = Body<Operations['board.answer']>['answer'];

/** @throws ProblemError naming each part of an answer that cannot be published: blank words, a day that is none, a disclosure or a file that nobody can read. */
export async function refuseUnfit(w: RequestWriting, { row }: TopicOnRecord, { text, post, promise, disclosures, files }: NewTopicAnswer): Promise<void> {
  const blank = Object.entries({ text, post, ...(promise && { 'promise/text': promise.text }) }).filter(([, words]) => words.trim() === '');
  const visibles = await w.db.selectFrom('disclosure as d').select('d.id').where('d.id', 'in', ['', ...disclosures]).where(visible).execute();
  const faults: InvalidPart[] = [
    ...blank.map(([name]) => ({ pointer: `/body/answer/${name}`, code: 'minLength', values: { limit: 1 } })),
    ...(promise !== undefined && !isDay(promise.due) ? [{ pointer: '/body/answer/promise/due', code: 'day' }] : []),
    ...disclosures.flatMap((id, index) => (visibles.some((one) => one.id === id) ? [] : [{ pointer: `/body/answer/disclosures/${index}`, code: 'unknown-disclosure' }])),
    ...files.flatMap(({ name }, index) => (files.findIndex((file) => file.name === name) < index ? [{ pointer: `/body/answer/files/${index}/name`, code: 'unique' }] : [])),
    ...(await attachmentProblems(w.db, w.dataDirectory, { agencyId: row.agency_id, attachments: files })).map((part) => ({ ...part, pointer: `/body/answer${part.pointer.replace('/attachments/', '/files/')}` })),
  ];
  if (faults.length > 0) throw invalid(...faults);
}

/** What an answer shows may have been withdrawn since it was written. @throws ProblemError when nothing is left of what it must be able to show. */
export async function refuseWithdrawn({ db }: RequestWriting, { row }: TopicOnRecord): Promise<void> {
  const { outcome, disclosures = [] } = (await lastAnswer(db, row.no))?.answer ?? {};
  if (outcome === undefined || outcome === 'explained') return;
  const left = await db.selectFrom('disclosure as d').select('d.no').where('d.id', 'in', ['', ...disclosures]).where(visible).limit(1).executeTakeFirst();
  if (left === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'answer-withdrawn' }]);
}
