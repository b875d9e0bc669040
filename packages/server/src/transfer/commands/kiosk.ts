import { fileURLToPath } from 'node:url';
import { findBrowserProgram, startBrowser } from '../../box/browser.ts';
import { Life } from '../../box/life.ts';
import { buildBox, readConfiguration, type Box, type BoxTrouble } from '../../box/serve.ts';
import { keepBrowser } from '../../box/watch.ts';
import { TransferError } from '../transfer-error.ts';
import { DONE, UsageError, complain, report, text, type Command, type Invocation } from './command.ts';

const PORT = 8790;
/** Four in the morning. */
const RESTART_HOUR = 4;

export const kioskCommand: Command = {
  options: {
    api: { type: 'string' }, agency: { type: 'string' }, port: { type: 'string' }, data: { type: 'string' }, app: { type: 'string' }, config: { type: 'string' },
    browser: { type: 'string' }, 'restart-hour': { type: 'string' },
  },
  takes: 'serve-or-run',
  help: { port: String(PORT), hour: String(RESTART_HOUR) },
  async run(invocation) {
    const [what] = invocation.positionals;
    if (what !== 'serve' && what !== 'run') throw new UsageError('value', { name: 'kiosk', value: what, allowed: 'serve, run' });
    const { signal, environment } = invocation;
    const api = address(setting(invocation, 'api', 'SUNLIT_API'));
    const agency = setting(invocation, 'agency', 'SUNLIT_AGENCY');
    const folder = setting(invocation, 'data', 'SUNLIT_BOX_DATA', './kiosk-data');
    const appFolder = setting(invocation, 'app', 'SUNLIT_BOX_APP', fileURLToPath(new URL('../../../../../dist/kiosk', import.meta.url)));
    const port = number(setting(invocation, 'port', 'SUNLIT_BOX_PORT', String(PORT)), '--port', 65_535);
    const restartHour = number(setting(invocation, 'restart-hour', 'SUNLIT_BOX_RESTART_HOUR', String(RESTART_HOUR)), '--restart-hour', 23);
    const program = what === 'run' ? text(invocation, 'browser') ?? findBrowserProgram(environment) : undefined;
    if (what === 'run' && program === undefined) throw new TransferError('kiosk.browser');
    const configured = text(invocation, 'config');
    if (api.protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(api.hostname)) complain(invocation, 'kiosk.http', { api: api.href });

    const life = new Life();
    const box = await buildBox({
      api, agency, folder, appFolder, life, tell: (trouble) => tellTrouble(invocation, trouble),
      ...(configured === undefined ? {} : { configuration: await readConfiguration(configured) }),
    });
    if (box === undefined) throw new TransferError('kiosk.app', { folder: appFolder });
    try {
      const url = await listen(box, port);
      report(invocation, 'kiosk.serving', { url, api: api.href, version: box.version });
      const watching = program !== undefined && keepBrowser({
        start: (fresh) => startBrowser({ program, url, folder: `${folder}/browser` }, fresh), life, restartHour, stillborn: () => box.goBack(),
        tell: ({ event, ...values }) => complain(invocation, `kiosk.${event}`, values),
      }, signal);
      await Promise.all([box.follow(signal), watching]);
    } finally {
      await box.server.close();
    }
    return DONE;
  },
};

/** An option, else the environment, else what is usual. @throws UsageError where there is neither */
function setting(invocation: Invocation, option: string, variable: string, usual?: string): string {
  const value = text(invocation, option) ?? (invocation.environment[variable]?.trim() || usual);
  if (value === undefined) throw new UsageError('option', { name: `--${option} (${variable})` });
  return value;
}

/** With a slash at its end, so that paths go below it. */
function address(given: string): URL {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') throw new UsageError('value', { name: '--api', value: given, allowed: 'https://…' });
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}

function number(given: string, name: string, most: number): number {
  const value = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (!(value <= most)) throw new UsageError('value', { name, value: given, allowed: `0–${String(most)}` });
  return value;
}

/** On this machine only: no other may reach what the page keeps. */
async function listen({ server }: Box, port: number): Promise<string> {
  try {
    return `${await server.listen({ host: '127.0.0.1', port })}/kiosk/`;
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === 'EADDRINUSE') throw new TransferError('kiosk.port', { port });
    throw error;
  }
}

function tellTrouble(invocation: Invocation, { trouble, ...values }: BoxTrouble): void {
  complain(invocation, trouble === 'file' ? `kiosk.file.${'mended' in values && values.mended ? 'mended' : 'damaged'}` : `kiosk.${trouble}`, values);
}
