import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { makePasskey, usePasskey } from './passkey.ts';

/** What a second factor is set up with. Both are shown once. */
export interface TwoFactorSetup {
  /** For an authenticator app, as text or as a QR code: `otpauth://totp/…`. */
  readonly uri: string;
  /** Each of them replaces one code, for the day on which the device is lost. */
  readonly backupCodes: readonly string[];
}

/** How one may sign in here, beside name and password. */
export interface SignInWays {
  /** Where there is a provider of single sign-on, with what staff call it. */
  readonly singleSignOn?: { readonly name?: string };
}

/** One of the caller's own passkeys. */
export interface Passkey {
  readonly id: string;
  /** As its owner called it. */
  readonly name?: string | null;
  readonly createdAt: string;
}

/**
 * Signing in and out in a browser. The session is a cookie of the API's own origin that no script can read; programs without
 * a browser take a token instead.
 */
export class Session extends DeskResource {
  /**
   * Signs in by name and password: `done`, or `code` when a code of the second factor is asked for next.
   *
   * @throws SunlitError `sign-in-failed` when name and password do not belong together, `invalid-input`, `origin-not-allowed`,
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
   * @throws SunlitError `sign-in-failed` for a wrong or used code, `not-signed-in` when signing in must begin anew. Else as `signIn`.
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
   * @throws SunlitError as `signIn`, but for `sign-in-failed`
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
   * @throws SunlitError `invalid-input` when the present password is wrong, or the new one too short or known from a breach;
   * `not-signed-in`. Else as `signOut`.
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
   * @throws SunlitError `invalid-input` when the password is wrong, `not-signed-in`. Else as `signOut`.
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
   * @throws SunlitError `invalid-input` when the password is wrong, `not-signed-in`. Else as `signOut`.
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

  /**
   * How one may sign in here, beside name and password. Passkeys are the browser's to offer.
   *
   * @throws SunlitError `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * const { singleSignOn } = await client.session.ways();
   * if (singleSignOn) console.log(singleSignOn.name ?? 'Single sign-on');
   * ```
   */
  async ways(options: CallOptions = {}): Promise<SignInWays> {
    return this.http.json({ path: 'v1/auth/sign-in', expect: 'constructor' }, options);
  }

  /**
   * Begins single sign-on: the address of the provider, to which the page goes. The provider sends the browser back to
   * `returnTo`, or to `failedAt` with an `error` in its query; both are paths of the desk's own origin.
   *
   * @throws SunlitError `not-found` where there is no provider, `unavailable` when it does not answer. Else as `signOut`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * export async function goToProvider() {
   *   location.assign(await client.session.beginSingleSignOn({ returnTo: '/desk/', failedAt: '/desk/?sso=failed' }));
   * }
   * ```
   */
  async beginSingleSignOn(back: { readonly returnTo: string; readonly failedAt: string }, options: CallOptions = {}): Promise<string> {
    const { url } = await this.call<{ url: string }>('sign-in/social', { callbackURL: back.returnTo, errorCallbackURL: back.failedAt }, options);
    return url;
  }

  /**
   * Signs in by a passkey, for which the browser asks; it needs neither password nor code. Answers who that is.
   *
   * @throws SunlitError `sign-in-failed` for a passkey that is not known. Else as `signIn`.
   * @throws DOMException what `navigator.credentials.get` throws: `NotAllowedError` when the person does not want to, or has none
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * const { username } = await client.session.signInWithPasskey();
   * console.log(`Signed in as ${username}`);
   * ```
   */
  async signInWithPasskey(options: CallOptions = {}): Promise<{ readonly username: string }> {
    const asked = await this.ask<PublicKeyCredentialRequestOptionsJSON>('generate-authenticate-options', 'challenge', options);
    const response = await usePasskey(asked, options.signal);
    const { user } = await this.call<{ user: { username: string } }>('passkey/verify-authentication', { response }, options);
    return { username: user.username };
  }

  /**
   * The caller's own passkeys.
   *
   * @throws SunlitError `not-signed-in`. Else as `ways`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * for (const { name, createdAt } of await client.session.passkeys()) console.log(name, createdAt);
   * ```
   */
  async passkeys(options: CallOptions = {}): Promise<readonly Passkey[]> {
    return this.ask('list-user-passkeys', 'length', options);
  }

  /**
   * Makes a passkey on the device that the person chooses, and gives it a name by which they know it again.
   *
   * @throws SunlitError `not-signed-in`, `invalid-input` when it came too late or without a finger, face or PIN. Else as `signOut`.
   * @throws DOMException what `navigator.credentials.create` throws: `NotAllowedError` when the person does not want to,
   * `InvalidStateError` when that device holds one already
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * await client.session.addPasskey('办公室的电脑');
   * ```
   */
  async addPasskey(name: string, options: CallOptions = {}): Promise<Passkey> {
    const asked = await this.ask<PublicKeyCredentialCreationOptionsJSON>('generate-register-options', 'challenge', options);
    return this.call('passkey/verify-registration', { response: await makePasskey(asked, options.signal), name }, options);
  }

  /**
   * Takes a passkey away: nobody signs in by it any more.
   *
   * @throws SunlitError `not-signed-in`, `not-found`. Else as `signOut`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: '/' });
   * for (const { id, name } of await client.session.passkeys()) if (name === '旧手机') await client.session.removePasskey(id);
   * ```
   */
  async removePasskey(id: string, options: CallOptions = {}): Promise<void> {
    await this.call('passkey/delete-passkey', { id }, options);
  }

  private async ask<T>(endpoint: string, expect: string, options: CallOptions): Promise<T> {
    return this.http.json({ path: `v1/auth/passkey/${endpoint}`, expect }, options);
  }

  private async call<T>(endpoint: string, body: object, options: CallOptions): Promise<T> {
    return this.http.write({ method: 'POST', path: `v1/auth/${endpoint}`, body }, options);
  }
}
