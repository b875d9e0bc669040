import { enableCompileCache } from 'node:module';

// Kept beside other temporary files: a third less time from start to the first answer, from the second start on. What is to
// be kept must be imported after this.
enableCompileCache();
const { buildApp, migrate, openDatabase, settingsOfProcess, startSweeping } = await import('./index.ts');

/** Starts the server from the environment; SIGINT or SIGTERM lets running requests finish and ends it. */
const settings = settingsOfProcess();
const database = openDatabase({ url: settings.databaseUrl, dataDirectory: settings.dataDirectory });
await migrate(database);
const app = await buildApp({ database, settings });
await app.listen({ port: settings.port, host: settings.host });
const sweeping = startSweeping(database, settings, app.log);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    app.log.info({ signal }, 'closing');
    void app.close().then(() => sweeping.stop()).then(() => database.close());
  });
}
