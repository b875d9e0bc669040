import { DISCLOSURE_KINDS, DisclosureContent, FIELDS, type FieldError } from '@sunlit/contract';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { Lexer, type Token } from 'marked';
import { isDay } from './number.ts';

/** One reason, with what its sentence needs in another language: `locales`, `field`. */
export interface ContentFault extends FieldError {
  readonly values?: Readonly<Record<string, unknown>>;
}

/** A publication that cannot be: every reason with a JSON pointer into what was given. */
export class PublicationError extends Error {
  readonly errors: readonly ContentFault[];

  constructor(errors: readonly ContentFault[]) {
    super(errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; '));
    this.name = 'PublicationError';
    this.errors = errors;
  }
}

const ajv = new Ajv({ allErrors: true, discriminator: true });
const validators = new Map<string, ValidateFunction>();

/** The schema of one kind: against the union of all kinds, every error would come fourteen times. */
function validatorOf(kind: unknown): ValidateFunction | undefined {
  const schema = DisclosureContent.anyOf.find((one) => one.properties.kind.const === kind);
  if (schema === undefined) return undefined;
  let validator = validators.get(String(kind));
  if (validator === undefined) validators.set(String(kind), (validator = ajv.compile(discriminated(schema) as object)));
  return validator;
}

/** The same schema with every union told apart by its constant, so that errors are those of one member. */
function discriminated(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(discriminated);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { anyOf, ...rest } = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, discriminated(value)])) as { anyOf?: Schema[] };
  if (anyOf === undefined) return rest;
  const tag = Object.keys(anyOf[0]?.properties ?? {}).find((name) => anyOf.every(({ properties }) => properties?.[name]?.const !== undefined));
  return tag === undefined ? { ...rest, anyOf } : { ...rest, type: 'object', discriminator: { propertyName: tag }, required: [tag], oneOf: anyOf };
}

/** Everything that keeps a content from being one of the contract's kinds. */
export function faultsOf(content: { readonly kind: string }): ContentFault[] {
  const validator = validatorOf(content.kind);
  if (validator === undefined) return [{ pointer: '/kind', code: 'enum', detail: `unknown kind "${content.kind}"`, values: { allowed: DISCLOSURE_KINDS.join(', ') } }];
  // Its own validator said that it is one.
  return validator(content) ? impossible(content as DisclosureContent) : (validator.errors ?? []).flatMap(asFault);
}

/** @throws PublicationError when the content is none of the contract's kinds. */
export function checkContent(content: DisclosureContent, at = ''): void {
  const faults = faultsOf(content);
  if (faults.length > 0) throw new PublicationError(faults.map((fault) => ({ ...fault, pointer: at + fault.pointer })));
}

function asFault({ instancePath, schemaPath, keyword, message = keyword, params }: ErrorObject): ContentFault[] {
  const property: unknown = params['additionalProperty'] ?? params['missingProperty'];
  const values = typeof property === 'string' ? { ...params, name: property } : 'allowedValues' in params ? { allowed: (params['allowedValues'] as unknown[]).join(', ') } : params;
  const pointer = typeof property === 'string' ? `${instancePath}/${property}` : instancePath;
  // The members of a union of plain values: only that it is none of them.
  if (schemaPath.includes('/anyOf/')) return [];
  if (keyword === 'discriminator') return params['error'] === 'mapping' ? [{ pointer: `${instancePath}/${String(params['tag'])}`, code: 'choice', detail: message }] : [];
  return [{ pointer, code: keyword === 'additionalProperties' ? 'unknown-parameter' : keyword, detail: message, values }];
}

/** What a JSON Schema cannot say. */
function impossible(content: DisclosureContent): ContentFault[] {
  const schema = DisclosureContent.anyOf.find((one) => one.properties.kind.const === content.kind);
  const names = content.attachments.map(({ name }) => name);
  return [
    ...(schema ? daysIn(schema, content, '') : []).filter(({ day }) => !isDay(day)).map(({ pointer }) => ({ pointer, code: 'day', detail: 'is no day of the calendar' })),
    ...names.flatMap((name, index) =>
      names.indexOf(name) < index ? [{ pointer: `/attachments/${index}/name`, code: 'unique', detail: `"${name}" is attached twice`, values: { name } }] : []),
  ];
}

/** Every text that the schema calls a day: its pattern lets 2026-02-30 pass. */
function daysIn(schema: Schema, value: unknown, pointer: string): { readonly pointer: string; readonly day: string }[] {
  if (typeof value === 'string') return schema.title === 'Day' ? [{ pointer, day: value }] : [];
  if (Array.isArray(value)) return value.flatMap((one, index) => (schema.items ? daysIn(schema.items, one, `${pointer}/${index}`) : []));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const property = propertyOf(schema, name, value as Readonly<Record<string, unknown>>);
    return property ? daysIn(property, part, `${pointer}/${name}`) : [];
  });
}

/** All that can be found in a disclosure apart from its title and numbers: summary, body, and the texts of its fields. */
export function searchableText(content: DisclosureContent): string {
  return [content.summary, plainText(content.body), ...fieldTexts(FIELDS[content.kind], content.fields)].join('\n');
}

/** Markdown without its marks, raw HTML and addresses: what a reader sees. */
export function plainText(markdown: string): string {
  return textOf(new LineLexer().lex(markdown)).replace(/\n{2,}/g, '\n').trim();
}

// Without these, a line is text and nothing else; most lines are.
const mark = /[\\`*_~<>!&[\]@:]|www\.| {2}\n/i;

/** Looks for marks within a line only where there is one: that is most of the work. */
class LineLexer extends Lexer {
  override inlineTokens(line: string, tokens: Token[] = []): Token[] {
    if (mark.test(line)) return super.inlineTokens(line, tokens);
    tokens.push({ type: 'text', raw: line, text: line, escaped: false });
    return tokens;
  }
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
  if (!schema.anyOf) return schema.properties?.[name];
  const member = schema.anyOf.find(({ properties = {} }) =>
    Object.entries(properties).every(([key, { const: constant }]) => constant === undefined || constant === value[key]));
  return member?.properties?.[name];
}
