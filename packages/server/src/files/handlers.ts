import { IncomingMessage } from 'node:http';
import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { ProblemError } from '../problems.ts';
import type { Settings } from '../settings.ts';
import { findFile } from './download.ts';
import { createEvidence, listEvidence } from './evidence.ts';
import { takeIn } from './upload.ts';

export function fileHandlers(database: Database, settings: Settings): HandlersOf<'files.create' | 'files.get' | 'evidence.list' | 'evidence.create'> {
  return {
    'files.create': ({ query: { agency, purpose, name, redactionOf }, body, actor, language }) => {
      // Something else than bytes was sent, and read by what reads it.
      if (!(body instanceof IncomingMessage)) throw new ProblemError('unsupported-media-type');
      return takeIn(database, settings, { agencyId: agency, purpose, name, redactionOf, body, actor, language });
    },
    'files.get': ({ params, query }) => findFile(database, query.agency, params.sha256),
    'evidence.list': ({ params }) => listEvidence(database, params.id),
    'evidence.create': (call) => createEvidence(database, call),
  };
}
