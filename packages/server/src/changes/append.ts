import { createHash } from 'node:crypto';
import { contentHash, leafHash } from '@sunlit/log';
import type { ChangeType, DisclosureContent } from '@sunlit/contract';
import type { Writing } from '../database/database.ts';
import { insertRows } from '../database/insert.ts';

export interface NewChange {
  readonly type: ChangeType;
  readonly disclosure: { readonly no: number; readonly id: string; readonly revision: number };
  readonly content: DisclosureContent;
  readonly reason?: string;
}

/** Appends to the public log, in the transaction of the changes themselves. */
export async function appendChanges(w: Writing, changes: readonly NewChange[]): Promise<void> {
  const head = await w.db.updateTable('change_head').set((row) => ({ seq: row('seq', '+', changes.length) })).returning('seq').executeTakeFirstOrThrow();
  const time = w.now().toISOString();
  const rows = changes.map(({ type, disclosure, content, reason }, index) => {
    const record = {
      seq: head.seq - changes.length + 1 + index,
      time,
      type,
      subject: disclosure.id,
      revision: disclosure.revision,
      contentHash: contentHash(content, sha256),
    };
    return {
      seq: record.seq, time, type, disclosure_no: disclosure.no, revision: record.revision, reason: reason ?? null,
      content_hash: record.contentHash, leaf: leafHash(record, sha256),
    };
  });
  await insertRows(w, 'change', rows);
}

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}
