import { Agencies } from './agencies.ts';
import { Categories } from './categories.ts';
import type { Board, Category } from './contract.ts';
import type { AgencyChange, AgencyMove, AgencyRecord, BoardSettingsChange, CategoryChange, HeldBoardSettings, HeldRequestSettings, NewAgency, RequestSettingsChange } from './desk-contract.ts';
import type { CreateOptions, DeskHttp } from './desk-http.ts';
import type { CallOptions } from './http.ts';
import { path } from './path.ts';

/** The tree of agencies, and what their administrators change in it. */
export class AdministeredAgencies extends Agencies {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * An agency as it is written, with the `version` that a change of it names.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, content } = await client.agencies.content('qinghe-water');
   * console.log(version, content.duties);
   * ```
   */
  async content(id: string, options: CallOptions = {}): Promise<AgencyRecord> {
    return this.http.json({ path: path`v1/agencies/${id}/content`, expect: 'version' }, options);
  }

  /**
   * Changes an agency's particulars. The public reads them at once.
   *
   * @throws SunlitError `changed-meanwhile` when somebody else changed it since that `version`: read it again. Else as `content`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, content } = await client.agencies.content('qinghe-water');
   * await client.agencies.save('qinghe-water', { version, content: { ...content, hours: '工作日 8:30–17:30' } });
   * ```
   */
  async save(id: string, change: AgencyChange, options: CallOptions = {}): Promise<AgencyRecord> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}`, body: change, expect: 'version' }, options);
  }

  /**
   * Enters an agency below another one.
   *
   * @throws SunlitError `not-allowed`, `invalid-input`, `key-reused`. Else as `content`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.agencies.create({
   *   id: 'liuhe-heping', parentId: 'liuhe', level: 'village', kind: 'committee', name: '和平村村民委员会', phones: [], leaders: [], offices: [], venues: [],
   * });
   * ```
   */
  async create(agency: NewAgency, options: CreateOptions = {}): Promise<AgencyRecord> {
    return this.http.create('v1/agencies', agency, 'version', options);
  }

  /**
   * Puts an agency, with everything below it, below another one.
   *
   * @throws SunlitError `not-allowed` where the old or the new place is not the caller's, `invalid-input`, `changed-meanwhile`. Else as `content`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version } = await client.agencies.content('dongshan-water');
   * await client.agencies.move('dongshan-water', { version, parentId: 'liuhe' });
   * ```
   */
  async move(id: string, move: AgencyMove, options: CallOptions = {}): Promise<AgencyRecord> {
    return this.http.write({ method: 'POST', path: path`v1/agencies/${id}/move`, body: move, expect: 'version' }, options);
  }

  /**
   * How an agency takes requests, and its letter templates as they ship, with the placeholders each of them knows.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { settings, templates } = await client.agencies.requestSettings('qinghe-water');
   * console.log(settings.open, templates.map(({ template }) => template));
   * ```
   */
  async requestSettings(id: string, options: CallOptions = {}): Promise<HeldRequestSettings> {
    return this.http.json({ path: path`v1/agencies/${id}/request-settings`, expect: 'settings' }, options);
  }

  /**
   * Changes how an agency takes requests. The public form follows at once; letters that went out stay as they are.
   *
   * @throws SunlitError `changed-meanwhile` when somebody else changed it since that `version`: read it again. Else as `requestSettings`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, settings } = await client.agencies.requestSettings('qinghe-water');
   * await client.agencies.configureRequests('qinghe-water', { version, settings: { ...settings, open: true } });
   * ```
   */
  async configureRequests(id: string, change: RequestSettingsChange, options: CallOptions = {}): Promise<HeldRequestSettings> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}/request-settings`, body: change, expect: 'settings' }, options);
  }

  /**
   * What residents are told of an agency’s topic board: what it promises, its round, how it keeps its word.
   *
   * @throws SunlitError `not-found`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { promise } = await client.agencies.publicBoard('qinghe-water');
   * console.log(promise.claim, promise.answer);
   * ```
   */
  async publicBoard(id: string, options: CallOptions = {}): Promise<Board> {
    return this.http.json({ path: path`v1/agencies/${id}/board`, expect: 'figures' }, options);
  }

  /**
   * How an agency’s topic board works.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`. Else as `get`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { settings } = await client.agencies.boardSettings('qinghe-water');
   * console.log(settings.open, settings.purposes, settings.answerWorkdays);
   * ```
   */
  async boardSettings(id: string, options: CallOptions = {}): Promise<HeldBoardSettings> {
    return this.http.json({ path: path`v1/agencies/${id}/topic-settings`, expect: 'settings' }, options);
  }

  /**
   * Changes how an agency’s topic board works. Residents read it at once; what was promised before stays promised.
   *
   * @throws SunlitError `changed-meanwhile` when somebody else changed it since that `version`: read it again. Else as `boardSettings`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * const { version, settings } = await client.agencies.boardSettings('qinghe-water');
   * await client.agencies.configureBoard('qinghe-water', { version, settings: { ...settings, answerWorkdays: 10 } });
   * ```
   */
  async configureBoard(id: string, change: BoardSettingsChange, options: CallOptions = {}): Promise<HeldBoardSettings> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${id}/topic-settings`, body: change, expect: 'settings' }, options);
  }
}

/** The headings of the catalogue, and what agencies keep of their own below the statutory ones. */
export class AdministeredCategories extends Categories {
  /** @internal */
  protected declare readonly http: DeskHttp;

  /**
   * Enters or changes a category of an agency's own. Its id begins with that of the agency and a full stop.
   *
   * @throws SunlitError `not-signed-in`, `not-allowed`, `not-found`, `invalid-input`, `changed-meanwhile` when it is not as `before` says. Else as `list`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.categories.save('qinghe-water', 'qinghe-water.dams', { parentId: 'A20_10', name: '水库大坝' });
   * ```
   */
  async save(agency: string, id: string, change: CategoryChange, options: CallOptions = {}): Promise<Category> {
    return this.http.write({ method: 'PUT', path: path`v1/agencies/${agency}/categories/${id}`, body: change, expect: 'id' }, options);
  }

  /**
   * Removes a category of an agency's own.
   *
   * @throws SunlitError `not-possible` while anything stands in it. Else as `save`.
   * @example
   * ```ts
   * import { createDeskClient } from '@sunlit/client/desk';
   *
   * const client = createDeskClient({ baseUrl: 'https://open.example.gov.cn/api' });
   * await client.categories.delete('qinghe-water', 'qinghe-water.dams');
   * ```
   */
  async delete(agency: string, id: string, options: CallOptions = {}): Promise<Pick<Category, 'id'>> {
    return this.http.write({ method: 'DELETE', path: path`v1/agencies/${agency}/categories/${id}`, expect: 'id' }, options);
  }
}
