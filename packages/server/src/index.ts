export { buildApp, type AppOptions, type Mount } from './app.ts';
export { saveAgencies, saveCategories } from './agencies/tree.ts';
export { ref, saveBoards, type SeededBoards, type SeededRound, type SeededSubjectRating, type SeededTopic, type SeededTopicStep } from './board/seed.ts';
export { KIOSK_POLICY } from './box/headers.ts';
export { saveRequests, type SeededRequest, type SeededStep } from './cases/seed.ts';
export { migrate, openDatabase, type Database, type DatabaseOptions, type Engine } from './database/database.ts';
export { PublicationError } from './disclosures/content.ts';
export {
  amend, expire, publish, publishMany, repeal, withdraw, type Amendment, type Files, type Publication, type Published, type Withdrawal,
} from './disclosures/publication.ts';
export { sweep } from './drafts/sweep.ts';
export { recountDueDays } from './drafts/writing.ts';
export { storeFile } from './files.ts';
export { saveKiosks } from './kiosks/seed.ts';
export { saveNotices, type SeededNotice } from './notices/seed.ts';
export { optimise } from './search/engine.ts';
export { DEMO_SECRET, readSettings, settingsOfProcess, type Settings } from './settings.ts';
export { makeAdministrator, saveStaff } from './staff/seed.ts';
export { saveYear, type SeededYear } from './statistics/seed.ts';
export { startSweeping } from './sweeping.ts';
