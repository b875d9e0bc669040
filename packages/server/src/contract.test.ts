import assert from 'node:assert/strict';
import { createCipheriv, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import SwaggerParser from '@apidevtools/swagger-parser';
import { REVIEW_CHECKS, ROLES, operations, type Answer, type CaseCommand, type Delivery, type DisclosureContent, type DraftCommand, type Operation, type OperationId, type Operations, type Receipt } from '@sunlit/contract';
import { Validator } from '@seriousme/openapi-schema-validator';
import fc from 'fast-check';
import { seal } from '../../client/src/seal.ts';
import { saveAgencies, saveCategories } from './agencies/tree.ts';
import type { BoardCommand } from './board/commands.ts';
import type { Database } from './database/database.ts';
import { amend, publish } from './disclosures/publication.ts';
import { CATEGORIES, CITY, KINDS, answerOf, content, listening, onEachEngine, openSqlite, staffMember, type Server } from './fixture.ts';
import { asked, backOffice, send, solved } from './requests/fixture.ts';
import { openRequestStore } from './requests/store.ts';
import { saveStaff } from './staff/seed.ts';
import { sweepBreaches } from './supervision/sweep.ts';
import { FROM, receiver } from './topics/follows/fixture.ts';

const PROACTIVE = { regulations: { issued: 0, repealed: 0, inForce: 2 }, normativeDocs: { issued: 3, repealed: 1, inForce: 9 }, licences: 40, penalties: 12, coercions: 0, feesWanYuan: 1.25 };

/** How an operation is called: anonymously, or as somebody of the staff. */
interface Called {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly as?: { readonly headers: Record<string, string> };
}

/** Calls operations, and holds their answers to the contract. */
function caller(server: Server) {
  const called = new Map<OperationId, Called>();
  const fire = (id: OperationId, { params = {}, query = {}, body, as, key = randomUUID() }: Called): Promise<Response> => {
    const { method, path, creates, bodyMedia = 'application/json' }: Operation = operations[id];
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '').toWellFormed()));
    return fetch(`${server.url}${url}?${new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, String(value)])).toString()}`, {
      method,
      headers: { ...as?.headers, ...(body === undefined ? {} : { 'content-type': bodyMedia }), ...(creates ? { 'idempotency-key': key } : {}) },
      ...(body === undefined ? {} : { body: body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  };
  const ask = async <Id extends OperationId>(id: Id, call: Called = {}): Promise<Answer<Operations[Id]>> => {
    const { media = 'application/json' }: Operation = operations[id];
    const response = await fire(id, call);
    const type = response.headers.get('content-type') ?? '';
    const answer: unknown = /json/.test(type) ? await response.json() : await firstText(response);
    assert.equal(response.status, 200, `${id} ${response.url}: ${JSON.stringify(answer)}`);
    const file = id === 'disclosures.attachment' || id === 'topics.attachment' || id === 'files.get' || id === 'cases.file' || id === 'board.list-scan';
    assert.ok(type.startsWith(file ? 'text/plain' : id === 'cases.letter' || id === 'requests.paper' ? 'text/html' : id === 'exports.listing' || id === 'statistics.table' ? 'text/csv' : id === 'reports.file' ? 'application/pdf' : media), `${id}: ${type}`);
    const valid = answerOf(operations[id]);
    assert.ok(valid(answer), `${id}: ${JSON.stringify(valid.errors)} ${JSON.stringify(answer)}`);
    called.set(id, call);
    return answer as Answer<Operations[Id]>;
  };
  return { ask, fire, called };
}

/** What stands where it should not, or nearly. */
const odd = fc.constantFrom<unknown>(
  null, true, -1, 0, 0.5, 1e300, 2 ** 31, [], [null], {}, { toString: [] }, '', ' ', '\u0000', '\ud800', '\u202e', '<script>', '../../etc/passwd', '水'.repeat(20_000), '9'.repeat(400), "'", '* OR NEAR(',
  '2026-02-30', '9999-12-31', '0000-01-01', '2026-13-01T00:00:00Z',
);

/** A call with one part of it, which `where` chooses, as it should not be. */
function oddly(id: OperationId, call: Called, where: number, value: unknown): Called {
  const { query }: Operation = operations[id];
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  const places: (() => Called)[] = [
    ...Object.keys(call.params ?? {}).map((name) => () => ({ ...call, params: { ...call.params, [name]: text.slice(0, 300) } })),
    ...Object.keys(query?.properties ?? {}).map((name) => () => ({ ...call, query: { ...call.query, [name]: text.slice(0, 3000) } })),
    ...(call.body === undefined || call.body instanceof Uint8Array ? [] : placesIn(call.body).map((put) => () => ({ ...call, body: put(value) }))),
  ];
  return places[where % Math.max(1, places.length)]?.() ?? call;
}

/** Every place in a JSON value, as what puts another value there. */
function placesIn(body: unknown): ((value: unknown) => unknown)[] {
  const inside = typeof body !== 'object' || body === null ? [] : Object.entries(body).flatMap(([key, part]) =>
    placesIn(part).map((put) => (value: unknown) => (Array.isArray(body) ? body.with(Number(key), put(value)) : { ...body, [key]: put(value) })));
  return [(value) => value, ...inside];
}

/** A stream has no end, so its beginning stands for it. */
async function firstText(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = response.body!.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

/** Tokens are made by somebody at a browser, not by a token. */
async function signedIn(server: Server, database: Database): Promise<Record<string, string>> {
  const [username, password] = ['at-a-browser', 'seven clear rivers'];
  await saveStaff(database, [{ username, password, name: '编辑', post: '科员', grants: [{ agencyId: 'qinghe', role: 'editor' }] }]);
  const response = await fetch(`${server.url}/v1/auth/sign-in/username`, { method: 'POST', headers: { origin: server.url, 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) });
  return { origin: server.url, cookie: response.headers.getSetCookie().map((cookie) => cookie.split(';', 1)[0]).join('; ') };
}

onEachEngine('contract', (open) => {
  test('every operation answers what its schema says', async () => {
    const database = await open();
    await saveAgencies(database, CITY.map((agency) => ({ ...agency, address: '滨河路6号' })));
    await saveCategories(database, CATEGORIES);
    const mailbox = await receiver();
    const server = await listening(database, { settings: { webhooksLocal: true, mail: { smtp: mailbox.url, from: FROM } } });
    const { ask, fire, called } = caller(server);
    const agencyId = 'qinghe-water';
    const everything = ROLES.map((role) => ({ agencyId: 'qinghe', role }));
    const [author, reviewer] = [await staffMember(database, { username: 'author', grants: everything }), await staffMember(database, { username: 'reviewer', grants: everything })];

    const file = await ask('files.create', { as: author, query: { agency: agencyId, purpose: 'attachment', name: '附件.txt' }, body: new TextEncoder().encode('附件') });
    await ask('files.get', { as: author, params: { sha256: file.sha256 }, query: { agency: agencyId } });
    const { name, mediaType, size, sha256 } = file;
    const ids: string[] = [];
    for (const kind of KINDS) {
      ids.push((await publish(database, {
        content: content({
          kind, docNo: '清水〔2026〕1号', categoryId: 'qinghe-water.sand', attachments: [{ name, mediaType, size, sha256 }], openTerm: { term: 'periodic', every: 'quarter' },
          links: ids.map((id) => ({ type: 'interprets' as const, id })),
        }),
        publishedOn: '2026-01-31',
      }, server.settings)).id);
    }
    const [first, second, third, fourth] = ids as [string, string, string, string];
    await amend(database, first, { content: content({ kind: KINDS[0]!, title: '更正' }), on: '2026-02-01', reason: '更正' });
    await ask('disclosures.withdraw', { as: author, params: { id: second }, body: { ground: '依据', decidedBy: '办公室', replacedBy: third } });
    await ask('disclosures.repeal', { as: author, params: { id: agencyId }, body: { ids: [fourth], on: '2026-02-02', reason: '清理' } });
    await ask('disclosures.content', { as: author, params: { id: first } });
    const evidence = await ask('files.create', { as: author, query: { agency: agencyId, purpose: 'evidence', name: '公告栏.txt' }, body: new TextEncoder().encode('公告栏') });
    await ask('evidence.create', { as: author, params: { id: first }, body: { carrier: 'notice-board', place: '公告栏', postedOn: '2026-02-01', sha256: evidence.sha256 } });
    await ask('evidence.list', { as: author, params: { id: first } });

    await ask('agencies.list');
    await ask('agencies.list', { query: { parent: 'qinghe', limit: 1 } });
    await ask('agencies.get', { params: { id: 'liuhe-tuanjie' } });
    await ask('categories.list', { query: { agency: agencyId } });
    for (const query of [{ facets: 'true', limit: 1 }, { q: '采砂', facets: 'true' }, { q: 'hdcs', sort: 'newest' }, { q: '采砂', sort: 'agency' }, { from: '2026-01-01', facets: 'true' }, { q: '采纱管里' }]) await ask('disclosures.list', { query });
    for (const id of ids) await ask('disclosures.get', { params: { id } });
    for (const revision of [1, 2]) await ask('disclosures.revision', { params: { id: first, revision } });
    await ask('disclosures.attachment', { params: { id: third, name } });
    for (const q of ['采砂', 'shuili']) await ask('suggestions.list', { query: { q } });
    await ask('changes.list');
    await ask('changes.list', { query: { after: 2, limit: 1 } });
    await ask('changes.stream', { query: { after: 0 } });
    for (const query of [{}, { q: '采砂', agency: 'qinghe' }]) await ask('feeds.atom', { query });
    for (const query of [{}, { kind: 'report', lang: 'en' }]) await ask('feeds.json', { query });
    await ask('calendar.get');
    await ask('calendar.due', { query: { from: '2026-02-13', workdays: 20 } });
    await ask('health.live');
    await ask('health.ready');

    const draft = { content: content({ agencyId }), withheld: [{ what: '联系人电话', ground: 'E15_THIRD', reason: '个人隐私', nextReviewOn: '2027-01-01' }] };
    const begin = async () => ask('drafts.create', { as: author, body: draft });
    const checks = [...REVIEW_CHECKS];
    const step = async (id: `drafts.${DraftCommand}`, of: { id: string; version: number }, body: object = {}, as = author) => ask(id, { as, params: { id: of.id }, body: { version: of.version, ...body } });
    const begun = await begin();
    await ask('drafts.get', { as: author, params: { id: begun.id } });
    const saved = await ask('drafts.save', { as: author, params: { id: begun.id }, body: { ...draft, version: begun.version } });
    const recalled = await step('drafts.recall', await step('drafts.submit', saved));
    const referred = await step('drafts.refer', await step('drafts.submit', recalled), { note: '请示' }, reviewer);
    const returned = await step('drafts.return', referred, { note: '请补充' }, reviewer);
    const approved = await step('drafts.approve', await step('drafts.submit', returned), { checks }, reviewer);
    const scheduled = await step('drafts.schedule', approved, { on: '2999-01-01' });
    await step('drafts.publish', await step('drafts.schedule', scheduled));
    await step('drafts.discard', await begin());
    await ask('drafts.list', { as: author, query: { limit: 1 } });
    await ask('due.list', { as: author });

    await ask('staff.me', { as: author });
    const person = await ask('staff.create', { as: author, body: { username: 'new-one', name: '编辑', post: '科员', agencyId, role: 'editor', password: 'seven clear rivers' } });
    const of = { as: author, params: { id: person.id } };
    await ask('staff.grant', { ...of, body: { agencyId, role: 'reviewer' } });
    await ask('staff.revoke', { ...of, body: { agencyId, role: 'reviewer' } });
    await ask('staff.disable', { ...of, body: { disabled: true } });
    await ask('staff.reset', { ...of, body: { password: 'nine quiet harbours' } });
    await ask('staff.list', { as: author, query: { limit: 1 } });
    const session = { headers: await signedIn(server, database) };
    const { token } = await ask('tokens.create', { as: session, body: { label: '公文系统', agencyId, permissions: ['drafts.read'], days: 1 } });
    await ask('tokens.list', { as: session });
    await ask('tokens.revoke', { as: session, params: { id: token.id } });
    const agency = (id: string) => ({ as: author, params: { id } });
    const { content: parent } = await ask('agencies.content', agency('qinghe'));
    const made = await ask('agencies.create', { as: author, body: { ...parent, id: 'qinghe-parks', name: '清河市园林局', kind: 'department', parentId: 'qinghe' } });
    const renamed = await ask('agencies.save', { ...agency('qinghe-parks'), body: { version: made.version, content: { ...made.content, name: '清河市园林绿化局' } } });
    await ask('agencies.move', { ...agency('qinghe-parks'), body: { version: renamed.version, parentId: 'dongshan' } });
    const category = { as: author, params: { id: agencyId, category: `${agencyId}.reservoirs` } };
    await ask('categories.save', { ...category, body: { parentId: 'A20_10', name: '水库' } });
    await ask('categories.delete', category);
    const year = { year: 2027, notice: '国办发明电〔2026〕9号', off: ['2027-01-01'], work: ['2027-01-03'] };
    const { version } = await ask('calendar.preview', { as: author, params: { year: 2027 }, body: year });
    await ask('calendar.load', { as: author, params: { year: 2027 }, body: { ...year, version, reason: '年度放假安排' } });
    await ask('calendar.history', { as: author });
    await ask('audit.list', { as: author, query: { limit: 100 } });
    await ask('audit.export', { as: author });
    await ask('exports.listing', { as: author, query: { format: 'csv' } });
    const table = new TextEncoder().encode('来源编号,公开日期,标题,分类,主题,公示开始日期,公示截止日期\n1,2026-01-05,采砂公示,A20_05,采砂,2026-01-05,2026-01-12\n2,,,,,,');
    for (const kind of ['notice', 'power']) await ask('imports.preview', { as: author, query: { agency: agencyId, kind, name: '目录.csv' }, body: table });
    await ask('imports.run', { as: author, query: { agency: agencyId, kind: 'notice', name: '目录.csv', reviewedBy: '保密审查员' }, body: table.subarray(0, table.length - 8) });

    const present = await ask('requests.settings', { as: author, params: { id: agencyId } });
    await ask('requests.configure', { as: author, params: { id: agencyId }, body: { version: present.version, settings: { ...present.settings, retentionMonths: 12 } } });
    const fileCase = async () => (await ask('cases.create', { as: author, body: {
      agencyId, channel: 'fax', applicant: { type: 'research', name: '某研究机构', contactPerson: '经办人', contact: { email: 'research@example.org' } },
      wanted: { description: '采砂许可' }, form: 'paper', route: 'post', assistance: '大字',
    } })).id;
    const on = (id: string) => ({ as: author, params: { id } });
    const stepIn = async (id: string, command: CaseCommand, body: object = {}) => ask(`cases.${command}`, { ...on(id), body: { version: (await ask('cases.get', on(id))).version, ...body } });
    const way = 'hand';
    const worked = await fileCase();
    const { items: [handler] } = await ask('cases.handlers', on(worked));
    await stepIn(worked, 'receive');
    await stepIn(worked, 'register', { label: '采砂许可' });
    await stepIn(worked, 'assign', { handler: handler?.id });
    await ask('cases.compose', { ...on(worked), body: { command: 'ask-correction', stated: { points: ['年度'] } } });
    await stepIn(worked, 'ask-correction', { points: ['年度'], workdays: 15, way: 'post' });
    await stepIn(worked, 'deliver', { question: 'correction' });
    await stepIn(worked, 'correct', { wanted: { description: '二〇二五年的采砂许可' } });
    const { questions } = await stepIn(worked, 'consult', { party: 'third-party', name: '某采砂企业', about: '采砂方案', way });
    const { id: question } = questions.at(-1)!;
    await stepIn(worked, 'opinion', { question, opinion: 'objects-with-reason' });
    await stepIn(worked, 'override', { question, reason: '重大公共利益' });
    await stepIn(worked, 'ask-reasons', { workdays: 5, way });
    await stepIn(worked, 'explain', { reasons: '研究' });
    await stepIn(worked, 'delay', { workdays: 5, reason: '件数较多' });
    await stepIn(worked, 'extend', { workdays: 5, reason: '档案较多', approvedBy: '主任' });
    await stepIn(worked, 'notice-fee', { fee: { scale: 'pages', pages: 40 }, way });
    await stepIn(worked, 'pay');
    await ask('cases.note', { ...on(worked), body: { text: '说明' } });
    await ask('cases.urge', { ...on(worked), body: { text: '请办理' } });
    await ask('cases.answer', { ...on(worked), body: { text: '即办' } });
    const attach = async (purpose: string) => (await ask('cases.attach', { ...on(worked), query: { name: `${purpose}.txt`, purpose }, body: new TextEncoder().encode(purpose) })).id;
    const [kept, released] = [await attach('record'), await attach('release')];
    await ask('cases.file', { as: author, params: { id: worked, file: kept } });
    await ask('cases.remove', { as: author, params: { id: worked, file: kept } });
    const { withheld } = await ask('cases.redact', { ...on(worked), body: { name: '决定', text: '甲乙', spans: [{ start: 0, end: 1, ground: 'E15_THIRD', what: '姓名' }] } });
    await stepIn(worked, 'decide', { reply: { outcome: 'partial', grounds: '涉及个人隐私', withheld, remedy: 'reconsider-first' } });
    await stepIn(worked, 'serve', { way });
    await ask('cases.publish', { ...on(worked), body: { file: released, title: '采砂许可', summary: '许可', categoryId: 'A20_05' } });
    await stepIn(worked, 'archive');
    const { letters } = await ask('cases.papers', on(worked));
    for (const { id: letter } of letters) await ask('cases.letter', { as: author, params: { id: worked, letter }, query: { format: 'html' } });
    for (const [command, body] of [['transfer', { to: 'dongshan-water' }], ['split', { parts: [{}, { label: '图' }] }], ['withdraw', {}]] as const) {
      const other = await fileCase();
      await stepIn(other, 'receive');
      await stepIn(other, 'register');
      await stepIn(other, command, body);
      await ask('cases.get', on(other));
    }
    for (const query of [{ limit: 1 }, { state: 'ended' }, { state: 'late' }, { phase: 'archived' }]) await ask('cases.list', { as: author, query });
    await ask('requests.form', { params: { id: agencyId } });
    await ask('requests.challenge');
    const { receiptNo, secret } = await ask('requests.submit', { body: { ...asked(), challenge: await solved(server) } });
    const held = { as: { headers: { authorization: `Receipt ${secret}` } }, params: { receiptNo } };
    const { take } = backOffice(server, database);
    const request = { receipt: { receiptNo } as Receipt };
    await take(request, { type: 'receive' }, { letter: { title: '受理通知书', docNo: '1', body: '已收到。', fixed: '清河市水利局' } });
    await take(request, { type: 'register' });
    await take(request, { type: 'ask-correction', points: ['哪一年'], workdays: 5, way: 'electronic' });
    await ask('requests.correct', { ...held, body: { branch: 'main', wanted: { description: '2025年' } } });
    await take(request, { type: 'ask-reasons', workdays: 5, way: 'electronic' });
    await ask('requests.explain', { ...held, body: { branch: 'main', reasons: '研究' } });
    await ask('requests.attach', { ...held, query: { name: '说明.txt' }, body: new TextEncoder().encode('说明') });
    const tracked = await ask('requests.track', held);
    const { url } = await ask('requests.link', { ...held, body: { paper: tracked.branches[0]!.letters[0]!.id } });
    await ask('requests.paper', { params: { token: url.split('/').at(-1)! } });
    await ask('requests.withdraw', { ...held, body: { branch: 'main' } });
    await ask('requests.answered', { params: { id: first }, body: { agencyId, instead: 'request' } });

    const report = 2025;
    const none = { upheld: 0, corrected: 0, otherResult: 0, pending: 0, total: 0 };
    await ask('statistics.draft', { as: author, params: { id: agencyId, year: report } });
    await ask('statistics.enter', { as: author, params: { id: agencyId, year: report }, body: { version: 0, disputes: { reconsideration: { ...none, total: 1 }, litigationDirect: none, litigationAfter: none } } });
    await ask('statistics.close', { as: author, params: { id: agencyId, year: report }, body: { version: 0, reason: '复议机关如此公布' } });
    for (const below of [false, true]) await ask('statistics.annual', { query: { agency: agencyId, year: report, below: String(below) } });
    for (const agency of [agencyId, 'qinghe']) for (const id of ['statistics.overview', 'statistics.disclosures', 'statistics.freshness', 'statistics.package'] as const) await ask(id, { query: { agency } });
    await ask('statistics.table', { params: { table: 'agencies' } });
    const of2025 = { as: author, params: { id: agencyId, year: report, template: 'annual' } };
    const written = await ask('reports.get', of2025);
    const saved2025 = await ask('reports.save', { ...of2025, body: { version: written.version, sections: ['general', 'proactive', 'requests', 'disputes', 'problems', 'other'].map((section) => ({ name: section, text: '{{requests.total.total}}件' })) } });
    await ask('reports.preview', of2025);
    await ask('reports.file', { ...of2025, query: { format: 'pdf' } });
    await ask('statistics.enter', { as: author, params: { id: agencyId, year: report }, body: { version: 1, disputes: { reconsideration: none, litigationDirect: none, litigationAfter: none }, proactive: PROACTIVE } });
    await ask('statistics.close', { as: author, params: { id: agencyId, year: report }, body: { version: 1, reason: '补充' } });
    await ask('reports.draft', { ...of2025, body: { version: saved2025.version } });
    await ask('supervision.tree', { as: author, query: { agency: 'qinghe' } });
    const { items: [lit] } = await ask('supervision.list', { as: author, query: { agency: 'qinghe', light: 'red', type: 'report', limit: 1 } });
    const { urgings: [urged] } = await ask('supervision.urge', { as: author, body: { agencyId: lit!.agency.id, type: lit!.type, id: lit!.id, words: '请尽快公布', answerBy: '2999-01-01' } });
    await ask('supervision.answer', { as: author, params: { id: urged!.id }, body: { words: '本周公布' } });
    await sweepBreaches(openRequestStore(database, server.settings), (item, error) => {
      throw new Error(JSON.stringify(item), { cause: error });
    });
    assert.ok((await ask('supervision.breaches', { as: author, query: { agency: 'qinghe' } })).total > 0);
    const assessed = { as: author, params: { id: 'qinghe', year: 2026 } };
    await ask('supervision.sheet', assessed);
    await ask('supervision.weigh', { ...assessed, body: { version: 0, weights: { publication: 100, freshness: 0, requests: 0, topics: 0, ratings: 0, urgings: 0 } } });
    await ask('statistics.cases', { as: author, query: { agency: agencyId, year: 2026, line: 'newReceived', column: 'total' } });

    const board = await ask('topics.settings', { as: author, params: { id: agencyId } });
    await ask('topics.configure', { as: author, params: { id: agencyId }, body: { version: board.version, settings: { ...board.settings, intro: '点题' } } });
    const post = async (title: string) => (await ask('board.create', { as: author, body: { agencyId, purpose: 'correct', disclosureId: first, title, text: '采砂', channel: 'hotline', on: '2026-03-02' } })).id;
    const stepOn = async (id: string, command: BoardCommand, body: object = {}) => ask(`board.${command}`, { ...on(id), body: { version: (await ask('board.get', on(id))).version, ...body } });
    const shanghai = (days: number) => new Date(Date.now() + days * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
    const planned = { title: '一轮点题', opensOn: shanghai(30), closesOn: shanghai(40), answerBy: { workdays: 5 } };
    const { id: round } = await ask('rounds.create', { as: author, body: { agencyId, ...planned, intro: '写下您想看的' } });
    await ask('rounds.save', { ...on(round), body: { version: 1, ...planned, answerBy: { on: shanghai(60) } } });
    const [asked1, asked2] = [await post('采砂许可的结果'), await post('采砂许可的结果在哪里')];
    await stepOn(asked1, 'review');
    await ask('board.papers', on(asked1));
    await ask('board.similar', on(asked1));
    await stepOn(asked1, 'approve', { title: '采砂许可的结果', text: '采砂', place: '安平', categoryId: 'A20_05' });
    await stepOn(asked2, 'approve', { title: '采砂许可的结果在哪里' });
    await ask('board.similar', on(asked1));
    await stepOn(asked2, 'merge', { into: asked1 });
    await stepOn(asked2, 'unmerge');
    await stepOn(asked2, 'decline', { reason: 'not-held', words: '没有这项信息' });
    await stepOn(await post('查我的档案'), 'return', { reason: 'named-records', words: '请填写申请表', way: 'request', agencyId: 'qinghe' });
    const { items: [answerer] } = await ask('board.handlers', { ...on(asked1), query: { agency: agencyId } });
    await stepOn(asked1, 'assign', { agencyId, handler: answerer?.id });
    await stepOn(asked1, 'claim', { promise: { round }, note: '说明' });
    await stepOn(asked1, 'postpone', { promise: { on: shanghai(90) }, words: '需要核对' });
    const scan = await ask('board.scan', { ...on(asked1), query: { name: '签名表.txt' }, body: new TextEncoder().encode('签名表') });
    const { lists: [sheet] } = await ask('board.supports', { ...on(asked1), body: { basis: 'paper', on: '2026-03-03', signers: [{ name: '甲某' }, { name: '甲某' }], scan: scan.id } });
    await ask('board.list-scan', { as: author, params: { id: asked1, list: sheet!.id } });
    await ask('board.note', { ...on(asked1), body: { text: '说明' } });
    const answerTo = { outcome: 'corrected', text: '已更正', disclosures: [first], files: [{ name, mediaType, size, sha256 }], post: '办公室', promise: { text: '补齐', due: shanghai(120) } };
    await stepOn(asked1, 'answer', { answer: answerTo });
    await stepOn(asked1, 'publish');
    await stepOn(asked1, 'keep', { result: '已补齐' });
    for (const query of [{}, { after: 1, limit: 1, agency: 'qinghe' }]) await ask('topics.changes', { query });
    await ask('topics.stream', { query: { after: 0 } });
    for (const query of [{}, { agency: 'qinghe', state: 'answered' }, { topic: asked1 }]) await ask('feeds.topics', { query });
    await ask('follows.create', { body: { of: { topic: asked1 }, email: 'reader@mail.example', language: 'en', challenge: await solved(server) } });
    const [, link = ''] = /\/v1\/follows\/([\w-]+)/.exec((await mailbox.next()).mail.text ?? '') ?? [];
    for (const id of ['follows.page', 'follows.confirmPage', 'follows.confirm', 'follows.page', 'follows.confirmPage', 'follows.stopPage', 'follows.stop', 'follows.page', 'follows.stopPage'] as const) await ask(id, { params: { token: link } });
    for (const query of [{ limit: 1 }, { state: 'ended' }, { state: 'late' }, { state: 'all', q: '采砂' }]) await ask('board.list', { as: author, query });
    const device = '0123456789ABCDEFGHJKMNPQRS';
    const ratedAs = async (subject: object, level: string) => ask('ratings.create', { body: { subject, level, token: device, reasons: ['speed'], words: '太慢', challenge: await solved(server) } });
    await ratedAs({ type: 'answer', id: asked1 }, 'satisfied');
    await ratedAs({ type: 'disclosure', id: first }, 'dissatisfied');
    await ratedAs({ type: 'window', agencyId, window: '一号窗口' }, 'very-dissatisfied');
    await ask('ratings.count', { query: { agency: agencyId } });
    const { items: [task] } = await ask('ratings.tasks', { as: author, query: { limit: 1 } });
    await ask('ratings.words', on(task!.id));
    await ask('ratings.close', { ...on(task!.id), body: { version: 1, result: '已回访' } });
    await ask('ratings.tasks', { as: author, query: { state: 'done' } });
    await ask('topics.attachment', { params: { id: asked1, name } });
    await stepOn(asked1, 'reopen', { words: '答非所问' });
    const sent = await ask('topics.submit', { body: { agencyId, purpose: 'ask', title: '采砂许可怎么办', text: '采砂', place: '安平', categoryId: 'A20_05', channel: 'web', token: device, challenge: await solved(server) } });
    await ask('topics.standing', { params: { id: sent.id } });
    await stepOn(sent.id, 'approve', { title: '采砂许可怎么办' });
    await ask('topics.support', { params: { id: sent.id }, body: { token: device.split('').reverse().join(''), basis: 'kiosk', challenge: await solved(server) } });
    await ask('topics.unsupport', { params: { id: sent.id }, body: { token: device } });
    await stepOn(sent.id, 'claim', { promise: { workdays: 5 } });
    await stepOn(sent.id, 'answer', { answer: { ...answerTo, outcome: 'explained', files: [] } });
    await stepOn(sent.id, 'publish');
    await ask('topics.reopen', { params: { id: sent.id }, body: { token: device, words: '没有说怎么办', challenge: await solved(server) } });
    await ask('topics.mine', { body: { token: device } });
    await ask('topics.answered', { params: { id: sent.id }, body: { agencyId, instead: 'topic' } });
    await ask('topics.similar', { body: { agencyId, text: '采砂许可' } });
    for (const query of [{ limit: 1 }, { q: '采砂', sort: 'supports' }, { sort: 'answered', state: 'answered' }, { sort: 'due', agency: 'qinghe' }, { state: 'declined' }]) await ask('topics.list', { query });
    for (const id of [asked1, asked2, sent.id]) await ask('topics.get', { params: { id } });
    await ask('topics.figures', { query: { agency: 'qinghe' } });
    await ask('topics.board', { params: { id: agencyId } });
    await ask('rounds.list', { query: { agency: agencyId, limit: 1 } });
    await ask('rounds.get', { params: { id: round } });
    await database.write.updateTable('round').set({ closes_on: '2026-01-02', opens_on: '2026-01-01' }).where('id', '=', round).execute();
    await ask('rounds.report', { ...on(round), body: { version: 2, text: '报告' } });
    const reply = await send(server, { ...asked(), challenge: await solved(server) });
    const served = (await reply.json()) as Receipt;
    for (const step of [{ type: 'receive' }, { type: 'register' }, { type: 'decide', reply: { outcome: 'granted', remedy: 'either' } }, { type: 'serve', way: 'electronic' }] as const) await take({ receipt: served }, step);
    await ask('ratings.request', { as: { headers: { authorization: `Receipt ${served.secret}` } }, params: { receiptNo: served.receiptNo }, body: { level: 'satisfied' } });
    const { parts } = await ask('snapshot.get', { query: { agency: agencyId } });
    for (const { sha256 } of parts) await ask('snapshot.part', { params: { sha256 } });
    await ask('snapshot.changes', { query: { after: 0, agency: agencyId } });
    await ask('snapshot.topics', { query: { ids: first } });
    const sealed = { idempotencyKey: randomUUID(), operation: 'requests.submit', agency: agencyId, formVersion: '1', createdAt: '2026-03-09T01:00:00.000Z' };
    const envelope = await seal((await ask('keys.get')).current, { body: asked({ agencyId }), reference: '7KQ2-MX9R-41TB' }, sealed);
    await ask('sealed.send', { body: { ...envelope, challenge: await solved(server) }, key: sealed.idempotencyKey });
    await ask('sealed.receipt', { body: { reference: '7KQ2-MX9R-41TB' } });
    const [fileKey, words] = [randomBytes(32), Buffer.from('说明')];
    const cipher = createCipheriv('aes-256-gcm', fileKey, Buffer.from('000000000000000000000001', 'hex'));
    const chunk = Buffer.concat([cipher.update(words), cipher.final(), cipher.getAuthTag()]);
    const { agency: _, ...label } = { ...sealed, operation: 'requests.attach' };
    const line = await seal((await ask('keys.get')).current, { body: { key: fileKey.toString('base64url'), name: '说明.txt', purpose: 'attachment', size: words.length }, reference: '7KQ2-MX9R-41TB' }, label);
    await ask('sealed.attach', { body: Buffer.concat([Buffer.from(`${JSON.stringify(line)}\n`), chunk]) });

    const { kiosk, code } = await ask('kiosks.create', { as: author, body: { agencyId, name: '一号屏', place: '水利局大厅' } });
    const screen = { as: author, params: { id: kiosk.id } };
    await ask('kiosks.enrol', { body: { code } });
    const { code: another } = await ask('kiosks.code', screen);
    const { id: deviceId, secret: deviceKey } = await ask('kiosks.enrol', { body: { code: another } });
    await ask('kiosks.save', { ...screen, body: { name: '一号屏', place: '门厅', message: { text: '今日停电检修', until: '2999-01-01' } } });
    await ask('kiosks.pin', { ...screen, body: { pin: '204816' } });
    await ask('kiosks.reload', screen);
    const beat = { version: '0.1.0', dataDate: '2026-03-09T01:00:00.000Z', uptime: 60, errors: 1, lastError: 'storage-full', queue: 2, printer: 'out', clock: '2020-01-01T00:00:00.000Z', touchAge: 5 };
    await ask('kiosks.heartbeat', { as: { headers: { authorization: `Device ${deviceId}.${deviceKey}` } }, body: beat });
    await ask('kiosks.list', { as: author, query: { agency: 'qinghe' } });
    await ask('kiosks.revoke', screen);
    await ask('kiosks.list', { as: author });

    const hearing = { type: 'hearing', subject: '水价', heldOn: '2999-01-09', place: '一楼', roles: [{ role: '陈述人', count: 2 }], selection: '自愿报名', liveUrl: 'https://live.example/', agenda: [], outcome: '听证报告' };
    const { id: heard } = await publish(database, { content: { ...content({ agencyId }), kind: 'meeting', fields: hearing } as DisclosureContent, publishedOn: '2026-02-03' });
    const notice = { as: author, params: { id: heard } };
    const until = (day: string) => ({ opinions: { until: day }, seats: { until: day, presenters: 1, observers: 1, selection: { way: 'lot', source: '开奖号码' } } });
    await ask('notices.configure', { ...notice, body: { version: 1, windows: until('2999-01-08') } });
    const from = async () => ({ channel: 'web', token: device, challenge: await solved(server) });
    await ask('opinions.create', { params: { id: heard }, body: { stance: 'suggest', words: '阶梯计价', name: '甲某', contact: '8800001', group: '用水户', ...(await from()) } });
    await ask('seats.create', { params: { id: heard }, body: { role: 'observer', name: '甲某', contact: '8800001', group: '用水户', ...(await from()) } });
    await ask('feedback.create', { params: { id: heard }, body: { said: 'useful', token: device, challenge: await solved(server) } });
    await ask('feedback.count', notice);
    await ask('notices.configure', { ...notice, body: { version: 2, windows: until('2026-01-01') } });
    await ask('opinions.answer', { ...notice, body: { version: 3, words: '逐条研究', points: [{ point: '阶梯计价', n: 1, outcome: 'taken', reason: '已采纳' }] } });
    await ask('opinions.answer', { ...notice, body: { version: 4, words: '逐条研究，已更正', points: [] } });
    await ask('seats.select', { ...notice, body: { version: 5, seed: '5 0 9' } });
    for (const query of [{ limit: 1 }, { state: 'over' }]) await ask('notices.list', { query: { ...query, agency: 'qinghe' } });
    await ask('notices.get', { params: { id: heard } });
    await ask('notices.desk', notice);
    await ask('opinions.list', notice);
    await ask('seats.list', notice);

    const { webhook } = await ask('webhooks.create', { as: author, body: { agencyId, url: 'http://127.0.0.1:9/hook', events: ['published'] } });
    const hook = { as: author, params: { id: webhook.id } };
    await publish(database, { content: content({ agencyId }), publishedOn: '2026-02-03' });
    await ask('webhooks.list', { as: author });
    let delivery: Delivery | undefined;
    for (const end = Date.now() + 20_000; delivery === undefined && Date.now() < end; ) [delivery] = (await ask('webhooks.deliveries', hook)).items;
    await ask('webhooks.resend', { as: author, params: { id: webhook.id, delivery: delivery!.id } });
    await ask('webhooks.update', { ...hook, body: { state: 'off' } });
    await ask('webhooks.delete', hook);

    assert.deepEqual(Object.keys(operations).filter((id) => !called.has(id as OperationId)), [], 'operations that are not called here');

    // Once more, with something odd in each: whatever state it finds, it is answered or refused, and fails nothing.
    for (const [id, call] of called) {
      await fc.assert(fc.asyncProperty(fc.nat(), odd, async (where, value) => {
        const response = await fire(id, oddly(id, call, where, value));
        const answer = await firstText(response);
        assert.ok(response.status < 500, `${id}: ${answer}`);
      }), { numRuns: 5 });
    }
  });
});

test('feeds name themselves and their entries by absolute addresses that stay', async () => {
  const database = await openSqlite();
  await saveAgencies(database, CITY);
  const { id } = await publish(database, { content: content({ title: '标题 <b>&' }), publishedOn: '2026-01-31' });
  const server = await listening(database, { settings: { publicUrl: 'https://open.qinghe.example' } });
  const atom = await (await server.get('/v1/feeds/disclosures.atom?agency=qinghe-water')).text();
  assert.ok(atom.includes('<link rel="self" href="https://open.qinghe.example/v1/feeds/disclosures.atom?agency=qinghe-water"/>'), atom);
  assert.ok(atom.includes(`<id>urn:sunlit:disclosure:${id}</id>`));
  assert.ok(atom.includes('<published>2026-01-30T16:00:00.000Z</published>'));
  assert.ok(atom.includes('<title type="html"><![CDATA[标题 &lt;b&gt;&amp;]]></title>'), 'markup in titles is text');
  const json = (await (await server.get('/v1/feeds/disclosures.json')).json()) as { feed_url: string; items: { id: string; url: string; title: string }[] };
  assert.equal(json.feed_url, 'https://open.qinghe.example/v1/feeds/disclosures.json');
  assert.deepEqual(json.items.map(({ url, title }) => [url, title]), [[`https://open.qinghe.example/v1/disclosures/${id}`, '标题 <b>&']]);
});

test('/openapi.json is valid under two validators and names every operation', async () => {
  const server = await listening(await openSqlite());
  const document = await server.json<{ paths: Record<string, Record<string, { operationId: string }>> }>('/openapi.json');
  const { valid, errors } = await new Validator().validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors));
  await SwaggerParser.validate(structuredClone(document) as never);
  assert.deepEqual(Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId)).sort(), Object.keys(operations).sort());
});
