import type { Change, DisclosurePage, DisclosureQuery, Snapshot, SnapshotPart, SnapshotRow } from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import { lead } from './leader.ts';
import { ask, type Wire } from './outbox-sending.ts';
import { ReplicaRows } from './replica-rows.ts';
import { browserStorage, memoryStorage, type KeyValueStorage } from './storage.ts';
import { wait } from './wait.ts';

/** What stands outside the database: where it says otherwise, the database has lost something. */
export interface Sentinel {
  readonly version: 1;
  readonly rows: number;
  readonly hash: string;
}

/** Where a replica stands. */
export interface ReplicaStatus {
  /** `empty`: nothing to show yet; `loading`: parts are being copied; `ready`: it answers. */
  readonly state: 'empty' | 'loading' | 'ready';
  /** When what it shows was last as the server has it, by the server’s clock. */
  readonly asOf?: string | undefined;
  readonly rows: number;
  /** While it loads: how many parts of how many are here. */
  readonly parts?: { readonly done: number; readonly all: number } | undefined;
  /** Nothing is kept on this device (blocked, full, private): it works until the page is closed, and copies everything anew then. */
  readonly kept: boolean;
  /** The database had lost something, and was built anew. */
  readonly rebuilt: boolean;
  /** What the server says of the past is not what it said before: the last good copy is shown, and nothing is taken over any more. */
  readonly historyChanged: boolean;
  /** Why the server was not reached last, by its code. */
  readonly problem?: string | undefined;
}

export interface CoreOptions {
  readonly baseUrl: string;
  readonly agency?: string | undefined;
  readonly interval?: number | undefined;
  readonly fetch?: typeof fetch | undefined;
  readonly storage?: KeyValueStorage | undefined;
  readonly sentinel?: Sentinel | undefined;
  /** Told after every change; `sentinel` where what is kept changed. */
  readonly onStatus: (status: ReplicaStatus, sentinel?: Sentinel) => void;
}

/** What a page says to the worker that runs a replica for it. */
export type ToWorker =
  | { readonly type: 'start'; readonly options: Pick<CoreOptions, 'baseUrl' | 'agency' | 'interval' | 'sentinel'> }
  | { readonly type: 'list'; readonly n: number; readonly query: DisclosureQuery }
  | { readonly type: 'stop'; readonly n: number };

/** What is kept beside the parts: which snapshot, and what changed since. */
interface Head {
  readonly snapshot: Snapshot;
  /** The last change that was taken over. */
  readonly seq: number;
  readonly leaf?: string | undefined;
  readonly asOf: string;
  /** Rows that changed since, `null` for those that are gone. */
  readonly changed: Readonly<Record<string, SnapshotRow | null>>;
}

const HEAD = 'head';
const PART = 'part ';
const INTERVAL_MILLISECONDS = 60_000;
/** With so many changed, a new snapshot is less than what was gathered. */
const MOST_CHANGED = 2_000;
const CHANGES_A_PAGE = 1_000;
const ROWS_A_PAGE = 100;
/** Of a line that breaks off, and of parts that were thrown away meanwhile. */
const MOST_ATTEMPTS = 5;

/** The replica itself, in a worker or in the page. */
export class ReplicaCore {
  readonly #options: CoreOptions;
  readonly #wire: Wire;
  readonly #stop = new AbortController();
  readonly #channel: BroadcastChannel | undefined;
  #storage: KeyValueStorage;
  #rows: ReplicaRows | undefined;
  #head: Head | undefined;
  #status: ReplicaStatus = { state: 'empty', rows: 0, kept: true, rebuilt: false, historyChanged: false };
  #ended: Promise<void> = Promise.resolve();

  /** @internal */
  constructor(options: CoreOptions) {
    this.#options = options;
    this.#wire = { base: new URL(options.baseUrl), fetch: options.fetch };
    const name = `replica ${options.baseUrl} ${options.agency ?? ''}`;
    this.#storage = options.storage ?? ('indexedDB' in globalThis ? browserStorage(name) : memoryStorage());
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`sunlit ${name}`) : undefined;
    (this.#channel as { unref?: () => void } | undefined)?.unref?.();
    this.#channel?.addEventListener('message', () => void this.#load());
  }

  /** Shows what is kept, then copies and follows in one tab at a time. Resolves when what was kept is shown. @throws SunlitError never @internal */
  async start(): Promise<void> {
    await this.#load();
    this.#ended = lead(`replica ${this.#wire.base.href} ${this.#options.agency ?? ''}`, this.#storage, this.#stop.signal, (signal) => this.#follow(signal));
  }

  /** @internal */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#channel?.close();
    await this.#ended;
  }

  /** @throws SunlitError `unavailable` while there is nothing, else as the server. @internal */
  async list(query: DisclosureQuery): Promise<DisclosurePage> {
    if (this.#rows === undefined) throw new SunlitError('unavailable', 'The replica holds nothing yet', { hint: 'Connect this device.' });
    return this.#rows.list(query);
  }

  #tell(changed: Partial<ReplicaStatus>, sentinel?: Sentinel): void {
    this.#status = { ...this.#status, ...changed };
    this.#options.onStatus(this.#status, sentinel);
  }

  /** Takes up what is kept. Where anything of it is missing or not what its hash says, all of it counts as lost. */
  async #load(): Promise<void> {
    try {
      const head = (await this.#storage.get(HEAD)) as Head | undefined;
      const { sentinel } = this.#options;
      if (head === undefined) {
        if (sentinel !== undefined && this.#head === undefined) this.#tell({ rebuilt: true });
        return;
      }
      if (this.#rows !== undefined && this.#head !== undefined && sameParts(this.#head, head)) {
        this.#apply(this.#rows, head.changed);
        this.#head = head;
        return this.#tell({ rows: this.#rows.size, asOf: head.asOf });
      }
      const parts = await this.#parts(head.snapshot);
      if (parts === undefined) return this.#tell({ rebuilt: true });
      this.#show(head, parts);
      if (sentinel !== undefined && sentinel.hash === hashOf(head) && sentinel.rows !== this.#rows?.size) {
        this.#rows = this.#head = undefined;
        this.#tell({ state: 'empty', rows: 0, rebuilt: true });
      }
    } catch (error) {
      this.#forsake(error);
    }
  }

  async #parts(snapshot: Snapshot): Promise<SnapshotPart[] | undefined> {
    const parts: SnapshotPart[] = [];
    for (const { sha256 } of snapshot.parts) {
      const bytes = await this.#storage.get(PART + sha256);
      const text = bytes instanceof ArrayBuffer ? await unpacked(bytes) : undefined;
      if (text === undefined || (await sha256Of(text)) !== sha256) return undefined;
      parts.push(JSON.parse(new TextDecoder().decode(text)) as SnapshotPart);
    }
    return parts;
  }

  #show(head: Head, parts: readonly SnapshotPart[]): void {
    const rows = new ReplicaRows({
      agencies: parts.flatMap((part) => (part.kind === 'agencies' ? part.items : [])),
      categories: parts.flatMap((part) => (part.kind === 'categories' ? part.items : [])),
    });
    for (const part of parts) if (part.kind === 'disclosures') for (const row of part.items) if (!(row.summary.id in head.changed)) rows.put(row);
    for (const row of Object.values(head.changed)) if (row !== null) rows.put(row);
    this.#rows = rows;
    this.#head = head;
    this.#tell({ state: 'ready', rows: rows.size, asOf: head.asOf, parts: undefined });
  }

  /** Keeps what is shown; from the first failure on, this page works from memory. */
  async #keep(head: Head): Promise<void> {
    this.#head = head;
    try {
      await this.#storage.set(HEAD, head);
      if (this.#status.kept) this.#tell({ asOf: head.asOf, rows: this.#rows?.size ?? 0 }, { version: 1, rows: this.#rows?.size ?? 0, hash: hashOf(head) });
      this.#channel?.postMessage('changed');
    } catch (error) {
      this.#forsake(error);
    }
    this.#tell({ asOf: head.asOf, rows: this.#rows?.size ?? 0 });
  }

  #forsake(error: unknown): void {
    if (isSunlitError(error)) throw error;
    this.#storage = memoryStorage();
    this.#tell({ kept: false });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    for (;;) {
      try {
        if (this.#head === undefined || Object.keys(this.#head.changed).length > MOST_CHANGED) await this.#copy(signal);
        if (!this.#status.historyChanged) await this.#catchUp(signal);
        this.#tell({ problem: undefined });
      } catch (error) {
        if (signal.aborted) return;
        if (!isSunlitError(error)) throw error;
        this.#tell({ problem: error.code, ...(error.code === 'history-changed' && { historyChanged: true }) });
      }
      await wait(this.#options.interval ?? INTERVAL_MILLISECONDS, signal);
    }
  }

  /** Copies a snapshot: parts that are here already are not asked for again, so that it goes on where it broke off. */
  async #copy(signal: AbortSignal): Promise<void> {
    const { agency } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await ask<Snapshot>(this.#wire, signal, { method: 'GET', path: `v1/snapshot${agency === undefined ? '' : `?agency=${encodeURIComponent(agency)}`}` }, 'parts');
      try {
        let done = 0;
        for (const { sha256 } of snapshot.parts) {
          if (this.#rows === undefined) this.#tell({ state: 'loading', parts: { done, all: snapshot.parts.length } });
          await this.#copyPart(sha256, signal);
          done += 1;
        }
        const parts = await this.#parts(snapshot);
        if (parts === undefined) throw new SunlitError('unexpected-answer', 'A part of the snapshot is not what its hash says', { hint: 'Try again.' });
        const head: Head = { snapshot, seq: snapshot.stamp.seq, asOf: snapshot.stamp.time, changed: {} };
        this.#show(head, parts);
        await this.#keep(head);
        await this.#clear(snapshot);
        return;
      } catch (error) {
        if (signal.aborted || attempt === MOST_ATTEMPTS || (error as Partial<SunlitError>).code !== 'not-found') throw error;
      }
    }
  }

  async #copyPart(sha256: string, signal: AbortSignal): Promise<void> {
    const known = await this.#storage.get(PART + sha256).catch(() => undefined);
    if (known instanceof ArrayBuffer && (await sha256Of(await unpacked(known))) === sha256) return;
    const part = await ask<SnapshotPart>(this.#wire, signal, { method: 'GET', path: `v1/snapshot/parts/${sha256}` }, 'items');
    const bytes = new TextEncoder().encode(JSON.stringify(part)).buffer;
    if ((await sha256Of(bytes)) !== sha256) throw new SunlitError('unexpected-answer', 'A part of the snapshot is not what its hash says', { hint: 'Try again.' });
    const packed = await packedOf(bytes);
    await this.#storage.set(PART + sha256, packed).catch(async (error: unknown) => {
      this.#forsake(error);
      await this.#storage.set(PART + sha256, packed);
    });
  }

  async #clear({ parts }: Snapshot): Promise<void> {
    const wanted = new Set(parts.map(({ sha256 }) => PART + sha256));
    const old = (await this.#storage.keys()).filter((key) => key.startsWith(PART) && !wanted.has(key));
    await Promise.all(old.map((key) => this.#storage.del(key)));
  }

  /** Takes over what changed, page by page, each kept before the next. */
  async #catchUp(signal: AbortSignal): Promise<void> {
    for (;;) {
      const head = this.#head;
      const rows = this.#rows;
      if (head === undefined || rows === undefined) return;
      // Asking for the last one again shows whether the past still stands.
      const again = head.leaf === undefined ? 0 : 1;
      const page = await ask<{ readonly items: Change[]; readonly latest: number; readonly time?: string }>(this.#wire, signal, { method: 'GET', path: `v1/changes?after=${head.seq - again}&limit=${CHANGES_A_PAGE}` }, 'items');
      const items = [...page.items];
      if (page.latest < head.seq || (again === 1 && items.shift()?.leaf !== head.leaf)) throw historyChanged(head.seq);
      items.forEach(({ seq }, index) => {
        if (seq !== head.seq + index + 1) throw historyChanged(head.seq + index + 1);
      });
      const last = items[items.length - 1];
      if (last === undefined) return;
      const changed: Record<string, SnapshotRow | null> = { ...head.changed };
      const ids = [...new Set(items.filter((change) => this.#inScope(change)).map(({ id }) => id))];
      for (let start = 0; start < ids.length; start += ROWS_A_PAGE) {
        const some = ids.slice(start, start + ROWS_A_PAGE);
        const present = await ask<{ readonly items: SnapshotRow[] }>(this.#wire, signal, { method: 'GET', path: `v1/snapshot/rows?ids=${some.join(',')}` }, 'items');
        for (const id of some) changed[id] = present.items.find(({ summary }) => summary.id === id) ?? null;
      }
      this.#apply(rows, Object.fromEntries(ids.map((id) => [id, changed[id] ?? null])));
      await this.#keep({ ...head, seq: last.seq, leaf: last.leaf, asOf: last.time > head.asOf ? last.time : head.asOf, changed });
      if (last.seq >= page.latest) return;
    }
  }

  #apply(rows: ReplicaRows, changed: Head['changed']): void {
    for (const [id, row] of Object.entries(changed)) {
      if (row) rows.put(row);
      else rows.remove(id);
    }
  }

  #inScope({ agency, path }: Change): boolean {
    const scope = this.#head?.snapshot.scope;
    return scope === undefined || path.includes(scope.agency) || scope.above.includes(agency.id);
  }
}

function historyChanged(seq: number): SunlitError {
  return new SunlitError('history-changed', `Change ${seq} of the feed is missing, or not what it was`, { hint: 'The last good copy is kept. Ask who runs the server what happened.' });
}

function sameParts(a: Head, b: Head): boolean {
  return a.snapshot.parts.map(({ sha256 }) => sha256).join() === b.snapshot.parts.map(({ sha256 }) => sha256).join();
}

/** Which state of the database the sentinel speaks of. */
function hashOf({ snapshot, seq, leaf = '' }: Head): string {
  return `${snapshot.parts.map(({ sha256 }) => sha256.slice(0, 8)).join('')} ${seq} ${leaf.slice(0, 16)}`;
}

async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  return [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A third of the room where the browser can; the first byte of gzip tells. */
async function packedOf(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (!('CompressionStream' in globalThis)) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer();
}

async function unpacked(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  if (new Uint8Array(bytes)[0] !== 0x1f) return bytes;
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer().catch(() => new ArrayBuffer(0));
}
