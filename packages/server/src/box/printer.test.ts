import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxPrinter } from '../../../kiosk/src/box/printer.ts';
import { boxFor, cupsSaying, fromPage } from './fixture.ts';
import { printerState } from './printer.ts';

const since = 'enabled since Mon Nov 30 02:08:34 2026';
const printer = (name: string, { stands = `is idle.  ${since}`, alerts = 'none' } = {}) =>
  `printer ${name} ${stands}\n\tForm mounted:\n\tContent types: any\n\tPrinter types: unknown\n\tDescription: ${name}\n\tAlerts: ${alerts}\n\tLocation: \n\tConnection: direct\n\tUsers allowed:\n\t\t(all)\n`;
const chosen = (name: string) => `system default destination: ${name}\n`;

// As lpstat of CUPS 2.4 prints with -d -l -p.
const CASES: readonly (readonly [what: string, words: string | undefined, state: 'ok' | 'out' | 'unknown'])[] = [
  ['no CUPS', undefined, 'unknown'],
  ['CUPS that does not run', '', 'unknown'],
  ['no printer', 'no system default destination\n', 'unknown'],
  ['the only one', `no system default destination\n${printer('slip')}`, 'ok'],
  ['two, and neither is chosen', `no system default destination\n${printer('slip')}${printer('other')}`, 'unknown'],
  ['the chosen one of two', `${chosen('slip')}${printer('other', { alerts: 'media-empty-error' })}${printer('slip')}`, 'ok'],
  ['one that is gone was chosen', `${chosen('gone')}${printer('slip')}`, 'unknown'],
  ['one that prints', `${chosen('slip')}${printer('slip', { stands: `now printing slip-1.  ${since}`, alerts: 'marker-supply-low-warning' })}`, 'ok'],
  ['no paper', `${chosen('slip')}${printer('slip', { stands: `now printing slip-1.  ${since}`, alerts: 'media-empty-error marker-supply-low-warning' })}`, 'out'],
  ['a cover, without a severity', `${chosen('slip')}${printer('slip', { alerts: 'cover-open' })}`, 'out'],
  ['one that does not answer', `${chosen('slip')}${printer('slip', { alerts: 'offline-report' })}`, 'out'],
  ['one that was stopped', `${chosen('slip')}${printer('slip', { stands: 'disabled since Mon Nov 30 02:08:34 2026 -\n\t缺纸', alerts: 'paused' })}`, 'out'],
];

test('says how the printer stands to which the page prints, and tells the page', async () => {
  const { url, stop } = await boxFor('http://127.0.0.1:9');
  const asPage: typeof fetch = (at, init) => fromPage(url!, String(at), init as Parameters<typeof fromPage>[2]);
  for (const [what, words, state] of CASES) {
    cupsSaying(words);
    assert.equal(await printerState(), state, what);
    assert.equal(await boxPrinter(asPage), state, what);
  }
  await stop!();
  assert.equal(await boxPrinter(asPage), 'unknown', 'no box');
});
