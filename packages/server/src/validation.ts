import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifySchema, FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import { ProblemError, type InvalidPart } from './problems.ts';

/** Compiles a schema when a request is first held against it: to compile all of the contract takes a sixth of the start. */
export function compileWhenAsked(): FastifySchemaCompiler<FastifySchema> {
  const ajv = new Ajv({ removeAdditional: false, coerceTypes: true, useDefaults: true, allErrors: true });
  return ({ schema }) => {
    let validate: ValidateFunction | undefined;
    return (value: unknown) => {
      validate ??= ajv.compile(schema);
      return validate(value) ? { value } : { error: validate.errors ?? [] };
    };
  };
}

/** Ajv's findings about one part of a request, as the parts of a problem. */
export function invalidParts(errors: readonly FastifySchemaValidationError[], context: string): InvalidPart[] {
  const place = context === 'querystring' ? '/query' : `/${context}`;
  return errors.map(({ instancePath, keyword, params }) => {
    switch (keyword) {
      case 'additionalProperties': {
        const name = String(params['additionalProperty']);
        return { pointer: `${place}/${escapePointer(name)}`, code: 'unknown-parameter', values: { name } };
      }
      case 'required': {
        const name = String(params['missingProperty']);
        return { pointer: `${place}/${escapePointer(name)}`, code: keyword, values: { name } };
      }
      case 'enum': return { pointer: place + instancePath, code: keyword, values: { allowed: (params['allowedValues'] as unknown[]).join(', ') } };
      default: return { pointer: place + instancePath, code: keyword, values: params };
    }
  });
}

/** RFC 6901 §3. */
function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
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
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ProblemError('unsupported-media-type', [], { cause: error });
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
