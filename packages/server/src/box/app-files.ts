import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { writeDurably } from './durable.ts';

/** A version of the app: its files by their path, each with the SHA-256 of its bytes. The build writes it as `files.json`. */
export interface AppVersion {
  readonly files: Readonly<Record<string, string>>;
}

/** What is served: whole, checked, and in memory, so that a disk that fails later changes nothing. */
export interface LoadedApp {
  /** The same for the same files. */
  readonly version: string;
  readonly files: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly sha256: string }>;
}

export type AppTrouble =
  | { readonly trouble: 'manifest'; readonly folder: string }
  | { readonly trouble: 'file'; readonly path: string; readonly mended: boolean }
  /** The offered version is not whole and cannot be mended: the last one that was is served. */
  | { readonly trouble: 'older'; readonly version: string }
  /** The version is whole, but no page of it came to life: the one before is served. */
  | { readonly trouble: 'stillborn'; readonly version: string; readonly served: string };

export interface AppSource {
  /** Where the installed version lies, `dist/kiosk` of a release. */
  readonly folder: string;
  /** Where the box keeps the last two good versions. */
  readonly kept: string;
  /** A file from the server, if it serves the app, too. */
  readonly fetched: (path: string) => Promise<Uint8Array | undefined>;
  readonly tell: (trouble: AppTrouble) => void;
}

const CURRENT = 'current.json';
const PREVIOUS = 'previous.json';

/** The newest version of which every file is what its hash says: the installed one, else the last that was. `undefined` where there is none. */
export async function loadApp(source: AppSource): Promise<LoadedApp | undefined> {
  await mkdir(join(source.kept, 'files'), { recursive: true });
  const offered = await versionIn(join(source.folder, 'files.json'));
  if (offered === undefined) source.tell({ trouble: 'manifest', folder: source.folder });
  const [current, previous] = [await versionIn(join(source.kept, CURRENT)), await versionIn(join(source.kept, PREVIOUS))];
  for (const candidate of [offered, current, previous]) {
    const files = candidate && (await filesOf(candidate, source));
    if (candidate === undefined || files === undefined) continue;
    const version = nameOf(candidate);
    if (candidate !== offered) source.tell({ trouble: 'older', version });
    else await keep(source.kept, files, candidate, current && nameOf(current) !== version ? current : previous);
    return { version, files };
  }
  return undefined;
}

/** The kept version before this one, if it is whole. From now on it is the last good one: what is installed next must not push it out. */
export async function loadBefore({ kept }: Pick<AppSource, 'kept'>, { version }: LoadedApp): Promise<LoadedApp | undefined> {
  const before = await versionIn(join(kept, PREVIOUS));
  if (before === undefined || nameOf(before) === version) return undefined;
  const files = new Map<string, { readonly bytes: Uint8Array; readonly sha256: string }>();
  for (const [path, sha256] of Object.entries(before.files)) {
    const bytes = await keptCopy(kept, sha256);
    if (bytes === undefined) return undefined;
    files.set(path, { bytes, sha256 });
  }
  await writeDurably(join(kept, CURRENT), JSON.stringify(before));
  return { version: nameOf(before), files };
}

/** Every file of a version, from wherever it is whole; `undefined` when one is nowhere. */
async function filesOf({ files }: AppVersion, { folder, kept, fetched, tell }: AppSource): Promise<LoadedApp['files'] | undefined> {
  const loaded = new Map<string, { readonly bytes: Uint8Array; readonly sha256: string }>();
  let whole = true;
  for (const [path, sha256] of Object.entries(files)) {
    const isRight = (bytes: Uint8Array | undefined) => bytes !== undefined && hashOf(bytes) === sha256;
    let bytes = await readFile(join(folder, path)).catch(missing);
    if (!isRight(bytes)) {
      bytes = (await keptCopy(kept, sha256)) ?? Buffer.from((await fetched(path)) ?? []);
      const mended = isRight(bytes);
      tell({ trouble: 'file', path, mended });
      // All that is damaged is told, not only the first.
      whole &&= mended;
    }
    if (bytes !== undefined) loaded.set(path, { bytes, sha256 });
  }
  return whole ? loaded : undefined;
}

/** What the box kept of a file, if it is what its hash says. */
async function keptCopy(kept: string, sha256: string): Promise<Buffer<ArrayBuffer> | undefined> {
  const bytes = await readFile(join(kept, 'files', sha256)).catch(missing);
  return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined;
}

/** Keeps a version that is whole beside the one before it, and nothing else. */
async function keep(folder: string, files: LoadedApp['files'], version: AppVersion, before: AppVersion | undefined): Promise<void> {
  for (const { bytes, sha256 } of files.values()) {
    if ((await keptCopy(folder, sha256)) === undefined) await writeDurably(join(folder, 'files', sha256), bytes);
  }
  if (before !== undefined) await writeDurably(join(folder, PREVIOUS), JSON.stringify(before));
  await writeDurably(join(folder, CURRENT), JSON.stringify(version));
  const wanted = new Set([...Object.values(version.files), ...Object.values(before?.files ?? {})]);
  for (const name of await readdir(join(folder, 'files'))) if (!wanted.has(name)) await rm(join(folder, 'files', name), { force: true });
}

async function versionIn(path: string): Promise<AppVersion | undefined> {
  try {
    const { files } = JSON.parse(await readFile(path, 'utf8')) as Partial<AppVersion>;
    const entries = Object.entries(files ?? {});
    const good = entries.every(([name, sha256]) => normalize(name) === name && !/^[/\\.]|:/.test(name) && /^[0-9a-f]{64}$/.test(sha256));
    return good && files !== undefined && 'index.html' in files ? { files } : undefined;
  } catch {
    // Missing or damaged: `loadApp` tells of the one that must be there.
    return undefined;
  }
}

const nameOf = ({ files }: AppVersion) => hashOf(JSON.stringify(Object.entries(files).sort())).slice(0, 12);
const hashOf = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** A file that cannot be read is as good as none: what stands there instead is judged by its hash. */
const missing = () => undefined;
