import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, Operations } from '@sunlit/contract';
import { ulid } from 'ulid';
import type { Call } from '../handlers.ts';
import { ProblemError, notFound } from '../problems.ts';
import { receiveFile } from '../requests/attach.ts';
import { writeSealed } from '../requests/files.ts';
import { openBytes, openJson, sealBytes, sealJson } from '../requests/sealing.ts';
import { readingRequests, writingRequests, type RequestStore } from '../requests/store.ts';
import type { Download } from '../sending.ts';
import { loadTopic } from '../topics/record.ts';

/** Where the sealed scans of a topic's lists lie. Nothing of their names is in a path. */
export function scansOf({ dataDirectory }: Pick<RequestStore, 'dataDirectory'>, topicId: string): string {
  return join(dataDirectory, 'topics', topicId);
}

/** Keeps the scan of a signed sheet, sealed before anything touches the disk; the same bytes are kept once. */
export async function keepScan(store: RequestStore, { params: { id }, query: { name }, body, actor }: Pick<Call<'board.scan'>, 'params' | 'query' | 'body' | 'actor'>): Promise<Answer<Operations['board.scan']>> {
  const sent = await receiveFile(body, name);
  return writingRequests(store, async (w) => {
    const { row, key } = await loadTopic(w, { id });
    if (key === undefined) throw new ProblemError('not-possible', [{ pointer: '', code: 'erased' }]);
    const sha256 = createHash('sha256').update(sent.bytes).digest('hex');
    const known = await w.db.selectFrom('topic_scan').select('id').where('topic_no', '=', row.no).where('sha256', '=', sha256).executeTakeFirst();
    if (known !== undefined) return { id: known.id, sha256 };
    const scan = ulid(w.now().getTime());
    await w.db.insertInto('topic_scan').values({
      id: scan, topic_no: row.no, sha256, media_type: sent.mediaType, size: sent.bytes.length, meta: sealJson(key, { name: sent.name }, `${id} scan ${scan} meta`),
      person_id: actor.id, person_name: actor.name, person_post: actor.post, at: w.now().toISOString(),
    }).execute();
    await writeSealed(scansOf(w, id), scan, sealBytes(key, sent.bytes, `${id} scan ${scan}`));
    return { id: scan, sha256 };
  });
}

/** The scan of a list of supporters. @throws ProblemError `not-found` when there is none, or it was erased. */
export async function readScan(store: RequestStore, { params: { id, list } }: Pick<Call<'board.list-scan'>, 'params'>): Promise<Download> {
  const reading = readingRequests(store);
  const { row, key } = await loadTopic(reading, { id });
  const scan = await reading.db.selectFrom('support_list as l').innerJoin('topic_scan as s', 's.no', 'l.scan_no').selectAll('s').where('l.id', '=', list).where('l.topic_no', '=', row.no).executeTakeFirst();
  if (scan === undefined || key === undefined) throw notFound();
  const { name } = openJson<{ name: string }>(key, scan.meta, `${id} scan ${scan.id} meta`);
  return { name, mediaType: scan.media_type, bytes: openBytes(key, await readFile(join(scansOf(store, id), scan.id)), `${id} scan ${scan.id}`) };
}
