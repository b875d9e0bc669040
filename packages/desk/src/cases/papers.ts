import type { Case, CasePapers } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { CaseKey, SayCase } from './strings/index.ts';

interface PapersSetting {
  readonly t: SayCase;
  readonly language: Language;
  readonly href: (place: string) => string;
  readonly letterUrl: (letter: string, format: 'html' | 'docx') => string;
}

/** Who asks. Fields that are empty are left out. */
export function applicantFacts(t: SayCase, { applicant }: CasePapers): readonly (readonly [label: string, value: string])[] {
  const { contact } = applicant;
  const facts: readonly (readonly [CaseKey, string | undefined])[] = [
    ['papers.name', applicant.name],
    ['papers.type', t(`applicant.${applicant.type}`)],
    ...(applicant.type === 'naturalPerson'
      ? [['papers.identity', `${t(`identity.${applicant.identity.type}`)} ${applicant.identity.number}`] as const]
      : [['papers.creditCode', applicant.creditCode] as const, ['papers.representative', applicant.representative] as const, ['papers.contactPerson', applicant.contactPerson] as const]),
    ['papers.phone', contact.phone], ['papers.email', contact.email], ['papers.address', contact.address], ['papers.postcode', contact.postcode],
  ];
  return facts.flatMap(([key, value]) => (value === undefined ? [] : [[t(key), value] as const]));
}

/** Who asks and what for, as first asked and as corrected. */
export function asked(one: Case, papers: CasePapers, { t, language }: PapersSetting): TemplateResult {
  const fact = (label: string, value: string | undefined) => (value === undefined ? nothing : html`<div><dt>${label}</dt><dd>${value}</dd></div>`);
  return html`<div class="pair">
    <div><h3>${t('papers.applicant')}</h3><dl class="facts-list">${applicantFacts(t, papers).map(([label, value]) => fact(label, value))}
      ${fact(t('papers.form'), `${t(`form.${one.form}`)}${t('comma')}${t(`route.${one.route}`)}`)}${fact(t('papers.assistance'), papers.assistance)}</dl></div>
    <div><h3>${t('papers.wanted')}</h3>${[...papers.wanted].reverse().map(({ on, wanted }, index, all) => html`<div class="wanted">
      ${all.length > 1 ? html`<p class="small muted">${t(index === all.length - 1 ? 'papers.first' : 'papers.corrected', { day: formatDay(on, language) })}</p>` : nothing}
      ${wanted.title === undefined ? nothing : html`<p><strong>${wanted.title}</strong></p>`}
      ${wanted.docNo === undefined ? nothing : html`<p>${t('papers.docNo', { no: wanted.docNo })}</p>`}
      <p class="said">${wanted.description}</p></div>`)}</div>
  </div>`;
}

/** The letters that went out. */
export function letterList({ letters }: CasePapers, { t, language, letterUrl }: PapersSetting): TemplateResult {
  if (letters.length === 0) return html`<p class="muted">${t('letters.none')}</p>`;
  return html`<ul>${letters.map(({ id, title, docNo, on }) => html`<li class="held"><span><strong>${title}</strong> <span class="muted small">${docNo} ${formatDay(on, language)}</span></span>
    <span class="links"><a href=${letterUrl(id, 'html')} target="_blank" rel="noopener" aria-label=${t('letter.page.of', { title, no: docNo })}>${t('letter.page')}</a>
      <a href=${letterUrl(id, 'docx')} download aria-label=${t('letter.docx.of', { title, no: docNo })}>DOCX</a></span></li>`)}</ul>`;
}

/** Other requests of the same applicant: for the fee, and to tell a repeat. */
export function otherList({ others }: CasePapers, { inMonth }: Case, { t, language, href }: PapersSetting): TemplateResult {
  return html`<p>${t('others.month', { count: inMonth })}</p>
    ${others.length === 0 ? html`<p class="muted">${t('others.none')}</p>` : html`<ul>${others.map(({ id, receiptNo, submittedOn, phase, outcome, label }) => html`<li class="held">
      <span><a href=${href(`cases/${id}`)}>${receiptNo}</a> ${label === undefined ? nothing : html`<bdi>${label}</bdi>`} <span class="muted small">${t('submitted', { day: formatDay(submittedOn, language) })}</span></span>
      <span class="badge">${outcome === undefined ? t(`phase.${phase}`) : t(`outcome.${outcome}`)}</span></li>`)}</ul>`}`;
}
