import { PERMISSIONS, type Draft, type DraftEvent, type DraftSummary, type DueTerm, type ReviewCheck } from '@sunlit/contract';
import { offered, publicationDue, type Calendar, type PublicationActor, type PublicationTermId } from '@sunlit/rules';
import type { Language } from '../language.ts';
import { fieldErrors } from '../problems.ts';
import { holds, type StaffActor } from '../staff/actor.ts';
import { problemsOf, type DraftRecord, type DraftRow } from './record.ts';

/** Who looks at a draft, and with which calendar its term is counted. */
export interface Onlooker {
  readonly actor: StaffActor;
  readonly language: Language;
  readonly calendar: Calendar;
}

/** A draft as one member of the staff is shown it. */
export function showDraft(draft: DraftRecord, { actor, language, calendar }: Onlooker): Draft {
  const { row, content, withheld, events, facts } = draft;
  return {
    ...summaryOf(row),
    content,
    ...(row.reason === null ? {} : { reason: row.reason }),
    withheld: [...withheld],
    problems: fieldErrors(problemsOf(draft), language),
    commands: offered(facts, personFor(actor, row)),
    ...(row.due_term === null || row.due_from === null ? {} : { term: termOf(calendar, row.due_term, row.due_from) }),
    events: events.map(eventOf),
  };
}

export function summaryOf(row: DraftRow): DraftSummary {
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    agency: { id: row.agency_id, name: row.agency_name },
    kind: row.kind,
    title: row.title,
    ...(row.amended_id === null ? {} : { amends: row.amended_id }),
    author: { id: row.author_id, name: row.author_name, post: row.author_post },
    updatedAt: row.updated_at,
    ...(row.publish_on === null ? {} : { publishOn: row.publish_on }),
    ...(row.due_on === null ? {} : { dueOn: row.due_on }),
    ...(row.made_id === null ? {} : { disclosureId: row.made_id }),
  };
}

function eventOf({ type, at, person_id: id, person_name: name, person_post: post, note, checks, on_day }: DraftRecord['events'][number]): DraftEvent {
  return {
    type: type as DraftEvent['type'],
    at,
    ...(id === null ? {} : { by: { id, name: name ?? '', post: post ?? '' } }),
    ...(note === null ? {} : { note }),
    ...(checks === null ? {} : { checks: JSON.parse(checks) as ReviewCheck[] }),
    ...(on_day === null ? {} : { on: on_day }),
  };
}

export function termOf(calendar: Calendar, id: PublicationTermId, day: string): DueTerm {
  const { length, unit, article, from, provisional } = publicationDue(calendar, id, day);
  return { length, unit, from, article, provisional };
}

/** Somebody of the staff as the rules see them: with what they may do for the draft's agency. */
export function personFor(actor: StaffActor, { position }: { readonly position: number }): PublicationActor {
  return { type: 'person', id: actor.id, permissions: PERMISSIONS.filter((permission) => holds(actor, permission, { position })) };
}
