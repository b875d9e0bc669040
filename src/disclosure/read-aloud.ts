import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../shared/i18n.ts';

/** Voices that speak on the device (nothing read is sent anywhere) and speak Chinese, the language of what is published. */
export function voiceFor(voices: readonly SpeechSynthesisVoice[], language: Language): SpeechSynthesisVoice | undefined {
  const chinese = voices.filter((voice) => voice.localService && /^(zh|cmn|yue)/i.test(voice.lang));
  const traditional = chinese.find((voice) => /hant|tw|hk|mo/i.test(voice.lang));
  const simplified = chinese.find((voice) => /^(zh|cmn)([-_](hans|cn|sg).*)?$/i.test(voice.lang));
  return (language === 'zh-Hant' ? traditional ?? simplified : simplified ?? traditional) ?? chinese[0];
}

/** Pieces of one sentence or so: long utterances are cut off silently by some engines. */
export function sentences(text: string, longest = 120): string[] {
  const found: string[] = [];
  for (const part of text.match(/[^。!?;!?;\n]+[。!?;!?;]*/g) ?? []) {
    for (let rest = part.trim(); rest !== ''; ) {
      const comma = rest.length > longest ? Math.max(rest.lastIndexOf(',', longest), rest.lastIndexOf('、', longest)) : -1;
      const end = rest.length <= longest ? rest.length : comma > 0 ? comma + 1 : longest;
      found.push(rest.slice(0, end));
      rest = rest.slice(end).trim();
    }
  }
  return found;
}

/** Reads a text aloud, sentence by sentence, and stops when its widget leaves the page. */
export class ReadAloud implements ReactiveController {
  state: 'silent' | 'speaking' | 'paused' = 'silent';
  readonly #host: ReactiveControllerHost;
  readonly #speech: SpeechSynthesis | undefined = 'speechSynthesis' in globalThis ? globalThis.speechSynthesis : undefined;
  #run = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#speech?.addEventListener?.('voiceschanged', this.#changed);
  }

  hostDisconnected(): void {
    this.#speech?.removeEventListener?.('voiceschanged', this.#changed);
    this.stop();
  }

  canSpeak(language: Language): boolean {
    return this.#speech !== undefined && voiceFor(this.#speech.getVoices(), language) !== undefined;
  }

  /** Begins at once, though the text may still be on its way. */
  async start(text: string | Promise<string>, language: Language): Promise<void> {
    this.stop();
    const run = this.#run;
    this.#set('speaking');
    try {
      const whole = await text;
      if (run === this.#run) this.#say(sentences(whole), 0, run, language);
    } catch {
      this.stop();
    }
  }

  pause(): void {
    this.#speech?.pause();
    this.#set('paused');
  }

  resume(): void {
    this.#speech?.resume();
    this.#set('speaking');
  }

  stop(): void {
    this.#run += 1;
    if (this.state === 'silent') return;
    if (this.state === 'paused') this.#speech?.resume(); // a paused engine would stay so for the next who speaks
    this.#speech?.cancel();
    this.#set('silent');
  }

  #say(all: readonly string[], at: number, run: number, language: Language): void {
    const text = all[at];
    const speech = this.#speech;
    const voice = speech && voiceFor(speech.getVoices(), language);
    if (run !== this.#run) return;
    if (text === undefined || !speech || !voice) return this.stop();
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => this.#say(all, at + 1, run, language);
    utterance.onerror = () => { if (run === this.#run) this.stop(); };
    speech.speak(utterance);
  }

  #set(state: ReadAloud['state']): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #changed = (): void => this.#host.requestUpdate();
}
