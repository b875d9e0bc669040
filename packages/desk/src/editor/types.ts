import type { DisclosureContent, DisclosureKind, FieldError, Flow, Table } from '@sunlit/client';
import type { Draft, DraftContent, Withheld } from '@sunlit/contract';
import type { DisclosureKey as OwnKey } from '../../../../src/disclosure/strings/zh-CN.ts';
import type { SharedKey, Translate } from '../../../../src/shared/i18n.ts';

export type { DisclosureContent, DisclosureKind, Draft, DraftContent, FieldError, Flow, Table, Withheld };

/** `fields` of one kind, as the contract has them. */
export type FieldsOf<K extends DisclosureKind> = Extract<DisclosureContent, { kind: K }>['fields'];

/** Names of the words of a disclosure. */
export type DisclosureKey = OwnKey | SharedKey;

/** Words of the disclosure itself, the same that the public reads. */
export type Word = Translate<DisclosureKey>;

/** What an officer writes, perhaps not finished: any part may be missing or wrong until `problems` is empty. */
export interface Written {
  readonly content: DraftContent;
  readonly reason?: string;
  readonly withheld: readonly Partial<Withheld>[];
}

/** Anything JSON can hold, as unfinished content is. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };
