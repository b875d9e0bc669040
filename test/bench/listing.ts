import { DISCLOSURE_KINDS, OPEN_TERMS, STATUTORY_CATEGORIES, VALIDITIES, type DisclosurePage } from '@sunlit/contract';
import { parseArgs } from 'node:util';
import { randomNumbers } from '../../demo/generate.ts';
import { timedGet, times } from './http.ts';
import { SEED, loaded, vocabulary } from './load.ts';
import { LATENCY_HEAD, bytes, conditions, latency, median, ms, quantile, range, table } from './report.ts';
import { serveApi, type Served } from './serving.ts';
import { TERM_CLASSES, searchTerms } from './terms.ts';

/*
 * What the API answers over real HTTP on a large archive. Each class of questions is asked with other values to warm up
 * than to measure, so that no answer is a repetition; one question at a time, as a person asks.
 */
const { values } = parseArgs({ options: { rows: { type: 'string', default: '1000000' }, queries: { type: 'string', default: '120' }, starts: { type: 'string', default: '5' } } });
const rows = Number(values.rows);
const queries = Number(values.queries);
const random = randomNumbers(SEED + 1);
const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;

const agenciesOf = (level: string) => vocabulary.agencies.filter((agency) => agency.level === level).map(({ id }) => id);
const ownCategories = vocabulary.categories.filter(({ agencyId }) => agencyId !== undefined).map(({ id }) => id);
const day = (): string => `${2010 + Math.floor(random() * 17)}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
const span = (days: number) => {
  const from = day();
  return { from, to: new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10) };
};

type Question = Record<string, string>;
const one = {
  agency: (level: string) => ({ agency: pick(agenciesOf(level)) }),
  anyAgency: () => ({ agency: pick(vocabulary.agencies).id }),
  category: () => ({ category: pick(STATUTORY_CATEGORIES) }),
  kind: () => ({ kind: pick(DISCLOSURE_KINDS) }),
  year: () => ({ year: String(2010 + Math.floor(random() * 17)) }),
  validity: () => ({ validity: pick(VALIDITIES) }),
  openTerm: () => ({ openTerm: pick(OPEN_TERMS) }),
};

/** Every filter, alone and together. */
const LISTINGS: Readonly<Record<string, () => Question>> = {
  'no filter': () => ({}),
  'agency, city with all below': () => one.agency('city'),
  'agency, county with all below': () => one.agency('county'),
  'agency, township with all below': () => one.agency('township'),
  'agency, village': () => one.agency('village'),
  'agency alone': () => ({ ...one.anyAgency(), scope: 'only' }),
  'statutory category': one.category,
  'own category': () => ({ category: pick(ownCategories) }),
  kind: one.kind,
  year: one.year,
  validity: one.validity,
  openTerm: one.openTerm,
  'a month': () => span(30),
  'a year from a day': () => span(365),
  'since a day': () => ({ from: day() }),
  'agency + category': () => ({ ...one.anyAgency(), ...one.category() }),
  'agency + kind + year': () => ({ ...one.anyAgency(), ...one.kind(), ...one.year() }),
  'category + kind + validity': () => ({ ...one.category(), ...one.kind(), ...one.validity() }),
  'kind + validity + openTerm': () => ({ ...one.kind(), ...one.validity(), ...one.openTerm() }),
  'agency + kind + a month': () => ({ ...one.anyAgency(), ...one.kind(), ...span(30) }),
  'all filters': () => ({ ...one.anyAgency(), ...one.category(), ...one.kind(), ...one.year(), ...one.validity(), ...one.openTerm() }),
  'by agency': () => ({ sort: 'agency' }),
  'by agency, one category': () => ({ ...one.category(), sort: 'agency' }),
};

const address = ({ url }: Served, question: Question) => `${url}/v1/disclosures?${new URLSearchParams(question)}`;

/** Asks half of the questions to warm up and measures the other half. */
async function measured(server: Served, make: () => Question, count = queries): Promise<number[]> {
  const urls = Array.from({ length: count * 2 }, () => address(server, make()));
  await times(urls.slice(0, count));
  return times(urls.slice(count));
}

/** The later half of the pages of a listing, each asked for with what the one before it answered. */
async function deepPages(server: Served, question: Question, pages: number): Promise<number[]> {
  const samples: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const answer = await timedGet(address(server, { ...question, limit: '100', ...(cursor === undefined ? {} : { cursor }) }));
    cursor = answer.json<DisclosurePage>().next;
    samples.push(answer.ms);
    if (cursor === undefined) break;
  }
  return samples.slice(Math.floor(samples.length / 2));
}

const progress = (text: string) => process.stderr.write(`${text}\n`);
const dataDirectory = await loaded(rows);
const startTimes: number[] = [];
let resting = Number.NaN;
for (let start = 0; start < Number(values.starts); start += 1) {
  const server = await serveApi(dataDirectory);
  startTimes.push(server.readyAfter);
  resting = (await server.memory()).now;
  await server.stop();
}

const server = await serveApi(dataDirectory);
try {
  const listings: string[][] = [];
  const everyListing: number[] = [];
  for (const [name, make] of Object.entries(LISTINGS)) {
    progress(name);
    const plain = await measured(server, make);
    const faceted = await measured(server, () => ({ ...make(), facets: 'true' }));
    everyListing.push(...plain, ...faceted);
    listings.push([name, ...latency(plain), ...[0.5, 0.95, 0.99].map((share) => ms(quantile(faceted, share))), range(faceted)]);
  }
  const deep = [
    ['no filter', await deepPages(server, {}, 100)],
    ['category', await deepPages(server, one.category(), 100)],
    ['agency, county with all below', await deepPages(server, one.agency('county'), 100)],
  ] as const;

  const searches: string[][] = [];
  const everySearch: number[] = [];
  for (const kind of TERM_CLASSES) {
    progress(kind);
    const terms = searchTerms(kind, queries * 6, vocabulary.disclosures, SEED);
    let next = 0;
    const q = () => ({ q: terms[next++ % terms.length] ?? '' });
    for (const [how, more] of [['', () => ({})], [', with facets', () => ({ facets: 'true' })], [', in one agency and kind', () => ({ ...one.anyAgency(), ...one.kind() })]] as const) {
      const samples = await measured(server, () => ({ ...q(), ...more() }));
      if (kind !== '1 character') everySearch.push(...samples);
      searches.push([kind + how, ...latency(samples)]);
    }
  }

  progress('others');
  const { items } = (await timedGet(address(server, { limit: '100', year: '2018' }))).json<DisclosurePage>();
  const latest = (await timedGet(`${server.url}/readyz`)).json<{ latest: number }>().latest;
  const typed = searchTerms('2 characters', queries, vocabulary.disclosures, SEED + 2).concat(searchTerms('pinyin initials', queries, vocabulary.disclosures, SEED + 2));
  const others = [
    ['suggest, 2 characters and initials', await times(typed.map((q) => `${server.url}/v1/suggest?${new URLSearchParams({ q })}`))],
    ['get one', await times(items.map(({ id }) => `${server.url}/v1/disclosures/${id}`))],
    ['changes, 100 from anywhere', await times(Array.from({ length: queries }, () => `${server.url}/v1/changes?after=${Math.floor(random() * latest)}`))],
    ['agencies below one', await times(Array.from({ length: queries }, () => `${server.url}/v1/agencies?parent=${pick(agenciesOf('county'))}`))],
    ['Atom feed of an agency', await times(Array.from({ length: queries }, () => `${server.url}/v1/feeds/disclosures.atom?agency=${pick(vocabulary.agencies).id}`))],
  ] as const;
  const memory = await server.memory();

  console.log(conditions({
    title: `Listing and search of ${rows.toLocaleString('en')} disclosures over HTTP (SQLite)`,
    with: { Rows: rows, Runs: `${queries} questions a class after ${queries} others to warm up, one at a time, gzip, 20 rows a page; caches of the system warm`, Seed: SEED },
  }));
  console.log(`Goals: listing p95 ≤ 20 ms, search from two characters p50 ≤ 10 ms and p95 ≤ 60 ms, start below 1 s.\n`);
  console.log(table(['listing', ...LATENCY_HEAD, 'facets: p50 ms', 'p95 ms', 'p99 ms', 'min – max'], [...listings, ['all of them', ...latency(everyListing), '', '', '', '']]));
  console.log(table(['later half of up to 100 pages of 100 rows', ...LATENCY_HEAD], deep.map(([name, samples]) => [name, ...latency(samples)])));
  console.log(table(['search', ...LATENCY_HEAD], [...searches, ['all of them from two characters', ...latency(everySearch)]]));
  console.log(table(['other', ...LATENCY_HEAD], others.map(([name, samples]) => [name, ...latency(samples)])));
  console.log(table(['process', ''], [
    [`start until /readyz, median of ${startTimes.length}`, `${ms(median(startTimes))} ms (${range(startTimes)})`],
    ['memory after start', bytes(resting)],
    ['memory after all of this, at most', `${bytes(memory.now)}, ${bytes(memory.most)}`],
    ['of it the process’s own, without mapped pages of the database', bytes(memory.own)],
  ]));
} finally {
  await server.stop();
}
