import { css } from 'lit';
import { layoutStyles } from './layout-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { rowStyles } from './row-styles.ts';

/** The look of the directory; the layout last, since it overrules. */
export const directoryStyles = css`${panelStyles}${rowStyles}${layoutStyles}`;
