import type { Me } from '@sunlit/client/desk';
import { html, type TemplateResult } from 'lit';
import { SCHEMES } from '../../../../src/shared/configuration.ts';
import { LANGUAGES, type Language } from '../../../../src/shared/i18n.ts';
import { icons } from '../../../../src/shared/icons.ts';
import type { Say } from '../strings/index.ts';
import { frameIcons } from './icons.ts';
import type { Preferences } from './preferences.ts';
import type { Route } from './routes.ts';

const OWN_NAMES: Record<Language, string> = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' };

/** The places a person can go to. */
export function menu(t: Say, entries: readonly Route[], path: string, href: (place: string) => string): TemplateResult {
  const current = (place: string) => (place === path ? 'page' : place !== '' && path.startsWith(`${place}/`) ? 'true' : 'false');
  return html`<nav class="rail" aria-label=${t('menu')}>
    <ul>${entries.map((route) => html`<li>
      <a href=${href(route.path)} aria-current=${current(route.path)}>${route.menu?.icon}<span>${t(route.title)}</span></a>
    </li>`)}</ul>
  </nav>`;
}

interface AccountActions {
  readonly open: boolean;
  readonly toggle: (open: boolean) => void;
  readonly prefer: (changed: Partial<Preferences>) => void;
  readonly help: () => void;
  readonly signOut: () => void;
}

function languages(t: Say, language: Language, choose: (language: Language) => void): TemplateResult {
  const changed = ({ target }: Event) => choose((target as HTMLSelectElement).value as Language);
  return html`<label><span class="label">${t('language')}</span>
    <select class="field" @change=${changed}>${LANGUAGES.map((one) => html`<option value=${one} lang=${one} ?selected=${one === language}>${OWN_NAMES[one]}</option>`)}</select>
  </label>`;
}

/** Who is signed in, with what they can set for themselves. */
function panel(t: Say, me: Me, { language, scheme }: Preferences, { open, toggle, prefer, help, signOut }: AccountActions): TemplateResult {
  const left = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !(currentTarget as Node).contains(relatedTarget)) toggle(false);
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    toggle(false);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>('button')?.focus();
  };
  return html`<div class="account" @focusout=${left} @keydown=${pressed}>
    <button class="button quiet" type="button" aria-expanded=${String(open)} aria-controls="account" aria-label="${t('account')}：${me.post} ${me.name}" @click=${() => toggle(!open)}>
      ${frameIcons.person}<span class="who">${me.post}</span>${frameIcons.down}
    </button>
    <div class="panel form" id="account" ?hidden=${!open}>
      <div><p><strong>${me.name}</strong> ${me.post}</p>
        <ul class="small muted">${me.grants.map(({ agency, role }) => html`<li>${agency.name}：${t(`role.${role}`)}</li>`)}</ul></div>
      ${languages(t, language, (chosen) => prefer({ language: chosen }))}
      <label><span class="label">${t('appearance')}</span>
        <select class="field" @change=${({ target }: Event) => prefer({ scheme: SCHEMES.find((one) => one === (target as HTMLSelectElement).value) ?? 'auto' })}>
          ${(['auto', 'light', 'dark'] as const).map((one) => html`<option value=${one} ?selected=${one === scheme}>${t(`appearance.${one}`)}</option>`)}
        </select>
      </label>
      <button class="button" type="button" @click=${help}>${t('shortcuts')}</button>
      <button class="button" type="button" @click=${signOut}>${t('sign-out')}</button>
    </div>
  </div>`;
}

export const account = { languages, panel };

/** The keys there are, and the switch that turns them off. */
export function shortcutList(t: Say, entries: readonly Route[], on: boolean, choose: (on: boolean) => void, close: () => void): TemplateResult {
  return html`<div class="head"><h2 id="help">${t('shortcuts')}</h2><button class="button quiet" type="button" aria-label=${t('close')} @click=${close}>${icons.close}</button></div>
    <p class="muted small">${t('shortcuts.hint')}</p>
    <dl class="keys">
      ${entries.map((route) => html`<div><dt><kbd>g</kbd> <kbd>${route.menu?.key}</kbd></dt><dd>${t(route.title)}</dd></div>`)}
      <div><dt><kbd>?</kbd></dt><dd>${t('shortcuts.help')}</dd></div>
    </dl>
    <label class="check"><input type="checkbox" .checked=${on} @change=${({ target }: Event) => choose((target as HTMLInputElement).checked)}>${t('shortcuts.on')}</label>`;
}
