import type { Health, Readiness } from './contract.ts';
import type { CallOptions } from './http.ts';
import { Resource } from './resource.ts';

/** How the server is. Never answered from the cache. */
export class HealthChecks extends Resource {
  /**
   * Whether the process answers, and which version it is.
   *
   * @throws SunlitError `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api', retry: 0 });
   * console.log((await client.health.live()).version);
   * ```
   */
  async live(options: CallOptions = {}): Promise<Health> {
    return this.http.json({ path: 'healthz', expect: 'status' }, options);
  }

  /**
   * Whether the database answers too; a server that is not ready is `unavailable`.
   *
   * @throws SunlitError `unavailable`, `internal`, `network`, `offline`, `timeout`, `unexpected-answer`
   * @example
   * ```ts
   * import { createClient, isSunlitError } from '@sunlit/client';
   *
   * const client = createClient({ baseUrl: 'https://open.example.gov.cn/api', retry: 0 });
   * try {
   *   console.log((await client.health.ready({ timeout: 2_000 })).latest);
   * } catch (error) {
   *   if (!isSunlitError(error)) throw error;
   *   console.log(error.code, error.hint);
   * }
   * ```
   */
  async ready(options: CallOptions = {}): Promise<Readiness> {
    return this.http.json({ path: 'readyz', expect: 'status' }, options);
  }
}
