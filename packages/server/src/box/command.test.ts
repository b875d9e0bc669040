import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { temporaryDirectory } from '../fixture.ts';
import { sunlit } from '../transfer/fixture.ts';
import { main } from '../transfer/main.ts';
import { appOf } from './fixture.ts';

const API = 'http://127.0.0.1:9';

test('serves until it is ended, with what the environment and a file of configuration say', async () => {
  const folder = temporaryDirectory();
  writeFileSync(join(folder, 'more.json'), '{"name":"团结村"}');
  const environment = { LANG: 'C.UTF-8', SUNLIT_API: API, SUNLIT_AGENCY: 'liuhe-tuanjie', SUNLIT_BOX_PORT: '0', SUNLIT_BOX_DATA: join(folder, 'data'), SUNLIT_BOX_APP: appOf({ 'index.html': '家' }) };
  const [out, err, ending] = [new PassThrough(), new PassThrough(), new AbortController()];
  const running = main(['kiosk', 'serve', '--config', join(folder, 'more.json'), '--lang', 'en'], { environment, out, err, signal: ending.signal });
  const [said] = (await once(out, 'data')) as [Buffer];
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+\/kiosk\//.exec(said.toString()) ?? [];
  assert.deepEqual(await (await fetch(`${url}config.json`)).json(), { name: '团结村', agency: 'liuhe-tuanjie', api: '/', box: true });
  ending.abort();
  assert.equal(await running, 0);
  err.end();
  assert.equal(await text(err), '');
  await assert.rejects(fetch(url));
});

test('says what is missing, wrong or taken, and serves nothing then', async () => {
  const app = appOf({ 'index.html': '家' });
  const given = ['--api', API, '--agency', 'x', '--data', temporaryDirectory(), '--app', app];
  const cases: (readonly [readonly string[], number, RegExp])[] = [
    [[], 2, /serve 或 run/],
    [['sing'], 2, /serve, run/],
    [['serve', '--agency', 'x'], 2, /--api \(SUNLIT_API\)/],
    [['serve', '--agency', 'x', '--api', 'ftp://x'], 2, /https/],
    [['serve', ...given, '--port', '99999'], 2, /0–65535/],
    [['run', ...given, '--restart-hour', '24'], 2, /0–23/],
    [['run', ...given], 1, /--browser/],
    [['serve', ...given.slice(0, -1), temporaryDirectory()], 1, /没有完好的界面/],
  ];
  for (const [args, code, words] of cases) {
    const ran = await sunlit(['kiosk', ...args], { PATH: '' });
    assert.deepEqual([ran.code, words.test(ran.err)], [code, true], `${args.join(' ')}: ${ran.err}`);
  }
});
