import { css } from 'lit';

/** Black on white, for a laser printer of a village office; a topic is never cut by the edge of a sheet. */
const sheetLook = css`
  body {
    margin: 0;
    background: #fff;
  }
  .sheet {
    font: 11.5pt/1.55 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif;
    color: #000;
    overflow-wrap: anywhere;
  }
  .sheet.a3 {
    font-size: 16.3pt;
  }
  .sheet :is(h1, h2, h3, h4, p, ol, figure) {
    margin: 0;
  }
  .sheet header {
    padding-bottom: 0.6em;
    border-bottom: 0.2em solid #000;
    text-align: center;
  }
  .sheet h1 {
    font-size: 2.7em;
    line-height: 1.25;
    letter-spacing: 0.12em;
  }
  .sheet .agency {
    font-size: 1.35em;
    font-weight: 600;
  }
  .sheet h2 {
    margin: 0.9em 0 0.4em;
    font-size: 1.4em;
    break-after: avoid;
  }
  .sheet .small,
  .sheet .printed {
    font-size: 0.87em;
  }
  .sheet .how {
    display: flex;
    gap: 1.2em;
    align-items: flex-start;
    margin-top: 0.8em;
    padding: 0.7em 0.9em;
    border: 0.09em solid #000;
    break-inside: avoid;
  }
  .sheet .how h2 {
    margin-top: 0;
  }
  .sheet .how div {
    flex: 1;
  }
  .sheet .how ol {
    padding-inline-start: 1.4em;
  }
  .sheet figure {
    width: 9.5em;
    text-align: center;
  }
  .sheet figcaption {
    font-size: 0.7em;
    line-height: 1.3;
  }
  .sheet .qr {
    display: block;
    flex: none;
    width: 7em;
    height: 7em;
  }
  .sheet figure .qr {
    width: 9.5em;
    height: 9.5em;
  }
  .sheet article {
    display: flex;
    gap: 1em;
    align-items: flex-start;
    padding: 0.7em 0;
    border-top: 0.09em solid #000;
    break-inside: avoid;
  }
  .sheet article > div {
    flex: 1;
    min-width: 0;
  }
  .sheet h3 {
    font-size: 1.18em;
    line-height: 1.4;
  }
  .sheet .text {
    margin-top: 0.2em;
    white-space: pre-line;
  }
  .sheet .stands {
    margin-top: 0.2em;
    font-weight: 600;
  }
  .sheet .answer {
    margin-top: 0.4em;
    padding-inline-start: 0.8em;
    border-inline-start: 0.25em solid #000;
  }
  .sheet h4 {
    font-size: 1em;
  }
  .sheet .space {
    break-inside: avoid;
  }
  .sheet table {
    width: 100%;
    margin-top: 0.4em;
    border-collapse: collapse;
  }
  .sheet :is(th, td) {
    border: 0.09em solid #000;
    padding: 0.2em 0.6em;
    text-align: start;
  }
  .sheet th:first-child {
    width: 6em;
  }
  .sheet tbody tr {
    height: 2.6em;
  }
`;

/** `@page` counts in a document of its own; margin boxes number the sheets where a browser knows them. */
export const sheetStyles = (size: 'A3' | 'A4'): readonly string[] => [
  `@page { size: ${size} portrait; margin: ${size === 'A3' ? '18mm' : '13mm'}; @bottom-right { content: counter(page) ' / ' counter(pages); font: 9pt system-ui, sans-serif; } }`,
  sheetLook.cssText,
];
