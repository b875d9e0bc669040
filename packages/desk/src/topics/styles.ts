import { css } from 'lit';

/** What the board has beyond the look of cases: what was written beside what is published, lists of people, figures of rounds. */
export const topicStyles = css`
  .news:not(:empty) {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
    padding: 0.5em 1em;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }
  .find {
    display: flex;
    gap: 0.5em;
  }
  .find .button {
    flex: none;
  }
  .written {
    padding: 0.75em 1em;
    border-inline-start: 3px solid var(--_line);
    background: var(--_surface);
  }
  .written > * + *,
  .main > .card > div > * + *,
  .preview > * + *,
  .notice > div > * + * {
    margin-top: 0.5em;
  }
  .ways > li,
  .personal li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.75em;
    align-items: center;
    padding: 0.25em 0;
  }
  .notice .ways .button {
    margin-top: 0;
  }
  .personal bdi {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .personal > * + * {
    margin-top: 0.5em;
  }
  .pair > div > * + * {
    margin-top: 0.75em;
  }
  .sunlit textarea.title {
    min-height: 4em;
    font-weight: 600;
  }
  .difference del {
    padding: 0 0.15em;
    background: var(--_bad-soft);
    color: var(--_bad);
    text-decoration-thickness: 0.1em;
  }
  .difference ins {
    padding: 0 0.15em;
    background: var(--_good-soft);
    color: var(--_good);
    text-decoration: underline;
  }
  .preview .prose {
    font-size: 1em;
  }
  .sunlit .prose > :first-child {
    margin-top: 0;
  }
  .sunlit .preview {
    line-height: 1.7;
  }
  .preview > .label {
    color: var(--_muted);
    font-weight: 400;
  }
  .computed {
    font-weight: 600;
  }
  .held > span {
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .held .muted {
    display: block;
  }
  .held > .links {
    gap: 0.4em;
  }
  textarea.body {
    line-height: 1.8;
  }
  meter {
    width: min(100%, 24em);
    height: 1em;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5em, 1fr));
    gap: 0.75em;
  }
  .figures dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .figures dd {
    font-size: 1.375em;
    font-variant-numeric: tabular-nums;
  }
  .sunlit ol.ranking {
    counter-reset: rank;
  }
  .ranking > li::before {
    counter-increment: rank;
    content: counter(rank);
    flex: none;
    width: 1.75em;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .ranking > li > span:first-of-type {
    flex: 1 1 16em;
  }
  .tasks {
    display: grid;
    gap: 1em;
  }
  .sunlit .tasks h2 {
    font-size: 1.125em;
  }
  .tasks .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 0.9em;
    color: var(--_muted);
    font-size: 0.875em;
  }
  .sunlit > * + form {
    margin-top: 1em;
  }
  .meaning ul {
    list-style: disc;
    padding-inline-start: 1.25em;
  }
  .meaning li + li {
    margin-top: 0.4em;
  }
  .counts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(13em, 100%), 1fr));
    gap: 1em;
    align-items: start;
  }
  @media (pointer: coarse) {
    #keys {
      display: none;
    }
  }
  .scroll-down {
    max-height: 18em;
    overflow: auto;
  }
  label.check + .hint {
    margin-top: -0.25em;
  }
`;
