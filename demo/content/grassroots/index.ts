import type { DemoDisclosure } from '../types.ts';
import { services } from './services.ts';
import { systems } from './systems.ts';
import { townships } from './townships.ts';
import { villages } from './villages.ts';

/** The grass-roots half of seed report 4: counties, townships, villages. */
export const grassroots: DemoDisclosure[] = [...systems, ...services, ...townships, ...villages];
