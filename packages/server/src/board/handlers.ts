import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { discreet } from '../requests/discreet.ts';
import { readingRequests, type RequestStore } from '../requests/store.ts';
import { loadTopic } from '../topics/record.ts';
import type { BoardCommand } from './commands.ts';
import { createPosting, writeNote } from './filing.ts';
import { listPostings } from './list.ts';
import { readPostingPapers } from './papers.ts';
import { listHandlers } from './people.ts';
import { createRound, reportRound, saveRound } from './rounds.ts';
import { keepScan, readScan } from './scans.ts';
import { readBoardSettings, saveBoardSettings } from './settings.ts';
import { showPosting } from './show.ts';
import { similarPostings } from './similar.ts';
import { stepHandlers } from './steps.ts';
import { enterSupports } from './supports.ts';

type BoardOperation =
  | `board.${BoardCommand}`
  | 'board.list' | 'board.create' | 'board.get' | 'board.papers' | 'board.similar' | 'board.note' | 'board.supports' | 'board.scan' | 'board.list-scan' | 'board.handlers'
  | 'topics.settings' | 'topics.configure' | 'rounds.create' | 'rounds.save' | 'rounds.report';

/** What officers call of the boards. */
export function boardHandlers(database: Database, store: RequestStore): HandlersOf<BoardOperation> {
  return discreet({
    ...stepHandlers(store),
    'board.list': (call) => listPostings(store, call),
    'board.create': (call) => createPosting(store, call),
    'board.get': async ({ params, actor }) => {
      const reading = readingRequests(store);
      return showPosting(reading, await loadTopic(reading, { id: params.id }), actor);
    },
    'board.papers': (call) => readPostingPapers(store, call),
    'board.similar': (call) => similarPostings(store, call),
    'board.note': (call) => writeNote(store, call),
    'board.supports': (call) => enterSupports(store, call),
    'board.scan': (call) => keepScan(store, call),
    'board.list-scan': (call) => readScan(store, call),
    'board.handlers': (call) => listHandlers(store, call),
    'topics.settings': ({ params }) => readBoardSettings(database.read, params.id),
    'topics.configure': (call) => saveBoardSettings(database, call),
    'rounds.create': (call) => createRound(store, call),
    'rounds.save': (call) => saveRound(store, call),
    'rounds.report': (call) => reportRound(store, call),
  } satisfies HandlersOf<BoardOperation>);
}
