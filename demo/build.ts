import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const stamp = join(root, 'dist/.built-from');

/** What a build reads. Modification times would rebuild after every checkout, so contents decide. */
const SOURCES = [
  'src/**/*.ts', 'packages/{client,contract,log,rules,search}/src/**/*.ts', 'demo/pages/**/*.*',
  'rollup.config.mjs', 'tsconfig.json', 'test/check/tsconfig.*.json', 'package.json', 'package-lock.json',
];

/** Builds the library, the embed, the SDK and the demo pages, unless what is there was made from just these sources. */
export async function buildIfChanged(): Promise<void> {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: root, exclude: ['**/*.test.ts'] }).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const sources = hash.digest('hex');
  if (read(stamp) === sources && read(join(root, 'packages/client/dist/index.d.ts')) !== undefined) return;

  const rollup = spawn(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent'], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(rollup, 'exit')) as [number | null];
  if (code !== 0) process.exit(code ?? 1); // rollup has said why
  writeFileSync(stamp, sources);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
