import { DisclosureContent, FIELDS, type FieldError } from '@sunlit/contract';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { marked, type Token } from 'marked';
import { isDay } from './number.ts';

/** A publication that cannot be: every reason with a JSON pointer into what was given. */
export class PublicationError extends Error {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '));
    this.name = 'PublicationError';
    this.errors = errors;
  }
}

const ajv = new Ajv({ allErrors: true });
const validators = new Map<string, ValidateFunction>();

/** The schema of one kind: against the union of all kinds, every error would come fourteen times. */
function validatorOf(kind: unknown): ValidateFunction | undefined {
  const schema = DisclosureContent.anyOf.find((one) => one.properties.kind.const === kind);
  if (schema === undefined) return undefined;
  let validator = validators.get(String(kind));
  if (validator === undefined) validators.set(String(kind), (validator = ajv.compile(schema)));
  return validator;
}

/** @throws PublicationError when the content is none of the contract's kinds. */
export function checkContent(content: DisclosureContent, at = ''): void {
  const validator = validatorOf(content.kind);
  if (validator === undefined) throw new PublicationError([{ pointer: `${at}/kind`, code: 'enum', detail: `unknown kind "${String(content.kind)}"` }]);
  const errors = validator(content) ? impossible(content) : (validator.errors ?? []).map(asFieldError);
  if (errors.length > 0) throw new PublicationError(errors.map((error) => ({ ...error, pointer: at + error.pointer })));
}

function asFieldError({ instancePath, keyword, message, params }: ErrorObject): FieldError {
  const property: unknown = params['additionalProperty'] ?? params['missingProperty'];
  return { pointer: typeof property === 'string' ? `${instancePath}/${property}` : instancePath, code: keyword, detail: message ?? keyword };
}

/** What a JSON Schema cannot say. */
function impossible(content: DisclosureContent): FieldError[] {
  const days = [['formedOn', content.formedOn], ['effectiveOn', content.effectiveOn]] as const;
  const names = content.attachments.map(({ name }) => name);
  return [
    ...days.filter(([, day]) => day !== undefined && !isDay(day)).map(([name]) => ({ pointer: `/${name}`, code: 'day', detail: 'is no day of the calendar' })),
    ...names.flatMap((name, index) =>
      names.indexOf(name) < index ? [{ pointer: `/attachments/${index}/name`, code: 'unique', detail: `"${name}" is attached twice` }] : []),
  ];
}

/** All that can be found in a disclosure apart from its title and numbers: summary, body, and the texts of its fields. */
export function searchableText(content: DisclosureContent): string {
  return [content.summary, plainText(content.body), ...fieldTexts(FIELDS[content.kind], content.fields)].join('\n');
}

/** Markdown without its marks, raw HTML and addresses: what a reader sees. */
export function plainText(markdown: string): string {
  return textOf(marked.lexer(markdown)).replace(/\n{2,}/g, '\n').trim();
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(textOfToken).join('');
}

function textOfToken(token: Token): string {
  switch (token.type) {
    case 'html': case 'def': return '';
    case 'space': case 'br': case 'hr': return '\n';
    case 'list': return textOf(token['items'] as Token[]);
    case 'table': {
      const rows = [token['header'], ...(token['rows'] as unknown[])] as { tokens: Token[] }[][];
      return rows.map((cells) => `${cells.map((cell) => textOf(cell.tokens)).join(' ')}\n`).join('');
    }
    case 'paragraph': case 'heading': case 'blockquote': case 'list_item': return `${textOf(inside(token))}\n`;
    case 'code': return `${token['text'] as string}\n`;
    default: return inside(token).length > 0 ? textOf(inside(token)) : 'text' in token ? String(token.text) : '';
  }
}

function inside(token: Token): readonly Token[] {
  return 'tokens' in token && token.tokens ? token.tokens : [];
}

interface Schema {
  readonly type?: unknown;
  readonly title?: unknown;
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
}

/** What people wrote into the fields: the strings whose schema is neither a choice nor, by its title, a day, link or id. */
function fieldTexts(schema: Schema, value: unknown): string[] {
  if (typeof value === 'string') return isWritten(schema) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((one) => (schema.items ? fieldTexts(schema.items, one) : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const property = propertyOf(schema, name, value as Readonly<Record<string, unknown>>);
    return property ? fieldTexts(property, part) : [];
  });
}

function isWritten(schema: Schema): boolean {
  if (schema.anyOf) return schema.anyOf.some(isWritten);
  return schema.type === 'string' && schema.enum === undefined && schema.const === undefined && schema.title === undefined;
}

/** The schema of a property; of a union, that of the member whose constants the value has. */
function propertyOf(schema: Schema, name: string, value: Readonly<Record<string, unknown>>): Schema | undefined {
  const members = schema.anyOf ?? [schema];
  const member = members.find(({ properties = {} }) =>
    Object.entries(properties).every(([key, { const: constant }]) => constant === undefined || constant === value[key]));
  return member?.properties?.[name];
}
