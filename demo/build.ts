import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What is built, the rollup option that builds it, and the file that says from which sources it was. */
const PARTS = {
  site: { option: ['--configSite'], stamp: join(root, 'dist/embed/.built-from') },
  all: { option: [], stamp: join(root, 'dist/.built-from') },
};

/** What a build reads. Modification times would rebuild after every checkout, so contents decide. */
const SOURCES = [
  'src/**/*.ts', 'packages/{client,contract,log,rules,search}/src/**/*.ts', 'demo/pages/**/*.*', 'packages/{desk,kiosk}/{src,page,scripts}/**/*.*',
  'rollup.config.mjs', 'tsconfig.json', 'test/check/tsconfig.*.json', 'package.json', 'package-lock.json',
];

/** Builds what `npm start` serves, or everything, unless it is there and was made from just these sources. */
export async function buildIfChanged(part: keyof typeof PARTS): Promise<void> {
  const hash = createHash('sha256');
  for (const path of globSync(SOURCES, { cwd: root, exclude: ['**/*.test.ts'] }).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const sources = hash.digest('hex');
  const { option, stamp } = PARTS[part];
  if (read(stamp) === sources) return;

  const rollup = spawn(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', ...option], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(rollup, 'exit')) as [number | null];
  if (code !== 0) process.exit(code ?? 1); // rollup has said why
  for (const built of part === 'all' ? [PARTS.all, PARTS.site] : [PARTS.site]) writeFileSync(built.stamp, sources);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

// `npm ci` runs this as `prepare`, so that `npm start` finds everything built.
if (import.meta.main) await buildIfChanged('all');
