/** One server-sent event. */
export interface ServerEvent {
  readonly type: string;
  readonly data: string;
}

/** Events in their order, `undefined` when there are no more; nothing for too long is an end, too. */
export interface Events {
  next(milliseconds: number): Promise<ServerEvent | undefined>;
  close(): void;
}

/** Where they come from: begins to give, and answers how to stop. */
type Source = (give: (event: ServerEvent) => void, end: () => void) => () => void;

/** Who does not come to take them for so many is better off beginning anew. */
const MOST_WAITING = 1000;

/** Events are kept until they are taken. */
export function eventsOf(source: Source): Events {
  const waiting: ServerEvent[] = [];
  let ended = false;
  let stop = (): void => undefined;
  let wake: (() => void) | undefined;
  const end = () => {
    ended = true;
    stop();
    wake?.();
  };
  stop = source((event) => {
    if (ended) return;
    waiting.push(event);
    wake?.();
    if (waiting.length > MOST_WAITING) end();
  }, end);
  if (ended) stop();
  return {
    close: end,
    async next(milliseconds) {
      if (waiting.length === 0 && !ended) {
        let timer: ReturnType<typeof setTimeout> | undefined;
        await new Promise<void>((resolve) => {
          wake = resolve;
          timer = setTimeout(end, milliseconds);
        });
        clearTimeout(timer);
        wake = undefined;
      }
      return waiting.shift();
    },
  };
}

/** By the browser's own EventSource. It would connect again by itself; who follows does that better, knowing where it stands. */
export const byEventSource = (url: string, types: readonly string[]): Source => (give, end) => {
  const source = new EventSource(url);
  for (const type of types) source.addEventListener(type, ({ data }) => give({ type, data: String(data) }));
  source.addEventListener('error', end);
  return () => source.close();
};

/** By `fetch`, where there is no EventSource. */
export const byFetch = (url: string, send: typeof fetch): Source => (give, end) => {
  const stop = new AbortController();
  read(url, send, stop.signal, give).then(end, end);
  return () => stop.abort();
};

async function read(url: string, send: typeof fetch, signal: AbortSignal, give: (event: ServerEvent) => void): Promise<void> {
  const { ok, body } = await send(new Request(url, { headers: { accept: 'text/event-stream' }, cache: 'no-store', signal }));
  const reader = ok ? body?.getReader() : undefined;
  const decoder = new TextDecoder();
  for (let text = ''; reader; ) {
    const { done, value } = await reader.read();
    if (done) return;
    // An empty line ends an event.
    const blocks = (text + decoder.decode(value, { stream: true })).split(/\r?\n\r?\n/);
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      // Not `^` and `.`: to those, U+2028 within a title is an end of line.
      const field = (name: string) => new RegExp(`(?:^|\\n)${name}: ?([^\\r\\n]*)`).exec(block)?.[1];
      const data = field('data');
      if (data !== undefined) give({ type: field('event') ?? 'message', data });
    }
  }
}
