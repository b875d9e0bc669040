import type { MailSettings } from '../../settings.ts';

/** A letter as it goes out. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The same at every attempt, so that mail programs know it again. */
  readonly id: string;
  /** Where one POST stops all further ones (RFC 8058). */
  readonly stopUrl: string;
}

/** Why a letter did not go out, in words that hold no address: what servers answer often does. */
export class LetterRefused extends Error {
  /** The receiver will never take it. */
  readonly final: boolean;

  constructor(reason: string, final: boolean) {
    super(reason);
    this.name = 'LetterRefused';
    this.final = final;
  }
}

/** Hands a letter to the mail server. @throws LetterRefused */
export type Post = (letter: Letter, signal: AbortSignal) => Promise<void>;

const PATIENCE_MILLISECONDS = 15_000;

export function postBySmtp({ smtp, from }: MailSettings): Post {
  const options = smtpOptions(smtp);
  return async ({ to, subject, text, html, id, stopUrl }, signal) => {
    // Loaded when the first letter goes out: most servers send none.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport(options);
    try {
      await transport.sendMail({
        from: { ...from }, to: { name: '', address: to }, envelope: { from: from.address, to: [to] },
        subject: oneLine(subject), text, html, messageId: `<${id}@${from.address.replace(/^.*@/, '')}>`,
        list: { unsubscribe: { url: stopUrl } },
        headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click', 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        disableFileAccess: true, disableUrlAccess: true, signal,
      });
    } catch (error) {
      const { code = 'unknown', responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown };
      const final = code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
      throw new LetterRefused([code, responseCode].filter((part) => part !== undefined).join(' '), final);
    }
  };
}

/**
 * `smtps:` is TLS from the first byte; `smtp:` begins without and must go over to it, unless the server is this machine or the operator says
 * `?tls=offered`: then it is taken if it is offered, whoever offers it.
 */
export function smtpOptions(url: string) {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const here = host === 'localhost' || host === '::1' || /^127\./.test(host);
  const secure = protocol === 'smtps:';
  const required = secure || (searchParams.get('tls') ?? (here ? 'offered' : 'required')) === 'required';
  return {
    host, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, requireTLS: required, tls: { rejectUnauthorized: required },
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: PATIENCE_MILLISECONDS, greetingTimeout: PATIENCE_MILLISECONDS, socketTimeout: PATIENCE_MILLISECONDS, dnsTimeout: PATIENCE_MILLISECONDS,
  };
}

/** What stands in a header: nothing that could begin another, turn the direction or not be seen. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
