import type { Signer } from '@sunlit/client/desk';

/** As many as one list takes. */
export const MOST_SIGNERS = 500;

/** A line that is no signer: without a name, or with something that is too long. */
export interface BadLine {
  readonly line: number;
  readonly text: string;
}

export interface Signers {
  readonly signers: readonly Signer[];
  readonly bad: readonly BadLine[];
}

const HEADING = /^(序号|编号|姓名|name|no\.?)$/i;

/**
 * Who stands on a sheet: one a line, a name and, if it is there, a telephone number after a tab, comma or blanks. Columns that a sheet has
 * beside them (a number of the line, an address) are left out; a row of headings is no signer.
 */
export function signersOf(pasted: string): Signers {
  const signers: Signer[] = [];
  const bad: BadLine[] = [];
  pasted.normalize('NFKC').split(/\r\n|\r|\n/).forEach((text, index) => {
    const cells = (text.includes('\t') || /[,，、;]/.test(text) ? text.split(/[\t,，、;]/) : text.split(/\s{2,}|\s+(?=[+\d(])/)).map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (cells.length === 0 || cells.some((cell) => HEADING.test(cell))) return;
    const phone = cells.find(isPhone);
    const name = cells.find((cell) => !/^[\d\s.()+-]+$/.test(cell));
    if (name === undefined || [...name].length > 60) bad.push({ line: index + 1, text: text.trim().slice(0, 40) });
    else signers.push({ name: name.replaceAll(/\s+/g, ' '), ...(phone && { phone: phone.replaceAll(/\s+/g, '') }) });
  });
  return { signers, bad };
}

/** Seven digits or more, however they are grouped; a number of a line is shorter. */
const isPhone = (cell: string): boolean => /^[+\d][\d\s()-]{5,38}$/.test(cell) && cell.replaceAll(/\D/g, '').length >= 7;
