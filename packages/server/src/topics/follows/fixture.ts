import assert from 'node:assert/strict';
import { after } from 'node:test';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import type { Server } from '../../fixture.ts';
import { solved } from '../../requests/fixture.ts';
import { ask } from '../fixture.ts';

/** What the tests of letters share: a mail server that takes what it is sent, and people who follow. */

interface Received {
  readonly mail: ParsedMail;
  readonly raw: string;
  readonly to: string;
  readonly secure: boolean;
}

/** A mail server on a free port of this machine. */
export async function receiver(options: Partial<SMTPServerOptions> = {}) {
  const all: Received[] = [];
  const untaken: Received[] = [];
  const waiting: ((letter: Received) => void)[] = [];
  const server = new SMTPServer({
    authOptional: true, logger: false,
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const raw = Buffer.concat(pieces);
        void simpleParser(raw).then((mail) => {
          const letter = { mail, raw: raw.toString('latin1'), to: session.envelope.rcptTo.map(({ address }) => address).join(), secure: session.secure };
          all.push(letter);
          const next = waiting.shift();
          if (next === undefined) untaken.push(letter);
          else next(letter);
          done();
        });
      });
    },
    ...options,
  });
  // A client that gives up in the middle is what some tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  after(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as { readonly port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    /** All that came, in the order in which it came. */
    all,
    /** The next letter that no test has looked at, when it comes. */
    next: (): Promise<Received> => {
      const letter = untaken.shift();
      return letter === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(letter);
    },
  };
}
type Receiver = Awaited<ReturnType<typeof receiver>>;

export const FROM = { name: '清河市点题公开', address: 'topics@qinghe.example' };
export const PUBLIC_URL = 'https://topics.qinghe.example';

/** Settings of a server whose letters a receiver gets. */
export const mailing = ({ url }: Pick<Receiver, 'url'>) => ({ publicUrl: PUBLIC_URL, mail: { smtp: url, from: FROM }, topicPage: 'https://www.qinghe.example/topics?id={id}' });

type Of = { readonly topic: string } | { readonly agency: string };

export async function follow(server: Server, of: Of, email: string, language: 'zh-CN' | 'zh-Hant' | 'en' = 'en'): Promise<void> {
  assert.deepEqual(await ask(server, 'follows.create', { body: { of, email, language, challenge: await solved(server) } }), { follow: 'asked' });
}

/** The path of the page that a letter links to. */
export function pageIn({ mail }: Received): string {
  const [, path] = new RegExp(`${PUBLIC_URL}(/v1/follows/[\\w-]+)(?!\\S)`).exec(mail.text ?? '') ?? [];
  assert.ok(path, mail.text);
  return path;
}

/** What a button on the page does. */
export const press = (server: Server, path: string, body = ''): Promise<Response> =>
  fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'null', 'accept-language': 'en' }, body });

/** Somebody who asked and confirmed; answers the path of their page. */
export async function follower(server: Server, mailbox: Receiver, of: Of, email: string, language?: 'zh-CN' | 'zh-Hant' | 'en'): Promise<string> {
  await follow(server, of, email, language);
  const page = pageIn(await mailbox.next());
  assert.equal((await press(server, `${page}/confirmation`)).status, 200);
  return page;
}

/** What a letter says in each of its headers of a name, put together again where lines were folded. */
export function header({ raw }: Received, name: string): string[] {
  const [head = ''] = raw.split('\r\n\r\n', 1);
  return head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n').flatMap((line) => new RegExp(`^${name}: ?(.*)$`, 'i').exec(line)?.[1]?.trim() ?? []);
}
