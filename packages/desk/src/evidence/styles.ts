import { css } from 'lit';

export const evidenceStyles = css`
  .sunlit {
    --_target: 44px;
  }
  .of {
    font-size: 1.125em;
    overflow-wrap: anywhere;
  }
  .proof:hover {
    background: none;
  }
  .proof .what > * + * {
    margin-top: 0.35em;
  }
  .proof h3,
  .proof .note {
    overflow-wrap: anywhere;
  }
  .proof .note {
    white-space: pre-line;
  }
  .proof .file {
    display: inline-flex;
    gap: 0.6em;
    align-items: center;
    min-height: var(--_target);
    font-weight: 400;
    overflow-wrap: anywhere;
    color: var(--_accent);
    text-decoration: underline;
  }
  .proof summary {
    width: fit-content;
    min-height: var(--_target);
    line-height: var(--_target);
    color: var(--_muted);
    font-size: 0.875em;
    cursor: pointer;
  }
  .proof code {
    display: block;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .crumbs a {
    display: inline-flex;
    align-items: center;
    min-height: var(--_target);
  }
  .pick {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em;
    align-items: center;
    overflow-wrap: anywhere;
  }
  .pick:focus-within .button {
    outline: var(--_ring) solid var(--_focus);
    outline-offset: 2px;
  }
  .way {
    margin-top: 1em;
  }
  .way progress {
    width: 100%;
    height: 0.75em;
    accent-color: var(--_accent);
  }
`;
