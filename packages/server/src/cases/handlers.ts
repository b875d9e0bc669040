import type { CaseCommand } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { discreet } from '../requests/discreet.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import { writeEntry } from './entries.ts';
import { attach, download, redact, remove } from './files.ts';
import { fileCase } from './filing.ts';
import { composeFor, renderSent } from './letters.ts';
import { listCases } from './list.ts';
import { readPapers } from './papers.ts';
import { handlersOf } from './people.ts';
import { publishReleased } from './publication.ts';
import { loadCase } from './record.ts';
import { readRequestSettings, saveRequestSettings } from './settings.ts';
import { showCase } from './show.ts';
import { stepHandlers } from './steps.ts';

type CaseOperation =
  | `cases.${CaseCommand}`
  | 'cases.list' | 'cases.create' | 'cases.get' | 'cases.papers' | 'cases.compose' | 'cases.letter' | 'cases.attach' | 'cases.file' | 'cases.remove' | 'cases.redact' | 'cases.publish'
  | 'cases.note' | 'cases.urge' | 'cases.answer' | 'cases.handlers' | 'requests.settings' | 'requests.configure';

/** What officers call. */
export function caseHandlers(database: Database, store: RequestStore): HandlersOf<CaseOperation> {
  return discreet({
    ...stepHandlers(store),
    'cases.list': (call) => listCases(store, call),
    'cases.create': (call) => fileCase(store, call),
    'cases.get': async ({ params, actor }) => {
      const reading = readingRequests(store);
      return showCase(reading, await loadCase(reading, params.id), actor);
    },
    'cases.papers': (call) => readPapers(store, call),
    'cases.compose': (call) => composeFor(store, call),
    'cases.letter': (call) => renderSent(store, call),
    'cases.attach': (call) => attach(store, call),
    'cases.file': (call) => download(store, call),
    'cases.remove': (call) => remove(store, call),
    'cases.redact': (call) => redact(store, call),
    'cases.publish': (call) => publishReleased(store, call),
    'cases.note': writeEntry(store, 'cases.note', 'note', () => undefined),
    'cases.urge': writeEntry(store, 'cases.urge', 'urging', ({ branch }) => (branch.endedOn === undefined ? undefined : 'ended-already')),
    'cases.answer': writeEntry(store, 'cases.answer', 'urging-answer', ({ row }) => (row.urged === 1 ? undefined : 'not-urged')),
    'cases.handlers': async ({ params }) => {
      const reading = readingRequests(store);
      return { items: await handlersOf(reading, (await loadCase(reading, params.id)).row) };
    },
    'requests.settings': ({ params }) => readRequestSettings(database.read, params.id),
    'requests.configure': (call) => saveRequestSettings(database, call),
  } satisfies HandlersOf<CaseOperation>);
}
