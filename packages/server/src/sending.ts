import { resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { OperationId } from '@sunlit/contract';
import type { FastifyReply } from 'fastify';
import type { Tables } from './database/tables.ts';
import { filesDirectory, originalsDirectory, pathOfFile } from './files.ts';
import { LETTER_POLICY } from './requests/letters/render.ts';
import type { Settings } from './settings.ts';

/* How answers are sent that are no JSON: files from the disk, files from memory, streams. */

/** A file to send instead of an answer of its own; one that is restricted does not lie where public ones do. */
export interface StoredFile extends Pick<Tables['attachment'], 'name' | 'media_type' | 'sha256'> {
  readonly restricted?: boolean;
}

/** A file to send that lies nowhere in clear. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** A letter, to be looked at and printed; anything else is only ever saved. */
  readonly page?: true;
}

/** Operations that answer a file from the disk, in pieces if asked. */
export const SENDS_FILES: ReadonlySet<OperationId> = new Set(['disclosures.attachment', 'topics.attachment', 'files.get'] as const);
/** Operations that answer a file from memory. */
export const SENDS_DOWNLOADS: ReadonlySet<OperationId> = new Set(['requests.paper', 'cases.letter', 'cases.file', 'board.list-scan', 'statistics.table', 'reports.file'] as const);

/** Operations that answer events as they happen. */
export const STREAMS: ReadonlySet<OperationId> = new Set(['changes.stream', 'topics.stream'] as const);

const SAVED_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export function sendStream(reply: FastifyReply, stream: Readable, method: string): FastifyReply {
  // It has no end that its head could wait for.
  if (method === 'HEAD') stream.destroy();
  // A connection that has streamed is of no more use; kept alive, it would hold up the end of the server. The other header is
  // for proxies such as nginx, which would collect a page of events before they pass any on.
  return reply.type('text/event-stream; charset=utf-8').headers({ connection: 'close', 'x-accel-buffering': 'no' }).send(stream);
}

export function sendFile(reply: FastifyReply, { name, media_type, sha256, restricted = false }: StoredFile, { dataDirectory }: Settings): FastifyReply {
  reply
    .type(media_type)
    .header('etag', `"${sha256}"`)
    .header('content-security-policy', SAVED_POLICY)
    .header('content-disposition', disposition('attachment', name));
  return reply.sendFile(pathOfFile(sha256), resolve(restricted ? originalsDirectory(dataDirectory) : filesDirectory(dataDirectory)), { etag: false, contentType: false, cacheControl: false, lastModified: false });
}

export function sendDownload(reply: FastifyReply, { name, mediaType, bytes, page }: Download): FastifyReply {
  return reply
    .type(page ? `${mediaType}; charset=utf-8` : mediaType)
    .header('content-security-policy', page ? LETTER_POLICY : SAVED_POLICY)
    .header('content-disposition', disposition(page ? 'inline' : 'attachment', name))
    .header('referrer-policy', 'no-referrer')
    .send(bytes);
}

/** RFC 8187; never shown in the page's own origin. */
function disposition(how: 'attachment' | 'inline', name: string): string {
  return `${how}; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
