import { css } from 'lit';
import { AdminElement } from '../admin/page.ts';
import { noticeStrings, type NoticeKey } from './strings/index.ts';

/** What the pages of notices and hearings and their parts are. */
export abstract class NoticeElement extends AdminElement<NoticeKey> {
  static override styles = [AdminElement.styles, css`
    .choices {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5em;
    }
    .facts {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25em 1em;
    }
    .said {
      white-space: pre-line;
    }
    .entries {
      padding: 0;
      list-style: none;
    }
    .entries > li {
      padding: 0.75em 0;
    }
    .entries > li + li {
      border-top: 1px solid var(--_line);
    }
    .entries > li > * + * {
      margin-top: 0.35em;
    }
    .points {
      display: grid;
      gap: 1em;
    }
    fieldset.point {
      display: grid;
      gap: 0.6em;
      padding: 0.75em 1em;
      border: 1px solid var(--_line);
      border-radius: var(--_radius);
    }
    .short {
      max-width: 16em;
    }
    code {
      overflow-wrap: anywhere;
    }
  `];

  protected override readonly strings = noticeStrings;
}
