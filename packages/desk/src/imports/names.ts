import type { DisclosureKind } from '@sunlit/client';
import type { ImportField } from '@sunlit/client/desk';
import { strings as disclosureStrings } from '../../../../src/disclosure/strings/index.ts';
import { translator, type Language } from '../../../../src/shared/i18n.ts';
import { strings as editorStrings } from '../editor/strings/index.ts';
import type { DisclosureKey } from '../editor/types.ts';
import { pathOf } from '../editor/words.ts';
import type { EditorKey } from '../editor/strings/zh-CN.ts';
import { source, type ImportKey } from './strings/zh-CN.ts';
import type { SayImport } from './strings/index.ts';

export const NAMES = [disclosureStrings, editorStrings];

/** A key of the editor, or of what the public reads. */
export function sayEither(language: Language): (key: EditorKey | DisclosureKey) => string {
  const [t, word] = [translator(editorStrings, language), translator(disclosureStrings, language)];
  return (key) => (key in editorStrings.bundled ? t(key as EditorKey) : word(key as DisclosureKey));
}

/** What can be mapped, called as in the editor; what it does not know, as the tables of other systems head it. */
export function namesOf(t: SayImport, language: Language, kind: DisclosureKind, fields: readonly ImportField[]): ReadonlyMap<string, string> {
  const words = { t: translator(editorStrings, language), word: translator(disclosureStrings, language), say: sayEither(language) };
  return new Map(fields.map(({ path, label }) => {
    const own = `path.${path}`;
    if (own in source) return [path, t(own as ImportKey)];
    const name = pathOf(kind, `/content/${path.replaceAll('.', '/')}`, words);
    const unknown = name === path.split('.').at(-1) || name === words.t('group.fields');
    return [path, unknown ? label : name];
  }));
}
