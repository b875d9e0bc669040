import type { Envelope, EnvelopeLabel, SealingKeys } from './contract.ts';
import { SunlitError } from './errors.ts';
import { sealingKeys, type Wire } from './outbox-sending.ts';
import type { KeyValueStorage } from './storage.ts';

const KEYS = 'keys';
/** A clock that jumped this far was set: it says nothing of how much time went by. */
const LONGEST_ABSENCE = 2 * 366 * 86_400_000;

interface KeptKeys {
  readonly keys: SealingKeys;
  /** By the clock of this device, only ever compared with itself. */
  readonly at: number;
}

/** The public keys of the server, kept so that a device can seal without a network. */
export interface SealingKeyRing {
  /** Asks the server anew. @throws SunlitError */
  refresh(signal: AbortSignal): Promise<void>;
  /** @throws SunlitError `no-sealing-key` where there is none that the server is sure to have still. */
  check(): Promise<void>;
  /** @throws SunlitError as `check`, or `not-secure`. */
  seal(content: object, label: EnvelopeLabel): Promise<Envelope>;
}

/** @internal */
export function sealingKeyRing(wire: Wire, storage: KeyValueStorage): SealingKeyRing {
  const usable = async () => {
    if (!globalThis.crypto?.subtle) throw new SunlitError('not-secure', 'The page did not come by https', { hint: 'Serve this page by https.' });
    const kept = (await storage.get(KEYS).catch(() => undefined)) as KeptKeys | undefined;
    const absent = kept === undefined ? 0 : Date.now() - kept.at;
    const time = kept && Date.parse(kept.keys.time) + (absent > 0 && absent < LONGEST_ABSENCE ? absent : 0);
    const key = kept && [kept.keys.current, kept.keys.next].find(({ until }) => time !== undefined && time < Date.parse(until));
    if (key === undefined) {
      throw new SunlitError('no-sealing-key', 'There is no key to seal with', { hint: kept === undefined ? 'Connect this device once.' : 'This device was without a network for too long: connect it, or use the counter.' });
    }
    return key;
  };
  return {
    async refresh(signal) {
      await storage.set(KEYS, { keys: await sealingKeys(wire, signal), at: Date.now() } satisfies KeptKeys);
    },
    async check() {
      await usable();
    },
    async seal(content, label) {
      const [key, { seal }] = await Promise.all([usable(), import('./seal.ts')]);
      return seal(key, content, label);
    },
  };
}
