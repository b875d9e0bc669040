import type { PersonalMark, PostingPapers } from '@sunlit/client/desk';

/** What looks personal in what somebody wrote, each once. */
export interface PersonalPiece {
  readonly kind: PersonalMark['kind'];
  readonly text: string;
}

export function personalPieces({ written, marks }: PostingPapers): readonly PersonalPiece[] {
  const of = (whole: string | undefined, found: readonly PersonalMark[]) => found.map(({ kind, start, end }) => ({ kind, text: (whole ?? '').slice(start, end) }));
  const all = [...of(written?.title, marks.title), ...of(written?.text, marks.text)].filter(({ text }) => text !== '');
  return [...new Map(all.map((piece) => [piece.text, piece])).values()];
}

/** What stands on the board instead, in the language of those who read it there, whoever takes it out. */
const INSTEAD: Readonly<Record<PersonalMark['kind'], string>> = {
  'resident-id': '［身份证号］', phone: '［电话］', 'bank-card': '［银行卡号］', email: '［邮箱］', plate: '［车牌］', address: '［住址］', name: '［姓名］',
};

/** The text without a piece, wherever it stands. */
export const takenOut = (whole: string, { kind, text }: PersonalPiece): string => whole.replaceAll(text, INSTEAD[kind]);
