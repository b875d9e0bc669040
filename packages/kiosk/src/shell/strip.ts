import type { Submission } from '@sunlit/client/outbox';
import type { ReplicaStatus } from '@sunlit/client/replica';
import { html, nothing, type TemplateResult } from 'lit';
import { formatMoment } from '../../../../src/shared/format.ts';
import type { Language } from '../../../../src/shared/i18n.ts';
import type { Say } from '../strings/index.ts';
import { kioskIcons } from './icons.ts';

/** Where the screen stands with the rest of the world. */
export interface Standing {
  readonly replica: ReplicaStatus | undefined;
  readonly submissions: readonly Submission[];
  readonly online: boolean;
}

export const waitingOf = ({ submissions }: Pick<Standing, 'submissions'>): number => submissions.filter(({ state }) => state === 'waiting' || state === 'sending').length;
export const refusedOf = ({ submissions }: Pick<Standing, 'submissions'>): number => submissions.filter(({ state }) => state === 'refused').length;

/** Offline, as of when, and what waits to be sent: always said, by the server's time and never by the clock of the device. */
export function strip(t: Say, language: Language, standing: Standing): TemplateResult {
  const { replica, online } = standing;
  const off = !online || replica?.problem === 'network' || replica?.problem === 'offline' || replica?.problem === 'timeout';
  const asOf = replica?.asOf === undefined ? undefined : t('asOf', { time: formatMoment(replica.asOf, language) });
  const waiting = waitingOf(standing);
  const refused = refusedOf(standing);
  return html`<p class="strip" role="status">
    ${off ? html`<span class="off">${kioskIcons.offline}${t(asOf === undefined ? 'strip.offline.nothing' : 'strip.offline')}</span>` : nothing}
    ${asOf ? html`<span>${asOf}</span>` : nothing}
    ${replica?.state === 'loading' && replica.parts ? html`<span>${t('strip.loading', { done: replica.parts.done, all: replica.parts.all })}</span>` : nothing}
    ${replica && !replica.kept ? html`<span class="waiting">${t('strip.lost')}</span>` : nothing}
    ${waiting > 0 ? html`<span class="waiting">${t('strip.waiting', { n: waiting })}</span>` : nothing}
    ${refused > 0 ? html`<span class="waiting">${t('strip.refused', { n: refused })}</span>` : nothing}
  </p>`;
}
