import { cityDisclosures } from './city/index.ts';
import { grassroots } from './grassroots/index.ts';
import { tax } from './tax/index.ts';
import type { DemoDisclosure } from './types.ts';
import { water } from './water/index.ts';

export { agencies } from './agencies/index.ts';
export { categories } from './categories.ts';

/** All of the demo; a link may point forwards, so the loader gives ids before it writes links. */
export const disclosures: DemoDisclosure[] = [...water, ...tax, ...grassroots, ...cityDisclosures];
