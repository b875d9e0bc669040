import { IncomingMessage } from 'node:http';
import { LARGEST_ATTACHMENT, MOST_ATTACHMENTS } from '@sunlit/contract';
import { MAIN_BRANCH } from '@sunlit/rules';
import { examineFile } from '../files/examine.ts';
import { ProblemError, invalid } from '../problems.ts';
import { filesOf, keepFile, type NewFile } from './files.ts';
import { loadRequest } from './record.ts';
import { writingRequests, type RequestStore } from './store.ts';
import { addEntry } from './take.ts';
import { mayAttach } from './tracked.ts';

/** A file as it was sent, looked into. */
export type Sent = Pick<NewFile, 'bytes' | 'name' | 'mediaType'>;

/**
 * Takes a file of a request into memory and says by its content what it is; nothing of it is on the disk before it is sealed.
 *
 * @throws ProblemError saying what is wrong with it.
 */
export async function receiveFile(body: unknown, name: string): Promise<Sent> {
  const stream = streamOf(body);
  const tidy = tidyName(name);
  return examinedFile(await whole(stream, LARGEST_ATTACHMENT), tidy);
}

/** What was sent as bytes. @throws ProblemError for something else, which was read by what reads it. */
export function streamOf(body: unknown): IncomingMessage {
  if (!(body instanceof IncomingMessage)) throw new ProblemError('unsupported-media-type');
  return body;
}

export function tidyName(name: string): string {
  const tidy = name.normalize('NFC').trim();
  if (/[/\\]|^\.*$/.test(tidy)) throw invalid({ pointer: '/query/name', code: 'file-name' });
  return tidy;
}

/** Says by its content what a file is. @throws ProblemError saying what is wrong with it. */
export async function examinedFile(bytes: Buffer, tidy: string): Promise<Sent> {
  const examined = await examineFile({ bytes, name: tidy });
  if (examined.type === 'refused') throw invalid(examined);
  return { bytes, name: tidy, mediaType: examined.mediaType };
}

/** Adds an attachment of the applicant, and puts that on record. @throws ProblemError when the agency has decided or there are ten. */
export function attach(store: RequestStore, receiptNo: string, sent: Sent & Pick<NewFile, 'purpose'>): Promise<void> {
  return writingRequests(store, async (w) => {
    const request = await loadRequest(w, { receiptNo });
    if (!mayAttach(request)) throw new ProblemError('not-possible', [{ pointer: '', code: request.key === undefined ? 'erased' : 'decided' }]);
    const before = (await filesOf(w, request)).filter(({ role }) => role === 'applicant');
    const kept = await keepFile(w, request, { ...sent, by: { role: 'applicant' } });
    if (before.some(({ id }) => id === kept.id)) return;
    if (before.length >= MOST_ATTACHMENTS) throw new ProblemError('not-possible', [{ pointer: '', code: 'too-many-files', values: { limit: MOST_ATTACHMENTS } }]);
    await addEntry(w, request, { branch: MAIN_BRANCH, type: 'file', by: { role: 'applicant' }, entry: { file: kept.id, purpose: kept.purpose } });
  });
}

/** All that is sent. @throws ProblemError when that is more than it may be, or was cut off. */
export async function whole(body: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new ProblemError('too-large', [{ pointer: '/body', code: 'file-too-large', values: { limit: Math.floor(limit / 1024 / 1024) } }]);
  if (Number(body.headers['content-length'] ?? 0) > limit) throw tooLarge();
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    // Not destroyed with the rest: the answer goes the way it came.
    for await (const piece of body.iterator({ destroyOnReturn: false })) {
      size += (piece as Buffer).length;
      if (size > limit) throw tooLarge();
      pieces.push(piece as Buffer);
    }
  } catch (error) {
    // Who is still sending reads the answer afterwards.
    body.resume();
    if (error instanceof ProblemError || !body.errored) throw error;
    throw invalid({ pointer: '/body', code: 'cut-off' });
  }
  return Buffer.concat(pieces);
}
