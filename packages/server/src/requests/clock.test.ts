import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Answer, CalendarLoad, CalendarPreview, Operations, RequestSettings } from '@sunlit/contract';
import { annualCases } from '@sunlit/rules';
import { office } from '../drafts/office.ts';
import { onEachEngine } from '../fixture.ts';
import type { Settings } from '../settings.ts';
import { startSweeping } from '../sweeping.ts';
import { directoryOf } from './files.ts';
import { backOffice, file } from './fixture.ts';
import { KEY_FILE, parseMasterKeys } from './keys.ts';
import { contentOf, loadRequest, saidOf, wholeStep } from './record.ts';
import { rotateKeys } from './rotate.ts';
import { openRequestStore, readingRequests } from './store.ts';
import { sweepRequests } from './sweep.ts';
import { lettersOf, openLetter } from './take.ts';

const none = (item: object, error: unknown) => assert.fail(`${JSON.stringify(item)}: ${String(error)}`);

/** A request that was received and registered on the day that the clock begins with. */
async function registered(open: Parameters<typeof office>[0]) {
  const room = await office(open);
  const back = backOffice(room.server, room.database);
  const applicant = await file(room.server);
  for (const type of ['receive', 'register'] as const) await back.take(applicant, { type });
  return { ...room, ...back, applicant };
}

onEachEngine('the clock of requests', (open) => {
  test('writes down each silence once, on its day, whichever process comes first', async () => {
    const { setDay, store, take, load, applicant, server } = await registered(open);
    await take(applicant, { type: 'ask-correction', points: ['哪一年'], workdays: 10, way: 'electronic' });
    setDay('2026-03-23');
    await sweepRequests(store, none);
    assert.equal((await load(applicant)).steps.length, 4);
    setDay('2026-03-30');
    await Promise.all([1, 2, 3].map(() => sweepRequests(store, none)));
    await sweepRequests(store, none);
    const { state, events, cases } = await load(applicant);
    assert.deepEqual([state.branches[0]?.phase, cases[0]?.outcome, cases[0]?.due_on, events.length], ['closed', 'abandoned-correction', null, 5]);
    const last = (await applicant.track()).branches[0]?.events.at(-1);
    assert.deepEqual(last, { n: 5, type: 'silence', on: '2026-03-24', by: 'system', question: 'correction', bound: 'applicant' });

    const late = await file(server);
    await take(late, { type: 'receive' });
    setDay('2026-05-06');
    await sweepRequests(store, none);
    await sweepRequests(store, none);
    const tracked = (await late.track()).branches[0]!;
    assert.deepEqual(tracked.events.map(({ type, on }) => [type, on]), [['submit', '2026-03-30'], ['receive', '2026-03-30'], ['overdue', '2026-04-29']]);
    assert.equal(tracked.remedy?.remedy, 'reconsider-first');
    assert.deepEqual(tracked.deadlines.find(({ id }) => id === 'reply'), { ...tracked.deadlines.find(({ id }) => id === 'reply')!, due: '2026-04-28', left: -3, light: 'red' });
  });

  test('a request that fails stops no other, and is named without a word of it', async () => {
    const { database, setDay, store, load, take, server } = await registered(open);
    const [broken, sound] = [await file(server), await file(server)];
    for (const applicant of [broken, sound]) await take(applicant, { type: 'receive' });
    const { row } = await load(broken);
    // Something unforeseen: the agency's text is no longer what it was.
    await database.write.insertInto('request_event').values({
      request_no: row.no, n: 3, branch: 'main', at: 'x', type: 'transfer', on_day: '2026-03-09', role: 'agency', person_id: null, person_name: null, person_post: null, step: '{', said: null,
    }).execute();
    setDay('2026-06-01');
    const failed: object[] = [];
    await sweepRequests(store, (item) => failed.push(item));
    assert.deepEqual(failed, [{ request: row.id }]);
    assert.equal((await load(sound)).steps.at(-1)?.type, 'overdue');
    const lines: string[] = [];
    await startSweeping(database, server.settings, { error: (line: unknown) => void lines.push(JSON.stringify(line)) } as never).stop();
    // The sweep of what became late stumbles over the same one, and names its case.
    const { id } = await database.read.selectFrom('request_case').select('id').where('request_no', '=', row.no).executeTakeFirstOrThrow();
    assert.deepEqual(lines, [row.id, id].map((request) => JSON.stringify({ request, failure: 'SyntaxError' })));
  });

  test('erases what is personal when the retention is over; the figures stay', async () => {
    const { database, server, setDay, store, load, take, applicant } = await registered(open);
    await applicant.do('PUT', '/attachments?name=a.txt', Buffer.from('附件'));
    await take(applicant, { type: 'decide', reply: { outcome: 'denied-law', grounds: '依法不得公开', remedy: 'reconsider-first' } }, { letter: { title: '答复书', docNo: '1', body: '正文', fixed: '' } });
    await take(applicant, { type: 'serve', way: 'electronic' });
    const open1 = await file(server);
    const { no } = await database.read.selectFrom('agency').select('no').where('id', '=', 'qinghe-water').executeTakeFirstOrThrow();
    const settings: RequestSettings = { open: true, identityImage: 'none', routes: ['online'], feeScale: 'pages', retentionMonths: 12, docNo: '〔{year}〕{n}', wording: [] };
    await database.write.insertInto('request_settings').values({ agency_no: no, content: JSON.stringify(settings) }).execute();
    const before = annualCases((await load(applicant)).state);
    const directory = directoryOf(store, (await load(applicant)).row.id);
    setDay('2027-03-09');
    await sweepRequests(store, none);
    assert.equal((await load(applicant)).row.erased_on, null);
    assert.ok(existsSync(directory));
    setDay('2027-03-10');
    await Promise.all([sweepRequests(store, none), sweepRequests(store, none)]);
    const request = await load(applicant);
    assert.deepEqual(annualCases(request.state), before);
    assert.deepEqual([request.row.erased_on, request.key, request.row.wrapped_key, request.row.same_applicant, existsSync(directory)], ['2027-03-10', undefined, null, null, false]);
    assert.deepEqual([contentOf(request), ...request.events.map((event) => saidOf(request, event))].filter((one) => one !== undefined), []);
    assert.equal(openLetter(request, (await lettersOf(readingRequests(store), request))[0]!), undefined);
    assert.equal(request.events.filter(({ type }) => type === 'erasure').length, 1);
    assert.ok(!JSON.stringify(request.events.map((event) => (event.type === 'erasure' ? '' : wholeStep(request, event)))).includes('依法不得公开'));
    const tracked = await applicant.track();
    assert.deepEqual([tracked.erasedOn, tracked.wanted, tracked.attachments, tracked.mayAttach, tracked.branches[0]?.letters, tracked.branches[0]?.outcome], ['2027-03-10', { description: '—' }, [], false, [], 'denied-law']);
    assert.deepEqual(await applicant.refused('PUT', '/attachments?name=b.txt', Buffer.from('附件')), ['409 not-possible', 'erased']);
    assert.equal((await load(open1)).row.erased_on, null, 'what is open is kept');
  });

  test('a mended calendar recounts open cases, and says what moved', async () => {
    const { person, setDay, store, load, take, applicant, server } = await registered(open);
    const ended = await file(server);
    await ended.do('POST', '/withdrawal', { branch: 'main' });
    assert.equal((await load(applicant)).cases[0]?.due_on, '2026-04-07');
    const administrator = await person('administrator', 'qinghe/administrator');
    const { years } = await administrator.do<Answer<Operations['calendar.get']>>('GET', '/v1/calendar');
    const { url: _, ...year } = years.find((one) => one.year === 2026)!;
    const mended = { ...year, off: [...year.off, '2026-03-31'] };
    const preview = await administrator.do<CalendarPreview>('POST', '/v1/calendar/2026/preview', mended);
    assert.deepEqual([preview.movedCases, (await load(applicant)).events.length], [1, 3]);
    setDay('2026-03-10');
    const loaded = await administrator.do<CalendarLoad>('PUT', '/v1/calendar/2026', { ...mended, version: preview.version, reason: '更正' });
    assert.equal(loaded.movedCases, 1);
    const request = await load(applicant);
    assert.equal(request.cases[0]?.due_on, '2026-04-08');
    const recount = request.events.at(-1)!;
    assert.deepEqual([recount.type, recount.role, JSON.parse(recount.step)], ['recount', 'system', { notice: year.notice, moved: [{ deadline: 'reply', from: '2026-04-07', to: '2026-04-08' }] }]);
    const reply = (await applicant.track()).branches[0]?.deadlines.find(({ id }) => id === 'reply');
    assert.ok(reply?.stands === 'running');
    assert.deepEqual([reply.due, reply.trail.find(({ date }) => date === '2026-03-31')?.counted], ['2026-04-08', false]);
    assert.equal((await administrator.do<Answer<Operations['calendar.history']>>('GET', '/v1/calendar/loads')).items[0]?.movedCases, 1);
    await take(applicant, { type: 'withdraw' });
    assert.equal((await loadRequest(readingRequests(store), { receiptNo: applicant.receipt.receiptNo })).cases[0]?.due_on, null);
  });

  test('with a new master key everything is wrapped anew, and read as before; without the old one, nothing else is lost', async () => {
    const { database, server, applicant, load } = await registered(open);
    const { dataDirectory } = server.settings;
    const [old] = parseMasterKeys(readFileSync(join(dataDirectory, KEY_FILE), 'utf8'))!;
    const other = { id: 'another', key: randomBytes(32) };
    const withKeys = (...dataKeys: NonNullable<Settings['dataKeys']>) => openRequestStore(database, { dataDirectory, dataKeys });
    const asFiled = contentOf(await load(applicant));
    const first = withKeys(old);
    const name = { receiptNo: applicant.receipt.receiptNo };
    const read = async (store: ReturnType<typeof withKeys>) => contentOf(await loadRequest(readingRequests(store), name));
    assert.deepEqual(await read(first), asFiled);
    const both = withKeys(other, old);
    assert.deepEqual([await rotateKeys(both), await rotateKeys(both)], [1, 0]);
    assert.deepEqual(await read(withKeys(other)), asFiled);
    assert.equal(statSync(join(dataDirectory, KEY_FILE)).mode & 0o777, 0o600);
    await assert.rejects(read(first), new RegExp(`"${other.id}" is missing`));
    assert.equal((await loadRequest(readingRequests(first), name)).state.branches[0]?.phase, 'processing');
  });
});
