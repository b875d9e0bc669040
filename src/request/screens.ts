import { isSunlitError, type RequestForm } from '@sunlit/client/requests';
import { html, nothing, type TemplateResult } from 'lit';
import type { Translate } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import type { Proposal } from './proposals.ts';
import type { RequestKey } from './strings/index.ts';

type Say = Translate<RequestKey>;

/** Something already public, to be read before one asks for it. */
export function readingScreen(t: Say, item: TemplateResult, answersMe: () => void, goOn: () => void): TemplateResult {
  return html`<p class="lead">${t('reading.lead')}</p>
    <div class="reading">${item}</div>
    <div class="actions">
      <button class="button primary" type="button" @click=${answersMe}>${t('answers-me')}</button>
      <button class="button" type="button" @click=${goOn}>${t('go-on')}</button>
    </div>`;
}

/** It answered the person, who may still go on. */
export function answeredScreen(t: Say, { title }: Proposal, read: () => void, goOn: () => void): TemplateResult {
  return html`<p class="lead">${t('answered.text', { title })}</p>
    <div class="actions"><button class="button" type="button" @click=${read}>${t('answered.read')}</button>
    <button class="button quiet" type="button" @click=${goOn}>${t('answered.not')}</button></div>`;
}

/** `reference`: it is kept on a shared device by now, and who leaves can come back with that. */
export function sendingScreen(t: Say, stage: 'solving' | 'sending', reference: string | undefined): TemplateResult {
  return html`<p class="lead" role="status">${t(`sending.${stage}`)}</p><progress aria-label=${t('sending')}></progress>
    <p class="muted">${reference === undefined ? t('sending.wait') : t('sending.kept', { reference })}</p>`;
}

/** This agency takes no requests here: where it does. */
export function closedScreen(t: Say, { agency, office }: RequestForm): TemplateResult {
  const line = (key: RequestKey, value: string | undefined) => (value ? html`<div><dt>${t(key)}</dt><dd>${value}</dd></div>` : nothing);
  return html`<div class="request"><h2>${t('closed')}</h2><p class="lead">${t('closed.text', { agency: agency.name })}</p>
    <section class="part"><h3>${office.name}</h3><dl>${line('office.address', office.address)}${line('office.hours', office.hours)}${line('office.phone', office.phone)}</dl></section></div>`;
}

/** Why it was not sent, and that nothing is lost. */
export function problemNotice(t: Say, problem: unknown): TemplateResult | typeof nothing {
  if (problem === undefined) return nothing;
  const offline = globalThis.navigator?.onLine === false;
  const code = isSunlitError(problem) ? problem.code : '';
  const network = code === 'offline' || code === 'network' || code === 'timeout';
  const key: RequestKey = network ? (offline ? 'problem.offline' : 'problem.back')
    : code === 'not-secure' ? 'problem.not-secure' : code === 'too-many-requests' ? 'problem.busy' : code === 'not-possible' || code === 'not-found' ? 'problem.closed' : 'problem.server';
  const requestId = isSunlitError(problem) ? problem.requestId : undefined;
  return html`<div class="notice ${network ? 'warn' : 'bad'}" role="alert" id="problem" tabindex="-1">${network ? icons.offline : icons.warning}
    <div><p>${t(key)}</p>${requestId ? html`<p class="small muted">${t('error.reference', { id: requestId })}</p>` : nothing}</div></div>`;
}
