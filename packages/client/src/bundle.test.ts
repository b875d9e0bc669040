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

const LARGEST_GZIP = 12.5 * 1024;

/** The client and its dependencies as a page gets them: one minified file. */
async function bundle(format: 'es' | 'cjs'): Promise<OutputChunk> {
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
  return output[0];
}

test('the bundle is small, and holds neither schemas nor anything of Node', async () => {
  const { code, modules, imports } = await bundle('es');
  const size = gzipSync(code, { level: 9 }).length;
  assert.ok(size <= LARGEST_GZIP, `${size} bytes gzip`);
  assert.deepEqual(imports, []);
  const packages = new Set(Object.keys(modules).map((id) => /node_modules\/([^/]+)/.exec(id)?.[1] ?? /packages\/([^/]+)/.exec(id)?.[1]));
  assert.deepEqual([...packages].sort(), ['client', 'idb-keyval', 'ky']);
});

test('two minified copies know each other’s errors; loading does nothing', async () => {
  const { code } = await bundle('cjs');
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
