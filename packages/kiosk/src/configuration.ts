import { LANGUAGES, type Language } from '../../../src/shared/i18n.ts';

/** Between two times of the day (`HH:MM`, of the device), also over midnight. */
export interface Hours {
  readonly from: string;
  readonly until: string;
}

/** What `config.json` beside the page says: whose screen it is, and what it may do. */
export interface KioskConfiguration {
  /** The agency or village whose screen it is. */
  readonly agency: string;
  /** Base URL of the API; with a box, its own origin. */
  readonly api: string;
  /** What stands at the top. Default: the name of the agency. */
  readonly name?: string | undefined;
  readonly language: Language;
  /** The agency that is asked with 申请信息公开, where the one of the screen takes no requests (a village committee asks its township). Default: `agency`. */
  readonly requests: string;
  /** The agency with all below it that can be looked through. Default: everything. */
  readonly directory?: string | undefined;
  /** Words that people here look for; one that finds nothing is not shown. */
  readonly topics: readonly string[];
  /** The windows that can be rated. */
  readonly windows: readonly { readonly agency: string; readonly name: string }[];
  /** The public site for codes that people take along; `{id}` is a disclosure. Without it no code is shown. */
  readonly site?: string | undefined;
  /** The public page with `<sunlit-track>`, for the code on slips. Without it slips carry none. */
  readonly track?: string | undefined;
  /** `always`, or the hours in which the screen is a wall and takes no input. */
  readonly wall?: 'always' | readonly Hours[] | undefined;
  /** Seconds without a touch until the screen asks whether somebody is there. */
  readonly idleSeconds: number;
  /** The paper in the printer, `no` where there is none. */
  readonly printing: 'slip' | 'a4' | 'no';
  /** The page is served by `sunlit kiosk serve`, which keeps what waits on its disk. */
  readonly box: boolean;
}

const IDLE_SECONDS = 90;
const SHORTEST_IDLE_SECONDS = 15;

/**
 * Reads `config.json`: by `default` what the service worker kept of it, for which no line is waited for; with `no-cache` what the network says.
 * `?agency=`, `?mode=wall` and `?idle=` of the page come first, for whoever sets a screen up or shows it.
 *
 * @throws Error when there is none, or when it names no agency
 */
export async function readConfiguration(cache: 'default' | 'no-cache' = 'default', query = new URLSearchParams(location.search)): Promise<KioskConfiguration> {
  const answer = await fetch(new URL('config.json', document.baseURI), { cache });
  if (!answer.ok) throw new Error(`config.json was answered with ${String(answer.status)}.`);
  return configurationOf((await answer.json()) as Partial<KioskConfiguration>, query);
}

export function configurationOf(given: Partial<KioskConfiguration>, query = new URLSearchParams()): KioskConfiguration {
  const agency = query.get('agency') ?? given.agency;
  if (!agency) throw new Error('config.json names no agency.');
  const seconds = Number(query.get('idle') ?? given.idleSeconds ?? IDLE_SECONDS);
  return {
    agency,
    api: new URL(given.api ?? '/', document.baseURI).href,
    name: given.name,
    language: LANGUAGES.find((one) => one === given.language) ?? 'zh-CN',
    requests: given.requests ?? agency,
    directory: given.directory,
    topics: given.topics ?? [],
    windows: given.windows ?? [],
    site: given.site,
    track: given.track,
    wall: query.get('mode') === 'wall' ? 'always' : given.wall,
    idleSeconds: Number.isFinite(seconds) ? Math.max(seconds, SHORTEST_IDLE_SECONDS) : IDLE_SECONDS,
    printing: given.printing ?? 'slip',
    box: given.box ?? false,
  };
}

/** Whether the screen is a wall at a time of the day. */
export function isWall({ wall }: Pick<KioskConfiguration, 'wall'>, now: Date): boolean {
  if (wall === undefined || wall === 'always') return wall === 'always';
  const time = `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`;
  return wall.some(({ from, until }) => (from <= until ? from <= time && time < until : from <= time || time < until));
}
