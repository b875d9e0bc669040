import type { AgencyContent } from '../packages/contract/src/agencies.ts';
import type { Category } from '../packages/contract/src/categories.ts';
import type { DisclosureContent } from '../packages/contract/src/disclosures.ts';
import type { DisclosureKind } from '../packages/contract/src/kinds.ts';
import type { Day } from '../packages/contract/src/schema.ts';
import type { DemoContent, DemoDisclosure } from './content/types.ts';

/** A disclosure to publish and, where it says so, to end afterwards. */
export interface Generated {
  readonly id: string;
  readonly publishedOn: Day;
  readonly content: DisclosureContent;
  readonly repealed?: { readonly on: Day; readonly reason: string };
  readonly expired?: Day;
}

export interface GenerateOptions {
  readonly count: number;
  readonly seed: number;
  readonly agencies: readonly AgencyContent[];
  readonly categories: readonly Category[];
  /** What titles, sentences and fields are taken from. */
  readonly disclosures: readonly DemoDisclosure[];
  /** First and last year of publication. */
  readonly years?: readonly [first: number, last: number];
}

/**
 * Any number of disclosures from the demo's vocabulary, one at a time; equal options give equal disclosures. A title
 * moves to another agency and another day together with its summary, kind, category and fields; the body goes on with
 * sentences drawn from all of its kind.
 */
export function* generate({ count, seed, agencies, categories, disclosures, years = [2010, 2026] }: GenerateOptions): Generator<Generated, void, undefined> {
  const random = randomNumbers(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(from: readonly T[]): T => from[upTo(from.length)] as T;
  const templates = disclosures.filter(({ content }) => JSON.stringify(content.fields).length <= LONGEST_FIELDS).map((one) => readTemplate(one, agencies, categories));
  const kinds = [...Map.groupBy(templates, ({ content }) => content.kind).values()];
  const sentences = Map.groupBy(templates.flatMap(sentencesOf), ({ kind }) => kind);
  const speakers = agencies.map((agency) => readSpeaker(agency, agencies, categories, templates));
  const firstDay = dayNumber(`${years[0]}-01-01`);
  const days = dayNumber(`${years[1]}-12-31`) - firstDay + 1;

  for (let n = 0; n < count; n += 1) {
    // A few agencies publish most, as they do in life.
    const speaker = speakers[Math.floor(random() ** 2 * speakers.length)] as Speaker;
    const template = speaker.own.length > 0 && random() < 0.5 ? pick(speaker.own) : pick(pick(kinds));
    const { content } = template;
    // In the order of time, as an archive grows.
    const published = firstDay + Math.floor(((n + random()) / count) * days);
    const publishedOn = dayText(published);
    const year = publishedOn.slice(0, 4);
    const serial = 1 + upTo(400);
    const suffix = SERIAL.has(content.kind) ? `(第${serial}号)` : random() < 0.25 ? `(${year}年)` : '';
    const own = sentences.get(content.kind) ?? [];
    const more = own.length === 0 ? '' : Array.from({ length: 1 + upTo(5) }, () => spoken(pick(own).text, speaker)).join('');
    const ending = ENDING.has(content.kind) ? random() : 1;
    const endedOn = dayText(published + 30 + upTo(1500));
    const moved = <T>(value: T): T => (template.dated ? (shifted(value, published - template.published) as T) : value);
    yield {
      id: identifier(published, seed, n),
      publishedOn,
      content: {
        ...content,
        agencyId: speaker.id,
        categoryId: categoryFor(template, speaker, pick),
        title: `${random() < 0.3 ? `${year}年度` : ''}${spoken(template.title, speaker)}${suffix}`,
        summary: spoken(template.summary, speaker),
        body: `${spoken(template.opening, speaker)}\n\n${more}`,
        ...(template.docNoStem === undefined ? {} : { docNo: `${template.docNoStem}〔${year}〕${serial}号` }),
        ...(content.formedOn === undefined ? {} : { formedOn: dayText(published - upTo(20)) }),
        ...(content.effectiveOn === undefined ? {} : { effectiveOn: dayText(published + upTo(30)) }),
        openTerm: moved(content.openTerm),
        channels: content.channels.map(({ carrier }) => ({ carrier, on: publishedOn })),
        fields: moved(content.fields),
      } as DisclosureContent,
      ...(ending < 0.1 ? { repealed: { on: endedOn, reason: '已由新的规定代替' } } : ending < 0.2 ? { expired: endedOn } : {}),
    };
  }
}

/** Equally distributed numbers in [0, 1) that the seed alone decides (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

// A list of hundreds of entries exists once. Thousands of copies of it would say little about any other disclosure.
const LONGEST_FIELDS = 6000;

/** Of these an agency publishes one after the other, told apart by a number. */
const SERIAL: ReadonlySet<DisclosureKind> = new Set(['decision', 'notice', 'project', 'personnel', 'meeting']);

/** These end: they are repealed or expire. The others stay as they are. */
const ENDING: ReadonlySet<DisclosureKind> = new Set(['normative', 'service', 'notice', 'plan', 'power']);

type Name = 'full' | 'short' | 'place';

/** A text; its odd parts stand for a name of whoever publishes it. */
type Spoken = readonly (string | Name)[];

interface Sentence {
  readonly kind: DisclosureKind;
  readonly text: Spoken;
}

interface Template {
  readonly content: DemoContent;
  readonly statutory: string;
  readonly published: number;
  readonly title: Spoken;
  readonly summary: Spoken;
  /** The first paragraphs of its body. */
  readonly opening: Spoken;
  readonly rest: readonly Spoken[];
  readonly docNoStem: string | undefined;
  /** Whether there are days in it that move with the day of publication. */
  readonly dated: boolean;
}

interface Speaker {
  readonly id: string;
  readonly names: Readonly<Record<Name, string>>;
  readonly own: readonly Template[];
  /** Its own categories by the statutory one they stand below. */
  readonly categories: ReadonlyMap<string | undefined, readonly Category[]>;
}

function readSpeaker(agency: AgencyContent, agencies: readonly AgencyContent[], categories: readonly Category[], templates: readonly Template[]): Speaker {
  return {
    id: agency.id,
    names: namesOf(agency, agencies),
    own: templates.filter(({ content }) => content.agencyId === agency.id),
    categories: Map.groupBy(categories.filter(({ agencyId }) => agencyId === agency.id), ({ parentId }) => parentId),
  };
}

function readTemplate({ content, publishedOn }: DemoDisclosure, agencies: readonly AgencyContent[], categories: readonly Category[]): Template {
  const agency = agencies.find(({ id }) => id === content.agencyId);
  const category = categories.find(({ id }) => id === content.categoryId);
  if (!agency || !category) throw new Error(`"${content.title}" belongs to an agency or a category that is not there.`);
  const names = namesOf(agency, agencies);
  const blocks = content.body.split(/\n{2,}/);
  const resting = {
    ...content,
    basis: content.basis.map(withoutKey),
    fields: content.kind === 'clarification' ? { ...content.fields, evidence: content.fields.evidence.map(withoutKey) } : content.fields,
    attachments: [],
    links: [],
  } as unknown as DemoContent; // as it will be published: nothing refers to a key any more
  return {
    content: resting,
    statutory: category.parentId ?? category.id,
    published: dayNumber(publishedOn),
    title: listen(content.title, names),
    summary: listen(content.summary, names),
    opening: listen(blocks.slice(0, 2).join('\n\n'), names),
    rest: blocks.flatMap(sentencesIn).map((sentence) => listen(sentence, names)),
    docNoStem: /^(.+?)[〔[((]\d{4}/.exec(content.docNo ?? '')?.[1],
    dated: /"\d{4}-\d\d-\d\d"/.test(JSON.stringify([resting.fields, resting.openTerm])),
  };
}

const sentencesOf = ({ content, rest }: Template): Sentence[] => rest.map((text) => ({ kind: content.kind, text }));

/** The sentences of a Markdown paragraph or list; a table or a heading has none. */
function sentencesIn(block: string): string[] {
  return block
    .split('\n')
    .filter((line) => !/^[#|>]/.test(line))
    .flatMap((line) => line.replace(/^(?:[-*]|\d+\.)\s+|\*\*/g, '').split(/(?<=[。!?])/))
    .filter((sentence) => sentence.length >= 8 && sentence.length <= 200)
    .map((sentence) => (/[。!?]$/.test(sentence) ? sentence : `${sentence.replace(/[;;,,::]$/, '')}。`));
}

function withoutKey<T extends { key?: string }>(entry: T): T {
  return Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'key')) as T;
}

/** The place is what the government above it is called, without 人民政府. */
function namesOf(agency: AgencyContent, agencies: readonly AgencyContent[]): Speaker['names'] {
  let above: AgencyContent | undefined = agency;
  while (above && above.kind !== 'government' && above.kind !== 'committee') {
    const { parentId }: AgencyContent = above;
    above = agencies.find(({ id }) => id === parentId);
  }
  const seat = above ?? agency;
  const place = seat.level === 'city' ? seat.name.replace('人民政府', '') : (seat.shortName ?? seat.name);
  return { full: agency.name, short: agency.shortName ?? agency.name, place };
}

/** Takes the names of its agency out of a text. */
function listen(text: string, names: Speaker['names']): Spoken {
  const known = (['full', 'place', 'short'] as const).filter((name, at, all) => all.findIndex((other) => names[other] === names[name]) === at);
  const parts = text.split(new RegExp(`(${known.map((name) => names[name]).sort((a, b) => b.length - a.length).join('|')})`));
  return parts.map((part, index) => (index % 2 === 0 ? part : (known.find((name) => names[name] === part) ?? part)));
}

/** Says a text with the names of another agency. */
function spoken(text: Spoken, { names }: Speaker): string {
  let said = text[0] ?? '';
  for (let index = 1; index < text.length; index += 2) said += names[text[index] as Name] + (text[index + 1] ?? '');
  return said;
}

/** The template's own category within its agency; elsewhere the statutory one above it, or what the agency itself has below that. */
function categoryFor({ content, statutory }: Template, speaker: Speaker, pick: <T>(from: readonly T[]) => T): string {
  if (speaker.id === content.agencyId) return content.categoryId;
  const own = speaker.categories.get(statutory);
  return own ? pick(own).id : statutory;
}

/** The same value with all days in it later by so many. */
function shifted(value: unknown, by: number): unknown {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? dayText(dayNumber(value) + by) : value;
  if (Array.isArray(value)) return value.map((one) => shifted(one, by));
  if (typeof value !== 'object' || value === null) return value;
  const moved: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(value)) moved[name] = shifted(part, by);
  return moved;
}

const millisecondsPerDay = 86_400_000;
const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay;

const texts = new Map<number, Day>();

/** A few thousand days occur again and again. */
function dayText(number: number): Day {
  let text = texts.get(number);
  if (text === undefined) texts.set(number, (text = new Date(number * millisecondsPerDay).toISOString().slice(0, 10)));
  return text;
}

/** A ULID of its day, told apart by seed and number. */
function identifier(day: number, seed: number, n: number): string {
  return base32(day * millisecondsPerDay, 10) + base32(seed >>> 0, 7) + base32(n, 9);
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function base32(number: number, length: number): string {
  let text = '';
  for (let rest = number; text.length < length; rest = Math.floor(rest / 32)) text = (CROCKFORD[rest % 32] as string) + text;
  return text;
}
