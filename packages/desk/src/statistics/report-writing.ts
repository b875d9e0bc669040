import { isChangedMeanwhile, type DeskClient, type ReportDraft, type ReportSection, type ReportTemplate } from '@sunlit/client/desk';
import type { ReactiveControllerHost } from 'lit';
import { LocalCopies } from '../editor/local-copy.ts';

type Texts = Readonly<Partial<Record<ReportSection, string>>>;

/** What is typed of a report and not saved yet, kept on this device. */
interface ReportCopy {
  readonly texts: Texts;
  /** What the server had when it was typed: what changed since then is told by it. */
  readonly base: Texts;
  readonly at: string;
}

/** Which report. */
export interface ReportOf {
  readonly agency: string;
  readonly year: number;
  readonly template: ReportTemplate;
}

const COPY_PAUSE = 300;

const textsOf = ({ sections }: ReportDraft): Texts => Object.fromEntries(sections.map(({ name, text }) => [name, text]));

/**
 * The text of a report while it is written. It is saved when somebody asks; until then a copy is on this device, and what somebody else saved
 * meanwhile is laid beside it section by section. Nothing typed is dropped but by its writer.
 */
export class ReportWriting {
  /** As the server has it. */
  report: ReportDraft;
  texts: Texts;
  /** Sections that somebody else changed too, with what they wrote; the writer chooses. */
  disputes: ReadonlyMap<ReportSection, string> = new Map();
  /** When that was typed which was found on this device and put back. */
  found: string | undefined;
  /** Whether this device keeps what is not saved; a private window does not. */
  kept = false;
  #base: Texts;
  #copying: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #of: ReportOf;
  readonly #name: string;
  readonly #copies: LocalCopies<ReportCopy>;

  constructor(host: ReactiveControllerHost, of: ReportOf, report: ReportDraft, person: string) {
    this.#host = host;
    this.#of = of;
    this.#name = `report ${of.agency} ${String(of.year)} ${of.template}`;
    this.#copies = new LocalCopies(person);
    this.report = report;
    this.texts = this.#base = textsOf(report);
    document.addEventListener('visibilitychange', this.#leaving);
    addEventListener('pagehide', this.#leaving);
  }

  /** Puts back what was typed before and not saved, for example before a crash. */
  async restore(): Promise<void> {
    const copy = await this.#copies.find(this.#name);
    if (!copy || this.unsaved) return;
    this.texts = { ...this.texts, ...copy.texts };
    this.#meet(this.report, { ...this.#base, ...copy.base });
    if (this.unsaved) [this.found, this.kept] = [copy.at, true];
    else await this.#drop();
    this.#host.requestUpdate();
  }

  /** Stops; what is not saved stays on the device. */
  end(): void {
    this.#leaving();
    document.removeEventListener('visibilitychange', this.#leaving);
    removeEventListener('pagehide', this.#leaving);
  }

  /** Signing out: nothing of it stays on the device. */
  async abandon(): Promise<void> {
    this.texts = this.#base;
    await this.#drop();
  }

  get unsaved(): boolean {
    return this.report.sections.some(({ name }) => this.texts[name] !== this.#base[name]);
  }

  write(name: ReportSection, text: string): void {
    this.texts = { ...this.texts, [name]: text };
    this.#copying ??= setTimeout(() => void this.#copy(), COPY_PAUSE);
    this.#host.requestUpdate();
  }

  /** Takes what the server has in the place of what was typed. */
  async discard(): Promise<void> {
    this.texts = this.#base;
    this.disputes = new Map();
    this.found = undefined;
    await this.#drop();
    this.#host.requestUpdate();
  }

  settle(name: ReportSection, take: 'mine' | 'theirs' | 'both'): void {
    const theirs = this.disputes.get(name) ?? '';
    this.disputes = new Map([...this.disputes].filter(([one]) => one !== name));
    if (take !== 'mine') this.write(name, take === 'theirs' ? theirs : `${this.texts[name] ?? ''}\n\n${theirs}`);
    this.#host.requestUpdate();
  }

  /** Answers whether it is saved; if not, `disputes` wait for the writer. Throws what the client throws. */
  async save(client: DeskClient): Promise<boolean> {
    const { agency, year, template } = this.#of;
    const sent = this.texts;
    const sections = this.report.sections.map(({ name }) => ({ name, text: sent[name] ?? '' }));
    try {
      this.report = await client.reports.save(agency, year, template, { version: this.report.version, sections });
    } catch (error) {
      if (!isChangedMeanwhile<ReportDraft>(error)) throw error;
      this.#meet(error.current, this.#base);
      if (this.disputes.size > 0) {
        await this.#copy();
        return false;
      }
      // Others changed other sections: what both wrote goes together.
      return this.unsaved ? this.save(client) : true;
    }
    this.#base = { ...this.#base, ...sent };
    this.found = undefined;
    await (this.unsaved ? this.#copy() : this.#drop());
    return true;
  }

  /** The report stands otherwise by now, and its texts are those that were saved here. */
  renew(report: ReportDraft): void {
    this.report = report;
    this.#host.requestUpdate();
  }

  /** Somebody else saved it meanwhile. */
  meet(theirs: ReportDraft): void {
    this.#meet(theirs, this.#base);
    this.#host.requestUpdate();
  }

  /** What only they changed is taken, what only I changed stays, and what both changed waits for a choice. */
  #meet(theirs: ReportDraft, base: Texts): void {
    const texts: Partial<Record<ReportSection, string>> = { ...this.texts };
    const disputes = new Map<ReportSection, string>();
    for (const { name, text } of theirs.sections) {
      const mine = texts[name] ?? '';
      if (mine === (base[name] ?? '')) texts[name] = text;
      else if (mine !== text && text !== (base[name] ?? '')) disputes.set(name, text);
    }
    this.report = theirs;
    this.#base = textsOf(theirs);
    this.texts = texts;
    this.disputes = disputes;
  }

  async #copy(): Promise<void> {
    clearTimeout(this.#copying);
    this.#copying = undefined;
    this.kept = await this.#copies.keep(this.#name, { texts: this.texts, base: this.#base, at: new Date().toISOString() });
    this.#host.requestUpdate();
  }

  async #drop(): Promise<void> {
    clearTimeout(this.#copying);
    this.#copying = undefined;
    await this.#copies.drop(this.#name);
  }

  readonly #leaving = (): void => {
    if (this.#copying !== undefined) void this.#copy();
  };
}
