import type { LevelWithSilent } from 'pino';
import { parseMasterKeys, type MasterKey } from './requests/keys.ts';

/** Everything an operator can set, by environment variable. */
export interface Settings {
  /** `PORT`; 0 takes any free one. */
  readonly port: number;
  /** `HOST`: the address to listen on. Only this machine unless said. */
  readonly host: string;
  /** `SUNLIT_DATA`: where the SQLite file and the attachments live. */
  readonly dataDirectory: string;
  /** `DATABASE_URL`: a postgres URL; SQLite in `SUNLIT_DATA` without it. */
  readonly databaseUrl?: string;
  /** `PUBLIC_URL`: how the world reaches this server, for the links in feeds; the request's own host without it. */
  readonly publicUrl?: string;
  /** `SUNLIT_ORIGINS`: the web origins that may write, separated by spaces or commas. Anyone may read. */
  readonly writeOrigins: readonly string[];
  /** `RATE_LIMIT`: requests per minute and address. */
  readonly rateLimit: number;
  /** `STREAMS`: connections that may follow the public changes at once. */
  readonly streams: number;
  /** `STREAMS_PER_ADDRESS`: how many of them from one address, behind which there may be a whole office. */
  readonly streamsPerAddress: number;
  /** `WEBHOOKS_LOCAL`: whether webhooks may use http and reach this machine and its network. Only for trying them out. */
  readonly webhooksLocal: boolean;
  /** `SUNLIT_SHOW_MISSED`: whether the public is told that the next issue of a periodic disclosure is overdue. Staff always are. */
  readonly showMissed: boolean;
  /** `LOG_LEVEL`. */
  readonly logLevel: LevelWithSilent;
  /** `TRUST_PROXY`: whether the address of the caller is taken from `X-Forwarded-For`. Only behind a proxy that sets it. */
  readonly trustProxy: boolean;
  /** `FILE_LIMIT`: bytes that an uploaded file may have; set in megabytes. */
  readonly fileLimit: number;
  /** `SUNLIT_SECRET`, at least 32 bytes: signs staff sessions. Without it, a key file in `SUNLIT_DATA`, made at the first start. */
  readonly secret?: string;
  /** `SUNLIT_DATA_KEYS`: master keys of personal data as `id:base64`, the current one first. Without it, a key file in `SUNLIT_DATA`, made at the first start. */
  readonly dataKeys?: readonly [MasterKey, ...MasterKey[]];
  /** `CHALLENGE_COST`: PBKDF2 iterations of each try at a proof of work. */
  readonly challengeCost: number;
  /** `BOARD_LIMIT`: how often within a quarter of an hour one address may write on boards, support topics and rate; one device may a fifth of that. */
  readonly boardLimit: number;
  /** `SUNLIT_OIDC_ISSUER`, `SUNLIT_OIDC_CLIENT_ID`, `SUNLIT_OIDC_CLIENT_SECRET` and `SUNLIT_OIDC_NAME`: where staff may sign in once for many systems. */
  readonly singleSignOn?: SingleSignOn;
  /** `SUNLIT_SMTP_URL` and `SUNLIT_MAIL_FROM`: where letters go out, and from whom. Without them nobody can follow by e-mail. */
  readonly mail?: MailSettings;
  /** `SUNLIT_TOPIC_PAGE`: the page on which a topic is read, with `{id}` in it; without it letters name its number alone. */
  readonly topicPage?: string;
}

export interface MailSettings {
  readonly smtp: string;
  readonly from: { readonly name: string; readonly address: string };
}

export interface SingleSignOn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What staff call it, for the button with which they go there. */
  readonly name?: string;
}

/** Known to everybody, so it protects nothing: for demos only. */
export const DEMO_SECRET = 'sunlit-demo-secret-for-nobody-in-earnest';

/** @throws Error naming the variable when one makes no sense. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T | undefined, expected: string): T => {
    const text = environment[name]?.trim();
    if (!text) return otherwise;
    const value = parse(text);
    // A secret that is too short is nothing for a log either.
    if (value === undefined) throw new Error(name === 'SUNLIT_SECRET' || name === 'SUNLIT_DATA_KEYS' ? `${name} is not ${expected}.` : `${name}="${text}" is not ${expected}.`);
    return value;
  };
  const databaseUrl = read('DATABASE_URL', undefined, (text) => url(text, ['postgres:', 'postgresql:']), 'a postgres:// URL');
  const publicUrl = read('PUBLIC_URL', undefined, (text) => url(text, ['https:', 'http:'])?.replace(/\/+$/, ''), 'an http(s) URL');
  const secret = read('SUNLIT_SECRET', undefined, (text) => (Buffer.byteLength(text) >= 32 ? text : undefined), 'at least 32 bytes long');
  if (environment['NODE_ENV'] === 'production' && secret === undefined) throw new Error('SUNLIT_SECRET is missing; with NODE_ENV=production it must be set, to at least 32 random bytes.');
  if (environment['NODE_ENV'] === 'production' && secret === DEMO_SECRET) throw new Error('SUNLIT_SECRET is the one of the demo; set another with NODE_ENV=production.');
  const dataKeys = read('SUNLIT_DATA_KEYS', undefined, parseMasterKeys, 'a list of keys as id:base64, each of 32 bytes, the current one first');
  if (environment['NODE_ENV'] === 'production' && dataKeys === undefined) {
    throw new Error('SUNLIT_DATA_KEYS is missing; with NODE_ENV=production it must be set, as id:base64 of 32 random bytes. What applicants write cannot be read without it, so keep a copy apart from the backups.');
  }
  const singleSignOn = readSingleSignOn(environment);
  const mail = readMail(environment, publicUrl);
  const topicPage = read('SUNLIT_TOPIC_PAGE', undefined, (text) => (text.includes('{id}') ? url(text, ['https:', 'http:']) : undefined), 'an http(s) URL with {id} where the topic’s id belongs');
  return {
    port: read('PORT', 8787, integer(0, 65_535), 'a port number, 0 to 65535'),
    host: read('HOST', '127.0.0.1', (text) => text, 'an address'),
    dataDirectory: read('SUNLIT_DATA', './data', (text) => text, 'a directory'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    writeOrigins: read('SUNLIT_ORIGINS', [], origins, 'a list of web origins such as https://www.example.gov.cn'),
    rateLimit: read('RATE_LIMIT', 600, integer(1, 1_000_000), 'a number of requests per minute, 1 to 1000000'),
    streams: read('STREAMS', 5000, integer(0, 1_000_000), 'a number of connections, 0 to 1000000'),
    streamsPerAddress: read('STREAMS_PER_ADDRESS', 100, integer(0, 1_000_000), 'a number of connections, 0 to 1000000'),
    webhooksLocal: read('WEBHOOKS_LOCAL', false, (text) => ({ true: true, false: false })[text], 'true or false'),
    showMissed: read('SUNLIT_SHOW_MISSED', false, (text) => ({ true: true, false: false })[text], 'true or false'),
    logLevel: read('LOG_LEVEL', 'info', (text) => LOG_LEVELS.find((level) => level === text), `one of ${LOG_LEVELS.join(', ')}`),
    trustProxy: read('TRUST_PROXY', false, (text) => ({ true: true, false: false })[text], 'true or false'),
    fileLimit: read('FILE_LIMIT', 50, integer(1, 1000), 'a number of megabytes, 1 to 1000') * 1024 * 1024,
    ...(secret === undefined ? {} : { secret }),
    ...(dataKeys === undefined ? {} : { dataKeys }),
    challengeCost: read('CHALLENGE_COST', 5000, integer(1, 1_000_000), 'a number of iterations, 1 to 1000000'),
    boardLimit: read('BOARD_LIMIT', 200, integer(1, 1_000_000), 'a number of calls in a quarter of an hour, 1 to 1000000'),
    ...(singleSignOn === undefined ? {} : { singleSignOn }),
    ...(mail === undefined ? {} : { mail }),
    ...(topicPage === undefined ? {} : { topicPage }),
  };
}

const SINGLE_SIGN_ON = ['SUNLIT_OIDC_ISSUER', 'SUNLIT_OIDC_CLIENT_ID', 'SUNLIT_OIDC_CLIENT_SECRET'] as const;

/** All three or none; it may have a name. */
function readSingleSignOn(environment: Readonly<Record<string, string | undefined>>): SingleSignOn | undefined {
  const [issuer, clientId, clientSecret] = SINGLE_SIGN_ON.map((name) => environment[name]?.trim());
  if (issuer && clientId && clientSecret) {
    if (url(issuer, ['https:', 'http:']) === undefined) throw new Error(`SUNLIT_OIDC_ISSUER="${issuer}" is not an http(s) URL.`);
    const name = environment['SUNLIT_OIDC_NAME']?.trim();
    return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret, ...(name ? { name } : {}) };
  }
  const missing = SINGLE_SIGN_ON.filter((name) => !environment[name]?.trim());
  if (missing.length < SINGLE_SIGN_ON.length) throw new Error(`${missing.join(' and ')} is missing; single sign-on needs all of ${SINGLE_SIGN_ON.join(', ')}.`);
  return undefined;
}

/** Both or none, and with them an address for the links in letters. The URL may hold a password, so it is never told back. */
function readMail(environment: Readonly<Record<string, string | undefined>>, publicUrl: string | undefined): MailSettings | undefined {
  const [smtp, from] = [environment['SUNLIT_SMTP_URL']?.trim(), environment['SUNLIT_MAIL_FROM']?.trim()];
  if (!smtp && !from) return undefined;
  if (!smtp || !from) throw new Error(`${smtp ? 'SUNLIT_MAIL_FROM' : 'SUNLIT_SMTP_URL'} is missing; letters need both it and ${smtp ? 'SUNLIT_SMTP_URL' : 'SUNLIT_MAIL_FROM'}.`);
  if (publicUrl === undefined) throw new Error('PUBLIC_URL is missing; the links in letters need it.');
  const tls = url(smtp, ['smtp:', 'smtps:']) === undefined ? undefined : new URL(smtp).searchParams.get('tls');
  if (tls === undefined || ![null, 'required', 'offered'].includes(tls)) throw new Error('SUNLIT_SMTP_URL is not an smtp:// or smtps:// URL, with nothing after it but ?tls=required or ?tls=offered.');
  const [, name = '', address = ''] = /^(?:"?([^"<>\r\n]{1,100}?)"?\s*<(?=.*>$))?([^\s<>@,;"]+@[^\s<>@,;"]+)>?$/u.exec(from) ?? [];
  if (address === '') throw new Error(`SUNLIT_MAIL_FROM="${from}" is not an address such as topics@example.gov.cn or 点题公开 <topics@example.gov.cn>.`);
  return { smtp, from: { name, address } };
}

/** Reads the settings of this process; says what is wrong with them and ends it, since there is nothing to go on with. */
export function settingsOfProcess(defaults: Readonly<Record<string, string>> = {}): Settings {
  try {
    return readSettings({ ...defaults, ...process.env });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const integer = (least: number, most: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
};

function url(text: string, protocols: readonly string[]): string | undefined {
  return URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text : undefined;
}

function origins(text: string): string[] | undefined {
  const listed = text.split(/[\s,]+/);
  return listed.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? listed : undefined;
}
