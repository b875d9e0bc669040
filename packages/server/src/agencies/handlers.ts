import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';
import { createAgency, deleteCategory, moveAgency, readAgency, saveAgency, saveCategory } from './record.ts';

type AgencyOperation = 'agencies.content' | 'agencies.create' | 'agencies.save' | 'agencies.move' | 'categories.save' | 'categories.delete';

/** What administrators change of the tree; what everybody reads of it is in `read.ts`. */
export function agencyHandlers(database: Database): HandlersOf<AgencyOperation> {
  return {
    'agencies.content': ({ params }) => readAgency(database.read, params.id),
    'agencies.create': (call) => createAgency(database, call),
    'agencies.save': (call) => saveAgency(database, call),
    'agencies.move': (call) => moveAgency(database, call),
    'categories.save': (call) => saveCategory(database, call),
    'categories.delete': (call) => deleteCategory(database, call),
  };
}
