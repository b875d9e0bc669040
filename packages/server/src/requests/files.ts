import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../problems.ts';
import type { RequestOnRecord } from './record.ts';
import { openBytes, openJson, sealBytes, sealJson } from './sealing.ts';
import type { RequestReading, RequestStore, RequestWriting } from './store.ts';
import type { By } from './take.ts';

type FileRow = Omit<Tables['request_file'], 'no' | 'meta'> & { readonly no: number };

/** A file of a request with what is sealed of it. */
export interface KeptFile extends FileRow {
  readonly name: string;
  readonly sha256: string;
}

/** A file to be kept. What it is was decided by its content before. */
export interface NewFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
  readonly purpose: FileRow['purpose'];
  /** The case it is of; without it, it is of the whole request. */
  readonly caseNo?: number | undefined;
  readonly by: Extract<By, { readonly role: 'agency' }> | { readonly role: 'applicant' };
  readonly redacted?: boolean;
}

/** Where the sealed files of a request lie. Nothing of their names is in a path. */
export function directoryOf({ dataDirectory }: Pick<RequestStore, 'dataDirectory'>, requestId: string): string {
  return join(dataDirectory, 'requests', requestId);
}

/** The files of a request that were not taken out, oldest first; none of an erased one. */
export async function filesOf({ db }: Pick<RequestReading, 'db'>, { row, key }: Pick<RequestOnRecord, 'row' | 'key'>): Promise<KeptFile[]> {
  if (key === undefined) return [];
  const rows = await db.selectFrom('request_file').selectAll().where('request_no', '=', row.no).where('removed_at', 'is', null).orderBy('no').execute();
  return rows.map(({ meta, ...file }) => ({ ...file, ...openJson<{ name: string; sha256: string }>(key, meta, `${row.id} file ${file.id} meta`) }));
}

/**
 * Keeps a file, sealed before anything touches the disk. The same bytes under the same name, purpose and case are kept once: it is
 * the one that was there already when its id is in `filesOf` before. What a transaction leaves on the disk that then fails, nothing
 * names, and it goes with the request.
 */
export async function keepFile(w: RequestWriting, request: RequestOnRecord, { bytes, name, mediaType, purpose, caseNo, by, redacted = false }: NewFile): Promise<KeptFile> {
  const { row, key } = request;
  if (key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = (await filesOf(w, request)).find((file) => file.sha256 === sha256 && file.name === name && file.purpose === purpose && file.case_no === (caseNo ?? null));
  if (known !== undefined) return known;
  const id = ulid(w.now().getTime());
  const person = by.role === 'agency' ? by.person : undefined;
  const values = {
    id, request_no: row.no, case_no: caseNo ?? null, purpose, media_type: mediaType, size: bytes.length, role: by.role,
    person_id: person?.id ?? null, person_name: person?.name ?? null, person_post: person?.post ?? null, at: w.now().toISOString(), redacted: redacted ? 1 : 0, removed_at: null,
  };
  const { no } = await w.db.insertInto('request_file').values({ ...values, meta: sealJson(key, { name, sha256 }, `${row.id} file ${id} meta`) }).returning('no').executeTakeFirstOrThrow();
  await writeSealed(directoryOf(w, row.id), id, sealBytes(key, bytes, `${row.id} file ${id}`));
  return { ...values, no, name, sha256 };
}

/** What a file holds. @throws ProblemError `not-found` when the request was erased. */
export async function readKept(store: Pick<RequestStore, 'dataDirectory'>, { row, key }: Pick<RequestOnRecord, 'row' | 'key'>, { id }: Pick<KeptFile, 'id'>): Promise<Buffer> {
  if (key === undefined) throw new ProblemError('not-found');
  return openBytes(key, await readFile(join(directoryOf(store, row.id), id)), `${row.id} file ${id}`);
}

/** Whole or not at all, and there for good when this has returned. */
export async function writeSealed(directory: string, name: string, sealed: Uint8Array): Promise<void> {
  await mkdir(directory, { recursive: true });
  const unfinished = join(directory, `${randomUUID()}.part`);
  try {
    await writeFile(unfinished, sealed, { flush: true, mode: 0o600 });
    await rename(unfinished, join(directory, name));
  } finally {
    await rm(unfinished, { force: true });
  }
  const folder = await open(directory);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
