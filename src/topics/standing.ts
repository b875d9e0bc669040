import type { RatingCount, TopicDeadline, TopicSummary } from '@sunlit/client/topics';
import { formatDay } from '../shared/format.ts';
import type { Language } from '../shared/i18n.ts';
import type { Say } from './strings/index.ts';

/** How a topic stands, in a few words, and how urgent that is. */
export interface TopicStanding {
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  readonly text: string;
  /** Until when, and how long that is. */
  readonly until: readonly string[];
}

export function standingOf(topic: Pick<TopicSummary, 'phase' | 'outcome' | 'agency' | 'next' | 'answeredOn'>, t: Say, language: Language): TopicStanding {
  const { phase, outcome, agency, next, answeredOn } = topic;
  const until = next && !next.doneOn ? untilOf(next, t, language) : [];
  const late = next?.late === true && !next.doneOn;
  const open = (text: string): TopicStanding => ({ tone: late ? 'bad' : 'calm', text, until });
  switch (phase) {
    case 'open': return open(t('now.open'));
    case 'assigned': return open(agency ? t('now.assigned', { agency: agency.name }) : t('now.assigned.here'));
    case 'claimed': return open(t('now.claimed'));
    case 'answered': return open(t('now.answered'));
    case 'declined': return { tone: 'warn', text: t('now.declined'), until: [] };
    case 'merged': return { tone: 'calm', text: t('now.merged'), until: [] };
    default: {
      const text = [t('now.published', { on: answeredOn ? formatDay(answeredOn, language) : '' }), outcome && t(`outcome.${outcome}`)].filter(Boolean).join(' · ');
      return { tone: late ? 'bad' : 'good', text, until };
    }
  }
}

/** How many of those who rated were at least fairly satisfied. */
export const satisfied = ({ levels }: RatingCount): number => levels['very-satisfied'] + levels.satisfied + levels['fairly-satisfied'];

/** Until when somebody is bound, and how many workdays that is. */
export function untilOf({ term, due, left, late }: Pick<TopicDeadline, 'term' | 'due' | 'left' | 'late'>, t: Say, language: Language): readonly string[] {
  return [t(`now.due.${term}`, { due: formatDay(due, language) }), late ? t('now.late', { n: Math.max(1, -left) }) : left === 0 ? t('now.today') : t('now.left', { n: left })];
}
