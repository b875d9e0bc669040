import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROLES, ROLE_PERMISSIONS, operations, type Operation, type OperationId, type Problem, type Role } from '@sunlit/contract';
import fc from 'fast-check';
import { ulid } from 'ulid';
import { AUTHORISATION, authorisationDocument } from '../../scripts/authorisation.ts';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { UNHEARD } from '../kiosks/kiosks.ts';
import { CITY, content, listening, onEachEngine, staffMember, type Server } from '../fixture.ts';

/** What a call is made with; `{id}` in the path is filled in by what the operation's access is about. */
interface Sample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const step = { body: { version: 1 } };
const sha256 = '0'.repeat(64);
/** As it stands in a letter, of one that was stopped. */
const LINK = 'x'.repeat(32);
const BOARD_SETTINGS = { open: true, purposes: ['ask'], moderated: true, categories: [], rounds: false, reviewWorkdays: 2, claimWorkdays: 5, answerWorkdays: 10, ratingWorkdays: 15, writtenMonths: 12 };
const ROUND = { title: '一轮点题', opensOn: '2999-01-01', closesOn: '2999-01-05', answerBy: { workdays: 5 } };
const REQUEST_SETTINGS = { open: true, identityImage: 'none', routes: ['online'], feeScale: 'cases', retentionMonths: 60, docNo: '公开〔{year}〕第{n}号', wording: [] };
const WEIGHTS = { publication: 100, freshness: 0, requests: 0, topics: 0, ratings: 0, urgings: 0 };
/** The one without tables: its files are made quickly. */
const REPORT = { year: '2025', template: 'rule-of-law' };
/** A request to an agency, as it is filed at the counter. */
const filed = (agencyId: string, description = '采砂许可') => ({
  agencyId, applicant: { type: 'other', name: '某协会', contactPerson: '经办人', contact: { phone: '8800001' } }, wanted: { description }, form: 'paper', route: 'counter',
});

/** A call of each operation about an agency. An operation that is missing here fails the test. */
const samples: Readonly<Record<OperationId, (agency: string) => Sample>> = {
  'agencies.list': () => ({}),
  'agencies.get': (agency) => ({ params: { id: agency } }),
  'agencies.content': (agency) => ({ params: { id: agency } }),
  'agencies.create': (parentId) => ({ body: { id: `n${randomUUID()}`, parentId, level: 'village', kind: 'committee', name: '村民委员会', phones: [], leaders: [], offices: [], venues: [] } }),
  'agencies.save': (agency) => ({ params: { id: agency }, body: { version: sha256, content: CITY[0] } }),
  'agencies.move': (agency) => ({ params: { id: `${agency}-below` }, body: { version: sha256, parentId: agency } }),
  'categories.list': () => ({}),
  'categories.save': (agency) => ({ params: { id: agency, category: `${agency}.own` }, body: { parentId: 'A20_15', name: '自设' } }),
  'categories.delete': (agency) => ({ params: { id: agency, category: `${agency}.none` } }),
  'disclosures.list': () => ({}),
  'disclosures.get': () => ({}),
  'disclosures.revision': () => ({ params: { revision: '1' } }),
  'disclosures.attachment': () => ({ params: { name: 'x.txt' } }),
  'suggestions.list': () => ({ query: { q: '水' } }),
  'changes.list': () => ({}),
  'changes.stream': () => ({}),
  'feeds.atom': () => ({}),
  'feeds.json': () => ({}),
  'feeds.topics': () => ({}),
  'topics.changes': () => ({}),
  'topics.stream': () => ({}),
  'statistics.overview': (agency) => ({ query: { agency } }),
  'statistics.disclosures': (agency) => ({ query: { agency } }),
  'statistics.freshness': (agency) => ({ query: { agency } }),
  'statistics.package': (agency) => ({ query: { agency } }),
  'statistics.table': (agency) => ({ params: { table: 'agencies' }, query: { agency } }),
  'statistics.annual': (agency) => ({ query: { agency, year: '2025' } }),
  'statistics.draft': (agency) => ({ params: { id: agency, year: '2025' } }),
  'statistics.enter': (agency) => ({ params: { id: agency, year: '2025' }, body: { version: 7 } }),
  'statistics.close': (agency) => ({ params: { id: agency, year: '2025' }, body: { version: 7 } }),
  'statistics.cases': (agency) => ({ query: { agency, year: '2025', line: 'total', column: 'total' } }),
  'supervision.list': (agency) => ({ query: { agency } }),
  'supervision.tree': (agency) => ({ query: { agency } }),
  'supervision.urge': (agencyId) => ({ body: { agencyId, type: 'draft', id: ulid(), words: '请办理', answerBy: '2999-01-01' } }),
  'supervision.answer': () => ({ body: { words: '即办' } }),
  'supervision.breaches': (agency) => ({ query: { agency } }),
  'supervision.sheet': (agency) => ({ params: { id: agency, year: '2026' } }),
  'supervision.weigh': (agency) => ({ params: { id: agency, year: '2026' }, body: { version: 7, weights: WEIGHTS } }),
  'reports.get': (agency) => ({ params: { id: agency, ...REPORT } }),
  'reports.save': (agency) => ({ params: { id: agency, ...REPORT }, body: { version: 7, sections: [] } }),
  'reports.preview': (agency) => ({ params: { id: agency, ...REPORT } }),
  'reports.file': (agency) => ({ params: { id: agency, ...REPORT }, query: { format: 'docx' } }),
  'reports.draft': (agency) => ({ params: { id: agency, ...REPORT }, body: { version: 7 } }),
  'follows.create': () => ({ body: {} }),
  'follows.page': () => ({ params: { token: LINK } }),
  'follows.confirmPage': () => ({ params: { token: LINK } }),
  'follows.stopPage': () => ({ params: { token: LINK } }),
  'follows.confirm': () => ({ params: { token: LINK } }),
  'follows.stop': () => ({ params: { token: LINK } }),
  'calendar.get': () => ({}),
  'calendar.due': () => ({ query: { from: '2026-01-05', workdays: '20' } }),
  'calendar.preview': () => ({ params: { year: '2027' }, body: { year: 2027, notice: '通知', off: [], work: [] } }),
  'calendar.load': () => ({ params: { year: '2027' }, body: { year: 2027, notice: '通知', off: [], work: [], version: '0', reason: '通知' } }),
  'calendar.history': () => ({}),
  'snapshot.get': () => ({}),
  'snapshot.part': () => ({ params: { sha256: '0'.repeat(64) } }),
  'snapshot.changes': () => ({ query: { after: '0' } }),
  'snapshot.topics': () => ({ query: { ids: ulid() } }),
  'keys.get': () => ({}),
  // Nobody sealed it, and nothing has that reference.
  'sealed.send': () => ({ body: { v: 1, keyId: 'A'.repeat(16), enc: 'AAAA', ciphertext: 'AAAA', aad: { idempotencyKey: 'none-of-these', operation: 'requests.submit', formVersion: '1', createdAt: '' } } }),
  'sealed.attach': () => ({ body: Buffer.from('no envelope\n') }),
  'sealed.receipt': () => ({ body: { reference: '000000000000' } }),
  'health.live': () => ({}),
  'health.ready': () => ({}),
  'drafts.list': () => ({}),
  'drafts.create': (agencyId) => ({ body: { content: { agencyId, kind: 'notice' } } }),
  'drafts.get': () => ({}),
  'drafts.save': (agencyId) => ({ body: { content: { agencyId, kind: 'notice' }, version: 1 } }),
  'drafts.submit': () => step,
  'drafts.recall': () => step,
  'drafts.refer': () => step,
  'drafts.return': () => ({ body: { version: 1, note: '请补充依据' } }),
  'drafts.approve': () => ({ body: { version: 1, checks: [] } }),
  'drafts.schedule': () => step,
  'drafts.publish': () => step,
  'drafts.discard': () => step,
  'due.list': () => ({}),
  'disclosures.content': () => ({}),
  'disclosures.withdraw': () => ({ body: { ground: '依据', decidedBy: '办公室' } }),
  'disclosures.repeal': (agency) => ({ params: { id: agency }, body: { ids: [ulid()], on: '2026-01-01', reason: '清理' } }),
  'files.create': (agency) => ({ query: { agency, purpose: 'attachment', name: 'a.txt' }, body: Buffer.from('text') }),
  'files.get': (agency) => ({ params: { sha256 }, query: { agency } }),
  'evidence.list': () => ({}),
  'evidence.create': () => ({ body: { carrier: 'notice-board', place: '公告栏', postedOn: '2026-01-01', sha256 } }),
  'staff.me': () => ({}),
  'staff.list': () => ({}),
  'staff.create': (agencyId) => ({ body: { username: `n${randomUUID().slice(0, 8)}`, name: '编辑', post: '科员', agencyId, role: 'editor', password: 'seven clear rivers' } }),
  'staff.grant': (agencyId) => ({ body: { agencyId, role: 'reviewer' } }),
  'staff.revoke': (agencyId) => ({ body: { agencyId, role: 'editor' } }),
  'staff.disable': () => ({ body: { disabled: true } }),
  'staff.reset': () => ({ body: { password: 'seven clear rivers' } }),
  'tokens.list': () => ({}),
  'tokens.create': (agencyId) => ({ body: { label: '接口', agencyId, permissions: ['drafts.read'], days: 1 } }),
  'tokens.revoke': () => ({ params: { id: 'nothing' } }),
  'audit.list': () => ({}),
  'audit.export': () => ({}),
  'exports.listing': () => ({ query: { format: 'csv' } }),
  'imports.preview': (agency) => ({ query: { agency, kind: 'notice', name: 'a.csv' }, body: Buffer.from('标题\n') }),
  'imports.run': (agency) => ({ query: { agency, kind: 'notice', name: 'a.csv', reviewedBy: '保密审查员' }, body: Buffer.from('标题\n') }),
  'webhooks.list': () => ({}),
  'webhooks.create': (agencyId) => ({ body: { agencyId, url: 'https://hooks.example/sunlit', events: ['published'] } }),
  'webhooks.update': () => ({ body: { state: 'off' } }),
  'webhooks.delete': () => ({}),
  'webhooks.deliveries': () => ({}),
  'webhooks.resend': () => ({ params: { delivery: `msg_${ulid()}` } }),
  'requests.form': (agency) => ({ params: { id: agency } }),
  'requests.challenge': () => ({}),
  // Without a proof of work it would be refused for want of that, which is nothing of who calls.
  'requests.submit': () => ({ body: {} }),
  'requests.track': () => ({ params: { receiptNo: '20260309-000001' } }),
  'requests.correct': () => ({ params: { receiptNo: '20260309-000002' }, body: { branch: 'main', wanted: { description: '采砂许可' } } }),
  'requests.explain': () => ({ params: { receiptNo: '20260309-000003' }, body: { branch: 'main', reasons: '研究' } }),
  'requests.withdraw': () => ({ params: { receiptNo: '20260309-000004' }, body: { branch: 'main' } }),
  'requests.attach': () => ({ params: { receiptNo: '20260309-000005' }, query: { name: 'a.txt' }, body: Buffer.from('text') }),
  'requests.link': () => ({ params: { receiptNo: '20260309-000006' }, body: { paper: ulid() } }),
  'requests.paper': () => ({ params: { token: 'x' } }),
  'requests.answered': (agencyId) => ({ body: { agencyId, instead: 'request' } }),
  'requests.settings': (agency) => ({ params: { id: agency } }),
  'requests.configure': (agency) => ({ params: { id: agency }, body: { version: sha256, settings: REQUEST_SETTINGS } }),
  'cases.list': () => ({}),
  'cases.create': (agencyId) => ({ body: { ...filed(agencyId), channel: 'counter' } }),
  'cases.get': () => ({}),
  'cases.papers': () => ({}),
  'cases.receive': () => step,
  'cases.register': () => step,
  'cases.assign': () => ({ body: { version: 1, handler: 'nobody' } }),
  'cases.ask-correction': () => ({ body: { version: 1, points: ['年度'], workdays: 15, way: 'hand' } }),
  'cases.correct': () => ({ body: { version: 1, wanted: { description: '补正' } } }),
  'cases.consult': () => ({ body: { version: 1, party: 'third-party', name: '某企业', about: '方案', way: 'hand' } }),
  'cases.opinion': () => ({ body: { version: 1, question: 'q1', opinion: 'consents' } }),
  'cases.override': () => ({ body: { version: 1, question: 'q1', reason: '公共利益' } }),
  'cases.extend': () => ({ body: { version: 1, workdays: 5, reason: '档案较多', approvedBy: '主任' } }),
  'cases.ask-reasons': () => ({ body: { version: 1, workdays: 5, way: 'hand' } }),
  'cases.explain': () => ({ body: { version: 1, reasons: '研究' } }),
  'cases.delay': () => ({ body: { version: 1, workdays: 5, reason: '件数较多' } }),
  'cases.notice-fee': () => ({ body: { version: 1, fee: { scale: 'pages', pages: 40 }, way: 'hand' } }),
  'cases.pay': () => step,
  'cases.deliver': () => ({ body: { version: 1, question: 'reply' } }),
  'cases.transfer': () => ({ body: { version: 1, to: 'liuhe' } }),
  'cases.split': () => ({ body: { version: 1, parts: [{}, {}] } }),
  'cases.withdraw': () => step,
  'cases.decide': () => ({ body: { version: 1, reply: { outcome: 'granted', remedy: 'either' } } }),
  'cases.serve': () => ({ body: { version: 1, way: 'hand' } }),
  'cases.archive': () => step,
  'cases.compose': () => ({ body: { command: 'receive' } }),
  'cases.letter': () => ({ params: { letter: ulid() }, query: { format: 'html' } }),
  'cases.attach': () => ({ query: { name: 'a.txt', purpose: 'record' }, body: Buffer.from('text') }),
  'cases.file': () => ({ params: { file: ulid() } }),
  'cases.remove': () => ({ params: { file: ulid() } }),
  'cases.redact': () => ({ body: { name: '文本', text: '甲乙', spans: [{ start: 0, end: 1, ground: 'E15_THIRD', what: '姓名' }] } }),
  'cases.publish': () => ({ body: { file: ulid(), title: '标题', summary: '摘要', categoryId: 'A20_15' } }),
  'cases.note': () => ({ body: { text: '说明' } }),
  'cases.urge': () => ({ body: { text: '请办理' } }),
  'cases.answer': () => ({ body: { text: '即办' } }),
  'cases.handlers': () => ({}),
  'board.list': () => ({}),
  'board.create': (agencyId) => ({ body: { agencyId, purpose: 'ask', title: '题', channel: 'card' } }),
  'board.get': () => ({}),
  'board.papers': () => ({}),
  'board.similar': () => ({}),
  'board.review': () => step,
  'board.approve': () => ({ body: { version: 1, title: '题' } }),
  'board.return': () => ({ body: { version: 1, reason: 'unclear', words: '请写清楚' } }),
  'board.decline': () => ({ body: { version: 1, reason: 'not-held', words: '没有这项信息' } }),
  'board.assign': () => ({ body: { version: 1, agencyId: 'liuhe' } }),
  'board.claim': () => ({ body: { version: 1, promise: { workdays: 5 } } }),
  'board.postpone': () => ({ body: { version: 1, promise: { workdays: 9 }, words: '需要核对' } }),
  'board.answer': () => ({ body: { version: 1, answer: { outcome: 'explained', text: '答复', disclosures: [], files: [], post: '办公室' } } }),
  'board.publish': () => step,
  'board.reopen': () => ({ body: { version: 1, words: '答非所问' } }),
  'board.merge': () => ({ body: { version: 1, into: ulid() } }),
  'board.unmerge': () => step,
  'board.keep': () => ({ body: { version: 1, result: '已兑现' } }),
  'board.note': () => ({ body: { text: '说明' } }),
  'board.supports': () => ({ body: { basis: 'paper', on: '2026-03-09', signers: [{ name: '甲某' }] } }),
  'board.scan': () => ({ query: { name: 'a.txt' }, body: Buffer.from('text') }),
  'board.list-scan': () => ({ params: { list: ulid() } }),
  'board.handlers': () => ({ query: { agency: 'liuhe' } }),
  'topics.settings': (agency) => ({ params: { id: agency } }),
  'topics.configure': (agency) => ({ params: { id: agency }, body: { version: sha256, settings: BOARD_SETTINGS } }),
  'rounds.create': (agencyId) => ({ body: { agencyId, ...ROUND } }),
  'rounds.save': () => ({ body: { version: 1, ...ROUND } }),
  'rounds.report': () => ({ body: { version: 1, text: '报告' } }),
  'topics.list': () => ({}),
  'topics.get': () => ({}),
  'topics.attachment': () => ({ params: { name: 'x.txt' } }),
  'topics.figures': () => ({}),
  'topics.similar': (agencyId) => ({ body: { agencyId, text: '采砂' } }),
  'topics.submit': () => ({ body: {} }),
  'topics.support': () => ({ body: {} }),
  'topics.unsupport': () => ({ body: { token: '0123456789ABCDEFGHJKMNPQRS' } }),
  'topics.mine': () => ({ body: { token: '0123456789ABCDEFGHJKMNPQRS' } }),
  'topics.standing': () => ({}),
  'topics.reopen': () => ({ body: {} }),
  'topics.answered': (agencyId) => ({ body: { agencyId, instead: 'topic' } }),
  'topics.board': (agency) => ({ params: { id: agency } }),
  'rounds.list': (agency) => ({ query: { agency } }),
  'rounds.get': () => ({}),
  'ratings.create': () => ({ body: {} }),
  'ratings.request': () => ({ params: { receiptNo: '20260309-000007' }, body: { level: 'satisfied' } }),
  'ratings.count': () => ({}),
  'ratings.tasks': () => ({}),
  'ratings.words': () => ({}),
  'ratings.close': () => ({ body: { version: 1, result: '已回访' } }),
  'notices.list': () => ({}),
  'notices.get': () => ({}),
  'notices.desk': () => ({}),
  'notices.configure': () => ({ body: { version: 1, windows: {} } }),
  'opinions.create': () => ({ body: {} }),
  'opinions.list': () => ({}),
  'opinions.answer': () => ({ body: { version: 1, words: '逐条研究', points: [] } }),
  'seats.create': () => ({ body: {} }),
  'seats.list': () => ({}),
  'seats.select': () => ({ body: { version: 1 } }),
  'feedback.create': () => ({ body: {} }),
  'feedback.count': () => ({}),
  'kiosks.list': () => ({}),
  'kiosks.create': (agencyId) => ({ body: { agencyId, name: '一号屏', place: '大厅' } }),
  'kiosks.code': () => ({}),
  'kiosks.save': () => ({ body: { name: '二号屏', place: '门厅' } }),
  'kiosks.pin': () => ({ body: {} }),
  'kiosks.reload': () => ({}),
  'kiosks.revoke': () => ({}),
  // Without a code, for a wrong one is refused whoever calls.
  'kiosks.enrol': () => ({ body: {} }),
  'kiosks.heartbeat': () => ({ body: { version: '1', uptime: 0, errors: 0, queue: 0, printer: 'unknown' } }),
};

/** What a person with a role at `home` is asked to do for `target`; computed from the tree as it was entered, not from positions. */
function mayCall({ access }: Operation, role: Role, home: string, target: string): boolean {
  if (typeof access === 'string') return true;
  if (!ROLE_PERMISSIONS[role].includes(access.permission)) return false;
  if (access.of === 'any') return true;
  const above = (id: string): string[] => [id, ...CITY.flatMap((agency) => (agency.id === id && agency.parentId !== undefined ? above(agency.parentId) : []))];
  return access.of === 'whole' ? above(home).length === 1 : above(target).includes(home);
}

onEachEngine('authorisation', (open) => {
  test('every operation, as every role, for an agency of their own, one below, a foreign one, and for nobody', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    for (const { id } of CITY) await saveAgencies(database, [{ ...CITY[0]!, id: `${id}-below`, parentId: id }]);
    const server = await listening(database);
    const records = await recordsOf(database, server, CITY.map(({ id }) => id));
    const people = new Map<string, Record<string, string>>();
    for (const home of ['dongshan', 'qinghe']) {
      for (const role of ROLES) people.set(`${role} ${home}`, (await staffMember(database, { username: `${role}-${home}`, grants: [{ agencyId: home, role }] })).headers);
    }

    const wrong: string[] = [];
    for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][]) {
      assert.ok(id in samples && samples[id] !== undefined, `${id} has no sample call here`);
      assert.ok(typeof operation.access === 'string' || typeof operation.access.permission === 'string', `${id} does not say who may call it`);
      const ask = async (who: string, headers: Record<string, string>, target: string, expected: 'allowed' | 401 | 403) => {
        const { status, text } = await call(server, operation, samples[id](target), await records(operation, target), headers);
        const got = status === 401 || status === 403 ? status : status >= 500 ? `${status} ${text}` : 'allowed';
        if (got !== expected) wrong.push(`${id} by ${who} for ${target}: ${got} instead of ${expected}`);
      };
      await ask('nobody', {}, 'dongshan', operation.access === 'public' ? 'allowed' : 401);
      if (operation.access === 'public') continue;
      if (operation.access === 'receipt' || operation.access === 'device') {
        // It is the applicant's, or the device's: no role stands for a receipt or a registration.
        await ask('administrator of qinghe', people.get('administrator qinghe')!, 'dongshan', 401);
        continue;
      }
      const targets = { dongshan: ['dongshan', 'liuhe', 'qinghe-water', 'qinghe'], qinghe: ['qinghe', 'dongshan', 'province'] };
      for (const [home, asked] of Object.entries(targets)) {
        await Promise.all(ROLES.flatMap((role) => asked.map((target) => ask(`${role} of ${home}`, people.get(`${role} ${home}`)!, target, mayCall(operation, role, home, target) ? 'allowed' : 403))));
      }
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(Object.keys(samples).filter((id) => !(id in operations)), [], 'samples of operations that are gone');
  });
});

/** What staff call. */
const ofStaff = (Object.entries(operations) as [OperationId, Operation][]).filter(([, { access }]) => access !== 'public' && access !== 'receipt' && access !== 'device');

onEachEngine('calls of staff made up at random', (open) => {
  test('change nothing of another agency, show nothing of it that is not public, and never fail the server', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const server = await listening(database);
    const all = CITY.map(({ id }) => id);
    const foreign = ['qinghe', 'qinghe-water', 'qinghe-tax', 'province'];
    const { headers } = await staffMember(database, { username: 'county', grants: ROLES.map((role) => ({ agencyId: 'dongshan', role })) });
    const pool: string[] = [ulid(), 'nothing', ...all];
    for (const agencyId of all) {
      const secret = foreign.includes(agencyId) ? SECRET : 'own';
      const { id, headers: writer } = await staffMember(database, { username: `editor-${agencyId}`, grants: [{ agencyId, role: 'editor' }] });
      const draft = await call(server, operations['drafts.create'], { body: { content: { agencyId, kind: 'notice', title: secret } } }, '', writer);
      const { headers: officer } = await staffMember(database, { username: `officer-${agencyId}`, grants: [{ agencyId, role: 'request-officer' }] });
      const { id: caseId } = await fileAt(server, agencyId, officer, secret);
      const board = await boardAt(database, server, agencyId, secret);
      pool.push(id, caseId, await urging(database, agencyId), ...Object.values(board), (JSON.parse(draft.text) as { id: string }).id, (await publish(database, { content: content({ agencyId }), publishedOn: '2026-01-01' })).id, await webhook(database, agencyId, `https://${secret}.example/`), await kiosk(database, agencyId, secret));
    }
    const before = await belongings(database, foreign);
    assert.ok(before.includes(SECRET));

    const some = fc.record({
      id: fc.constantFrom(...pool), other: fc.constantFrom(...pool), agency: fc.constantFrom(...all), queried: fc.constantFrom(...all), version: fc.constantFrom(0, 1, 2, sha256, 'x'), amends: fc.boolean(),
    });
    const called = new Set<OperationId>();
    for (const [id, operation] of ofStaff) {
      await fc.assert(fc.asyncProperty(some, async ({ id: named, other, agency, queried, version, amends }) => {
        const { params = {}, query = {}, ...sample } = samples[id](agency);
        const body = sample.body as object | undefined;
        const changed = body === undefined || Buffer.isBuffer(body) ? body : {
          ...body,
          ...('version' in body ? { version } : {}), ...('ids' in body ? { ids: [other] } : {}), ...(id === 'drafts.create' && amends ? { amends: other } : {}),
        };
        const { status, text } = await call(server, operation, {
          params: { ...params, ...('delivery' in params ? { delivery: other } : {}) }, query: 'agency' in query ? { ...query, agency: queried } : query, body: changed,
        }, named, headers);
        assert.ok(status < 500, `${id}: ${status} ${text}`);
        assert.ok(!text.includes(SECRET), `${id} for ${named} shows what is another’s: ${text}`);
        called.add(id);
      }), { numRuns: 5 });
      assert.equal(await belongings(database, foreign), before, `${id} changed what is another’s`);
    }
    assert.deepEqual(ofStaff.map(([id]) => id).filter((id) => !called.has(id)), []);
  });

  test('of which one names a version that is no more changes nothing and answers the present one', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const server = await listening(database);
    const { headers } = await staffMember(database, { username: 'everything', grants: ROLES.map((role) => ({ agencyId: 'qinghe', role })) });
    const body = { content: { agencyId: 'qinghe', kind: 'notice' } };
    const { id: draft } = JSON.parse((await call(server, operations['drafts.create'], { body }, '', headers)).text) as { id: string };
    const { id: caseId } = await fileAt(server, 'qinghe', headers);
    assert.equal((await call(server, operations['cases.register'], step, caseId, headers)).status, 200);
    const { topic, round, rating } = await boardAt(database, server, 'qinghe');
    const { id: notice } = await publish(database, { content: content({ agencyId: 'qinghe' }), publishedOn: '2026-01-01' });
    const configured = await call(server, operations['notices.configure'], { body: { version: 1, windows: {} } }, notice, headers);
    assert.equal(configured.status, 200, configured.text);
    assert.equal((await call(server, operations['board.review'], step, topic, headers)).status, 200);
    for (const table of ['round', 'rating_task'] as const) await database.write.updateTable(table).set({ version: 2 }).execute();
    const saved = await call(server, operations['drafts.save'], { body: { version: 1, content: { ...body.content, title: '第二版' } } }, draft, headers);
    assert.equal(saved.status, 200, saved.text);
    const before = await belongings(database, ['qinghe']);
    const versioned = ofStaff.filter(([, { body: asked }]) => asked !== undefined && 'version' in ((asked as { properties?: object }).properties ?? {}));
    assert.ok(versioned.length >= 50, 'drafts and their steps, agencies, the calendar, steps of cases and topics, rounds, ratings, settings');
    for (const [id, operation] of versioned) {
      const sample = samples[id]('qinghe');
      const record = { drafts: draft, cases: caseId, board: topic, rounds: round, ratings: rating, notices: notice, opinions: notice, seats: notice };
      const named = record[id.split('.')[0] as keyof typeof record] ?? 'qinghe-water';
      const { status, text } = await call(server, operation, { ...sample, ...(sample.params?.['id'] === undefined ? {} : { params: { ...sample.params, id: named } }) }, named, headers);
      const { type, current } = JSON.parse(text) as Problem;
      assert.deepEqual([status, type, typeof current], [409, 'urn:sunlit:problem:changed-meanwhile', 'object'], `${id}: ${text}`);
      assert.equal(await belongings(database, ['qinghe']), before, id);
    }
  });
});

/** Stands in what only the agency itself may see. */
const SECRET = 'waijiguan-mimi';

/** Everything that is of some agencies, but for their places in the tree, which may move with others. */
async function belongings({ read: db }: Database, ids: readonly string[]): Promise<string> {
  const nos = (await db.selectFrom('agency').select('no').where('id', 'in', ids).execute()).map(({ no }) => no);
  const people = ['', ...(await db.selectFrom('grant').select('person_id').where('agency_no', 'in', nos).execute()).map(({ person_id }) => person_id)];
  const drafts = await db.selectFrom('draft').selectAll().where('agency_no', 'in', nos).orderBy('no').execute();
  const cases = await db.selectFrom('request_case').selectAll().where('agency_no', 'in', nos).orderBy('no').execute();
  const requests = [-1, ...cases.map(({ request_no }) => request_no)];
  // Where an agency stands among all moves when another comes in before it.
  const topics = (await db.selectFrom('topic').selectAll().where('board_no', 'in', nos).orderBy('no').execute()).map(({ board_position: _, agency_position: __, ...topic }) => topic);
  const ofTopics = [-1, ...topics.map(({ no }) => no)];
  const disclosures = await db.selectFrom('disclosure').select(['no', 'id', 'index_no', 'category_id', 'state', 'validity', 'revision', 'updated_at']).where('agency_no', 'in', nos).orderBy('no').execute();
  return JSON.stringify([
    await db.selectFrom('agency').select(['id', 'parent_no', 'content']).where('no', 'in', nos).orderBy('no').execute(),
    await db.selectFrom('category').selectAll().where('agency_no', 'in', nos).orderBy('id').execute(),
    drafts,
    await db.selectFrom('draft_event').selectAll().where('draft_no', 'in', [-1, ...drafts.map(({ no }) => no)]).orderBy('draft_no').orderBy('n').execute(),
    disclosures,
    cases,
    await db.selectFrom('request').selectAll().where('no', 'in', requests).orderBy('no').execute(),
    await db.selectFrom('request_event').selectAll().where('request_no', 'in', requests).orderBy('request_no').orderBy('n').execute(),
    await db.selectFrom('request_file').selectAll().where('request_no', 'in', requests).orderBy('no').execute(),
    await db.selectFrom('request_letter').selectAll().where('case_no', 'in', [-1, ...cases.map(({ no }) => no)]).orderBy('no').execute(),
    await db.selectFrom('request_settings').selectAll().where('agency_no', 'in', nos).orderBy('agency_no').execute(),
    topics,
    await db.selectFrom('topic_event').selectAll().where('topic_no', 'in', ofTopics).orderBy('topic_no').orderBy('n').execute(),
    await db.selectFrom('topic_answer').selectAll().where('topic_no', 'in', ofTopics).orderBy('topic_no').orderBy('n').execute(),
    await db.selectFrom('topic_support').selectAll().where('topic_no', 'in', ofTopics).orderBy('no').execute(),
    await db.selectFrom('topic_scan').selectAll().where('topic_no', 'in', ofTopics).orderBy('no').execute(),
    await db.selectFrom('round').selectAll().where('agency_no', 'in', nos).orderBy('no').execute(),
    await db.selectFrom('board_settings').selectAll().where('agency_no', 'in', nos).orderBy('agency_no').execute(),
    await db.selectFrom('rating_task').selectAll().where('agency_no', 'in', nos).orderBy('no').execute(),
    await db.selectFrom('notice_settings').selectAll().where('disclosure_no', 'in', [-1, ...disclosures.map(({ no }) => no)]).orderBy('disclosure_no').execute(),
    await db.selectFrom('evidence').selectAll().where('disclosure_no', 'in', [-1, ...disclosures.map(({ no }) => no)]).orderBy('no').execute(),
    await db.selectFrom('file').selectAll().where('agency_no', 'in', nos).orderBy('no').execute(),
    await db.selectFrom('webhook').selectAll().where('agency_no', 'in', nos).orderBy('id').execute(),
    await db.selectFrom('kiosk').selectAll().where('agency_no', 'in', nos).orderBy('id').execute(),
    await db.selectFrom('urging').selectAll().where('agency_no', 'in', nos).orderBy('no').execute(),
    await db.selectFrom('assessment_weights').selectAll().where('agency_no', 'in', nos).orderBy('agency_no').orderBy('year').orderBy('version').execute(),
    await db.selectFrom('annual_report').selectAll().where('agency_no', 'in', nos).orderBy('agency_no').orderBy('year').orderBy('template').execute(),
    await db.selectFrom('grant').selectAll().where('agency_no', 'in', nos).orderBy('person_id').orderBy('role').execute(),
    await db.selectFrom('person').select(['id', 'username', 'name', 'post', 'disabled_at', 'must_change_password']).where('id', 'in', people).orderBy('no').execute(),
    await db.selectFrom('token').select(['id', 'hash', 'revoked_at']).where('person_id', 'in', people).orderBy('id').execute(),
    await db.selectFrom('account').select(['user_id', 'password']).where('user_id', 'in', people).orderBy('user_id').execute(),
    await db.selectFrom('calendar_year').selectAll().orderBy('year').execute(),
  ]);
}

test('docs/authorisation.md is current', () => {
  assert.equal(readFileSync(AUTHORISATION, 'utf8'), authorisationDocument(), 'run node --conditions=source packages/server/scripts/authorisation.ts');
});

/** The record of an agency that an operation is about: `{id}` of its path. */
async function recordsOf(database: Database, server: Server, agencies: readonly string[]): Promise<(operation: Operation, agency: string) => Promise<string>> {
  const [drafts, disclosures, cases] = [new Map<string, string>(), new Map<string, string>(), new Map<string, string>()];
  const boards = new Map<string, Awaited<ReturnType<typeof boardAt>>>();
  for (const agencyId of agencies) {
    const { headers } = await staffMember(database, { username: `author-${agencyId}`, grants: [{ agencyId, role: 'editor' }] });
    const draft = await call(server, operations['drafts.create'], { body: { content: { agencyId, kind: 'notice' } } }, '', headers);
    assert.equal(draft.status, 200, draft.text);
    drafts.set(agencyId, (JSON.parse(draft.text) as { id: string }).id);
    const { headers: officer } = await staffMember(database, { username: `officer-of-${agencyId}`, grants: [{ agencyId, role: 'request-officer' }] });
    cases.set(agencyId, (await fileAt(server, agencyId, officer)).id);
    boards.set(agencyId, await boardAt(database, server, agencyId));
    disclosures.set(agencyId, (await publish(database, { content: content({ agencyId }), publishedOn: '2026-01-01' })).id);
  }
  return async ({ id, access }, agency) => {
    const of = typeof access === 'string' ? access : access.of;
    // These are changed for good by a call, so each gets another.
    if (of === 'person' || id.startsWith('staff.')) return (await staffMember(database, { username: `p${randomUUID().slice(0, 8)}`, grants: [{ agencyId: agency, role: 'editor' }] })).id;
    if (of === 'webhook') return webhook(database, agency);
    if (of === 'kiosk') return kiosk(database, agency);
    if (of === 'urging') return urging(database, agency);
    if (of === 'topic' || of === 'round' || of === 'rating') return boards.get(agency)?.[of] ?? '';
    return (of === 'draft' ? drafts : of === 'case' ? cases : disclosures).get(agency) ?? '';
  };
}

/** Files a request at the counter of an agency. */
async function fileAt(server: Server, agencyId: string, headers: Record<string, string>, description?: string): Promise<{ readonly id: string }> {
  const { status, text } = await call(server, operations['cases.create'], { body: { ...filed(agencyId, description), channel: 'counter' } }, '', headers);
  assert.equal(status, 200, text);
  return JSON.parse(text) as { id: string };
}

/** A topic on the board of an agency, a round of it, and a low rating: of each what a call names. */
async function boardAt(database: Database, server: Server, agencyId: string, title = '题'): Promise<{ readonly topic: string; readonly round: string; readonly rating: string }> {
  const { headers } = await staffMember(database, { username: `board-of-${agencyId}-${randomUUID().slice(0, 8)}`, grants: [{ agencyId, role: 'topic-officer' }] });
  const topic = await call(server, operations['board.create'], { body: { agencyId, purpose: 'ask', title, channel: 'card' } }, '', headers);
  assert.equal(topic.status, 200, topic.text);
  const round = await call(server, operations['rounds.create'], { body: { agencyId, ...ROUND, opensOn: '2998-01-01', closesOn: '2998-01-05' } }, '', headers);
  assert.equal(round.status, 200, round.text);
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', agencyId).executeTakeFirstOrThrow();
  const [at, day] = [database.now().toISOString(), '2026-03-09'];
  const made = await database.write.insertInto('rating').values({
    id: ulid(), agency_no: no, type: 'window', subject_key: title, device: 'device', day, unique_day: day, level: 'dissatisfied', reasons: '[]', written: null, key_id: null, wrapped_key: null, at,
  }).returning('no').executeTakeFirstOrThrow();
  const rating = ulid();
  await database.write.insertInto('rating_task').values({
    id: rating, rating_no: made.no, agency_no: no, from_on: day, due_on: '2026-03-30', workdays: 15, recounts: null, result: null, done_on: null, person_id: null, person_name: null, person_post: null, version: 1,
  }).execute();
  return { topic: (JSON.parse(topic.text) as { id: string }).id, round: (JSON.parse(round.text) as { id: string }).id, rating };
}

async function webhook(database: Database, agency: string, url = 'https://hooks.example/'): Promise<string> {
  const id = ulid();
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', agency).executeTakeFirstOrThrow();
  await database.write.insertInto('webhook').values({
    id, agency_no: no, url, secret: 'whsec_c3Vu', events: '["published"]', state: 'off', reason: null, failures: 0, created_at: database.now().toISOString(), after_seq: 0,
    next_at: database.now().toISOString(),
  }).execute();
  return id;
}

async function urging(database: Database, agency: string): Promise<string> {
  const id = ulid();
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', agency).executeTakeFirstOrThrow();
  await database.write.insertInto('urging').values({
    id, type: 'draft', agency_no: no, subject_id: ulid(), key_id: null, wrapped_key: null, words: null, person_id: 'nobody', person_name: '监督员', person_post: '科员', on_day: '2026-03-09', answer_by: '2026-03-10',
    answer: null, answered_on: null, answer_person_id: null, answer_person_name: null, answer_person_post: null,
  }).execute();
  return id;
}

async function kiosk(database: Database, agency: string, name = '一号屏'): Promise<string> {
  const id = ulid();
  const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', agency).executeTakeFirstOrThrow();
  await database.write.insertInto('kiosk').values({ ...UNHEARD, id, agency_no: no, name, place: '大厅', created_at: database.now().toISOString() }).execute();
  return id;
}

async function call(server: Server, { method, path, creates, bodyMedia }: Operation, { params = {}, query = {}, body }: Sample, id: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
  const named: Readonly<Record<string, string>> = { id, ...params };
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(named[name] ?? ''));
  const response = await fetch(`${server.url}${url}?${new URLSearchParams(query).toString()}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': bodyMedia ?? 'application/json' }), ...(creates ? { 'idempotency-key': randomUUID() } : {}) },
    ...(body === undefined ? {} : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return { status: response.status, text: '' };
  }
  return { status: response.status, text: await response.text() };
}
