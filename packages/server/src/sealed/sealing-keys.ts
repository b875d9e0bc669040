import { createHash } from 'node:crypto';
import type { Answer, Operations, SealingKey } from '@sunlit/contract';
import type { RequestStore } from '../requests/store.ts';

const DAY = 86_400_000;
/** How long a key is the current one. The next is published as long before, for devices without a network. */
const PERIOD = 90 * DAY;
/** How long what was sealed may wait after its key stopped being the current one. */
const KEPT = 30 * DAY;

/** One suite for all: every browser has its parts (RFC 9180). */
export async function hpke() {
  const { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core');
  return new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() });
}

type PrivateKey = Awaited<ReturnType<Awaited<ReturnType<typeof hpke>>['kem']['importKey']>>;

export interface SealingKeys {
  published(): Promise<Answer<Operations['keys.get']>>;
  /** The private key of an id; undefined where it is no longer kept, or never was ours. */
  privateKey(id: string): Promise<PrivateKey | undefined>;
}

interface KeyPair {
  readonly key: SealingKey;
  readonly privateKey: PrivateKey;
}

/**
 * The keys to which devices seal. They follow from the master keys of personal data and the number of a period of ninety days, so
 * that every server has the same ones, nothing is stored, and a backup of the database holds none. A new master key makes new ones;
 * what was sealed by an older one is opened for as long as that is in `SUNLIT_DATA_KEYS`.
 */
export function sealingKeys({ keys, database: { now } }: Pick<RequestStore, 'keys' | 'database'>): SealingKeys {
  const made = new Map<string, Promise<KeyPair>>();
  const pairsOf = (period: number) => keys.derive(`sealing ${period}`).map((secret, master) => {
    const name = `${master} ${period}`;
    const pair = made.get(name) ?? derived(secret, period);
    made.set(name, pair);
    return pair;
  });
  const current = () => Math.floor(now().getTime() / PERIOD);
  return {
    async published() {
      const [[first], [second]] = [pairsOf(current()), pairsOf(current() + 1)];
      if (first === undefined || second === undefined) throw new Error('There is no master key.');
      return { time: now().toISOString(), current: (await first).key, next: (await second).key };
    },
    async privateKey(id) {
      const period = current();
      const kept = now().getTime() < period * PERIOD + KEPT ? [period - 1, period, period + 1] : [period, period + 1];
      for (const pair of await Promise.all(kept.flatMap(pairsOf))) if (pair.key.id === id) return pair.privateKey;
      return undefined;
    },
  };
}

async function derived(secret: Buffer, period: number): Promise<KeyPair> {
  const { kem } = await hpke();
  const { publicKey, privateKey } = await kem.deriveKeyPair(new Uint8Array(secret).buffer);
  const bytes = Buffer.from(await kem.serializePublicKey(publicKey));
  const moment = (n: number) => new Date(n * PERIOD).toISOString();
  const id = createHash('sha256').update(bytes).digest('base64url').slice(0, 16);
  return { key: { id, publicKey: bytes.toString('base64url'), from: moment(period), until: moment(period + 1) }, privateKey };
}
