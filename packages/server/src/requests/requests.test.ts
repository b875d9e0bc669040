import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Challenge, RequestForm } from '@sunlit/contract';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { publish } from '../disclosures/publication.ts';
import { office } from '../drafts/office.ts';
import { content, onEachEngine } from '../fixture.ts';
import { challenges } from './challenges.ts';
import { keepFile } from './files.ts';
import { asked, backOffice, encoded, file, officer, reasons, send, solved } from './fixture.ts';
import { loadRequest } from './record.ts';
import { writingRequests } from './store.ts';

onEachEngine('filing a request', (open) => {
  test('answers a receipt; submitted is not received', async () => {
    const { server } = await office(open);
    const form = await server.json<RequestForm>('/v1/agencies/qinghe-water/request-form');
    assert.deepEqual([form.agency, form.open, form.office], [{ id: 'qinghe-water', name: '清河市水利局' }, true, { name: '清河市水利局' }]);
    assert.equal((await server.get('/v1/agencies/nowhere/request-form')).status, 404);
    const applicant = await file(server, { files: 2 });
    const { receiptNo, secret, receivedOn, agency } = applicant.receipt;
    assert.match(receiptNo, /^20260309-\d{6}$/);
    assert.match(secret, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
    assert.deepEqual([receivedOn, agency.name], [undefined, '清河市水利局']);
    const tracked = await applicant.track();
    assert.deepEqual(tracked, {
      receiptNo, channel: 'online', submittedOn: '2026-03-09', wanted: asked()['wanted'], attachments: [], filesAnnounced: 2, mayAttach: true,
      branches: [{ id: 'main', agency, phase: 'submitted', waitsFor: ['agency'], deadlines: [], events: [{ n: 1, type: 'submit', on: '2026-03-09', by: 'applicant' }], letters: [], files: [], may: ['withdraw'] }],
    });
    assert.equal((await (await file(server, { channel: 'kiosk' })).track()).branches[0]?.phase, 'submitted');
  });

  test('fifty times at once under one key is one request with one receipt; with another body it is refused', async () => {
    const { server, database } = await office(open);
    const body = { ...asked(), challenge: await solved(server) };
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 50 }, async () => {
      const response = await send(server, body, key);
      return [response.status, JSON.stringify(await response.json())].join(' ');
    }));
    assert.equal(new Set(answers).size, 1, answers.slice(0, 3).join('\n'));
    assert.match(answers[0] ?? '', /^200 .*"secret"/);
    assert.equal((await database.read.selectFrom('request').select('no').execute()).length, 1);
    const anew = await send(server, { ...body, challenge: await solved(server) }, key);
    assert.equal(`${anew.status} ${JSON.stringify(await anew.json())}`, answers[0], 'a page that was loaded anew has another proof of work');
    assert.deepEqual(await reasons(await send(server, { ...body, form: 'paper' }, key)), ['422 key-reused']);
  });

  test('a proof of work is needed, ours, solved, good once and for twenty minutes', async () => {
    const { server, database } = await office(open);
    const { store } = backOffice(server, database);
    const challenge = await server.json<Challenge>('/v1/challenge');
    const solution = await solveChallenge({ challenge: challenge as never, deriveKey });
    const refused = async (payload: string) => reasons(await send(server, { ...asked(), challenge: payload }));
    for (const forged of ['x', Buffer.from('null').toString('base64'), Buffer.from('{"challenge":{"parameters":{}}}').toString('base64'),
      encoded({ ...challenge, signature: '0'.repeat(64) }, solution), encoded({ ...challenge, parameters: { ...challenge.parameters, cost: 2 } }, solution),
      encoded(challenge, { ...solution, derivedKey: '0'.repeat(64) }), encoded(challenge, null)]) {
      assert.deepEqual(await refused(forged), ['403 challenge-refused'], forged);
    }
    assert.deepEqual(await reasons(await send(server, asked())), ['400 invalid-input', '/body/challenge required']);
    const over = await challenges(store, 1, -2000).issue();
    assert.deepEqual(await refused(encoded(over, await solveChallenge({ challenge: over as never, deriveKey }))), ['403 challenge-refused']);
    const right = encoded(challenge, solution);
    assert.equal((await send(server, { ...asked(), challenge: right })).status, 200);
    assert.deepEqual(await refused(right), ['403 challenge-refused'], 'good once');
    // What was refused for another reason did not use it up.
    const another = await solved(server);
    assert.deepEqual(await reasons(await send(server, { ...asked({ agencyId: 'nowhere' }), challenge: another })), ['400 invalid-input', '/body/agencyId unknown-agency']);
    assert.equal((await send(server, { ...asked(), challenge: another })).status, 200);
  });

  test('what is wrong is named, of the kind of applicant that was meant', async () => {
    const { server, database } = await office(open);
    const person = asked()['applicant'] as object;
    const organisation = { type: 'business', name: '某公司', contactPerson: '甲某某', contact: { email: 'a@example.org' } };
    const challenge = await solved(server);
    const wrong = async (changed: object) => reasons(await send(server, { ...asked(changed), challenge }));
    const table: [object, ...string[]][] = [
      [{ applicant: { ...person, identity: undefined } }, '400 invalid-input', '/body/applicant/identity required'],
      [{ applicant: { ...person, identity: { type: 'library-card', number: '1' } } }, '400 invalid-input', '/body/applicant/identity/type enum'],
      [{ applicant: { ...person, contact: {} } }, '400 invalid-input', '/body/applicant/contact minProperties'],
      [{ applicant: { ...organisation, contactPerson: undefined } }, '400 invalid-input', '/body/applicant/contactPerson required'],
      [{ applicant: { ...organisation, type: 'alien' } }, '400 invalid-input', '/body/applicant/type enum'],
      [{ applicant: { ...person, name: '甲\u202e某' } }, '400 invalid-input', '/body/applicant/name pattern'],
      [{ applicant: { ...person, name: '  ' } }, '400 invalid-input', '/body/applicant/name minLength'],
      [{ applicant: { ...person, contact: { phone: ' ' } } }, '400 invalid-input', '/body/applicant/contact/phone minLength'],
      [{ applicant: 'nobody' }, '400 invalid-input', '/body/applicant type'],
      [{ wanted: { description: '' } }, '400 invalid-input', '/body/wanted/description minLength'],
      [{ wanted: { description: '\n' } }, '400 invalid-input', '/body/wanted/description minLength'],
      [{ wanted: { description: '字'.repeat(5001) } }, '400 invalid-input', '/body/wanted/description maxLength'],
      [{ wanted: { description: 'x'.repeat(10_000_000) } }, '413 too-large'],
      [{ purpose: '研究' }, '400 invalid-input', '/body/purpose unknown-parameter'],
      [{ channel: 'counter' }, '400 invalid-input', '/body/channel enum'],
      [{ route: 'fax' }, '400 invalid-input', '/body/route route-not-offered'],
      [{ files: 11 }, '400 invalid-input', '/body/files maximum'],
      [{ agencyId: 'nowhere' }, '400 invalid-input', '/body/agencyId unknown-agency'],
      [{ agencyId: 'liuhe-tuanjie' }, '409 not-possible', '/body/agencyId agency-closed'],
    ];
    for (const [changed, ...expected] of table) assert.deepEqual(await wrong(changed), expected, JSON.stringify(changed).slice(0, 200));
    assert.equal((await database.read.selectFrom('request').select('no').execute()).length, 0);
    // Markup is text like any other, and nobody is shown it but staff.
    assert.equal((await send(server, { ...asked({ applicant: { ...person, name: '<b>甲</b>' } }), challenge })).status, 200);
    assert.equal((await send(server, { ...asked({ applicant: organisation }), challenge: await solved(server) })).status, 200);
  });

  test('what is public already may answer it: counted once, and of nobody', async () => {
    const { server, database } = await office(open);
    const { id } = await publish(database, { content: content(), publishedOn: '2026-03-01' });
    const answered = (key: string, of = id, agencyId = 'qinghe-water') => fetch(`${server.url}/v1/disclosures/${of}/answers`, {
      method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify({ agencyId, instead: 'request' }),
    });
    for (const key of ['first-key', 'first-key', 'other-key']) assert.deepEqual(await (await answered(key)).json(), { id });
    const rows = await database.read.selectFrom('deflection').select(['day', 'instead', 'n']).execute();
    assert.deepEqual(rows, [{ day: '2026-03-09', instead: 'request', n: 2 }]);
    assert.equal((await answered('third-key', '01M8540JNJBEREGSAFAETYKKT2')).status, 404);
    assert.deepEqual(await reasons(await answered('fourth-key', id, 'nowhere')), ['400 invalid-input', '/body/agencyId unknown-agency']);
  });
});

onEachEngine('following a request', (open) => {
  test('a receipt is taken as it was typed; a wrong one, of whatever kind, is refused alike', async () => {
    const { server } = await office(open);
    const [own, foreign] = [await file(server), await file(server)];
    const { receiptNo, secret } = own.receipt;
    const get = (authorization: string | undefined, no = receiptNo) => fetch(`${server.url}/v1/requests/${no}`, { headers: { 'accept-language': 'en', ...(authorization === undefined ? {} : { authorization }) } });
    const bare = secret.replaceAll('-', '');
    for (const typed of [secret, bare, secret.toLowerCase(), secret.replaceAll('0', 'O').replaceAll('1', 'l'), `${bare.slice(0, 5)} - ${bare.slice(5)}`, bare.replaceAll('1', 'I').replaceAll('0', 'o')]) {
      assert.equal((await get(`Receipt ${typed}`)).status, 200, typed);
      assert.equal((await get(`receipt  ${typed}`)).status, 200, typed);
    }
    for (const [authorization, no] of [[undefined], [''], ['Receipt'], [`Receipt ${foreign.receipt.secret}`], [`Bearer ${secret}`], [`Receipt ${secret}`, foreign.receipt.receiptNo], [`Receipt ${secret}`, '20260309-000000'], [`Receipt ${secret}X`]] as const) {
      const response = await get(authorization, no);
      const { title, detail } = (await response.clone().json()) as { title: string; detail: string };
      assert.deepEqual([await reasons(response), title], [['401 receipt-refused'], 'The receipt number or the code is not right'], `${authorization} ${no}`);
      assert.ok(!detail.includes(receiptNo));
    }
    assert.equal((await get(`Receipt ${secret}`, 'x')).status, 401);
  });

  test('who guesses is told to wait, also with the right one then', async () => {
    const { server } = await office(open);
    const applicant = await file(server);
    const guess = () => fetch(`${server.url}/v1/requests/${applicant.receipt.receiptNo}`, { headers: { authorization: 'Receipt 0000-0000-0000' } });
    const statuses = [];
    for (let n = 0; n < 12; n++) statuses.push((await guess()).status);
    assert.deepEqual(statuses, [...Array<number>(10).fill(401), 429, 429]);
    const response = await applicant.call('GET', '');
    assert.equal(response.status, 429);
    assert.ok(Number(response.headers.get('retry-after')) > 0);
    await (await file(server)).track();
  });

  test('any page may read with a receipt, listed ones may write', async () => {
    const { server } = await office(open);
    const applicant = await file(server);
    const path = `${server.url}/v1/requests/${applicant.receipt.receiptNo}`;
    const read = await applicant.call('GET', '', undefined, { origin: 'https://any.example' });
    assert.deepEqual(['access-control-allow-origin', 'cache-control'].map((name) => read.headers.get(name)), ['*', 'no-store']);
    const preflight = async (method: string) => {
      const { status, headers } = await fetch(path, { method: 'OPTIONS', headers: { origin: 'https://any.example', 'access-control-request-method': method, 'access-control-request-headers': 'authorization' } });
      return [status, headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')];
    };
    assert.deepEqual(await preflight('GET'), [204, '*', 'authorization']);
    assert.equal((await preflight('POST'))[1], null);
  });

  test('is corrected, explained and withdrawn by its holder, once for each key', async () => {
    const { server, database } = await office(open);
    const { take } = backOffice(server, database);
    const applicant = await file(server);
    for (const type of ['receive', 'register'] as const) await take(applicant, { type });
    assert.deepEqual(await applicant.refused('POST', '/correction', { branch: 'main', wanted: { description: '清河' } }), ['409 not-possible', 'state']);
    await take(applicant, { type: 'ask-correction', points: ['哪一年'], workdays: 10, way: 'electronic' });
    const asks = (await applicant.track()).branches[0]!;
    assert.deepEqual([asks.phase, asks.waitsFor, asks.may, asks.events.at(-1)], ['correcting', ['applicant'], ['correct', 'withdraw'], { n: 4, type: 'ask-correction', on: '2026-03-09', by: 'agency', points: ['哪一年'], workdays: 10, way: 'electronic' }]);
    assert.deepEqual(asks.deadlines.map((deadline) => [deadline.id, deadline.stands, 'due' in deadline ? deadline.due : deadline.stands === 'paused' && deadline.left]), [['correction-notice', 'running', '2026-03-18'], ['reply', 'paused', 20], ['correction', 'running', '2026-03-23']]);
    const body = { branch: 'main', wanted: { description: '2024年的' } };
    const [first, again] = [await applicant.call('POST', '/correction', body, { 'idempotency-key': 'one-key-for-both' }), await applicant.call('POST', '/correction', body, { 'idempotency-key': 'one-key-for-both' })];
    assert.deepEqual([first.status, again.status], [200, 200]);
    assert.deepEqual([(await applicant.track()).wanted, (await applicant.track()).branches[0]?.events.length], [{ description: '2024年的' }, 5]);
    assert.deepEqual(await applicant.refused('POST', '/correction', { branch: 'main', wanted: { description: ' ' } }), ['400 invalid-input', '/body/wanted/description minLength']);
    await take(applicant, { type: 'ask-reasons', workdays: 5, way: 'electronic' });
    assert.equal((await applicant.do('POST', '/reasons', { branch: 'main', reasons: '研究河道治理' })).branches[0]?.phase, 'processing');
    assert.deepEqual(await applicant.refused('POST', '/withdrawal', { branch: 'b9' }), ['409 not-possible', 'branch']);
    const withdrawn = (await applicant.do('POST', '/withdrawal', { branch: 'main' })).branches[0]!;
    assert.deepEqual([withdrawn.phase, withdrawn.outcome, withdrawn.endedOn, withdrawn.may], ['closed', 'withdrawn', '2026-03-09', []]);
  });

  test('letters and released files are taken by an address that is good for five minutes; a reply only when it is served', async () => {
    const { server, database } = await office(open);
    const { store, take, load } = backOffice(server, database);
    const [applicant, other] = [await file(server), await file(server)];
    await take(applicant, { type: 'receive' }, { letter: { title: '受理通知书', docNo: '清水公开〔2026〕第1号', body: '甲某某：\n\n收到。', fixed: '清河市水利局\n2026年3月9日' } });
    await take(applicant, { type: 'register' });
    await take(applicant, { type: 'consult', question: 'q1', party: 'third-party', way: 'electronic' }, { letter: { title: '征求意见书', docNo: '清水公开〔2026〕第2号', body: '某厂：', fixed: '清河市水利局' } });
    await take(applicant, { type: 'opinion', question: 'q1', opinion: 'consents' });
    await take(applicant, { type: 'decide', reply: { outcome: 'granted', remedy: 'either' } }, { letter: { title: '答复书', docNo: '清水公开〔2026〕第3号', body: '予以公开。', fixed: '清河市水利局' } });
    const main = (await load(applicant)).cases[0]!;
    const kept = await writingRequests(store, async (w) => keepFile(w, await loadRequest(w, { caseId: main.id }), { bytes: Buffer.from('许可证 核发 名单'), name: '名单 <1>.txt', mediaType: 'text/plain', purpose: 'release', caseNo: main.no, by: officer as never }));
    const decided = (await applicant.track()).branches[0]!;
    assert.deepEqual([decided.phase, decided.outcome, decided.events.find(({ type }) => type === 'decide')], ['decided', undefined, { n: 6, type: 'decide', on: '2026-03-09', by: 'agency' }]);
    assert.deepEqual([decided.letters.map(({ name }) => name), decided.files], [['受理通知书'], []]);
    assert.deepEqual(await applicant.refused('POST', '/links', { paper: kept.id }), ['404 not-found']);
    await take(applicant, { type: 'serve', way: 'electronic' });
    const served = (await applicant.track()).branches[0]!;
    assert.deepEqual([served.outcome, served.remedy?.remedy, served.letters.map(({ name }) => name), served.files.map(({ name, size }) => [name, size])], ['granted', 'either', ['受理通知书', '答复书'], [['名单 <1>.txt', 23]]]);
    assert.match(served.remedy?.text ?? '', /六十日内.*行政复议/);
    const link = async (paper: string, format?: string) => {
      const response = await applicant.call('POST', '/links', { paper, ...(format && { format }) });
      return ((await response.json()) as { url: string }).url;
    };
    const released = await fetch(await link(kept.id));
    assert.deepEqual([released.status, await released.text(), released.headers.get('content-type'), released.headers.get('content-disposition'), released.headers.get('cache-control'), released.headers.get('x-content-type-options')],
      [200, '许可证 核发 名单', 'text/plain', "attachment; filename*=UTF-8''%E5%90%8D%E5%8D%95%20%3C1%3E.txt", 'no-store', 'nosniff']);
    const letter = served.letters[1]!;
    const page = await fetch(await link(letter.id, 'html'));
    assert.deepEqual([page.headers.get('content-type'), page.headers.get('content-security-policy')?.includes('sandbox')], ['text/html; charset=utf-8', true]);
    assert.ok((await page.text()).includes('予以公开'));
    assert.equal(Buffer.from(await (await fetch(await link(letter.id, 'docx'))).arrayBuffer()).subarray(0, 2).toString(), 'PK');
    const url = await link(letter.id);
    const [head = '', token = ''] = url.split('/v1/papers/');
    const [payload = '', signature = ''] = token.split('.');
    const changed = Buffer.from(JSON.stringify({ ...(JSON.parse(Buffer.from(payload, 'base64url').toString()) as object), until: 9e15 })).toString('base64url');
    for (const forged of [`${payload}.x`, payload, `${changed}.${signature}`, 'x', `${payload}.${signature}A`.slice(0, -3)]) assert.equal((await fetch(`${head}/v1/papers/${forged}`)).status, 404, forged);
    for (const stranger of [letter.id, kept.id]) assert.deepEqual(await other.refused('POST', '/links', { paper: stranger }), ['404 not-found']);
  });
});
