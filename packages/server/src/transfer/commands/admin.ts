import { AGENCY_LEVELS, AgencyContent, operations } from '@sunlit/contract';
import { Ajv } from 'ajv';
import { saveAgencies } from '../../agencies/tree.ts';
import { migrate } from '../../database/database.ts';
import { makeAdministrator } from '../../staff/seed.ts';
import { TransferError } from '../transfer-error.ts';
import { DONE, UsageError, oneOf, report, text, withDatabase, type Command } from './command.ts';

export const adminCommand: Command = {
  options: { agency: { type: 'string' }, name: { type: 'string' }, level: { type: 'string' } },
  takes: 'username',
  async run(invocation) {
    const [username = ''] = invocation.positionals;
    check('USERNAME', operations['staff.create'].body.properties.username, username, 'a-z 0-9 . _ - (3–30)');
    const [id, name, level = 'city'] = [text(invocation, 'agency'), text(invocation, 'name'), oneOf(invocation, 'level', AGENCY_LEVELS)];
    const password = await withDatabase(invocation, async (database) => {
      await migrate(database);
      const first = await database.read.selectFrom('agency').select('no').limit(1).executeTakeFirst();
      if (first === undefined) {
        if (id === undefined || name === undefined) throw new TransferError('admin.agency');
        check('--agency', AgencyContent.properties.id, id, 'a-z 0-9 - (1–64)');
        check('--name', AgencyContent.properties.name, name, '1–100');
        await saveAgencies(database, [{ id, name, level, kind: 'government', phones: [], leaders: [], offices: [], venues: [] }]);
      } else if (id !== undefined || name !== undefined) throw new TransferError('admin.agency-there');
      return makeAdministrator(database, username);
    }, { made: true });
    report(invocation, 'admin', { username, password });
    return DONE;
  },
};

/** @throws UsageError when a value is none of the contract's. */
function check(name: string, schema: object, value: string, allowed: string): void {
  if (!new Ajv().validate(schema, value)) throw new UsageError('value', { name, value, allowed });
}
