import type { DemoDisclosure } from '../types.ts';
import { burden } from './burden.ts';
import { enforcement } from './enforcement.ts';
import { policy } from './policy.ts';
import { power } from './power.ts';
import { process } from './process.ts';
import { work } from './work.ts';

/** Seed report 2: the tax sub-bureau, by its six collections. */
export const tax: DemoDisclosure[] = [...process, ...burden, ...enforcement, ...policy, ...work, ...power];
