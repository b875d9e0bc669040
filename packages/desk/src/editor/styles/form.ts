import { css } from 'lit';

/** Fields, lists of fields, steps, files. */
export const form = css`
  .group {
    display: grid;
    gap: 0.9em;
    min-width: 0;
    padding: 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    scroll-margin-top: 6em;
  }
  .sunlit .group > h2 {
    font-size: 1.125em;
  }
  .row {
    display: grid;
    gap: 0.25em;
    min-width: 0;
  }
  .row > label,
  .row > .label {
    font-weight: 600;
  }
  .row :is(input, textarea, select),
  .list,
  .entry {
    scroll-margin-top: 7em;
  }
  .row.wrong .field,
  .field[aria-invalid='true'] {
    border-color: var(--_bad);
    box-shadow: inset 0 0 0 1px var(--_bad);
  }
  .problem {
    display: flex;
    gap: 0.4em;
    align-items: flex-start;
    color: var(--_bad);
  }
  .problem:empty {
    display: none;
  }
  .field.long {
    field-sizing: content;
    min-height: var(--_target);
    resize: vertical;
  }
  .field.body {
    min-height: 16em;
    resize: vertical;
    line-height: 1.7;
  }
  .marks {
    display: flex;
    flex-wrap: wrap;
  }
  .marks .button {
    font-weight: 650;
  }
  .row:is(.day, .number) .field {
    max-width: 16em;
  }

  .list {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    min-width: 0;
  }
  .list > legend {
    font-weight: 650;
    padding-bottom: 0.35em;
  }
  .list > .button,
  .attachments .button {
    justify-self: start;
  }
  .entries {
    display: grid;
    gap: 0.75em;
    min-width: 0;
  }
  .entries:empty {
    display: none;
  }
  .entry {
    min-width: 0;
    padding: 0.5em 0.75em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entry.line {
    padding: 0;
    border: 0;
    background: none;
  }
  .entries.plain {
    gap: 0.35em;
  }
  .entry-head,
  .entry-line {
    display: flex;
    gap: 0.5em;
    align-items: center;
  }
  .entry-head > bdi,
  .entry-head > span,
  .entry-line > .file {
    flex: 1;
    min-width: 0;
  }
  .entry-acts {
    display: flex;
    flex: none;
  }
  .sunlit .entry-acts .button {
    padding: 0;
  }
  .entry-fields {
    display: grid;
    gap: 0.75em 1em;
    grid-template-columns: repeat(auto-fit, minmax(min(15em, 100%), 1fr));
    align-items: start;
  }
  .entry-fields > .row:is(.long, .disclosure) {
    grid-column: 1 / -1;
  }
  .chosen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
  }
  .pager {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
  }
  .tick {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-height: var(--_target);
    cursor: pointer;
  }
  .tick input {
    width: 1.35em;
    height: 1.35em;
    accent-color: var(--_accent);
  }

  .flow-desk {
    display: grid;
    gap: 1em;
    grid-template-columns: minmax(0, 1fr);
  }
  .ways-edit {
    display: grid;
    gap: 0.4em;
    margin-top: 0.6em;
    justify-items: start;
  }
  .way {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
    width: 100%;
  }
  .way > .field {
    flex: 1 1 9em;
    width: auto;
    min-width: 0;
  }
  .flow-view {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    padding: 0.75em;
    border: 1px dashed var(--_line);
    border-radius: var(--_radius);
    min-width: 0;
  }
  .flow-view .drawing-room {
    overflow: auto;
  }

  .upload {
    display: grid;
    gap: 0.25em;
    padding: 0.5em 0.75em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .upload progress {
    width: 100%;
    accent-color: var(--_accent);
  }
  .attachments {
    display: grid;
    gap: 0.75em;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    padding: 0.75em;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
  }
  .drop:focus-within {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
`;
