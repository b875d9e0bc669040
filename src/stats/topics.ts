import type { Share } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { chart, type Bar } from './chart.ts';
import { large, small } from './figures.ts';
import { ratings } from './overview.ts';
import { goodOf, said, type Scene } from './scene.ts';
import { ofCounts } from './words.ts';

/** What residents asked to see, what became of it, and what they think of it. */
export function topics(scene: Scene): TemplateResult {
  const { t, overview: { whole: { topics: figures, ratings: all }, below, year } } = scene;
  const { asked, open, answered, declined, merged, returned, claimedInTime, answeredInTime, overdue, reopened, deflections, ratings: answers } = figures;
  const number = (n: number) => said(scene, n);
  const share = ({ n, of }: Share) => t('topics.share', { n: number(n), of: number(of) });
  const bars = below.map(({ agency, figures: { topics: { asked: n } } }): Bar => ({ label: agency.name, n })).filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return html`${large(scene, [
      { name: t('f.topics', { year }), value: number(answeredInTime.n), of: answeredInTime, more: answeredInTime.of === 0 ? t('f.topics.none') : t('f.topics.more', { n: number(answeredInTime.n), of: number(answeredInTime.of), asked: number(asked) }) },
      { name: t('f.ratings', { year }), value: number(all.n), more: all.n === 0 ? t('f.ratings.none') : t('f.ratings.more', { good: number(goodOf(all)) }) },
      { name: t('topics.overdue'), value: number(overdue), more: t('topics.overdue.more'), bad: overdue > 0 },
    ])}
    ${small([
      [t('topics.asked'), number(asked)], [t('topics.answered'), number(answered)], [t('topics.open'), number(open)], [t('topics.declined'), number(declined)], [t('topics.merged'), number(merged)], [t('topics.returned'), number(returned)],
      [t('topics.claimed'), share(claimedInTime)], [t('topics.reopened'), number(reopened)], [t('topics.deflections'), number(deflections)],
    ])}
    ${bars.length === 0 ? nothing : chart(scene, {
      id: 'asked', title: t('chart.asked'), words: ofCounts(scene, bars), picture: { type: 'bars', bars }, data: 'topics',
      table: {
        caption: t('chart.asked'),
        columns: [{ title: t('c.place') }, ...(['topics.asked', 'topics.answered', 'topics.inTime', 'topics.overdue'] as const).map((name) => ({ title: t(name), numeric: true }))],
        rows: below.map(({ agency, figures: { topics: one } }) => ({ head: agency.name, cells: [number(one.asked), number(one.answered), `${number(one.answeredInTime.n)} / ${number(one.answeredInTime.of)}`, number(one.overdue)] })),
      },
    })}
    ${answers.n === 0 ? nothing : chart(scene, ratings(scene, 'answer-ratings', t('chart.answerRatings'), answers))}
    ${all.n === 0 ? nothing : chart(scene, ratings(scene, 'all-ratings', t('topics.all'), all))}`;
}
