import { html, nothing, type TemplateResult } from 'lit';
import type { Preferences } from '../preferences.ts';
import type { Say } from '../strings/index.ts';
import { kioskIcons } from './icons.ts';

export interface BarActs {
  readonly home: () => void;
  readonly back: () => void;
  readonly size: () => void;
  readonly look: () => void;
  readonly read: () => void;
  readonly language: () => void;
  readonly elder: () => void;
  readonly reach: () => void;
}

/** What is always there and always in the same place: the way home, the way back, and how the screen is seen, heard and reached. */
export function bar(t: Say, { size, look, elder, reach }: Preferences, reading: 'no' | 'silent' | 'speaking', acts: BarActs): TemplateResult {
  const stands = (name: 'size' | 'look' | 'read' | 'elder' | 'reach' | 'language', label: unknown, now: unknown, act: () => void, pressed?: boolean) =>
    html`<button type="button" data-bar=${name} aria-pressed=${pressed === undefined ? nothing : String(pressed)} @click=${act}>${kioskIcons[name === 'read' && pressed ? 'stop' : name]}<span>${label}</span>${now ? html`<small>${now}</small>` : nothing}</button>`;
  return html`<nav class="bar" aria-label=${t('bar')}>
    <button class="go" type="button" data-bar="home" @click=${acts.home}>${kioskIcons.home}<span>${t('bar.home')}</span></button>
    <button class="go" type="button" data-bar="back" @click=${acts.back}>${kioskIcons.back}<span>${t('bar.back')}</span></button>
    ${stands('size', t('bar.size'), t(`size.${size}`), acts.size)}
    ${stands('look', t('bar.look'), t(`look.${look}`), acts.look)}
    ${reading === 'no' ? nothing : stands('read', t(reading === 'speaking' ? 'bar.read.stop' : 'bar.read'), undefined, acts.read, reading === 'speaking')}
    ${stands('language', t('bar.language'), '中 / EN', acts.language)}
    ${stands('elder', t('bar.elder'), t(elder ? 'on' : 'off'), acts.elder, elder)}
    ${stands('reach', t('bar.reach'), t(reach ? 'on' : 'off'), acts.reach, reach)}
  </nav>`;
}
