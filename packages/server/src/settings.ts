import type { LevelWithSilent } from 'pino';

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
  /** `LOG_LEVEL`. */
  readonly logLevel: LevelWithSilent;
  /** `TRUST_PROXY`: whether the address of the caller is taken from `X-Forwarded-For`. Only behind a proxy that sets it. */
  readonly trustProxy: boolean;
}

/** @throws Error naming the variable when one makes no sense. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const read = <T>(name: string, otherwise: T, parse: (text: string) => T | undefined, expected: string): T => {
    const text = environment[name]?.trim();
    if (!text) return otherwise;
    const value = parse(text);
    if (value === undefined) throw new Error(`${name}="${text}" is not ${expected}.`);
    return value;
  };
  const databaseUrl = read('DATABASE_URL', undefined, (text) => url(text, ['postgres:', 'postgresql:']), 'a postgres:// URL');
  const publicUrl = read('PUBLIC_URL', undefined, (text) => url(text, ['https:', 'http:'])?.replace(/\/+$/, ''), 'an http(s) URL');
  return {
    port: read('PORT', 8787, integer(0, 65_535), 'a port number, 0 to 65535'),
    host: read('HOST', '127.0.0.1', (text) => text, 'an address'),
    dataDirectory: read('SUNLIT_DATA', './data', (text) => text, 'a directory'),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    writeOrigins: read('SUNLIT_ORIGINS', [], origins, 'a list of web origins such as https://www.example.gov.cn'),
    rateLimit: read('RATE_LIMIT', 600, integer(1, 1_000_000), 'a number of requests per minute, 1 to 1000000'),
    logLevel: read('LOG_LEVEL', 'info', (text) => LOG_LEVELS.find((level) => level === text), `one of ${LOG_LEVELS.join(', ')}`),
    trustProxy: read('TRUST_PROXY', false, (text) => ({ true: true, false: false })[text], 'true or false'),
  };
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
