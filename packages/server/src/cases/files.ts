import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, CaseFile, Operations } from '@sunlit/contract';
import type { Call } from '../handlers.ts';
import { ProblemError, invalid } from '../problems.ts';
import { receiveFile } from '../requests/attach.ts';
import { onceUnseen } from '../requests/discreet.ts';
import { directoryOf, filesOf, keepFile, readKept, type KeptFile, type NewFile } from '../requests/files.ts';
import { LETTER_MEDIA } from '../requests/letters/render.ts';
import { redactedCopy, spanFaults, withheldBy } from '../requests/redaction.ts';
import { readingRequests, writingRequests, type RequestStore, type RequestWriting } from '../requests/store.ts';
import { addEntry } from '../requests/take.ts';
import type { Download } from '../sending.ts';
import { filesOfCase, shownFile } from './papers.ts';
import { byPerson, loadCase, type CaseOnRecord } from './record.ts';

/** Adds a file to a case. */
export async function attach(store: RequestStore, { params: { id }, query: { name, purpose }, body, actor }: Call<'cases.attach'>): Promise<CaseFile> {
  const sent = await receiveFile(body, name);
  return writingRequests(store, async (w) => {
    const found = await loadCase(w, id);
    return shownFile(await keep(w, found, { ...sent, purpose, by: byPerson(actor) }, 'file'));
  });
}

async function keep(w: RequestWriting, found: CaseOnRecord, file: Omit<NewFile, 'caseNo' | 'by'> & { readonly by: ReturnType<typeof byPerson> }, type: 'file' | 'redaction'): Promise<KeptFile> {
  // What goes to the applicant with the reply went with it.
  if (file.purpose === 'release' && isServed(found)) throw new ProblemError('not-possible', [{ pointer: '', code: 'served-already' }]);
  const known = await filesOf(w, found.request);
  const kept = await keepFile(w, found.request, { ...file, caseNo: found.row.no });
  if (!known.some(({ id }) => id === kept.id)) await addEntry(w, found.request, { branch: found.branch.id, type, by: file.by, entry: { file: kept.id } });
  return kept;
}

const isServed = ({ branch: { endedOn } }: CaseOnRecord) => endedOn !== undefined;

/** A file of a case, to be downloaded. */
export async function download(store: RequestStore, { params }: Call<'cases.file'>): Promise<Download> {
  const reading = readingRequests(store);
  const found = await loadCase(reading, params.id);
  const file = (await filesOfCase(reading, found)).find(({ id }) => id === params.file);
  if (file === undefined) throw new ProblemError('not-found');
  return { bytes: await readKept(store, found.request, file), mediaType: file.media_type, name: file.name };
}

/** Takes out what the agency added by mistake: the bytes are gone, that it was there stays on record. */
export async function remove(store: RequestStore, { params, actor }: Call<'cases.remove'>): Promise<Answer<Operations['cases.remove']>> {
  const path = await writingRequests(store, async (w) => {
    const found = await loadCase(w, params.id);
    const file = (await filesOf(w, found.request)).find(({ id, case_no }) => id === params.file && case_no === found.row.no);
    if (file === undefined) throw new ProblemError('not-found');
    if (file.role !== 'agency') throw new ProblemError('not-possible', [{ pointer: '/params/file', code: 'file-of-applicant' }]);
    if (isServed(found)) throw new ProblemError('not-possible', [{ pointer: '/params/file', code: 'served-already' }]);
    await w.db.updateTable('request_file').set({ removed_at: w.now().toISOString() }).where('no', '=', file.no).execute();
    await addEntry(w, found.request, { branch: found.branch.id, type: 'file', by: byPerson(actor), entry: { removed: file.id } });
    return join(directoryOf(store, found.request.row.id), file.id);
  });
  await rm(path, { force: true });
  return { id: params.file };
}

/** A copy of a text without what is withheld, to be released. */
export async function redact(store: RequestStore, { params: { id }, key, body, actor }: Call<'cases.redact'>): Promise<Answer<Operations['cases.redact']>> {
  const faults = spanFaults(body.text, body.spans);
  if (faults.length > 0) throw invalid(...faults);
  const bytes = await redactedCopy(body);
  return writingRequests(store, async (w) => {
    const { file } = await onceUnseen(w, { operation: 'cases.redact', owner: actor.id, key, body: { id, ...body } }, async () => {
      const found = await loadCase(w, id);
      const kept = await keep(w, found, { bytes, mediaType: LETTER_MEDIA.docx, name: `${body.name.replace(/\.docx$/i, '').replaceAll(/[\\/]/g, ' ')}.docx`, purpose: 'release', by: byPerson(actor), redacted: true }, 'redaction');
      return { file: kept.id };
    });
    const kept = (await filesOf(w, (await loadCase(w, id)).request)).find((one) => one.id === file);
    if (kept === undefined) throw new ProblemError('not-found');
    return { file: shownFile(kept), withheld: withheldBy(body.spans) };
  });
}
