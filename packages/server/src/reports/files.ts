import { fileName } from '../files/attach.ts';
import type { Download } from '../sending.ts';
import { blocksOf } from './blocks.ts';
import { reportDocx } from './docx.ts';
import { reportPdf } from './pdf.ts';
import type { LoadedReport } from './report.ts';

export const REPORT_MEDIA = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' } as const;

/** A report as a file: what is previewed is what is printed. */
export async function reportFile({ title, markdown }: Pick<LoadedReport, 'title' | 'markdown'>, format: keyof typeof REPORT_MEDIA): Promise<Download> {
  const make = format === 'docx' ? reportDocx : reportPdf;
  return { name: `${fileName(title)}.${format}`, mediaType: REPORT_MEDIA[format], bytes: await make(title, blocksOf(markdown)) };
}
