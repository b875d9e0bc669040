import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { AgencyRef } from '@sunlit/contract';
import { onRecord } from '../audit/record.ts';
import { writing, type Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../problems.ts';
import type { RequestStore } from '../requests/store.ts';
import { countAttempt, refuseGuesser } from '../staff/attempts.ts';
import { hashOfCode } from './codes.ts';
import { selectKiosks } from './kiosks.ts';

/** 256 random bits need no slow hash to be safe at rest. */
function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

interface EnrolledKiosk {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  readonly agency: AgencyRef;
}

/**
 * Registers a device, in place of the one that was registered before. Wrong, used and expired codes are answered alike. Only
 * failures are counted, so that a hall of kiosks is set up from one address.
 *
 * @throws ProblemError `code-refused`, or `too-many-requests` where too often somebody guessed from that address.
 */
export async function enrolKiosk(store: RequestStore, typed: string, { address, requestId }: { readonly address: string; readonly requestId: string }): Promise<EnrolledKiosk> {
  const { database } = store;
  await refuseGuesser(database, { enroller: address });
  const hash = hashOfCode(store, typed.normalize('NFKC').replaceAll(/[\s\-‐‑–—]/gu, ''));
  const known = await selectKiosks(database).where('k.code_hash', '=', hash).where('k.code_until', '>', database.now().toISOString()).executeTakeFirst();
  if (known === undefined) {
    await countAttempt(database, { enroller: address });
    throw new ProblemError('code-refused');
  }
  const secret = randomBytes(32).toString('base64url');
  const { id, name, agency_no, agency_id, agency_name } = known;
  return onRecord(database, { operation: 'kiosks.enrol', via: 'system', agencyNo: agency_no, subject: id, address, requestId }, () => writing(database, async ({ db, now }) => {
    const { numUpdatedRows } = await db.updateTable('kiosk').set({
      code_hash: null, code_until: null, secret_hash: hashOfSecret(secret), enrolled_at: now().toISOString(), reload_id: null, reload_at: null, reload_done_at: null,
      // What another device said is not of this one.
      heard_at: null, heartbeat: null, skew: null, queue_since: null, printer_since: null, clock_since: null,
    }).where('id', '=', id).where('code_hash', '=', hash).executeTakeFirst();
    // Another device was faster.
    if (numUpdatedRows === 0n) throw new ProblemError('code-refused');
    return { id, secret, name, agency: { id: agency_id, name: agency_name } };
  }));
}

/** A registered kiosk that calls. */
export type Device = Tables['kiosk'] & { readonly agency_id: string; readonly agency_name: string };

/** Lets in a registered kiosk, by `authorization: Device <id>.<secret>`. @throws ProblemError `device-refused` for any other, and for one that was revoked. */
export async function admitDevice(database: Database, authorization = ''): Promise<Device> {
  const [, id = '', secret = ''] = /^device +([0-9A-Z]{26})\.([\w-]{1,100})$/i.exec(authorization) ?? [];
  const row = await selectKiosks(database).where('k.id', '=', id).executeTakeFirst();
  if (!row?.secret_hash || row.revoked_at !== null || !timingSafeEqual(Buffer.from(hashOfSecret(secret)), Buffer.from(row.secret_hash))) throw new ProblemError('device-refused');
  return row;
}
