import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesDirectory } from '../../files.ts';
import { backUp } from '../backup.ts';
import { TransferError } from '../transfer-error.ts';
import { DONE, report, settings, type Command } from './command.ts';

export const backupCommand: Command = {
  options: {},
  takes: 'directory',
  async run(invocation) {
    const [out = ''] = invocation.positionals;
    const { databaseUrl, dataDirectory } = settings(invocation);
    if (databaseUrl !== undefined) throw new TransferError('backup.postgres', { files: filesDirectory(dataDirectory) });
    if (!existsSync(join(dataDirectory, 'sunlit.sqlite'))) throw new TransferError('database.none', { directory: dataDirectory });
    const files = await backUp({ dataDirectory, out, signal: invocation.signal });
    report(invocation, 'backed-up', { directory: out, files });
    return DONE;
  },
};
