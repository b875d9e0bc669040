import { Type, type Static } from 'typebox';
import { operation } from './operation.ts';
import { ATTACHMENT_PURPOSES, LARGEST_ATTACHMENT } from './requests.ts';
import { AgencyId, Line, Moment, closed } from './schema.ts';

const Base64Url = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '^[\\w-]+$' });
const KeyId = Type.String({ pattern: '^[\\w-]{16}$' });

/** A key to which submissions are sealed on devices that many people use. */
export const SealingKey = closed(
  {
    id: KeyId,
    publicKey: Type.String({ pattern: '^[\\w-]{87}$', description: 'An uncompressed point of P-256, base64url.' }),
    from: Moment,
    until: Moment,
  },
  { title: 'SealingKey', description: 'For HPKE (RFC 9180): base mode, DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. What is sealed to it before `until` can be opened for thirty days after.' },
);
export type SealingKey = Static<typeof SealingKey>;

/** What an envelope says of its inside, and is bound to: with any of it changed, it cannot be opened. Its canonical JSON (RFC 8785) is the additional data. */
export const EnvelopeLabel = closed(
  {
    idempotencyKey: Type.String({ minLength: 8, maxLength: 100 }),
    operation: Type.String({ pattern: '^[a-z-]+\\.[a-z-]+$', maxLength: 60 }),
    agency: Type.Optional(AgencyId),
    formVersion: Type.String({ minLength: 1, maxLength: 40 }),
    createdAt: Type.String({ maxLength: 40, description: 'By the clock of the device, which may be wrong.' }),
  },
  { title: 'EnvelopeLabel' },
);
export type EnvelopeLabel = Static<typeof EnvelopeLabel>;

/** 12 letters and digits (Crockford), drawn by the device and printed on the slip; hyphens, blanks and lower case are put right. */
const Reference = Type.String({ minLength: 12, maxLength: 40 });

export const getKeys = operation({
  id: 'keys.get',
  method: 'GET',
  path: '/v1/keys',
  summary: 'The public keys to which submissions are sealed: the current and the next',
  access: 'public',
  responses: { 200: closed({ time: Moment, current: SealingKey, next: SealingKey }, { title: 'SealingKeys' }) },
});

const envelope = { v: Type.Literal(1), keyId: KeyId, enc: Base64Url(100), ciphertext: Base64Url(60_000), aad: EnvelopeLabel };
const EnvelopeReceived = closed({ operation: Type.String(), receivedAt: Moment }, { title: 'EnvelopeReceived' });

export const sendSealed = operation({
  id: 'sealed.send',
  method: 'POST',
  path: '/v1/sealed',
  summary: 'Send a submission that was sealed on a shared device: it is opened, and the very operation it names is done',
  description: [
    'Sealed is JSON of {params?, body, reference}. The key of this call must be the one in `aad`; the same envelope again does nothing new, another under the same key is `key-reused`.',
    'The answer says only that it was done: what the operation answered is given for the reference, by `sealed.receipt`.',
    '`challenge` is a solved one, for operations that want it in their body.',
  ].join(' '),
  access: 'public',
  creates: true,
  body: closed(
    { ...envelope, challenge: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })) },
    { title: 'Envelope' },
  ),
  responses: { 200: EnvelopeReceived },
});

/** What an envelope holds of a file: how its chunks are opened, and what it is. */
export const SealedFile = closed(
  {
    key: Type.String({ pattern: '^[\\w-]{43}$', description: '32 random bytes, base64url.' }),
    name: Line(255),
    purpose: Type.Enum(ATTACHMENT_PURPOSES),
    size: Type.Integer({ minimum: 1, maximum: LARGEST_ATTACHMENT, description: 'In bytes, before it was sealed.' }),
  },
  { title: 'SealedFile' },
);
export type SealedFile = Static<typeof SealedFile>;

/** The first line of a sealed attachment. */
export const FileEnvelope = closed(envelope, { title: 'FileEnvelope' });
export type FileEnvelope = Static<typeof FileEnvelope>;

export const attachSealed = operation({
  id: 'sealed.attach',
  method: 'PUT',
  path: '/v1/sealed/attachments',
  summary: 'Add an attachment that was sealed on a shared device to the request that was sealed with the same reference',
  description: [
    'The body is a line of JSON, an envelope without `challenge` whose label names `requests.attach`, and then the chunks. Sealed in it is JSON of {body, reference}; `body` is a `SealedFile`.',
    'Chunks are AES-256-GCM by its key, of 1 MiB each but for the last, with a tag of 16 bytes. The nonce is seven bytes of zero, the number of the chunk in four (from 0, big-endian), and a byte that is 1 for the last chunk, else 0.',
    'Not found until the envelope of the request has arrived. The same again does nothing new.',
  ].join(' '),
  access: 'public',
  body: Type.String({ format: 'binary' }),
  bodyMedia: 'application/octet-stream',
  responses: { 200: EnvelopeReceived },
});

export const exchangeReference = operation({
  id: 'sealed.receipt',
  method: 'POST',
  path: '/v1/sealed/receipt',
  summary: 'What a sealed submission was answered, such as its receipt, for the reference on the slip',
  description: 'Not found until the envelope has arrived.',
  access: 'public',
  body: closed({ reference: Reference }, { title: 'SlipReference' }),
  responses: { 200: closed({ operation: Type.String(), answer: Type.Unknown({ description: 'What the operation answered.' }) }, { title: 'SealedAnswer' }) },
});
