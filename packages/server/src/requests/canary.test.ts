import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import type { Receipt } from '@sunlit/contract';
import { sql } from 'kysely';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database, Engine } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { CITY, content, listening, onEachEngine, staffMember } from '../fixture.ts';
import { asked, backOffice, file, holder, send, solved } from './fixture.ts';

/** Strings that stand nowhere else, one for each place where somebody can write. */
const planted: string[] = [];
const canary = (place: string) => {
  const text = `cnry${place}${randomUUID().slice(0, 8)}`;
  planted.push(text);
  return text;
};

/** A text as it might stand somewhere: as it is, in UTF-16, in hexadecimal, or in base64, wherever in it it begins. */
function disguises(text: string): Buffer[] {
  const inBase64 = [0, 1, 2].map((shift) => Buffer.from('\0'.repeat(shift) + text).toString('base64').slice(shift === 0 ? 0 : 4, -4));
  return [Buffer.from(text), Buffer.from(text, 'utf16le'), Buffer.from(Buffer.from(text).toString('hex')), ...inBase64.flatMap((some) => [Buffer.from(some), Buffer.from(some.replaceAll('+', '-').replaceAll('/', '_'))])];
}

function filesBelow(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Everything a database keeps: every row, and of SQLite the bytes of its files, the log of what was written among them. */
async function kept({ read }: Database, engine: Engine): Promise<Map<string, Buffer>> {
  const all = new Map<string, Buffer>();
  if (engine === 'sqlite') {
    const { rows: [main] } = await sql<{ file: string }>`select file from pragma_database_list where name = 'main'`.execute(read);
    for (const path of filesBelow(dirname(main!.file))) all.set(path, readFileSync(path));
    return all;
  }
  const { rows: tables } = await sql<{ name: string }>`select table_name as name from information_schema.tables where table_schema = 'public'`.execute(read);
  for (const { name } of tables) all.set(name, Buffer.from(JSON.stringify((await sql`select * from ${sql.table(name)}`.execute(read)).rows)));
  return all;
}

onEachEngine('what applicants write', (open, engine) => {
  test('stands nowhere in clear: not in the database, its log, files, lines of the log, or anything that anyone is answered', async () => {
    planted.length = 0;
    const database = await open();
    await saveAgencies(database, CITY);
    const lines: string[] = [];
    const server = await listening(database, { settings: { logLevel: 'trace' }, log: { write: (line) => void lines.push(line) } });
    const { take } = backOffice(server, database);
    const auditor = await staffMember(database, { username: 'auditor', grants: [{ agencyId: 'qinghe', role: 'administrator' }] });
    const publicly: string[] = [];
    const overheard = async (response: Response) => void publicly.push(JSON.stringify([...response.headers]), await response.text());

    const personal = {
      applicant: {
        type: 'naturalPerson', name: canary('name'), identity: { type: 'other', number: canary('number') },
        contact: { phone: canary('phone'), email: `${canary('email')}@example.org`, address: canary('address'), postcode: canary('post') },
      },
      wanted: { title: canary('title'), docNo: canary('docno'), description: canary('description') }, assistance: canary('assistance'),
    };
    const applicant = await file(server, personal);
    const company = await send(server, {
      ...asked({ applicant: { type: 'business', name: canary('company'), creditCode: canary('code'), representative: canary('representative'), contactPerson: canary('contact'), contact: { phone: canary('telephone') } } }),
      challenge: await solved(server),
    });
    const firm = holder(server, (await company.json()) as Receipt);
    planted.push(...[applicant, firm].flatMap(({ receipt: { secret } }) => [secret, secret.replaceAll('-', '')]));
    await applicant.do('PUT', `/attachments?name=${canary('file')}.txt`, Buffer.from(canary('bytes')));
    await applicant.do('PUT', `/attachments?purpose=identity&name=${canary('identity')}.txt`, Buffer.from(canary('image')));
    for (const type of ['receive', 'register'] as const) await take(applicant, { type });
    await take(applicant, { type: 'ask-correction', points: [canary('point')], workdays: 5, way: 'electronic' }, { texts: { note: canary('note') }, letter: { title: '补正告知书', docNo: '1', body: canary('letter'), fixed: canary('fixed') } });
    await applicant.do('POST', '/correction', { branch: 'main', wanted: { description: canary('correction') } });
    await take(applicant, { type: 'ask-reasons', workdays: 5, way: 'electronic' });
    await applicant.do('POST', '/reasons', { branch: 'main', reasons: canary('reasons') });
    await firm.do('POST', '/withdrawal', { branch: 'main' });

    // And what fails.
    const challenge = await solved(server);
    const wrong = [
      { ...asked({ applicant: { ...personal.applicant, name: `${canary('bidi')}\u202e` } }), challenge }, { ...asked({ applicant: { ...personal.applicant, contact: {} } }), challenge },
      { ...asked({ wanted: { description: canary('long').repeat(400) } }), challenge }, { ...asked(), challenge: canary('challenge') },
      { ...asked(personal), challenge, agencyId: 'nowhere' }, { ...asked(personal), challenge, agencyId: 'liuhe-tuanjie' }, { ...asked(personal), challenge, route: 'fax' },
    ];
    for (const body of wrong) {
      const response = await send(server, body);
      assert.ok(response.status >= 400, await response.clone().text());
      await overheard(response);
    }
    const raw = (path: string, init: RequestInit) => fetch(server.url + path, init);
    await overheard(await raw('/v1/requests', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': 'a-broken-body' }, body: `{"applicant":"${canary('broken')}` }));
    const path = `/v1/requests/${applicant.receipt.receiptNo}`;
    await overheard(await raw(path, { headers: { authorization: `Receipt ${canary('receipt')}` } }));
    await overheard(await applicant.call('PUT', `/attachments?name=${canary('exe')}.exe`, Buffer.from(canary('program'))));
    await overheard(await applicant.call('PUT', `/attachments?name=${canary('damaged')}.pdf`, Buffer.from(canary('paper'))));
    await overheard(await applicant.call('POST', '/correction', { branch: 'main', wanted: { description: canary('refused') } }));
    // The database itself fails in the middle of it.
    await database.write.schema.alterTable('spent_challenge').renameTo('gone').execute();
    const failed = await send(server, { ...asked({ ...personal, assistance: canary('failed') }), challenge });
    assert.equal(failed.status, 500);
    await overheard(failed);
    await database.write.schema.alterTable('gone').renameTo('spent_challenge').execute();

    await publish(database, { content: content(), publishedOn: '2026-01-01' });
    for (const exit of ['/v1/changes', '/v1/disclosures?q=canary', '/v1/agencies/qinghe-water', '/v1/agencies/qinghe-water/request-form', '/metrics', path]) await overheard(await server.get(exit));
    await overheard(await server.get('/v1/audit.csv', auditor.headers));
    await overheard(await server.get('/v1/calendar/loads', auditor.headers));

    const everything = await kept(database, engine);
    for (const file of filesBelow(server.settings.dataDirectory)) everything.set(file, readFileSync(file));
    everything.set('log lines', Buffer.from(lines.join('\n')));
    everything.set('answers', Buffer.from(publicly.join('\n')));
    assert.ok(planted.length > 30 && lines.length > 20 && everything.size > 3);
    assert.ok(lines.some((line) => line.includes('"internal"')), 'the failure is told');
    const found = [...everything].flatMap(([where, bytes]) => planted.filter((text) => disguises(text).some((one) => bytes.includes(one))).map((text) => `${text} in ${where}`));
    assert.deepEqual(found, []);
    // The search would find it: here it is, where it belongs.
    assert.ok(disguises(personal.wanted.title).some((one) => Buffer.from(JSON.stringify('x' + Buffer.from(`${personal.wanted.title} and more`).toString('base64'))).includes(one)));
  });
});
