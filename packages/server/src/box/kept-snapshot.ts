import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { text } from 'node:stream/consumers';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { Snapshot } from '@sunlit/contract';
import { writeDurably } from './durable.ts';
import { LineDownError, type Line } from './line.ts';

/** What the API said instead of what was asked for, to be passed on as it is. */
export interface OtherAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/**
 * The last whole snapshot on the disk, so that a browser whose profile is new builds its replica without a line. A page that has its parts
 * already asks for none, so the box copies them for itself. All of it is public, and told by its hashes.
 */
export class KeptSnapshot {
  readonly #folder: string;
  readonly #line: Line;
  readonly #tell: (file: string) => void;
  readonly #asking = new Map<string, Promise<string | OtherAnswer>>();
  #copying: Promise<void> = Promise.resolve();

  constructor(folder: string, line: Line, tell: (file: string) => void) {
    this.#folder = folder;
    this.#line = line;
    this.#tell = tell;
  }

  /** The list of parts of a query such as `?agency=liuhe`: the server's, else the last of which every part is here. @throws LineDownError where there is neither */
  async list(query: string): Promise<string | OtherAnswer> {
    try {
      const answer = await this.#ask(`/v1/snapshot${query}`);
      if (answer.status === 200 && isSnapshot(parsed(answer.body))) {
        this.#copying = this.#copying.then(() => this.#copy(query, answer.body)).catch(() => undefined);
        return answer.body;
      }
      // A definite no is the API's; anything else, such as the page of a captive portal, is no answer.
      if (answer.status >= 400 && answer.status < 500 && answer.type.startsWith('application/problem+json')) return answer;
      return (await this.#kept(query)) ?? answer;
    } catch (error) {
      const kept = await this.#kept(query);
      if (kept === undefined) throw error;
      return kept;
    }
  }

  /** A part by its hash, from the disk, else from the server. @throws LineDownError where there is neither */
  async part(sha256: string): Promise<string | OtherAnswer> {
    const known = await this.#read(sha256);
    if (known !== undefined) return known;
    const asked = this.#asking.get(sha256) ?? this.#fetchPart(sha256).finally(() => this.#asking.delete(sha256));
    this.#asking.set(sha256, asked);
    return asked;
  }

  /** Brings what is kept up to date. Answers whether the line gave it. */
  async refresh(query: string): Promise<boolean> {
    const answer = await this.list(query).catch(() => undefined);
    await this.#copying;
    return typeof answer === 'string' && !this.#line.isDown;
  }

  /** When what is kept was made, by the server's clock. */
  async time(query: string): Promise<string | undefined> {
    const kept = await this.#kept(query);
    return kept === undefined ? undefined : (JSON.parse(kept) as Snapshot).stamp.time;
  }

  /** Resolves when nothing is being copied any more. */
  async settled(): Promise<void> {
    await this.#copying;
  }

  async #copy(query: string, list: string): Promise<void> {
    const { parts } = JSON.parse(list) as Snapshot;
    for (const { sha256 } of parts) if (typeof (await this.part(sha256)) !== 'string') return;
    await writeDurably(this.#pathOf(nameOf(query)), list);
    const lists = (await readdir(this.#folder)).filter((name) => name.endsWith('.list'));
    const wanted = new Set(lists);
    for (const name of lists) {
      const snapshot = parsed(await readFile(this.#pathOf(name), 'utf8'));
      if (isSnapshot(snapshot)) for (const part of snapshot.parts) wanted.add(part.sha256);
    }
    for (const name of await readdir(this.#folder)) if (!wanted.has(name)) await rm(this.#pathOf(name), { force: true });
  }

  async #kept(query: string): Promise<string | undefined> {
    const list = await readFile(this.#pathOf(nameOf(query)), 'utf8').catch(absent);
    if (list === undefined) return undefined;
    if (isSnapshot(parsed(list))) return list;
    this.#tell(nameOf(query));
    await rm(this.#pathOf(nameOf(query)), { force: true });
    return undefined;
  }

  async #fetchPart(sha256: string): Promise<string | OtherAnswer> {
    const answer = await this.#ask(`/v1/snapshot/parts/${sha256}`);
    if (answer.status !== 200 || hashOf(answer.body) !== sha256) return answer;
    await writeDurably(this.#pathOf(sha256), answer.body);
    return answer.body;
  }

  async #read(sha256: string): Promise<string | undefined> {
    const bytes = await readFile(this.#pathOf(sha256), 'utf8').catch(absent);
    if (bytes === undefined || hashOf(bytes) === sha256) return bytes;
    this.#tell(sha256);
    await rm(this.#pathOf(sha256), { force: true });
    return undefined;
  }

  #pathOf(name: string): string {
    return join(this.#folder, name);
  }

  async #ask(path: string): Promise<OtherAnswer> {
    await mkdir(this.#folder, { recursive: true });
    const answer = await this.#line.ask({ method: 'GET', path, headers: { accept: 'application/json', 'accept-encoding': 'br, gzip' } });
    const unpack = { br: createBrotliDecompress, gzip: createGunzip }[answer.headers['content-encoding'] ?? ''];
    try {
      const body = await text(unpack === undefined ? answer : pipeline(answer, unpack(), () => undefined));
      return { status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body };
    } catch (cause) {
      throw new LineDownError('The answer broke off', { cause });
    }
  }
}

const hashOf = (content: string) => createHash('sha256').update(content).digest('hex');
const nameOf = (query: string) => `${hashOf(query).slice(0, 16)}.list`;

/** Loosely: a server may be newer than the box, and say more. */
function isSnapshot(value: unknown): value is Snapshot {
  const { version, stamp, parts } = (value ?? {}) as Partial<Snapshot>;
  return version === 2 && typeof stamp?.time === 'string' && Array.isArray(parts) && parts.every(({ sha256 }) => /^[0-9a-f]{64}$/.test(sha256));
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function absent(error: unknown): undefined {
  if ((error as { readonly code?: unknown }).code !== 'ENOENT') throw error;
  return undefined;
}
