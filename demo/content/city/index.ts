import type { DemoDisclosure } from '../types.ts';
import { deciding } from './deciding.ts';
import { departmentsA } from './departments-a.ts';
import { departmentsB } from './departments-b.ts';
import { enforcement } from './enforcement.ts';
import { finances } from './finances.ts';
import { hotline } from './hotline.ts';
import { lawmaking } from './lawmaking.ts';
import { opennessCases } from './openness-cases.ts';
import { opennessResults } from './openness-results.ts';
import { opennessRules } from './openness-rules.ts';
import { profilePages } from './profile-pages.ts';
import { review } from './review.ts';
import { rollout } from './rollout.ts';
import { servicesA } from './services-a.ts';
import { servicesB } from './services-b.ts';

/** What the city government, its departments and its utilities disclose. */
export const cityDisclosures: DemoDisclosure[] = [
  ...profilePages,
  ...rollout,
  ...opennessResults,
  ...opennessRules,
  ...opennessCases,
  ...lawmaking,
  ...review,
  ...enforcement,
  ...deciding,
  ...hotline,
  ...servicesA,
  ...servicesB,
  ...finances,
  ...departmentsA,
  ...departmentsB,
];
