import type { DisclosureContent } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { sizeOfFile } from '../files.ts';
import type { InvalidPart } from '../problems.ts';
import { mediaTypeOf } from './recognise.ts';

type Db = Kysely<Tables>;
type Attached = Pick<DisclosureContent, 'agencyId' | 'attachments'>;

/**
 * What stands against publishing the attachments of a content, with JSON pointers into it: every file must be there, of the
 * size that is said, uploaded for that agency or already published by it, and not an original that only staff may see.
 */
export async function attachmentProblems(db: Db, dataDirectory: string, { agencyId, attachments }: Attached): Promise<InvalidPart[]> {
  const agency = await db.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirst();
  // That is a problem of its own.
  if (agency === undefined) return [];
  const found = await Promise.all(attachments.map(async (attachment, index): Promise<InvalidPart[]> => {
    const at = `/attachments/${index}`;
    if ((await sizeOfFile(dataDirectory, attachment.sha256)) !== attachment.size) return [{ pointer: `${at}/sha256`, code: 'file-missing' }];
    if (await isWithheld(db, agency.no, attachment.sha256)) return [{ pointer: `${at}/sha256`, code: 'file-not-public' }];
    const known = await isKnown(db, agency.no, attachment);
    if (known === undefined) return [{ pointer: `${at}/sha256`, code: 'file-unknown' }];
    // A reader's system opens a file by its name.
    if (known === 'uploaded' && mediaTypeOf(attachment.name) !== attachment.mediaType) return [{ pointer: `${at}/name`, code: 'file-other-ending' }];
    return [];
  }));
  return found.flat();
}

/** Whether an agency keeps a file from the public: as an original, or because it made a redacted copy of it. */
export async function isWithheld(db: Db, agencyNo: number, sha256: string): Promise<boolean> {
  const uploads = await db.selectFrom('file').select(['sha256', 'original_sha256'])
    .where('agency_no', '=', agencyNo).where((on) => on.or([on('sha256', '=', sha256), on('original_sha256', '=', sha256)])).execute();
  const same = [...new Set([sha256, ...uploads.flatMap((upload) => [upload.sha256, upload.original_sha256])])];
  const withheld = await db.selectFrom('file').select('no').where('agency_no', '=', agencyNo)
    .where((on) => on.or([on.and([on('purpose', '=', 'original'), on('sha256', 'in', same)]), on('redaction_of', 'in', same)])).limit(1).executeTakeFirst();
  return withheld !== undefined;
}

async function isKnown(db: Db, agencyNo: number, { sha256, size, mediaType }: DisclosureContent['attachments'][number]): Promise<'uploaded' | 'published' | undefined> {
  const uploaded = await db.selectFrom('file').select('no').where('agency_no', '=', agencyNo).where('sha256', '=', sha256)
    .where('purpose', '=', 'attachment').where('size', '=', size).where('media_type', '=', mediaType).limit(1).executeTakeFirst();
  if (uploaded) return 'uploaded';
  const published = await db.selectFrom('attachment').innerJoin('disclosure', 'disclosure.no', 'attachment.disclosure_no').select('disclosure.no')
    .where('disclosure.agency_no', '=', agencyNo).where('attachment.sha256', '=', sha256).where('attachment.size', '=', size).where('attachment.media_type', '=', mediaType)
    .limit(1).executeTakeFirst();
  return published && 'published';
}
