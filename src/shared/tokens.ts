import { css } from 'lit';

/**
 * Design tokens and the wall between host page and widget.
 *
 * Page rules beat `:host`, so the reset stands on an inner wrapper that nothing outside can reach; custom properties pass
 * through `all`, so theming still works. Sizes are `em` on a px root: a host that sets `html{font-size:62.5%}` changes nothing.
 * `--sunlit-*` are for the host to set, `--_*` are ours.
 */
export const tokens = css`
  :host {
    display: block !important;
    contain: layout style;
  }
  :host([hidden]) {
    display: none !important;
  }
  .sunlit {
    all: initial;
    display: block;
    box-sizing: border-box;
    container-type: inline-size;

    --_size: var(--sunlit-font-size, 16px);
    --_scale: var(--sunlit-scale, 1);
    --_target: var(--sunlit-target, 44px);
    --_gap: 8px;
    --_radius: var(--sunlit-radius, 10px);
    --_ring: 3px;
    --_line-height: 1.65;

    --_page: var(--sunlit-page, #ffffff);
    --_surface: var(--sunlit-surface, #f6f7f9);
    --_raised: var(--sunlit-raised, #ffffff);
    --_text: var(--sunlit-text, #1a1a1a);
    --_muted: var(--sunlit-muted, #4a5560);
    --_line: var(--sunlit-line, #d9dee4);
    --_border: var(--sunlit-border, #5b6770);
    --_accent: var(--sunlit-accent, #0b57d0);
    --_accent-strong: var(--sunlit-accent-strong, #0842a0);
    --_accent-soft: var(--sunlit-accent-soft, #e9f0fd);
    --_on-accent: var(--sunlit-on-accent, #ffffff);
    --_mark: var(--sunlit-mark, #ffe9a8);
    --_good: var(--sunlit-good, #006b3c);
    --_good-soft: var(--sunlit-good-soft, #e4f4ec);
    --_warn: var(--sunlit-warn, #8a5300);
    --_warn-soft: var(--sunlit-warn-soft, #fdf3e1);
    --_bad: var(--sunlit-bad, #b3001b);
    --_bad-soft: var(--sunlit-bad-soft, #fdebed);
    --_focus: var(--sunlit-focus, #0b57d0);
    --_shadow: 0 1px 2px rgb(16 24 40 / 6%), 0 4px 16px rgb(16 24 40 / 6%);
    color-scheme: light;

    font-family: var(--sunlit-font, system-ui, -apple-system, 'Segoe UI', 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif);
    font-size: calc(var(--_size) * var(--_scale));
    line-height: var(--_line-height);
    color: var(--_text);
    overflow-wrap: anywhere;
    text-align: start;
    -webkit-font-smoothing: antialiased;
    -webkit-text-size-adjust: 100%;
  }
  /* With a Chinese font first a line is shaped once; else each is tried in fonts without such characters before. */
  .sunlit[lang^='zh'] {
    font-family: var(--sunlit-font, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif);
    line-break: strict;
    text-spacing-trim: trim-start;
  }
  .sunlit[dir='rtl'] {
    direction: rtl;
  }

  .sunlit[data-theme='hall'] {
    --_size: var(--sunlit-font-size, 22px);
    --_target: var(--sunlit-target, 60px);
    --_gap: 12px;
    --_radius: var(--sunlit-radius, 14px);
    --_ring: 4px;
    --_line-height: 1.75;
    --_muted: var(--sunlit-muted, #333b44);
    --_line: var(--sunlit-line, #b7c0ca);
  }

  .sunlit[data-scheme='dark'] {
    --_page: var(--sunlit-dark-page, #14171b);
    --_surface: var(--sunlit-dark-surface, #1d2228);
    --_raised: var(--sunlit-dark-raised, #20262d);
    --_text: var(--sunlit-dark-text, #eef1f4);
    --_muted: var(--sunlit-dark-muted, #b4bfca);
    --_line: var(--sunlit-dark-line, #363e48);
    --_border: var(--sunlit-dark-border, #8c99a6);
    --_accent: var(--sunlit-dark-accent, #8ab4ff);
    --_accent-strong: var(--sunlit-dark-accent-strong, #b5cfff);
    --_accent-soft: var(--sunlit-dark-accent-soft, #22324d);
    --_on-accent: var(--sunlit-dark-on-accent, #0c1a33);
    --_mark: var(--sunlit-dark-mark, #6b5410);
    --_good: var(--sunlit-dark-good, #7ad7a5);
    --_good-soft: var(--sunlit-dark-good-soft, #173326);
    --_warn: var(--sunlit-dark-warn, #f0c069);
    --_warn-soft: var(--sunlit-dark-warn-soft, #372b13);
    --_bad: var(--sunlit-dark-bad, #ff9aa6);
    --_bad-soft: var(--sunlit-dark-bad-soft, #401a20);
    --_focus: var(--sunlit-dark-focus, #8ab4ff);
    --_shadow: 0 1px 2px rgb(0 0 0 / 40%), 0 4px 16px rgb(0 0 0 / 30%);
    color-scheme: dark;
  }

  .sunlit[data-theme='contrast'] {
    --_page: #000;
    --_surface: #000;
    --_raised: #000;
    --_text: #ff0;
    --_muted: #ff0;
    --_line: #ff0;
    --_border: #ff0;
    --_accent: #0ff;
    --_accent-strong: #0ff;
    --_accent-soft: #002b2b;
    --_on-accent: #000;
    --_mark: #005050;
    --_good: #ff0;
    --_good-soft: #000;
    --_warn: #ff0;
    --_warn-soft: #000;
    --_bad: #ff0;
    --_bad-soft: #000;
    --_focus: #fff;
    --_ring: 4px;
    --_shadow: none;
    color-scheme: dark;
  }

  /* Light text needs its own ground: the page behind may be white. */
  .sunlit[data-scheme='dark'],
  .sunlit[data-theme='contrast'] {
    background: var(--_page);
  }

  @media (forced-colors: active) {
    .sunlit {
      --_line: CanvasText;
      --_border: CanvasText;
      --_focus: Highlight;
      --_shadow: none;
    }
  }
`;
