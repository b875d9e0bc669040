import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { after, test } from 'node:test';
import type { Database } from '../../database/database.ts';
import { onEachEngine } from '../../fixture.ts';
import { openRequestStore } from '../../requests/store.ts';
import { boards } from '../fixture.ts';
import { FROM, PUBLIC_URL, follower, header, mailing, receiver } from './fixture.ts';
import { LetterRefused, postBySmtp, smtpOptions, type Letter, type Post } from './post.ts';
import { LetterSweep } from './send.ts';

const MINUTE = 60_000;

const letterTo = (to: string, changed: Partial<Letter> = {}): Letter => ({ to, subject: '标题', text: '正文\n', html: '<p>正文</p>', id: '0123456789abcdef', stopUrl: `${PUBLIC_URL}/v1/follows/token/end`, ...changed });
const unhurried = () => new AbortController().signal;

onEachEngine('letters', (open) => {
  /** A topic that so many follow, taken up, so that a letter for each waits; the server that asked them has gone. */
  async function queued(count: number) {
    let now = Date.now();
    const database: Database = { ...(await open()), now: () => new Date(now) };
    const mailbox = await receiver();
    const { server, open: openTopic, take } = await boards(database, { settings: mailing(mailbox) });
    const { id } = await openTopic();
    for (let one = 0; one < count; one++) await follower(server, mailbox, { topic: id }, `reader${one}@mail.example`);
    await server.app.close();
    await take(id, { type: 'claim', promise: { workdays: 10 } });
    const failures: string[] = [];
    const sweeper = (post: Post, by: Database = database) => new LetterSweep(openRequestStore(by, server.settings), {
      publicUrl: PUBLIC_URL, post, failed: ({ attempts, givenUp }, error) => void failures.push(`${attempts ?? ''} ${givenUp ? 'given up' : 'again'}: ${error instanceof Error ? error.message : String(error)}`),
    });
    const rows = () => database.read.selectFrom('letter_out').select(['attempts', 'next_at', 'sent_at', 'failed_at']).where('kind', '=', 'step').orderBy('no').execute();
    return { database, mailbox, sweeper, failures, rows, pass: (milliseconds: number) => void (now += milliseconds), post: postBySmtp({ smtp: mailbox.url, from: FROM }) };
  }

  test('are sent once, however many processes look at the same time', async () => {
    const { mailbox, sweeper, rows, post, failures } = await queued(6);
    const before = mailbox.all.length;
    const sweeps = Array.from({ length: 5 }, () => sweeper(post));
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    const sent = mailbox.all.slice(before);
    assert.deepEqual(sent.map(({ to }) => to).sort(), Array.from({ length: 6 }, (_, one) => `reader${one}@mail.example`));
    assert.equal(new Set(sent.map((letter) => header(letter, 'Message-ID').join())).size, 6);
    assert.ok((await rows()).every(({ sent_at, attempts }) => sent_at !== null && attempts === 1));
    await Promise.all(sweeps.map((sweep) => sweep.sweep()));
    assert.deepEqual([mailbox.all.length, failures], [before + 6, []]);
  });

  test('that a process took along when it ended are sent by another, known again by their Message-ID', async () => {
    const { mailbox, sweeper, rows, post, pass } = await queued(1);
    const before = mailbox.all.length;
    let handedOver: () => void = () => undefined;
    const reached = new Promise<void>((resolve) => (handedOver = resolve));
    // It hands the letter over and never comes to note it.
    void sweeper(async (letter, signal) => {
      await post(letter, signal);
      handedOver();
      await new Promise(() => undefined);
    }).sweep();
    await reached;
    await sweeper(post).sweep();
    assert.deepEqual([mailbox.all.length, (await rows())[0]?.sent_at], [before + 1, null], 'while it may still be at it, nobody else is');
    pass(2 * MINUTE);
    await sweeper(post).sweep();
    const [first, second] = mailbox.all.slice(before);
    assert.ok(first && second);
    assert.deepEqual(header(first, 'Message-ID'), header(second, 'Message-ID'));
    assert.notEqual((await rows())[0]?.sent_at, null);
  });

  test('that the database could not note are noted later, and not sent again', async () => {
    const { mailbox, sweeper, rows, post, pass, failures, database } = await queued(1);
    const before = mailbox.all.length;
    const { write } = database;
    let broken = false;
    const sweep = sweeper(async (letter, signal) => {
      await post(letter, signal);
      broken = true;
    }, { ...database, get write() {
      if (broken) throw new Error('disk full');
      return write;
    } });
    await sweep.sweep();
    assert.deepEqual([mailbox.all.length, (await rows())[0]?.sent_at, failures], [before + 1, null, [' again: disk full']]);
    broken = false;
    pass(2 * MINUTE);
    await sweep.sweep();
    assert.notEqual((await rows())[0]?.sent_at, null);
    assert.equal(mailbox.all.length, before + 1);
  });

  test('that are refused for now are tried again, ever later, and given up after a day', async () => {
    const { sweeper, rows, failures, pass, database } = await queued(1);
    const busy = await receiver({ onRcptTo: ({ address }, _session, done) => done(Object.assign(new Error(`${address} is over quota`), { responseCode: 452 })) });
    const sweep = sweeper(postBySmtp({ smtp: busy.url, from: FROM }));
    const pauses: number[] = [];
    const began = database.now().getTime();
    for (let tries = 0; tries < 30; tries++) {
      await sweep.sweep();
      const [row] = await rows();
      assert.ok(row);
      if (row.failed_at !== null) break;
      const pause = Date.parse(row.next_at) - database.now().getTime();
      pauses.push(pause);
      // Not a moment before.
      pass(pause - 1);
      await sweep.sweep();
      assert.equal((await rows())[0]?.attempts, row.attempts);
      pass(1);
    }
    const [row] = await rows();
    assert.ok(row?.failed_at);
    assert.equal(row.sent_at, null);
    assert.ok(pauses.length > 8 && Math.max(...pauses) <= 4 * 60 * MINUTE && (pauses[0] ?? 0) <= 1.25 * MINUTE, String(pauses));
    assert.ok(database.now().getTime() - began > 15 * 60 * MINUTE && database.now().getTime() - began < 36 * 60 * MINUTE);
    assert.equal(failures.length, pauses.length + 1);
    assert.match(failures[0] ?? '', /^1 again: EENVELOPE 452$/);
    assert.match(failures.at(-1) ?? '', /^\d+ given up: EENVELOPE 452$/);
    pass(24 * 60 * MINUTE);
    await sweep.sweep();
    assert.equal(failures.length, pauses.length + 1);
  });

  test('to an address that is none are given up at once', async () => {
    const { sweeper, rows, failures } = await queued(1);
    const strict = await receiver({ onRcptTo: ({ address }, _session, done) => done(Object.assign(new Error(`no such user ${address}`), { responseCode: 550 })) });
    await sweeper(postBySmtp({ smtp: strict.url, from: FROM })).sweep();
    assert.deepEqual([(await rows()).map(({ failed_at, attempts }) => [failed_at !== null, attempts]), failures], [[[true, 1]], ['1 given up: EENVELOPE 550']]);
  });

  test('wait neither for one that is slow nor for one that fails', async () => {
    const { mailbox, sweeper, rows, post, failures } = await queued(5);
    const before = mailbox.all.length;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const sweeping = sweeper(async (letter, signal) => {
      if (letter.to.startsWith('reader0')) await held;
      if (letter.to.startsWith('reader1')) throw new LetterRefused('ECONNECTION', false);
      await post(letter, signal);
    }).sweep();
    while ((await rows()).filter(({ sent_at }) => sent_at !== null).length < 3) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(mailbox.all.length, before + 3);
    release();
    await sweeping;
    assert.deepEqual([mailbox.all.length, failures], [before + 4, ['1 again: ECONNECTION']]);
  });
});

test('nothing in a letter begins a header or another receiver', async () => {
  const mailbox = await receiver();
  const post = postBySmtp({ smtp: mailbox.url, from: FROM });
  const nasty = '标题\r\nBcc: stranger@mail.example\r\n\r\n<script>\u2028X-Other: 1\u202e\u0000';
  await post(letterTo('reader@mail.example', { subject: nasty, text: `.\r\nRCPT TO:<stranger@mail.example>\r\n.\r\n${nasty}` }), unhurried());
  const letter = await mailbox.next();
  assert.equal(letter.to, 'reader@mail.example');
  assert.deepEqual([header(letter, 'Bcc'), header(letter, 'X-Other'), header(letter, 'Subject').length], [[], [], 1]);
  assert.equal(letter.mail.subject, '标题 Bcc: stranger@mail.example <script> X-Other: 1');
  assert.equal(mailbox.all.length, 1);
});

test('TLS is required, but of a server on this machine or where the operator says so', async () => {
  const told = (url: string) => {
    const { host, port, secure, requireTLS, tls } = smtpOptions(url);
    return [host, port, secure, requireTLS, tls.rejectUnauthorized];
  };
  assert.deepEqual(told('smtp://mail.example'), ['mail.example', 587, false, true, true]);
  assert.deepEqual(told('smtp://mail.example:25?tls=offered'), ['mail.example', 25, false, false, false]);
  assert.deepEqual(told('smtps://mail.example'), ['mail.example', 465, true, true, true]);
  assert.deepEqual(told('smtp://localhost:25'), ['localhost', 25, false, false, false]);
  assert.deepEqual(told('smtp://[::1]:25?tls=required'), ['::1', 25, false, true, true]);
  assert.deepEqual(smtpOptions('smtp://topics%40qinghe:p%2Fw@mail.example').auth, { user: 'topics@qinghe', pass: 'p/w' });

  const heard: string[] = [];
  const plain = await receiver({ disabledCommands: ['STARTTLS'], onMailFrom: ({ address }, _session, done) => void (heard.push(address), done()) });
  await postBySmtp({ smtp: plain.url, from: FROM })(letterTo('reader@mail.example'), unhurried());
  assert.equal((await plain.next()).secure, false);
  heard.length = 0;
  await assert.rejects(postBySmtp({ smtp: `${plain.url}?tls=required`, from: FROM })(letterTo('reader@mail.example'), unhurried()), (error: LetterRefused) => error instanceof LetterRefused && !error.final);
  assert.deepEqual(heard, [], 'nothing was said before');
  // Its certificate is its own: good enough for this machine, and not where TLS is required.
  const offering = await receiver();
  await postBySmtp({ smtp: offering.url, from: FROM })(letterTo('reader@mail.example'), unhurried());
  assert.equal((await offering.next()).secure, true);
  await assert.rejects(postBySmtp({ smtp: `${offering.url}?tls=required`, from: FROM })(letterTo('reader@mail.example'), unhurried()), LetterRefused);
  assert.equal(offering.all.length, 1);
});

test('a server that says nothing is left when the time is over, and what it says is told without addresses', async () => {
  const silent = createServer().listen(0, '127.0.0.1');
  await once(silent, 'listening');
  after(() => silent.close());
  const { port } = silent.address() as { readonly port: number };
  const stop = new AbortController();
  const connected = once(silent, 'connection') as Promise<[Socket]>;
  const posting = postBySmtp({ smtp: `smtp://127.0.0.1:${port}`, from: FROM })(letterTo('reader@mail.example'), stop.signal);
  const [socket] = await connected;
  const closed = once(socket, 'close');
  socket.resume();
  stop.abort();
  await assert.rejects(posting, LetterRefused);
  await closed;
  silent.close();

  const rude = await receiver({ onData: (stream, _session, done) => void stream.resume().on('end', () => done(Object.assign(new Error('reader@mail.example is a spammer'), { responseCode: 554 }))) });
  await assert.rejects(postBySmtp({ smtp: rude.url, from: FROM })(letterTo('reader@mail.example'), unhurried()), (error: LetterRefused) => error.message === 'EMESSAGE 554' && !error.final && error.cause === undefined);
  await assert.rejects(postBySmtp({ smtp: 'smtp://127.0.0.1:9', from: FROM })(letterTo('reader@mail.example'), unhurried()), (error: LetterRefused) => !error.message.includes('@'));
});
