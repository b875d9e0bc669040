import type { DisclosureFigures } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { shared } from '../locales/zh-CN.ts';
import { chart, type Bar, type Chart } from './chart.ts';
import { large } from './figures.ts';
import { said, type Scene } from './scene.ts';
import { ofCounts, ofMonths, ofShares } from './words.ts';

type Speaker = Pick<Scene, 't' | 'language'>;

/** Statutory categories have names in each language; those of an agency are as it wrote them. */
export const categoryName = ({ t }: Speaker, { id, name }: { readonly id: string; readonly name: string }): string => {
  const key = `category.${id}`;
  return key in shared ? t(key as keyof typeof shared) : name;
};

/** What was published in a year, in every way in which it is told apart. */
export function disclosures(scene: Scene, figures: DisclosureFigures): TemplateResult {
  const { t } = scene;
  const { total, year, lastYear, onTime, missedPeriods, byKind, byLevel, byCarrier } = figures;
  const timely = onTime.reduce(({ n, of }, kind) => ({ n: n + kind.n, of: of + kind.of }), { n: 0, of: 0 });
  const kinds = onTime.filter(({ of }) => of > 0).map(({ kind, n, of }): Bar => ({ label: t(`kind.${kind}`), n, of }));
  return html`${large(scene, [
      { name: t('f.published', { year }), value: said(scene, total), more: t('words.year', { year, n: said(scene, total), before: said(scene, lastYear.total) }) },
      { name: t('f.onTime', { year }), value: said(scene, timely.n), of: timely, more: timely.of === 0 ? t('f.onTime.none') : t('f.onTime.more', { n: said(scene, timely.n), of: said(scene, timely.of) }) },
      { name: t('f.missed'), value: said(scene, missedPeriods), more: t('f.missed.more'), bad: missedPeriods > 0 },
    ])}
    ${chart(scene, byMonth(scene, figures))}
    ${chart(scene, byCategory(scene, figures))}
    ${chart(scene, counted(scene, 'kinds', t('chart.kind'), t('c.kind'), byKind.map(({ kind, n }) => ({ label: t(`kind.${kind}`), n }))))}
    ${kinds.length === 0 ? nothing : chart(scene, {
      id: 'timely', title: t('chart.onTime'), words: ofShares(scene, kinds), picture: { type: 'bars', bars: kinds }, data: 'timeliness',
      table: {
        caption: t('chart.onTime'), columns: [{ title: t('c.kind') }, { title: t('c.timely'), numeric: true }, { title: t('c.due'), numeric: true }],
        rows: kinds.map(({ label, n, of = n }) => ({ head: label, cells: [said(scene, n), said(scene, of)] })),
      },
    })}
    ${chart(scene, { ...counted(scene, 'levels', t('chart.agencyLevel'), t('c.level'), byLevel.map(({ level, n }) => ({ label: t(`level.${level}`), n }))) })}
    ${chart(scene, { ...counted(scene, 'carriers', t('chart.carrier'), t('c.carrier'), byCarrier.map(({ carrier, n }) => ({ label: t(`carrier.${carrier}`), n })), false), note: t('chart.carrier.text') })}`;
}

export const byCategory = (scene: Speaker, { byCategory: all }: DisclosureFigures): Chart =>
  counted(scene, 'categories', scene.t('chart.category'), scene.t('c.category'), all.map(({ category, n }) => ({ label: categoryName(scene, category), n })));

/** Most first; `parts`: of one whole. */
function counted(scene: Speaker, id: string, title: string, what: string, given: readonly Bar[], parts = true): Chart {
  const bars = given.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return {
    id, title, words: ofCounts(scene, bars, { parts }), picture: { type: 'bars', bars }, data: 'disclosures',
    table: { caption: title, columns: [{ title: what }, { title: scene.t('c.n'), numeric: true }], rows: bars.map(({ label, n }) => ({ head: label, cells: [said(scene, n)] })) },
  };
}

export function byMonth(scene: Speaker, figures: DisclosureFigures): Chart {
  const { t } = scene;
  const { year, byMonth: now, lastYear } = figures;
  const names = [t('year.one', { year }), t('year.one', { year: year - 1 })] as const;
  return {
    id: 'months', title: t('chart.months'), words: ofMonths(scene, figures), picture: { type: 'months', now, before: lastYear.byMonth, names }, data: 'disclosures',
    table: {
      caption: t('chart.months'), columns: [{ title: t('c.month') }, ...names.map((title) => ({ title, numeric: true }))],
      rows: now.map((n, at) => ({ head: t('month', { n: at + 1 }), cells: [said(scene, n), said(scene, lastYear.byMonth[at] ?? 0)] })),
    },
  };
}
