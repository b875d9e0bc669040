import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disclosure } from '@sunlit/contract';
import { saveAgencies, saveCategories } from '../agencies/tree.ts';
import { storeFile } from '../files.ts';
import { CATEGORIES, CITY, content, onEachEngine, temporaryDirectory } from '../fixture.ts';
import { PublicationError, checkContent, plainText } from './content.ts';
import { listDisclosures } from './list.ts';
import { amend, publish, publishMany, repeal, withdraw } from './publication.ts';
import { getDisclosure, getRevision } from './read.ts';

const refused = (...pointers: string[]) => (error: unknown) => {
  assert.ok(error instanceof PublicationError, String(error));
  assert.deepEqual(error.errors.map(({ pointer }) => pointer), pointers);
  return true;
};

onEachEngine('publication', (open) => {
  test('refuses what cannot be, with pointers, and keeps nothing of it', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    await saveCategories(database, CATEGORIES);
    const good = { content: content(), publishedOn: '2026-01-01' };
    await assert.rejects(publish(database, { ...good, content: content({ title: '长'.repeat(301) }) }), refused('/content/title'));
    await assert.rejects(publish(database, { ...good, content: { ...content(), title: 'a\u202Eb' } }), refused('/content/title'));
    await assert.rejects(publish(database, { ...good, content: { ...content(), extra: 1 } as never }), refused('/content/extra'));
    await assert.rejects(publish(database, { ...good, content: { ...content(), kind: 'poem' } as never }), refused('/content/kind'));
    await assert.rejects(publish(database, { ...good, content: content({ agencyId: 'nowhere' }) }), refused('/content/agencyId'));
    await assert.rejects(publish(database, { ...good, content: content({ categoryId: 'nothing' }) }), refused('/content/categoryId'));
    await assert.rejects(publish(database, { ...good, content: content({ categoryId: 'dongshan.roads' }) }), refused('/content/categoryId'));
    await assert.rejects(publish(database, { ...good, publishedOn: '2026-02-30' }), refused('/publishedOn'));
    await assert.rejects(publishMany(database, [good, { ...good, content: content({ agencyId: 'nowhere' }) }]), refused('/1/content/agencyId'));
    assert.equal((await listDisclosures(database, {})).total.value, 0);
    const first = await publish(database, { ...good, indexNo: 'X-1' });
    await assert.rejects(publish(database, { ...good, indexNo: 'X-1' }), refused('/indexNo'));
    await assert.rejects(publish(database, { ...good, id: first.id }), refused('/id'));
    assert.equal((await listDisclosures(database, {})).total.value, 1);
  });

  test('numbers by agency and year, and keeps a number that is given', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const on = async (publishedOn: string, agencyId = 'qinghe-tax') => (await publish(database, { content: content({ agencyId }), publishedOn })).indexNo;
    assert.deepEqual([await on('2026-01-01'), await on('2026-12-31'), await on('2025-01-01'), await on('2026-01-01', 'liuhe')],
      ['qinghe-tax/2026-00001', 'qinghe-tax/2026-00002', 'qinghe-tax/2025-00001', 'liuhe/2026-00001']);
    assert.equal((await publish(database, { content: content(), publishedOn: '2026-01-01', indexNo: '000014349/2026-1' })).indexNo, '000014349/2026-1');
  });

  test('an amendment adds a revision; the earlier one stays readable and is no longer searched', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const { id } = await publish(database, { content: content({ title: '旧标题' }), publishedOn: '2026-01-01' });
    await amend(database, id, { content: content({ title: '新标题', categoryId: 'A20_08' }), on: '2026-02-01', reason: '更正标题' });
    const disclosure = (await getDisclosure(database, id)) as Disclosure & { state: 'published' };
    assert.deepEqual([disclosure.title, disclosure.revision, disclosure.validity, disclosure.categoryId, disclosure.categoryName], ['新标题', 2, 'amended', 'A20_08', '行政事业性收费']);
    assert.deepEqual(disclosure.chain.revisions, [{ revision: 1, on: '2026-01-01', title: '旧标题' }, { revision: 2, on: '2026-02-01', reason: '更正标题', title: '新标题' }]);
    assert.equal((await getRevision(database, id, 1)).content.title, '旧标题');
    assert.equal((await listDisclosures(database, { q: '旧标' })).total.value, 0);
    assert.deepEqual((await listDisclosures(database, { q: '新标', facets: true })).facets?.category, [{ value: 'A20_08', count: 1 }]);
    assert.equal((await listDisclosures(database, { category: 'A20_15' })).total.value, 0);
  });

  test('steps that the state does not allow are refused', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const { id } = await publish(database, { content: content(), publishedOn: '2026-01-01' });
    await assert.rejects(amend(database, id, { content: content({ agencyId: 'liuhe' }), on: '2026-01-02', reason: '移交' }), refused('/content/agencyId'));
    await assert.rejects(amend(database, id, { content: content({ kind: 'report' }), on: '2026-01-02', reason: '改类' }), refused('/content/kind'));
    await repeal(database, id, { on: '2026-02-01', reason: '废止' });
    await assert.rejects(repeal(database, id, { on: '2026-02-02', reason: '废止' }), refused('/id'));
    await withdraw(database, id, { on: '2026-03-01', ground: '依据', decidedBy: '办公室' });
    await assert.rejects(withdraw(database, id, { on: '2026-03-02', ground: '依据', decidedBy: '办公室' }), refused('/id'));
    await assert.rejects(amend(database, id, { content: content(), on: '2026-03-02', reason: '更正' }), refused('/id'));
    await assert.rejects(repeal(database, '01M8540JNJBEREGSAFAETYKKT2', { on: '2026-02-02', reason: '废止' }), refused('/id'));
  });

  test('a chain names both ends, whichever was published first', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const id = '01M8540JNJBEREGSAFAETYKKT2';
    const newer = await publish(database, { content: content({ title: '新办法', links: [{ type: 'supersedes', id }] }), publishedOn: '2026-01-02' });
    await publish(database, { content: content({ title: '旧办法' }), publishedOn: '2020-01-01', id });
    const old = await getDisclosure(database, id);
    assert.ok(old.state === 'published' && old.validity === 'in-force', 'a link does not end validity by itself');
    assert.deepEqual(old.chain.supersededBy.map((ref) => ref.id), [newer.id]);
    const now = await getDisclosure(database, newer.id);
    assert.ok(now.state === 'published');
    assert.deepEqual(now.chain.supersedes.map(({ title }) => title), ['旧办法']);
  });
});

onEachEngine('attachments', (open) => {
  test('are published only when their files are there, unless they are said to come later', async () => {
    const database = await open();
    await saveAgencies(database, CITY);
    const dataDirectory = temporaryDirectory();
    const file = await storeFile(dataDirectory, Buffer.from('附件'), { name: '附件.txt', mediaType: 'text/plain' });
    const naming = (...attachments: readonly typeof file[]) => ({ content: content({ attachments: [...attachments] }), publishedOn: '2026-01-01' });
    const missing = { ...file, name: '没有.txt', sha256: '0'.repeat(64) };
    const shorter = { ...file, name: '短.txt', size: file.size - 1 };
    await assert.rejects(publish(database, naming(file, missing, shorter), { dataDirectory }), refused('/content/attachments/1/sha256', '/content/attachments/2/sha256'));
    await assert.rejects(publish(database, naming(file)), refused('/content/attachments/0/sha256'));
    await assert.rejects(publishMany(database, [naming(file), naming(missing)], { files: { dataDirectory } }), refused('/1/content/attachments/0/sha256'));
    assert.equal((await listDisclosures(database, {})).total.value, 0);

    const { id } = await publish(database, naming(file), { dataDirectory });
    const amendment = (...attachments: readonly typeof file[]) => ({ content: content({ attachments: [...attachments] }), on: '2026-01-02', reason: '更正' });
    await assert.rejects(amend(database, id, amendment(file, missing), { dataDirectory }), refused('/content/attachments/1/sha256'));
    await amend(database, id, amendment(file), { dataDirectory });
    await publish(database, naming(missing), 'later');
    assert.equal(await publishMany(database, [naming(missing)], { files: 'later' }), 1);
  });
});

test('markdown becomes what a reader sees', () => {
  assert.equal(plainText('# 标题\n\n一 **二** [三](https://x.example/secret) `四`\n\n- 五\n- 六\n\n| 七 | 八 |\n|---|---|\n| 九 | 十 |\n\n<script>alert(1)</script>\n\n![图](a.png)'),
    '标题\n一 二 三 四\n五\n六\n七 八\n九 十\n图');
});

test('attachments of one name twice are refused', () => {
  const file = { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256: '0'.repeat(64) };
  assert.throws(() => checkContent(content({ attachments: [file, file] })), refused('/attachments/1/name'));
});
