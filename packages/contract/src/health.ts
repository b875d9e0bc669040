import { Type } from 'typebox';
import { operation } from './operation.ts';
import { closed } from './schema.ts';

export const live = operation({
  id: 'health.live',
  method: 'GET',
  path: '/healthz',
  summary: 'The process answers',
  access: 'public',
  responses: { 200: closed({ status: Type.Literal('ok'), version: Type.String() }, { title: 'Health' }) },
});

export const ready = operation({
  id: 'health.ready',
  method: 'GET',
  path: '/readyz',
  summary: 'The database answers and its schema is current; 503 otherwise',
  access: 'public',
  responses: { 200: closed({ status: Type.Literal('ok'), database: Type.Enum(['sqlite', 'postgres']), latest: Type.Integer({ minimum: 0 }) }, { title: 'Readiness' }) },
});
