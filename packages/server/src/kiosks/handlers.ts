import type { HandlersOf } from '../handlers.ts';
import type { RequestStore } from '../requests/store.ts';
import { enrolKiosk } from './enrol.ts';
import { takeHeartbeat } from './heartbeat.ts';
import { createKiosk, listKiosks, orderReload, renewCode, revokeKiosk, saveKiosk, setPin } from './kiosks.ts';

type KioskOperation =
  | 'kiosks.list' | 'kiosks.create' | 'kiosks.code' | 'kiosks.save' | 'kiosks.pin' | 'kiosks.reload' | 'kiosks.revoke' | 'kiosks.enrol' | 'kiosks.heartbeat';

export function kioskHandlers(store: RequestStore): HandlersOf<KioskOperation> {
  const { database } = store;
  return {
    'kiosks.list': ({ query, actor }) => listKiosks(database, query, actor),
    'kiosks.create': ({ body, actor, key }) => createKiosk(store, body, { actor, key }),
    'kiosks.code': ({ params }) => renewCode(store, params.id),
    'kiosks.save': ({ params, body }) => saveKiosk(database, params.id, body),
    'kiosks.pin': ({ params, body }) => setPin(database, params.id, body.pin),
    'kiosks.reload': ({ params }) => orderReload(database, params.id),
    'kiosks.revoke': ({ params }) => revokeKiosk(database, params.id),
    'kiosks.enrol': ({ body, address, requestId }) => enrolKiosk(store, body.code, { address, requestId }),
    'kiosks.heartbeat': ({ device, body }) => takeHeartbeat(database, device, body),
  };
}
