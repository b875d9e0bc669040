import { rm, writeFile } from 'node:fs/promises';
import type { Attachment } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { filesDirectory, keepFile } from '../files.ts';
import { invalid } from '../problems.ts';
import type { StaffActor } from '../staff/actor.ts';
import { examineFile } from './examine.ts';
import { measured, temporaryPath } from './receive.ts';
import { recordFile } from './upload.ts';

/** A file that was made or kept here, to be published by an agency. */
export interface OwnFile {
  readonly agencyNo: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly actor: StaffActor;
}

/** Takes in what nobody uploaded as if somebody had: looked into, cleaned, kept, recorded. Only the clean copy is kept. @throws ProblemError saying at `pointer` what is wrong with it. */
export async function attachOwn({ database, dataDirectory }: { readonly database: Database; readonly dataDirectory: string }, { agencyNo, name, bytes, actor }: OwnFile, pointer: string): Promise<Attachment> {
  const [path, cleanTo] = [await temporaryPath(dataDirectory), await temporaryPath(dataDirectory)];
  try {
    await writeFile(path, bytes, { flush: true });
    const received = await measured(path);
    const examined = await examineFile({ path, name, cleanTo });
    if (examined.type === 'refused') throw invalid({ ...examined, pointer });
    const copy = examined.changed ? await measured(cleanTo) : received;
    await keepFile(filesDirectory(dataDirectory), copy);
    await recordFile(database, {
      agency_no: agencyNo, purpose: 'attachment', name, media_type: examined.mediaType, size: copy.size, sha256: copy.sha256,
      original_sha256: copy.sha256, redaction_of: '', removed: JSON.stringify(examined.removed), warnings: JSON.stringify(examined.warnings),
      person_id: actor.id, person_name: actor.name, person_post: actor.post,
    });
    return { name, mediaType: examined.mediaType, size: copy.size, sha256: copy.sha256 };
  } finally {
    await Promise.all([rm(path, { force: true }), rm(cleanTo, { force: true })]);
  }
}

/** A title as the name of a file. */
export const fileName = (title: string): string => title.replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 200).trim();
