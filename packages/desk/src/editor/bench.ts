import type { Category, DisclosureRef } from '@sunlit/client';
import type { Language, Translate } from '../../../../src/shared/i18n.ts';
import type { Context } from '../../../../src/disclosure/types.ts';
import type { Found } from './checks.ts';
import type { EditorKey } from './strings/zh-CN.ts';
import type { Uploads } from './uploads.ts';
import type { DisclosureKey, Json, Word } from './types.ts';

export type Say = Translate<EditorKey>;

/** What the views of the editor know of it. Everything that changes goes through here. */
export interface Bench {
  readonly t: Say;
  readonly word: Word;
  /** A key of either. */
  readonly say: (key: EditorKey | DisclosureKey) => string;
  readonly language: Language;
  get(pointer: string): Json;
  set(pointer: string, value: Json): void;
  /** Takes something away; it can be undone, and the reader is told. */
  remove(pointer: string, value: Json, said: string): void;
  /** Somebody has been in a field: from now on it is said what is missing there. */
  left(pointer: string): void;
  /** What to say beside a field. */
  found(pointer: string): Found | undefined;
  /** Moves the focus to the field of a pointer (or to any id) when it is drawn. */
  focus(id: string): void;
  announce(text: string): void;
  /** What a view keeps for itself while the editor is open, such as the page of a table. */
  memo<T>(key: string): T | undefined;
  keep(key: string, value: unknown): void;
  readonly categories: readonly Category[];
  /** A published disclosure by its id, once it is known. */
  reference(id: string): DisclosureRef | undefined;
  readonly uploads: Uploads;
  /** For drawings: how the public sees them. */
  readonly context: Context;
  /** For the widgets inside. */
  readonly setting: { readonly api: string; readonly theme: string | undefined; readonly scheme: string | undefined };
}
