import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { Change, Disclosure, DisclosureKind, Draft, DraftSummary, Problem } from '@sunlit/contract';
import fc from 'fast-check';
import { amend } from '../disclosures/publication.ts';
import { onEachEngine } from '../fixture.ts';
import { complete, office, passed, publishThrough, titles, type Caller, type Office } from './office.ts';

const staff = async ({ person }: Office) => ({
  writer: await person('writer', 'qinghe-water/editor'),
  reviewer: await person('reviewer', 'qinghe-water/reviewer'),
  publisher: await person('publisher', 'qinghe-water/publisher'),
});
const long = `第一条 ${'为加强河道采砂管理，维护河势稳定，保障防洪安全，制定本办法。'.repeat(4)}`;

onEachEngine('drafts', (open) => {
  test('from the first word to the public, amended, repealed and withdrawn, with every step on record', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    let draft = await writer.create({ content: { agencyId: 'qinghe-water', kind: 'normative', title: '采砂管理办法' } });
    assert.deepEqual([draft.state, draft.version, draft.commands, draft.author], ['draft', 1, ['discard'], { id: writer.id, name: 'writer', post: '工作人员' }]);
    assert.ok(draft.problems.some(({ pointer, detail }) => pointer === '/content/summary' && detail === '"summary" is missing'), JSON.stringify(draft.problems));
    const save = async (version: number, body: string): Promise<Draft> =>
      writer.do('PUT', `/v1/drafts/${draft.id}`, { version, content: complete({ kind: 'normative', title: '采砂管理办法', formedOn: '2026-03-02', body }) });
    draft = await save(1, '本办法已经印发，特此通知。');
    assert.deepEqual(draft.problems.map(({ pointer, code }) => `${pointer} ${code}`), ['/content/body lead-in-only']);
    assert.deepEqual(await writer.refused('POST', `/v1/drafts/${draft.id}/submit`, { version: 2 }), ['409 not-possible', '/content/body lead-in-only']);
    draft = await save(2, long);
    assert.deepEqual([draft.problems, draft.commands, draft.dueOn], [[], ['submit', 'discard'], '2026-03-30']);
    assert.deepEqual(draft.term, { length: 20, unit: 'workdays', from: '2026-03-02', article: '《政府信息公开条例》第二十六条', provisional: false });
    // The same text again is no step.
    assert.equal((await save(3, long)).version, 3);
    draft = await writer.step(draft, 'submit', { note: '请审查' });
    assert.deepEqual(draft.commands, ['recall']);
    assert.deepEqual((await reviewer.do<Draft>('GET', `/v1/drafts/${draft.id}`)).commands, ['refer', 'return', 'approve']);
    draft = await reviewer.step(await reviewer.step(draft, 'refer'), 'return', { note: '第三条与上位法不一致' });
    draft = await save(draft.version, `${long}第二条 废止旧办法。`);
    assert.equal(draft.state, 'draft');
    draft = await writer.step(draft, 'submit');
    assert.deepEqual(await reviewer.refused('POST', `/v1/drafts/${draft.id}/approve`, { version: draft.version, checks: ['safe'] }), ['409 not-possible', '/body/checks checks-missing']);
    draft = await reviewer.step(draft, 'approve', passed);
    assert.deepEqual(draft.commands, ['return']);
    draft = await publisher.step(draft, 'publish');
    assert.deepEqual([draft.state, draft.commands, draft.events.map(({ type }) => type)],
      ['published', [], ['created', 'saved', 'saved', 'submit', 'refer', 'return', 'saved', 'submit', 'approve', 'publish']]);
    assert.deepEqual(draft.events.at(-2)?.by?.id, reviewer.id);
    assert.deepEqual(draft.events.at(-2)?.checks, passed.checks);
    assert.equal(draft.version, draft.events.length);

    const id = draft.disclosureId as string;
    const read = () => room.server.json<Disclosure & { state: 'published' }>(`/v1/disclosures/${id}`);
    assert.deepEqual([(await read()).publishedOn, (await read()).body, (await read()).validity], ['2026-03-09', `${long}第二条 废止旧办法。`, 'in-force']);

    room.setDay('2026-03-16');
    const before = await writer.do<Record<string, unknown>>('GET', `/v1/disclosures/${id}/content`);
    let amendment = await writer.create({ amends: id, content: { ...before, title: '采砂管理办法（修订）' } });
    assert.deepEqual([amendment.amends, amendment.problems.map(({ pointer, code }) => `${pointer} ${code}`)], [id, ['/reason reason-missing']]);
    assert.deepEqual(await writer.refused('POST', '/v1/drafts', { amends: id, content: before }), ['409 not-possible', '/body/amends amendment-open']);
    amendment = await writer.do('PUT', `/v1/drafts/${amendment.id}`, { version: 1, content: amendment.content, reason: '更正标题' });
    amendment = await publisher.step(await reviewer.step(await writer.step(amendment, 'submit'), 'approve', passed), 'publish');
    assert.deepEqual([amendment.disclosureId, (await read()).title, (await read()).validity], [id, '采砂管理办法（修订）', 'amended']);
    assert.deepEqual((await read()).chain.revisions.map(({ revision, on, reason }) => [revision, on, reason]), [[1, '2026-03-09', undefined], [2, '2026-03-16', '更正标题']]);

    assert.deepEqual(await publisher.do('POST', '/v1/agencies/qinghe-water/repeals', { ids: [id], on: '2026-03-15', reason: '被新办法代替' }), { ids: [id] });
    assert.deepEqual([(await read()).validity, (await read()).repealedOn], ['repealed', '2026-03-15']);
    const newer = await publishThrough(writer, reviewer, publisher, { content: complete({ title: '代替它的' }) });
    assert.deepEqual(await publisher.refused('POST', `/v1/disclosures/${id}/withdraw`, { ground: '依据', decidedBy: '办公室', replacedBy: id }), ['409 not-possible', '/body/replacedBy itself']);
    await publisher.do('POST', `/v1/disclosures/${id}/withdraw`, { ground: '含有不应公开的内容', decidedBy: '市水利局办公室', replacedBy: newer.disclosureId });
    const tomb = await room.server.json<Disclosure & { state: 'withdrawn' }>(`/v1/disclosures/${id}`);
    assert.deepEqual([tomb.state, tomb.withdrawnOn, tomb.ground, tomb.decidedBy, tomb.replacedBy?.id], ['withdrawn', '2026-03-16', '含有不应公开的内容', '市水利局办公室', newer.disclosureId]);
    assert.deepEqual(await publisher.refused('POST', `/v1/disclosures/${id}/withdraw`, { ground: '依据', decidedBy: '办公室' }), ['409 not-possible', 'state']);
    assert.equal((await writer.call('GET', `/v1/disclosures/${id}/content`)).status, 404);
    assert.deepEqual((await room.server.json<{ items: Change[] }>('/v1/changes')).items.map(({ type }) => type), ['published', 'amended', 'repealed', 'published', 'withdrawn']);
  });

  test('a second save gets 409 with what is there now, and neither text is lost', async () => {
    const room = await office(open);
    const { writer } = await staff(room);
    const second = await room.person('second', 'qinghe-water/editor');
    const draft = await writer.create({ content: complete({ title: '一' }) });
    const mine: Draft = await writer.do('PUT', `/v1/drafts/${draft.id}`, { version: 1, content: complete({ title: '二' }) });
    const response = await second.call('PUT', `/v1/drafts/${draft.id}`, { version: 1, content: complete({ title: '三' }) });
    const problem = (await response.json()) as Problem & { current: Draft };
    assert.deepEqual([response.status, problem.type], [409, 'urn:sunlit:problem:changed-meanwhile']);
    assert.deepEqual(problem.current, mine);
    assert.equal((await writer.do<Draft>('GET', `/v1/drafts/${draft.id}`)).title, '二');
    const after: Draft = await second.do('PUT', `/v1/drafts/${draft.id}`, { version: problem.current.version, content: complete({ title: '三' }) });
    assert.deepEqual([after.title, after.version, after.author.id, after.events.map(({ by }) => by?.id)], ['三', 3, writer.id, [writer.id, writer.id, second.id]]);
    assert.deepEqual(await writer.refused('POST', `/v1/drafts/${draft.id}/submit`, { version: 2 }), ['409 changed-meanwhile']);
  });

  test('nobody reviews what they wrote any of, and a changed text is reviewed again', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const both = await room.person('both', 'qinghe-water/editor', 'qinghe-water/reviewer', 'qinghe-water/publisher');
    let draft = await both.step(await both.create({ content: complete() }), 'submit');
    const approve = (who: Caller) => who.refused('POST', `/v1/drafts/${draft.id}/approve`, { version: draft.version, ...passed });
    assert.deepEqual(await approve(both), ['409 not-possible', 'own-text']);
    assert.deepEqual(await both.refused('POST', `/v1/drafts/${draft.id}/return`, { version: draft.version, note: '退' }), ['409 not-possible', 'own-text']);
    draft = await reviewer.step(draft, 'approve', passed);
    assert.deepEqual(draft.commands, ['return']);
    draft = await publisher.step(draft, 'schedule', { on: '2026-03-20' });
    // Somebody else adds a word: the approval and the day are gone, and the first author still reviews nothing of it.
    draft = await writer.do('PUT', `/v1/drafts/${draft.id}`, { version: draft.version, content: complete({ summary: '另一句' }) });
    assert.deepEqual([draft.state, draft.publishOn], ['draft', undefined]);
    assert.deepEqual(await publisher.refused('POST', `/v1/drafts/${draft.id}/publish`, { version: draft.version }), ['409 not-possible', 'state']);
    draft = await writer.step(draft, 'submit');
    assert.deepEqual(await approve(both), ['409 not-possible', 'own-text']);
    draft = await both.step(await reviewer.step(draft, 'approve', passed), 'publish');
    assert.equal(draft.state, 'published');
  });

  test('each step is for its role, in its agency and below, and for nobody else', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const strangers = [
      await room.person('tax', 'qinghe-tax/editor', 'qinghe-tax/reviewer', 'qinghe-tax/publisher'),
      await room.person('county', 'dongshan/editor', 'dongshan/reviewer', 'dongshan/publisher'),
    ];
    const above = await room.person('above', 'qinghe/supervisor');
    const draft = await writer.create({ content: complete() });
    const path = `/v1/drafts/${draft.id}`;
    for (const stranger of strangers) {
      assert.deepEqual(await stranger.refused('POST', '/v1/drafts', { content: complete() }), ['403 not-allowed']);
      assert.deepEqual(await stranger.refused('GET', path), ['403 not-allowed']);
      assert.deepEqual(await stranger.refused('PUT', path, { version: 1, content: complete({ agencyId: 'qinghe-tax' }) }), ['403 not-allowed']);
      for (const step of ['submit', 'recall', 'discard', 'publish', 'schedule', 'refer']) assert.deepEqual(await stranger.refused('POST', `${path}/${step}`, { version: 1 }), ['403 not-allowed']);
      assert.deepEqual((await stranger.do<{ items: unknown[] }>('GET', '/v1/drafts')).items, []);
      assert.deepEqual((await stranger.do<{ items: unknown[] }>('GET', '/v1/drafts?agency=qinghe-water')).items, []);
    }
    assert.deepEqual(await reviewer.refused('POST', `${path}/submit`, { version: 1 }), ['403 not-allowed']);
    assert.deepEqual(await publisher.refused('PUT', path, { version: 1, content: complete() }), ['403 not-allowed']);
    const submitted = await writer.step(draft, 'submit');
    assert.deepEqual(await writer.refused('POST', `${path}/approve`, { version: submitted.version, ...passed }), ['403 not-allowed']);
    const approved = await reviewer.step(submitted, 'approve', passed);
    assert.deepEqual(await reviewer.refused('POST', `${path}/publish`, { version: approved.version }), ['403 not-allowed']);
    assert.deepEqual([(await above.do<Draft>('GET', path)).commands, (await above.do<{ items: DraftSummary[] }>('GET', '/v1/drafts')).items.map(({ id }) => id)], [[], [draft.id]]);
    assert.deepEqual(await above.refused('POST', `${path}/publish`, { version: approved.version }), ['403 not-allowed']);
    assert.equal((await fetch(room.server.url + path)).status, 401);
    // A draft stays with its agency.
    const everywhere = await room.person('everywhere', 'qinghe/editor');
    const other = await everywhere.create({ content: complete({ agencyId: 'liuhe' }) });
    assert.deepEqual(await everywhere.refused('PUT', `/v1/drafts/${other.id}`, { version: 1, content: complete() }), ['400 invalid-input', '/body/content/agencyId constant']);
    assert.deepEqual(await everywhere.refused('POST', '/v1/drafts', { content: complete({ agencyId: 'nowhere' }) }), ['400 invalid-input', '/body/content/agencyId unknown-agency']);
    assert.deepEqual(await everywhere.refused('GET', '/v1/drafts/01M8540JNJBEREGSAFAETYKKT2'), ['404 not-found']);
  });

  test('of two who publish at once, exactly one does', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const approved = await reviewer.step(await writer.step(await writer.create({ content: complete({ title: '只有一条' }) }), 'submit'), 'approve', passed);
    const answers = await Promise.all(Array.from({ length: 5 }, () => publisher.call('POST', `/v1/drafts/${approved.id}/publish`, { version: approved.version })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409, 409, 409, 409]);
    assert.deepEqual(await titles(room.server), ['只有一条']);
    const id = (await writer.do<Draft>('GET', `/v1/drafts/${approved.id}`)).disclosureId as string;
    // The same of amendments: one at a time.
    const begun = await Promise.all(Array.from({ length: 3 }, () => writer.call('POST', '/v1/drafts', { amends: id, content: complete() })));
    assert.deepEqual(begun.map(({ status }) => status).sort(), [200, 409, 409]);
  });

  test('a draft is made once for each key', async () => {
    const room = await office(open);
    const { writer } = await staff(room);
    const key = { 'idempotency-key': randomUUID() };
    const [first, second] = await Promise.all([1, 2].map(async () => (await writer.call('POST', '/v1/drafts', { content: complete() }, key)).json() as Promise<Draft>));
    assert.deepEqual(first, second);
    assert.equal((await writer.call('POST', '/v1/drafts', { content: complete({ title: '另一条' }) }, key)).status, 422);
    assert.equal((await writer.do<{ items: unknown[] }>('GET', '/v1/drafts')).items.length, 1);
  });

  test('a repeal in a batch is of all or none', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const county = await room.person('county', 'dongshan/editor', 'dongshan/publisher');
    const publish = async (title: string) => (await publishThrough(writer, reviewer, publisher, { content: complete({ title }) })).disclosureId as string;
    const [one, two] = [await publish('一'), await publish('二')];
    const village = await publishThrough(county, await room.person('checker', 'dongshan/reviewer'), county, { content: complete({ agencyId: 'liuhe', title: '镇' }) });
    const repeal = (ids: string[], on = '2026-03-09') => publisher.refused('POST', '/v1/agencies/qinghe-water/repeals', { ids, on, reason: '清理' });
    const validities = async () => Promise.all([one, two].map(async (id) => (await room.server.json<Disclosure & { state: 'published' }>(`/v1/disclosures/${id}`)).validity));
    assert.deepEqual(await repeal([one, village.disclosureId as string, '01M8540JNJBEREGSAFAETYKKT2']), ['400 invalid-input', '/body/ids/1 foreign-disclosure', '/body/ids/2 unknown-disclosure']);
    assert.deepEqual(await repeal([one], '2026-03-10'), ['400 invalid-input', '/body/on future']);
    assert.deepEqual(await repeal([one], '2026-02-30'), ['400 invalid-input', '/body/on day']);
    await publisher.do('POST', '/v1/agencies/qinghe-water/repeals', { ids: [two], on: '2026-03-09', reason: '清理' });
    assert.deepEqual(await repeal([one, two]), ['409 not-possible', '/body/ids/1 state']);
    assert.deepEqual(await validities(), ['in-force', 'repealed']);
    assert.deepEqual(await county.refused('POST', '/v1/agencies/qinghe-water/repeals', { ids: [one], on: '2026-03-09', reason: '清理' }), ['403 not-allowed']);
    // From above, for an agency below.
    await county.do('POST', '/v1/agencies/dongshan/repeals', { ids: [village.disclosureId], on: '2026-03-09', reason: '清理' });
  });

  test('the publication and its step are one: what breaks between them leaves neither', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const approved = await reviewer.step(await writer.step(await writer.create({ content: complete() }), 'submit'), 'approve', passed);
    // The step's event cannot be written: its number is taken.
    const { no } = await room.database.read.selectFrom('draft').select('no').where('id', '=', approved.id).executeTakeFirstOrThrow();
    const taken = { draft_no: no, n: approved.version + 1, type: 'schedule', at: '2026-03-09T00:00:00.000Z', person_id: null, person_name: null, person_post: null, note: null, checks: null, on_day: null };
    await room.database.write.insertInto('draft_event').values(taken).execute();
    assert.equal((await publisher.call('POST', `/v1/drafts/${approved.id}/publish`, { version: approved.version })).status, 500);
    assert.deepEqual(await titles(room.server), []);
    assert.deepEqual((await room.server.json<{ items: unknown[]; latest: number }>('/v1/changes')), { items: [], latest: 0 });
    await room.database.write.deleteFrom('draft_event').where('draft_no', '=', no).where('n', '=', taken.n).execute();
    assert.equal((await publisher.step(approved, 'publish')).state, 'published');
    assert.equal((await titles(room.server)).length, 1);
  });

  test('what was amended meanwhile by another way is not overwritten', async () => {
    const room = await office(open);
    const { writer, reviewer, publisher } = await staff(room);
    const { disclosureId: id } = await publishThrough(writer, reviewer, publisher, { content: complete() });
    const draft = await reviewer.step(await writer.step(await writer.create({ amends: id, reason: '更正', content: complete({ title: '旧稿' }) }), 'submit'), 'approve', passed);
    await amend(room.database, id as string, { content: complete({ title: '导入' }), on: '2026-03-09', reason: '导入' });
    assert.deepEqual(await publisher.refused('POST', `/v1/drafts/${draft.id}/publish`, { version: draft.version }), ['409 not-possible', 'amended-meanwhile']);
    assert.deepEqual(await titles(room.server), ['导入']);
    assert.deepEqual(await writer.refused('POST', '/v1/drafts', { amends: id, content: complete({ agencyId: 'qinghe-water', kind: 'report' }) }), ['400 invalid-input', '/body/content/kind constant']);
  });

  test('a draft names only files that are there and may be public', async () => {
    const room = await office(open);
    const { writer } = await staff(room);
    const attachments = [{ name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: '0'.repeat(64) }];
    const draft = await writer.create({ content: complete({ attachments }) });
    assert.deepEqual(draft.problems.map(({ pointer, code }) => `${pointer} ${code}`), ['/content/attachments/0/sha256 file-missing']);
    assert.deepEqual(await writer.refused('POST', `/v1/drafts/${draft.id}/submit`, { version: 1 }), ['409 not-possible', '/content/attachments/0/sha256 file-missing']);
  });

  test('whatever is written half, nothing of it fails or is lost', async () => {
    const room = await office(open);
    const { writer } = await staff(room);
    // A body with such a key is refused before anything reads it: it would poison prototypes.
    const anything = fc.jsonValue({ maxDepth: 3 }).filter((value) => !/__proto__|"constructor"/.test(JSON.stringify(value)));
    const half = fc.record({
      title: fc.string({ unit: 'binary', maxLength: 100 }), summary: anything, body: fc.oneof(fc.string({ unit: 'binary' }), anything), fields: fc.oneof(fc.record({ act: anything, decidedOn: anything }), anything),
      formedOn: fc.oneof(fc.constant('2026-03-02'), anything), openTerm: fc.oneof(fc.record({ term: fc.constantFrom('temporary', 'periodic', 'x'), until: anything }), anything), categoryId: anything,
      attachments: anything, links: anything, basis: anything,
    }, { requiredKeys: [] });
    const seeds = fc.constantFrom<DisclosureKind>('normative', 'decision', 'budget', 'notice');
    let draft = await writer.create({ content: complete() });
    await fc.assert(fc.asyncProperty(seeds, half, async (kind, content) => {
      // JSON has no lone surrogates in UTF-8; what arrives is what is kept.
      const sent = JSON.parse(JSON.stringify({ ...content, agencyId: 'qinghe-water', kind }).toWellFormed()) as object;
      draft = await writer.do<Draft>('PUT', `/v1/drafts/${draft.id}`, { version: draft.version, content: sent });
      assert.deepEqual(draft.content, sent);
      assert.ok(draft.problems.length > 0);
      assert.deepEqual(draft.commands, ['discard']);
    }), { numRuns: 60 });
  });

  test('thirty writes at once come to an end, though fewer connections than that are open', { timeout: 120_000 }, async () => {
    const { person, server } = await office(open);
    const [writer, reviewer, publisher] = [await person('writer', 'qinghe-water/editor'), await person('reviewer', 'qinghe-water/reviewer'), await person('publisher', 'qinghe-water/publisher')];
    const administrator = await person('administrator', 'qinghe/administrator');
    const ready = await Promise.all(Array.from({ length: 10 }, async (_, index) =>
      reviewer.step(await writer.step(await writer.create({ content: complete({ title: `公告${index}` }) }), 'submit'), 'approve', passed)));
    await Promise.all(ready.flatMap((draft, index) => [
      publisher.step(draft, 'publish'),
      writer.create({ content: complete({ title: `又一件${index}` }) }),
      administrator.do('PUT', `/v1/agencies/qinghe-water/categories/qinghe-water.c${index}`, { parentId: 'A20_10', name: `类目${index}` }),
    ]));
    assert.equal((await titles(server)).length, 10);
  });
});
