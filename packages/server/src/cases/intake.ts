import { readFile, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { examineFile } from '../files/examine.ts';
import { receive } from '../files/receive.ts';
import { invalid } from '../problems.ts';
import type { RequestStore } from '../requests/store.ts';

/** A file as it came, whole, with what kind its content says it is. */
export interface TakenFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

/** Takes a file in and looks into it; it lies on the disk in clear no longer than that. @throws ProblemError saying what is wrong with it. */
export async function takeBytes({ dataDirectory }: Pick<RequestStore, 'dataDirectory'>, { body, name: given, limit }: { readonly body: IncomingMessage; readonly name: string; readonly limit: number }): Promise<TakenFile> {
  const name = given.normalize('NFC').trim();
  const { path } = await receive(dataDirectory, body, limit);
  try {
    const examined = await examineFile({ path, name });
    if (examined.type === 'refused') throw invalid(examined);
    return { bytes: await readFile(path), mediaType: examined.mediaType, name };
  } finally {
    await rm(path, { force: true });
  }
}
