import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import { dts } from 'rollup-plugin-dts';
import ts from 'typescript';
import { preloadLines } from './demo/pages/snippet/code.ts';

// Built are: the widget library and the SDK as modules for bundlers; the one-tag embed, the scripts of the demo pages, the desk
// and the touch screen as files for browsers; and the server, which also runs from source, because it starts in half the time so.

const root = import.meta.dirname;
const manifestOf = (folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));

/** What a package names as dependencies stays an import; workspaces that are not published are built in. */
function dependenciesOf(folder) {
  const names = Object.keys(manifestOf(folder).dependencies ?? {});
  return (id) => names.some((name) => id === name || id.startsWith(`${name}/`));
}

const tsconfig = join(root, 'test/check/tsconfig.build.json');

/** Types are stripped, not checked, here: `npm run check` does that, and a build should not wait for it. */
const compiled = (options = {}) => [
  resolve({ exportConditions: ['source', 'production', 'browser', 'import', 'default'] }),
  typescript({ tsconfig, transformers: { after: [staticFields] }, ...options }),
  olderMethods(),
];

/** Most of a build's time; only what strangers' pages load is worth it. */
const minified = terser({ module: true, ecma: 2020, format: { comments: false } });

/**
 * What the embed loads it runs at once: Chrome is told so and compiles every function while the file still comes, beside
 * the page's own work, instead of each at its first call. Other browsers see a comment.
 */
const minifiedForPages = terser({ module: true, ecma: 2020, format: { comments: false, preamble: '//# allFunctionsCalledOnLoad' } });

const declared = () => dts({ tsconfig });

/**
 * Parts of a library that no page of ours can reach, and their size in a page: i18next's loader of translations from a
 * server (1.3 KB; ours are modules) and its number and date formats inside strings (0.7 KB; we format before), ky's
 * streams that report progress (0.6 KB).
 */
const UNREACHED = [
  { file: /i18next\/dist\/esm\/i18next\.js$/, part: /^class Connector extends EventEmitter \{[^]*?^\}/m, instead: 'class Connector extends EventEmitter { state = {}; }' },
  { file: /i18next\/dist\/esm\/i18next\.js$/, part: /^class Formatter \{[^]*?^\}/m, instead: 'class Formatter { format(value) { return value; } }' },
  // What they tell developers who use what we do not.
  { file: /i18next\/dist\/esm\/i18next\.js$/, part: / {10}this\.logger\.warn\(`key "\$\{usedKey\}"[^\n]*\n/, instead: '' },
  { file: /i18next\/dist\/esm\/i18next\.js$/, part: / {4}if \(!this\.escapeValue && typeof str === 'string' && [^\n]*\n[^\n]*\n {4}\}\n/, instead: '' },
  { file: /ky\/distribution\/core\/Ky\.js$/, part: /const prefixUrlRenamedErrorMessage = '[^']*';/, instead: "const prefixUrlRenamedErrorMessage = 'prefixUrl';" },
  { file: /ky\/distribution\/utils\/body\.js$/, part: /^export const streamResponse[^]*?^\};/m, instead: 'export const streamResponse = (response) => response;' },
  { file: /ky\/distribution\/utils\/body\.js$/, part: /^export const streamRequest[^]*?^\};/m, instead: 'export const streamRequest = (request) => request;' },
];

function withoutUnreached() {
  return {
    name: 'without-unreached',
    transform(code, id) {
      const parts = UNREACHED.filter(({ file }) => file.test(id));
      if (parts.length === 0) return null;
      // A new version may be cut differently: then whoever updates it decides again.
      for (const { part } of parts) if (!part.test(code)) this.error(`${fromRoot(id)} no longer holds ${String(part)}.`);
      return { code: parts.reduce((text, { part, instead }) => text.replace(part, instead), code), map: null };
    },
  };
}

/** Templates hold line breaks and indents for people to read; browsers do not need them. */
function withoutIndents() {
  return {
    name: 'without-indents',
    transform(code, id) {
      if (!id.startsWith(join(root, 'src/')) || !id.endsWith('.ts')) return null;
      const styles = (text) => text.replace(/\/\*[^]*?\*\//g, '').replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':').replaceAll(';}', '}');
      return { code: code.replace(/\bcss ?`([^`$]*)`/g, (_, text) => `css\`${styles(text)}\``).replace(/\n[ \t]+/g, '\n'), map: null };
    },
  };
}

/** A build that warns is a build that fails: nobody reads the warnings of a passing one. */
const strict = {
  onLog(level, log) {
    if (log.code === 'UNUSED_EXTERNAL_IMPORT' || log.code === 'EMPTY_BUNDLE') return; // types leave nothing behind
    if (log.message.includes('private shared type exports') && log.message.includes('desk.d.ts')) return; // what resources are made from: nobody names it
    if (log.message.includes('TS7056') && log.loc?.file.includes('packages/contract/')) return; // the type of all operations is too long to write out, and is published nowhere
    if (level === 'warn') throw new Error(`${log.plugin ? `${log.plugin}: ` : ''}${log.message}${log.loc ? ` (${log.loc.file}:${log.loc.line})` : ''}`);
  },
};

const fromRoot = (id) => relative(root, id);
/** A folder with a `define.ts` is a widget; `src/shared/define.ts` is what they register with. */
const widgets = globSync('src/*/define.ts', { cwd: root }).map((path) => basename(dirname(path))).filter((name) => name !== 'shared').sort();

/** `sunlit/<widget>` registers, `sunlit` and `sunlit/<widget>/element` do not: one file per module keeps that exact. */
const libraryEntries = { index: 'src/index.ts' };
for (const widget of widgets) {
  libraryEntries[`${widget}/define`] = `src/${widget}/define.ts`;
  libraryEntries[`${widget}/element`] = `src/${widget}/element.ts`;
}

const library = {
  ...strict,
  input: libraryEntries,
  external: dependenciesOf('.'),
  // Without the `source` condition the SDK is what a consumer sees of it: its built declarations.
  plugins: [emptied('dist'), ...compiled({ tsconfig: join(root, 'test/check/tsconfig.library.json'), filterRoot: root }).map(ownDeclarations), publishedNames()],
  output: { dir: 'dist', format: 'es', preserveModules: true, preserveModulesRoot: 'src' },
};

const embed = {
  ...strict,
  input: { sunlit: 'src/embed/sunlit.ts' },
  plugins: [emptied('dist/embed'), withoutUnreached(), ...compiled(), withoutIndents(), minifiedForPages, describeEmbed(), compressed()],
  output: { dir: 'dist/embed', format: 'es', entryFileNames: '[name].js', chunkFileNames: (chunk) => `${chunkName(chunk)}-[hash].js`, hoistTransitiveImports: false, manualChunks: core },
};

/**
 * What every widget needs travels as one file: it compresses better than six, and costs one request. The search box goes
 * along, since the directory has one too, and the agency tree, which two widgets have and which is half a kilobyte.
 */
function core(id) {
  const shared = ['agency-tree', 'boolean', 'deep-link', 'define', 'element', 'format', 'listing', 'listing-styles', 'load', 'marks', 'states'].map((name) => join(root, `src/shared/${name}.ts`));
  if (/context-(provider|root)|value-notifier/.test(id)) return 'provider'; // else @lit/context brings them along
  return shared.includes(id) || /@lit.context.lib.(context-request-event|create-context)|lit-html.directive\.js$/.test(id) || id.startsWith(join(root, 'src/search/')) && !/strings.(en|zh-Hant)|(dropdown|proposals).ts$/.test(id) ? 'core' : undefined;
}

/** Each entry that package.json names, and what several of them share. */
const clientEntries = Object.fromEntries(
  Object.values(manifestOf('packages/client').exports).flatMap(({ source }) => (source ? [[basename(source, '.ts'), join('packages/client', source)]] : [])),
);
const client = [compiled(), [declared()]].map((plugins, declarations) => ({
  ...strict,
  input: clientEntries,
  external: dependenciesOf('packages/client'),
  plugins: declarations ? plugins : [emptied('packages/client/dist'), ...plugins],
  output: { dir: 'packages/client/dist', format: 'es', chunkFileNames: declarations ? 'shared/[name].d.ts' : 'shared/[name].js' },
}));

/** A page's script is what its HTML names: `<script type="module" src="snippet.js">` beside `snippet.ts`. */
const pageScripts = {};
for (const page of globSync('demo/pages/**/*.html', { cwd: root })) {
  for (const [, name] of readFileSync(join(root, page), 'utf8').matchAll(/<script [^>]*src="([\w-]+)\.js"/g)) {
    const script = join(dirname(page), `${name}.ts`);
    pageScripts[relative('demo/pages', script).replace(/\.ts$/, '')] = script;
  }
}

const pages = {
  ...strict,
  input: pageScripts,
  plugins: [...compiled(), copyPages()],
  output: { dir: 'dist/demo', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'shared/[name]-[hash].js' },
};

/** The workbench: one page, whose parts are loaded as they are needed. Their names hold hashes, so that a new version is never mixed with an old one. */
const desk = {
  // A field of the editor may hold a list, whose rows hold fields.
  onLog: (level, log) => (log.code === 'CIRCULAR_DEPENDENCY' ? undefined : strict.onLog(level, log)),
  input: { desk: 'packages/desk/src/define.ts' },
  plugins: [emptied('dist/desk'), withoutUnreached(), ...compiled(), minified, deskPage(), compressed()],
  output: { dir: 'dist/desk', format: 'es', entryFileNames: '[name]-[hash].js', chunkFileNames: 'desk-[hash].js', hoistTransitiveImports: false },
};

/**
 * The touch-screen app. Its files keep their names: its service worker takes a version as a whole, by the hashes of all of them. Each
 * `….worker.ts` is a file of its own that a page starts by its address.
 */
const kiosk = {
  input: Object.fromEntries(['packages/kiosk/src/define.ts', 'packages/kiosk/src/service-worker.ts', ...globSync('packages/kiosk/src/**/*.worker.ts', { cwd: root })].map((path) => [path.endsWith('/define.ts') ? 'kiosk' : basename(path, '.ts'), path])),
  plugins: [emptied('dist/kiosk'), withoutUnreached(), ...compiled(), minified, kioskPage()],
  output: { dir: 'dist/kiosk', format: 'es', entryFileNames: '[name].js', chunkFileNames: 'part-[hash].js', hoistTransitiveImports: false },
};

/** What a start loads, and what that loads: a thousand modules more, which Node would open one by one. What is loaded when it is asked for stays an import. */
const STARTED_WITH = /^(@sunlit\/|@fastify\/|ajv|fastify|kysely|pino|prom-client|typebox)/;
const server = {
  onLog: (level, log) => (log.code === 'CIRCULAR_DEPENDENCY' && log.ids.every((id) => id.includes('/node_modules/')) ? undefined : strict.onLog(level, log)),
  input: { start: join(root, 'packages/server/src/start.ts') },
  external: (id, importer = '') => id.startsWith('node:') || (/^[@\w]/.test(id) && !STARTED_WITH.test(id) && !importer.includes('/node_modules/')),
  plugins: [
    emptied('packages/server/dist'), resolve({ exportConditions: ['source', 'node', 'import', 'default'], preferBuiltins: true }),
    typescript({ tsconfig: join(root, 'test/check/tsconfig.server.json'), filterRoot: root }), serverParts(), commonjs({ ignoreDynamicRequires: true }),
  ],
  output: { dir: 'packages/server/dist', format: 'es', chunkFileNames: '[name]-[hash].js', hoistTransitiveImports: false },
};

const site = [embed, pages, desk, kiosk];

/** `--configSite` builds only what `npm start` serves, `--configServer` only the server. */
export default ({ configSite, configServer }) => (configSite ? site : configServer ? server : [...client, library, ...site]);

/**
 * The floor is Chrome 86, Firefox 101 and Safari 16.4, and test/check/floor.ts holds us to it. ES2022 is what they read,
 * but for static blocks: TypeScript writes `static { this.styles = … }` where a static field says the same. (A lower
 * target would also take the private fields apart, which costs 2 KB.)
 */
function staticFields({ factory }) {
  let unnamed = 0;
  const field = (block) => {
    const [statement, ...more] = block.body.statements;
    if (more.length > 0 || !statement || !ts.isExpressionStatement(statement)) return block;
    const { expression } = statement;
    const assignsField = ts.isBinaryExpression(expression) && ts.isPropertyAccessExpression(expression.left) && expression.left.expression.kind === ts.SyntaxKind.ThisKeyword;
    const [name, value] = assignsField ? [expression.left.name, expression.right] : [factory.createPrivateIdentifier(`#once${(unnamed += 1)}`), expression];
    return factory.createPropertyDeclaration([factory.createToken(ts.SyntaxKind.StaticKeyword)], name, undefined, undefined, value);
  };
  return (file) => {
    const visit = (node) => ts.visitEachChild(ts.isClassStaticBlockDeclaration(node) ? field(node) : node, visit, undefined);
    return ts.visitNode(file, visit);
  };
}

/** Two calls that ky and we make without a thought, in the words of Chrome 86. */
function olderMethods() {
  return {
    name: 'older-methods',
    transform: (code) => ({ code: code.replaceAll('Object.hasOwn(', 'Object.prototype.hasOwnProperty.call(').replaceAll('.at(-1)', '.slice(-1)[0]'), map: null }),
  };
}

/** What the server reads beside modules: its version, and the scripts of its threads, which it starts by their address. */
function serverParts() {
  return {
    name: 'server-parts',
    transform(code, id) {
      if (id.endsWith('.json')) return { code: `export default ${code}`, map: null };
      const thread = (_, path) => `import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: join(dirname(id), `${path}.ts`) })}`;
      return { code: code.replace(/new URL\('(\.\/[\w-]+)\.ts', import\.meta\.url\)/g, (...match) => `new URL(${thread(...match)})`), map: null };
    },
  };
}

/** Files of an earlier build have other hashes and would stay. Everything of `dist` is built after the library. */
function emptied(folder) {
  return { name: 'emptied', buildStart: () => rmSync(join(root, folder), { recursive: true, force: true }) };
}

/** `directory`, `directory-en`, `shared`: the name says whose file it is when somebody reads a network log. */
function chunkName({ facadeModuleId, moduleIds }) {
  const widget = widgets.find((name) => moduleIds.some((id) => fromRoot(id) === `src/${name}/define.ts`));
  const path = facadeModuleId && /^src\/(.+)\.ts$/.exec(fromRoot(facadeModuleId))?.[1];
  return widget ?? path?.replace('/strings/', '-').replaceAll('/', '-') ?? 'shared';
}

/** A workspace that is built in stands outside `src`, and no declaration of ours speaks of it. */
function ownDeclarations(plugin) {
  const { generateBundle } = plugin;
  if (typeof generateBundle !== 'function') return plugin;
  return {
    ...plugin,
    generateBundle(...given) {
      const emitFile = (file) => (file.fileName?.startsWith('../') ? '' : this.emitFile(file));
      return generateBundle.apply(Object.assign(Object.create(this), { emitFile }), given);
    },
  };
}

/** TypeScript leaves `./element.ts` in declarations; what is published is called `./element.js`. */
function publishedNames() {
  return {
    name: 'published-names',
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.fileName.endsWith('.d.ts')) file.source = file.source.replace(/(from |import\()'(\.[^']*)\.ts'/g, "$1'$2.js'");
      }
    },
  };
}

/**
 * Writes beside the embed: `manifest.json`, which files each element needs (for `modulepreload` lines and the size
 * budgets), and the licences of what is bundled.
 */
function describeEmbed() {
  return {
    name: 'describe-embed',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const closure = (name, seen = new Set()) => {
        if (!seen.has(name)) {
          seen.add(name);
          for (const imported of bundle[name].imports) closure(imported, seen);
        }
        return [...seen];
      };
      const elements = {};
      for (const chunk of chunks) {
        for (const widget of widgets) if (chunk.moduleIds.some((id) => fromRoot(id) === `src/${widget}/define.ts`)) elements[`sunlit-${widget}`] = closure(chunk.fileName);
        // The entry's name is stable, so an old copy may sit in a cache while the chunks are new: they must not need it.
        if (chunk.imports.includes('sunlit.js')) this.error(`${chunk.fileName} imports sunlit.js; move what they share out of src/embed/sunlit.ts.`);
      }
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify({ version: manifestOf('.').version, entry: 'sunlit.js', elements: Object.fromEntries(Object.entries(elements).sort()) }, null, 2)}\n` });
      this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY.txt', source: notices(chunks.flatMap((chunk) => Object.keys(chunk.modules))) });
    },
  };
}

/** The licence texts of the packages whose modules are in a bundle. */
function notices(modules) {
  const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []));
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = globSync('{LICENSE,LICENCE,license}*', { cwd: folder })[0];
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8').trim() : ''}\n`;
  }).join(`\n${'-'.repeat(80)}\n\n`);
}

/** Each script also as the server would compress it on every request, only harder: 12 % fewer bytes than gzip. */
function compressed() {
  return {
    name: 'compressed',
    generateBundle(_options, bundle) {
      for (const { type, fileName, code } of Object.values(bundle)) {
        if (type !== 'chunk') continue;
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: gzipSync(code, { level: 9 }) });
      }
    },
  };
}

/** The workbench's page, with the script's name of this build. */
function deskPage() {
  return {
    name: 'desk-page',
    async generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find(({ type, isEntry }) => type === 'chunk' && isEntry);
      const page = await readFile(join(root, 'packages/desk/page/index.html'), 'utf8');
      const preloads = entry.imports.map((file) => `<link rel="modulepreload" href="/desk/${file}">\n`).join('');
      this.emitFile({ type: 'asset', fileName: 'index.html', source: page.replace('<script type="module" src="/desk/desk.js"', `${preloads}<script type="module" src="/desk/${entry.fileName}"`) });
      this.emitFile({ type: 'asset', fileName: 'desk.css', source: await readFile(join(root, 'packages/desk/page/desk.css')) });
    },
  };
}

/** The home screen’s scripts come together, instead of each when the one before has been read. */
function withPreloads(page, bundle) {
  const chunks = Object.values(bundle).filter(({ type }) => type === 'chunk');
  const first = ['packages/kiosk/src/define.ts', 'packages/kiosk/src/screens/define-home.ts'].flatMap((path) => chunks.filter(({ facadeModuleId }) => facadeModuleId !== null && fromRoot(facadeModuleId) === path));
  const files = new Set(first.flatMap(({ fileName, imports }) => [fileName, ...imports]));
  return page.replace('<script type="module"', `${[...files].map((file) => `<link rel="modulepreload" href="${file}">\n`).join('')}<script type="module"`);
}

/** The page of the touch-screen app and all that lies beside it, and `files.json`: every file with its SHA-256, by which the box knows that it is whole. A box writes its own `config.json`. */
function kioskPage() {
  return {
    name: 'kiosk-page',
    async generateBundle(_options, bundle) {
      for (const path of globSync('packages/kiosk/page/**/*.*', { cwd: root })) {
        const source = await readFile(join(root, path), 'utf8');
        this.emitFile({ type: 'asset', fileName: relative('packages/kiosk/page', path), source: path.endsWith('index.html') ? withPreloads(source, bundle) : source });
      }
      // Made by demo/build.ts; the strokes go with their licence.
      for (const path of ['kiosk/data/pinyin.txt', 'handwriting-data/data/strokes.bin', 'handwriting-data/LICENSE']) this.emitFile({ type: 'asset', fileName: `data/${path.endsWith('LICENSE') ? 'strokes-LICENSE.txt' : basename(path)}`, source: await readFile(join(root, 'packages', path)) });
      const hashed = (keep) => Object.values(bundle).filter(({ fileName }) => keep(fileName)).map(({ fileName, code, source }) => [fileName, createHash('sha256').update(code ?? source).digest('hex')]).sort();
      // A browser takes up a new version when its service worker is another one: it holds the hash of everything else.
      const worker = bundle['service-worker.js'];
      const others = Object.fromEntries(hashed((name) => name !== 'config.json' && name !== worker.fileName));
      const build = createHash('sha256').update(JSON.stringify(others)).digest('hex').slice(0, 16);
      worker.code = worker.code.replace(/(['"])__BUILD__\1/, JSON.stringify({ build, files: others }));
      const files = hashed((name) => name !== 'config.json');
      this.emitFile({ type: 'asset', fileName: 'files.json', source: `${JSON.stringify({ files: Object.fromEntries(files) }, null, 1)}\n` });
    },
  };
}

/**
 * HTML, styles and pictures of the demo pages go along. Where a page embeds elements, it gets the preload lines that the
 * snippet page would give it; their names hold hashes, so they are not in the source.
 */
function copyPages() {
  return {
    name: 'copy-pages',
    async generateBundle() {
      const { elements } = JSON.parse(await readFile(join(root, 'dist/embed/manifest.json'), 'utf8'));
      const preloads = (html) => {
        const agency = /<sunlit-[^>]* agency="([^"]*)"/.exec(html)?.[1];
        const lines = Object.keys(elements).flatMap((tag) => (html.includes(`<${tag}`) ? preloadLines(tag, agency, '', elements) : []));
        return [...new Set(lines)].map((line) => `${line}\n`).join('');
      };
      for (const path of globSync('demo/pages/**/*.*', { cwd: root, exclude: ['**/*.ts'] })) {
        const content = await readFile(join(root, path));
        const source = path.endsWith('.html') ? content.toString().replace('<script type="module" src="/embed/', (script) => preloads(content.toString()) + script) : content;
        this.emitFile({ type: 'asset', fileName: relative('demo/pages', path), source });
      }
    },
  };
}
