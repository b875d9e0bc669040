import type { NoticeType, SeatRole, Stance } from '@sunlit/contract';
import type { Generated } from 'kysely';

/** Public notices and hearings. */
export interface NoticeTables {
  notice: NoticeTable;
  notice_settings: NoticeSettingsTable;
  opinion: OpinionTable;
  seat: SeatTable;
}

/** The days of a public notice or a hearing; `9999-12-31` is one that is not set yet. */
interface NoticeTable {
  disclosure_no: number;
  agency_no: number;
  type: NoticeType;
  from_on: string;
  to_on: string;
}

/** What the agency sets beside a notice, and publishes of what came in; each as JSON. */
interface NoticeSettingsTable {
  disclosure_no: number;
  windows: string;
  /** The last day on which anything is taken; what is written is kept so long after it. */
  ends_on: string | null;
  summary: string | null;
  result: string | null;
  version: number;
}

interface OpinionTable {
  no: Generated<number>;
  id: string;
  disclosure_no: number;
  stance: Stance;
  channel: 'web' | 'kiosk';
  at: string;
  key_id: string | null;
  wrapped_key: string | null;
  /** Sealed: words, and who says it. */
  written: string | null;
}

/** A registration for a seat at a hearing. */
interface SeatTable {
  no: Generated<number>;
  id: string;
  disclosure_no: number;
  role: SeatRole;
  channel: 'web' | 'kiosk';
  device: string;
  at: string;
  /** 1 or 0 once the seats were given. */
  chosen: number | null;
  key_id: string | null;
  wrapped_key: string | null;
  /** Sealed: name, contact and group. */
  written: string | null;
}
