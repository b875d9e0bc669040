import type { Grant, Me, NewPassword, NewPerson, Person, PersonPage, PersonQuery } from './desk-contract.ts';
import type { CreateOptions } from './desk-http.ts';
import { DeskResource } from './desk-resource.ts';
import type { CallOptions } from './http.ts';
import { cursorPaged, type PagedList } from './paged-list.ts';
import { path } from './path.ts';

/** People with a role in an agency. */
export class Staff extends DeskResource {
  /**
   * Who is signed in, with roles and what they permit.
   *
   * @throws SunlitError `not-signed-in`, `too-many-requests`, `unavailable`, `internal`, `network`, `offline`, `timeout`,
   * `unexpected-answer`
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { post, grants } = await client.staff.me();
   * console.log(post, grants.map(({ agency, role }) => `${agency.name}: ${role}`));
   * ```
   */
  async me(options: CallOptions = {}): Promise<Me> {
    return this.http.json({ path: 'v1/staff/me', expect: 'permissions' }, options);
  }

  /**
   * The people with a role in the caller's agencies.
   *
   * @throws SunlitError `not-allowed`, `invalid-input`, `invalid-cursor`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * for await (const { username, post, disabled } of client.staff.list()) console.log(username, post, disabled);
   * ```
   */
  list(query: PersonQuery = {}, options: CallOptions = {}): PagedList<Person, PersonPage> {
    return cursorPaged(query, (page) => this.http.json({ path: 'v1/staff', query: page, expect: 'items' }, options));
  }

  /**
   * Adds a person with a role. They sign in with the first password, and must change it.
   *
   * @throws SunlitError `not-allowed`, `invalid-input`, `key-reused`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function addEditor(username: string, password: string) {
   *   return client.staff.create({ username, password, name: '编辑', post: '办公室科员', agencyId: 'qinghe-water', role: 'editor' });
   * }
   * ```
   */
  async create(person: NewPerson, options: CreateOptions = {}): Promise<Person> {
    return this.http.create('v1/staff', person, 'grants', options);
  }

  /**
   * Gives a person a role for an agency and everything below it.
   *
   * @throws SunlitError `not-allowed`, `not-found`, `invalid-input`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.staff.grant('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { agencyId: 'qinghe-water', role: 'reviewer' });
   * ```
   */
  async grant(id: string, grant: Grant, options: CallOptions = {}): Promise<Person> {
    return this.http.write({ method: 'POST', path: path`v1/staff/${id}/grants`, body: grant, expect: 'grants' }, options);
  }

  /**
   * Takes a role away. What the person has open ends at once.
   *
   * @throws SunlitError `not-allowed`, `not-found`, `invalid-input`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.staff.revoke('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', { agencyId: 'qinghe-water', role: 'reviewer' });
   * ```
   */
  async revoke(id: string, grant: Grant, options: CallOptions = {}): Promise<Person> {
    return this.http.write({ method: 'POST', path: path`v1/staff/${id}/revocations`, body: grant, expect: 'grants' }, options);
  }

  /**
   * Locks a person out and ends their sessions and tokens, or lets them in again.
   *
   * @throws SunlitError `not-allowed`, `not-found`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.staff.disable('01JQ8ZK4T5V6W7X8Y9Z0ABCDEF', true);
   * ```
   */
  async disable(id: string, disabled: boolean, options: CallOptions = {}): Promise<Person> {
    return this.http.write({ method: 'POST', path: path`v1/staff/${id}/disable`, body: { disabled }, expect: 'grants' }, options);
  }

  /**
   * Gives a person who forgot theirs, or lost the second factor, a new first password. Sessions, tokens and second factors end.
   *
   * @throws SunlitError `not-allowed`, `not-found`, `not-possible` for oneself, `invalid-input`. Else as `me`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * export async function reset(id: string, password: string) {
   *   await client.staff.reset(id, { password });
   * }
   * ```
   */
  async reset(id: string, password: NewPassword, options: CallOptions = {}): Promise<Person> {
    return this.http.write({ method: 'POST', path: path`v1/staff/${id}/password`, body: password, expect: 'grants' }, options);
  }
}
