import { snapshotApi } from './snapshot-api.ts';

globalThis.fetch = snapshotApi().fetch;
