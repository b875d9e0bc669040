import type { AgencyContent } from '@sunlit/contract';
import { cityAgencies } from './city.ts';
import { countyAgencies } from './counties.ts';
import { townshipAgencies } from './townships.ts';

/** The fictional city 清川市 in four levels; every parent stands before its children. */
export const agencies: AgencyContent[] = [...cityAgencies, ...countyAgencies, ...townshipAgencies];
