import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { PrinterState } from '@sunlit/contract';

const PATIENCE_MILLISECONDS = 5_000;

/**
 * How the printer stands to which the page prints, as CUPS says (lpstat(1)): the system's own choice, else the only one there is. `out` where it
 * is stopped, or something keeps it from printing; `unknown` without CUPS or without such a printer.
 */
export async function printerState(): Promise<PrinterState> {
  const told = await lpstat('-d', '-l', '-p').catch(() => '');
  const chosen = /^system default destination: (.+)$/m.exec(told)?.[1];
  const printers = told.split(/^(?=printer )/m).filter((one) => one.startsWith('printer '));
  const own = chosen === undefined ? (printers.length === 1 ? printers[0] : undefined) : printers.find((one) => one.startsWith(`printer ${chosen} `));
  if (own === undefined) return 'unknown';
  const alerts = /^\tAlerts: (.*)$/m.exec(own)?.[1]?.split(' ') ?? [];
  return /^printer \S+ disabled /.test(own) || alerts.some(keepsFromPrinting) ? 'out' : 'ok';
}

/** By its severity, which is the worst where none is said (RFC 8011 §5.4.12). CUPS merely reports that a printer does not answer. */
function keepsFromPrinting(alert: string): boolean {
  if (alert === 'none' || alert === '') return false;
  return alert === 'offline-report' || !/-(report|warning)$/.test(alert);
}

async function lpstat(...what: readonly string[]): Promise<string> {
  // In the words that are looked for, whatever the system speaks.
  return (await promisify(execFile)('lpstat', what, { env: { ...process.env, LC_ALL: 'C' }, timeout: PATIENCE_MILLISECONDS })).stdout;
}
