import { Type, type Static } from 'typebox';
import { AgencyId, CategoryId, Line, closed } from './schema.ts';
import { operation } from './operation.ts';

/** The fifteen statutory categories of Reg. 20, in the order of the article. */
export const STATUTORY_CATEGORIES = [
  'A20_01', 'A20_02', 'A20_03', 'A20_04', 'A20_05', 'A20_06', 'A20_07', 'A20_08',
  'A20_09', 'A20_10', 'A20_11', 'A20_12', 'A20_13', 'A20_14', 'A20_15',
] as const;
export type StatutoryCategory = (typeof STATUTORY_CATEGORIES)[number];

/** A heading of the catalogue: statutory, or an agency's own below a statutory one. */
export const Category = closed(
  {
    id: CategoryId,
    parentId: Type.Optional(CategoryId),
    agencyId: Type.Optional(AgencyId),
    name: Line(100),
  },
  { title: 'Category', description: 'Statutory where `agencyId` is missing; else that agency’s own, below its parent.' },
);
export type Category = Static<typeof Category>;

export const listCategories = operation({
  id: 'categories.list',
  method: 'GET',
  path: '/v1/categories',
  summary: 'The statutory categories, and one agency’s own below them',
  access: 'public',
  query: closed({ agency: Type.Optional(AgencyId) }),
  responses: { 200: closed({ items: Type.Array(Category) }, { title: 'CategoryList' }) },
});

const CategoryParams = closed({ id: AgencyId, category: CategoryId });

export const saveCategory = operation({
  id: 'categories.save',
  method: 'PUT',
  path: '/v1/agencies/{id}/categories/{category}',
  summary: 'Enter or change a category of an agency’s own',
  description: 'Its id begins with that of the agency and a full stop; its parent is statutory or of the same agency. Where it is another by now than `before` says, '
    + 'or there is one already and nothing is said, it is `changed-meanwhile`, with the present category as `current`.',
  access: { permission: 'agencies.write', of: 'agency' },
  params: CategoryParams,
  body: closed(
    { parentId: CategoryId, name: Line(100), before: Type.Optional(closed({ parentId: CategoryId, name: Line(100) }, { description: 'As the caller read it; nothing for a new one.' })) },
    { title: 'CategoryChange' },
  ),
  responses: { 200: Category },
});

export const deleteCategory = operation({
  id: 'categories.delete',
  method: 'DELETE',
  path: '/v1/agencies/{id}/categories/{category}',
  summary: 'Remove a category of an agency’s own that nothing stands in',
  access: { permission: 'agencies.write', of: 'agency' },
  params: CategoryParams,
  responses: { 200: closed({ id: CategoryId }, { title: 'CategoryDeleted' }) },
});
