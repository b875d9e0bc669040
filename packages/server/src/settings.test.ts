import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DEMO_SECRET, readSettings } from './settings.ts';

test('settings have defaults that are safe on a desk', () => {
  assert.deepEqual(readSettings({}), { port: 8787, host: '127.0.0.1', dataDirectory: './data', writeOrigins: [], rateLimit: 600, streams: 5000, streamsPerAddress: 100, webhooksLocal: false, showMissed: false, logLevel: 'info', trustProxy: false, fileLimit: 50 * 1024 * 1024, challengeCost: 5000, boardLimit: 200 });
  assert.equal(readSettings({ PORT: ' ' }).port, 8787);
});

test('settings are read', () => {
  const { port, databaseUrl, publicUrl, writeOrigins, trustProxy } = readSettings({
    PORT: '0', DATABASE_URL: 'postgres://a@b/c', PUBLIC_URL: 'https://x.example/', SUNLIT_ORIGINS: 'https://a.example, https://b.example', TRUST_PROXY: 'true',
  });
  assert.deepEqual([port, databaseUrl, publicUrl, writeOrigins, trustProxy], [0, 'postgres://a@b/c', 'https://x.example', ['https://a.example', 'https://b.example'], true]);
});

test('a setting that makes no sense is named', () => {
  for (const [name, value] of Object.entries({
    PORT: '80a', DATABASE_URL: 'mysql://a', PUBLIC_URL: 'x.example', SUNLIT_ORIGINS: 'https://a.example/path', RATE_LIMIT: '0', LOG_LEVEL: 'loud', TRUST_PROXY: 'yes', SUNLIT_SHOW_MISSED: 'on',
  })) {
    assert.throws(() => readSettings({ [name]: value }), new RegExp(`^Error: ${name}="`), name);
  }
});

test('production needs a secret and master keys of its own, and is never told one back', () => {
  const keys = `new:${Buffer.alloc(32, 1).toString('base64')},old:${Buffer.alloc(32, 2).toString('base64')}`;
  const production = (SUNLIT_SECRET?: string, SUNLIT_DATA_KEYS?: string) => readSettings({ NODE_ENV: 'production', SUNLIT_SECRET, SUNLIT_DATA_KEYS });
  assert.throws(() => production(undefined, keys), /SUNLIT_SECRET is missing/);
  assert.throws(() => production(DEMO_SECRET, keys), /SUNLIT_SECRET is the one of the demo/);
  assert.throws(() => production('x'.repeat(32)), /SUNLIT_DATA_KEYS is missing/);
  assert.throws(() => readSettings({ SUNLIT_SECRET: 'too short' }), (error: Error) => /^SUNLIT_SECRET is not at least 32 bytes/.test(error.message) && !error.message.includes('too short'));
  for (const wrong of ['k1', 'k1:c2hvcnQ=', `k1:${'A'.repeat(43)}=,k1:${'B'.repeat(43)}=`, 'k 1:x']) {
    assert.throws(() => readSettings({ SUNLIT_DATA_KEYS: wrong }), (error: Error) => /^SUNLIT_DATA_KEYS is not a list of keys/.test(error.message) && !error.message.includes(wrong));
  }
  const { secret, dataKeys } = production('x'.repeat(32), keys);
  assert.deepEqual([secret, dataKeys?.map(({ id, key }) => [id, key.length])], ['x'.repeat(32), [['new', 32], ['old', 32]]]);
});

test('single sign-on is set in full or not at all', () => {
  const whole = { SUNLIT_OIDC_ISSUER: 'https://id.example/', SUNLIT_OIDC_CLIENT_ID: 'sunlit', SUNLIT_OIDC_CLIENT_SECRET: 'secret' };
  assert.deepEqual(readSettings(whole).singleSignOn, { issuer: 'https://id.example', clientId: 'sunlit', clientSecret: 'secret' });
  assert.equal(readSettings({ ...whole, SUNLIT_OIDC_NAME: '统一身份认证' }).singleSignOn?.name, '统一身份认证');
  for (const name of Object.keys(whole)) assert.throws(() => readSettings({ ...whole, [name]: '' }), new RegExp(`${name} is missing`), name);
  assert.throws(() => readSettings({ ...whole, SUNLIT_OIDC_ISSUER: 'id.example' }), /SUNLIT_OIDC_ISSUER="id.example" is not/);
});

test('letters need a mail server, a sender and a public address, and no password is told back', () => {
  const mail = { SUNLIT_SMTP_URL: 'smtps://user:hidden@mail.example', SUNLIT_MAIL_FROM: '点题公开 <topics@qinghe.example>', PUBLIC_URL: 'https://x.example' };
  assert.deepEqual(readSettings({ ...mail, SUNLIT_TOPIC_PAGE: 'https://www.x.example/t?id={id}' }).mail, { smtp: mail.SUNLIT_SMTP_URL, from: { name: '点题公开', address: 'topics@qinghe.example' } });
  assert.equal(readSettings({ ...mail, SUNLIT_TOPIC_PAGE: 'https://www.x.example/t?id={id}' }).topicPage, 'https://www.x.example/t?id={id}');
  assert.deepEqual(readSettings({ ...mail, SUNLIT_MAIL_FROM: 'topics@qinghe.example' }).mail?.from, { name: '', address: 'topics@qinghe.example' });
  for (const [changed, why] of [
    [{ SUNLIT_MAIL_FROM: undefined }, /^SUNLIT_MAIL_FROM is missing/], [{ SUNLIT_SMTP_URL: undefined }, /^SUNLIT_SMTP_URL is missing/], [{ PUBLIC_URL: undefined }, /^PUBLIC_URL is missing/],
    [{ SUNLIT_SMTP_URL: 'https://user:hidden@mail.example' }, /^SUNLIT_SMTP_URL is not/], [{ SUNLIT_SMTP_URL: 'smtp://user:hidden@mail.example?tls=never' }, /^SUNLIT_SMTP_URL is not/],
    [{ SUNLIT_MAIL_FROM: 'a@x.example, b@x.example' }, /^SUNLIT_MAIL_FROM="/], [{ SUNLIT_MAIL_FROM: 'nobody' }, /^SUNLIT_MAIL_FROM="/], [{ SUNLIT_TOPIC_PAGE: 'https://www.x.example/t' }, /^SUNLIT_TOPIC_PAGE="/],
  ] as const) assert.throws(() => readSettings({ ...mail, ...changed }), (error: Error) => why.test(error.message) && !error.message.includes('hidden'), JSON.stringify(changed));
});
