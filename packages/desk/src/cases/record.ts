import type { Case, CaseEntry, CasePapers } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay, formatMoment } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { SayCase } from './strings/index.ts';

interface RecordSetting {
  readonly t: SayCase;
  readonly language: Language;
  readonly href: (place: string) => string;
  /** What was written with the entries, when the papers are open. */
  readonly papers: CasePapers | undefined;
}

/** Everything that was done, the newest first, with what was written beside it once the papers are open. */
export function record(one: Case, setting: RecordSetting): TemplateResult {
  return html`<ol class="record" reversed>${[...one.entries].reverse().map((line) => entry(line, one, setting))}</ol>`;
}

function entry(line: CaseEntry, one: Case, { t, language, href, papers }: RecordSetting): TemplateResult {
  const { n, at, type, on, by, person } = line;
  const said = papers?.said.filter((words) => words.n === n) ?? [];
  return html`<li>
    <p class="line"><strong>${t(`event.${type}`)}</strong>${on === undefined ? nothing : html` <span>${formatDay(on, language)}</span>`}</p>
    ${particulars(line, one, t, language).map((text) => html`<p>${text}</p>`)}
    ${line.moved && line.moved.length > 0 ? html`<ul>${line.moved.map(({ deadline, from, to }) => html`<li>${t('entry.moved', { what: deadlineName(t, deadline), from: dayOf(from, language, t), to: dayOf(to, language, t) })}</li>`)}</ul>` : nothing}
    ${line.cases && line.cases.length > 0 ? html`<p>${line.cases.map((id, index) => html`<a href=${href(`cases/${id}`)}>${t('entry.case', { number: index + 1 })}</a> `)}</p>` : nothing}
    ${line.text === undefined ? nothing : html`<blockquote><p class="said">${line.text}</p></blockquote>`}
    ${said.map(({ field, text }) => html`<blockquote><span class="small muted">${fieldName(t, field)}</span><p class="said">${text}</p></blockquote>`)}
    <p class="small muted">${person === undefined ? t(`by.${by}`) : `${person.post} ${person.name}`} ${formatMoment(at, language)}</p>
  </li>`;
}

/** What a step states beside its texts, in words. */
function particulars(line: CaseEntry, { questions }: Case, t: SayCase, language: Language): string[] {
  const { party, opinion, workdays, way, outcome, term, bound, fee, to, question, notice } = line;
  const asked = questions.find(({ id }) => id === question);
  return [
    outcome && t(`outcome.${outcome}`),
    party && t(`party.${party}`),
    asked && t('entry.about', { what: t(`term.${asked.term}`), day: formatDay(asked.askedOn, language) }),
    opinion && t(`opinion.${opinion}`),
    workdays !== undefined && t('unit.workdays', { count: workdays }),
    way && t(`way.${way}`),
    term && t('entry.term', { what: t(`term.${term}`) }),
    bound && t('entry.bound', { who: t(`party.${bound}`) }),
    fee && t('entry.fee', { count: fee.yuan }),
    to && t('entry.to', { agency: to.name }),
    notice,
  ].filter((text) => typeof text === 'string');
}

const TERMS = ['confirmation', 'correction-notice', 'correction', 'reply', 'third-party-opinion', 'co-maker-opinion', 'reasons', 'payment', 'reconsideration', 'suit', 'suit-after-reconsideration'] as const;

function deadlineName(t: SayCase, id: string): string {
  const term = TERMS.find((one) => one === id);
  return term === undefined ? id : t(`term.${term}`);
}

const dayOf = (day: string | undefined, language: Language, t: SayCase): string => (day === undefined ? t('entry.no-day') : formatDay(day, language));

const SAID = {
  points: 'field.points', reason: 'field.reason', grounds: 'field.grounds', note: 'field.note', name: 'field.name', address: 'field.address', about: 'field.about', text: 'field.said', reasons: 'field.reasons',
  approvedBy: 'field.approvedBy', goodReason: 'field.goodReason', pointsTo: 'field.pointsTo', what: 'field.what', withheld: 'field.what', parts: 'field.label', description: 'field.description', title: 'field.title', docNo: 'field.docNo', label: 'field.label',
} as const;

/** The name of what was written, from `points/0`, `reply/grounds` and the like: the last part of it that has one. */
function fieldName(t: SayCase, field: string): string {
  const known = field.split('/').reverse().find((part): part is keyof typeof SAID => part in SAID);
  return known === undefined ? field : t(SAID[known]);
}
