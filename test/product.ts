import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The started product, as `npm start` starts it, with data of its own. */
export interface Product {
  readonly url: string;
  readonly process: ChildProcess;
  /** Milliseconds from spawn to the first good answer of `/readyz`. */
  readonly readyAfter: number;
  /** What it has printed so far. */
  output(): string;
  /** Ends it as Ctrl-C does and answers its exit code. */
  stop(): Promise<number | null>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return address.port;
}

/** Enters the demo content once for all that is started in `work`: to enter it takes longer than to start with it. */
export async function withDemo<T>(work: () => Promise<T>): Promise<T> {
  const entered = await mkdtemp(join(tmpdir(), 'sunlit-demo-'));
  try {
    await (await startProduct({ SUNLIT_DATA: entered })).stop();
    process.env.SUNLIT_TEST_DEMO = entered;
    return await work();
  } finally {
    delete process.env.SUNLIT_TEST_DEMO;
    await rm(entered, { recursive: true, force: true });
  }
}

const PRODUCT = ['--conditions=source', fileURLToPath(new URL('../demo/start.ts', import.meta.url))];
/** The server alone, as `npm run build` builds it. */
export const BUILT_SERVER = [fileURLToPath(new URL('../packages/server/dist/start.js', import.meta.url))];

/** Starts the whole product on a free port; throws with its output when it ends before it is ready. */
export async function startProduct(environment: Record<string, string> = {}, script: readonly string[] = PRODUCT): Promise<Product> {
  const port = await freePort();
  const folder = await mkdtemp(join(tmpdir(), 'sunlit-product-'));
  if (process.env.SUNLIT_TEST_DEMO !== undefined && environment.SUNLIT_DATA === undefined) await cp(process.env.SUNLIT_TEST_DEMO, folder, { recursive: true });
  const started = performance.now();
  const child = spawn(process.execPath, script, {
    env: { ...process.env, PORT: String(port), SUNLIT_DATA: folder, RATE_LIMIT: '100000', CHALLENGE_COST: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const url = `http://localhost:${String(port)}`;
  let ended: number | null | undefined;
  child.once('exit', (code) => (ended = code));
  for (;;) {
    if (ended !== undefined || performance.now() - started > 120_000) {
      child.kill('SIGKILL');
      await rm(folder, { recursive: true, force: true });
      throw new Error(`${ended === undefined ? 'The product was not ready after two minutes' : `The product ended with ${String(ended)} before it was ready`}:\n${printed}`);
    }
    const ready = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    process: child,
    readyAfter: performance.now() - started,
    output: () => printed,
    stop: async () => {
      if (ended === undefined) {
        const exit = once(child, 'exit');
        child.kill('SIGINT');
        await exit;
      }
      await rm(folder, { recursive: true, force: true });
      return ended ?? null;
    },
  };
}
