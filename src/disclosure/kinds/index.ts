import type { TemplateResult } from 'lit';
import type { Context, PublishedDisclosure } from '../types.ts';
import { clarification } from './clarification.ts';
import { decision } from './decision.ts';
import { budget, statistics } from './figures.ts';
import { institution } from './institution.ts';
import { meeting } from './meeting.ts';
import { normative } from './normative.ts';
import { notice } from './notice.ts';
import { personnel } from './personnel.ts';
import { plan } from './plan.ts';
import { power } from './power.ts';
import { project } from './project.ts';
import { report } from './report.ts';
import { service } from './service.ts';

/** What a disclosure of each kind shows between its head and its text. */
export function byKind(item: PublishedDisclosure, ctx: Context): TemplateResult {
  switch (item.kind) {
    case 'normative': return normative(item, ctx);
    case 'power': return power(item, ctx);
    case 'service': return service(item, ctx);
    case 'notice': return notice(item, ctx);
    case 'decision': return decision(item, ctx);
    case 'plan': return plan(item, ctx);
    case 'budget': return budget(item, ctx);
    case 'statistics': return statistics(item, ctx);
    case 'project': return project(item, ctx);
    case 'personnel': return personnel(item, ctx);
    case 'meeting': return meeting(item, ctx);
    case 'report': return report(item, ctx);
    case 'institution': return institution(item, ctx);
    case 'clarification': return clarification(item, ctx);
  }
}
