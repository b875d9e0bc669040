import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

// Fails when custom-elements.json does not say what the source says; `npm run manifest` writes it anew.

const folder = 'node_modules/.cache/manifest'; // the analyzer takes a path below the root
execFileSync('cem', ['analyze', '--config', 'test/check/manifest.config.mjs', '--quiet'], { env: { ...process.env, MANIFEST_FOLDER: folder }, stdio: 'inherit' });

const committed = readFileSync('custom-elements.json', 'utf8');
if (readFileSync(`${folder}/custom-elements.json`, 'utf8') !== committed) {
  console.log('custom-elements.json is not what the source says. Run `npm run manifest` and commit it.');
  process.exitCode = 1;
}
