import type { HandlersOf } from '../handlers.ts';
import type { RequestStore } from '../requests/store.ts';
import { draftReport } from './draft.ts';
import { reportFile } from './files.ts';
import { loadReport } from './report.ts';
import { saveReport } from './writing.ts';

/** Reports of a year: written with figures by reference, previewed, made into files and into a draft. */
export function reportHandlers(store: RequestStore): HandlersOf<`reports.${'get' | 'save' | 'preview' | 'file' | 'draft'}`> {
  const { read } = store.database;
  return {
    'reports.get': async ({ params }) => (await loadReport(read, params)).shown,
    'reports.save': (call) => saveReport(store.database, call),
    'reports.preview': async ({ params }) => {
      const { title, markdown } = await loadReport(read, params);
      return { title, markdown };
    },
    'reports.file': async ({ params, query: { format } }) => reportFile(await loadReport(read, params), format),
    'reports.draft': (call) => draftReport(store, call),
  };
}
