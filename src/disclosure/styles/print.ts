import { css } from 'lit';

/** Paper, and systems that choose the colours themselves. Last, so that it wins. */
export const print = css`
  @page {
    margin: 18mm 16mm;
  }
  @media print {
    .sunlit {
      font-size: 11pt;
      background: none;
    }
    .item,
    .prose {
      max-width: none;
    }
    .sunlit .head h2 {
      font-size: 18pt;
    }
    .section > h3,
    .sunlit .prose :is(h4, h5, h6) {
      break-after: avoid;
    }
    .card,
    .change,
    .drawing,
    .chart,
    .answers li,
    .steps > li,
    .timeline > li,
    .sunlit tr {
      break-inside: avoid;
    }
    .table-room,
    .drawing-room {
      overflow: visible;
    }
    .sunlit thead {
      display: table-header-group;
    }
    .arrow {
      display: none;
    }
    .prose a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
  @media (forced-colors: active) {
    .shape,
    .series-bar,
    .series-bar.s1,
    .series-bar.s2,
    .series-bar.s3,
    .progress-bar rect {
      fill: Canvas;
      stroke: CanvasText;
    }
    .series-bar.s0,
    .progress-bar .done {
      fill: CanvasText;
    }
    .edge-line,
    .series-line,
    .axis,
    .spread-median {
      stroke: CanvasText;
    }
    .edge-head,
    .series-mark,
    .node-label,
    .node-small,
    .edge-label,
    .chart-label,
    .chart-value {
      fill: CanvasText;
    }
    .edge-label {
      stroke: Canvas;
    }
    .start :is(.node-label, .node-small) {
      fill: CanvasText;
    }
    .dot,
    .section > h3::before {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
