import { writeFile } from 'node:fs/promises';
import { DISCLOSURE_KINDS } from '@sunlit/contract';
import { importFile } from '../import.ts';
import { guessMapping, readMapping, writeMapping, type Mapping } from '../mapping.ts';
import type { BadCell } from '../read-row.ts';
import { openSource } from '../rows.ts';
import { say } from '../texts.ts';
import { DONE, REFUSED, complain, needed, oneOf, report, text, withDatabase, type Command, type Invocation, UsageError } from './command.ts';

export const importCommand: Command = {
  options: {
    agency: { type: 'string' }, kind: { type: 'string' }, 'dry-run': { type: 'boolean' }, map: { type: 'string' }, 'save-map': { type: 'string' }, system: { type: 'string' },
  },
  takes: 'file',
  help: { kinds: DISCLOSURE_KINDS.join(', ') },
  async run(invocation) {
    const [file = ''] = invocation.positionals;
    const agencyId = needed(invocation, 'agency');
    const kind = oneOf(invocation, 'kind', DISCLOSURE_KINDS);
    if (kind === undefined) throw new UsageError('option', { name: '--kind' });
    const map = text(invocation, 'map');
    const kept = text(invocation, 'save-map');
    const given = map === undefined ? undefined : await readMapping(map);
    // What the file does not say of a column, its header does.
    const mapping = given && { ...given, columns: { ...guessMapping(kind, (await openSource(file)).headers).columns, ...given.columns } };
    const saved: Promise<void>[] = [];
    const result = await withDatabase(invocation, (database) => importFile(database, {
      file, agencyId, kind, system: text(invocation, 'system') ?? 'default', dryRun: invocation.values['dry-run'] === true, signal: invocation.signal,
      ...(mapping === undefined ? {} : { mapping }),
      onMapping: (used, remembered) => {
        showMapping(invocation, used, remembered);
        if (kept !== undefined) saved.push(writeFile(kept, writeMapping(used)).then(() => report(invocation, 'map.saved', { file: kept })));
      },
      onBad: (bad) => showBad(invocation, bad),
      onJudged: (judged) => complain(invocation, 'judged', { ...judged }),
    }).finally(() => Promise.all(saved)));
    if (result.bad > 0) {
      complain(invocation, 'refused', { ...result });
      return REFUSED;
    }
    report(invocation, invocation.values['dry-run'] === true ? 'dry' : 'imported', { ...result });
    if (result.withdrawn > 0) report(invocation, 'withdrawn', { ...result });
    return DONE;
  },
};

function showMapping(invocation: Invocation, { columns, constants }: Mapping, remembered: boolean): void {
  report(invocation, remembered ? 'mapping.remembered' : 'mapping');
  const lines = [
    ...Object.entries(columns).map(([header, paths]) => [header, paths.length === 0 ? say(invocation.language, 'done/unused') : paths.join(', ')]),
    ...Object.entries(constants).map(([path, value]) => [`${JSON.stringify(value)} ${say(invocation.language, 'done/constant')}`, path]),
  ];
  invocation.out.write(lines.map(([left, right]) => `  ${left} → ${right}\n`).join(''));
}

function showBad(invocation: Invocation, { row, column, code, values }: BadCell): void {
  const reason = say(invocation.language, [`reason/${code}`, 'reason/other'], { code, ...values });
  complain(invocation, column === '' ? 'bad.row' : 'bad', { row, column, reason });
}
