import { readFile, writeFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { RemovedTrace } from '@sunlit/contract';
import { clean } from './clean.ts';
import { Refusal, type Warning } from './formats/format.ts';
import { recognise } from './recognise.ts';

/** What is to be looked at, on the disk or in memory alone, and where a cleaned copy goes if it differs; without `cleanTo` the file stays as it is. */
export type Examinee =
  | { readonly name: string; readonly path: string; readonly cleanTo?: string }
  | { readonly name: string; readonly bytes: Uint8Array; readonly cleanTo?: never };

export type Examined =
  | { readonly type: 'taken'; readonly mediaType: string; readonly changed: boolean; readonly removed: readonly RemovedTrace[]; readonly warnings: readonly Warning[] }
  | { readonly type: 'refused'; readonly pointer: string; readonly code: string; readonly values: Readonly<Record<string, string | number>> };

async function examine({ name, cleanTo, ...from }: Examinee): Promise<Examined> {
  try {
    const bytes = 'path' in from ? await readFile(from.path) : from.bytes;
    const recognised = await recognise(bytes, name);
    const { mediaType } = recognised;
    if (cleanTo === undefined) return { type: 'taken', mediaType, changed: false, removed: [], warnings: [] };
    const { bytes: cleaned, removed, warnings } = await clean(bytes, recognised);
    const changed = cleaned !== bytes;
    if (changed) await writeFile(cleanTo, cleaned, { flush: true });
    return { type: 'taken', mediaType, changed, removed, warnings };
  } catch (error) {
    if (error instanceof Refusal) return { type: 'refused', pointer: error.pointer, code: error.code, values: error.values };
    if (error instanceof Error && 'syscall' in error) throw error;
    // Whatever a hostile or broken file makes a reader stumble over.
    return { type: 'refused', pointer: '/body', code: 'file-damaged', values: {} };
  }
}

/** The thread of `examineFile`. */
parentPort?.postMessage(await examine(workerData as Examinee));
