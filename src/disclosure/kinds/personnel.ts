import { html, nothing, type TemplateResult } from 'lit';
import { facts, section, span } from '../parts.ts';
import { dataTable, blank, type Column } from '../table.ts';
import type { Context, FieldsOf, Published } from '../types.ts';

type Post = FieldsOf<'personnel'>['posts'][number];

export function personnel({ fields, title }: Published<'personnel'>, ctx: Context): TemplateResult {
  const { t } = ctx;
  const has = (key: 'count' | 'requirement' | 'note') => fields.posts.some((post) => post[key] !== undefined);
  const text = (key: 'requirement' | 'note'): Column<Post> => ({ key, title: t(`f.${key}`), value: (post) => post[key] ?? null, cell: (post) => post[key] ?? nothing });
  const columns: Column<Post>[] = [{ key: 'post', title: t('f.post'), value: (post) => post.post }];
  if (has('count')) columns.push({ key: 'count', title: t('f.count'), numeric: true, value: (post) => post.count ?? null, cell: (post) => post.count ?? blank(ctx) });
  if (has('requirement')) columns.push(text('requirement'));
  if (has('note')) columns.push(text('note'));
  return html`
    ${facts([
      [t('f.type'), t(`personnel.type.${fields.type}`)],
      [t('f.period'), span(fields.from, fields.to, ctx)],
    ])}
    ${section(t('personnel.posts'), dataTable(ctx, 'personnel', title, columns, fields.posts))}
  `;
}
