import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { generate } from '../../demo/generate.ts';
import { keepAsking, timedGet, type Throughput } from './http.ts';
import { BENCH, SEED, loaded, vocabulary } from './load.ts';
import { bytes, conditions, median, ms, quantile, table } from './report.ts';
import { serve, serveApi, type Served } from './serving.ts';

/*
 * The same page of the newest rows by our API and by Directus, a general headless CMS, on SQLite with the same rows. Directus
 * is no dependency of ours: with --cms it is installed into SUNLIT_BENCH, once, which takes minutes and a C++ compiler.
 */
const { values } = parseArgs({ options: { cms: { type: 'boolean', default: false }, rows: { type: 'string', default: '20000' }, seconds: { type: 'string', default: '5' }, rounds: { type: 'string', default: '3' } } });
const rows = Number(values.rows);

// 12.4.1 asks for a package that its registry does not have.
const VERSION = '12.4.0';
const home = join(BENCH, `directus-${VERSION}`);
const token = 'a-token-for-this-benchmark';
const environment = {
  DB_CLIENT: 'sqlite3', SECRET: 'a-secret-for-this-benchmark-only', ADMIN_EMAIL: 'bench@example.org', ADMIN_PASSWORD: 'only-for-this-benchmark', ADMIN_TOKEN: token,
  TELEMETRY: 'false', RATE_LIMITER_ENABLED: 'false', LOG_LEVEL: 'error',
  // It refuses to answer when the machine is busy, which is just what a benchmark makes it.
  PRESSURE_LIMITER_ENABLED: 'false',
};

async function install(): Promise<void> {
  if (existsSync(join(home, 'installed'))) return;
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await writeFile(join(home, 'package.json'), JSON.stringify({ private: true, dependencies: { directus: VERSION, sqlite3: '5.1.7' } }));
  // npm must build for the Node that runs this, not for another one on the path.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}` };
  const npm = (...args: string[]) => execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: home, env, stdio: ['ignore', process.stderr, 'inherit'] });
  npm('install', '--ignore-scripts');
  npm('rebuild', 'sqlite3');
  // The sandbox of its automation would need V8's headers of this very Node. Reading rows never gets there.
  await writeFile(join(home, 'node_modules/isolated-vm/isolated-vm.js'), 'module.exports = {};\n');
  await writeFile(join(home, 'installed'), '');
}

/** Directus with our rows: a collection of the columns that a row of a listing shows, and the body. */
async function serveDirectus(): Promise<Served> {
  const kept = join(home, `rows-${rows}.db`);
  const start = (file: string) => {
    const env = { ...environment, DB_FILENAME: file };
    if (!existsSync(file)) execFileSync(process.execPath, ['node_modules/directus/cli.js', 'bootstrap'], { cwd: home, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] });
    return serve({ args: ['node_modules/directus/cli.js', 'start'], cwd: home, env, ready: '/server/ping', patience: 120_000 });
  };
  if (!existsSync(kept)) {
    const building = `${kept}.building`;
    await rm(building, { force: true });
    const filling = await start(building);
    await fill(filling);
    await filling.stop();
    await rename(building, kept);
  }
  return start(kept);
}

async function fill({ url }: Served): Promise<void> {
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(url + path, {
      method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, body: JSON.stringify(body), signal: AbortSignal.timeout(120_000),
    });
    if (!answer.ok) throw new Error(`Directus answered ${answer.status} to ${path}: ${(await answer.text()).slice(0, 500)}`);
    await answer.arrayBuffer();
  };
  const column = (field: string, type = 'string', schema: object = {}) => ({ field, type, schema });
  await post('/collections', {
    collection: 'disclosure', schema: {}, meta: {},
    fields: [
      column('id', 'string', { is_primary_key: true, has_auto_increment: false }), column('title'), column('summary', 'text'), column('body', 'text'), column('docNo'), column('agencyName'), column('openTerm'), column('validity'),
      // The columns that are filtered and sorted by, with an index, as its manual advises.
      column('kind', 'string', { is_indexed: true }), column('agencyId', 'string', { is_indexed: true }), column('categoryId', 'string', { is_indexed: true }), column('publishedOn', 'date', { is_indexed: true }),
    ],
  });
  const names = new Map(vocabulary.agencies.map(({ id, name }) => [id, name]));
  let batch: object[] = [];
  let done = 0;
  for (const { id, publishedOn, content, repealed, expired } of generate({ count: rows, seed: SEED, ...vocabulary })) {
    const { title, summary, body, docNo, kind, agencyId, categoryId, openTerm } = content;
    batch.push({ id, publishedOn, title, summary, body, docNo, kind, agencyId, categoryId, agencyName: names.get(agencyId), openTerm: openTerm.term, validity: repealed ? 'repealed' : expired ? 'expired' : 'in-force' });
    done += 1;
    if (batch.length === 100 || done === rows) {
      await post('/items/disclosure?fields=id', batch);
      batch = [];
      if (done % 5000 === 0) process.stderr.write(`Directus: ${done} of ${rows}\n`);
    }
  }
}

/** One question in both languages: 20 newest and how many there are. */
const fields = 'id,title,summary,docNo,kind,agencyId,agencyName,categoryId,openTerm,validity,publishedOn';
const directus = (filter: Readonly<Record<string, string>>) => {
  const chosen = Object.entries(filter).map(([field, value]) => [`filter[${field}][_eq]`, value] as const);
  return `/items/disclosure?${new URLSearchParams([['fields', fields], ['sort', '-publishedOn,-id'], ['limit', '20'], ['meta', 'filter_count'], ['access_token', token], ...chosen.map(([a, b]) => [a, b])])}`;
};
const QUESTIONS = [
  { name: 'newest 20', ours: '/v1/disclosures', theirs: directus({}) },
  { name: 'newest 20 of a kind', ours: '/v1/disclosures?kind=notice', theirs: directus({ kind: 'notice' }) },
  { name: 'newest 20 of an agency and kind', ours: '/v1/disclosures?agency=qinghe-water&scope=only&kind=service', theirs: directus({ agencyId: 'qinghe-water', kind: 'service' }) },
] as const;

if (!values.cms) {
  console.error('This benchmark installs Directus from npm. Say so with --cms.');
  process.exit(0);
}
await install();
const dataDirectory = await loaded(rows);
const cms = await serveDirectus();
const own = await serveApi(dataDirectory);
try {
  const lines: (string | number)[][] = [];
  for (const { name, ours, theirs } of QUESTIONS) {
    const first = [await timedGet(own.url + ours), await timedGet(cms.url + theirs)] as const;
    const [a, b] = [first[0].json<{ items: unknown[]; total: { value: number } }>(), first[1].json<{ data: unknown[]; meta: { filter_count: number } }>()];
    if (a.items.length !== b.data.length || a.total.value !== b.meta.filter_count) throw new Error(`${name}: ${a.total.value} rows here, ${b.meta.filter_count} there.`);
    for (const connections of [1, 16]) {
      process.stderr.write(`${name}, ${connections} connections\n`);
      const results = { own: [] as Throughput[], cms: [] as Throughput[] };
      for (const warming of [true, ...Array<boolean>(Number(values.rounds)).fill(false)]) {
        const here = await keepAsking(own.url + ours, connections, warming ? 1 : Number(values.seconds));
        const there = await keepAsking(cms.url + theirs, connections, warming ? 1 : Number(values.seconds));
        if (warming) continue;
        results.own.push(here);
        results.cms.push(there);
      }
      const rate = (of: readonly Throughput[]) => median(of.map(({ perSecond }) => perSecond));
      const at = (of: readonly Throughput[], share: number) => ms(quantile(of.flatMap(({ samples }) => samples), share));
      lines.push([
        name, connections, rate(results.own).toFixed(0), at(results.own, 0.5), at(results.own, 0.95), bytes(first[0].body.length),
        rate(results.cms).toFixed(0), at(results.cms, 0.5), at(results.cms, 0.95), bytes(first[1].body.length), `${(rate(results.own) / rate(results.cms)).toFixed(1)} ×`,
      ]);
    }
  }
  console.log(conditions({
    title: `HTTP reads against a general headless CMS`,
    with: {
      CMS: `Directus ${VERSION} on SQLite (sqlite3 5.1.7), as an administrator (it checks no permissions then), default settings, its automation sandbox left out`,
      Rows: rows, Runs: `${values.rounds} rounds of ${values.seconds} s in turns, after one of 1 s to warm up; rates are medians of the rounds`, Client: 'one process on the same machine, keep-alive, gzip accepted', Answer: '20 rows of the same columns and how many there are',
    },
  }));
  console.log(table(['question', 'connections', 'ours /s', 'p50 ms', 'p95 ms', 'on the wire', 'Directus /s', 'p50 ms', 'p95 ms', 'on the wire', 'ours / Directus'], lines));
  const [here, there] = [await own.memory(), await cms.memory()];
  console.log(table(['process', 'ours', 'Directus'], [['start until ready', `${ms(own.readyAfter)} ms`, `${ms(cms.readyAfter)} ms`], ['memory after this', bytes(here.now), bytes(there.now)]]));
} finally {
  await own.stop();
  await cms.stop();
}
