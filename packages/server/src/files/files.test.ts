import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from 'node:test';
import { UploadedFile, type Disclosure, type DisclosureContent, type Evidence, type Problem } from '@sunlit/contract';
import { Ajv } from 'ajv';
import { saveAgencies } from '../agencies/tree.ts';
import type { Database } from '../database/database.ts';
import { publish } from '../disclosures/publication.ts';
import { filesDirectory, originalsDirectory, pathOfFile, storeFile } from '../files.ts';
import { CITY, content, listening, onEachEngine, openSqlite, staffMember, type Server } from '../fixture.ts';
import { SECRET, docx, pdf, photograph, wordBefore2007 } from './fixture.ts';
import { attachmentProblems } from './known.ts';
import { sweepUploads } from './receive.ts';

const isUploadedFile = new Ajv({ allErrors: true }).compile(UploadedFile);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const WATER = 'qinghe-water';

interface Room {
  readonly database: Database;
  readonly server: Server;
  readonly directory: string;
  /** Headers of an editor of the water bureau, of one of the tax bureau. */
  readonly editor: Record<string, string>;
  readonly foreigner: Record<string, string>;
  /** Expects 200 unless told. */
  upload(bytes: Uint8Array, query: Partial<Record<'agency' | 'purpose' | 'name' | 'redactionOf', string>>): Promise<UploadedFile>;
  /** Expects a problem: `status code`, then `pointer code` of its parts. */
  refused(bytes: Uint8Array, query: Partial<Record<'agency' | 'purpose' | 'name' | 'redactionOf', string>>, headers?: Record<string, string>): Promise<string[]>;
  get(sha: string, headers: Record<string, string>, agency?: string): Promise<Response>;
}

async function room(database: Database, settings = {}): Promise<Room> {
  await saveAgencies(database, CITY);
  const server = await listening(database, { settings });
  const { headers: editor } = await staffMember(database, { username: 'writer', grants: [{ agencyId: WATER, role: 'editor' }] });
  const { headers: foreigner } = await staffMember(database, { username: 'foreigner', grants: [{ agencyId: 'qinghe-tax', role: 'editor' }] });
  const send = (bytes: Uint8Array, query: object, headers: Record<string, string> = editor) =>
    fetch(`${server.url}/v1/files?${new URLSearchParams({ agency: WATER, purpose: 'attachment', name: '公告.pdf', ...query })}`,
      { method: 'POST', body: Buffer.from(bytes), headers: { 'content-type': 'application/octet-stream', 'accept-language': 'en', ...headers } });
  return {
    database, server, directory: server.settings.dataDirectory, editor, foreigner,
    async upload(bytes, query) {
      const response = await send(bytes, query);
      const answer = (await response.json()) as UploadedFile;
      assert.equal(response.status, 200, JSON.stringify(answer));
      assert.ok(isUploadedFile(answer), JSON.stringify(isUploadedFile.errors));
      return answer;
    },
    async refused(bytes, query, headers) {
      const { status, type, errors = [] } = (await (await send(bytes, query, headers)).json()) as Problem;
      for (const { detail } of errors) assert.ok(!detail.includes('{{') && !detail.startsWith('is not acceptable'), detail);
      return [`${status} ${type.replace('urn:sunlit:problem:', '')}`, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    },
    get: (sha, headers, agency = WATER) => fetch(`${server.url}/v1/files/${sha}?agency=${agency}`, { headers }),
  };
}

/** Every file that is kept or on its way. */
function kept(directory: string): string[] {
  return ['files', 'originals', 'uploads'].flatMap((folder) => {
    const path = join(directory, folder);
    return existsSync(path) ? readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => `${folder}/${name}`) : [];
  });
}

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn++) {
    if (condition()) return;
    await pause(10);
  }
  assert.fail('It never came to be.');
}

const attachment = ({ name, mediaType, size, sha256: sha }: UploadedFile) => ({ name, mediaType, size, sha256: sha });

onEachEngine('files', (open) => {
  test('an attachment is kept cleaned, its original apart; the public gets the one, staff of the agency both', async () => {
    const { database, server, directory, editor, foreigner, upload, get } = await room(await open());
    const bytes = docx();
    const file = await upload(bytes, { name: ' 采砂许可.docx ' });
    assert.deepEqual([file.name, file.originalSha256, file.agencyId, file.purpose, file.by.post], ['采砂许可.docx', sha256(bytes), WATER, 'attachment', '工作人员']);
    assert.ok(file.removed.includes('author') && file.removed.includes('place'));
    assert.deepEqual(kept(directory).sort(), [`files/${file.sha256}`, `originals/${file.originalSha256}`]);
    const copy = readFileSync(join(filesDirectory(directory), pathOfFile(file.sha256)));
    assert.deepEqual([sha256(copy), copy.length], [file.sha256, file.size]);

    const { id } = await publish(database, { content: content({ attachments: [attachment(file)] }), publishedOn: '2026-01-01' }, server.settings);
    const public_ = await server.get(`/v1/disclosures/${id}/attachments/${encodeURIComponent('采砂许可.docx')}`);
    assert.deepEqual(Buffer.from(await public_.arrayBuffer()), copy);
    for (const response of [public_, await get(file.sha256, editor)]) {
      assert.deepEqual(['content-disposition', 'x-content-type-options', 'content-security-policy', 'content-type'].map((name) => response.headers.get(name)), [
        `attachment; filename*=UTF-8''${encodeURIComponent('采砂许可.docx')}`, 'nosniff', "default-src 'none'; frame-ancestors 'none'; sandbox", file.mediaType,
      ]);
    }
    const original = await get(file.originalSha256, editor);
    assert.equal(original.headers.get('cache-control'), 'no-store');
    assert.deepEqual(Buffer.from(await original.arrayBuffer()), bytes);
    assert.equal((await get(file.originalSha256, {})).status, 401);
    assert.equal((await get(file.originalSha256, foreigner)).status, 403);
    assert.equal((await get(file.originalSha256, foreigner, 'qinghe-tax')).status, 404, 'an agency has only its own');
    assert.equal((await get('0'.repeat(64), editor)).status, 404);
  });

  test('warnings speak the language of the caller, also when the same file comes again', async () => {
    const { server, editor, upload } = await room(await open());
    const first = await upload(wordBefore2007(), { name: 'a.doc' });
    assert.match(first.warnings[0]!.detail, /^This old format/);
    const again = await fetch(`${server.url}/v1/files?agency=${WATER}&purpose=attachment&name=a.doc`, { method: 'POST', body: new Uint8Array(wordBefore2007()), headers: { 'content-type': 'application/octet-stream', ...editor } });
    assert.deepEqual(((await again.json()) as UploadedFile).warnings, [{ code: 'old-format', detail: '旧格式中可能还有看不见的信息。建议另存为 docx、xlsx、pptx 或 PDF 后上传' }]);
  });

  test('the same bytes at once are kept once and answered alike', async () => {
    const { database, directory, upload } = await room(await open());
    const bytes = await pdf();
    const answers = await Promise.all(Array.from({ length: 6 }, () => upload(bytes, { name: 'a.pdf' })));
    assert.deepEqual(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.equal((await database.read.selectFrom('file').selectAll().execute()).length, 1);
    assert.equal(kept(directory).length, 2);
    await upload(bytes, { name: 'b.pdf' });
    assert.equal((await database.read.selectFrom('file').selectAll().execute()).length, 2, 'another name is another record');
    assert.equal(kept(directory).length, 2);
  });

  // A refusal that leaves the rest of a body unread would hold the connection for more than a minute.
  test('what is refused leaves nothing behind', { timeout: 60_000 }, async () => {
    const { database, server, directory, editor, foreigner, refused } = await room(await open(), { fileLimit: 2 * 1024 * 1024 });
    const text = Buffer.from('text');
    assert.deepEqual(await refused(text, { name: 'a.pdf' }), ['400 invalid-input', '/query/name file-name-contradicts']);
    assert.deepEqual(await refused(Buffer.from('<html>'), { name: 'a.txt' }), ['400 invalid-input', '/body file-markup']);
    assert.deepEqual(await refused(docx({ 'word/vbaProject.bin': 'x' }), { name: 'a.docx' }), ['400 invalid-input', '/body file-macros']);
    assert.deepEqual(await refused(photograph().subarray(0, 500), { name: 'a.jpg' }), ['400 invalid-input', '/body file-damaged'], 'what cannot be cleaned is not kept');
    assert.deepEqual(await refused(Buffer.alloc(0), { name: 'a.txt' }), ['400 invalid-input', '/body file-empty']);
    for (const name of ['../a.txt', '..\\a.txt', '/etc/a.txt', 'a\u0000.txt', 'a\u202Etxt.exe', '', 'a'.repeat(181)]) assert.deepEqual((await refused(text, { name }))[0], '400 invalid-input', name);
    for (const name of ['..', '.txt/', '%2e%2e%2fa.txt.exe', 'CON']) assert.equal((await refused(text, { name }))[0], '400 invalid-input', name);
    assert.deepEqual(await refused(text, { name: 'a.txt', agency: 'nowhere' }), ['400 invalid-input', '/query/agency unknown-agency']);
    assert.deepEqual(await refused(text, { name: 'a.txt', agency: 'qinghe-tax' }), ['403 not-allowed']);
    assert.deepEqual(await refused(text, { name: 'a.txt' }, foreigner), ['403 not-allowed']);
    assert.deepEqual(await refused(text, { name: 'a.txt' }, { 'content-type': 'application/json', ...editor }), ['400 invalid-input', ' syntax']);
    assert.deepEqual(await refused(text, { name: 'a.txt' }, { 'content-type': 'text/plain', ...editor }), ['415 unsupported-media-type']);
    assert.deepEqual(await refused(Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), { name: 'a.txt' }), ['413 too-large', '/body file-too-large']);
    // Without a length said beforehand: it is counted as it comes.
    const pieces = new ReadableStream({ start(controller) { for (let n = 0; n < 40; n++) controller.enqueue(Buffer.alloc(64 * 1024, 'a')); controller.close(); } });
    const unannounced = await fetch(`${server.url}/v1/files?agency=${WATER}&purpose=attachment&name=a.txt`, { method: 'POST', body: pieces, duplex: 'half', headers: { 'content-type': 'application/octet-stream', ...editor } } as RequestInit);
    assert.equal(unannounced.status, 413);
    assert.match(((await unannounced.json()) as Problem).errors![0]!.detail, /2 MB/);
    assert.deepEqual(kept(directory), []);
    assert.deepEqual(await database.read.selectFrom('file').selectAll().execute(), []);
  });

  test('a file that is stopped in the middle leaves nothing behind', async () => {
    const { database, server, directory, editor } = await room(await open());
    const { hostname, port } = new URL(server.url);
    const call = httpRequest({ hostname, port, method: 'POST', path: `/v1/files?agency=${WATER}&purpose=attachment&name=a.txt`, headers: { 'content-type': 'application/octet-stream', 'content-length': 10_000_000, ...editor } });
    call.on('error', () => undefined);
    call.write(Buffer.alloc(500_000, 'a'));
    await until(() => kept(directory).some((name) => name.startsWith('uploads/')));
    call.destroy();
    await until(() => kept(directory).length === 0);
    assert.deepEqual(await database.read.selectFrom('file').selectAll().execute(), []);
    assert.equal((await server.get('/healthz')).status, 200);
  });

  test('only what the agency uploaded or published, is there, and may be public can be attached', async () => {
    const { database, directory, upload } = await room(await open());
    const problems = async (attachments: DisclosureContent['attachments'], agencyId = WATER) =>
      (await attachmentProblems(database.read, directory, { agencyId, attachments })).map(({ pointer, code }) => `${pointer} ${code}`);
    const file = attachment(await upload(await pdf(), { name: 'a.pdf' }));
    assert.deepEqual(await problems([file, { ...file, name: '另一个名字.pdf' }]), []);
    assert.deepEqual(await problems([file], 'qinghe-tax'), ['/attachments/0/sha256 file-unknown']);
    assert.deepEqual(await problems([{ ...file, name: 'a.exe' }]), ['/attachments/0/name file-other-ending']);
    assert.deepEqual(await problems([{ ...file, mediaType: 'text/html' }]), ['/attachments/0/sha256 file-unknown']);
    assert.deepEqual(await problems([file, { ...file, size: file.size + 1 }]), ['/attachments/1/sha256 file-missing']);
    assert.deepEqual(await problems([{ ...file, sha256: '0'.repeat(64) }]), ['/attachments/0/sha256 file-missing']);
    for (const purpose of ['evidence', 'original']) {
      assert.deepEqual(await problems([attachment(await upload(Buffer.from(purpose), { name: 'a.txt', purpose }))]), ['/attachments/0/sha256 file-missing'], `${purpose} lies apart`);
    }
    const entered = await storeFile(directory, Buffer.from('entered'), { name: 'b.html', mediaType: 'text/html' });
    assert.deepEqual(await problems([entered]), ['/attachments/0/sha256 file-unknown']);
    await publish(database, { content: content({ attachments: [entered] }), publishedOn: '2026-01-01' }, { dataDirectory: directory });
    assert.deepEqual(await problems([entered]), [], 'what came in otherwise can be kept by an amendment');
  });

  test('of an original that has a redacted copy, nothing is public anywhere', async () => {
    const { database, server, directory, editor, upload, refused, get } = await room(await open());
    const name = '未隐去姓名的名单.pdf';
    const bytes = await pdf({ notes: true });
    const original = await upload(bytes, { name, purpose: 'original' });
    const redacted = await upload(await pdf(), { name: '名单.pdf', redactionOf: original.sha256 });
    assert.deepEqual([redacted.redactionOf, original.originalSha256, original.removed], [original.sha256, original.sha256, []]);
    const { id } = await publish(database, { content: content({ attachments: [attachment(redacted)] }), publishedOn: '2026-01-01' }, server.settings);

    const exits = [
      `/v1/disclosures/${id}`, '/v1/disclosures', `/v1/disclosures?q=${encodeURIComponent('隐去姓名')}`, `/v1/disclosures/${id}/revisions/1`, '/v1/changes', '/v1/feeds/disclosures.atom', '/v1/feeds/disclosures.json',
      `/v1/suggest?q=${encodeURIComponent('未隐去')}`, `/v1/disclosures/${id}/attachments/${encodeURIComponent('名单.pdf')}`, `/v1/disclosures/${id}/attachments/${encodeURIComponent(name)}`,
      `/v1/disclosures/${id}/attachments/${original.sha256}`, `/v1/files/${original.sha256}?agency=${WATER}`, `/v1/disclosures/${id}/evidence`,
    ];
    for (const path of exits) {
      const answer = Buffer.from(await (await server.get(path)).arrayBuffer());
      for (const trace of [original.sha256, name, encodeURIComponent(name), SECRET, bytes]) {
        // The path that was asked for is repeated in a problem; that is no knowledge of ours.
        assert.ok(!answer.includes(trace) || decodeURIComponent(path).includes(String(trace)) || path.includes(String(trace)), `${path} tells of ${String(trace).slice(0, 40)}`);
      }
    }
    assert.equal((await server.get(`/v1/files/${original.sha256}?agency=${WATER}`)).status, 401);
    assert.equal((await server.get(`/v1/disclosures/${id}/attachments/${encodeURIComponent(name)}`)).status, 404);
    assert.ok(!existsSync(join(filesDirectory(directory), pathOfFile(original.sha256))) && existsSync(join(originalsDirectory(directory), pathOfFile(original.sha256))));
    assert.deepEqual(Buffer.from(await (await get(original.sha256, editor)).arrayBuffer()), bytes);
    assert.deepEqual(await refused(bytes, { name: 'b.pdf' }), ['400 invalid-input', '/body file-not-public'], 'nor can it be uploaded for the public after all');
  });

  test('a file of which a redacted copy is made can no longer be attached, and is named when it is public', async () => {
    const { database, directory, upload, refused } = await room(await open());
    const file = await upload(docx(), { name: '名单.docx' });
    await publish(database, { content: content({ attachments: [attachment(file)] }), publishedOn: '2026-01-01' }, { dataDirectory: directory });
    assert.deepEqual(await refused(docx(), { name: '名单二.docx', redactionOf: file.sha256 }), ['400 invalid-input', '/body file-not-public'], 'the same again hides nothing');
    assert.deepEqual(await refused(docx(), { name: 'a.docx', redactionOf: '0'.repeat(64) }), ['400 invalid-input', '/query/redactionOf file-unknown']);
    assert.deepEqual(await refused(docx(), { name: 'a.docx', purpose: 'original', redactionOf: file.sha256 }), ['400 invalid-input', '/query/redactionOf file-redaction-purpose']);
    const redacted = await upload(docx({ 'word/document.xml': '<w:document/>' }), { name: '名单.docx', redactionOf: file.originalSha256 });
    assert.deepEqual(redacted.warnings.map(({ code }) => code), []);
    const again = await upload(docx({ 'word/document.xml': '<w:document></w:document>' }), { name: '名单.docx', redactionOf: file.sha256 });
    assert.deepEqual(again.warnings.map(({ code }) => code), ['original-public']);
    const problems = async (one: UploadedFile) => (await attachmentProblems(database.read, directory, { agencyId: WATER, attachments: [attachment(one)] })).map(({ code }) => code);
    assert.deepEqual([await problems(file), await problems(redacted), await problems(again)], [['file-not-public'], [], []]);
  });

  test('evidence of a posting is recorded once, with who and when, for staff alone', async () => {
    const opened = await open();
    const database: Database = { ...opened, now: () => new Date('2026-03-09T01:00:00Z') };
    const { server, editor, foreigner, upload, get } = await room(database);
    const { id } = await publish(database, { content: content(), publishedOn: '2026-01-01' });
    const photo = await upload(photograph(), { name: '公开栏.jpg', purpose: 'evidence' });
    assert.deepEqual([photo.sha256, photo.removed], [sha256(photograph()), []], 'evidence stays as it is, place and time included');
    const posting = { carrier: 'notice-board', place: '村委会公开栏', postedOn: '2026-03-09', takenAt: '2026-03-09T00:30:00Z', sha256: photo.sha256, note: '第一季度' };
    const post = (body: object, { key = randomUUID(), headers = editor, at = id } = {}) =>
      fetch(`${server.url}/v1/disclosures/${at}/evidence`, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers } });
    const key = randomUUID();
    const [first, second] = [await (await post(posting, { key })).json(), await (await post(posting, { key })).json()] as [Evidence, Evidence];
    assert.deepEqual(first, second);
    const { sha256: _, ...stated } = posting;
    assert.deepEqual(first, { no: first.no, ...stated, file: attachment(photo), by: photo.by, at: '2026-03-09T01:00:00.000Z' });
    const list = (headers: Record<string, string>) => fetch(`${server.url}/v1/disclosures/${id}/evidence`, { headers });
    assert.deepEqual(await (await list(editor)).json(), { items: [first] });
    assert.deepEqual([(await list({})).status, (await list(foreigner)).status, (await post(posting, { headers: foreigner })).status, (await post(posting, { at: '01M8540JNJBEREGSAFAETYKKT2' })).status], [401, 403, 403, 404]);
    const parts = async (body: object) => ((await (await post(body)).json()) as Problem).errors?.map(({ pointer, code }) => `${pointer} ${code}`);
    assert.deepEqual(await parts({ ...posting, postedOn: '2026-03-10' }), ['/body/postedOn not-yet']);
    assert.deepEqual(await parts({ ...posting, postedOn: '2026-02-30' }), ['/body/postedOn day']);
    assert.deepEqual(await parts({ ...posting, takenAt: '2026-03-09T02:00:00Z' }), ['/body/takenAt not-yet']);
    assert.deepEqual(await parts({ ...posting, sha256: '0'.repeat(64) }), ['/body/sha256 file-unknown']);
    const other = await upload(Buffer.from('text'), { name: 'a.txt' });
    assert.deepEqual(await parts({ ...posting, sha256: other.sha256 }), ['/body/sha256 file-unknown'], 'what is uploaded to be published is no evidence');
    assert.deepEqual(Buffer.from(await (await get(photo.sha256, editor)).arrayBuffer()), photograph());
    assert.ok(!JSON.stringify(await server.json<Disclosure>(`/v1/disclosures/${id}`)).includes(photo.sha256));
    for (const method of ['PUT', 'DELETE']) assert.equal((await fetch(`${server.url}/v1/disclosures/${id}/evidence`, { method, headers: editor })).status, 405);
  });
});

test('what a server left when it ended is swept at the next start; what is younger may be another’s', async () => {
  const database = await openSqlite();
  const { directory } = await room(database);
  const [old, young] = [join(directory, 'uploads', 'old'), join(directory, 'uploads', 'young')];
  for (const path of [old, young]) writeFileSync(path, 'x');
  utimesSync(old, 0, 0);
  await sweepUploads(directory);
  assert.deepEqual(kept(directory), ['uploads/young']);
});
