import type { Heartbeat, HeartbeatAnswer } from '@sunlit/contract';
import { KIOSK_LIMITS, dayInShanghai } from '@sunlit/rules';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { ProblemError } from '../problems.ts';
import type { Device } from './enrol.ts';
import { messageOf, pinOf } from './kiosks.ts';

const EVERY_SECONDS = 60;
/** A device that calls faster is out of order. */
const SHORTEST_SECONDS = 5;

/**
 * Takes what a device says of itself. It costs one row: no event, no history, and no transaction of the disclosures, for
 * thousands of devices do so every minute. Since when something is wrong is kept beside it.
 */
export async function takeHeartbeat({ write, now }: Database, device: Device, said: Heartbeat): Promise<HeartbeatAnswer> {
  const at = now();
  const time = at.toISOString();
  const skew = said.clock === undefined ? null : Math.round((Date.parse(said.clock) - at.getTime()) / 1000);
  const since = (column: 'queue_since' | 'printer_since' | 'clock_since', wrong: boolean) => (wrong ? sql<string>`coalesce(${sql.ref(column)}, ${time})` : null);
  const row = await write.updateTable('kiosk').set({
    heard_at: time, heartbeat: JSON.stringify(said), skew,
    queue_since: since('queue_since', said.queue > 0),
    printer_since: since('printer_since', said.printer === 'out'),
    clock_since: since('clock_since', skew !== null && Math.abs(skew) > KIOSK_LIMITS.skewSeconds),
    ...(said.reloaded === undefined ? {} : { reload_done_at: sql<string>`case when reload_id = ${said.reloaded} then coalesce(reload_done_at, ${time}) else reload_done_at end` }),
  })
    .where('id', '=', device.id).where('revoked_at', 'is', null)
    .where((one) => one.or([one('heard_at', 'is', null), one('heard_at', '<=', new Date(at.getTime() - SHORTEST_SECONDS * 1000).toISOString())]))
    .returning(['reload_id', 'reload_done_at']).executeTakeFirst();
  if (row === undefined) throw new ProblemError('too-many-requests', [], { headers: { 'retry-after': String(SHORTEST_SECONDS) } });
  const [message, pin] = [messageOf(device), pinOf(device)];
  return {
    time,
    name: device.name,
    agency: { id: device.agency_id, name: device.agency_name },
    ...(message === undefined || message.until < dayInShanghai(at) ? {} : { message }),
    ...(row.reload_id === null || row.reload_done_at !== null ? {} : { reload: row.reload_id }),
    ...(pin === undefined ? {} : { pin }),
    interval: EVERY_SECONDS,
  };
}
