import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { TransferError } from './transfer-error.ts';

type Encoding = 'utf-8' | 'gb18030' | 'utf-16le';

/**
 * What a text file is written in: by its byte order mark, else UTF-8 if all of it is, else GB18030, in which spreadsheets on Chinese
 * systems write CSV. @throws TransferError when it is none of them.
 */
async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  const { buffer: head } = await file.read(Buffer.alloc(3), 0, 3, 0).finally(() => file.close());
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  for (const encoding of ['utf-8', 'gb18030'] as const) if (await decodes(path, encoding)) return encoding;
  throw new TransferError('file.encoding');
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path)) decoder.decode(chunk as Buffer, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** The text of a file, in pieces, without a byte order mark. @throws TransferError when it is in no encoding that we know. */
export async function* textOf(path: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(await encodingOf(path));
  for await (const chunk of createReadStream(path)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text !== '') yield text;
  }
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}
