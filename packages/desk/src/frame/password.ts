import { isSunlitError, type Session } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Language } from '../../../../src/shared/i18n.ts';
import { deskStrings, type DeskKey } from '../strings/index.ts';
import { DeskElement } from './element.ts';
import { problem } from './problem.ts';

/** The password was changed. */
export class PasswordChangedEvent extends Event {
  static readonly type = 'desk-password-changed';

  constructor() {
    super(PasswordChangedEvent.type);
  }
}

const FIELDS = ['current', 'new', 'again'] as const;
type Field = (typeof FIELDS)[number];

/** Changes the password that somebody else had set, before anything else can be done. */
export class DeskPassword extends DeskElement<DeskKey> {
  @property({ attribute: false }) session: Session | undefined;
  @property({ attribute: false }) username = '';
  @property({ attribute: false }) speaks: Language = 'zh-CN';
  @property({ attribute: false }) looks = 'auto';

  protected override readonly strings = deskStrings;

  @state() private busy = false;
  @state() private wrong: ReadonlyMap<Field, string> = new Map();
  @state() private error: unknown;
  @query('form') private readonly form!: HTMLFormElement;

  protected override get language(): Language {
    return this.speaks;
  }

  protected override get scheme(): string {
    return this.looks;
  }

  protected override firstUpdated(): void {
    this.#focus('current');
  }

  protected override view(): TemplateResult {
    const { t } = this;
    return html`<form class="form" novalidate aria-labelledby="title" @submit=${this.#submit}>
      <h1 id="title" tabindex="-1">${t('password.title')}</h1>
      <p>${t('password.text')}</p>
      ${this.error === undefined ? nothing : problem(t, this.error)}
      <input hidden type="text" name="username" autocomplete="username" .value=${this.username} readonly>
      ${this.#field('current', t('password.current'), 'current-password')}
      ${this.#field('new', t('password.new'), 'new-password', t('password.hint'))}
      ${this.#field('again', t('password.again'), 'new-password')}
      <div class="buttons"><button class="button primary" aria-disabled=${String(this.busy)}>${t('password.change')}</button></div>
    </form>`;
  }

  #field(name: Field, label: string, autocomplete: 'current-password' | 'new-password', hint?: string): TemplateResult {
    const wrong = this.wrong.get(name);
    const described = [wrong && `${name}-wrong`, hint && `${name}-hint`].filter(Boolean).join(' ');
    return html`<div>
      <label class="label" for=${name}>${label}</label>
      <input class="field" id=${name} name=${name} type="password" autocomplete=${autocomplete} aria-invalid=${String(wrong !== undefined)} aria-describedby=${described || nothing}>
      ${wrong === undefined ? nothing : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`}
      ${hint === undefined ? nothing : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    </div>`;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const { t, session } = this;
    if (this.busy || !session) return;
    const data = new FormData(this.form);
    const value = (name: Field) => String(data.get(name) ?? '');
    const wrong = new Map<Field, string>(FIELDS.filter((name) => value(name) === '').map((name) => [name, t('required')]));
    if (!wrong.has('again') && value('again') !== value('new')) wrong.set('again', t('password.different'));
    this.#say(wrong);
    if (wrong.size > 0) return;

    this.busy = true;
    try {
      await session.changePassword({ currentPassword: value('current'), newPassword: value('new') });
      this.dispatchEvent(new PasswordChangedEvent());
    } catch (error) {
      const errors = isSunlitError(error) ? error.errors : [];
      const at = (pointer: string) => errors.find((one) => one.pointer === pointer)?.detail;
      const found: [Field, string | undefined][] = [['current', at('/body/currentPassword')], ['new', at('/body/newPassword')]];
      this.#say(new Map(found.flatMap(([name, detail]) => (detail === undefined ? [] : [[name, detail] as const]))));
      if (this.wrong.size === 0) this.error = error;
    } finally {
      this.busy = false;
    }
  };

  #say(wrong: ReadonlyMap<Field, string>): void {
    this.error = undefined;
    this.wrong = wrong;
    const [first] = FIELDS.filter((name) => wrong.has(name));
    if (first) this.#focus(first);
  }

  #focus(name: Field): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLInputElement>(`#${name}`)?.focus());
  }
}
