import { isSunlitError, type Board, type Similar, type SubmittedTopic, type TopicSummary } from '@sunlit/client/topics';
import { html, nothing, render, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { printAlone } from '../disclosure/print.ts';
import { adopt } from '../shared/adopt.ts';
import { newKey, type Drafts } from '../shared/drafts.ts';
import { formStyles } from '../shared/form-styles.ts';
import { prepare, translator } from '../shared/i18n.ts';
import { icons } from '../shared/icons.ts';
import { Load } from '../shared/load.ts';
import { nowOrLater, whenSettled, type Settled } from '../shared/later.ts';
import { failed, skeleton } from '../shared/states.ts';
import { BLANK, LONGEST, STEPS, contentOf, draftsOf, faultsOf, fieldAt, stepOf, type Draft, type Fault, type Kept, type Step } from './compose/draft.ts';
import { faultSummary, faultText, textField, type FieldScene } from './compose/fields.ts';
import { otherWays, personal } from './compose/marks.ts';
import { sentScreen, slip, slipStyles } from './compose/sent.ts';
import { similar, type SimilarActs } from './compose/similar.ts';
import { strings, type ComposeKey, type ComposeSay } from './compose/strings/index.ts';
import { composeStyles } from './compose/styles.ts';
import { SunlitTopicAnsweredEvent, SunlitTopicSentEvent } from './events.ts';
import { nameOf } from './filters.ts';
import type { PartOptions } from './parts.ts';
import { skeletonRow } from './rows.ts';
import type { Scene } from './scene.ts';

type Screen =
  | { readonly at: Step }
  | { readonly at: 'answered'; readonly by: { readonly type: 'topic' | 'disclosure'; readonly id: string; readonly title: string }; readonly supported: boolean }
  | { readonly at: 'sending'; readonly stage: 'solving' | 'sending' }
  | { readonly at: 'sent'; readonly topic: SubmittedTopic; readonly title: string }
  | { readonly at: 'kept' };

const TYPING_PAUSE = 300;
const LONGEST_QUESTION = 500;
const PROPOSALS = 5;

/** The form in which a topic is written, in three short steps. */
export class TopicComposer {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #scene: () => Scene;
  readonly #options: PartOptions;
  readonly #similar: Load<Similar | undefined>;
  readonly #proposed: Load<readonly { readonly id: string; readonly title: string }[]>;
  readonly #given: Load<{ readonly id: string; readonly title: string } | undefined>;
  #screen: Screen = { at: 'words' };
  #draft: Draft = BLANK;
  #faults: readonly Fault[] = [];
  #key = newKey();
  #drafts: Drafts<Kept> | undefined;
  #begun = false;
  #restored = false;
  #changing = false;
  #asked = '';
  #looked = '';
  #problem: unknown;
  #mail: 'yes' | 'no' | undefined;
  #code: unknown;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #sending: AbortController | undefined;
  #waiting: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, scene: () => Scene, options: PartOptions) {
    this.#host = host;
    this.#scene = scene;
    this.#options = options;
    if (host.shadowRoot) for (const styles of [formStyles, composeStyles]) adopt(host.shadowRoot, styles);
    const { reader } = scene();
    this.#similar = new Load<Similar | undefined>(host, {
      key: () => (this.#asked ? JSON.stringify([this.#agencyId, this.#asked]) : undefined),
      // A help, not a promise: without it the form works as well.
      fetch: async (signal) => options.client().topics.similar({ agencyId: this.#agencyId, text: this.#asked }, { signal }).catch(() => undefined),
    });
    this.#proposed = new Load<readonly { id: string; title: string }[]>(host, {
      key: () => (this.#looked && this.#draft.purpose === 'correct' ? JSON.stringify([this.#agencyId, this.#looked]) : undefined),
      fetch: async (signal) => (await reader().disclosures.suggest({ q: this.#looked, agency: this.#agencyId, limit: PROPOSALS }, { signal })).items.flatMap((one) => (one.type === 'disclosure' ? [{ id: one.id, title: one.text }] : [])),
    });
    this.#given = new Load<{ id: string; title: string } | undefined>(host, {
      key: () => options.disclosure(),
      fetch: async (signal) => {
        const { id, title } = await reader().disclosures.get(options.disclosure() ?? '', { signal });
        return { id, title };
      },
      done: (subject) => this.#set({ subject, purpose: this.#draft.purpose || 'correct' }),
    });
  }

  /** Wipes everything that was written, chosen and kept. */
  reset(): void {
    this.#sending?.abort();
    this.#waiting?.();
    clearTimeout(this.#typing);
    this.#drafts?.clear();
    this.#draft = { ...BLANK, subject: this.#given.latest, purpose: this.#given.latest ? 'correct' : '' };
    this.#faults = [];
    this.#key = newKey();
    this.#restored = this.#changing = false;
    this.#asked = this.#looked = '';
    this.#problem = this.#mail = this.#code = undefined;
    this.#go({ at: 'words' }, false);
  }

  /** To the step before; false at the first, and where there is none. */
  back(): boolean {
    const { at } = this.#screen;
    const before = STEPS[STEPS.findIndex((step) => step === at) - 1];
    if (before) this.#go({ at: before });
    return before !== undefined;
  }

  view(): TemplateResult {
    const scene = this.#scene();
    const { t, language, holdings } = scene;
    void prepare(strings, language)?.then(() => this.#host.requestUpdate(), () => undefined);
    const say = translator(strings, language);
    const { current, latest: board } = holdings.board;
    const back = html`<button class="button quiet back no-print" type="button" @click=${() => this.#options.close()}>${icons.back}${say('cancel')}</button>`;
    if (!board) return html`${back}${current.state === 'failed' ? failed(t, current.error, () => holdings.board.retry()) : skeleton(t, 3, skeletonRow)}`;
    this.#begin(board, scene);
    const { at } = this.#screen;
    return html`${at === 'sending' || at === 'sent' || at === 'kept' ? nothing : back}<div class="compose">${this.#shown(board, say, scene)}</div>`;
  }

  #shown(board: Board, say: ComposeSay, scene: Scene): TemplateResult {
    const screen = this.#screen;
    const title = (text: string) => html`<h2 tabindex="-1">${text}</h2>`;
    switch (screen.at) {
      case 'answered': return html`${title(say('answered'))}<p class="lead">${say(screen.supported ? 'answered.supported' : 'answered.text', { title: screen.by.title })}</p>
        <div class="actions"><button class="button primary" type="button" @click=${() => this.#openAnswer(screen.by)}>${say('answered.open')}</button>
          <button class="button" type="button" @click=${() => this.#options.close()}>${say('answered.back')}</button><button class="button quiet" type="button" @click=${() => this.#go({ at: 'words' })}>${say('answered.not')}</button></div>`;
      case 'sending': return html`${title(say('sending'))}<p class="lead" role="status">${say(`sending.${screen.stage}`)}</p><progress aria-label=${say('sending')}></progress><p class="muted">${say('sending.wait')}</p>`;
      case 'kept': return html`${title(say('kept'))}<p class="lead">${say('kept.text')}</p><div class="actions"><button class="button primary" type="button" @click=${() => this.#options.close()}>${say('answered.back')}</button></div>`;
      case 'sent': {
        const { language, shared } = scene;
        const sent = { say, language, board, topic: screen.topic, title: screen.title, href: scene.address(screen.topic.id), qr: this.#code };
        return html`${title(say('sent'))}${sentScreen({
          ...sent, shared, mail: this.#mail, back: say('answered.back'), close: () => this.#options.close(), again: () => this.reset(),
          print: () => {
            const paper = document.createElement('div');
            paper.lang = language;
            render(slip(sent), paper);
            void printAlone(paper, say('slip.title'), [slipStyles.cssText]);
          },
        })}`;
      }
      default: return this.#step(screen.at, board, say, scene);
    }
  }

  #step(step: Step, board: Board, say: ComposeSay, scene: Scene): TemplateResult {
    const fields: FieldScene = { say, draft: this.#draft, faults: this.#faults, set: (part) => this.#set(part) };
    const number = STEPS.indexOf(step) + 1;
    return html`
      <p class="progress"><span class="muted">${say('progress', { n: number, of: STEPS.length })}</span><progress max=${STEPS.length} value=${number} aria-hidden="true"></progress></p>
      <h2 tabindex="-1">${say(`step.${step}`)}</h2>
      ${this.#restored && number === 1 ? html`<p class="notice" role="status">${icons.document}<span>${say('restored')}</span></p>` : nothing}
      ${faultSummary(say, this.#faults, (at) => this.#host.shadowRoot?.querySelector<HTMLElement>(`#${at}`)?.focus())}
      ${this.#problemNotice(say)}
      <form novalidate @submit=${(event: Event) => this.#next(event, step, board)}>
        ${step === 'words' ? this.#wordsStep(board, fields, scene) : step === 'place' ? this.#placeStep(board, fields, scene) : this.#checkStep(board, say, scene)}
        <div class="actions">
          ${number > 1 && !this.#changing ? html`<button class="button" type="button" @click=${() => this.#go({ at: STEPS[number - 2] ?? 'words' })}>${icons.back}${say('previous')}</button>` : nothing}
          <button class="button primary" type="submit">${step === 'check' ? say(this.#problem === undefined ? 'send' : 'send.again') : say('next')}</button>
          ${this.#isBlank ? nothing : html`<button class="button quiet discard" type="button" @click=${() => this.reset()}>${say('discard')}</button>`}
        </div>
      </form>`;
  }

  #wordsStep({ purposes }: Board, fields: FieldScene, scene: Scene): TemplateResult {
    const { say, draft, faults, set } = fields;
    const fault = faults.find(({ at }) => at === 'purpose');
    return html`<fieldset class="row ${fault ? 'faulty' : ''}" aria-describedby=${fault ? 'purpose-fault' : nothing}><legend class="label">${say('purpose')}</legend>
        ${faultText(say, fault)}
        <div class="purposes">${purposes.map((purpose, index) => html`<label class="choice"><input type="radio" name="purpose" id=${index === 0 ? 'purpose' : nothing} value=${purpose} .checked=${draft.purpose === purpose} @change=${() => set({ purpose })} />
          <span><span class="strong">${say(`purpose.${purpose}`)}</span><span class="small muted">${say(`purpose.${purpose}.text`)}</span></span></label>`)}</div>
      </fieldset>
      ${draft.purpose === 'correct' ? this.#subject(fields) : nothing}
      ${textField(fields, 'words', { longest: LONGEST.words })}
      ${similar(this.#similar.latest, say, scene, this.#similarActs)}
      ${textField(fields, 'text', { rows: 4, longest: LONGEST.text, optional: true })}`;
  }

  /** Which disclosure is wrong: as the page says, or found by its title. */
  #subject({ say, draft, faults, set }: FieldScene): TemplateResult {
    const fault = faults.find(({ at }) => at === 'subject');
    if (draft.subject) return html`<p class="subject">${icons.document}<span><span class="muted">${say('subject.chosen')}</span><bdi>${draft.subject.title}</bdi></span><button class="button quiet" type="button" @click=${() => set({ subject: undefined })}>${say('subject.change')}</button></p>`;
    const look = (event: Event) => {
      const words = (event.target as HTMLInputElement).value.trim();
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#looked = words;
        this.#host.requestUpdate();
      }, TYPING_PAUSE);
    };
    const found = this.#proposed.current.state === 'ready' ? this.#proposed.current.value : undefined;
    return html`<div class="row ${fault ? 'faulty' : ''}"><label class="label" for="subject">${say('subject')}</label><span class="hint" id="subject-hint">${say('subject.hint')}</span>${faultText(say, fault)}
      <input class="field" id="subject" type="search" maxlength="200" autocomplete="off" aria-describedby="subject-hint" @input=${look} />
      <div role="status">${found === undefined ? nothing : found.length === 0 ? html`<p class="muted">${say('subject.none')}</p>` : html`<ul class="proposed">${found.map((one) => html`<li><button class="button" type="button" @click=${() => set({ subject: one })}>${icons.document}<bdi>${one.title}</bdi></button></li>`)}</ul>`}</div></div>`;
  }

  #placeStep({ mail }: Board, fields: FieldScene, scene: Scene): TemplateResult {
    const { say, draft } = fields;
    const { choices } = scene.holdings;
    return html`${otherWays(draft, say, scene)}
      ${personal(draft, say, (next) => this.#set(next))}
      ${textField(fields, 'place', { longest: LONGEST.place, optional: true })}
      ${choices.length === 0 ? nothing : category([{ id: '', name: say('category.any') }, ...choices.map(({ id }) => ({ id, name: nameOf('category', id, scene) }))], fields, scene.shared)}
      ${mail ? textField(fields, 'email', { longest: LONGEST.email, optional: true, type: 'email', ...(!scene.shared && { autocomplete: 'email' }) }) : nothing}`;
  }

  #checkStep({ agency, moderated, promise }: Board, say: ComposeSay, scene: Scene): TemplateResult {
    const draft = this.#draft;
    const content = contentOf(agency.id, draft);
    const line = (key: ComposeKey, value: string | undefined, step: Step) => (value ? html`<div><dt>${say(key)}</dt><dd><span><bdi>${value}</bdi></span><button class="button quiet" type="button" aria-label=${say('change.name', { part: say(key) })} @click=${() => this.#change(step)}>${say('change')}</button></dd></div>` : nothing);
    return html`${personal(draft, say, (next) => this.#set(next))}
      <dl class="check">
        <div><dt>${say('check.board')}</dt><dd><bdi>${agency.name}</bdi></dd></div>
        ${line('check.purpose', draft.purpose && say(`purpose.${draft.purpose}`), 'words')}
        ${line('check.about', content.disclosureId && draft.subject?.title, 'words')}
        ${line('check.words', content.title, 'words')} ${line('check.text', content.text, 'words')}
        ${line('check.place', content.place, 'place')} ${line('check.category', content.categoryId && nameOf('category', content.categoryId, scene), 'place')} ${line('check.email', draft.email.trim(), 'place')}
      </dl>
      <p class="aside">${moderated ? say('check.moderated', { n: promise.review }) : say('check.open')} ${say('check.statutory')}</p>
      ${scene.lasting() ? nothing : html`<p class="aside">${say('blocked')}</p>`}`;
  }

  readonly #similarActs: SimilarActs = {
    openTopic: ({ id }) => this.#scene().acts.open(id),
    openDisclosure: (disclosure) => this.#options.read(disclosure),
    answeredBy: (by) => void this.#answered(by),
    meToo: (topic) => void this.#meToo(topic),
  };

  get #agencyId(): string {
    return this.#scene().scope.agency ?? '';
  }

  get #isBlank(): boolean {
    return (['words', 'text', 'place', 'category', 'email'] as const).every((field) => this.#draft[field].trim() === '');
  }

  /** Takes up what was begun on an own device, once. */
  #begin(board: Board, { shared }: Scene): void {
    if (this.#begun) return;
    this.#begun = true;
    this.#drafts = shared ? undefined : draftsOf(this.#options.setting().api, board.agency.id);
    const kept = this.#drafts?.read();
    if (kept) {
      this.#draft = kept.draft;
      this.#key = kept.key;
      this.#restored = !this.#isBlank;
      this.#ask();
    } else if (board.purposes.length === 1) this.#draft = { ...this.#draft, purpose: board.purposes[0] ?? '' };
  }

  #set(part: Partial<Draft>): void {
    const before = this.#draft;
    this.#draft = { ...before, ...part };
    this.#problem = undefined;
    // What is put right is right at once; what is not is said when one goes on.
    this.#faults = this.#faults.filter((fault) => !(fault.at in part) || faultsOf(stepOf(fault.at), this.#draft).some(({ at }) => at === fault.at && fault.said === undefined));
    this.#drafts?.write({ draft: this.#draft, key: this.#key });
    if (this.#draft.words !== before.words || this.#draft.text !== before.text) {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => {
        this.#ask();
        this.#host.requestUpdate();
      }, TYPING_PAUSE);
    }
    this.#host.requestUpdate();
  }

  #ask(): void {
    const words = `${this.#draft.words.trim()} ${this.#draft.text.trim()}`.trim();
    this.#asked = words.length > 1 ? words.slice(0, LONGEST_QUESTION) : '';
  }

  #go(screen: Screen, focus = true): void {
    this.#screen = screen;
    this.#faults = [];
    this.#host.requestUpdate();
    if (focus) void this.#focus('.compose h2').then((heading) => heading?.scrollIntoView({ block: 'nearest' }));
  }

  async #focus(selector: string): Promise<HTMLElement | null | undefined> {
    await this.#host.updateComplete;
    const wanted = this.#host.shadowRoot?.querySelector<HTMLElement>(selector);
    wanted?.focus();
    return wanted;
  }

  #change(step: Step): void {
    this.#changing = true;
    this.#go({ at: step });
  }

  #next(event: Event, step: Step, board: Board): void {
    event.preventDefault();
    if (step === 'check') return void this.#submit(board);
    const faults = faultsOf(step, this.#draft);
    if (faults.length > 0) return this.#complain(faults);
    const next = this.#changing ? 'check' : (STEPS[STEPS.indexOf(step) + 1] ?? 'check');
    this.#changing = false;
    this.#go({ at: next });
  }

  #complain(faults: readonly Fault[]): void {
    this.#faults = faults;
    this.#host.requestUpdate();
    void this.#focus('#faults');
  }

  async #submit(board: Board): Promise<void> {
    // A draft that came back from an earlier visit may lack what was not asked for then.
    for (const step of STEPS) {
      const faults = faultsOf(step, this.#draft);
      if (faults.length === 0) continue;
      this.#change(step);
      return this.#complain(faults);
    }
    const { shared } = this.#scene();
    const content = contentOf(board.agency.id, this.#draft);
    const email = this.#draft.email.trim();
    const { topics } = this.#options.client();
    const by = { ...(shared && { channel: 'kiosk' as const }), token: this.#options.token() };
    const sending = (this.#sending = new AbortController());
    this.#problem = this.#mail = this.#code = undefined;
    try {
      this.#go({ at: 'sending', stage: 'solving' });
      const idempotencyKey = this.#key;
      const outbox = this.#options.outbox();
      const sent = await nowOrLater(outbox, () => topics.submit(content, {
        ...by, idempotencyKey, signal: sending.signal,
        onStage: (stage) => {
          if (!sending.signal.aborted) this.#go({ at: 'sending', stage }, false);
        },
      }), (kept) => topics.submit(content, { ...by, idempotencyKey, outbox: kept }));
      if (sending.signal.aborted) return;
      const draft = this.#draft;
      this.#gone();
      if ('answer' in sent) return await this.#arrived(sent.answer, content.title, board, email);
      this.#go({ at: 'kept' });
      if (outbox) this.#waiting = whenSettled(outbox, sent.kept.id, (settled) => void this.#settled(settled, { draft, title: content.title, board, email }));
    } catch (error) {
      if (!sending.signal.aborted) this.#failed(error);
    }
  }

  /** The server has it: its number and code, and what was wished beside. */
  async #arrived(topic: SubmittedTopic, title: string, board: Board, email: string): Promise<void> {
    const { language } = this.#scene();
    this.#options.remember(topic.id);
    this.#options.changed();
    this.#go({ at: 'sent', topic, title });
    // Without its code the slip is whole: number and address stand beside.
    import('../disclosure/qr.ts').then(({ qr }) => (this.#code = qr(this.#scene().address(topic.id), translator(strings, language)('sent.qr.label'))), () => undefined).finally(() => this.#host.requestUpdate());
    this.#host.dispatchEvent(new SunlitTopicSentEvent(topic.id, topic.no, board.agency.id));
    if (email === '') return;
    this.#mail = await this.#options.client().topics.followByMail({ of: { topic: topic.id }, email, language }).then(() => 'yes' as const, () => 'no' as const);
    this.#host.requestUpdate();
  }

  /** What waited in the outbox, once the network was back, as long as its screen is there: it has a number, or it is in the form again with what is wrong. */
  async #settled(settled: Settled, { draft, title, board, email }: { readonly draft: Draft; readonly title: string; readonly board: Board; readonly email: string }): Promise<void> {
    if (this.#screen.at !== 'kept') return;
    if ('refused' in settled) {
      this.#draft = draft;
      this.#drafts?.write({ draft, key: this.#key });
      return this.#failed(settled.refused);
    }
    const { id, no, phase } = settled.answer as Partial<SubmittedTopic>;
    if (id !== undefined && no !== undefined && phase !== undefined) await this.#arrived({ id, no, phase }, title, board, email);
  }

  /** What was written is the server's now. */
  #gone(): void {
    this.#drafts?.clear();
    this.#draft = BLANK;
    this.#key = newKey();
    this.#asked = '';
    this.#restored = false;
  }

  #failed(error: unknown): void {
    const said = isSunlitError(error) && error.code === 'invalid-input' ? error.errors.flatMap(({ pointer, detail }): Fault[] => {
      const at = fieldAt(pointer);
      return at && detail ? [{ at, said: detail }] : [];
    }) : [];
    const [first] = said;
    if (first) {
      this.#change(stepOf(first.at));
      return this.#complain(said.filter(({ at }) => stepOf(at) === stepOf(first.at)));
    }
    if (isSunlitError(error) && error.code === 'key-reused') this.#key = newKey(); // something else was sent under it: this is new
    this.#go({ at: 'check' }, false);
    this.#problem = error;
    void this.#focus('#problem');
  }

  /** Why it was not sent, and that nothing is lost. */
  #problemNotice(say: ComposeSay): TemplateResult | typeof nothing {
    const problem = this.#problem;
    if (problem === undefined) return nothing;
    const code = isSunlitError(problem) ? problem.code : '';
    const network = code === 'offline' || code === 'network' || code === 'timeout';
    const key: ComposeKey = network ? (globalThis.navigator?.onLine === false ? 'problem.offline' : 'problem.back')
      : code === 'not-secure' ? 'problem.not-secure' : code === 'too-many-requests' ? 'problem.busy' : code === 'not-possible' || code === 'not-found' ? 'problem.closed' : 'problem.server';
    return html`<div class="notice ${network ? 'warn' : 'bad'}" role="alert" id="problem" tabindex="-1">${network ? icons.offline : icons.warning}<p>${say(key)}</p></div>`;
  }

  async #answered(by: SunlitTopicAnsweredEvent['by'] & { readonly title: string }): Promise<void> {
    const agencyId = this.#agencyId;
    this.#go({ at: 'answered', by, supported: false });
    this.#host.dispatchEvent(new SunlitTopicAnsweredEvent({ type: by.type, id: by.id }, agencyId));
    try {
      if (by.type === 'topic') await this.#options.client().topics.answered(by.id, { agencyId, instead: 'topic' });
      else {
        const { requestsAt } = await import('../shared/requests.ts');
        await requestsAt(this.#options.setting().api, this.#scene().language).answered(by.id, { agencyId, instead: 'topic' });
      }
    } catch {
      // A figure for the annual work, which nobody here waits for: the person has what they wanted.
    }
  }

  /** Supports one that is there instead of writing another. */
  async #meToo(topic: TopicSummary): Promise<void> {
    const { supporting } = this.#scene();
    if (supporting.standing(topic).on || !(await supporting.tap(topic))) return;
    this.#go({ at: 'answered', by: { type: 'topic', id: topic.id, title: topic.title }, supported: true });
  }

  #openAnswer(by: { readonly type: 'topic' | 'disclosure'; readonly id: string; readonly title: string }): void {
    if (by.type === 'disclosure') this.#options.read(by);
    else this.#scene().acts.open(by.id);
  }
}

/** On a shared screen as tiles: a list that opens is little to hit with a finger. */
function category(choices: readonly { readonly id: string; readonly name: string }[], { say, draft, set }: FieldScene, shared: boolean): TemplateResult {
  const label = html`${say('category')} <span class="optional">${say('optional')}</span>`;
  return shared
    ? html`<fieldset class="row"><legend class="label">${label}</legend>
        <div class="choices categories">${choices.map(({ id, name }) => html`<label class="choice"><input type="radio" name="category" value=${id} .checked=${draft.category === id} @change=${() => set({ category: id })} /><span>${name}</span></label>`)}</div></fieldset>`
    : html`<div class="row short"><label class="label" for="category">${label}</label>
        <select class="field" id="category" @change=${(event: Event) => set({ category: (event.target as HTMLSelectElement).value })}>${choices.map(({ id, name }) => html`<option value=${id} .selected=${draft.category === id}>${name}</option>`)}</select></div>`;
}
