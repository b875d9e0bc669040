import type { Agency, AgencyPage, AgencyQuery, AgencySummary, Category, CategoryPage, SnapshotAgency, SnapshotBoard, SnapshotPart, Suggestion } from './contract.ts';
import { highlight, normalise, type Query } from '@sunlit/search';
import { pageFrom, refuse } from './replica-paging.ts';

const MOST_NAMED = 3;

/** Where everything is filed: agencies with their boards, and categories. */
export class ReplicaPlaces {
  readonly #agencies: readonly SnapshotAgency[];
  readonly #byId = new Map<string, Agency>();
  readonly #place = new Map<string, number>();
  readonly #categories: readonly Category[];
  readonly #categoryParents = new Map<string, string | undefined>();
  readonly #boards = new Map<string, SnapshotBoard>();
  readonly #root: string | undefined;

  /** `root`: of one agency with all below it, everything is there to be counted. @internal */
  constructor(parts: readonly SnapshotPart[], root: string | undefined) {
    this.#root = root;
    this.#agencies = parts.flatMap((part) => (part.kind === 'agencies' ? part.items : []));
    this.#categories = parts.flatMap((part) => (part.kind === 'categories' ? part.items : []));
    this.#agencies.forEach(({ agency }, index) => {
      this.#byId.set(agency.id, agency);
      this.#place.set(agency.id, index);
    });
    for (const { id, parentId } of this.#categories) this.#categoryParents.set(id, parentId);
    for (const part of parts) if (part.kind === 'boards') part.items.forEach((board) => this.put(board));
  }

  /** @internal */
  put(board: SnapshotBoard): void {
    if (this.#byId.has(board.board.agency.id)) this.#boards.set(board.board.agency.id, board);
  }

  /** @internal */
  hasAgency(id: string): boolean {
    return this.#byId.has(id);
  }

  /** @internal */
  hasCategory(id: string): boolean {
    return this.#categoryParents.has(id);
  }

  /** Where an agency stands in the tree. @internal */
  placeOf(id: string): number {
    return this.#place.get(id) ?? 0;
  }

  /** The agency itself and those above it, upwards. @internal */
  *above(agency: string): Generator<string> {
    for (let id: string | undefined = agency; id !== undefined; id = this.#byId.get(id)?.parentId) yield id;
  }

  /** The category itself and those above it. @internal */
  *classes(category: string): Generator<string> {
    for (let id: string | undefined = category; id !== undefined; id = this.#categoryParents.get(id)) yield id;
  }

  /** Whether an agency is another or stands below it; asked of many rows at a time. @internal */
  within(agency: string): (id: string) => boolean {
    return memo((id) => [...this.above(id)].includes(agency));
  }

  /** @internal */
  classed(category: string): (id: string) => boolean {
    return memo((id) => [...this.classes(id)].includes(category));
  }

  /** Those directly below one, or at the top, in the order of the tree. @internal */
  below(parent: string | undefined): readonly Agency[] {
    return this.#agencies.flatMap(({ agency }) => (agency.parentId === parent ? [agency] : []));
  }

  /** @throws SunlitError as the server for a parent or cursor that is none. @internal */
  list({ parent, cursor, limit }: AgencyQuery, counted: ReadonlyMap<string, number>): AgencyPage {
    if (parent !== undefined && !this.hasAgency(parent)) refuse('parent', `there is no agency "${parent}" in this replica`);
    const { items, next } = pageFrom(this.below(parent), cursor, limit);
    return { items: items.map((agency) => summaryOf(this.#counted(agency, counted))), ...next };
  }

  /** @internal */
  agency(id: string, counted: ReadonlyMap<string, number>): Agency | undefined {
    const agency = this.#byId.get(id);
    return agency && this.#counted(agency, counted);
  }

  /** Above the agency whose copy this is, there are disclosures that are not here: there, the number of the server stands as it was. */
  #counted(agency: Agency, counted: ReadonlyMap<string, number>): Agency {
    const whole = this.#root === undefined || agency.path.some(({ id }) => id === this.#root);
    return whole ? { ...agency, disclosures: counted.get(agency.id) ?? 0 } : agency;
  }

  /** @internal */
  categories(agency: string | undefined): CategoryPage {
    if (agency !== undefined && !this.hasAgency(agency)) refuse('agency', `there is no agency "${agency}" in this replica`);
    return { items: this.#categories.filter(({ agencyId }) => agencyId === undefined || agencyId === agency) };
  }

  /** Agencies whose names hold what is being typed, the shortest first. @internal */
  named({ terms, letters }: Query, within: string | undefined, limit: number): Suggestion[] {
    const inside = within === undefined ? () => true : this.within(within);
    return this.#agencies
      .filter(({ agency }) => inside(agency.id))
      .map(({ agency, pinyin }) => ({ agency, text: [normalise(agency.name), normalise(agency.shortName ?? ''), pinyin.full, pinyin.initials].join('\n') }))
      .filter(({ text }) => terms.every((term) => text.includes(term)) || (letters !== undefined && text.includes(letters)))
      .map(({ agency: { id, name } }) => ({ id, name, length: [...name].length }))
      .sort((a, b) => a.length - b.length || this.placeOf(a.id) - this.placeOf(b.id))
      .slice(0, Math.min(MOST_NAMED, limit))
      .map(({ id, name }) => ({ type: 'agency', id, text: name, marks: highlight(name, terms) }));
  }

  /** @internal */
  board(agency: string): SnapshotBoard | undefined {
    return this.#boards.get(agency);
  }

  get boards(): Iterable<SnapshotBoard> {
    return this.#boards.values();
  }
}

function summaryOf({ id, parentId, level, kind, name, shortName, children, disclosures }: Agency): AgencySummary {
  return { id, ...(parentId === undefined ? {} : { parentId }), level, kind, name, ...(shortName === undefined ? {} : { shortName }), children, disclosures };
}

function memo(test: (id: string) => boolean): (id: string) => boolean {
  const known = new Map<string, boolean>();
  return (id) => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const found = test(id);
    known.set(id, found);
    return found;
  };
}
