#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import { enableCompileCache } from 'node:module';

/* The command `sunlit`. What is to be kept compiled must be imported after this, as in `start.ts`. */
enableCompileCache();
const { main } = await import('./transfer/main.ts');
process.exitCode = await main(process.argv.slice(2));
