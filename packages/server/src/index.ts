export { buildApp, type AppOptions, type Mount } from './app.ts';
export { saveAgencies, saveCategories } from './agencies/tree.ts';
export { migrate, openDatabase, type Database, type DatabaseOptions, type Engine } from './database/database.ts';
export { PublicationError } from './disclosures/content.ts';
export {
  amend, expire, publish, publishMany, repeal, withdraw, type Amendment, type Publication, type Published, type Withdrawal,
} from './disclosures/publication.ts';
export { storeFile } from './files.ts';
export { optimise } from './search/engine.ts';
export { readSettings, settingsOfProcess, type Settings } from './settings.ts';
