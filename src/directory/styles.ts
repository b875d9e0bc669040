import { css } from 'lit';
import { listingStyles } from '../shared/listing-styles.ts';
import { layoutStyles } from './layout-styles.ts';
import { panelStyles } from './panel-styles.ts';
import { rowStyles } from './row-styles.ts';

/** The look of the directory; the layout last, since it overrules. */
export const directoryStyles = css`${listingStyles}${panelStyles}${rowStyles}${layoutStyles}`;
