import { BoxStore } from '../../packages/server/src/box/store.ts';

/* A process of its own for `box-store.test.ts`, which is killed in the middle of what it does. */

export type StoreCall = { readonly n: number; readonly key: string } & ({ readonly do: 'set'; readonly value: string } | { readonly do: 'del' } | { readonly do: 'get' });
export interface StoreAnswer {
  readonly n: number;
  readonly value?: string | undefined;
  readonly damaged: number;
}

const [, , folder = ''] = process.argv;
const store = await BoxStore.open(folder, () => undefined);
const answer = (said: StoreAnswer) => process.send?.(said);
process.on('message', async (call: StoreCall) => {
  const { n, key } = call;
  if (call.do === 'get') return answer({ n, value: await store.get(key), damaged: store.damaged });
  await (call.do === 'set' ? store.set(key, call.value) : store.del(key));
  answer({ n, damaged: store.damaged });
});
answer({ n: 0, damaged: store.damaged });
