import { readFileSync } from 'node:fs';

/**
 * What the custom-elements manifest is made from. The analyzer reads source and looks for `customElements.define`; our
 * elements are registered by `define()` in a module of their own and published as JavaScript, so both are put right.
 */
export default {
  globs: ['src/*/element.ts', 'src/shared/events.ts'],
  outdir: process.env.MANIFEST_FOLDER ?? '.',
  litelement: true,
  packagejson: false,
  // The analyzer cannot follow a spread in `@property({ ...booleanAttribute })`; it is told what stands there.
  overrideModuleCreation: ({ ts, globs }) => globs.map((path) =>
    ts.createSourceFile(path, readFileSync(path, 'utf8').replaceAll('...booleanAttribute', 'type: Boolean, reflect: true'), ts.ScriptTarget.ES2022, true)),
  plugins: [
    {
      name: 'as-published',
      packageLinkPhase({ customElementsManifest }) {
        const published = (path) => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');
        for (const module of customElementsManifest.modules) {
          const widget = /^src\/(\w+)\/element\.ts$/.exec(module.path)?.[1];
          for (const declaration of module.declarations ?? []) {
            if (declaration.name?.toLowerCase() === `sunlit${widget}`) Object.assign(declaration, { customElement: true, tagName: `sunlit-${widget}` });
          }
        }
        const walk = (node) => {
          if (Array.isArray(node)) node.forEach(walk);
          else if (node && typeof node === 'object') {
            for (const key of ['path', 'module']) if (typeof node[key] === 'string') node[key] = published(node[key]);
            Object.values(node).forEach(walk);
          }
        };
        walk(customElementsManifest);
        customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      },
    },
  ],
};
