import type { Attachment, DisclosureContent, DisclosureRef, Flow, PublishedDisclosure, Revision, Table, WithdrawnDisclosure, Disclosure } from '@sunlit/client';
import type { Language, Translate } from '../shared/i18n.ts';
import type { DisclosureKey } from './strings/zh-CN.ts';

export type { Attachment, Disclosure, DisclosureContent, DisclosureRef, Flow, PublishedDisclosure, Revision, Table, WithdrawnDisclosure };

/** A published disclosure of one kind. */
export type Published<K extends PublishedDisclosure['kind']> = Extract<PublishedDisclosure, { kind: K }>;
export type FieldsOf<K extends PublishedDisclosure['kind']> = Published<K>['fields'];

export type Say = Translate<DisclosureKey>;

export interface Sorting {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** A text made from Markdown, as nodes that may be shown once. */
export interface RichText {
  readonly node: HTMLElement;
  readonly headings: readonly { readonly text: string; readonly level: number; readonly element: HTMLElement }[];
}

/** How a disclosure stands, as a badge says it. */
export interface Standing {
  readonly text: string;
  readonly tone: 'good' | 'warn' | 'bad';
}

/** What a renderer may know of the widget around it. Everything that changes with time or by a reader's act comes from here. */
export interface Context {
  readonly t: Say;
  readonly language: Language;
  /** Today in Asia/Shanghai, `YYYY-MM-DD`. */
  readonly today: string;
  /** How the disclosure stands when that is no more what its own text says. */
  readonly standing?: Standing | undefined;
  /** Width there is for drawings, in em. */
  readonly room: number;
  /** Address of a disclosure for links that are copied or opened in another tab. */
  href(id: string): string;
  open(subject: { readonly id: string; readonly title: string }): void;
  rich(markdown: string): RichText | 'loading' | 'failed';
  sorting(table: string): Sorting | undefined;
  sort(table: string, column: string): void;
  /** Whether a reader asked to see all of a long list. */
  isWhole(list: string): boolean;
  showWhole(list: string): void;
}
