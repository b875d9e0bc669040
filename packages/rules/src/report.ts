import type { AnnualFault, ProactiveTable, ReportSection, ReportTemplate } from '@sunlit/contract';
import { ANNUAL_LINES, DISPUTES, DISPUTE_RESULTS, type AnnualLine, type DisputesTable, type RequestsTable } from './annual.ts';
import { ANNUAL_COLUMNS } from './outcomes.ts';
import { COLUMN_NAMES, COUNT_NAMES, DECISION_NAMES, DISPUTE_NAMES, DOCUMENT_NAMES, DOCUMENT_STATES, FEES_NAME, LINE_NAMES, RESULT_NAMES, SECTION_TITLES, TEMPLATE_TITLES, type ReportCount } from './report-words.ts';

/*
 * Reports of a year: what somebody writes in Markdown, with figures by reference, and the tables. `{{requests.granted.total}}` in a text stands for
 * that cell; `{{lastYear.requests.granted.total}}` for the one of the year before.
 */

/** The figures of a year. A table that nobody has entered is not there, nor are its figures. */
export interface ReportTables {
  readonly requests?: RequestsTable;
  readonly proactive?: ProactiveTable;
  readonly disputes?: DisputesTable;
  readonly counts?: Readonly<Record<ReportCount, number>>;
}

/** A figure that a text may refer to, as it is printed. */
export interface ReportFigure {
  readonly ref: string;
  readonly label: string;
  readonly value?: string;
  readonly lastYear?: string;
}

const COLUMNS = [...ANNUAL_COLUMNS, 'total'] as const;
const RESULTS = [...DISPUTE_RESULTS, 'total'] as const;
const DOCUMENTS = Object.keys(DOCUMENT_NAMES) as (keyof typeof DOCUMENT_NAMES)[];
const STATES = Object.keys(DOCUMENT_STATES) as (keyof typeof DOCUMENT_STATES)[];
const DECISIONS = Object.keys(DECISION_NAMES) as (keyof typeof DECISION_NAMES)[];

/** Every figure there can be, with what it is this year and was last year. */
export function reportFigures(now: ReportTables, lastYear: ReportTables = {}): ReportFigure[] {
  const figure = (ref: string, label: string, of: (tables: ReportTables) => number | undefined): ReportFigure => {
    const [value, before] = [of(now), of(lastYear)];
    return { ref, label, ...(value === undefined ? {} : { value: String(value) }), ...(before === undefined ? {} : { lastYear: String(before) }) };
  };
  return [
    ...(Object.keys(COUNT_NAMES) as ReportCount[]).map((name) => figure(name, COUNT_NAMES[name], ({ counts }) => counts?.[name])),
    ...DOCUMENTS.flatMap((of) => STATES.map((state) => figure(`proactive.${of}.${state}`, `${DOCUMENT_NAMES[of]}${DOCUMENT_STATES[state]}`, ({ proactive }) => proactive?.[of][state]))),
    ...DECISIONS.map((of) => figure(`proactive.${of}`, `${DECISION_NAMES[of]}处理决定数量`, ({ proactive }) => proactive?.[of])),
    figure('proactive.feesWanYuan', FEES_NAME, ({ proactive }) => proactive?.feesWanYuan),
    ...ANNUAL_LINES.flatMap((line) => COLUMNS.map((column) => figure(`requests.${line}.${column}`, `${LINE_NAMES[line]}，${COLUMN_NAMES[column]}`, ({ requests }) => requests?.[line][column]))),
    ...DISPUTES.flatMap((row) => RESULTS.map((result) => figure(`disputes.${row}.${result}`, `${DISPUTE_NAMES[row]}，${RESULT_NAMES[result]}`, ({ disputes }) => disputes?.[row][result]))),
  ];
}

const REFERENCE = /\{\{([^{}]*)\}\}/g;
const LAST_YEAR = 'lastYear.';

/** What is printed for a reference; nothing where there is no such figure. */
function valueOf(ref: string, figures: readonly ReportFigure[]): string | undefined {
  const last = ref.startsWith(LAST_YEAR);
  const found = figures.find((one) => one.ref === (last ? ref.slice(LAST_YEAR.length) : ref));
  return last ? found?.lastYear : found?.value;
}

/** A text with its figures. What leads to none stands there for everybody to see. */
export function filledText(text: string, figures: readonly ReportFigure[]): string {
  return text.replaceAll(REFERENCE, (_, inner: string) => valueOf(inner.trim(), figures) ?? missing(inner.trim()));
}

/** The references of a text that lead to no figure, each once. */
export function unknownReferences(text: string, figures: readonly ReportFigure[]): string[] {
  const refs = [...text.matchAll(REFERENCE)].map(([, inner = '']) => inner.trim());
  return [...new Set(refs.filter((ref) => valueOf(ref, figures) === undefined))];
}

const missing = (what: string) => `〔没有这个数字：${what}〕`;

export const reportTitle = (template: ReportTemplate, agency: string, year: number): string => `${agency}${year}年${TEMPLATE_TITLES[template]}`;

export interface WrittenReport {
  readonly template: ReportTemplate;
  readonly sections: readonly { readonly name: ReportSection; readonly text: string }[];
  readonly tables: ReportTables;
  readonly lastYear?: ReportTables | undefined;
  readonly figures: readonly ReportFigure[];
  readonly faults: readonly AnnualFault[];
}

/** What keeps a report from being published: references of a section that lead to no figure, and its table when nobody has entered it. */
export function unknownIn({ template, sections, tables, figures }: Pick<WrittenReport, 'template' | 'sections' | 'tables' | 'figures'>): { section: ReportSection; ref: string }[] {
  return sections.flatMap(({ name, text }) => [
    ...unknownReferences(text, figures).map((ref) => ({ section: name, ref })),
    ...(template === 'annual' && isTable(name) && tables[name] === undefined ? [{ section: name, ref: name }] : []),
  ]);
}

const isTable = (name: ReportSection): name is 'proactive' | 'requests' | 'disputes' => name === 'proactive' || name === 'requests' || name === 'disputes';

/** The whole report but for its title, as Markdown. Figures are as they are stated; what does not add up is said beside them. */
export function reportMarkdown({ template, sections, tables, lastYear = {}, figures, faults }: WrittenReport): string {
  return SECTION_TITLES[template].map(([name, title], index) => {
    const text = sections.find((one) => one.name === name)?.text ?? '';
    const inserted = template === 'annual' && isTable(name) ? [tableOf(name, tables, lastYear), ...faults.filter(({ check }) => tableOfCheck(check) === name).map(faultNote)] : [];
    return [`## ${numeral(index + 1)}、${title}`, filledText(text, figures).trim(), ...inserted].filter((part) => part !== '').join('\n\n');
  }).join('\n\n');
}

const numeral = (n: number): string => '一二三四五六七八九十'.charAt(n - 1);

function tableOf(name: 'proactive' | 'requests' | 'disputes', now: ReportTables, before: ReportTables): string {
  if (now[name] === undefined) return missing(name);
  switch (name) {
    case 'proactive': return now.proactive === undefined ? '' : proactiveTables(now.proactive, before.proactive);
    case 'requests': return now.requests === undefined ? '' : requestsMarkdown(now.requests, before.requests);
    case 'disputes': return now.disputes === undefined ? '' : disputesMarkdown(now.disputes, before.disputes);
  }
}

function proactiveTables(now: ProactiveTable, before: ProactiveTable | undefined): string {
  const beside = (head: string) => (before === undefined ? [] : [head]);
  const last = (value: number | undefined) => (value === undefined ? [] : [value]);
  return [
    '第二十条第（一）项',
    markdownTable(['信息内容', ...Object.values(DOCUMENT_STATES), ...beside('上年制发件数')], DOCUMENTS.map((of) => [DOCUMENT_NAMES[of], ...STATES.map((state) => now[of][state]), ...last(before?.[of].issued)])),
    '第二十条第（五）项、第（六）项',
    markdownTable(['信息内容', '本年处理决定数量', ...beside('上年处理决定数量')], DECISIONS.map((of) => [DECISION_NAMES[of], now[of], ...last(before?.[of])])),
    '第二十条第（八）项',
    markdownTable(['信息内容', '本年收费金额（单位：万元）', ...beside('上年收费金额（单位：万元）')], [['行政事业性收费', now.feesWanYuan, ...last(before?.feesWanYuan)]]),
  ].join('\n\n');
}

function requestsMarkdown(now: RequestsTable, before: RequestsTable | undefined): string {
  const rows = ANNUAL_LINES.map((line) => [LINE_NAMES[line], ...COLUMNS.map((column) => now[line][column]), ...(before === undefined ? [] : [before[line].total])]);
  return markdownTable(['申请人情况', ...COLUMNS.map((column) => COLUMN_NAMES[column]), ...(before === undefined ? [] : ['上年总计'])], rows);
}

function disputesMarkdown(now: DisputesTable, before: DisputesTable | undefined): string {
  const rows = DISPUTES.map((row) => [DISPUTE_NAMES[row], ...RESULTS.map((result) => now[row][result]), ...(before === undefined ? [] : [before[row].total])]);
  return markdownTable(['类型', ...RESULTS.map((result) => RESULT_NAMES[result]), ...(before === undefined ? [] : ['上年总计'])], rows);
}

/** The first column names the row; the others hold numbers. */
function markdownTable(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const tableOfCheck = (check: AnnualFault['check']): 'requests' | 'disputes' => (check === 'dispute' ? 'disputes' : 'requests');

/** What does not add up, for whoever reads the table. */
function faultNote({ check, cells: [cell], stated, computed }: AnnualFault): string {
  const line = cell === undefined ? '' : nameOfLine(cell.line);
  const column = cell === undefined ? '' : ({ ...COLUMN_NAMES, ...RESULT_NAMES })[cell.column];
  const says = {
    row: `“${line}”一行的总计为${stated}，各栏之和为${computed}`,
    column: `“${column}”一栏办理结果的总计为${stated}，各项之和为${computed}`,
    balance: `“${column}”一栏本年新收与上年结转之和为${stated}，办理结果总计与结转下年度之和为${computed}`,
    'carried-over': `“${column}”一栏的上年结转为${stated}，上年报告的结转下年度为${computed}`,
    dispute: `“${line}”的总计为${stated}，各项之和为${computed}`,
  }[check];
  return `> 注：${says}。数字按原数列出，未作改动。`;
}

const nameOfLine = (line: AnnualFault['cells'][number]['line']): string => ({ ...LINE_NAMES, ...DISPUTE_NAMES })[line as AnnualLine];
