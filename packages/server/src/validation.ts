import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifyRequest, FastifySchema, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import { ProblemError, invalid, notFound, type InvalidPart } from './problems.ts';

/**
 * Compiles a schema when a request is first held against it: to compile all of the contract takes a sixth of the start. That they are schemas
 * is not asked again: the tests hold the contract against their standard.
 */
export function compileWhenAsked(): FastifySchemaCompiler<FastifySchema> {
  const options = { validateSchema: false, removeAdditional: false, useDefaults: true, allErrors: true } as const;
  // Addresses and headers hold texts, of which numbers are made. One of 400 digits becomes infinite, and bounds hold for it only where numbers need not be finite.
  const [body, texts] = [new Ajv(options), new Ajv({ ...options, coerceTypes: true, strictNumbers: false })];
  return ({ schema, httpPart }) => {
    let validate: ValidateFunction | undefined;
    return (value: unknown) => {
      validate ??= (httpPart === 'body' ? body : texts).compile(schema);
      return validate(value) ? { value } : { error: validate.errors ?? [] };
    };
  };
}

/** Ajv's findings about one part of a request, as the parts of a problem. */
export function invalidParts(errors: readonly FastifySchemaValidationError[], context: string): InvalidPart[] {
  const place = context === 'querystring' ? '/query' : `/${context}`;
  return meant(errors).map(({ instancePath, keyword, params }) => {
    switch (keyword) {
      case 'additionalProperties': {
        const name = String(params['additionalProperty']);
        return { pointer: `${place}${instancePath}/${escapePointer(name)}`, code: 'unknown-parameter', values: { name } };
      }
      case 'required': {
        const name = String(params['missingProperty']);
        return { pointer: `${place}${instancePath}/${escapePointer(name)}`, code: keyword, values: { name } };
      }
      case 'enum': return { pointer: place + instancePath, code: keyword, values: { allowed: (params['allowedValues'] as unknown[]).join(', ') } };
      default: return { pointer: place + instancePath, code: keyword, values: params };
    }
  });
}

/**
 * Of a value that may be one of several things, only what is wrong with the one that was meant. Ajv tells of each variant why the
 * value is not that; which was meant, a property says that is constant in a variant (or one of a few words): those that want it
 * otherwise were not. Where that property itself is wrong or missing, what every variant wants remains.
 */
function meant(errors: readonly FastifySchemaValidationError[]): readonly FastifySchemaValidationError[] {
  // The outermost first: what is left of its variant may hold others.
  const union = errors.filter(({ keyword }) => keyword === 'anyOf').sort((a, b) => a.schemaPath.length - b.schemaPath.length)[0];
  if (union === undefined) return errors;
  const variantOf = ({ schemaPath, instancePath }: FastifySchemaValidationError) =>
    (schemaPath.startsWith(`${union.schemaPath}/`) && `${instancePath}/`.startsWith(`${union.instancePath}/`) ? schemaPath.slice(union.schemaPath.length + 1).split('/', 1)[0] : undefined);
  const variants = [...Map.groupBy(errors.filter((error) => variantOf(error) !== undefined), variantOf).values()];
  const others = errors.filter((error) => error !== union && variantOf(error) === undefined);
  const tells = ({ keyword, instancePath }: FastifySchemaValidationError) => (keyword === 'const' || keyword === 'enum') && /^\/[^/]+$/.test(instancePath.slice(union.instancePath.length));
  const told = new Set(variants.flatMap((variant) => variant.filter(tells).map(({ instancePath }) => instancePath)));
  const fitting = variants.filter((variant) => !variant.some(tells));
  // With nothing that tells them apart, as of a text or a number, they stay as they are.
  const [only] = told.size > 0 && fitting.length === 1 ? fitting : [shared(variants)];
  return meant([...others, ...(only !== undefined && only.length > 0 ? only : [{ ...union, keyword: 'choice' }])]);
}

/** What is wrong by every variant, told once; which words are allowed, together. */
function shared([first = [], ...more]: readonly (readonly FastifySchemaValidationError[])[]): FastifySchemaValidationError[] {
  const words = ({ keyword, params }: FastifySchemaValidationError): unknown[] => (keyword === 'const' ? [params['allowedValue']] : keyword === 'enum' ? (params['allowedValues'] as unknown[]) : []);
  const same = (a: FastifySchemaValidationError, b: FastifySchemaValidationError) =>
    a.instancePath === b.instancePath && (words(a).length > 0 ? words(b).length > 0 : a.keyword === b.keyword && JSON.stringify(a.params) === JSON.stringify(b.params));
  return first.flatMap((error) => {
    const found = more.map((variant) => variant.find((other) => same(error, other)));
    if (found.includes(undefined)) return [];
    const allowed = [error, ...found].flatMap((one) => (one === undefined ? [] : words(one)));
    return [allowed.length === 0 ? error : { ...error, keyword: 'enum', params: { allowedValues: allowed } }];
  });
}

/** RFC 6901 §3. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}

/**
 * What is wrong with an address, before anybody is looked for by a part of it: a host that makes none, or U+0000, which no text has,
 * and PostgreSQL takes no text that has.
 */
export function noAddress({ host, url }: Pick<FastifyRequest, 'host' | 'url'>): ProblemError | undefined {
  // HTTP 1.0 names none.
  if (host !== '' && !URL.canParse(`http://${host}`)) return invalid({ pointer: '/headers/host', code: 'syntax' });
  if (!url.includes('%00')) return undefined;
  const [path = '', query = ''] = url.split('?', 2);
  if (path.includes('%00')) return notFound();
  const [name] = [...new URLSearchParams(query)].find(([, value]) => value.includes('\0')) ?? [];
  return name === undefined ? undefined : invalid({ pointer: `/query/${escapePointer(name)}`, code: 'pattern' });
}

/** The same JSON, with U+FFFD for half of a character: escaped, JSON can hold one, but UTF-8 and the canonical form that is signed (RFC 8785) cannot. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key.toWellFormed(), wellFormed(part)]));
}

/** What goes wrong before or around a handler, as a problem; anything unknown is `internal`. */
export function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { code, statusCode, validation, validationContext } = error as {
    code?: unknown; statusCode?: unknown; validation?: FastifySchemaValidationError[]; validationContext?: string;
  };
  // An id that cannot be is an address where nothing is.
  if (validation && validationContext === 'params') return new ProblemError('not-found', [], { cause: error });
  if (validation) return new ProblemError('invalid-input', invalidParts(validation, validationContext ?? 'body'), { cause: error });
  if (code === 'FST_ERR_BAD_URL') return new ProblemError('invalid-input', [{ pointer: '/path', code: 'syntax' }], { cause: error });
  if (statusCode === 415) return new ProblemError('unsupported-media-type', [], { cause: error });
  if (code === 'FST_ERR_MAX_PARAM_LENGTH' || statusCode === 413 || statusCode === 414) return new ProblemError('too-large', [], { cause: error });
  if (isUnavailable(code)) return new ProblemError('unavailable', [], { cause: error });
  if (statusCode === 400) return new ProblemError('invalid-input', [{ pointer: '', code: 'syntax' }], { cause: error });
  if (statusCode === 404) return new ProblemError('not-found', [], { cause: error });
  return new ProblemError('internal', [], { cause: error });
}

/** PostgreSQL gone, shutting down or out of connections (SQLSTATE classes 08, 53, 57P), or the network before it. */
function isUnavailable(code: unknown): boolean {
  return typeof code === 'string' && /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|08...|53...|57P0.)$/.test(code);
}
