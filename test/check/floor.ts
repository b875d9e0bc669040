import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';

// The embed is one build for Chrome 86, Firefox 101 and Safari 16.4. What TypeScript compiles our code to they can read;
// this looks at what is bundled from others as well. Each of these needs a newer browser.

/** Methods and functions that came after Chrome 86. (`AbortSignal.any` is used, by ky, only where there is one.) */
const NEWER: ReadonlySet<string> = new Set([
  'at', 'hasOwn', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'withResolvers', 'canParse', 'timeout', 'replaceChildren',
]);

const found: string[] = [];
const files = globSync('dist/embed/*.js').sort();
if (files.length === 0) throw new Error('There is no dist/embed.');
for (const path of files) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const report = (node: ts.Node, what: string) => found.push(`${path}: ${what}: ${node.getText(file).slice(0, 80)}`);
  const visit = (node: ts.Node, inFunction: boolean): void => {
    if (ts.isClassStaticBlockDeclaration(node)) report(node, 'static block (Chrome 94)');
    if (ts.isBinaryExpression(node) && ts.isPrivateIdentifier(node.left)) report(node, '#field in object (Chrome 91)');
    if (!inFunction && (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))) report(node, 'top-level await (Chrome 89)');
    if (ts.isRegularExpressionLiteral(node) && /[dv]/.test(node.text.slice(node.text.lastIndexOf('/')))) report(node, 'regular expression flag d or v (Chrome 90, 112)');
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && NEWER.has(node.expression.name.text)) report(node, `.${node.expression.name.text}() is newer than the floor`);
    ts.forEachChild(node, (child) => visit(child, inFunction || ts.isFunctionLike(node)));
  };
  visit(file, false);
}

for (const line of found) console.log(line);
if (found.length > 0) process.exitCode = 1;
