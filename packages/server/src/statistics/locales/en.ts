import type { FigureStrings } from './zh-CN.ts';

export const en: FigureStrings = {
  package: 'Figures of open government, {{agency}}, {{year}}',
  everything: 'all agencies',
  table: {
    agencies: { title: 'Agencies', description: 'Each one directly below the agency that was chosen, with all below that; one that has none below it, itself.' },
    disclosures: { title: 'Disclosures', description: 'What was published in the year, divided by category, by kind, by level, by carrier and by month; one disclosure may be on several carriers.' },
    timeliness: { title: 'Published in time', description: 'What a law sets a last day for, and how much of it was published by then.' },
    freshness: { title: 'Columns', description: 'Columns of the agency and all below it by the rules of the website inspection (国办秘函〔2019〕19号), as of today.' },
    proactive: { title: 'Proactive disclosure (annual report, second part)', description: 'Of agencies that have closed the year.' },
    requests: { title: 'Requests received and handled (annual report, third part)', description: 'Of agencies that have closed the year.' },
    disputes: { title: 'Reconsideration and litigation (annual report, fourth part)', description: 'Of agencies that have closed the year, as they were published.' },
    topics: { title: 'Topics', description: 'By the day on which a topic was written.' },
    ratings: { title: 'Ratings', description: 'Of the year, by level.' },
  },
  few: '`few`: from one to four, or not told because such a number could be found from it.',
  field: {
    agencyId: 'Id of the agency', agency: 'Agency', level: 'Level', year: 'Year', dimension: 'Divided by', key: 'Group', name: 'Name of the group', n: 'Count', kind: 'Kind', inTime: 'In time', of: 'Of',
    agencies: 'Agencies', publishing: 'Agencies that have published', published: 'Published in the year', inAll: 'Public now', timed: 'With a last day', requestsReceived: 'Requests received', requestsEnded: 'Requests ended',
    requestsInTime: 'Requests ended in time', late: 'Late now',
    categoryId: 'Id of the column', category: 'Column', state: 'State', lastOn: 'Last updated on', days: 'Days since', limit: 'Days allowed', item: 'Item', line: 'Line', column: 'Column of the table', dispute: 'Dispute', result: 'Result',
    asked: 'Topics written', open: 'Open', answered: 'Answered', declined: 'Declined', merged: 'Merged', returned: 'Returned', claims: 'Claims owed', claimedInTime: 'Claimed in time', answers: 'Answers owed',
    answeredInTime: 'Answered in time', overdue: 'Overdue', reopened: 'Reopened', deflections: 'Answered by what was there', ratings: 'Ratings', rating: 'Level of the rating',
  },
};
