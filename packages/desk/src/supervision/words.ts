import type { LateItem, LateSubject, Light, Permission } from '@sunlit/client/desk';
import { html, type TemplateResult } from 'lit';
import { icons } from '../../../../src/shared/icons.ts';
import { frameIcons } from '../frame/icons.ts';
import type { SaySupervision } from './strings/index.ts';

export const SUBJECTS: readonly LateSubject[] = ['draft', 'period', 'request', 'topic', 'rating', 'report'];
/** The worse one first. */
export const LIGHTS: readonly Light[] = ['red', 'amber'];

const LOOK = { red: 'bad', amber: 'warn' } as const;
const SIGN = { red: icons.warning, amber: frameIcons.due } as const;

/** A light as a sign, a word and how long; its colour only says it again. */
export function lightOf(t: SaySupervision, { light, left }: Pick<LateItem, 'light' | 'left'>): TemplateResult {
  const words = left < 0 ? t('item.late', { count: -left }) : left === 0 ? t(light === 'red' ? 'item.over' : 'item.today') : t('item.left', { count: left });
  return html`<span class="badge mark ${LOOK[light]}" data-light=${light}>${SIGN[light]} ${t(`light.${light}`)} ${words}</span>`;
}

/** How many lights of a colour are on. */
export function lamps(t: SaySupervision, light: Light, count: string, none: boolean): TemplateResult {
  return none ? html`<span class="muted">0</span>` : html`<span class="lit ${LOOK[light]}">${SIGN[light]} <span class="hidden-text">${t(`light.${light}`)}</span> ${count}</span>`;
}

/** Where something is seen to, and who may see that page. */
export function placeOf({ type, id, agency }: Pick<LateItem, 'type' | 'id' | 'agency'>): { readonly place: string; readonly needs: Permission } {
  switch (type) {
    case 'draft': return { place: `drafts/${id}`, needs: 'drafts.read' };
    case 'period': return { place: `drafts/new?amends=${id}`, needs: 'drafts.write' };
    case 'request': return { place: `cases/${id}`, needs: 'requests.read' };
    case 'topic': return { place: `topics/${id}`, needs: 'topics.read' };
    case 'rating': return { place: 'topics/ratings', needs: 'ratings.read' };
    case 'report': return { place: `statistics?agency=${agency.id}&year=${id}`, needs: 'statistics.read' };
  }
}
