import assert from 'node:assert/strict';
import { after } from 'node:test';
import type { Server } from '../fixture.ts';

interface ServerEvent {
  readonly event: string;
  readonly id: number;
  readonly data: string;
}

/** The events of a stream, as they come. */
export async function streamed<Change extends { readonly seq: number }>({ url }: Pick<Server, 'url'>, path: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  after(() => stop.abort());
  const response = await fetch(url + path, { headers, signal: stop.signal });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<ServerEvent | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        const value = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
        return { event: value('event'), id: Number(value('id')), data: value('data') };
      }
      const { value, done } = await reader.read().catch(() => ({ value: undefined, done: true }));
      if (done) return undefined;
      text += value;
    }
  };
  const change = async (): Promise<Change> => {
    for (;;) {
      const one = await next();
      assert.ok(one, 'the stream goes on');
      if (one.event !== 'change') continue;
      const parsed = JSON.parse(one.data) as Change;
      assert.equal(one.id, parsed.seq);
      return parsed;
    }
  };
  const changes = async (count: number) => {
    const all: Change[] = [];
    while (all.length < count) all.push(await change());
    return all;
  };
  return { response, next, change, changes, stop: () => stop.abort() };
}
