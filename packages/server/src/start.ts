import { buildApp } from './app.ts';
import { migrate, openDatabase } from './database/database.ts';
import { readSettings } from './settings.ts';

/** Starts the server from the environment; SIGINT or SIGTERM lets running requests finish and ends it. */
const settings = readSettings(process.env);
const database = openDatabase({ url: settings.databaseUrl, dataDirectory: settings.dataDirectory });
await migrate(database);
const app = await buildApp({ database, settings });
await app.listen({ port: settings.port, host: settings.host });

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    app.log.info({ signal }, 'closing');
    void app.close().then(() => database.close());
  });
}
