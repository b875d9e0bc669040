import type { DisclosureSummary, Reader } from '@sunlit/client';
import type { TopicSummary } from '@sunlit/client/topics';
import type { Language } from '../../../../src/shared/i18n.ts';
import { topicsAt } from '../../../../src/shared/topics.ts';
import type { KioskConfiguration } from '../configuration.ts';

/** What a screen shows that nobody touches. */
export interface Showing {
  readonly newest: readonly DisclosureSummary[];
  readonly topics: readonly TopicSummary[];
}

const NEWEST = 5;
const TOPICS = 4;

/** The newest of the place, and what most people there want to see. What cannot be had is not shown. */
export async function showing(reader: Reader, { api, agency, directory }: KioskConfiguration, language: Language, signal: AbortSignal): Promise<Showing> {
  const [newest, topics] = await Promise.all([
    reader.disclosures.list({ agency: directory, limit: NEWEST }, { signal }).then(({ items }) => items, () => []),
    topicsAt(api, language).topics.list({ agency, sort: 'supports', limit: TOPICS }, { signal }).then(({ items }) => items, () => []),
  ]);
  return { newest, topics };
}
