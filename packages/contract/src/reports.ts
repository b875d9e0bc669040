import { Type, type Static } from 'typebox';
import { AgencyRef } from './agencies.ts';
import { PersonRef } from './drafts.ts';
import { FigureYear } from './figures.ts';
import { operation } from './operation.ts';
import { AgencyId, Day, Line, Moment, Text, Ulid, closed } from './schema.ts';
import { REPORT_SECTION_NAMES, REPORT_TEMPLATES } from './statistic-words.ts';
import { AnnualFault } from './statistics.ts';

/*
 * Reports of a year: what somebody writes, with figures by reference, so that none is typed. `{{requests.granted.total}}` in the text stands for the figure.
 */

const section = { name: Type.Enum(REPORT_SECTION_NAMES), text: Text(20_000) };

/** A figure that a text may refer to. */
export const ReportFigure = closed(
  { ref: Line(80), label: Line(200), value: Type.Optional(Line(40)), lastYear: Type.Optional(Line(40)) },
  { title: 'ReportFigure', description: '`value` as it is printed; without: there is none for this year.' },
);
export type ReportFigure = Static<typeof ReportFigure>;

export const ReportDraft = closed(
  {
    agency: AgencyRef,
    year: FigureYear,
    template: Type.Enum(REPORT_TEMPLATES),
    version: Type.Integer({ minimum: 0, description: '0: nothing has been saved, the sections are proposals.' }),
    sections: Type.Array(closed({ ...section, title: Line(100) })),
    figures: Type.Array(ReportFigure),
    unknown: Type.Array(closed({ section: section.name, ref: Line(200) }), { description: 'References that lead to no figure.' }),
    empty: Type.Array(section.name, { description: 'Sections without text.' }),
    faults: Type.Array(AnnualFault),
    closed: Type.Boolean({ description: 'The figures of the year are closed: only then can it be published.' }),
    due: Day,
    saved: Type.Optional(closed({ by: PersonRef, at: Moment })),
    draftId: Type.Optional(Type.String({ ...Ulid, description: 'The draft that was begun from it.' })),
    disclosureId: Type.Optional(Type.String({ ...Ulid, description: 'The report as it was published.' })),
  },
  { title: 'ReportDraft' },
);
export type ReportDraft = Static<typeof ReportDraft>;

const params = closed({ id: AgencyId, year: FigureYear, template: Type.Enum(REPORT_TEMPLATES) });

export const getReport = operation({
  id: 'reports.get', method: 'GET', path: '/v1/agencies/{id}/reports/{year}/{template}', summary: 'A report of a year as it is written so far, with the figures it may refer to',
  access: { permission: 'statistics.read', of: 'agency' }, params, responses: { 200: ReportDraft },
});

export const saveReport = operation({
  id: 'reports.save', method: 'PUT', path: '/v1/agencies/{id}/reports/{year}/{template}', summary: 'Save what is written of a report',
  access: { permission: 'statistics.write', of: 'agency' }, params, body: closed({ version: Type.Integer({ minimum: 0 }), sections: Type.Array(closed(section), { maxItems: 12 }) }, { title: 'ReportText' }), responses: { 200: ReportDraft },
});

export const previewReport = operation({
  id: 'reports.preview', method: 'GET', path: '/v1/agencies/{id}/reports/{year}/{template}/preview', summary: 'The report as it would be published: Markdown with its tables and figures',
  access: { permission: 'statistics.read', of: 'agency' }, params, responses: { 200: closed({ title: Line(300), markdown: Type.String() }, { title: 'ReportPreview' }) },
});

export const getReportFile = operation({
  id: 'reports.file', method: 'GET', path: '/v1/agencies/{id}/reports/{year}/{template}/file', summary: 'The report as a DOCX or PDF file',
  access: { permission: 'statistics.read', of: 'agency' }, recorded: true, params, query: closed({ format: Type.Enum(['docx', 'pdf']) }), responses: { 200: Type.String({ format: 'binary' }) }, media: 'application/octet-stream',
});

export const draftReport = operation({
  id: 'reports.draft', method: 'POST', path: '/v1/agencies/{id}/reports/{year}/{template}/draft', summary: 'Begin a draft of kind report from it, with its DOCX and PDF files, to be reviewed and published like any other',
  access: { permission: 'statistics.write', of: 'agency' }, creates: true, params, body: closed({ version: Type.Integer({ minimum: 1 }) }, { title: 'ReportToDraft' }), responses: { 200: ReportDraft },
});
