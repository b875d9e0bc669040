import { html, nothing, type TemplateResult } from 'lit';
import type { TrackedBranch } from '@sunlit/client/requests';
import { formatDay } from '../shared/format.ts';
import { icons } from '../shared/icons.ts';
import { contentIcons } from '../shared/content-icons.ts';
import type { Deadline, Scene } from './scene.ts';

/** How a branch stands, in one sentence: whose move it is and until when. */
export interface Standing {
  readonly turn: 'yours' | 'agency' | 'others' | 'ended';
  readonly tone: 'good' | 'warn' | 'bad' | 'calm';
  readonly text: string;
}

const open = ({ deadlines }: TrackedBranch) => deadlines.filter(({ endedOn }) => endedOn === undefined);

/** The period that the sentence is about: what the applicant must do, else the reply of the agency. */
export function decisiveDeadline(branch: TrackedBranch): Deadline | undefined {
  const binding = (party: Deadline['binds']) => open(branch).filter(({ binds, onSilence }) => binds === party && onSilence !== 'right-ends');
  if (branch.waitsFor.includes('applicant')) return binding('applicant')[0];
  return binding('agency').find(({ term }) => term === 'reply') ?? binding('agency')[0];
}

export function standingOf(branch: TrackedBranch, { t, language }: Pick<Scene, 't' | 'language'>): Standing {
  const { phase, outcome, agency, endedOn } = branch;
  const day = (on: string) => formatDay(on, language);
  const deadline = decisiveDeadline(branch);
  const due = deadline?.stands === 'running' ? deadline : undefined;
  const values = { agency: agency.name, due: due ? day(due.due) : '', left: due?.left ?? 0, on: endedOn ? day(endedOn) : '' };
  switch (phase) {
    case 'submitted': return due && due.left < 0 ? { turn: 'agency', tone: 'bad', text: t('now.confirm.late', values) } : { turn: 'agency', tone: 'calm', text: t('now.submitted', values) };
    case 'correcting': case 'explaining': case 'paying':
      return { turn: 'yours', tone: 'warn', text: due ? t(due.left < 0 ? `now.${phase}.late` : `now.${phase}`, values) : t(`now.${phase}.undelivered`, values) };
    case 'consulting': return { turn: 'others', tone: 'calm', text: t('now.consulting', values) };
    case 'received': case 'processing': case 'decided':
      if (!due) return { turn: 'agency', tone: 'calm', text: t(deadline?.stands === 'paused' ? 'now.paused' : 'now.agency', { ...values, left: deadline?.stands === 'paused' ? deadline.left : 0 }) };
      if (due.left < 0) return { turn: 'agency', tone: 'bad', text: t('now.late', values) };
      return { turn: 'agency', tone: 'calm', text: t(phase === 'decided' ? 'now.decided' : due.left === 0 ? 'now.today' : 'now.reply', values) };
    case 'transferred': return { turn: 'ended', tone: 'calm', text: t('now.transferred', values) };
    case 'split': return { turn: 'ended', tone: 'calm', text: t('now.split', values) };
    default: return { turn: 'ended', tone: 'good', text: outcome ? t(`ended.${outcome}`, values) : t('now.ended', values) };
  }
}

export function standing(branch: TrackedBranch, scene: Scene): TemplateResult {
  const { t } = scene;
  const { turn, tone, text } = standingOf(branch, scene);
  return html`<div class="standing ${tone}" part="standing">
    <span class="badge ${tone === 'calm' ? '' : tone}">${turn === 'yours' ? contentIcons.person : turn === 'ended' ? contentIcons.tick : contentIcons.clock} ${t(`turn.${turn}`)}</span>
    <p class="now">${text}</p>
    ${open(branch).some((deadline) => deadline.stands !== 'undelivered' && deadline.provisional) ? html`<p class="small muted">${icons.warning} ${t('provisional')}</p>` : nothing}
  </div>`;
}
