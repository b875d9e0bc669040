import type { AnnualFault, AnnualFigures, AnnualLine, AnnualTableColumn, DisputesTable, ProactiveTable } from '@sunlit/client/statistics';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '../shared/format.ts';
import { small, amount } from './figures.ts';
import { choice, dataLinks, hasFew, said, table, type Scene } from './scene.ts';

/** What of an annual report is public: nothing while the year is `open`. */
export type Annual = { readonly state: 'closed'; readonly figures: AnnualFigures } | { readonly state: 'open' };

// As the form has them (国办公开办函〔2021〕30号); the contract's own lists stay with the server.
const COLUMNS: readonly AnnualTableColumn[] = ['naturalPerson', 'business', 'research', 'publicInterest', 'legalService', 'other', 'total'];
const ROWS = {
  denied: ['stateSecret', 'lawForbidden', 'safetyStability', 'thirdPartyRights', 'internalAffairs', 'processInfo', 'enforcementFile', 'specialQuery'],
  unable: ['notHeld', 'needsCreation', 'stillUnclear'],
  notProcessed: ['petition', 'repeat', 'publication', 'excessive', 'reconfirm'],
  other: ['uncorrected', 'unpaid', 'other'],
} as const;
const DISPUTES = ['reconsideration', 'litigationDirect', 'litigationAfter'] as const;
const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'] as const;

/** What was asked for; for a year that is closed, the tables of the annual report as they were published. */
export function requests(scene: Scene, annual: Annual): TemplateResult {
  const { t, overview: { whole, year, years } } = scene;
  const { requests: counted } = whole;
  return html`<section aria-labelledby="sofar"><h3 id="sofar">${t('year.one', { year })}</h3>
      ${small([[t('requests.received'), amount(scene, counted.received)], [t('requests.ended'), amount(scene, counted.ended)], [t('requests.inTime'), amount(scene, counted.inTime)]])}
      ${hasFew(whole) ? html`<p class="small muted few">${t('few.why')}</p>` : nothing}</section>
    <section aria-labelledby="report"><h3 id="report">${t('requests.report')}</h3>
      ${annual.state === 'closed' ? report(scene, annual.figures) : html`<div class="empty"><p class="strong">${t('requests.open', { year })}</p><p class="muted">${t('requests.open.text')}</p>
        ${years.filter((one) => one < year).slice(0, 2).map((one) => choice(scene, { year: String(one) }, t('requests.earlier', { year: one })))}</div>`}</section>`;
}

function report(scene: Scene, { figures: { requests: counts, proactive, disputes, version, at }, faults, versions, sumOf }: AnnualFigures): TemplateResult {
  const { t, language, shown } = scene;
  const own = shown.own === 'true';
  /** The faults of which a cell is what was stated, by their numbers above. */
  const marks = (line: string, column: string) => faults.flatMap((fault, at) => (statedIn(fault, line, column) ? [at + 1] : []));
  const cell = (line: string, column: string, n: number) => {
    const found = marks(line, column);
    return html`<td class="number ${found.length > 0 ? 'fault' : ''}">${said(scene, n)}${found.map((mark) => html`<sup><a href="#" @click=${(event: Event) => show(event, mark)} aria-label=${t('faults.mark', { n: mark })}>※${mark}</a></sup>`)}</td>`;
  };
  return html`
    <div class="scope no-print" role="group" aria-label=${t('requests.whose')}>${choice(scene, { own: undefined }, t('requests.below'), { current: !own })}${choice(scene, { own: 'true' }, t('requests.own'), { current: own })}</div>
    <p>${t('requests.closed', { time: formatMoment(at, language), version })} ${sumOf ? t('requests.sumOf', { of: said(scene, sumOf.of), closed: said(scene, sumOf.closed) }) : nothing}</p>
    ${faultsOf(scene, faults)}
    ${requestsTable(scene, counts, cell)}
    ${proactive ? proactiveTable(scene, proactive) : nothing}
    ${disputes ? disputesTable(scene, disputes, cell) : nothing}
    ${versions.length < 2 && versions.every(({ reason }) => !reason) ? nothing : html`<section class="versions"><h4>${t('versions.title')}</h4><ol>${versions.map(({ version: one, at: when, reason }) => html`<li><b>${t('versions.one', { version: one })}</b> <span class="muted">${formatMoment(when, language)}</span> ${reason ?? t('versions.first')}</li>`)}</ol></section>`}`;
}

/** In the shadow root no link finds its target by itself. */
function show(event: Event, mark: number): void {
  event.preventDefault();
  const root = (event.currentTarget as Element).getRootNode() as ShadowRoot;
  root.querySelector<HTMLElement>(`#fault-${String(mark)}`)?.focus();
}

/** What does not add up, beside what was published and never instead of it. */
function faultsOf(scene: Scene, faults: readonly AnnualFault[]): TemplateResult | typeof nothing {
  const { t } = scene;
  if (faults.length === 0) return nothing;
  return html`<section class="notice warn faults" aria-labelledby="faults"><div><h4 id="faults">${t('faults.title', { n: faults.length })}</h4><p>${t('faults.text')}</p>
    <ol>${faults.map((fault, at) => html`<li id="fault-${at + 1}" tabindex="-1">${t(`fault.${fault.check}`, { where: whereOf(scene, fault), stated: said(scene, fault.stated), computed: said(scene, fault.computed) })}</li>`)}</ol></div></section>`;
}

/** Whether a cell is the one that says something else than the others: the sum of a line, of the results, or what came in. */
function statedIn({ check, cells: [first] }: AnnualFault, line: string, column: string): boolean {
  switch (check) {
    case 'row': case 'dispute': return first?.line === line && column === 'total';
    case 'column': return first?.column === column && line === 'total';
    case 'balance': return first?.column === column && line === 'newReceived';
    case 'carried-over': return first?.column === column && line === 'carriedOver';
  }
}

/** The line or the column that does not add up. */
function whereOf({ t }: Scene, { check, cells: [first] }: AnnualFault): string {
  if (!first) return '';
  const { line, column } = first;
  const isDispute = line === 'reconsideration' || line === 'litigationDirect' || line === 'litigationAfter';
  if (check === 'row' || check === 'dispute') return isDispute ? t(`dispute.${line}`) : t(`line.${line}`);
  return column === 'upheld' || column === 'corrected' || column === 'otherResult' || column === 'pending' ? t(`result.${column}`) : t(`col.${column}`);
}

type Cell = (line: string, column: string, n: number) => TemplateResult;

function requestsTable(scene: Scene, counts: AnnualFigures['figures']['requests'], cell: Cell): TemplateResult {
  const { t } = scene;
  const row = (line: AnnualLine, depth = '') => html`<tr><th scope="row" class=${depth}>${t(`line.${line}`)}</th>${COLUMNS.map((column) => cell(line, column, counts[line][column]))}</tr>`;
  const group = (name: keyof typeof ROWS) => html`<tr class="group"><th scope="rowgroup" class="one" colspan="8">${t(`line.${name}`)}</th></tr>${ROWS[name].map((last) => row(`${name}.${last}` as AnnualLine, 'two'))}`;
  return html`<div class="table-room wide" role="region" tabindex="0" aria-label=${t('t3')} part="table"><table>
    <caption><span class="caption"><span>${t('t3')}</span>${dataLinks(scene, 'requests', t('t3'))}</span></caption>
    <thead><tr><th scope="col" rowspan="2">${t('t3.item')}</th><th scope="col" class="number" rowspan="2">${t('col.naturalPerson')}</th><th scope="colgroup" colspan="5" class="middle">${t('t3.legal')}</th><th scope="col" class="number" rowspan="2">${t('col.total')}</th></tr>
      <tr>${COLUMNS.slice(1, 6).map((column) => html`<th scope="col" class="number">${t(`col.${column}`)}</th>`)}</tr></thead>
    <tbody>${row('newReceived', 'top')}${row('carriedOver', 'top')}</tbody>
    <tbody><tr class="group"><th scope="rowgroup" class="top" colspan="8">${t('line.results')}</th></tr>
      ${row('granted', 'one')}${row('partial', 'one')}${group('denied')}${group('unable')}${group('notProcessed')}${group('other')}${row('total', 'one sum')}</tbody>
    <tbody>${row('carriedForward', 'top')}</tbody>
  </table></div>`;
}

function proactiveTable(scene: Scene, { regulations, normativeDocs, licences, penalties, coercions, feesWanYuan }: ProactiveTable): TemplateResult {
  const { t, language } = scene;
  const documents = [[t('t2.regulations'), regulations], [t('t2.normativeDocs'), normativeDocs]] as const;
  const number = (n: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 6 }).format(n);
  const links = dataLinks(scene, 'proactive', t('t2'));
  const columns = (...titles: string[]) => [{ title: t('t2.item') }, ...titles.map((title) => ({ title, numeric: true }))];
  return html`<h4>${t('t2')}</h4>
    ${table({ caption: t('t2.documents'), columns: columns(t('t2.issued'), t('t2.repealed'), t('t2.inForce')), rows: documents.map(([head, { issued, repealed, inForce }]) => ({ head, cells: [issued, repealed, inForce].map(number) })) }, links)}
    ${table({ caption: t('t2.decisions.caption'), columns: columns(t('t2.decisions')), rows: ([['t2.licences', licences], ['t2.penalties', penalties], ['t2.coercions', coercions], ['t2.fees', feesWanYuan]] as const).map(([head, n]) => ({ head: t(head), cells: [number(n)] })) })}`;
}

function disputesTable(scene: Scene, counts: DisputesTable, cell: Cell): TemplateResult {
  const { t } = scene;
  return html`<div class="table-room" role="region" tabindex="0" aria-label=${t('t4')} part="table"><table>
    <caption><span class="caption"><span>${t('t4')}</span>${dataLinks(scene, 'disputes', t('t4'))}</span></caption>
    <thead><tr><th scope="col">${t('t4.item')}</th>${RESULTS.map((result) => html`<th scope="col" class="number">${t(`result.${result}`)}</th>`)}</tr></thead>
    <tbody>${DISPUTES.map((dispute) => html`<tr><th scope="row">${t(`dispute.${dispute}`)}</th>${RESULTS.map((result) => cell(dispute, result, counts[dispute][result]))}</tr>`)}</tbody>
  </table></div>`;
}
