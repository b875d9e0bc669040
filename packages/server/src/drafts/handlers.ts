import type { AskedStep } from '@sunlit/rules';
import { loadCalendar } from '../calendar/calendar.ts';
import type { Database } from '../database/database.ts';
import type { Call, HandlersOf } from '../handlers.ts';
import type { Settings } from '../settings.ts';
import { listDue } from './due.ts';
import { getContent, repealDisclosures, withdrawDisclosure } from './ending.ts';
import { listDrafts } from './list.ts';
import { loadDraft, type DraftStore } from './record.ts';
import { showDraft } from './show.ts';
import { takeStep } from './steps.ts';
import { createDraft, saveDraft } from './writing.ts';

type StepOperation =
  | 'drafts.submit' | 'drafts.recall' | 'drafts.refer' | 'drafts.return' | 'drafts.approve' | 'drafts.schedule' | 'drafts.publish' | 'drafts.discard';
type DraftOperation =
  | StepOperation | 'drafts.list' | 'drafts.create' | 'drafts.get' | 'drafts.save' | 'disclosures.content' | 'disclosures.withdraw' | 'disclosures.repeal' | 'due.list';

export function draftHandlers(database: Database, { dataDirectory }: Pick<Settings, 'dataDirectory'>): HandlersOf<DraftOperation> {
  const store: DraftStore = { database, dataDirectory };
  const take = ({ params: { id }, body, actor, language }: Call<StepOperation>, asked: AskedStep) =>
    takeStep(store, { id, version: body.version, asked, actor, language, ...('note' in body ? { note: body.note } : {}) });
  return {
    'drafts.list': (call) => listDrafts(database, call),
    'drafts.create': (call) => createDraft(store, call),
    'drafts.get': async ({ params: { id }, actor, language }) => {
      const { calendar } = await loadCalendar(database.read);
      return showDraft(await loadDraft({ db: database.read, now: database.now, dataDirectory }, id), { actor, language, calendar });
    },
    'drafts.save': (call) => saveDraft(store, call),
    'drafts.submit': (call) => take(call, { command: 'submit' }),
    'drafts.recall': (call) => take(call, { command: 'recall' }),
    'drafts.refer': (call) => take(call, { command: 'refer' }),
    'drafts.return': (call) => take(call, { command: 'return' }),
    'drafts.approve': (call) => take(call, { command: 'approve', checks: call.body.checks }),
    'drafts.schedule': (call) => take(call, { command: 'schedule', ...(call.body.on === undefined ? {} : { on: call.body.on }) }),
    'drafts.publish': (call) => take(call, { command: 'publish' }),
    'drafts.discard': (call) => take(call, { command: 'discard' }),
    'disclosures.content': ({ params }) => getContent(database, params.id),
    'disclosures.withdraw': (call) => withdrawDisclosure(database, call),
    'disclosures.repeal': (call) => repealDisclosures(database, call),
    'due.list': (call) => listDue(database, call),
  };
}
