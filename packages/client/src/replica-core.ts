import type { DisclosurePage, DisclosureQuery, PublishedDisclosure, Snapshot, SnapshotBoard, SnapshotChanges, SnapshotPart, SnapshotRow, SnapshotTopic, SnapshotTopics, TopicChange } from './contract.ts';
import { SunlitError, isSunlitError } from './errors.ts';
import { lead } from './leader.ts';
import { ask, askBytes, askDated, type Wire } from './outbox-sending.ts';
import { answerFrom, type Held } from './replica-answers.ts';
import { hashOf, packNameOf, partsOf, rowsOf, sameParts, type Head } from './replica-head.ts';
import { packRows } from './replica-pack.ts';
import { ReplicaPlaces } from './replica-places.ts';
import type { Question } from './replica-questions.ts';
import { ReplicaRows } from './replica-rows.ts';
import { PackShelf, takenFrom, type Taken } from './replica-pack-shelf.ts';
import { Shelf, bytesFrom, partFrom } from './replica-shelf.ts';
import { ReplicaTopics } from './replica-topics.ts';
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
  /** How many disclosures it holds. */
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
  | { readonly type: 'read'; readonly n: number; readonly question: Question }
  | { readonly type: 'stop'; readonly n: number };

/** A part as its bytes; new ones are not on the shelf yet. */
interface PartBytes {
  readonly bytes: ArrayBuffer;
  readonly isNew: boolean;
}

/** What is held at all times. */
type Shown = Omit<Held, 'today' | 'record'>;

/** An answer, and when what it says was last as the server has it. */
export interface Read {
  readonly answer: unknown;
  readonly asOf: string;
}

const HEAD = 'head';
/** Beside the head, which is large: when the server last said that nothing had changed. */
const SEEN = 'seen';
const INTERVAL_MILLISECONDS = 60_000;
const AGAIN_MILLISECONDS = 500;
/** Who has nothing to show looks more often. */
const EMPTY_MILLISECONDS = 5_000;
/** With so many changed, a new snapshot is less than what was gathered; and once a day there is a new one anyway, for what no feed tells of. */
const MOST_CHANGED = 2_000;
const RENEWED_MILLISECONDS = 24 * 3_600_000;
const [MOST_CHANGES, LEAST_CHANGES] = [1_000, 50];
const TOPICS_A_PAGE = 100;
/** As many as the server puts in one, about: one is opened at a time, and its part unpacked for it. */
const RECORDS_A_PART = 100;
/** Of a line that breaks off, of parts that were thrown away meanwhile, of a disk that filled up. */
const MOST_ATTEMPTS = 5;
/** Of these there is one open at a time, and the others stay packed. */
const RECORDS = { disclosure: 'records', topic: 'topic-records' } as const;
const CHINA_MILLISECONDS = 8 * 3_600_000;

/** The replica itself, in a worker or in the page. */
export class ReplicaCore {
  readonly #options: CoreOptions;
  readonly #wire: Wire;
  readonly #stop = new AbortController();
  readonly #channel: BroadcastChannel | undefined;
  #storage: KeyValueStorage;
  #shelf: Shelf;
  #packs: PackShelf;
  #held: Shown | undefined;
  #head: Head | undefined;
  /** A part that was kept, or the pack, is gone or damaged: all is copied anew, which takes what is missing. */
  #lost = false;
  #mending: Promise<void> | undefined;
  /** Ends the pause between two looks for changes. */
  #hurry: () => void = () => undefined;
  #tellLooked: () => void = () => undefined;
  /** When it was looked for the first time what changed since this was kept. */
  readonly #looked = new Promise<void>((resolve) => (this.#tellLooked = resolve));
  /** How many changes are asked for at once. */
  #together = MOST_CHANGES;
  #status: ReplicaStatus = { state: 'empty', rows: 0, kept: true, rebuilt: false, historyChanged: false };
  #ended: Promise<void> = Promise.resolve();

  /** @internal */
  constructor(options: CoreOptions) {
    this.#options = options;
    this.#wire = { base: new URL(options.baseUrl), fetch: options.fetch };
    const name = `replica ${options.baseUrl} ${options.agency ?? ''}`;
    this.#storage = options.storage ?? ('indexedDB' in globalThis ? browserStorage(name) : memoryStorage());
    this.#shelf = new Shelf(this.#storage);
    this.#packs = new PackShelf(this.#storage);
    this.#channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`sunlit ${name}`) : undefined;
    (this.#channel as { unref?: () => void } | undefined)?.unref?.();
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === 'lost') this.#miss();
      else void this.#load();
    });
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
    const page = await this.#whole(({ rows }) => rows.list(query));
    if (page === undefined) throw new SunlitError('unavailable', 'The replica holds nothing yet', { hint: 'Connect this device.' });
    return page;
  }

  /** Asks what is held; where a pack shows damage on the way, once more what is left of it. */
  async #whole<T>(asked: (held: Shown) => Promise<T>): Promise<T | undefined> {
    try {
      return this.#held && (await asked(this.#held));
    } catch (error) {
      if (isSunlitError(error)) throw error;
      await this.#withoutPack();
      return this.#held && asked(this.#held);
    }
  }

  /** What the server would answer; undefined for what is not held. @throws SunlitError `invalid-input`, `invalid-cursor` @internal */
  async read(question: Question): Promise<Read | undefined> {
    const { asOf } = this.#status;
    if (this.#held === undefined || asOf === undefined) return undefined;
    const today = new Date(Date.parse(asOf) + CHINA_MILLISECONDS).toISOString().slice(0, 10);
    const answer = await this.#whole((held) => answerFrom({ ...held, today, record: (of, id) => this.#record(of, id) }, question));
    return answer === undefined ? undefined : { answer, asOf };
  }

  /** A whole record, unpacked when somebody opens it. */
  async #record(of: 'disclosure' | 'topic', id: string): Promise<unknown> {
    const order = (of === 'disclosure' ? this.#held?.rows : this.#held?.topics)?.orderOf(id);
    const head = this.#head;
    if (order === undefined || head === undefined) return undefined;
    const holding = head.snapshot.parts.filter(({ kind, from = 0 }) => kind === RECORDS[of] && from <= order).at(-1);
    const sha256 = head.records[id] ?? holding?.sha256;
    const part = sha256 === undefined ? undefined : await this.#shelf.take(sha256).catch(() => undefined);
    if (part === undefined) this.#miss();
    return part?.kind === RECORDS[of] ? (part.items as readonly { readonly id: string }[]).find((one) => one.id === id) : undefined;
  }

  #tell(changed: Partial<ReplicaStatus>, sentinel?: Sentinel): void {
    this.#status = { ...this.#status, ...changed };
    this.#options.onStatus(this.#status, sentinel);
  }

  /** Takes up what is kept. Where anything of it is missing or not what its hash says, all of it counts as lost. */
  async #load(): Promise<void> {
    try {
      const [head, seen] = (await Promise.all([this.#storage.get(HEAD), this.#storage.get(SEEN)])) as [Head | undefined, string | undefined];
      const { sentinel } = this.#options;
      if (head?.snapshot.version !== 2) {
        if (sentinel !== undefined && this.#head === undefined) this.#tell({ rebuilt: true });
        return;
      }
      const asOf = later(head.asOf, seen);
      if (this.#held !== undefined && this.#head !== undefined && sameParts(this.#head, head)) {
        this.#apply(head);
        this.#head = head;
        return this.#tell({ rows: this.#held.rows.size, asOf });
      }
      const pack = await this.#packFor(head.snapshot);
      const parts = await this.#parts(head.snapshot, pack !== undefined);
      if (parts === undefined || !(await this.#shelf.hasAll(partsOf(head, pack !== undefined)))) return this.#tell({ rebuilt: true, ...(this.#held === undefined && { state: 'empty', rows: 0 }) });
      try {
        await this.#show(head, parts, pack ?? takenFrom(packOf(head.snapshot, parts)));
        // The page was closed while it was kept, or there was no room: there may be now.
        if (pack === undefined) this.#lost = true;
      } catch (error) {
        if (pack === undefined) throw error;
        this.#head = head;
        return await this.#withoutPack();
      }
      if (sentinel !== undefined && sentinel.hash === hashOf(head) && sentinel.rows !== this.#held?.rows.size) {
        this.#held = this.#head = undefined;
        return this.#tell({ state: 'empty', rows: 0, rebuilt: true });
      }
      this.#tell({ asOf });
    } catch (error) {
      this.#forsake(error);
    }
  }

  async #packFor(snapshot: Snapshot): Promise<Taken | undefined> {
    const taken = await this.#packs.take(packNameOf(snapshot));
    return taken !== undefined && JSON.stringify(taken.pack.of) === JSON.stringify(rowsOf(snapshot)) ? taken : undefined;
  }

  /** All but the records, and the rows where there is a pack of them. */
  async #parts(snapshot: Snapshot, packed: boolean): Promise<SnapshotPart[] | undefined> {
    const parts: SnapshotPart[] = [];
    for (const { kind, sha256 } of snapshot.parts) {
      if (kind === RECORDS.disclosure || kind === RECORDS.topic || (packed && kind === 'disclosures')) continue;
      const part = await this.#shelf.take(sha256);
      if (part === undefined) return undefined;
      parts.push(part);
    }
    return parts;
  }

  async #show(head: Head, parts: readonly SnapshotPart[], { pack, read }: Taken): Promise<void> {
    const places = new ReplicaPlaces(parts, head.snapshot.scope?.agency);
    const [rows, topics] = [new ReplicaRows(places), new ReplicaTopics(places)];
    await rows.load(pack, read);
    for (const part of parts) if (part.kind === 'topics') for (const topic of part.items) if (!(topic.summary.id in head.topics)) topics.put(topic);
    this.#held = { places, rows, topics };
    this.#apply(head);
    this.#head = head;
    this.#lost = false;
    this.#tell({ state: 'ready', rows: rows.size, asOf: head.asOf, parts: undefined });
    // What is damaged in the pack shows now.
    void rows.settle(this.#stop.signal, this.#looked).catch(async () => (this.#stop.signal.aborted ? undefined : this.#withoutPack()));
  }

  /** A pack that is damaged is thrown away. What rows of it are whole are taken out before, as the parts that they came in; the others are copied anew. */
  #withoutPack(): Promise<void> {
    const head = this.#head;
    this.#mending ??= (async () => {
      for (const { sha256 } of head === undefined ? [] : rowsOf(head.snapshot)) {
        const bytes = await this.#packs.bytesOf(sha256);
        if (bytes) await this.#put(bytes);
      }
      if (head) await this.#packs.drop(packNameOf(head.snapshot));
      this.#held = this.#head = undefined;
      await this.#load();
      this.#tell({ rebuilt: true });
      this.#miss();
      // Whoever copies may be another tab.
      if (!this.#stop.signal.aborted) this.#channel?.postMessage('lost');
    })().finally(() => (this.#mending = undefined));
    return this.#mending;
  }

  /** All is copied anew, at once: that takes what is missing. */
  #miss(): void {
    this.#lost = true;
    this.#hurry();
  }

  /** Keeps what is shown; from the first failure on, this page works from memory. */
  async #keep(head: Head): Promise<void> {
    this.#head = head;
    const rows = this.#held?.rows.size ?? 0;
    try {
      await this.#storage.set(HEAD, head);
      if (this.#status.kept) this.#tell({ rows }, { version: 1, rows, hash: hashOf(head) });
      // Once it is closed it throws, and that is no failure of the storage.
      if (!this.#stop.signal.aborted) this.#channel?.postMessage('changed');
    } catch (error) {
      this.#forsake(error);
    }
    this.#tell({ asOf: later(head.asOf, this.#status.asOf), rows });
  }

  /** What is shown is as the server has it at this time of its clock. */
  async #seen(time: string | undefined): Promise<void> {
    const asOf = later(this.#status.asOf ?? '', time);
    if (asOf === this.#status.asOf) return;
    await this.#storage.set(SEEN, asOf).catch((error: unknown) => this.#forsake(error));
    this.#tell({ asOf });
  }

  #forsake(error: unknown): void {
    if (isSunlitError(error)) throw error;
    this.#storage = memoryStorage();
    this.#shelf = new Shelf(this.#storage);
    this.#packs = new PackShelf(this.#storage);
    this.#tell({ kept: false });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    for (;;) {
      let pause = this.#options.interval ?? INTERVAL_MILLISECONDS;
      try {
        if (this.#isOld() && !this.#status.historyChanged) await this.#copy(signal);
        if (!this.#status.historyChanged) await this.#seen(later(await this.#catchUp(signal), await this.#catchUpTopics(signal)));
        this.#tell({ problem: undefined });
      } catch (error) {
        if (signal.aborted) return;
        if (!isSunlitError(error)) throw error;
        this.#tell({ problem: error.code, ...(error.code === 'history-changed' && { historyChanged: true }) });
        if (this.#held === undefined) pause = Math.min(pause, EMPTY_MILLISECONDS);
        pause = Math.max(pause, (error.retryAfter ?? 0) * 1000);
      }
      this.#tellLooked();
      const hurried = new Promise<void>((resolve) => (this.#hurry = resolve));
      await Promise.race([wait(pause, signal), hurried]);
    }
  }

  #isOld(): boolean {
    const head = this.#head;
    if (head === undefined || this.#lost) return true;
    return Object.keys(head.changed).length + Object.keys(head.topics).length > MOST_CHANGED || Date.parse(this.#status.asOf ?? '') - Date.parse(head.snapshot.stamp.time) > RENEWED_MILLISECONDS;
  }

  /** Copies a snapshot: parts that are here already are not asked for again, so that it goes on where it broke off. */
  async #copy(signal: AbortSignal): Promise<void> {
    const { agency } = this.#options;
    for (let attempt = 1; ; attempt += 1) {
      const snapshot = await ask<Snapshot>(this.#wire, signal, { method: 'GET', path: `v1/snapshot${agency === undefined ? '' : `?agency=${encodeURIComponent(agency)}`}` }, 'parts');
      try {
        const shelf = this.#shelf;
        const parts = await this.#copyParts(snapshot, signal);
        // The disk was full: what was copied before lies where nothing is looked for any more.
        if (shelf !== this.#shelf && attempt < MOST_ATTEMPTS) continue;
        const head: Head = { snapshot, seq: snapshot.stamp.seq, topicSeq: snapshot.stamp.topicSeq, asOf: snapshot.stamp.time, changed: {}, topics: {}, boards: {}, records: {} };
        const packed = packOf(snapshot, parts);
        // What is said to be here starts without a network the next time, whenever this page ends.
        await this.#storage.set(HEAD, head).catch((error: unknown) => this.#forsake(error));
        await this.#show(head, parts, takenFrom(packed));
        // Before others are told to look: the parts of the rows go with the next line but one. Where there is no room for it, a start takes longer, and that is all.
        const isPacked = this.#status.kept && (await this.#packs.put(packNameOf(snapshot), packed).then(() => true, () => false));
        await this.#keep(head);
        await Promise.all([this.#shelf.keepOnly(partsOf(head, isPacked)), this.#packs.keepOnly(packNameOf(snapshot))]).catch(() => undefined);
        return;
      } catch (error) {
        if (signal.aborted || attempt === MOST_ATTEMPTS || (error as Partial<SunlitError>).code !== 'not-found') throw error;
      }
    }
  }

  /** Puts all on the shelf. Answers those that are not only read when they are opened. */
  async #copyParts({ parts: all }: Snapshot, signal: AbortSignal): Promise<SnapshotPart[]> {
    const parts: SnapshotPart[] = [];
    let coming: Promise<PartBytes> | undefined;
    for (const [done, { kind, sha256 }] of all.entries()) {
      if (this.#held === undefined) this.#tell({ state: 'loading', parts: { done, all: all.length } });
      const { bytes, isNew } = await (coming ?? this.#partBytes(sha256, signal));
      // The next is on its way while this one is stored. No more than one, or a weak line would give neither in time.
      const next = all[done + 1];
      coming = next && this.#partBytes(next.sha256, signal);
      // If it fails, that is told when it is waited for.
      coming?.catch(() => undefined);
      if (isNew && (await this.#put(bytes)) !== sha256) throw new SunlitError('unexpected-answer', 'A part of the snapshot is not what its hash says', { hint: 'Try again.' });
      if (kind !== RECORDS.disclosure && kind !== RECORDS.topic) parts.push(partFrom(bytes));
    }
    return parts;
  }

  async #partBytes(sha256: string, signal: AbortSignal): Promise<PartBytes> {
    const kept = await this.#shelf.bytesOf(sha256).catch(() => undefined);
    return { bytes: kept ?? (await this.#packs.bytesOf(sha256)) ?? (await this.#askPart(sha256, signal)), isNew: kept === undefined };
  }

  /** On a line that comes and goes, every part has several chances. */
  async #askPart(sha256: string, signal: AbortSignal): Promise<ArrayBuffer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await askBytes(this.#wire, signal, { method: 'GET', path: `v1/snapshot/parts/${sha256}` });
      } catch (error) {
        if (!isSunlitError(error) || error.status !== undefined || attempt === MOST_ATTEMPTS) throw error;
        await wait(attempt * AGAIN_MILLISECONDS, signal);
      }
    }
  }

  async #put(bytes: ArrayBuffer): Promise<string> {
    const shelf = this.#shelf;
    return shelf.put(bytes).catch(async (error: unknown) => {
      // Of several at once the first that fails says it for all.
      if (shelf === this.#shelf) this.#forsake(error);
      return this.#shelf.put(bytes);
    });
  }

  /** Takes over which disclosures changed, as many as one answer holds, each kept before the next. Answers the time of the server. */
  async #catchUp(signal: AbortSignal): Promise<string> {
    const { agency } = this.#options;
    for (;;) {
      const head = this.#head;
      if (head === undefined) return '';
      const query = `after=${head.seq}&limit=${this.#together}${agency === undefined ? '' : `&agency=${encodeURIComponent(agency)}`}`;
      // Of a line that breaks off, less is asked for next time.
      this.#together = Math.max(LEAST_CHANGES, this.#together >> 2);
      const { body, time } = await askDated<SnapshotChanges>(this.#wire, signal, { method: 'GET', path: `v1/snapshot/changes?${query}` }, 'items');
      this.#together = MOST_CHANGES;
      if (body.latest < head.seq || body.seq < head.seq || (head.leaf !== undefined && body.before !== head.leaf)) throw historyChanged(head.seq);
      if (body.seq === head.seq) return time;
      const changed: Record<string, SnapshotRow | null> = Object.fromEntries(body.gone.map((id) => [id, null]));
      const records: Record<string, string> = {};
      for (const { record, ...row } of body.items) changed[record.id] = { ...row, summary: summaryOf(record) };
      const parts = Array.from({ length: Math.ceil(body.items.length / RECORDS_A_PART) }, (_, n) => body.items.slice(n * RECORDS_A_PART, (n + 1) * RECORDS_A_PART).map(({ record }) => record));
      await Promise.all(parts.map(async (items) => {
        const sha256 = await this.#put(bytesFrom({ kind: 'records', items }));
        for (const { id } of items) records[id] = sha256;
      }));
      const taken = { ...head, changed: { ...head.changed, ...changed }, records: { ...head.records, ...records } };
      this.#apply({ ...taken, changed, topics: {}, boards: {} });
      await this.#keep({ ...taken, seq: body.seq, leaf: body.leaf, asOf: later(head.asOf, body.time) });
      if (body.seq >= body.latest) return time;
    }
  }

  /** The same of topics, with the boards whose figures they change. */
  async #catchUpTopics(signal: AbortSignal): Promise<string> {
    for (;;) {
      const head = this.#head;
      if (head === undefined) return '';
      const { body: page, time } = await askDated<{ readonly items: TopicChange[]; readonly latest: number }>(this.#wire, signal, { method: 'GET', path: `v1/topics/changes?after=${head.topicSeq}&limit=${MOST_CHANGES}` }, 'items');
      const last = page.items.at(-1);
      if (last === undefined) return time;
      const ids = page.items.filter(({ id, topic }) => (topic === undefined ? this.#held?.topics.orderOf(id) !== undefined : this.#holds(topic.board.id) || this.#holds(topic.agency?.id))).map(({ id }) => id);
      const changed: Record<string, SnapshotTopic | null> = {};
      const boards: Record<string, SnapshotBoard> = {};
      const records: Record<string, string> = {};
      for (let start = 0; start < ids.length; start += TOPICS_A_PAGE) {
        const some = ids.slice(start, start + TOPICS_A_PAGE);
        const present = await ask<SnapshotTopics>(this.#wire, signal, { method: 'GET', path: `v1/snapshot/topics?ids=${some.join(',')}` }, 'boards');
        for (const id of some) changed[id] = null;
        for (const { record: _, ...topic } of present.items) changed[topic.summary.id] = topic;
        for (const board of present.boards) boards[board.board.agency.id] = board;
        if (present.items.length === 0) continue;
        const sha256 = await this.#put(bytesFrom({ kind: 'topic-records', items: present.items.map(({ record }) => record) }));
        for (const { record } of present.items) records[record.id] = sha256;
      }
      const taken = { ...head, topics: { ...head.topics, ...changed }, boards: { ...head.boards, ...boards }, records: { ...head.records, ...records } };
      this.#apply({ ...taken, changed: {}, topics: changed, boards });
      await this.#keep({ ...taken, topicSeq: last.seq, asOf: later(head.asOf, last.time) });
      if (last.seq >= page.latest) return time;
    }
  }

  #apply({ changed, topics, boards }: Pick<Head, 'changed' | 'topics' | 'boards'>): void {
    const held = this.#held;
    if (held === undefined) return;
    for (const [id, row] of Object.entries(changed)) {
      if (row) held.rows.put(row);
      else held.rows.remove(id);
    }
    for (const [id, topic] of Object.entries(topics)) {
      if (topic) held.topics.put(topic);
      else held.topics.remove(id);
    }
    for (const board of Object.values(boards)) held.places.put(board);
  }

  /** Whether an agency is one of those whose topics are held; one that is new since is not known yet. */
  #holds(agency: string | undefined): boolean {
    return agency !== undefined && (this.#head?.snapshot.scope === undefined || this.#held?.places.hasAgency(agency) === true);
  }
}

/** A record as lists show it. */
function summaryOf({ id, indexNo, kind, title, summary, agency, categoryId, docNo, publishedOn, validity, openTerm: { term }, revision }: PublishedDisclosure): SnapshotRow['summary'] {
  return { id, indexNo, kind, title, summary, agency, categoryId, ...(docNo === undefined ? {} : { docNo }), publishedOn, validity, openTerm: term, revision };
}

/** Times of the server, as it writes them. */
function later(a: string, b: string | undefined): string {
  return b !== undefined && b > a ? b : a;
}

function historyChanged(seq: number): SunlitError {
  return new SunlitError('history-changed', `Change ${seq} of the feed is missing, or not what it was`, { hint: 'The last good copy is kept. Ask who runs the server what happened.' });
}

function packOf(snapshot: Snapshot, parts: readonly SnapshotPart[]): ReturnType<typeof packRows> {
  return packRows(parts.flatMap((part) => (part.kind === 'disclosures' ? part.items : [])), rowsOf(snapshot));
}
