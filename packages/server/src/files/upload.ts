import type { IncomingMessage } from 'node:http';
import { rm } from 'node:fs/promises';
import type { FilePurpose, UploadedFile } from '@sunlit/contract';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { visible } from '../disclosures/visible.ts';
import { filesDirectory, keepFile, originalsDirectory } from '../files.ts';
import { translate, type Language } from '../language.ts';
import { invalid } from '../problems.ts';
import type { StaffActor } from '../staff/actor.ts';
import { examineFile } from './examine.ts';
import type { Warning } from './formats/format.ts';
import { isWithheld } from './known.ts';
import { measured, receive, temporaryPath } from './receive.ts';

export interface Upload {
  readonly agencyId: string;
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly redactionOf?: string | undefined;
  readonly body: IncomingMessage;
  readonly actor: StaffActor;
  readonly language: Language;
}

interface Limits {
  readonly dataDirectory: string;
  /** Bytes. */
  readonly fileLimit: number;
}

/**
 * Takes a file in: to a temporary place, looked into, cleaned if it is to be published, kept under its SHA-256, recorded.
 * Whatever goes wrong on the way, only what was there before stays. @throws ProblemError saying what is wrong with it.
 */
export async function takeIn(database: Database, { dataDirectory, fileLimit }: Limits, upload: Upload): Promise<UploadedFile> {
  const { agencyId, purpose, redactionOf, body, language } = upload;
  const name = upload.name.normalize('NFC').trim();
  const agency = await database.read.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
  if (redactionOf !== undefined) await checkRedaction(database, agency.no, purpose, redactionOf);
  const received = await receive(dataDirectory, body, fileLimit);
  const cleanTo = await temporaryPath(dataDirectory);
  try {
    const examined = await examineFile({ path: received.path, name, ...(purpose === 'attachment' ? { cleanTo } : {}) });
    if (examined.type === 'refused') throw invalid(examined);
    const copy = examined.changed ? await measured(cleanTo) : received;
    if (purpose === 'attachment') {
      if (await isOriginal(database, agency.no, [copy.sha256, received.sha256], redactionOf)) throw invalid({ pointer: '/body', code: 'file-not-public' });
      await keepFile(filesDirectory(dataDirectory), copy);
    }
    // What was cleaned, and what nobody but staff may see, lies apart.
    if (purpose !== 'attachment' || examined.changed) await keepFile(originalsDirectory(dataDirectory), received);
    const warnings = redactionOf !== undefined && (await isPublished(database, redactionOf)) ? [...examined.warnings, { code: 'original-public' } as const] : examined.warnings;
    const { actor } = upload;
    return shown(agencyId, language, await recordFile(database, {
      agency_no: agency.no, purpose, name, media_type: examined.mediaType, size: copy.size, sha256: copy.sha256, original_sha256: received.sha256,
      redaction_of: redactionOf ?? '', removed: JSON.stringify(examined.removed), warnings: JSON.stringify(warnings),
      person_id: actor.id, person_name: actor.name, person_post: actor.post,
    }));
  } finally {
    await Promise.all([rm(received.path, { force: true }), rm(cleanTo, { force: true })]);
  }
}

type FileRow = Omit<Tables['file'], 'no'>;

/** The same bytes under the same name are recorded once, however often and by however many they come. */
export function recordFile(database: Database, row: Omit<FileRow, 'at'>): Promise<FileRow> {
  return writing(database, async ({ db, now }) => {
    await db.insertInto('file').values({ ...row, at: now().toISOString() })
      .onConflict((conflict) => conflict.columns(['agency_no', 'purpose', 'original_sha256', 'name', 'redaction_of']).doNothing()).execute();
    return db.selectFrom('file').selectAll().where('agency_no', '=', row.agency_no).where('purpose', '=', row.purpose)
      .where('original_sha256', '=', row.original_sha256).where('name', '=', row.name).where('redaction_of', '=', row.redaction_of).executeTakeFirstOrThrow();
  });
}

async function checkRedaction({ read }: Database, agencyNo: number, purpose: FilePurpose, sha256: string): Promise<void> {
  if (purpose !== 'attachment') throw invalid({ pointer: '/query/redactionOf', code: 'file-redaction-purpose' });
  const original = await read.selectFrom('file').select('no').where('agency_no', '=', agencyNo)
    .where((on) => on.or([on('sha256', '=', sha256), on('original_sha256', '=', sha256)])).limit(1).executeTakeFirst();
  if (original === undefined) throw invalid({ pointer: '/query/redactionOf', code: 'file-unknown' });
}

/** Whether a file that is to be published is, unchanged, one that must not be. */
async function isOriginal({ read }: Database, agencyNo: number, shas: readonly string[], redactionOf: string | undefined): Promise<boolean> {
  if (redactionOf !== undefined) {
    const originals = await read.selectFrom('file').select(['sha256', 'original_sha256']).where('agency_no', '=', agencyNo)
      .where((on) => on.or([on('sha256', '=', redactionOf), on('original_sha256', '=', redactionOf)])).execute();
    if (originals.some(({ sha256, original_sha256 }) => shas.includes(sha256) || shas.includes(original_sha256))) return true;
  }
  const withheld = await Promise.all(shas.map((sha256) => isWithheld(read, agencyNo, sha256)));
  return withheld.includes(true);
}

async function isPublished({ read }: Database, sha256: string): Promise<boolean> {
  const row = await read.selectFrom('attachment as f').innerJoin('disclosure as d', 'd.no', 'f.disclosure_no').select('d.no')
    .where('f.sha256', '=', sha256).where(visible).limit(1).executeTakeFirst();
  return row !== undefined;
}

function shown(agencyId: string, language: Language, row: FileRow): UploadedFile {
  return {
    name: row.name, mediaType: row.media_type, size: row.size, sha256: row.sha256, agencyId, purpose: row.purpose, originalSha256: row.original_sha256,
    ...(row.redaction_of === '' ? {} : { redactionOf: row.redaction_of }),
    removed: JSON.parse(row.removed) as UploadedFile['removed'],
    warnings: (JSON.parse(row.warnings) as Warning[]).map(({ code, values }) => ({ code, detail: translate(language, `file.${code}`, values) })),
    by: { id: row.person_id, name: row.person_name, post: row.person_post },
    at: row.at,
  };
}
