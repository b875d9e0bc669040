import type { KioskReason, KioskState } from '@sunlit/contract';

/** Since when what is wrong with a kiosk has been so, as its device said; of a moment or a number that is absent nothing was said. */
export interface KioskStanding {
  readonly revokedAt?: string;
  readonly heard?: {
    readonly at: string;
    readonly dataDate?: string;
    readonly queueSince?: string;
    readonly printerSince?: string;
    readonly clockSince?: string;
  };
}

export interface KioskHealth {
  readonly state: KioskState;
  /** The worst first. */
  readonly reasons: readonly { readonly code: KioskReason; readonly since?: string }[];
}

const MINUTE = 60_000;

/** In milliseconds, and of the clock in seconds: how long something may last before somebody should look after it. */
export const KIOSK_LIMITS = { silent: 3 * MINUTE, dead: 15 * MINUTE, queue: 60 * MINUTE, data: 24 * 60 * MINUTE, skewSeconds: 300 } as const;

/** How a kiosk is at a moment. It follows from what is known and is never stored, so that one that falls silent turns red by itself. */
export function kioskHealth({ revokedAt, heard }: KioskStanding, now: Date): KioskHealth {
  if (revokedAt !== undefined) return { state: 'revoked', reasons: [] };
  if (heard === undefined) return { state: 'never', reasons: [] };
  const olderThan = (moment: string, milliseconds: number) => now.getTime() - Date.parse(moment) > milliseconds;
  // What a device said that has fallen silent says nothing of how it is now.
  if (olderThan(heard.at, KIOSK_LIMITS.silent)) return { state: olderThan(heard.at, KIOSK_LIMITS.dead) ? 'red' : 'amber', reasons: [{ code: 'silent', since: heard.at }] };
  const { dataDate, queueSince, printerSince, clockSince } = heard;
  const reasons = [
    ...(queueSince !== undefined && olderThan(queueSince, KIOSK_LIMITS.queue) ? [{ code: 'queue' as const, since: queueSince }] : []),
    ...(dataDate === undefined ? [{ code: 'data' as const }] : olderThan(dataDate, KIOSK_LIMITS.data) ? [{ code: 'data' as const, since: dataDate }] : []),
    ...(printerSince === undefined ? [] : [{ code: 'printer' as const, since: printerSince }]),
    ...(clockSince === undefined ? [] : [{ code: 'clock' as const, since: clockSince }]),
  ];
  return { state: reasons.length === 0 ? 'ok' : 'amber', reasons };
}
