/**
 * Who may import whom: the table of docs/architecture.md §1, once, as data. A room may import itself, what is listed
 * here, and packages from npm. `types` may be imported as types only.
 *
 * @type {Record<string, { path: string, may: string[], types?: string[] }>}
 */
export const rooms = {
  contract: { path: 'packages/contract', may: [] },
  rules: { path: 'packages/rules', may: ['contract'] },
  search: { path: 'packages/search', may: ['contract', 'rules'] },
  log: { path: 'packages/log', may: ['contract', 'rules'] },
  client: { path: 'packages/client', may: ['rules', 'search', 'log'], types: ['contract'] },
  server: { path: 'packages/server', may: ['contract', 'rules', 'search', 'log'] },
  widgets: { path: 'src', may: ['rules', 'search', 'log', 'client'], types: ['contract'] },
  kiosk: { path: 'packages/kiosk', may: ['rules', 'search', 'log', 'client', 'widgets'], types: ['contract'] },
  desk: { path: 'packages/desk', may: ['rules', 'search', 'log', 'client', 'widgets'], types: ['contract'] },
  pages: { path: 'demo/pages', may: ['rules', 'search', 'log', 'client', 'widgets', 'kiosk', 'desk'], types: ['contract'] },
};

/** One lint configuration a room, refusing imports of every room that is not named for it, by name and by path. */
export function walls() {
  return Object.entries(rooms).map(([name, room]) => ({
    name: `wall/${name}`,
    files: [`${room.path}/**/*.ts`],
    // A test and a generator may look over the wall: they are never shipped.
    ignores: ['**/*.test.ts', 'packages/*/scripts/**', 'packages/*/test/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', {
        patterns: Object.entries(rooms).filter(([other]) => other !== name && !room.may.includes(other)).map(([other, { path }]) => ({
          regex: `^@sunlit/${other}(/|$)|^(\\.\\./)+${path.replace('packages/', '(packages/)?')}/${other === 'widgets' ? '|^sunlit(/|$)' : ''}`,
          message: `${name} does not import ${other} (test/check/wall.mjs).`,
          allowTypeImports: room.types?.includes(other) ?? false,
        })),
      }],
    },
  }));
}
