import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Receipt } from '@sunlit/contract';
import { saveAgencies } from '../agencies/tree.ts';
import { canaries, disguises, filesBelow, found, kept } from '../canary.ts';
import { publish } from '../disclosures/publication.ts';
import { CITY, content, listening, onEachEngine, staffMember } from '../fixture.ts';
import { asked, backOffice, file, holder, send, solved } from './fixture.ts';

onEachEngine('what applicants write', (open, engine) => {
  test('stands nowhere in clear: not in the database, its log, files, lines of the log, or anything that anyone is answered', async () => {
    const { planted, canary } = canaries();
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
    assert.deepEqual(found(planted, everything), []);
    // The search would find it: here it is, where it belongs.
    assert.ok(disguises(personal.wanted.title).some((one) => Buffer.from(JSON.stringify('x' + Buffer.from(`${personal.wanted.title} and more`).toString('base64'))).includes(one)));
  });
});
