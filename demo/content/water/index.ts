import type { DemoDisclosure } from '../types.ts';
import { activities } from './activities.ts';
import { duties } from './duties.ts';
import { enforcement } from './enforcement.ts';
import { reports } from './reports.ts';
import { rules } from './rules.ts';
import { services } from './services.ts';

/** Seed report 1: the county water bureau. */
export const water: DemoDisclosure[] = [...rules, ...duties, ...services, ...enforcement, ...activities, ...reports];
