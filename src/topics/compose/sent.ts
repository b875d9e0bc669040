import type { Board, SubmittedTopic } from '@sunlit/client/topics';
import { css, html, nothing, type TemplateResult } from 'lit';
import { contentIcons } from '../../shared/content-icons.ts';
import { formatDay } from '../../shared/format.ts';
import type { Language } from '../../shared/i18n.ts';
import type { ComposeSay } from './strings/index.ts';

interface Sent {
  readonly say: ComposeSay;
  readonly language: Language;
  readonly board: Board;
  readonly topic: SubmittedTopic;
  readonly title: string;
  readonly href: string;
  readonly qr: unknown;
}

/** What happens now, by whom and until when. */
export function nextSteps({ say, language, board, topic }: Pick<Sent, 'say' | 'language' | 'board' | 'topic'>): TemplateResult {
  const { promise, round } = board;
  const waits = topic.phase === 'submitted' || topic.phase === 'review';
  return html`<ol class="next">
    <li>${waits ? say('sent.next.review', { n: promise.review }) : say('sent.next.open')}</li>
    <li>${round?.state === 'open' ? say('sent.next.round', { round: round.title, due: formatDay(round.answerBy.due, language) }) : say('sent.next.claim', { n: promise.claim, answer: promise.answer })}</li>
  </ol>`;
}

/** The server has it: the number, the code, and what happens now. */
export function sentScreen({ say, language, board, topic, href, qr, shared, mail, print, again, close, back }: Sent & {
  readonly shared: boolean;
  readonly mail: 'yes' | 'no' | undefined;
  readonly back: string;
  readonly print: () => void;
  readonly again: () => void;
  readonly close: () => void;
}): TemplateResult {
  return html`<p class="lead">${say('sent.lead', { agency: board.agency.name })}</p>
    <section class="slip-card">
      <dl><div><dt>${say('sent.no')}</dt><dd class="code">${topic.no}</dd></div></dl>
      ${qr ? html`<div class="qr-card">${qr}<p class="small">${say('sent.qr')}</p></div>` : html`<p class="address small">${href}</p>`}
      <p class="small">${say(shared ? 'sent.keep' : 'sent.mine')}</p>
    </section>
    ${mail === undefined ? nothing : html`<p class="notice ${mail === 'yes' ? '' : 'warn'}" role="status">${say(mail === 'yes' ? 'sent.mail' : 'sent.mail.not')}</p>`}
    <section class="section"><h3>${say('sent.next')}</h3>${nextSteps({ say, language, board, topic })}</section>
    <div class="actions">
      <button class="button primary" type="button" @click=${close}>${back}</button>
      ${typeof globalThis.print === 'function' ? html`<button class="button" type="button" @click=${print}>${contentIcons.print}${say('sent.print')}</button>` : nothing}
      <button class="button quiet" type="button" @click=${again}>${say('sent.again')}</button>
    </div>`;
}

/** For the roll of a receipt printer, and for a sheet of paper. */
export function slip({ say, language, board, topic, title, href, qr }: Sent): TemplateResult {
  return html`<div class="slip"><h1>${say('slip.title')}</h1><p>${board.agency.name}</p><p>${title}</p>
    <dl><dt>${say('sent.no')}</dt><dd>${topic.no}</dd></dl>${qr}<p class="address">${href}</p>${nextSteps({ say, language, board, topic })}</div>`;
}

/** Fits a roll of 80 mm, and stands well at the head of a sheet of A4. */
export const slipStyles = css`
  @page {
    margin: 5mm;
  }
  .slip {
    max-width: 70mm;
    font: 11pt/1.5 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif;
    color: #000;
    overflow-wrap: anywhere;
  }
  .slip :is(h1, p, dl, dd, ol) {
    margin: 0 0 2mm;
  }
  .slip h1 {
    font-size: 14pt;
  }
  .slip dd {
    font: bold 17pt/1.3 ui-monospace, Consolas, monospace;
  }
  .slip ol {
    padding-left: 5mm;
  }
  .slip .qr {
    width: 34mm;
    height: 34mm;
  }
  .slip .address {
    font-size: 8pt;
  }
`;
