import { browserStorage, type KeyValueStorage } from '@sunlit/client';
import { boxStorage } from '../box/storage.ts';

/** Where it stands which device this is: on the disk of the box, else in a database that no wipe touches. */
export const deviceStorage = (onBox: boolean): KeyValueStorage => (onBox ? boxStorage() : browserStorage('kiosk device'));
