import { css } from 'lit';

/** Texts that an agency wrote. */
export const proseStyles = css`
  .prose,
  .plain {
    line-height: 1.85;
  }
  .plain {
    white-space: pre-line;
  }
  .prose > * + * {
    margin-top: 0.8em;
  }
  .sunlit .prose :is(h4, h5, h6) {
    margin-top: 1.4em;
  }
  .sunlit .prose :is(ul, ol) {
    padding-inline-start: 1.5em;
  }
  .sunlit .prose ul {
    list-style: disc;
  }
  .sunlit .prose ol {
    list-style: decimal;
  }
  .sunlit .prose blockquote {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
    color: var(--_muted);
  }
  .prose .table-room {
    overflow-x: auto;
  }
  .prose table {
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .prose :is(th, td) {
    padding: 0.45em 0.9em;
    border: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
  }
  .prose [align='right'] {
    text-align: end;
  }
  .prose th {
    background: var(--_surface);
    font-weight: 600;
  }
`;
