import { rotateKeys } from '../../requests/rotate.ts';
import { openRequestStore } from '../../requests/store.ts';
import { DONE, report, withDatabase, type Command } from './command.ts';

export const rotateKeysCommand: Command = {
  options: {},
  async run(invocation) {
    const { count, key } = await withDatabase(invocation, async (database, settings) => {
      const store = openRequestStore(database, settings);
      return { count: await rotateKeys(store, invocation.signal), key: store.keys.current };
    });
    report(invocation, 'rotated', { count, key });
    return DONE;
  },
};
