import { cleanGif } from './formats/gif.ts';
import type { Cleaned } from './formats/format.ts';
import { cleanJpeg } from './formats/jpeg.ts';
import { cleanOfd } from './formats/ofd.ts';
import { cleanOffice } from './formats/office.ts';
import { cleanOldOffice } from './formats/old-office.ts';
import { cleanPng } from './formats/png.ts';
import { cleanMp3, cleanMp4 } from './formats/sound-and-film.ts';
import { cleanWebp } from './formats/webp.ts';
import type { Recognised } from './recognise.ts';

/** A file as it may be published: without what tells of the people who made it and where. @throws Refusal when that cannot be done. */
export async function clean(bytes: Uint8Array, { content, entries }: Recognised): Promise<Cleaned> {
  switch (content) {
    case 'jpeg': return cleanJpeg(bytes);
    case 'png': return cleanPng(bytes);
    case 'gif': return cleanGif(bytes);
    case 'webp': return cleanWebp(bytes);
    case 'mp3': return cleanMp3(bytes);
    case 'mp4': return cleanMp4(bytes);
    // The only one whose library is large.
    case 'pdf': return (await import('./formats/pdf.ts')).cleanPdf(bytes);
    case 'docx': case 'xlsx': case 'pptx': return cleanOffice(bytes, entries);
    case 'ofd': return cleanOfd(bytes, entries);
    case 'doc': case 'xls': case 'ppt': return cleanOldOffice(bytes);
    case 'text': return { bytes, removed: [], warnings: [] };
    case 'zip': return { bytes, removed: [], warnings: [{ code: 'archive-contents' }] };
  }
}
