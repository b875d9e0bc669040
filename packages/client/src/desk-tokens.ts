import type { NewToken, Token, TokenList, TokenSecret } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** The caller's own tokens, with which other programs act for them. */
export class Tokens extends DeskResource {
  /**
   * The caller's tokens, without their secrets.
   *
   * @throws SunlitError `not-signed-in`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * console.log((await client.tokens.list()).items.map(({ label, expiresAt }) => `${label} until ${expiresAt}`));
   * ```
   */
  async list(options: CallOptions = {}): Promise<TokenList> {
    return this.http.json({ path: 'v1/tokens', expect: 'items' }, options);
  }

  /**
   * Makes a token with some of the caller's permissions for one agency. Its secret is answered this once.
   *
   * @throws SunlitError `not-allowed`, `invalid-input`, `key-reused`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { secret } = await client.tokens.create({ label: '公文系统', agencyId: 'qinghe-water', permissions: ['drafts.write'], days: 90 });
   * console.log('Keep it now:', secret);
   * ```
   */
  async create(token: NewToken, options: CreateOptions = {}): Promise<TokenSecret> {
    return this.http.create('v1/tokens', token, 'secret', options);
  }

  /**
   * Ends a token at once.
   *
   * @throws SunlitError `not-found`. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for (const { id, lastUsedAt } of (await client.tokens.list()).items) if (!lastUsedAt) await client.tokens.revoke(id);
   * ```
   */
  async revoke(id: string, options: CallOptions = {}): Promise<Pick<Token, 'id'>> {
    return this.http.write({ method: 'DELETE', path: path`v1/tokens/${id}`, expect: 'id' }, options);
  }
}
