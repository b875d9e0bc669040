#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/* The command `sunlit`. What is to be kept compiled must be imported after this, as in `start.ts`. */
enableCompileCache();
// It runs beside the server, on the same machine: less memory for the price of more collecting (test/bench/import.ts).
setFlagsFromString('--optimize-for-size');
const { main } = await import('./transfer/main.ts');
const interruption = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => interruption.abort());
process.exitCode = await main(process.argv.slice(2), { environment: process.env, out: process.stdout, err: process.stderr, signal: interruption.signal });
