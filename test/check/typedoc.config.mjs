import { OptionDefaults } from 'typedoc';

const root = new URL('../../', import.meta.url).pathname;

/** The API pages of everything a developer can import. Not committed; written to docs/api. */
export default {
  name: 'Sunlit',
  entryPoints: ['src', ...['client', 'contract', 'rules', 'search', 'log', 'server'].map((name) => `packages/${name}/src`)].map((folder) => `${root}${folder}/index.ts`),
  entryPointStrategy: 'resolve',
  tsconfig: `${root}tsconfig.json`,
  basePath: root,
  out: `${root}docs/api`,
  readme: 'none',
  disableSources: true, // links would need a remote; the pages are read beside the source
  // The tags that the custom-elements manifest is made from.
  blockTags: [...OptionDefaults.blockTags, '@attr', '@csspart', '@cssproperty', '@cssstate', '@fires', '@slot', '@status', '@tag'],
  excludePrivate: true,
  excludeProtected: true,
  excludeExternals: true,
  externalSymbolLinkMappings: { '@lit/reactive-element': { '*': 'https://lit.dev/docs/api/' }, global: { css: 'https://lit.dev/docs/api/styles/#css' } },
  validation: { notExported: false, invalidLink: true, notDocumented: false },
  skipErrorChecking: true, // tsc does that
  treatWarningsAsErrors: true,
  logLevel: 'Warn',
};
