import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** What every build reads. */
const COMMON = ['rollup.config.mjs', 'tsconfig.json', 'test/check/tsconfig.*.json', 'package.json', 'package-lock.json'];
const BROWSER_SOURCES = ['src/**/*.ts', 'packages/{client,contract,log,rules,search}/src/**/*.ts', 'demo/pages/**/*.*', 'packages/{desk,kiosk,handwriting-data}/{src,page,scripts}/**/*.*', ...COMMON];

/** What is built: what `npm start` serves, that and the packages for others, or the server; from which sources, by which rollup option, and the file that says from which it was. */
const PARTS = {
  site: { sources: BROWSER_SOURCES, option: ['--configSite'], stamp: join(root, 'dist/embed/.built-from') },
  published: { sources: BROWSER_SOURCES, option: [], stamp: join(root, 'dist/.built-from') },
  server: { sources: ['packages/{server,contract,log,rules,search}/{src/**/*.ts,package.json}', ...COMMON], option: ['--configServer'], stamp: join(root, 'packages/server/dist/.built-from') },
};

/** Builds a part, unless it is there and was made from just these sources. Modification times would rebuild after every checkout, so contents decide. */
export async function buildIfChanged(part: keyof typeof PARTS): Promise<void> {
  const { sources: paths, option, stamp } = PARTS[part];
  const hash = createHash('sha256');
  for (const path of globSync(paths, { cwd: root, exclude: ['**/*.test.ts'] }).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const sources = hash.digest('hex');
  if (read(stamp) === sources) return;
  if (part !== 'server') await makeTypingData();

  const rollup = spawn(process.execPath, ['node_modules/rollup/dist/bin/rollup', '-c', '--silent', ...option], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(rollup, 'exit')) as [number | null];
  if (code !== 0) process.exit(code ?? 1); // rollup has said why
  for (const built of part === 'published' ? [PARTS.published, PARTS.site] : [PARTS[part]]) writeFileSync(built.stamp, sources);
}

export async function buildAll(): Promise<void> {
  await buildIfChanged('published');
  await buildIfChanged('server');
}

/** What typing on the touch screen reads; tests ask for it, too. */
export const TYPING_DATA = { pinyin: join(root, 'packages/kiosk/data/pinyin.txt'), strokes: join(root, 'packages/handwriting-data/data/strokes.bin') } as const;
const TYPING_SOURCES = ['packages/kiosk/scripts/{lexicon.txt,make-pinyin.ts}', 'packages/kiosk/src/pinyin/dictionary.ts', 'packages/handwriting-data/scripts/*.ts', 'packages/kiosk/src/handwriting/{strokes,templates}.ts'];
const TYPING_PACKAGES = ['@node-rs/jieba', 'pinyin-pro', 'hanzi-writer-data'];

/** Writes the word list and the strokes, unless they were made by just these scripts from just these versions: it takes some seconds. */
export async function makeTypingData(): Promise<void> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Readonly<Record<string, { readonly version?: string }>> };
  const hash = createHash('sha256').update(TYPING_PACKAGES.map((name) => packages[`node_modules/${name}`]?.version).join());
  for (const path of globSync(TYPING_SOURCES, { cwd: root }).sort()) hash.update(`${path}\0`).update(readFileSync(join(root, path)));
  const sources = hash.digest('hex');
  const stamp = join(root, 'packages/kiosk/data/.made-from');
  if (read(stamp) === sources) return;

  const { gb2312, makePinyin } = await import('../packages/kiosk/scripts/make-pinyin.ts');
  const { makeTemplates } = await import('../packages/handwriting-data/scripts/make-templates.ts');
  for (const [path, content] of [[TYPING_DATA.pinyin, makePinyin()], [TYPING_DATA.strokes, makeTemplates(gb2312())], [stamp, sources]] as const) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

// `npm ci` runs this as `prepare`, so that `npm start` finds everything built.
if (import.meta.main) await buildAll();
