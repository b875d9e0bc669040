import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { UploadedFile } from '@sunlit/contract';
import { saveAgencies, saveCategories } from '../../agencies/tree.ts';
import { migrate, openDatabase, writing, type Database } from '../../database/database.ts';
import { amend, expire, publish, repeal, withdraw } from '../../disclosures/publication.ts';
import { enterLate } from '../../disclosures/agenda.ts';
import { filesDirectory, pathOfFile, storeFile } from '../../files.ts';
import { docx, pdf, photograph } from '../../files/fixture.ts';
import { CATEGORIES, CITY, KINDS, content, listening, onEachEngine, staffMember, temporaryDirectory } from '../../fixture.ts';
import { environmentOf, fileOf, sunlit } from '../fixture.ts';
import { importFile } from '../import.ts';

/** A small city in which everything has happened that can. */
async function lived(database: Database, dataDirectory: string): Promise<void> {
  await saveAgencies(database, CITY);
  await saveCategories(database, CATEGORIES);
  const file = await storeFile(dataDirectory, Buffer.from('附件'), { name: '附件.txt', mediaType: 'text/plain' });
  const old = await storeFile(dataDirectory, Buffer.from('旧附件'), { name: '旧附件.txt', mediaType: 'text/plain' });
  const ids: string[] = [];
  for (const [index, agencyId] of CITY.map(({ id }) => id).entries()) {
    const { id } = await publish(database, {
      content: content({
        agencyId, kind: KINDS[index % KINDS.length]!, title: `河道采砂公告第${index}号`, categoryId: agencyId === 'qinghe-water' ? 'qinghe-water.sand' : 'A20_15', attachments: [index % 2 ? file : old],
        ...(index > 0 ? { links: [{ type: 'interprets' as const, id: ids[0]! }] } : {}), openTerm: index === 3 ? { term: 'temporary', until: '2026-12-31' } : { term: 'periodic', every: 'quarter' },
      }),
      publishedOn: `2026-01-0${1 + (index % 3)}`,
    }, { dataDirectory });
    ids.push(id);
  }
  const [a, b, c, d, e] = ids as [string, string, string, string, string];
  await amend(database, a, { content: content({ agencyId: 'qinghe', kind: KINDS[0]!, title: '更正后的公告', attachments: [file] }), on: '2026-02-01', reason: '更正' }, { dataDirectory });
  await repeal(database, b, { on: '2026-02-02', reason: '清理' });
  await expire(database, d, { on: '2026-02-03' });
  await withdraw(database, c, { on: '2026-02-04', ground: '含个人隐私', decidedBy: '办公室', replacedBy: e });
  await writing(database, async (w) => {
    const row = await w.db.selectFrom('disclosure').selectAll().where('id', '=', e).executeTakeFirstOrThrow();
    await enterLate(w, row, '2026-01-01', 'general', '2025-12-01');
  });
  const rows = fileOf('rows.csv', '来源编号,标题,公开日期,主题分类,主题,起始日期,截止日期\n7,来自旧网站的公示,2020-05-06,A20_15,公示,2020-05-06,2020-05-13\n');
  await importFile(database, { file: rows, agencyId: 'liuhe', kind: 'notice', system: 'old', dryRun: false, onBad: () => assert.fail() });
}

/** Every answer of the API that is public, by its address, byte for byte. */
async function publicAnswers(database: Database, dataDirectory: string): Promise<Map<string, string>> {
  const server = await listening(database, { settings: { dataDirectory, publicUrl: 'https://open.qinghe.example' } });
  const answers = new Map<string, string>();
  const ask = async (path: string) => {
    const response = await server.get(path, { 'x-request-id': 'the-same-one' });
    const bytes = Buffer.from(await response.arrayBuffer());
    answers.set(path, `${response.status} ${response.headers.get('etag')} ${bytes.toString('base64')}`);
    return bytes.toString();
  };
  const changes = JSON.parse(await ask('/v1/changes?limit=1000')) as { items: { id: string; revision: number }[] };
  for (const { id, revision } of changes.items) {
    await ask(`/v1/disclosures/${id}`);
    for (let n = 1; n <= revision; n++) await ask(`/v1/disclosures/${id}/revisions/${n}`);
    for (const name of ['附件.txt', '旧附件.txt']) await ask(`/v1/disclosures/${id}/attachments/${encodeURIComponent(name)}`);
  }
  for (const { id } of CITY) for (const path of [`agencies/${id}`, `agencies?parent=${id}`, `categories?agency=${id}`, `disclosures?agency=${id}&facets=true`, `disclosures?agency=${id}&scope=only`]) await ask(`/v1/${path}`);
  for (const path of [
    'agencies', 'categories', 'calendar', 'calendar/due?from=2026-03-09&workdays=20', 'disclosures?facets=true', 'disclosures?sort=agency', 'disclosures?q=采砂&facets=true', 'disclosures?q=hdcs', 'disclosures?q=更正&kind=normative',
    'disclosures?validity=repealed', 'disclosures?openTerm=temporary', 'disclosures?year=2020', 'suggest?q=公告', 'feeds/disclosures.atom', 'feeds/disclosures.json',
  ]) await ask(`/v1/${path}`);
  return answers;
}

async function dataOf(database: Database): Promise<{ environment: Record<string, string>; dataDirectory: string }> {
  const environment = await environmentOf(database);
  return { environment, dataDirectory: environment['SUNLIT_DATA']! };
}

onEachEngine('archive', (open, engine) => {
  for (const form of ['archive', 'archive.zip']) {
    test(`as ${form === 'archive' ? 'a directory' : 'a ZIP'} is restored to the same public answers, change feed included, on this engine and on SQLite`, async () => {
      const original = await open();
      const { environment, dataDirectory } = await dataOf(original);
      await lived(original, dataDirectory);
      const path = join(temporaryDirectory(), form);
      const archived = await sunlit(['archive', path], environment);
      assert.equal(archived.code, 0, archived.err);
      assert.match(archived.out, /9 条信息，10 个版次，13 条变更，2 个附件/);
      const expected = await publicAnswers(original, dataDirectory);
      assert.ok(expected.size > 70);

      const targets = [{ SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' }, ...(engine === 'postgres' ? [await environmentOf(await open())] : [])];
      for (const target of targets) {
        const restored = await sunlit(['restore', path], target);
        assert.equal(restored.code, 0, restored.err);
        const copy = openDatabase({ url: target['DATABASE_URL'] || undefined, dataDirectory: target['SUNLIT_DATA']! });
        try {
          await migrate(copy);
          const answers = await publicAnswers(copy, target['SUNLIT_DATA']!);
          assert.deepEqual([...answers.keys()], [...expected.keys()]);
          if (form === 'archive') {
            const second = join(temporaryDirectory(), 'second');
            assert.equal((await sunlit(['archive', second], target)).code, 0);
            const kept = (folder: string) => readFileSync(join(folder, 'SHA256SUMS'), 'utf8').split('\n').filter((line) => !line.endsWith('archive.json'));
            assert.deepEqual(kept(second), kept(path), 'an archive of the copy is the same but for its moment');
          }
          for (const [address, answer] of expected) assert.equal(answers.get(address), answer, address);
          // What staff works with follows too.
          const agenda = (db: Database) => db.read.selectFrom('agenda').select(['disclosure_no', 'revision', 'type', 'due_on', 'term']).orderBy('disclosure_no').orderBy('type').execute();
          assert.deepEqual(await agenda(copy), await agenda(original));
          // A system goes on where it was: unchanged rows stay, a new disclosure takes the next number and the next place in the feed.
          const rows = fileOf('rows.csv', '来源编号,标题,公开日期,主题分类,主题,起始日期,截止日期\n7,来自旧网站的公示,2020-05-06,A20_15,公示,2020-05-06,2020-05-13\n');
          const again = await importFile(copy, { file: rows, agencyId: 'liuhe', kind: 'notice', system: 'old', dryRun: false, onBad: () => assert.fail() });
          assert.deepEqual([again.unchanged, again.published], [1, 0]);
          const { indexNo } = await publish(copy, { content: content({ agencyId: 'qinghe' }), publishedOn: '2026-03-01' });
          assert.equal(indexNo, 'qinghe/2026-00002');
        } finally {
          await copy.close();
        }
      }
    });
  }

  test('holds evidence, originals and redacted copies with their files, and nothing of what was never published or of who works there', async () => {
    const original = await open();
    const { environment, dataDirectory } = await dataOf(original);
    await saveAgencies(original, CITY);
    const grants = [{ agencyId: 'qinghe-water', role: 'editor' as const }];
    const server = await listening(original, { settings: { dataDirectory } });
    const { headers } = await staffMember(original, { username: 'writer', grants });
    const post = async <T>(path: string, body: string | Uint8Array, type: string): Promise<T> => {
      const response = await fetch(server.url + path, { method: 'POST', body: Buffer.from(body), headers: { ...headers, 'content-type': type, 'idempotency-key': randomUUID() } });
      assert.equal(response.status, 200, path);
      return response.json() as Promise<T>;
    };
    const upload = (bytes: Uint8Array, query: Record<string, string>) => post<UploadedFile>(`/v1/files?${new URLSearchParams({ agency: 'qinghe-water', ...query })}`, bytes, 'application/octet-stream');
    const photo = await upload(photograph(), { purpose: 'evidence', name: '公开栏.jpg' });
    // Made once: two of the same differ by the time in them.
    const withNames = docx();
    const list = await upload(withNames, { purpose: 'original', name: '名单.docx' });
    const redacted = await upload(await pdf(), { purpose: 'attachment', name: '名单.pdf', redactionOf: list.sha256 });
    const unpublished = await upload(Buffer.from('还没有公开'), { purpose: 'attachment', name: '草稿.txt' });
    const { name, mediaType, size, sha256 } = redacted;
    const { id } = await publish(original, { content: content({ attachments: [{ name, mediaType, size, sha256 }] }), publishedOn: '2026-01-01' }, { dataDirectory });
    await post(`/v1/disclosures/${id}/evidence`, JSON.stringify({ carrier: 'notice-board', place: '村委会公开栏', postedOn: '2026-01-01', sha256: photo.sha256 }), 'application/json');

    const path = join(temporaryDirectory(), 'archive');
    const archived = await sunlit(['archive', path], environment);
    assert.equal(archived.code, 0, archived.err);
    const names = readdirSync(path, { recursive: true }).map(String);
    const holds = (folder: string, sha: string) => names.includes(join(folder, sha.slice(0, 2), sha));
    assert.deepEqual([holds('originals', photo.sha256), holds('originals', list.sha256), holds('files', redacted.sha256), holds('originals', redacted.originalSha256)], [true, true, true, true]);
    assert.deepEqual([holds('files', unpublished.sha256), holds('files', list.sha256), holds('files', photo.sha256)], [false, false, false]);
    const everything = names.filter((file) => file.endsWith('.jsonl')).map((file) => readFileSync(join(path, file), 'utf8')).join('');
    for (const word of ['草稿.txt', 'staff.create', 'slt_', '"username"']) assert.ok(!everything.includes(word), word);

    const target = { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' };
    const restored = await sunlit(['restore', path], target);
    assert.equal(restored.code, 0, restored.err);
    const copy = openDatabase({ dataDirectory: target.SUNLIT_DATA });
    try {
      const second = await listening(copy, { settings: { dataDirectory: target.SUNLIT_DATA } });
      assert.deepEqual(await copy.read.selectFrom('person').select('id').execute(), []);
      const later = await staffMember(copy, { username: 'successor', grants });
      const files = [`/v1/disclosures/${id}/evidence`, ...[photo.sha256, list.sha256, redacted.sha256, redacted.originalSha256].map((sha) => `/v1/files/${sha}?agency=qinghe-water`)];
      for (const address of files) {
        const [before, after] = [await server.get(address, headers), await second.get(address, later.headers)];
        assert.deepEqual([before.status, after.status, Buffer.from(await after.arrayBuffer()).equals(Buffer.from(await before.arrayBuffer()))], [200, 200, true], address);
      }
      // What is kept from the public stays so.
      const refused = await fetch(`${second.url}/v1/files?${new URLSearchParams({ agency: 'qinghe-water', purpose: 'attachment', name: '名单.docx' })}`, { method: 'POST', body: Buffer.from(withNames), headers: { ...later.headers, 'content-type': 'application/octet-stream' } });
      assert.equal(refused.status, 400, await refused.text());
    } finally {
      await copy.close();
    }
  });

  test('is refused when it is damaged, incomplete or added to, and when the database is not empty; nothing is changed', async () => {
    const original = await open();
    const { environment, dataDirectory } = await dataOf(original);
    await lived(original, dataDirectory);
    const path = join(temporaryDirectory(), 'archive');
    assert.equal((await sunlit(['archive', path], environment)).code, 0);
    const target = { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' };
    const refused = async (spoil: (copy: string) => void, reason: RegExp) => {
      const copy = join(temporaryDirectory(), 'copy');
      cpSync(path, copy, { recursive: true });
      spoil(copy);
      const { code, err } = await sunlit(['restore', copy], target);
      assert.deepEqual([code, reason.test(err)], [1, true], err);
      assert.ok(!existsSync(join(target.SUNLIT_DATA, 'sunlit.sqlite')), 'not even begun');
    };
    const [folder] = readdirSync(join(path, 'files'));
    const attachment = join('files', folder!, readdirSync(join(path, 'files', folder!))[0]!);
    await refused((copy) => writeFileSync(join(copy, attachment), 'x'), /已损坏：files/);
    await refused((copy) => writeFileSync(join(copy, 'records/changes.jsonl'), readFileSync(join(copy, 'records/changes.jsonl'), 'utf8').replace('更正', '改正')), /已损坏：records\/changes\.jsonl/);
    await refused((copy) => rmSync(join(copy, attachment)), /缺少 files/);
    await refused((copy) => writeFileSync(join(copy, 'more.txt'), 'x'), /more\.txt/);
    await refused((copy) => rmSync(join(copy, 'SHA256SUMS')), /不是存档/);
    const zip = join(temporaryDirectory(), 'archive.zip');
    assert.equal((await sunlit(['archive', zip], environment)).code, 0);
    const whole = readFileSync(zip);
    for (const [name, bytes, reason] of [
      // In the middle of a file that is stored as it is; and an end that was cut off.
      ['flipped.zip', whole.map((byte, index) => (index === whole.indexOf('附件') ? byte ^ 1 : byte)), /已损坏：files\//], ['cut.zip', whole.subarray(0, whole.length - 200), /不是可读取的 ZIP/],
    ] as const) {
      const { code, err } = await sunlit(['restore', fileOf(name, bytes)], target);
      assert.deepEqual([code, reason.test(err), existsSync(join(target.SUNLIT_DATA, 'sunlit.sqlite'))], [1, true, false], err);
    }
    const { code, err } = await sunlit(['restore', path], environment);
    assert.deepEqual([code, /不是空的（有 9 条信息、8 个机关）/.test(err)], [1, true], err);
    assert.equal((await sunlit(['archive', path], environment)).code, 1, 'an archive is never overwritten');
  });

  test('says which attachment is missing, and holds all the rest', async () => {
    const original = await open();
    const { environment, dataDirectory } = await dataOf(original);
    await lived(original, dataDirectory);
    const { sha256 } = await storeFile(dataDirectory, Buffer.from('旧附件'), { name: '旧附件.txt', mediaType: 'text/plain' });
    rmSync(join(filesDirectory(dataDirectory), pathOfFile(sha256)));
    const path = join(temporaryDirectory(), 'archive.zip');
    const { code, err } = await sunlit(['archive', path], environment);
    assert.deepEqual([code, err.includes(sha256), statSync(path).size > 0], [1, true, true]);
    assert.equal((await sunlit(['restore', path], { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' })).code, 0);
  });

  test('that speaks against itself is not restored, although its checksums agree', async () => {
    const original = await open();
    const { environment, dataDirectory } = await dataOf(original);
    await lived(original, dataDirectory);
    const path = join(temporaryDirectory(), 'archive');
    await sunlit(['archive', path], environment);
    const records = join(path, 'records/disclosures.jsonl');
    writeFileSync(records, readFileSync(records, 'utf8').replace('来自旧网站的公示', '来自新网站的公示'));
    const sums = readFileSync(join(path, 'SHA256SUMS'), 'utf8').replace(/[0-9a-f]{64}(?= {2}records\/disclosures)/, createHash('sha256').update(readFileSync(records)).digest('hex'));
    writeFileSync(join(path, 'SHA256SUMS'), sums);
    const target = { SUNLIT_DATA: temporaryDirectory(), DATABASE_URL: '' };
    const { code, err } = await sunlit(['restore', path], target);
    assert.deepEqual([code, /change 13: content/.test(err)], [1, true], err);
    const left = openDatabase({ dataDirectory: target.SUNLIT_DATA });
    try {
      assert.deepEqual(await left.read.selectFrom('disclosure').select('id').execute(), []);
      assert.deepEqual(await left.read.selectFrom('agency').select('id').execute(), []);
    } finally {
      await left.close();
    }
  });
});
