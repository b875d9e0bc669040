import { html, nothing, type TemplateResult } from 'lit';
import type { Kiosk, Place } from '../kiosk.ts';
import { kioskIcons } from '../shell/icons.ts';
import type { Say } from '../strings/index.ts';

interface Scene<At extends Place['at'] = Place['at']> {
  readonly t: Say;
  readonly kiosk: Kiosk;
  readonly place: Extract<Place, { readonly at: At }> & { readonly at: At };
}

/** What a screen is made of: what loads it, and what it shows. */
interface ScreenRoute<At extends Place['at']> {
  readonly load: () => Promise<unknown>;
  readonly view: (scene: Scene<At>) => TemplateResult;
  /** What is written there would be lost by leaving: it is asked first. */
  readonly writes?: true;
}

/** Nothing on a shared screen opens elsewhere or is remembered: `device="shared"`. */
export const SCREENS: { readonly [At in Place['at']]: ScreenRoute<At> } = {
  home: {
    load: () => import('./define-home.ts'),
    view: () => html`<kiosk-home></kiosk-home>`,
  },
  find: {
    load: () => import('../../../../src/directory/define.ts'),
    view: ({ kiosk: { configuration: { directory, site }, elder }, place: { q, category } }) =>
      html`<sunlit-directory .agency=${directory} .publicHref=${site} .start=${{ ...(q && { q }), ...(category && { category }) }} page-size=${elder ? 6 : 10} without-tree live="off"></sunlit-directory>`,
  },
  item: {
    load: () => import('../../../../src/disclosure/define.ts'),
    view: ({ kiosk: { configuration: { site } }, place: { id } }) => html`<sunlit-disclosure item-id=${id} .link=${site} live="off"></sunlit-disclosure>`,
  },
  topics: {
    load: () => import('../../../../src/topics/define.ts'),
    view: ({ kiosk: { configuration: { agency }, offline, elder }, place: { topic } }) =>
      html`<sunlit-topics agency=${agency} .topic=${topic} page-size=${elder ? 6 : 10} device="shared" .outbox=${offline?.outbox}></sunlit-topics>`,
    writes: true,
  },
  request: {
    load: () => import('../../../../src/request/define.ts'),
    view: ({ kiosk: { configuration: { requests, track }, offline } }) => html`<sunlit-request agency=${requests} track-href=${track ?? nothing} pace="question" device="shared" .outbox=${offline?.outbox}></sunlit-request>`,
    writes: true,
  },
  track: {
    load: () => import('../../../../src/track/define.ts'),
    view: ({ t, kiosk }) => html`<sunlit-track device="shared"></sunlit-track>
      <p><button class="button" type="button" data-action="exchange" @click=${() => kiosk.go({ at: 'exchange' })}>${kioskIcons.code}${t('track.exchange')}</button></p>`,
  },
  exchange: {
    load: () => import('./define-exchange.ts'),
    view: ({ place: { reference } }) => html`<kiosk-exchange .reference=${reference ?? ''}></kiosk-exchange>`,
  },
  agencies: {
    load: () => import('../../../../src/agencies/define.ts'),
    view: ({ kiosk: { configuration: { agency } } }) => html`<sunlit-agencies .selected=${agency}></sunlit-agencies>`,
  },
  rate: {
    load: () => import('./define-rate.ts'),
    view: () => html`<kiosk-rate></kiosk-rate>`,
  },
  help: {
    load: () => import('./define-help.ts'),
    view: () => html`<kiosk-help></kiosk-help>`,
  },
};

/** The view of a place. */
export function screen(place: Place, t: Say, kiosk: Kiosk): TemplateResult {
  const { view } = SCREENS[place.at] as ScreenRoute<Place['at']>;
  return view({ t, kiosk, place });
}
