import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { after } from 'node:test';
import { temporaryDirectory } from '../fixture.ts';
import { Life } from './life.ts';
import { buildBox, type BoxOptions, type BoxTrouble } from './serve.ts';

/** What the tests of the box share. */

/** An app of a few files in a folder, as the build leaves it. */
export function appOf(files: Readonly<Record<string, string>>, folder = temporaryDirectory()): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const hashes = Object.entries(files).map(([path, text]) => [path, createHash('sha256').update(text).digest('hex')]);
  writeFileSync(join(folder, 'files.json'), JSON.stringify({ files: Object.fromEntries(hashes) }));
  return folder;
}

/** A box on a free port, and all that it told. */
export async function boxFor(api: string, more: Partial<BoxOptions> = {}) {
  const told: BoxTrouble[] = [];
  const life = new Life();
  const box = await buildBox({
    api: new URL(`${api}/`), agency: 'liuhe-tuanjie', folder: temporaryDirectory(), appFolder: appOf({ 'index.html': '<h1>家</h1>', 'part/a.js': 'export {};' }), life, tell: (trouble) => told.push(trouble), ...more,
  });
  if (box === undefined) return { told };
  const url = await box.server.listen({ host: '127.0.0.1', port: 0 });
  after(() => box.server.close());
  return { url, box, told, life, stop: () => box.server.close() };
}

/** As the page on the box calls it. */
export function fromPage(url: string, path: string, { headers, ...init }: RequestInit & { readonly headers?: Readonly<Record<string, string>> } = {}): Promise<Response> {
  return fetch(url + path, { ...init, headers: { origin: url, ...headers } });
}

const programs = process.env['PATH'];

/** Until the test ends, CUPS says that on this system; without words there is none. */
export function cupsSaying(words?: string): void {
  const folder = temporaryDirectory();
  if (words !== undefined) {
    writeFileSync(join(folder, 'words'), words);
    writeFileSync(join(folder, 'lpstat'), `#!/bin/sh\n[ "$LC_ALL" = C ] && while IFS= read -r line; do printf '%s\\n' "$line"; done < '${join(folder, 'words')}'\n`);
    chmodSync(join(folder, 'lpstat'), 0o755);
  }
  process.env['PATH'] = folder;
  after(() => (process.env['PATH'] = programs));
}

/** A line to a port that can be cut and mended. */
export async function lineTo(url: string) {
  const open = new Set<() => void>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(Number(new URL(url).port), '127.0.0.1');
    const end = () => (near.destroy(), far.destroy());
    open.add(end);
    near.pipe(far).pipe(near);
    for (const socket of [near, far]) socket.on('error', end).on('close', () => open.delete(end));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => (open.forEach((end) => end()), server.close()));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      for (const end of open) end();
    },
    mend: () => void (isCut = false),
  };
}
