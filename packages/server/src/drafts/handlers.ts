import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';

type DraftOperation =
  | 'drafts.list' | 'drafts.create' | 'drafts.get' | 'drafts.save' | 'drafts.submit' | 'drafts.recall' | 'drafts.refer' | 'drafts.return' | 'drafts.approve'
  | 'drafts.schedule' | 'drafts.publish' | 'drafts.discard' | 'disclosures.content' | 'disclosures.withdraw' | 'disclosures.repeal';
const later = () => Promise.reject(new Error('to be written'));

export function draftHandlers(_database: Database): HandlersOf<DraftOperation> {
  return {
    'drafts.list': later, 'drafts.create': later, 'drafts.get': later, 'drafts.save': later, 'drafts.submit': later, 'drafts.recall': later, 'drafts.refer': later,
    'drafts.return': later, 'drafts.approve': later, 'drafts.schedule': later, 'drafts.publish': later, 'drafts.discard': later,
    'disclosures.content': later, 'disclosures.withdraw': later, 'disclosures.repeal': later,
  };
}
