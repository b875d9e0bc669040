import type { TransferStrings } from './zh-CN.ts';

export const en: TransferStrings = {
  column: {
    id: 'id', indexNo: 'Index number', title: 'Title', kind: 'Kind', agency: 'Agency', agencyId: 'Agency id', category: 'Category', categoryId: 'Category id', docNo: 'Document number',
    formedOn: 'Date made', effectiveOn: 'In force from', publishedOn: 'Date published', repealedOn: 'Repealed on', validity: 'Validity', openTerm: 'Published for', summary: 'Summary',
    revision: 'Revision', updatedAt: 'Updated',
  },
  kind: {
    normative: 'Rules and normative documents', power: 'Power list', service: 'Service guide', notice: 'Public notice', decision: 'Decision', plan: 'Plan', budget: 'Budget and accounts',
    statistics: 'Statistics', project: 'Project or case', personnel: 'Personnel', meeting: 'Hearing or meeting', report: 'Report', institution: 'Institution', clarification: 'Clarification',
  },
  validity: { 'in-force': 'in force', amended: 'amended', expired: 'expired', repealed: 'repealed' },
  term: { 'long-term': 'long term', periodic: 'periodic', staged: 'staged', temporary: 'temporary' },
};
