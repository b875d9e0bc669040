import type { Change } from '@sunlit/client';
import type { ReactiveControllerHost, TemplateResult } from 'lit';
import { adopt } from '../shared/adopt.ts';
import { formatDay } from '../shared/format.ts';
import { prepare, translator, type Language } from '../shared/i18n.ts';
import { watchChanges } from '../shared/live/connection.ts';
import { Following } from '../shared/live/following.ts';
import { notice, noticeStyles } from '../shared/live/notice.ts';
import { strings } from '../shared/live/strings/index.ts';
import { todayInShanghai } from './today.ts';
import type { Disclosure, Standing } from './types.ts';

interface LiveItem {
  readonly api: () => string;
  readonly on: () => boolean;
  /** What is shown, when it came from the API. */
  readonly shown: () => Disclosure | undefined;
  /** Loads it anew, at the reader's wish. */
  readonly show: () => void;
}

type News = Exclude<Change, { type: 'published' }>;

/** Says when an open disclosure was changed or taken away. Its text stays until the reader asks for the new one. */
export class DisclosureLive {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #item: LiveItem;
  #last: News | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, item: LiveItem) {
    this.#host = host;
    this.#item = item;
    if (host.shadowRoot) adopt(host.shadowRoot, noticeStyles);
    new Following(host, {
      api: item.api,
      on: item.on,
      watch: (api) => watchChanges(api, (change) => {
        if (change.type === 'published' || change.id !== item.shown()?.id) return;
        this.#last = change;
        this.#host.requestUpdate();
      }),
    });
    host.requestUpdate();
  }

  view(language: Language): TemplateResult {
    const { t } = this.#say(language);
    const news = this.#news;
    return notice(news && t(news.type, { day: formatDay(todayInShanghai(new Date(news.time)), language) }), this.#item.show);
  }

  /** How the disclosure stands now, where that is worse than what its text says. */
  standing(language: Language): Standing | undefined {
    const { t } = this.#say(language);
    const type = this.#news?.type;
    if (type === 'withdrawn') return { text: t('gone'), tone: 'bad' };
    return type === 'repealed' || type === 'expired' ? { text: t(`validity.${type}`), tone: 'bad' } : undefined;
  }

  /** The last change, unless what is shown has it. */
  get #news(): News | undefined {
    const shown = this.#item.shown();
    const news = this.#last;
    if (!news || shown?.id !== news.id || shown.state === 'withdrawn') return undefined;
    if (news.type === 'withdrawn') return news;
    if (news.type === 'amended') return news.revision > shown.revision ? news : undefined;
    return shown.validity === news.type ? undefined : news;
  }

  #say(language: Language) {
    void prepare(strings, language)?.then(() => this.#host.requestUpdate(), () => undefined);
    return { t: translator(strings, language) };
  }
}
