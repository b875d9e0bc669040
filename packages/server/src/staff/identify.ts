import type { FastifyRequest } from 'fastify';
import { ANONYMOUS, type Actor } from './actor.ts';

/** Who calls, by session or token. */
export async function identify(_request: FastifyRequest): Promise<Actor> {
  return ANONYMOUS;
}
