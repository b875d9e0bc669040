import { expect } from '@open-wc/testing';
import { createOutbox, type NewSubmission, type Outbox, type Submission } from '../../src/outbox.ts';
import { api, type Api } from '../api.ts';

/* The outbox in a real browser: IndexedDB, Web Locks, and tabs. A frame is a tab of its own to all three; removing it is its crash. */

const request: NewSubmission<'requests.submit'> = {
  operation: 'requests.submit',
  body: {
    agencyId: 'qinghe-water', channel: 'online', wanted: { description: '采砂许可批文' }, form: 'electronic', route: 'online',
    applicant: { type: 'naturalPerson', name: '张三', identity: { type: 'passport', number: 'E12345678' }, contact: { phone: '13800000000' } },
  },
};

interface Tab {
  readonly box: Outbox;
  crash(): void;
}

async function tab(server: Api): Promise<Tab> {
  const frame = document.createElement('iframe');
  const source = new URL('../../src/outbox.ts', import.meta.url).href;
  frame.srcdoc = `<script type="module">import { createOutbox } from '${source}'; window.createOutbox = createOutbox; window.frameElement.dispatchEvent(new Event('ready'));</script>`;
  const ready = new Promise((resolve) => frame.addEventListener('ready', resolve));
  document.body.append(frame);
  await ready;
  const make = (frame.contentWindow as unknown as { readonly createOutbox: typeof createOutbox }).createOutbox;
  return { box: make({ baseUrl: server.baseUrl, device: 'own', fetch: server.fetch }), crash: () => frame.remove() };
}

function until(box: Outbox, met: (all: readonly Submission[]) => boolean): Promise<readonly Submission[]> {
  return new Promise((resolve) => {
    const stop = box.watch((all) => {
      if (!met(all)) return;
      setTimeout(() => stop());
      resolve(all);
    });
  });
}
const settled = (all: readonly Submission[]) => all.length > 0 && all.every(({ state }) => state === 'received' || state === 'refused');

describe('outbox in a browser', () => {
  it('keeps what was added over a crash, and the next page sends it once', async () => {
    const server = api();
    const first = await tab(server);
    expect(await first.box.canKeep()).to.equal(true);
    const { id } = await first.box.add(request);
    server.otherwise = 'nothing comes';
    first.box.start();
    await until(first.box, ([only]) => only?.state === 'sending');
    first.crash();
    server.otherwise = 'none';
    const box = createOutbox({ baseUrl: server.baseUrl, device: 'own', fetch: server.fetch });
    expect((await box.list()).map((kept) => [kept.id, kept.state])).to.deep.equal([[id, 'waiting']]);
    box.start();
    await until(box, settled);
    expect(server.rows.map(({ key }) => key)).to.deep.equal([id]);
    expect(await box.remove(id)).to.equal(true);
    await box.stop();
  });

  it('of two tabs one sends; the other is told, and takes over when that one crashes', async () => {
    const server = api();
    const [first, second] = [await tab(server), await tab(server)];
    first.box.start();
    second.box.start();
    const added = await second.box.add(request);
    const [seen] = await until(second.box, settled);
    expect(seen).to.include({ id: added.id, state: 'received' });
    server.otherwise = 'answer lost';
    const { id } = await second.box.add(request);
    await until(second.box, (all) => all[1]?.attempts === 1);
    first.crash();
    server.otherwise = 'none';
    await until(second.box, (all) => all.length === 2 && settled(all));
    expect(server.rows.map(({ key }) => key)).to.deep.equal([added.id, id]);
    await second.box.stop();
    second.crash();
  });

  it('wakes when the network is back', async () => {
    const server = api();
    const { box, crash } = await tab(server);
    server.otherwise = 'unreachable';
    box.start();
    await box.add(request);
    await until(box, ([only]) => only?.state === 'waiting' && only.until !== undefined);
    server.otherwise = 'none';
    document.querySelector('iframe')?.contentWindow?.dispatchEvent(new Event('online'));
    await until(box, settled);
    await box.stop();
    crash();
  });

  it('says that nothing can be kept where storage is blocked', async () => {
    const server = api();
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is blocked', 'SecurityError');
    };
    try {
      const box = createOutbox({ baseUrl: server.baseUrl, device: 'own', fetch: server.fetch });
      expect([await box.canKeep(), box.problem()?.code]).to.deep.equal([false, 'storage-unavailable']);
      expect(await box.add(request).then(() => 'added', ({ code }: { code: unknown }) => code)).to.equal('storage-unavailable');
    } finally {
      IDBFactory.prototype.open = open;
    }
  });
});
