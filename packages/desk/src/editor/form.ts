import type { EditorKey } from './strings/zh-CN.ts';
import type { DisclosureContent, DisclosureKey, FieldsOf, Flow, Table } from './types.ts';

/**
 * A form as data. `Form<T>` has one entry for every property of `T` and asks of each the input that fits its type, so a
 * property that the contract gains does not compile until a form shows it.
 */
export type Form<T> = { readonly [P in keyof T]-?: FieldFor<Exclude<T[P], undefined>> & (undefined extends T[P] ? { readonly optional: true } : { readonly optional?: never }) };

interface Named {
  /** Name of the field where it is not `f.<property>`. */
  readonly label?: DisclosureKey | EditorKey;
  readonly hint?: EditorKey;
}
export interface TextField extends Named {
  /** `line` in one row, `long` in several, but without line breaks, as the contract has it. */
  readonly input: 'line' | 'long' | 'link' | 'category' | 'credit-code';
  /** Characters. */
  readonly most: number;
}
export interface MarkdownField extends Named {
  readonly input: 'markdown';
  readonly most: number;
}
export interface DayField extends Named {
  readonly input: 'day';
  /** A property beside it that names a day this one must not be before. */
  readonly notBefore?: string;
}
/** The id of a published disclosure, found by its title. */
export interface DisclosureField extends Named {
  readonly input: 'disclosure';
  /** The property beside it that takes the title. */
  readonly titled?: string;
}
export interface NumberField extends Named {
  readonly input: 'number';
  readonly whole?: boolean;
  readonly least?: number;
  readonly most?: number;
}
export interface ChoiceField<V extends string = string> extends Named {
  readonly input: 'choice';
  readonly words: Readonly<Record<V, DisclosureKey | EditorKey>>;
}
export interface FlagField extends Named {
  readonly input: 'flag';
  readonly words: { readonly true: DisclosureKey; readonly false: DisclosureKey };
}
export interface LinesField extends Named {
  readonly input: 'lines';
  /** Characters of one. */
  readonly most: number;
  readonly least?: number;
  readonly count: number;
}
export interface ListField<I = object> extends Named {
  readonly input: 'list';
  readonly of: Form<I>;
  readonly least?: number;
  readonly count: number;
}
export interface GroupField<V = object> extends Named {
  readonly input: 'group';
  readonly of: Form<V>;
}
export interface VariantsField<V, By extends keyof V & string> extends Named {
  readonly input: 'variants';
  readonly by: By;
  readonly words: Readonly<Record<V[By] & string, DisclosureKey>>;
  readonly of: { readonly [W in V[By] & string]: Form<Omit<Extract<V, { readonly [B in By]: W }>, By>> };
}
export interface FlowField extends Named {
  readonly input: 'flow';
}
export interface TablesField extends Named {
  readonly input: 'tables';
}
export interface AttachmentsField extends Named {
  readonly input: 'attachments';
}
export interface PeersField extends Named {
  readonly input: 'peers';
}

type Peers = Exclude<FieldsOf<'statistics'>['peers'], undefined>;

type FieldFor<V> =
  [V] extends [boolean] ? FlagField
  : [V] extends [number] ? NumberField
  : [V] extends [string] ? (string extends V ? TextField | MarkdownField | DayField | DisclosureField : ChoiceField<V>)
  : [V] extends [Flow] ? FlowField
  : [V] extends [readonly Table[]] ? TablesField
  : [V] extends [DisclosureContent['attachments']] ? AttachmentsField
  : [V] extends [readonly (infer I)[]] ? ([I] extends [string] ? LinesField : ListField<I>)
  : [V] extends [Peers] ? PeersField
  : [V] extends [{ term: string }] ? VariantsField<V, 'term'>
  : [V] extends [{ act: string }] ? VariantsField<V, 'act'>
  : GroupField<V>;

/** The field that edits a value of a type. */
export type Editing<V> = FieldFor<V>;

interface SomeField extends Named {
  readonly optional?: boolean | undefined;
}
/** Any field, where its type no longer matters: what views and checks walk through. */
export type Field = SomeField &
  (
    | TextField | MarkdownField | DayField | DisclosureField | NumberField | ChoiceField | FlagField | LinesField | FlowField | TablesField | AttachmentsField | PeersField
    | { readonly input: 'list'; readonly of: Fields; readonly least?: number; readonly count: number }
    | { readonly input: 'group'; readonly of: Fields }
    | { readonly input: 'variants'; readonly by: string; readonly words: Readonly<Record<string, DisclosureKey>>; readonly of: Readonly<Record<string, Fields>> }
  );
export type Fields = Readonly<Record<string, Field>>;

export type FieldWith<I extends Field['input']> = Extract<Field, { readonly input: I }>;
