import { operations } from './operations.ts';
import type { Operation } from './operation.ts';
import { Problem } from './schema.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Moves every titled schema to `components.schemas` and leaves a reference, so that the document names what people talk about. */
function hoist(schema: unknown, components: Json): unknown {
  if (Array.isArray(schema)) return schema.map((part) => hoist(part, components));
  if (!isObject(schema)) return schema;
  const plain = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, hoist(value, components)]));
  const name = schema['title'];
  if (typeof name !== 'string' || !('type' in schema || 'anyOf' in schema || 'enum' in schema)) return plain;
  components[name] ??= plain;
  return { $ref: `#/components/schemas/${name}` };
}

function parameters(operation: Operation, components: Json): Json[] {
  const from = (place: 'path' | 'query', schema: Operation['query']) =>
    Object.entries(schema?.properties ?? {}).map(([name, property]) => {
      const { description, ...rest } = property as Json;
      return {
        name,
        in: place,
        required: place === 'path' || ((schema?.required ?? []) as string[]).includes(name),
        ...(typeof description === 'string' ? { description } : {}),
        schema: hoist(rest, components),
      };
    });
  return [
    ...from('path', operation.params), ...from('query', operation.query),
    ...(operation.creates
      ? [{ name: 'idempotency-key', in: 'header', required: true, description: 'Any text of your own, 8 to 100 characters; the same again within 24 hours answers what was answered before.', schema: { type: 'string', minLength: 8, maxLength: 100 } }]
      : []),
  ];
}

function requestBody({ body, bodyMedia = 'application/json' }: Operation, components: Json): Json {
  return body ? { requestBody: { required: true, content: { [bodyMedia]: { schema: hoist(body, components) } } } } : {};
}

/** Who may call it, in words and as OpenAPI says it. */
function security({ access }: Operation): Json {
  if (access === 'public') return {};
  if (access === 'receipt' || access === 'device') return { security: [{ [access]: [] }], 'x-access': access };
  return { security: [{ session: [] }, { token: [] }], 'x-access': access };
}

/** The whole API as an OpenAPI 3.1 document. */
export function openApi(version: string, servers: readonly { url: string }[] = []): Json {
  const components: Json = {};
  const problem = { 'application/problem+json': { schema: hoist(Problem, components) } };
  const paths: Record<string, Json> = {};
  for (const operation of Object.values(operations) as Operation[]) {
    const media = operation.media ?? 'application/json';
    (paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.id.split('.')[0]],
      summary: operation.summary,
      ...(operation.description ? { description: operation.description } : {}),
      parameters: parameters(operation, components),
      ...requestBody(operation, components),
      ...security(operation),
      responses: {
        200: { description: 'What was asked for', content: { [media]: { schema: hoist(operation.responses[200], components) } } },
        default: { description: 'What went wrong, and what to do next', content: problem },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Sunlit disclosure API',
      version,
      description: 'Open government affairs: what agencies publish, by agency, category and kind, with full history.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    ...(servers.length > 0 ? { servers } : {}),
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'sunlit.session_token', description: 'Staff in a browser, on the desk’s own origin.' },
        receipt: { type: 'apiKey', in: 'header', name: 'authorization', description: '`Receipt ` and the secret of the receipt whose number is in the path.' },
        device: { type: 'apiKey', in: 'header', name: 'authorization', description: '`Device ` and the id of a registered kiosk, a full stop and its secret.' },
        token: { type: 'http', scheme: 'bearer', description: 'A token of a member of staff for another program.' },
      },
      schemas: Object.fromEntries(Object.entries(components).sort(([a], [b]) => a.localeCompare(b))),
    },
  };
}
