import type { Draft, DraftCommand } from '@sunlit/client/desk';
import { isSunlitError } from '@sunlit/client';
import { html, nothing, type TemplateResult } from 'lit';
import type { Disclosure } from '../../../../../src/disclosure/types.ts';
import { formatDay, formatMoment } from '../../../../../src/shared/format.ts';
import { icons } from '../../../../../src/shared/icons.ts';
import type { Bench, Say } from '../bench.ts';
import type { Found } from '../checks.ts';
import type { Dispute, Side } from '../conflict.ts';
import { OWN_COMMANDS } from '../commands.ts';
import type { Group } from '../forms.ts';
import { deskIcons } from '../icons.ts';
import type { LocalCopy } from '../local-copy.ts';
import { previewView } from '../preview.ts';
import type { SaveState } from '../saving.ts';
import type { DisclosureKind } from '../types.ts';
import { conflictView } from './conflict.ts';
import { fieldView } from './field.ts';
import { groupOf, summary } from './summary.ts';

export interface Acts {
  readonly save: () => void;
  readonly command: (command: DraftCommand) => void;
  readonly review: () => void;
  readonly preview: () => void;
  readonly go: (pointer: string) => void;
  readonly summary: (open: boolean) => void;
  readonly restore: () => void;
  readonly forget: () => void;
  readonly undo: () => void;
  readonly choose: (pointer: string, side: Side) => void;
  readonly chooseAll: (side: Side) => void;
  readonly settle: () => void;
  readonly dismiss: () => void;
}

/** Everything the editor shows. */
export interface Scene {
  readonly bench: Bench;
  readonly draft: Draft | undefined;
  readonly agencyName: string;
  readonly kind: DisclosureKind;
  readonly title: string | undefined;
  readonly save: SaveState;
  readonly writable: boolean;
  readonly groups: readonly Group[];
  readonly found: readonly Found[];
  readonly summaryOpen: boolean;
  readonly previewing: boolean;
  readonly preview: Disclosure | undefined;
  readonly today: string;
  readonly copy: LocalCopy | undefined;
  readonly undo: { readonly said: string } | undefined;
  readonly failure: unknown;
  readonly conflict: { readonly all: readonly Dispute[]; readonly theirs: Draft; readonly chosen: ReadonlyMap<string, Side> } | undefined;
  readonly acts: Acts;
}

export function frame(scene: Scene): TemplateResult {
  const { bench, conflict, acts, kind, writable, previewing } = scene;
  const { t } = bench;
  return html`<div class="editor">
    ${head(scene)} ${notices(scene)}
    ${conflict
      ? conflictView(bench, conflict.all, conflict.chosen, { by: lastBy(conflict.theirs), at: conflict.theirs.updatedAt }, acts)
      : html`<div class="desk ${previewing && writable ? 'with-preview' : ''}">
          ${writable ? html`<div class="form-side">${contents(scene)}
            <form novalidate @submit=${(event: Event) => event.preventDefault()}>
              ${summary(bench, kind, scene.found, scene.summaryOpen, acts.go, acts.summary)}
              ${scene.groups.map((group) => groupView(bench, group))}
            </form></div>` : nothing}
          ${previewing || !writable ? preview(scene) : nothing}
        </div>`}
    ${scene.undo ? html`<div class="undo"><span>${scene.undo.said}</span><button class="button" type="button" @click=${acts.undo}>${deskIcons.undo}${t('undo')}</button></div>` : nothing}
  </div>`;
}

const lastBy = ({ events, author }: Draft): string => {
  const by = [...events].reverse().find((event) => event.by)?.by ?? author;
  return `${by.name}（${by.post}）`;
};

function head({ bench, draft, agencyName, kind, title, save, writable, previewing, acts }: Scene): TemplateResult {
  const { t, word, language } = bench;
  const others = draft?.commands.some((command) => !OWN_COMMANDS.includes(command)) ?? false;
  return html`<header class="head-bar">
    <div class="head-text">
      <h1 id="title" tabindex="-1">${title?.trim() ? title : t('untitled')}</h1>
      <p class="badges"><span class="badge">${word(`kind.${kind}`)}</span> <span class="badge">${agencyName}</span>
        ${draft ? html`<span class="badge ${draft.state === 'returned' ? 'warn' : draft.state === 'published' ? 'good' : ''}">${t(`state.${draft.state}`)}</span>` : nothing}
        ${draft?.amends === undefined ? nothing : html`<span class="badge">${t('amending')}</span>`}
        ${draft?.dueOn === undefined ? nothing : html`<span class="small muted">${t('due', { day: formatDay(draft.dueOn, language) })}</span>`}</p>
    </div>
    <p class="save ${save.state}" role="status">${saveWords(save, bench)}</p>
    <div class="acts">
      ${writable && (save.state === 'unsaved' || save.state === 'failed') ? html`<button class="button" type="button" @click=${acts.save}>${t('save.now')}</button>` : nothing}
      ${writable ? html`<button class="button" type="button" aria-pressed=${previewing ? 'true' : 'false'} @click=${acts.preview}>${t('preview')}</button>` : nothing}
      ${others ? html`<button class="button" type="button" @click=${acts.review}>${t('to-review')}</button>` : nothing}
      ${OWN_COMMANDS.filter((command) => (command === 'submit' ? writable : draft?.commands.includes(command))).map((command) => html`<button class="button ${command === 'submit' ? 'primary' : ''}" type="button" data-command=${command} @click=${() => acts.command(command)}>${t(`command.${command as 'submit' | 'recall' | 'discard'}`)}</button>`)}
    </div>
  </header>`;
}

/** How it stands with what was typed, in words. */
export function saveWords(save: SaveState, { t, language }: Pick<Bench, 't' | 'language'>): string {
  switch (save.state) {
    case 'nothing': return t('save.nothing');
    case 'unsaved': return t('save.unsaved');
    case 'saving': return t('save.saving');
    case 'saved': return t('save.saved', { time: clock(save.at, language) });
    case 'partly': return t('save.partly', { time: clock(save.at, language) });
    case 'conflict': return t('save.conflict');
    case 'failed': return `${t('save.failed')} ${whyNot(save.error, t)}`;
  }
}

const clock = (moment: string, language: string): string => {
  const at = new Date(moment);
  return Number.isNaN(at.getTime()) ? moment : new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
};

/** What went wrong, and that nothing is lost by it. */
export function whyNot(error: unknown, t: Say): string {
  if (!isSunlitError(error)) return t('error.unknown');
  switch (error.code) {
    case 'network': case 'offline': case 'timeout': return t('save.offline');
    case 'not-signed-in': return t('save.signed-out');
    case 'not-allowed': case 'not-possible': case 'invalid-input': return error.errors[0]?.detail ?? error.hint;
    default: return t('save.server');
  }
}

function notices({ bench, draft, copy, failure, writable, acts }: Scene): TemplateResult {
  const { t, language } = bench;
  const returned = draft?.state === 'returned' ? [...draft.events].reverse().find(({ type }) => type === 'return') : undefined;
  return html`
    ${copy ? html`<div class="notice warn" role="alert" id="recovery">${icons.warning}<div><p>${t('recovery', { time: formatMoment(copy.at, language) })}</p>
      <div class="acts"><button class="button primary" type="button" @click=${acts.restore}>${t('recovery.restore')}</button><button class="button" type="button" @click=${acts.forget}>${t('recovery.drop')}</button></div></div></div>` : nothing}
    ${returned ? html`<div class="notice warn" id="returned">${icons.warning}<div><p>${t('returned', { by: returned.by ? `${returned.by.name}（${returned.by.post}）` : '' })}</p><p class="quoted">${returned.note}</p></div></div>` : nothing}
    ${failure === undefined ? nothing : html`<div class="notice bad" role="alert">${icons.warning}<div><p>${whyNot(failure, t)}</p><button class="button" type="button" @click=${acts.dismiss}>${t('close')}</button></div></div>`}
    ${writable ? nothing : html`<p class="notice" id="not-writable">${draft?.commands.includes('recall') ? t('locked.recall') : t('locked')}</p>`}`;
}

function contents({ bench, groups, found, kind }: Scene): TemplateResult {
  const { t } = bench;
  const count = (name: string) => found.filter(({ pointer }) => groupOf(kind, pointer) === name).length;
  const go = (event: Event, name: string): void => {
    event.preventDefault();
    bench.focus(`group-${name}`);
  };
  return html`<nav class="contents" aria-label=${t('contents')}><ol>${groups.map(({ name }) => html`<li><a href="#group-${name}" @click=${(event: Event) => go(event, name)}>${t(`group.${name}`)}${count(name) > 0 ? html` <span class="badge">${count(name)}<span class="hidden-text">${t('contents.open')}</span></span>` : nothing}</a></li>`)}</ol></nav>`;
}

function groupView(bench: Bench, { name, fields }: Group): TemplateResult {
  return html`<section class="group group-${name}" id="group-${name}" tabindex="-1" aria-labelledby="group-${name}-title">
    <h2 id="group-${name}-title">${bench.t(`group.${name}`)}</h2>
    ${name === 'withheld' ? html`<p class="hint muted small">${bench.t('hint.withheld')}</p>` : nothing}
    ${fields.map(({ pointer, field }) => fieldView(bench, pointer, pointer.split('/').pop() ?? '', field))}
  </section>`;
}

function preview({ bench, preview: shown, today, found }: Scene): TemplateResult {
  const { t, setting } = bench;
  const missing = found.filter((one) => one.missing).length;
  return html`<section class="preview-side" aria-labelledby="preview-title" tabindex="0">
    <p id="preview-title" class="preview-title">${t('preview.title')}</p>
    ${missing > 0 ? html`<p class="small muted">${t('preview.missing', { count: missing })}</p>` : nothing}
    ${shown ? previewView(shown, setting, today) : nothing}
  </section>`;
}
