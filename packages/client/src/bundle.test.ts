import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import { rollup, type OutputChunk } from 'rollup';
import ts from 'typescript';
import type * as Sunlit from './index.ts';

const LARGEST_GZIP = 15 * 1024;

/** The client and its dependencies as a page gets them: one minified file, and what it loads when a request is filed. */
async function bundle(format: 'es' | 'cjs'): Promise<[OutputChunk, ...OutputChunk[]]> {
  const compile = {
    name: 'compile',
    transform: (code: string, id: string) =>
      id.endsWith('.ts') ? ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2021, module: ts.ModuleKind.ESNext, useDefineForClassFields: false, verbatimModuleSyntax: true } }).outputText : null,
  };
  const built = await rollup({
    input: join(import.meta.dirname, 'index.ts'),
    plugins: [nodeResolve({ extensions: ['.ts', '.js'] }), compile, terser({ module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } })],
    onLog: (_, { message }) => assert.fail(message),
  });
  const { output } = await built.generate({ format });
  const [first, ...rest] = output;
  return [first, ...rest.filter((file) => file.type === 'chunk')];
}

test('the bundle is small, and holds neither schemas nor anything of Node', async () => {
  const [{ code, modules, imports }, ...later] = await bundle('es');
  const size = gzipSync(code, { level: 9 }).length;
  assert.ok(size <= LARGEST_GZIP, `${size} bytes gzip`);
  assert.deepEqual(imports, []);
  const packagesIn = (all: OutputChunk['modules']) => [...new Set(Object.keys(all).map((id) => /node_modules\/([^/]+)/.exec(id)?.[1] ?? /packages\/([^/]+)/.exec(id)?.[1]))].sort();
  assert.deepEqual(packagesIn(modules), ['client', 'idb-keyval', 'ky']);
  assert.deepEqual(later.map((chunk) => [chunk.isDynamicEntry, packagesIn(chunk.modules), chunk.imports]), [[true, ['altcha-lib', 'client'], [later[0]?.imports[0]]]], 'the proof of work comes when something is sent');
});

test('two minified copies know each other’s errors; loading does nothing', async () => {
  const [{ code }] = await bundle('cjs');
  // Realms of their own, like frames: without fetch, URL, DOM, storage or timers. Only ky wants an encoder.
  const [one, another] = [0, 1].map(() => {
    const exports = {} as typeof Sunlit;
    vm.runInContext(code, vm.createContext({ TextEncoder, exports }));
    return exports;
  });
  assert.ok(one && another);
  const error = new one.SunlitError('timeout', 'GET /healthz was not answered in time', { hint: 'Try again.' });
  assert.equal(error instanceof another.SunlitError, false);
  assert.ok(another.isSunlitError(error));
  assert.equal(error.name, 'SunlitError');
  for (const value of [undefined, null, 'SunlitError', new Error('x'), { name: 'SunlitError' }]) assert.ok(!one.isSunlitError(value));
});
