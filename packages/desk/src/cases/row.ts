import type { CaseSummary } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDay } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { SayCase } from './strings/index.ts';

const LOOK = { green: 'good', amber: 'warn', red: 'bad' } as const;

interface Running {
  readonly left: number;
  readonly light: keyof typeof LOOK;
}

/** The light of a period (电子监察): its colour only says again what its words say. */
export function lightOf(t: SayCase, { left, light }: Running): TemplateResult {
  const words = left < 0 ? t('light.late', { count: -left }) : left === 0 ? t('light.today') : t('light.left', { count: left });
  return html`<span class="badge light ${LOOK[light]}" data-light=${light}><span class="lamp"></span>${words}</span>`;
}

/** Whose move it is. */
export function moveOf(t: SayCase, waitsFor: CaseSummary['waitsFor']): string {
  if (waitsFor.length === 0) return t('move.nobody');
  return t('move', { who: waitsFor.map((party) => t(`party.${party}`)).join(t('and')) });
}

interface RowSetting {
  readonly t: SayCase;
  readonly language: Language;
  readonly href: (place: string) => string;
}

/** One case in a list: which, where it stands, whose move it is, by when. */
export function caseRow(one: CaseSummary, { t, language, href }: RowSetting): TemplateResult {
  const { id, receiptNo, label, agency, channel, applicant, submittedOn, handler, phase, outcome, waitsFor, next, urged } = one;
  return html`<li class="row">
    <div class="what">
      <a href=${href(`cases/${id}`)}>${receiptNo}${label === undefined ? nothing : html` <bdi>${label}</bdi>`}</a>
      <p class="facts"><span><bdi>${agency.name}</bdi></span><span>${t(`channel.${channel}`)}</span><span>${t(`applicant.${applicant}`)}</span><span>${t('submitted', { day: formatDay(submittedOn, language) })}</span>
        <span>${handler === undefined ? t('handler.none') : t('handler.is', { who: `${handler.post} ${handler.name}` })}</span></p>
    </div>
    <div class="marks">
      ${urged ? html`<span class="badge bad">${t('urged')}</span>` : nothing}
      <span class="badge">${t(`phase.${phase}`)}</span>
      ${outcome === undefined ? html`<span class="badge">${moveOf(t, waitsFor)}</span>` : html`<span class="badge">${t(`outcome.${outcome}`)}</span>`}
      ${next === undefined ? nothing : html`<span class="until"><span class="small">${t('until', { term: t(`term.${next.term}`), day: formatDay(next.due, language) })}</span>${lightOf(t, next)}</span>`}
    </div>
  </li>`;
}
