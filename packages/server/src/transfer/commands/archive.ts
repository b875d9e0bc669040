import { restoreArchive } from '../archive/restore.ts';
import { writeArchive } from '../archive/write.ts';
import { DONE, REFUSED, complain, report, withDatabase, type Command } from './command.ts';

export const archiveCommand: Command = {
  options: {},
  takes: 'file',
  async run(invocation) {
    const [out = ''] = invocation.positionals;
    let missing = 0;
    const onMissing = (sha256: string, name: string) => {
      missing++;
      complain(invocation, 'missing', { sha256, name });
    };
    const counts = await withDatabase(invocation, (database, { dataDirectory }) => writeArchive(database, { out, dataDirectory, onMissing, signal: invocation.signal }));
    report(invocation, 'archived', { file: out, ...counts });
    return missing > 0 ? REFUSED : DONE;
  },
};

export const restoreCommand: Command = {
  options: {},
  takes: 'file',
  async run(invocation) {
    const [archive = ''] = invocation.positionals;
    const counts = await withDatabase(invocation, (database, { dataDirectory }) => restoreArchive(database, { archive, dataDirectory, signal: invocation.signal }), { made: true });
    report(invocation, 'restored', { ...counts });
    return DONE;
  },
};
