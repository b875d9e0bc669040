import type { DisclosureRef, Published, PublishedDisclosure } from '../types.ts';

export const AGENCIES = {
  water: { id: 'qinghe-water', name: '清河县水利局' },
  tax: { id: 'fangze-tax', name: '清川市地方税务局方泽分局' },
  government: { id: 'qinghe', name: '清河县人民政府' },
  legal: { id: 'qingchuan-legal-affairs', name: '清川市人民政府法制办公室' },
} as const;

type Kind = PublishedDisclosure['kind'];
type Needed<K extends Kind> = Pick<Published<K>, 'kind' | 'title' | 'summary' | 'fields'> & Partial<Published<K>>;

let number = 0;

/** Ids that sort as they are made. */
export const ulid = (n: number): string => `01JQ8ZK4T5V6W7X8Y9Z0${`A${String(n).padStart(5, '0')}`}`;

/** A published disclosure with the parts an example does not care about. */
export function published<K extends Kind>(given: Needed<K>): Published<K> {
  number += 1;
  const publishedOn = given.publishedOn ?? '2015-01-20';
  return {
    state: 'published',
    id: ulid(number),
    indexNo: `QC-${String(2000 + number)}-${publishedOn.slice(0, 4)}-${String(number).padStart(4, '0')}`,
    agency: AGENCIES.water,
    agencyId: AGENCIES.water.id,
    categoryId: 'A20_02',
    categoryName: '机构职能',
    body: '',
    formedOn: publishedOn,
    publishedOn,
    openTerm: { term: 'long-term' },
    basis: [],
    channels: [],
    attachments: [],
    links: [],
    validity: 'in-force',
    revision: 1,
    chain: { supersedes: [], supersededBy: [], clarifies: [], clarifiedBy: [], interprets: [], interpretedBy: [], revisions: [{ revision: 1, on: publishedOn, title: given.title }] },
    ...given,
  } as unknown as Published<K>; // one member of the union, put together from its parts
}

export const referTo = ({ id, title, agency, kind, validity }: PublishedDisclosure): DisclosureRef => ({ id, title, agency, kind, validity });
