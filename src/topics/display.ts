import type { Board, Topic, TopicSummary } from '@sunlit/client/topics';
import type { Language } from '../shared/i18n.ts';

/** How a topic stands, as the list says it: `standingOf` of ./standing.ts. */
export interface DisplayedStanding {
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  readonly text: string;
  readonly until: readonly string[];
}

/** What hangs on a wall or stands on a sheet, and how it is said. */
export interface Displayed {
  readonly board: Board;
  readonly language: Language;
  readonly standing: (topic: TopicSummary) => DisplayedStanding;
  /** Address of the board, and of a topic, on the agency’s site: for codes. */
  readonly boardHref: string | undefined;
  readonly href: (id: string) => string | undefined;
}

/** Of a topic what a sheet shows; a summary does, the answer comes with the whole. */
export type DisplayedTopic = TopicSummary & Partial<Pick<Topic, 'text' | 'answer' | 'declined'>>;

/** The beginning of an answer without its Markdown, cut at the end of a sentence where there is one. */
export function beginning(markdown: string, longest: number): string {
  const plain = markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1') // links and images by their words
    .replace(/^\s*\|.*$/gm, '') // tables say nothing in one line
    .replace(/^\s*(?:#{1,6}|>|[-*+])\s+/gm, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/([。！？；：，]) /g, '$1')
    .trim();
  const letters = [...plain];
  if (letters.length <= longest) return plain;
  const cut = letters.slice(0, longest).join('');
  const sentence = Math.max(...['。', '！', '？', '；', '. '].map((end) => cut.lastIndexOf(end)));
  return sentence > longest / 2 ? `${cut.slice(0, sentence + 1)}……` : `${cut.trimEnd()}……`;
}
