import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import type { Day, Receipt } from '@sunlit/contract';
import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import { ProblemError } from '../problems.ts';
import { countAttempt, refuseGuesser } from '../staff/attempts.ts';
import { loadRequest } from './record.ts';
import type { RequestReading, RequestStore } from './store.ts';

/** Without I, L, O and U, which are taken for others (Crockford's base 32). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A receipt number of a day that nobody has. */
export async function newReceiptNo(db: Kysely<Tables>, day: Day): Promise<string> {
  for (let attempt = 0; attempt < 1000; attempt++) {
    const receiptNo = `${day.replaceAll('-', '')}-${String(randomInt(1_000_000)).padStart(6, '0')}`;
    const taken = await db.selectFrom('request').select('no').where('receipt_no', '=', receiptNo).executeTakeFirst();
    if (taken === undefined) return receiptNo;
  }
  throw new Error(`Receipt numbers of ${day} are used up.`);
}

/** The secret of a request's receipt. It follows from its id, so that a repeated call answers it again although only its hash is kept. */
export function secretOfRequest({ mac }: Pick<RequestStore, 'mac'>, requestId: string): string {
  const bits = mac('receipt', requestId).readBigUInt64BE() >> 4n;
  const text = Array.from({ length: 12 }, (_, index) => ALPHABET.charAt(Number((bits >> BigInt(5 * index)) & 31n))).join('');
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`;
}

/** What is kept of a secret. Not by a key of the server: with another `SUNLIT_SECRET`, those who hold a receipt still do. */
export function hashOfSecret(receiptNo: string, secret: string): string {
  return createHash('sha256').update(`${receiptNo} ${secret.replaceAll('-', '')}`).digest('hex');
}

/** A secret as somebody typed it, as it was printed: capitals, without hyphens and blanks, and what is taken for something else put right. */
export function tidySecret(typed: string): string {
  return typed.normalize('NFKC').toUpperCase().replaceAll(/[\s\-‐‑–—_.]/gu, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/** The receipt of a request, its secret included: for whoever files it, and nobody later. */
export async function receiptOf(reading: RequestReading, requestId: string): Promise<Receipt> {
  const { row, cases: [main], state: { branches: [branch] } } = await loadRequest(reading, { id: requestId });
  return {
    receiptNo: row.receipt_no,
    secret: secretOfRequest(reading, requestId),
    agency: { id: row.agency_id, name: main?.agency_name ?? '' },
    submittedAt: row.submitted_at,
    ...(branch?.receivedOn === undefined ? {} : { receivedOn: branch.receivedOn }),
  };
}

/**
 * Lets in who holds the receipt of a request, by `authorization: Receipt …`. A wrong number and a wrong secret are answered alike,
 * after the same work. Only failures are counted, so that a right call writes nothing.
 *
 * @throws ProblemError `receipt-refused`, or `too-many-requests` where too often somebody guessed at that receipt or from that address.
 */
export async function admitHolder(database: Database, { receiptNo, authorization = '', address }: { readonly receiptNo: string; readonly authorization?: string | undefined; readonly address: string }): Promise<void> {
  const guessed = { receipt: receiptNo, holder: address };
  await refuseGuesser(database, guessed);
  const [, typed = ''] = /^receipt +(.{1,100})$/i.exec(authorization) ?? [];
  const row = await database.read.selectFrom('request').select('secret_hash').where('receipt_no', '=', receiptNo).executeTakeFirst();
  const hash = hashOfSecret(receiptNo, tidySecret(typed));
  const kept = row?.secret_hash ?? hashOfSecret(receiptNo, 'nobody');
  if (timingSafeEqual(Buffer.from(hash), Buffer.from(kept)) && row !== undefined) return;
  await countAttempt(database, guessed);
  throw new ProblemError('receipt-refused');
}
