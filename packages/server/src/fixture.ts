import { createHash, randomUUID } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe } from 'node:test';
import { PERMISSIONS, type AgencyContent, type Category, type DisclosureContent, type DisclosureKind, type Grant, type Operation } from '@sunlit/contract';
import { Ajv, type ValidateFunction } from 'ajv';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { buildApp, type AppOptions } from './app.ts';
import { migrate, openDatabase, writing, type Database, type Engine } from './database/database.ts';
import { readSettings, type Settings } from './settings.ts';
import { addPerson } from './staff/people.ts';
import { addToken, giveSecret } from './staff/tokens.ts';

/** What the tests of this package share: databases of both engines, a listening server, a small city. */

const postgres = process.env['SUNLIT_TEST_POSTGRES'];

/**
 * Runs a suite on SQLite, and on PostgreSQL when `SUNLIT_TEST_POSTGRES` is a URL of a server where databases may be made;
 * without it that half is reported as skipped.
 */
export function onEachEngine(name: string, suite: (open: () => Promise<Database>, engine: Engine) => void): void {
  describe(`${name}, on SQLite`, () => suite(openSqlite, 'sqlite'));
  describe(`${name}, on PostgreSQL`, { skip: postgres === undefined && 'SUNLIT_TEST_POSTGRES is not set' }, () => suite(() => openPostgres(postgres ?? ''), 'postgres'));
}

export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'sunlit-'));
  after(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A copy of one that was migrated once in this process: to migrate takes ten times as long. */
export async function openSqlite(): Promise<Database> {
  const dataDirectory = temporaryDirectory();
  const opened = (migrated ??= migratedDirectory()).then((whole) => {
    cpSync(whole, dataDirectory, { recursive: true });
    return openDatabase({ dataDirectory });
  });
  after(async () => (await opened).close());
  return opened;
}

let migrated: Promise<string> | undefined;

async function migratedDirectory(): Promise<string> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'sunlit-migrated-'));
  process.once('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
  const database = openDatabase({ dataDirectory });
  await migrate(database);
  await database.close();
  return dataDirectory;
}

/** In a database of its own, with the one locale in which every character is a letter of its own: a copy of one that was migrated once, since to copy it takes a tenth of the time. */
async function openPostgres(server: string): Promise<Database> {
  const name = `sunlit_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${name} template ${await migratedTemplate(admin, server)}`);
  const database = openDatabase({ url: databaseAt(server, name), dataDirectory: temporaryDirectory() });
  after(async () => {
    await database.close();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  });
  return database;
}

/** The name says of which schema it is. It gets that name when it is whole, so that nobody copies half of it. */
async function migratedTemplate(admin: pg.Client, server: string): Promise<string> {
  const schema = createHash('sha256');
  for (const path of globSync(['{database,calendar}/*.ts', '../../rules/calendars/*.json'], { cwd: import.meta.dirname }).sort()) schema.update(readFileSync(join(import.meta.dirname, path)));
  const template = `sunlit_template_${schema.digest('hex').slice(0, 16)}`;
  await admin.query('select pg_advisory_lock(7461)');
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount !== 0) return template;
    const unfinished = `sunlit_${randomUUID().replaceAll('-', '')}`;
    await admin.query(`create database ${unfinished} encoding 'UTF8' locale 'C.UTF-8' template template0`);
    const database = openDatabase({ url: databaseAt(server, unfinished), dataDirectory: temporaryDirectory() });
    await migrate(database);
    await database.close();
    await admin.query(`alter database ${unfinished} rename to ${template}`);
    return template;
  } finally {
    await admin.query('select pg_advisory_unlock(7461)');
  }
}

function databaseAt(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export function testSettings(changed: Partial<Settings> = {}): Settings {
  return { ...readSettings({ SUNLIT_DATA: temporaryDirectory(), LOG_LEVEL: 'silent', RATE_LIMIT: '1000000', CHALLENGE_COST: '1', BOARD_LIMIT: '1000000' }), ...changed };
}

export interface Server {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly settings: Settings;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Gets JSON and expects 200. */
  json<T>(path: string): Promise<T>;
}

/** A server on a free port. */
export async function listening(database: Database, { settings: changed, ...options }: { settings?: Partial<Settings> } & Omit<Partial<AppOptions>, 'settings' | 'database'> = {}): Promise<Server> {
  const settings = testSettings(changed);
  const app = await buildApp({ database, settings, ...options });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  after(() => app.close());
  const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });
  const json = async <T>(path: string) => {
    const response = await get(path);
    const body = (await response.json()) as T;
    if (response.status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
    return body;
  };
  return { app, url, settings, get, json };
}

// Validators that are used a few times each: to make their code small takes three times as long as to make it.
const ajv = new Ajv({ strict: true, allErrors: true, formats: { binary: true }, code: { optimize: false } });
const validators = new Map<Operation, ValidateFunction>();

/** What the contract says of an operation's answer. */
export function answerOf(operation: Operation): ValidateFunction {
  const validator = validators.get(operation) ?? ajv.compile(operation.responses[200]);
  validators.set(operation, validator);
  return validator;
}

/** Somebody of the staff, and the headers with which a test calls as them: all their permissions, by a token. */
export async function staffMember(database: Database, { username, grants }: { readonly username: string; readonly grants: readonly Grant[] }): Promise<{ id: string; headers: Record<string, string> }> {
  return writing(database, async (transaction) => {
    const id = await addPerson(transaction, { username, name: username, post: '工作人员', grants }, false);
    // A token is for one agency and all below it: the top of the tree holds every grant.
    const top = await transaction.db.selectFrom('agency as top').innerJoin('agency as own', (join) => join.onRef('top.position', '<=', 'own.position').onRef('own.position', '<=', 'top.last'))
      .select(['top.no', 'top.id']).where('top.parent_no', 'is', null).where('own.id', '=', grants[0]?.agencyId ?? 'qinghe').executeTakeFirstOrThrow();
    const token = await addToken(transaction, { personId: id, label: 'test', agency: top, permissions: PERMISSIONS, days: 10_000 });
    return { id, headers: { authorization: `Bearer ${await giveSecret(transaction, token.id)}` } };
  });
}

const agency = (id: string, name: string, level: AgencyContent['level'], kind: AgencyContent['kind'], parentId?: string): AgencyContent => ({
  id, name, level, kind, ...(parentId === undefined ? {} : { parentId }), phones: [], leaders: [], offices: [], venues: [],
});

/** Two trees, four levels deep, not entered in the order of the tree. */
export const CITY: readonly AgencyContent[] = [
  agency('qinghe', '清河市人民政府', 'city', 'government'),
  agency('qinghe-water', '清河市水利局', 'city', 'department', 'qinghe'),
  agency('qinghe-tax', '清河市税务局', 'city', 'department', 'qinghe'),
  agency('dongshan', '东山县人民政府', 'county', 'government', 'qinghe'),
  agency('dongshan-water', '东山县水利局', 'county', 'department', 'dongshan'),
  agency('liuhe', '柳河镇人民政府', 'township', 'government', 'dongshan'),
  agency('liuhe-tuanjie', '团结村村民委员会', 'village', 'committee', 'liuhe'),
  agency('province', '省河道管理处', 'city', 'authorised'),
];

export const CATEGORIES: readonly Category[] = [
  { id: 'qinghe-water.sand', parentId: 'A20_05', agencyId: 'qinghe-water', name: '河道采砂' },
  { id: 'qinghe-water.sand.results', parentId: 'qinghe-water.sand', agencyId: 'qinghe-water', name: '采砂许可结果' },
  { id: 'dongshan.roads', parentId: 'A20_10', agencyId: 'dongshan', name: '农村道路' },
];

const fields = {
  normative: { genre: 'rules', issuers: ['清河市人民政府'] },
  notice: { subject: '公示', from: '2026-01-01', to: '2026-01-08', objections: [] },
  report: { type: 'work', to: '2025-12-31', figures: [] },
  clarification: { claim: '传言', fact: '事实', evidence: [{ title: '依据' }] },
} satisfies Partial<Record<DisclosureKind, unknown>>;
export const KINDS = Object.keys(fields) as (keyof typeof fields)[];

/** A disclosure's content; `changed` says what matters to the test. */
export function content(changed: { readonly kind?: keyof typeof fields } & Partial<Omit<DisclosureContent, 'kind' | 'fields'>> = {}): DisclosureContent {
  const { kind = 'notice', ...rest } = changed;
  return {
    kind,
    fields: fields[kind],
    agencyId: 'qinghe-water',
    categoryId: 'A20_15',
    title: '关于加强河道采砂管理的通知',
    summary: '摘要',
    body: '正文',
    openTerm: { term: 'long-term' },
    basis: [], channels: [], attachments: [], links: [],
    ...rest,
  } as DisclosureContent;
}
