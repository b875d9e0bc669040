import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, Line, Moment, Ulid, closed } from './schema.ts';

/** Whether the paper of the printer is there: `unknown` where the device has none or cannot tell. */
export const PRINTER_STATES = ['ok', 'out', 'unknown'] as const;
export type PrinterState = (typeof PRINTER_STATES)[number];

/** `never`: it has not been registered yet, or not been heard of since. */
export const KIOSK_STATES = ['ok', 'amber', 'red', 'never', 'revoked'] as const;
export type KioskState = (typeof KIOSK_STATES)[number];

/**
 * Why a kiosk is not `ok`: nothing was heard of it; what people filed waits on it; what it shows is old, or there is nothing to
 * show; its printer gives nothing; its clock is wrong.
 */
export const KIOSK_REASONS = ['silent', 'queue', 'data', 'printer', 'clock'] as const;
export type KioskReason = (typeof KIOSK_REASONS)[number];

const Seconds = (description: string) => Type.Integer({ minimum: 0, maximum: 4_000_000_000, description });
const Tally = (description: string) => Type.Integer({ minimum: 0, maximum: 1_000_000_000, description });
const Software = Type.String({ maxLength: 40, pattern: '^[\\w.+-]+$' });

/** What a device says of itself every minute: nothing of anybody who stands before it, and nothing that was typed. */
export const Heartbeat = closed(
  {
    version: Software,
    dataDate: Type.Optional(Moment),
    uptime: Seconds('Since the page was started.'),
    errors: Tally('Errors of the page since it was started.'),
    lastError: Type.Optional(Type.String({ maxLength: 40, pattern: '^[a-z0-9-]+$', description: 'The stable code of the last one; never a message.' })),
    queue: Tally('What people filed and the device has not delivered.'),
    printer: Type.Enum(PRINTER_STATES),
    clock: Type.Optional(Moment),
    touchAge: Type.Optional(Seconds('Since the screen was last touched.')),
    reloaded: Type.Optional(Ulid),
  },
  { title: 'Heartbeat', description: '`dataDate`: the stamp of the snapshot that is shown. `clock`: what the device takes for now. `reloaded`: the last order to reload that was carried out.' },
);
export type Heartbeat = Static<typeof Heartbeat>;

/** A text of the day, on the screen that nobody uses, up to and with a day. */
export const KioskMessage = closed({ text: Line(200), until: Day }, { title: 'KioskMessage' });
export type KioskMessage = Static<typeof KioskMessage>;

/** What a PIN is compared with where there is no network: PBKDF2 of its digits, salt and result in base64. */
export const PinCheck = closed(
  { algorithm: Type.Enum(['PBKDF2-SHA256']), iterations: Type.Integer({ minimum: 100_000 }), salt: Type.String(), hash: Type.String() },
  { title: 'PinCheck' },
);
export type PinCheck = Static<typeof PinCheck>;

/** What the device is told in return. */
export const HeartbeatAnswer = closed(
  {
    time: Moment,
    name: Line(60),
    agency: AgencyRef,
    message: Type.Optional(KioskMessage),
    reload: Type.Optional(Ulid),
    pin: Type.Optional(PinCheck),
    interval: Type.Integer({ minimum: 10, maximum: 3600, description: 'Seconds until the next one.' }),
  },
  { title: 'HeartbeatAnswer', description: '`reload`: an order to load the page anew when nobody uses it; the same order is carried out once.' },
);
export type HeartbeatAnswer = Static<typeof HeartbeatAnswer>;

/** A touch screen of an agency. How it is, is worked out when it is asked. */
export const Kiosk = closed(
  {
    id: Ulid,
    agency: AgencyRef,
    name: Line(60),
    place: Line(100),
    state: Type.Enum(KIOSK_STATES),
    reasons: Type.Array(closed({ code: Type.Enum(KIOSK_REASONS), since: Type.Optional(Moment) }), { description: 'The worst first.' }),
    heard: Type.Optional(closed({ at: Moment, ...Heartbeat.properties, skew: Type.Optional(Type.Integer({ description: 'Seconds by which its clock is ahead of the server’s.' })) })),
    message: Type.Optional(KioskMessage),
    reload: Type.Optional(closed({ at: Moment, doneAt: Type.Optional(Moment) })),
    pin: Type.Boolean({ description: 'Whether a PIN to leave the app was set.' }),
    codeUntil: Type.Optional(Moment),
    createdAt: Moment,
    enrolledAt: Type.Optional(Moment),
    revokedAt: Type.Optional(Moment),
  },
  { title: 'Kiosk', description: '`codeUntil`: a code for registration was made and not used, and is good until then.' },
);
export type Kiosk = Static<typeof Kiosk>;

/** Ten digits, in the clear only in the answer to who made it. */
const Code = Type.String({ pattern: '^\\d{10}$' });
const KioskCode = closed({ kiosk: Kiosk, code: Code, until: Moment }, { title: 'KioskCode', description: 'A code that registers a device as this kiosk: once, within 24 hours.' });

const params = closed({ id: Ulid });
const manage = { permission: 'kiosks.manage', of: 'kiosk' } as const;

export const listKiosks = operation({
  id: 'kiosks.list',
  method: 'GET',
  path: '/v1/kiosks',
  summary: 'Kiosks of the caller’s agencies, with how they are and why',
  access: { permission: 'kiosks.read', of: 'any' },
  query: closed({ agency: Type.Optional(AgencyId) }),
  responses: { 200: closed({ items: Type.Array(Kiosk), at: Moment }, { title: 'KioskList' }) },
});

export const createKiosk = operation({
  id: 'kiosks.create',
  method: 'POST',
  path: '/v1/kiosks',
  summary: 'Add a kiosk to an agency; the code that registers its device is answered once',
  access: { permission: 'kiosks.manage', of: 'body' },
  creates: true,
  body: closed({ agencyId: AgencyId, name: Line(60), place: Line(100) }, { title: 'NewKiosk' }),
  responses: { 200: KioskCode },
});

export const renewKioskCode = operation({
  id: 'kiosks.code',
  method: 'POST',
  path: '/v1/kiosks/{id}/code',
  summary: 'A new code in place of the last; the device that is registered stays so until the code is used',
  access: manage,
  params,
  responses: { 200: KioskCode },
});

export const saveKiosk = operation({
  id: 'kiosks.save',
  method: 'PUT',
  path: '/v1/kiosks/{id}',
  summary: 'Change the name and the place of a kiosk, and the message of the day on its screen',
  access: manage,
  params,
  body: closed({ name: Line(60), place: Line(100), message: Type.Optional(KioskMessage) }, { title: 'KioskChange' }),
  responses: { 200: Kiosk },
});

export const setKioskPin = operation({
  id: 'kiosks.pin',
  method: 'PUT',
  path: '/v1/kiosks/{id}/pin',
  summary: 'Set the PIN with which staff leave the app on the device, or none',
  access: manage,
  params,
  body: closed({ pin: Type.Optional(Type.String({ pattern: '^\\d{6,12}$' })) }, { title: 'KioskPin' }),
  responses: { 200: Kiosk },
});

export const reloadKiosk = operation({
  id: 'kiosks.reload',
  method: 'POST',
  path: '/v1/kiosks/{id}/reload',
  summary: 'Have the device load its page anew when nobody uses it',
  access: manage,
  params,
  responses: { 200: Kiosk },
});

export const revokeKiosk = operation({
  id: 'kiosks.revoke',
  method: 'POST',
  path: '/v1/kiosks/{id}/revoke',
  summary: 'End the registration of a device for good',
  access: manage,
  params,
  responses: { 200: Kiosk },
});

export const enrolKiosk = operation({
  id: 'kiosks.enrol',
  method: 'POST',
  path: '/v1/kiosks/enrol',
  summary: 'Register a device by its one-time code; its secret is answered once',
  access: 'public',
  body: closed({ code: Type.String({ minLength: 1, maxLength: 40, description: 'Blanks and hyphens do not matter.' }) }, { title: 'Enrolment' }),
  responses: { 200: closed({ id: Ulid, secret: Type.String(), name: Line(60), agency: AgencyRef }, { title: 'EnrolledKiosk' }) },
});

export const sendHeartbeat = operation({
  id: 'kiosks.heartbeat',
  method: 'POST',
  path: '/v1/kiosks/heartbeat',
  summary: 'What a registered device says of itself every minute, and what it is told in return',
  access: 'device',
  body: Heartbeat,
  responses: { 200: HeartbeatAnswer },
});
