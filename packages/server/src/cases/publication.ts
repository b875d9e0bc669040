import { rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Draft } from '@sunlit/contract';
import { createDraft } from '../drafts/writing.ts';
import { examineFile } from '../files/examine.ts';
import { measured, temporaryPath } from '../files/receive.ts';
import { recordFile } from '../files/upload.ts';
import { filesDirectory, keepFile } from '../files.ts';
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

  const name = `${title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 200).trim()}${extname(file.name).toLowerCase()}`;
  const [path, cleanTo] = [await temporaryPath(store.dataDirectory), await temporaryPath(store.dataDirectory)];
  try {
    await writeFile(path, await readKept(store, found.request, file), { flush: true });
    const received = await measured(path);
    const examined = await examineFile({ path, name, cleanTo });
    if (examined.type === 'refused') throw invalid({ ...examined, pointer: '/body/file' });
    const copy = examined.changed ? await measured(cleanTo) : received;
    await keepFile(filesDirectory(store.dataDirectory), copy);
    await recordFile(store.database, {
      agency_no: found.row.agency_no, purpose: 'attachment', name, media_type: examined.mediaType, size: copy.size, sha256: copy.sha256,
      // The one that was released is kept with its request, and nowhere else.
      original_sha256: copy.sha256, redaction_of: '', removed: JSON.stringify(examined.removed), warnings: JSON.stringify(examined.warnings),
      person_id: actor.id, person_name: actor.name, person_post: actor.post,
    });
    const attachment = { name, mediaType: examined.mediaType, size: copy.size, sha256: copy.sha256 };
    const content = {
      agencyId: found.row.agency_id, kind: 'notice' as const, categoryId, title, summary, body: '', openTerm: { term: 'long-term' as const }, basis: [], channels: [], links: [], attachments: [attachment],
    };
    return await createDraft({ database: store.database, dataDirectory: store.dataDirectory }, { ...call, body: { content } });
  } finally {
    await Promise.all([rm(path, { force: true }), rm(cleanTo, { force: true })]);
  }
}
