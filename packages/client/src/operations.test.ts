import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operations, type Operation, type OperationId } from '@sunlit/contract';
import { Check } from 'typebox/value';
import { createDeskClient, type DeskClient } from './desk.ts';
import { createClient, type CallOptions, type Client, type RequestContent } from './index.ts';
import { createKioskClient } from './kiosks.ts';
import { liveChanges, liveTopics } from './live.ts';
import { createNotices, type NoticesClient } from './notices-client.ts';
import { ask, attempt, attemptFile, exchangeReference, sealingKeys } from './outbox-sending.ts';

const id = '01JQ8ZK4T5V6W7X8Y9Z0ABCDEF';
const agency = { id: 'liuhe-heping', parentId: 'liuhe', level: 'village' as const, kind: 'committee' as const, name: '和平村', phones: [], leaders: [], offices: [], venues: [] };
const year = { year: 2027, notice: '放假通知', off: ['2027-01-01'], work: [] };
const receipt = { receiptNo: '20260309-012345', secret: '7KQ2-MX9R-41TB' };
const asked: RequestContent = {
  agencyId: 'qinghe-water', applicant: { type: 'business', name: '清河县砂石有限公司', contactPerson: '办事员', contact: { phone: '000-8802 0110' } },
  wanted: { description: '2024 年采砂许可的全部批文' }, form: 'electronic', route: 'online',
};
const settings = { open: true, identityImage: 'none' as const, routes: ['online' as const], feeScale: 'pages' as const, retentionMonths: 36, docNo: '清水公开〔{year}〕第{n}号', wording: [] };

const board = {
  open: true, purposes: ['disclose' as const], moderated: true, categories: [], rounds: true, reviewWorkdays: 3, claimWorkdays: 5, answerWorkdays: 20, ratingWorkdays: 5, writtenMonths: 12,
};
const round = { title: '第二季度点题', opensOn: '2026-04-01', closesOn: '2026-04-20', answerBy: { workdays: 20 } };

/** Pages behind the links of letters, for people alone. */
const PAGES = ['follows.page', 'follows.confirmPage', 'follows.stopPage', 'follows.confirm', 'follows.stop'] as const;

/** One method for every operation; an operation that is missing here does not compile. */
const methods: Record<Exclude<OperationId, (typeof PAGES)[number]>, (client: Client & NoticesClient & DeskClient, options: CallOptions, send: typeof fetch) => PromiseLike<unknown>> = {
  'agencies.list': (client, options) => client.agencies.list({ parent: 'qinghe', limit: 5 }, options),
  'agencies.get': (client, options) => client.agencies.get('qinghe', options),
  'agencies.content': (client, options) => client.agencies.content('liuhe-heping', options),
  'agencies.create': (client, options) => client.agencies.create(agency, options),
  'agencies.save': (client, options) => client.agencies.save('liuhe-heping', { version: '0'.repeat(64), content: agency }, options),
  'agencies.move': (client, options) => client.agencies.move('liuhe-heping', { version: '0'.repeat(64), parentId: 'dongshan' }, options),
  'categories.save': (client, options) => client.categories.save('liuhe', 'liuhe.dams', { parentId: 'A20_10', name: '水库' }, options),
  'categories.delete': (client, options) => client.categories.delete('liuhe', 'liuhe.dams', options),
  'calendar.preview': (client, options) => client.calendar.preview(year, options),
  'calendar.load': (client, options) => client.calendar.load({ ...year, version: '2026-1', reason: '放假安排' }, options),
  'calendar.history': (client, options) => client.calendar.history({ limit: 5 }, options),
  'categories.list': (client, options) => client.categories.list({ agency: 'qinghe' }, options),
  'disclosures.list': (client, options) => client.disclosures.list({ q: '采砂', facets: true }, options),
  'disclosures.get': (client, options) => client.disclosures.get(id, options),
  'disclosures.revision': (client, options) => client.disclosures.revision(id, 2, options),
  'disclosures.attachment': (client, options) => client.disclosures.attachment(id, '图 1.pdf', options),
  'suggestions.list': (client, options) => client.disclosures.suggest({ q: 'hdcs' }, options),
  'changes.stream': async (client, options, send) => {
    const answer: typeof fetch = async (input) => (await send(input), new Response('event: change\ndata: {"seq":8}\n\n'));
    return liveChanges(client, { ...options, after: 7, agency: 'qinghe', fetch: answer }).next();
  },
  'changes.list': (client, options) => client.changes.list({ after: 7 }, options),
  'feeds.atom': (client, options) => client.feeds.atom({ kind: 'notice' }, options),
  'feeds.json': (client, options) => client.feeds.json({ kind: 'notice' }, options),
  'calendar.get': (client, options) => client.calendar.get(options),
  'calendar.due': (client, options) => client.calendar.due({ from: '2026-03-09', workdays: 20 }, options),
  'drafts.list': (client, options) => client.drafts.list({ waiting: true, limit: 5 }, options),
  'drafts.create': (client, options) => client.drafts.create({ content: { agencyId: 'qinghe', kind: 'notice' } }, options),
  'drafts.get': (client, options) => client.drafts.get(id, options),
  'drafts.save': (client, options) => client.drafts.save(id, { version: 1, content: { agencyId: 'qinghe', kind: 'notice' } }, options),
  'drafts.submit': (client, options) => client.drafts.submit(id, { version: 1 }, options),
  'drafts.recall': (client, options) => client.drafts.recall(id, { version: 1 }, options),
  'drafts.refer': (client, options) => client.drafts.refer(id, { version: 1 }, options),
  'drafts.return': (client, options) => client.drafts.return(id, { version: 1, note: '请补附件。' }, options),
  'drafts.approve': (client, options) => client.drafts.approve(id, { version: 1, checks: ['safe'] }, options),
  'drafts.schedule': (client, options) => client.drafts.schedule(id, { version: 1, on: '2026-03-09' }, options),
  'drafts.publish': (client, options) => client.drafts.publish(id, { version: 1 }, options),
  'drafts.discard': (client, options) => client.drafts.discard(id, { version: 1 }, options),
  'disclosures.content': (client, options) => client.disclosures.content(id, options),
  'disclosures.withdraw': (client, options) => client.disclosures.withdraw(id, { ground: '含个人隐私', decidedBy: '办公室主任' }, options),
  'disclosures.repeal': (client, options) => client.disclosures.repeal('qinghe', { ids: [id], on: '2026-03-09', reason: '清理' }, options),
  'staff.me': (client, options) => client.staff.me(options),
  'staff.list': (client, options) => client.staff.list({ limit: 5 }, options),
  'staff.create': (client, options) => client.staff.create({ username: 'bianji', name: '编辑', post: '科员', agencyId: 'qinghe', role: 'editor', password: 'x'.repeat(12) }, options),
  'staff.grant': (client, options) => client.staff.grant(id, { agencyId: 'qinghe', role: 'editor' }, options),
  'staff.revoke': (client, options) => client.staff.revoke(id, { agencyId: 'qinghe', role: 'editor' }, options),
  'staff.disable': (client, options) => client.staff.disable(id, true, options),
  'staff.reset': (client, options) => client.staff.reset(id, { password: 'x'.repeat(12) }, options),
  'tokens.list': (client, options) => client.tokens.list(options),
  'tokens.create': (client, options) => client.tokens.create({ label: '公文系统', agencyId: 'qinghe', permissions: ['drafts.write'], days: 90 }, options),
  'tokens.revoke': (client, options) => client.tokens.revoke(id, options),
  'due.list': (client, options) => client.due.list({ type: 'late' }, options),
  'files.create': (client, options) => client.files.create(new Blob(['%PDF-1.7']), { agency: 'qinghe', purpose: 'attachment', name: '图 1.pdf' }, options),
  'files.get': (client, options) => client.files.get('0'.repeat(64), 'qinghe', options),
  'evidence.list': (client, options) => client.evidence.list(id, options),
  'evidence.create': (client, options) => client.evidence.create(id, { carrier: 'notice-board', place: '村委会公开栏', postedOn: '2026-03-09', sha256: '0'.repeat(64) }, options),
  'webhooks.list': (client, options) => client.webhooks.list(options),
  'webhooks.create': (client, options) => client.webhooks.create({ agencyId: 'qinghe', url: 'https://x.example/', events: ['published'] }, options),
  'webhooks.update': (client, options) => client.webhooks.update(id, { state: 'off' }, options),
  'webhooks.delete': (client, options) => client.webhooks.delete(id, options),
  'webhooks.deliveries': (client, options) => client.webhooks.deliveries(id, { limit: 5 }, options),
  'webhooks.resend': (client, options) => client.webhooks.resend(id, `msg_${id}`, options),
  'audit.list': (client, options) => client.audit.list({ operation: 'drafts.publish' }, options),
  'audit.export': (client, options) => client.audit.export({ agency: 'qinghe' }, options),
  'exports.listing': (client, options) => client.exports.listing({ format: 'jsonl', kind: 'notice' }, options),
  'imports.preview': (client, options) => client.imports.preview(new Blob(['标题']), { agency: 'qinghe', kind: 'notice', name: '目录.csv' }, options),
  'imports.run': (client, options) => client.imports.run(new Blob(['标题']), { agency: 'qinghe', kind: 'notice', name: '目录.csv', reviewedBy: '保密审查员' }, options),
  'requests.form': (client, options) => client.requests.form('qinghe-water', options),
  'requests.challenge': (client, options) => client.requests.challenge(options),
  'requests.submit': (client, options) => client.requests.submit(asked, options),
  'requests.track': (client, options) => client.requests.track(receipt, options),
  'requests.correct': (client, options) => client.requests.correct(receipt, { branch: 'main', wanted: asked.wanted }, options),
  'requests.explain': (client, options) => client.requests.explain(receipt, { branch: 'main', reasons: '每年各问一次。' }, options),
  'requests.withdraw': (client, options) => client.requests.withdraw(receipt, { branch: 'main' }, options),
  'requests.attach': (client, options) => client.requests.attach(receipt, new Blob(['%PDF-1.7']), { name: '身份证.jpg', purpose: 'identity' }, options),
  'requests.link': (client, options) => client.requests.link(receipt, { paper: id, format: 'docx' }, options),
  'requests.paper': (client, options) => client.requests.paper({ url: '/v1/papers/token', expiresAt: '2026-03-09T01:00:00Z' }, options),
  'requests.answered': (client, options) => client.requests.answered(id, { agencyId: 'qinghe-water', instead: 'request' }, options),
  'ratings.create': (client, options) => client.ratings.create({ subject: { type: 'window', agencyId: 'qinghe', window: '综合窗口' }, level: 'satisfied', reasons: ['manner'] }, options),
  'ratings.request': (client, options) => client.ratings.request(receipt, { level: 'dissatisfied', words: '太慢' }, options),
  'ratings.count': (client, options) => client.ratings.count({ type: 'window', agency: 'qinghe', window: '综合窗口' }, options),
  'notices.list': (client, options) => client.notices.list({ agency: 'qinghe', state: 'open', type: 'notice', limit: 5 }, options),
  'notices.get': (client, options) => client.notices.get(id, options),
  'notices.desk': (client, options) => client.noticeDesk.open(id, options),
  'notices.configure': (client, options) => client.noticeDesk.configure(id, { version: 1, windows: { seats: { until: '2026-04-01', presenters: 10, observers: 3, selection: { way: 'lot', source: '开奖号码' } } } }, options),
  'opinions.create': (client, options) => client.notices.opine(id, { stance: 'object', words: '离学校太近' }, options),
  'opinions.list': (client, options) => client.noticeDesk.opinions(id, { stance: 'object', limit: 5 }, options),
  'opinions.answer': (client, options) => client.noticeDesk.answer(id, { version: 1, words: '逐条研究。', points: [{ point: '选址', n: 2, outcome: 'partly', reason: '已北移。' }] }, options),
  'seats.create': (client, options) => client.notices.register(id, { role: 'observer', name: '某某', contact: '8800001' }, options),
  'seats.list': (client, options) => client.noticeDesk.seats(id, { role: 'presenter', limit: 5 }, options),
  'seats.select': (client, options) => client.noticeDesk.select(id, { version: 1, seed: '5 0 9' }, options),
  'feedback.create': (client, options) => client.feedback.give(id, 'unclear', options),
  'feedback.count': (client, options) => client.noticeDesk.feedback(id, options),
  'requests.settings': (client, options) => client.agencies.requestSettings('qinghe', options),
  'requests.configure': (client, options) => client.agencies.configureRequests('qinghe', { version: '0'.repeat(64), settings }, options),
  'cases.list': (client, options) => client.cases.list({ state: 'mine', limit: 5 }, options),
  'cases.create': (client, options) => client.cases.create({ ...asked, channel: 'oral', readBack: true }, options),
  'cases.get': (client, options) => client.cases.get(id, options),
  'cases.papers': (client, options) => client.cases.papers(id, options),
  'cases.receive': (client, options) => client.cases.receive(id, { version: 1, on: '2026-03-09' }, options),
  'cases.register': (client, options) => client.cases.register(id, { version: 1, label: '采砂许可' }, options),
  'cases.assign': (client, options) => client.cases.assign(id, { version: 1, handler: id }, options),
  'cases.ask-correction': (client, options) => client.cases.askCorrection(id, { version: 1, points: ['请写明文号。'], workdays: 15, way: 'post' }, options),
  'cases.correct': (client, options) => client.cases.correct(id, { version: 1, wanted: asked.wanted, goodReason: '住院' }, options),
  'cases.consult': (client, options) => client.cases.consult(id, { version: 1, party: 'co-maker', name: '住建局', about: '会签文件', way: 'electronic' }, options),
  'cases.opinion': (client, options) => client.cases.opinion(id, { version: 1, question: 'q1', opinion: 'consents' }, options),
  'cases.override': (client, options) => client.cases.override(id, { version: 1, question: 'q1', reason: '行洪安全' }, options),
  'cases.extend': (client, options) => client.cases.extend(id, { version: 1, workdays: 20, reason: '查阅档案', approvedBy: '主任' }, options),
  'cases.ask-reasons': (client, options) => client.cases.askReasons(id, { version: 1, workdays: 10, way: 'hand' }, options),
  'cases.explain': (client, options) => client.cases.explain(id, { version: 1, reasons: '课题研究' }, options),
  'cases.delay': (client, options) => client.cases.delay(id, { version: 1, workdays: 30, reason: '数量较多' }, options),
  'cases.notice-fee': (client, options) => client.cases.noticeFee(id, { version: 1, fee: { scale: 'cases', before: 12, cases: 3 }, way: 'hand' }, options),
  'cases.pay': (client, options) => client.cases.pay(id, { version: 1 }, options),
  'cases.deliver': (client, options) => client.cases.deliver(id, { version: 1, question: 'correction' }, options),
  'cases.transfer': (client, options) => client.cases.transfer(id, { version: 1, to: 'qinghe-housing' }, options),
  'cases.split': (client, options) => client.cases.split(id, { version: 1, parts: [{ label: '许可' }, {}] }, options),
  'cases.withdraw': (client, options) => client.cases.withdraw(id, { version: 1 }, options),
  'cases.decide': (client, options) => client.cases.decide(id, { version: 1, reply: { outcome: 'granted', remedy: 'either' } }, options),
  'cases.serve': (client, options) => client.cases.serve(id, { version: 1, way: 'electronic' }, options),
  'cases.archive': (client, options) => client.cases.archive(id, { version: 1, note: '两卷' }, options),
  'cases.compose': (client, options) => client.cases.compose(id, { command: 'extend', stated: { workdays: 20 } }, options),
  'cases.letter': (client, options) => client.cases.letter(id, id, 'docx', options),
  'cases.attach': (client, options) => client.cases.attach(id, new Blob(['%PDF-1.7']), { name: '图 1.pdf', purpose: 'release' }, options),
  'cases.file': (client, options) => client.cases.file(id, id, options),
  'cases.remove': (client, options) => client.cases.remove(id, id, options),
  'cases.redact': (client, options) => client.cases.redact(id, { name: '公开件', text: '经办人：张三', spans: [{ start: 4, end: 6, ground: 'E15_THIRD', what: '姓名' }] }, options),
  'cases.publish': (client, options) => client.cases.publish(id, { file: id, title: '许可决定书', summary: '许可', categoryId: 'A20_05' }, options),
  'cases.note': (client, options) => client.cases.note(id, { text: '已联系档案室。' }, options),
  'cases.urge': (client, options) => client.cases.urge(id, { text: '请尽快答复。' }, options),
  'cases.answer': (client, options) => client.cases.answer(id, { text: '已答复。' }, options),
  'cases.handlers': (client, options) => client.cases.handlers(id, options),
  'topics.settings': (client, options) => client.agencies.boardSettings('qinghe', options),
  'topics.configure': (client, options) => client.agencies.configureBoard('qinghe', { version: '0'.repeat(64), settings: board }, options),
  'statistics.annual': (client, options) => client.statistics.annual({ agency: 'qinghe', year: 2025, below: true }, options),
  'statistics.overview': (client, options) => client.statistics.overview({ agency: 'qinghe', year: 2025 }, options),
  'statistics.disclosures': (client, options) => client.statistics.disclosures({ agency: 'qinghe', year: 2025 }, options),
  'statistics.freshness': (client, options) => client.statistics.freshness('qinghe', options),
  'statistics.package': (client, options) => client.statistics.tables({ agency: 'qinghe' }, options),
  'statistics.table': (client, options) => client.statistics.table('requests', { agency: 'qinghe', year: 2025, format: 'xlsx' }, options),
  'statistics.draft': (client, options) => client.statistics.draft('qinghe', 2025, options),
  'statistics.enter': (client, options) => client.statistics.enter('qinghe', 2025, { version: 0 }, options),
  'statistics.close': (client, options) => client.statistics.close('qinghe', 2025, { version: 0, reason: '更正' }, options),
  'statistics.cases': (client, options) => client.statistics.cases({ agency: 'qinghe', year: 2025, line: 'granted', column: 'total', limit: 5 }, options),
  'reports.get': (client, options) => client.reports.get('qinghe', 2025, 'annual', options),
  'reports.save': (client, options) => client.reports.save('qinghe', 2025, 'annual', { version: 0, sections: [{ name: 'requests', text: '新收{{requests.newReceived.total}}件。' }] }, options),
  'reports.preview': (client, options) => client.reports.preview('qinghe', 2025, 'rule-of-law', options),
  'reports.file': (client, options) => client.reports.file('qinghe', 2025, 'annual', 'docx', options),
  'reports.draft': (client, options) => client.reports.draft('qinghe', 2025, 'annual', { version: 1 }, options),
  'supervision.list': (client, options) => client.supervision.list({ agency: 'qinghe', light: 'red', type: 'topic', limit: 5 }, options),
  'supervision.tree': (client, options) => client.supervision.tree('qinghe', options),
  'supervision.urge': (client, options) => client.supervision.urge({ agencyId: 'qinghe-water', type: 'report', id: '2025', words: '请按期报送。', answerBy: '2026-03-13' }, options),
  'supervision.answer': (client, options) => client.supervision.answer(id, { words: '已报送。' }, options),
  'supervision.breaches': (client, options) => client.supervision.breaches({ agency: 'qinghe', year: 2025, type: 'request', state: 'open', limit: 5 }, options),
  'supervision.sheet': (client, options) => client.supervision.sheet('qinghe', 2025, options),
  'supervision.weigh': (client, options) => client.supervision.weigh('qinghe', 2025, { version: 0, weights: { publication: 25, freshness: 15, requests: 20, topics: 15, ratings: 10, urgings: 15 } }, options),
  'rounds.list': (client, options) => client.rounds.list({ agency: 'qinghe', limit: 5 }, options),
  'rounds.get': (client, options) => client.rounds.get(id, options),
  'rounds.create': (client, options) => client.rounds.create({ agencyId: 'qinghe', ...round }, options),
  'rounds.save': (client, options) => client.rounds.save(id, { version: 1, ...round, answerBy: { on: '2026-05-20' } }, options),
  'rounds.report': (client, options) => client.rounds.report(id, { version: 1, text: '本轮共收到点题12件。' }, options),
  'ratings.tasks': (client, options) => client.ratingTasks.list({ state: 'late', limit: 5 }, options),
  'ratings.words': (client, options) => client.ratingTasks.words(id, options),
  'ratings.close': (client, options) => client.ratingTasks.close(id, { version: 1, result: '已增设窗口。' }, options),
  'board.list': (client, options) => client.board.list({ state: 'mine', limit: 5 }, options),
  'board.create': (client, options) => client.board.create({ agencyId: 'qinghe', channel: 'box', purpose: 'ask', title: '值班电话', on: '2026-03-09' }, options),
  'board.get': (client, options) => client.board.get(id, options),
  'board.papers': (client, options) => client.board.papers(id, options),
  'board.similar': (client, options) => client.board.similar(id, options),
  'board.review': (client, options) => client.board.review(id, { version: 1 }, options),
  'board.approve': (client, options) => client.board.approve(id, { version: 1, title: '值班电话', round: id }, options),
  'board.return': (client, options) => client.board.return(id, { version: 1, reason: 'petition', words: '请向信访部门反映。', way: 'petition' }, options),
  'board.decline': (client, options) => client.board.decline(id, { version: 1, reason: 'not-held', words: '本机关没有制作。' }, options),
  'board.assign': (client, options) => client.board.assign(id, { version: 1, agencyId: 'qinghe-water', handler: id }, options),
  'board.claim': (client, options) => client.board.claim(id, { version: 1, promise: { workdays: 10 } }, options),
  'board.postpone': (client, options) => client.board.postpone(id, { version: 1, promise: { on: '2026-04-07' }, words: '需要核实。' }, options),
  'board.answer': (client, options) => client.board.answer(id, { version: 1, answer: { outcome: 'explained', text: '见公示牌。', disclosures: [], files: [], post: '办公室', promise: { text: '更换公示牌', due: '2026-05-01' } } }, options),
  'board.publish': (client, options) => client.board.publish(id, { version: 1 }, options),
  'board.reopen': (client, options) => client.board.reopen(id, { version: 1, words: '没有回答问题。' }, options),
  'board.merge': (client, options) => client.board.merge(id, { version: 1, into: id }, options),
  'board.unmerge': (client, options) => client.board.unmerge(id, { version: 1, note: '并错了。' }, options),
  'board.keep': (client, options) => client.board.keep(id, { version: 1, result: '已更换。' }, options),
  'board.note': (client, options) => client.board.note(id, { text: '已联系水管站。' }, options),
  'board.supports': (client, options) => client.board.supports(id, { basis: 'paper', on: '2026-03-09', signers: [{ name: '张三', phone: '13800000000' }], scan: id }, options),
  'board.scan': (client, options) => client.board.scan(id, new Blob(['%PDF-1.7']), '签名表 1.pdf', options),
  'board.list-scan': (client, options) => client.board.listScan(id, id, options),
  'board.handlers': (client, options) => client.board.handlers(id, 'qinghe-water', options),
  'topics.list': (client, options) => client.topics.list({ agency: 'qinghe-water', state: 'open', sort: 'supports', q: '采砂', late: true }, options),
  'topics.get': (client, options) => client.topics.get(id, options),
  'topics.attachment': (client, options) => client.topics.attachment(id, '明细 1.xlsx', options),
  'topics.board': (client, options) => client.topics.board('qinghe-water', options),
  'topics.figures': (client, options) => client.topics.figures({ agency: 'qinghe', from: '2026-01-01' }, options),
  'topics.standing': (client, options) => client.topics.standing(id, options),
  'topics.changes': (client, options) => client.topics.changes({ after: 7, agency: 'qinghe' }, options),
  'topics.stream': async (client, options, send) => {
    const answer: typeof fetch = async (input) => (await send(input), new Response('event: change\ndata: {"seq":8}\n\n'));
    return liveTopics(client, { ...options, after: 7, agency: 'qinghe', fetch: answer }).next();
  },
  'topics.similar': (client, options) => client.topics.similar({ agencyId: 'qinghe-water', text: '采砂' }, options),
  'topics.submit': (client, options) => client.topics.submit({ agencyId: 'qinghe-water', purpose: 'disclose', title: '公开采砂许可', text: '2025 年的\n全部许可', place: '柳林村' }, options),
  'topics.support': (client, options) => client.topics.support(id, options),
  'topics.unsupport': (client, options) => client.topics.unsupport(id, options),
  'topics.mine': (client, options) => client.topics.mine(options),
  'topics.reopen': (client, options) => client.topics.reopen(id, '只说了价格，没有说面积。', options),
  'topics.answered': (client, options) => client.topics.answered(id, { agencyId: 'qinghe-water', instead: 'topic' }, options),
  'feeds.topics': (client, options) => client.topics.feed({ agency: 'qinghe-water', state: 'answered' }, options),
  'follows.create': (client, options) => client.topics.followByMail({ of: { topic: id }, email: 'office@example.edu.cn', language: 'zh-CN' }, options),
  'snapshot.get': (client, { signal = new AbortController().signal }, send) => ask(wire(client, send), signal, { method: 'GET', path: 'v1/snapshot?agency=qinghe' }, 'items'),
  'snapshot.part': (client, { signal = new AbortController().signal }, send) => ask(wire(client, send), signal, { method: 'GET', path: `v1/snapshot/parts/${'0'.repeat(64)}` }, 'items'),
  'snapshot.changes': (client, { signal = new AbortController().signal }, send) => ask(wire(client, send), signal, { method: 'GET', path: 'v1/snapshot/changes?after=3&agency=qinghe&limit=100' }, 'items'),
  'snapshot.topics': (client, { signal = new AbortController().signal }, send) => ask(wire(client, send), signal, { method: 'GET', path: `v1/snapshot/topics?ids=${id}` }, 'items'),
  'keys.get': (client, { signal = new AbortController().signal }, send) => sealingKeys(wire(client, send), signal),
  'sealed.send': async (client, { signal = new AbortController().signal }, send) => {
    const envelope = { v: 1 as const, keyId: 'A'.repeat(16), enc: 'AAAA', ciphertext: 'AAAA', aad: { idempotencyKey: 'one-of-mine', operation: 'topics.support', formVersion: '1', createdAt: '' } };
    return attempt(wire(client, send), { id: 'one-of-mine', order: 1, operation: 'topics.support', createdAt: '', attempts: 0, content: { type: 'sealed', envelope }, stands: { state: 'waiting' } }, signal);
  },
  'sealed.attach': (client, { signal = new AbortController().signal }, send) => attemptFile(wire(client, send), new Blob(['{}\n']), signal),
  'sealed.receipt': (client, { signal = new AbortController().signal }, send) => exchangeReference(wire(client, send), signal, '7KQ2-MX9R-41TB'),
  'kiosks.list': (client, options) => client.kiosks.list({ agency: 'qinghe' }, options),
  'kiosks.create': (client, options) => client.kiosks.create({ agencyId: 'qinghe', name: '一号屏', place: '大厅' }, options),
  'kiosks.code': (client, options) => client.kiosks.renewCode(id, options),
  'kiosks.save': (client, options) => client.kiosks.save(id, { name: '一号屏', place: '大厅', message: { text: '今日停电', until: '2026-03-09' } }, options),
  'kiosks.pin': (client, options) => client.kiosks.setPin(id, '204816', options),
  'kiosks.reload': (client, options) => client.kiosks.reload(id, options),
  'kiosks.revoke': (client, options) => client.kiosks.revoke(id, options),
  'kiosks.enrol': ({ baseUrl }, options, send) => createKioskClient({ baseUrl, fetch: send }).enrol('123 456 7890', options),
  'kiosks.heartbeat': ({ baseUrl }, options, send) =>
    createKioskClient({ baseUrl, fetch: send }).heartbeat({ id, secret: 's' }, { version: '0.1.0', uptime: 60, errors: 0, queue: 0, printer: 'ok' }, options),
  'health.live': (client, options) => client.health.live(options),
  'health.ready': (client, options) => client.health.ready(options),
};

/** What an outbox sends with: without ky, and so with what `fetch` takes. */
const wire = ({ baseUrl }: Client, send: typeof fetch) => ({ base: new URL(baseUrl), fetch: ((input, init) => send(new Request(input, init))) as typeof fetch });

/** An answer that any method takes for its own. */
const anything = {
  items: [], moved: 0, imported: true, latest: 0, seq: 1, id, ids: [], url: '', sha256: '', file: {}, state: 'published', version: 1, kind: 'notice', content: {}, permissions: [], grants: [], secret: 's', years: [], routes: [], branches: [], receiptNo: '1',
  parameters: { algorithm: 'SHA-256', nonce: '00', salt: '00', cost: 1, keyLength: 32, keyPrefix: '0' }, signature: 's', due: '2026-04-07', status: 'ok',
  count: {}, levels: {}, receipt: {}, may: [], wanted: [], body: '', withheld: [], settings: {}, marks: {},
  steps: [], figures: {}, whole: {}, phase: 'open', topics: [], no: '20260309-0001', supports: {}, follow: 'asked', ranking: [],
  current: {}, answer: {}, receivedAt: '', requests: {}, code: '', interval: 60, byMonth: [], checks: [], resources: [],
  sections: [], markdown: '', urgings: [], answerBy: '', weights: {}, summarised: false, useful: 1,
};

const isPage = (operationId: OperationId): operationId is (typeof PAGES)[number] => (PAGES as readonly OperationId[]).includes(operationId);

/** What is sent with a proof of work, which is asked for before. */
const CHALLENGED: readonly OperationId[] = ['requests.submit', 'ratings.create', 'topics.submit', 'topics.support', 'opinions.create', 'seats.create', 'feedback.create', 'topics.reopen', 'follows.create', 'sealed.send'];

for (const operation of Object.values<Operation & { id: OperationId }>(operations)) {
  if (isPage(operation.id)) continue;
  test(`${operation.id} is asked for by its own method, path and parameters, and can be aborted`, async () => {
    const method = methods[operation.id as keyof typeof methods];
    const asked: Request[] = [];
    const options = {
      baseUrl: 'https://open.example/base',
      fetch: async (input: string | URL | Request) => {
        (input as Request).signal.throwIfAborted();
        asked.push((input as Request).clone());
        return Response.json(anything);
      },
    };
    const client = { ...createClient(options), ...createNotices(options), ...createDeskClient(options) };
    await method(client, {}, options.fetch);
    const [request, ...more] = CHALLENGED.includes(operation.id) ? asked.slice(1) : asked;
    assert.ok(request && more.length === 0);
    const { pathname, searchParams, origin } = new URL(request.url);
    const path = new RegExp(`^/base${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`);
    assert.deepEqual([request.method, origin], [operation.method, 'https://open.example']);
    assert.match(pathname, path);
    const known = Object.keys(operation.query?.properties ?? {});
    for (const name of searchParams.keys()) assert.ok(known.includes(name), `${name} is no parameter of ${operation.id}`);
    if (operation.body && !operation.bodyMedia) assert.ok(Check(operation.body, await request.json()), `what is sent fits ${operation.id}`);
    assert.equal(request.headers.has('idempotency-key'), operation.creates ?? false);

    const reason = new Error('enough');
    await assert.rejects(async () => method(client, { signal: AbortSignal.abort(reason) }, options.fetch), (error) => error === reason);
  });
}

test('every public method of every resource has its operation, or asks nothing', () => {
  const silent = ['attachmentUrl', 'feedUrl', 'atomUrl', 'jsonUrl', 'url', 'exportUrl', 'listingUrl', 'paperUrl', 'letterUrl', 'fileUrl', 'listScanUrl', 'tableUrl'];
  // Asked for by another of an operation that has its method already.
  const derived = ['follow', 'publicBoard'];
  // What `liveChanges` and `liveTopics` follow, and what outboxes, replicas and touch screens do.
  const elsewhere = ['changes.stream', 'topics.stream', 'keys.get', 'sealed.send', 'sealed.attach', 'sealed.receipt', 'snapshot.get', 'snapshot.part', 'snapshot.changes', 'snapshot.topics', 'kiosks.enrol', 'kiosks.heartbeat'];
  // Private ones, by which others ask.
  const inside = ['step', 'send', 'act', 'take'];
  const client = createClient({ baseUrl: 'https://x', cache: false });
  // Signing in is better-auth's, not an operation of the contract.
  const desk = createDeskClient({ baseUrl: 'https://x' });
  const notices = createNotices({ baseUrl: 'https://x', cache: false });
  const resources = [
    client.agencies, client.categories, client.disclosures, client.changes, client.feeds, client.calendar, client.health, client.requests, client.ratings, client.topics, client.rounds, client.statistics,
    desk.drafts, desk.disclosures, desk.due, desk.files, desk.evidence, desk.staff, desk.tokens, desk.audit, desk.exports, desk.imports, desk.webhooks, desk.agencies, desk.categories, desk.calendar,
    // Its steps are in the class that it extends.
    desk.cases, Object.getPrototypeOf(desk.cases) as object, desk.board, Object.getPrototypeOf(desk.board) as object,
    notices.notices, Object.getPrototypeOf(notices.notices) as object, notices.feedback, desk.rounds, desk.ratingTasks, desk.noticeDesk, desk.statistics, desk.reports, desk.supervision, desk.kiosks,
  ];
  const names = resources.flatMap((resource) => Object.getOwnPropertyNames(Object.getPrototypeOf(resource)).filter((name) => name !== 'constructor'));
  assert.equal(names.filter((name) => ![...silent, ...derived, ...inside].includes(name)).length, Object.keys(operations).filter((id) => !elsewhere.includes(id) && !isPage(id as OperationId)).length);
});
