import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import ts from 'typescript';

const folder = join(import.meta.dirname, '..');
const sources = globSync('src/*.ts', { cwd: folder, exclude: ['src/*.test.ts'] }).map((path) => join(folder, path));

/** The code of every `@example`, and of every whole program in docs/sdk.md, by the place where it stands. */
function examples(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of sources) {
    const text = readFileSync(path, 'utf8');
    for (const match of text.matchAll(/@example\n\s+\* ```ts\n([^]*?)\n\s+\* ```/g)) {
      const line = text.slice(0, match.index).split('\n').length;
      found.set(`${path.replace(/\.ts$/, '')}-example-at-${line}.ts`, (match[1] ?? '').replaceAll(/^\s+\* ?/gm, ''));
    }
  }
  const guide = readFileSync(join(folder, '../../docs/sdk.md'), 'utf8');
  const programs = [...guide.matchAll(/```ts\n(import [^]*?)\n```/g)];
  programs.forEach(([, code = ''], index) => found.set(join(folder, `src/guide-example-${index + 1}.ts`), code));
  return found;
}

function strictOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(folder, '../../tsconfig.json'), ts.sys.readFile);
  return { ...ts.parseJsonConfigFileContent(config, ts.sys, folder).options, types: [], noEmit: true, customConditions: ['source'] };
}

test('every example compiles as a program of its own', () => {
  const code = examples();
  const options = strictOptions();
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile } = host;
  host.fileExists = (path) => code.has(path) || fileExists(path);
  host.readFile = (path) => code.get(path) ?? readFile(path);
  const program = ts.createProgram([...code.keys()], options, host);
  const problems = ts.getPreEmitDiagnostics(program);
  assert.equal(ts.formatDiagnostics(problems, { getCanonicalFileName: String, getNewLine: () => '\n', getCurrentDirectory: () => folder }), '');
});

test('every public method and function says what it throws and shows one example', () => {
  const missing: string[] = [];
  let documented = 0;
  for (const path of sources.filter((source) => !/\/(contract|desk-contract|http|desk-http|upload|writing-http|cache|failures|path|resource|index|paged-list|events|requests-http|wait|challenged|topics-outbox|topics-writing)\.ts$/.test(source))) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    const seen = new Set<string>();
    const visit = (node: ts.Node): void => {
      const exported = ts.isFunctionDeclaration(node) && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
      const method = ts.isMethodDeclaration(node) && !node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
      const internal = ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal');
      // Of several signatures, the first is documented for all.
      if ((exported || method) && !internal && node.name && !ts.isPrivateIdentifier(node.name) && !seen.has(node.name.getText())) {
        seen.add(node.name.getText());
        const tags = ts.getJSDocTags(node).map(({ tagName }) => tagName.text);
        if (tags.filter((tag) => tag === 'example').length !== 1) missing.push(`${path}: ${node.name.getText()}`);
        if (/Promise|PagedList|Generator/.test(node.type?.getText() ?? '') && !tags.includes('throws')) missing.push(`${path}: ${node.name.getText()} @throws`);
        documented++;
      }
      if (ts.isClassDeclaration(node) || ts.isSourceFile(node)) ts.forEachChild(node, visit);
    };
    visit(file);
  }
  assert.deepEqual(missing, []);
  assert.ok(documented > 50);
});
