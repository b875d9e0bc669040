import { resolve } from 'node:path';
import { KIOSK_POLICY, buildApp, migrate, openDatabase, saveBoards, saveKiosks, saveNotices, saveRequests, saveYear, settingsOfProcess, startSweeping } from '@sunlit/server';
import { buildIfChanged } from './build.ts';
import { kiosks } from './content/kiosks.ts';
import { notices } from './content/notices.ts';
import { requests } from './content/requests.ts';
import { boards } from './content/topics.ts';
import { loadDemo } from './load.ts';
import { DEMO_PASSWORD, DEMO_STAFF, loadDemoStaff } from './staff.ts';
import { takesYear, year } from './year.ts';

// `npm start`: everything on one machine, with demo content.

if (process.env.NODE_ENV === 'production') {
  console.error('`npm start` shows demo content, so it does not start with NODE_ENV=production. docs/running.md says how to run a server of your own.');
  process.exit(1);
}

const settings = settingsOfProcess({ LOG_LEVEL: 'warn' });
const { databaseUrl: url, dataDirectory } = settings;
const dist = resolve(import.meta.dirname, '../dist');

const building = buildIfChanged('site'); // in a process of its own, while this one loads
const database = openDatabase({ url, dataDirectory });
await migrate(database);
await loadDemo({ url, dataDirectory });
await loadDemoStaff(database);
const withYear = await takesYear(database);
await saveRequests(database, settings, withYear ? [...year.requests, ...requests] : requests);
await saveBoards(database, settings, withYear ? { ...boards, topics: [...year.boards.topics, ...boards.topics], ratings: [...year.boards.ratings, ...boards.ratings] } : boards);
if (withYear) await saveYear(database, year.figures);
await saveKiosks(database, kiosks);
await saveNotices(database, notices);
await building;

/** The workbench needs nothing but its own scripts and its API, and nobody may frame it. */
const DESK_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "img-src 'self' data: blob:", "base-uri 'none'", "form-action 'self'",
  "frame-ancestors 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html dompurify',
].join('; ');

const app = await buildApp({
  database,
  settings,
  static: [
    { prefix: '/embed', root: `${dist}/embed`, immutable: /-[\w-]{8}\.js$/ },
    {
      prefix: '/desk', root: `${dist}/desk`, fallback: 'index.html', immutable: /-[\w-]{8}\.js$/,
      headers: { 'content-security-policy': DESK_POLICY, 'x-frame-options': 'DENY', 'referrer-policy': 'same-origin' },
    },
    {
      prefix: '/kiosk', root: `${dist}/kiosk`,
      headers: { 'content-security-policy': KIOSK_POLICY, 'referrer-policy': 'same-origin' },
    },
    { prefix: '/', root: `${dist}/demo` },
  ],
});
const sweeping = startSweeping(database, settings, app.log);
const stop = async () => {
  await app.close();
  await sweeping.stop();
  await database.close();
};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

try {
  await app.listen({ port: settings.port, host: settings.host });
} catch (error) {
  await stop();
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  console.error(`Port ${String(settings.port)} is taken. PORT=8788 npm start takes another.`);
  process.exit(1);
}

const address = app.server.address();
const origin = `http://localhost:${String(typeof address === 'object' && address ? address.port : settings.port)}`;
console.log(`
  阳光公开 Sunlit is running. Ctrl-C ends it.

  Demo sites      ${origin}/
  Water bureau    ${origin}/water/
  Tax office      ${origin}/tax/
  City portal     ${origin}/portal/
  Service hall    ${origin}/hall/
  Touch screen    ${origin}/kiosk/
  Snippet maker   ${origin}/snippet/
  API reference   ${origin}/reference
  Staff desk      ${origin}/desk/
${DEMO_STAFF.map(({ username, post }) => `                  ${username.padEnd(16)} ${post}`).join('\n')}
                  The password of each is ${DEMO_PASSWORD}: for this demo alone.
`);
