import type { ChangeType, Role, WebhookReason } from '@sunlit/contract';
import type { Generated } from 'kysely';

/** Who may do what, and what other programs and devices are told. */
export interface StaffTables {
  person: PersonTable;
  session: SessionTable;
  account: AccountTable;
  two_factor: { id: string; user_id: string; secret: string };
  passkey: { id: string; user_id: string };
  /** How often somebody tried to sign in until when, in milliseconds since 1970. */
  attempt: { key: string; n: number; until: number };
  token: TokenTable;
  grant: GrantTable;
  audit: AuditTable;
  /** Answers to calls that made something, kept so that a repeated call makes nothing twice. */
  idempotency: { owner: string; operation: string; key: string; body_hash: string; answer: string; at: string };
  webhook: WebhookTable;
  webhook_delivery: WebhookDeliveryTable;
  kiosk: KioskTable;
}

/** A member of staff. better-auth reads and writes it too, as its `user`. */
interface PersonTable {
  no: Generated<number>;
  id: string;
  username: string;
  name: string;
  post: string;
  /** Not used for mail; single sign-on may find a person by it. */
  email: string;
  email_verified: number;
  disabled_at: string | null;
  must_change_password: number;
  two_factor_enabled: number | null;
  last_seen_at: string | null;
  created_at: string;
  updated_at: string;
}

/** better-auth's. */
interface SessionTable {
  id: string;
  token: string;
  user_id: string;
  expires_at: string;
  created_at: string;
  updated_at: string;
  ip_address: string | null;
  user_agent: string | null;
}

/** better-auth's: what somebody signs in with. */
interface AccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  password: string | null;
  created_at: string;
  updated_at: string;
}

/** With what another program calls, for one person; only the hash of its secret is kept. */
interface TokenTable {
  id: string;
  person_id: string;
  label: string;
  agency_no: number;
  permissions: string;
  hash: string;
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

interface GrantTable {
  person_id: string;
  agency_no: number;
  role: Role;
}

/** Appended, never changed. */
interface AuditTable {
  no: Generated<number>;
  at: string;
  operation: string;
  person_id: string | null;
  name: string | null;
  post: string | null;
  via: 'session' | 'token' | 'system';
  agency_no: number | null;
  subject: string | null;
  /** What only the call itself knows, such as the file and the counts of an import. */
  detail: string | null;
  outcome: 'done' | 'refused';
  address: string | null;
  request_id: string | null;
}

interface WebhookTable {
  id: string;
  agency_no: number;
  url: string;
  /** Sealed: `webhooks/seal.ts`. */
  secret: string;
  events: string;
  state: 'on' | 'off' | 'disabled';
  reason: WebhookReason | null;
  failures: number;
  created_at: string;
  /** Up to which change deliveries have been made out. */
  after_seq: number;
  /** Before that nobody tries: it has failed, or somebody is at it. */
  next_at: string;
}

/** A change on its way to a webhook. */
interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  seq: number;
  type: ChangeType;
  state: 'waiting' | 'delivered' | 'failed';
  attempts: number;
  status: number | null;
  reason: WebhookReason | null;
  created_at: string;
  tried_at: string | null;
  milliseconds: number | null;
}

/** A touch screen, and what its device last said of itself. No submission names one. */
interface KioskTable {
  id: string;
  agency_no: number;
  name: string;
  place: string;
  created_at: string;
  /** Of the code that registers a device, until it is used. */
  code_hash: string | null;
  code_until: string | null;
  secret_hash: string | null;
  enrolled_at: string | null;
  revoked_at: string | null;
  message: string | null;
  message_until: string | null;
  reload_id: string | null;
  reload_at: string | null;
  reload_done_at: string | null;
  pin: string | null;
  heard_at: string | null;
  heartbeat: string | null;
  /** Seconds by which its clock is ahead. */
  skew: number | null;
  queue_since: string | null;
  printer_since: string | null;
  clock_since: string | null;
}
