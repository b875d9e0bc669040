import { extname } from 'node:path';
import type { Draft } from '@sunlit/contract';
import { createDraft } from '../drafts/writing.ts';
import { attachOwn, fileName } from '../files/attach.ts';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { readKept } from '../requests/files.ts';
import { contentOf } from '../requests/record.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import { filesOfCase } from './papers.ts';
import { loadCase } from './record.ts';

/**
 * Begins a draft from a file that was released (Reg. 44). It takes nothing of the case but the bytes, cleaned as an upload is: its
 * file goes by the title that the officer gives, and neither draft nor file names the case.
 */
export async function publishReleased(store: RequestStore, call: Call<'cases.publish'>): Promise<Draft> {
  const { params: { id }, body: { file: fileId, title, summary, categoryId }, actor } = call;
  const reading = readingRequests(store);
  const found = await loadCase(reading, id);
  const file = (await filesOfCase(reading, found)).find((one) => one.id === fileId);
  if (file?.purpose !== 'release' || (found.branch.phase !== 'served' && found.branch.phase !== 'archived')) throw new ProblemError('not-possible', [{ pointer: '/body/file', code: 'not-released' }]);
  const applicant = contentOf(found.request)?.applicant.name.normalize('NFKC').replaceAll(/\s/gu, '');
  const naming = Object.entries({ title, summary }).filter(([, text]) => applicant !== undefined && applicant.length > 1 && text.normalize('NFKC').replaceAll(/\s/gu, '').includes(applicant));
  if (naming.length > 0) throw invalid(...naming.map(([field]) => ({ pointer: `/body/${field}`, code: 'names-applicant' })));

  // The one that was released is kept with its request, and nowhere else.
  const attachment = await attachOwn(store, { agencyNo: found.row.agency_no, name: fileName(title) + extname(file.name).toLowerCase(), bytes: await readKept(store, found.request, file), actor }, '/body/file');
  const content = {
    agencyId: found.row.agency_id, kind: 'notice' as const, categoryId, title, summary, body: '', openTerm: { term: 'long-term' as const }, basis: [], channels: [], links: [], attachments: [attachment],
  };
  return createDraft({ database: store.database, dataDirectory: store.dataDirectory }, { ...call, body: { content } });
}
