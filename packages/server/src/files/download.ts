import type { Database } from '../database/database.ts';
import type { StoredFile } from '../sending.ts';
import { notFound } from '../problems.ts';

/** A file of an agency for its staff, by the SHA-256 of its copy or of its original. @throws ProblemError `not-found`. */
export async function findFile({ read }: Database, agencyId: string, sha256: string): Promise<StoredFile> {
  const rows = await read.selectFrom('file').innerJoin('agency', 'agency.no', 'file.agency_no').selectAll('file')
    .where('agency.id', '=', agencyId).where((on) => on.or([on('file.sha256', '=', sha256), on('file.original_sha256', '=', sha256)]))
    .orderBy('file.no', 'desc').execute();
  const [row] = rows;
  if (row === undefined) throw notFound();
  // Kept apart unless some upload found nothing to clean in it.
  const restricted = !rows.some((one) => one.purpose === 'attachment' && one.sha256 === sha256);
  return { name: row.name, media_type: row.media_type, sha256, restricted };
}
