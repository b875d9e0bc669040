import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';

/** What a second factor is set up with. Both are shown once. */
export interface TwoFactorSetup {
  /** For an authenticator app, as text or as a QR code: `otpauth://totp/…`. */
  readonly uri: string;
  /** Each of them replaces one code, for the day on which the device is lost. */
  readonly backupCodes: readonly string[];
}

/**
 * Signing in and out in a browser. The session is a cookie of the API's own origin that no script can read; programs without
 * a browser take a token instead.
 */
export class Session extends DeskResource {
  /**
   * Signs in by name and password: `done`, or `code` when a code of the second factor is asked for next.
   *
   * @throws SunlitError `sign-in-failed` when name and password do not belong together, `not-signed-in`, `invalid-input`,
   * `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function signIn(username: string, password: string, askCode: () => Promise<string>) {
   *   if ((await client.session.signIn({ username, password })) === 'code') await client.session.verifyCode(await askCode());
   *   return client.staff.me();
   * }
   * ```
   */
  async signIn(credentials: { readonly username: string; readonly password: string }, options: CallOptions = {}): Promise<'done' | 'code'> {
    const { twoFactorRedirect } = await this.call<{ twoFactorRedirect?: boolean }>('sign-in/username', credentials, options);
    return twoFactorRedirect ? 'code' : 'done';
  }

  /**
   * The six digits of the second factor: ends signing in, and confirms a factor that is being set up.
   *
   * @throws SunlitError `sign-in-failed` for a wrong code, `not-signed-in` when signing in must begin anew. Else as `signIn`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function finish(code: string) {
   *   await client.session.verifyCode(code);
   * }
   * ```
   */
  async verifyCode(code: string, options: CallOptions = {}): Promise<void> {
    await this.call('two-factor/verify-totp', { code }, options);
  }

  /**
   * One of the backup codes instead of the six digits; it works once.
   *
   * @throws SunlitError `sign-in-failed` for a wrong or used code. Else as `signIn`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function finishWithoutDevice(code: string) {
   *   await client.session.verifyBackupCode(code);
   * }
   * ```
   */
  async verifyBackupCode(code: string, options: CallOptions = {}): Promise<void> {
    await this.call('two-factor/verify-backup-code', { code }, options);
  }

  /**
   * Ends the session of this browser.
   *
   * @throws SunlitError as `signIn`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * await client.session.signOut();
   * ```
   */
  async signOut(options: CallOptions = {}): Promise<void> {
    await this.call('sign-out', {}, options);
  }

  /**
   * Changes one's own password, and ends one's sessions everywhere else.
   *
   * @throws SunlitError `invalid-input` when the present password is wrong, or the new one too short or known from a breach.
   * Else as `signIn`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function change(currentPassword: string, newPassword: string) {
   *   await client.session.changePassword({ currentPassword, newPassword });
   * }
   * ```
   */
  async changePassword(passwords: { readonly currentPassword: string; readonly newPassword: string }, options: CallOptions = {}): Promise<void> {
    await this.call('change-password', { ...passwords, revokeOtherSessions: true }, options);
  }

  /**
   * Begins to set up a second factor; the first code given to `verifyCode` ends it.
   *
   * @throws SunlitError `invalid-input` when the password is wrong. Else as `signIn`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function begin(password: string) {
   *   const { uri, backupCodes } = await client.session.enableTwoFactor(password);
   *   console.log(uri, backupCodes.join(' '));
   * }
   * ```
   */
  async enableTwoFactor(password: string, options: CallOptions = {}): Promise<TwoFactorSetup> {
    const { totpURI: uri, backupCodes } = await this.call<{ totpURI: string; backupCodes: string[] }>('two-factor/enable', { password }, options);
    return { uri, backupCodes };
  }

  /**
   * Takes the second factor away.
   *
   * @throws SunlitError `invalid-input` when the password is wrong. Else as `signIn`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function remove(password: string) {
   *   await client.session.disableTwoFactor(password);
   * }
   * ```
   */
  async disableTwoFactor(password: string, options: CallOptions = {}): Promise<void> {
    await this.call('two-factor/disable', { password }, options);
  }

  private async call<T>(endpoint: string, body: object, options: CallOptions): Promise<T> {
    return this.http.write({ method: 'POST', path: `v1/auth/${endpoint}`, body }, options);
  }
}
