import type { Database } from '../database/database.ts';
import type { HandlersOf } from '../handlers.ts';

type StaffOperation = 'staff.me' | 'staff.list' | 'staff.create' | 'staff.grant' | 'staff.revoke' | 'staff.disable' | 'tokens.list' | 'tokens.create' | 'tokens.revoke';
const later = () => Promise.reject(new Error('to be written'));

export function staffHandlers(_database: Database): HandlersOf<StaffOperation> {
  return {
    'staff.me': later, 'staff.list': later, 'staff.create': later, 'staff.grant': later, 'staff.revoke': later, 'staff.disable': later,
    'tokens.list': later, 'tokens.create': later, 'tokens.revoke': later,
  };
}
