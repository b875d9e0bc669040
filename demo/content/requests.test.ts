import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { migrate, openDatabase, readSettings, saveAgencies, saveRequests, type Settings } from '@sunlit/server';
import { loadDemoStaff } from '../staff.ts';
import { agencies } from './index.ts';
import { requests } from './requests.ts';

// On an ordinary day, on one after a long holiday, and on a day off: what officers find is the same.
for (const today of ['2026-06-10', '2026-02-25', '2026-10-04']) {
  test(`entered on ${today}, the requests have gone their courses, each once`, async (t) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'sunlit-'));
    const settings: Settings = { ...readSettings({ SUNLIT_DATA: dataDirectory }) };
    const database = openDatabase({ dataDirectory, now: () => new Date(`${today}T15:00:00+08:00`) });
    t.after(async () => {
      await database.close();
      rmSync(dataDirectory, { recursive: true, force: true });
    });
    await migrate(database);
    await saveAgencies(database, agencies);
    await loadDemoStaff(database);
    await saveRequests(database, settings, requests.slice(0, 5));
    for (let again = 0; again < 2; again++) await saveRequests(database, settings, requests);

    const rows = await database.read.selectFrom('request_case').innerJoin('agency', 'agency.no', 'agency_no').select(['agency.id', 'phase', 'outcome', 'due_on', 'urged']).where('branch', '=', 'main').orderBy('request_case.no').execute();
    assert.equal(rows.length, requests.length);
    assert.deepEqual(rows.map(({ phase, outcome }) => outcome ?? phase), [
      'partial', 'granted', 'processing', 'processing', 'processing', 'consulting', 'repeat', 'correcting', 'transferred', 'processing', 'submitted',
      'abandoned-correction', 'denied-third-party', 'withdrawn', 'paying', 'processing',
    ]);
    assert.equal(rows[3]?.urged, 1);
    assert.ok((rows[3]?.due_on ?? '') < today && (rows[9]?.due_on ?? '') > today, 'one is late, another is not');
    assert.deepEqual([...new Set(rows.map(({ id }) => id))].sort(), ['fangbei-tax', 'qinghe-water']);
  });
}
