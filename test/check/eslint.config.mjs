import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import { walls } from './wall.mjs';

const tests = ['**/*.test.ts', 'test/**', 'packages/*/test/**', '**/examples.ts', '**/examples/**', '**/fixture.ts', 'packages/desk/src/**/testing.ts'];
const browser = ['src/**/*.ts', 'packages/{desk,kiosk}/src/**/*.ts', 'demo/pages/**/*.ts'];

export default tseslint.config(
  { ignores: ['**/dist/**', '**/node_modules/**', 'docs/**', 'data/**'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/../..` } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['after', 'before', 'describe', 'it', 'suite', 'test'] }] }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-invalid-void-type': 'off', // `void | Promise<void>` says what a callback may be
      '@typescript-eslint/no-unused-vars': 'off', // tsc says it
      eqeqeq: 'error',
      'no-console': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true, namedFrom: true, namespaceFrom: true } }],
      'prefer-const': 'error',
    },
  },
  { files: tests, rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'no-console': 'off' } },
  // chai's assertions look like promises, because the one of axe is.
  { files: ['{src,packages/{desk,kiosk}/src}/**/*.test.ts', 'packages/client/test/browser/*.browser.ts', 'test/widgets/*.ts'], rules: { '@typescript-eslint/no-floating-promises': 'off' } },
  // What a person starts in a terminal speaks there.
  { files: ['demo/*.ts', '**/scripts/**', 'packages/server/src/start.ts'], rules: { 'no-console': 'off' } },
  {
    files: browser,
    ignores: tests,
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'lit/no-invalid-html': 'error',
      'lit/no-legacy-template-syntax': 'error',
      'lit/no-useless-template-literals': 'error',
      // `define()` registers, and never in a class module.
      'wc/define-tag-after-class-definition': 'off',
      'wc/file-name-matches-element': 'off',
      'wc/max-elements-per-file': 'off',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-imports': ['error', {
        paths: [
          { name: 'lit/directives/style-map.js', message: 'A strict CSP blocks style attributes. Use a class, or element.style.setProperty().' },
          { name: 'lit', importNames: ['customElement'], message: 'Class modules do not register; define.ts does.' },
          { name: 'lit/decorators.js', importNames: ['customElement'], message: 'Class modules do not register; define.ts does.' },
          { name: 'lit/directives/unsafe-html.js', message: 'Rich text goes through src/disclosure/rich-text.ts and nowhere else.' },
        ],
      }],
      'no-restricted-syntax': ['error',
        { selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=|<style[\\s>]/]', message: 'A strict CSP blocks style attributes and <style>. Use a class, or element.style.setProperty().' },
        { selector: "MemberExpression[object.name='Array'][property.name='from']", message: 'Old libraries on host pages replace Array.from. Spread instead.' },
        { selector: "MemberExpression[property.name='innerHTML']", message: 'Trusted Types block innerHTML. Render with Lit.' },
      ],
    },
  },
  ...walls(),
);
