import { createHash } from 'node:crypto';
import type { DisclosureContent } from '@sunlit/contract';
import { amend, expire, openDatabase, publish, repeal, saveAgencies, saveCategories, storeFile, withdraw, type DatabaseOptions } from '@sunlit/server';
import { agencies, categories, disclosures } from './content/index.ts';
import type { DemoAttachment, DemoContent, DemoDisclosure, Key } from './content/types.ts';

/** One step in the life of a disclosure. */
interface Step {
  readonly day: string;
  /** Among the steps of a day: what is published comes before what refers to it. */
  readonly order: number;
  readonly run: () => Promise<void>;
}

/**
 * Brings the demo content into a migrated database, day by day as it would have happened, so that the change feed reads
 * like one. What is there already stays: a second start loads nothing, and one that was interrupted goes on.
 */
export async function loadDemo(options: Omit<DatabaseOptions, 'now'>): Promise<void> {
  let today = '';
  // Offices in China open at nine.
  const database = openDatabase({ ...options, now: () => new Date(`${today}T09:00:00+08:00`) });
  try {
    const present = new Map((await database.read.selectFrom('disclosure').select(['id', 'revision', 'validity', 'state']).execute()).map((row) => [row.id, row]));
    const keys = new Map(disclosures.map(({ key, publishedOn }) => [key, ulidOf(key, publishedOn)]));
    const idOf = (key: Key): string => {
      const id = keys.get(key);
      if (id === undefined) throw new Error(`The demo content refers to "${key}", which is not there.`);
      return id;
    };
    const steps = disclosures.flatMap((demo): Step[] => {
      const { key, publishedOn, amendments = [], repealed, expired, withdrawn } = demo;
      const id = idOf(key);
      const now = present.get(id);
      if (now?.state === 'withdrawn') return [];
      const write = (content: DemoContent) => contentOf(content, demo, idOf, options.dataDirectory);
      return [
        ...(now ? [] : [{ day: publishedOn, order: 0, run: async () => void (await publish(database, { id, publishedOn, content: await write(demo.content) }, options)) }]),
        ...amendments.slice((now?.revision ?? 1) - 1).map(({ on, reason, content }) => ({ day: on, order: 1, run: async () => amend(database, id, { on, reason, content: await write(content) }, options) })),
        ...(repealed && now?.validity !== 'repealed' ? [{ day: repealed.on, order: 2, run: () => repeal(database, id, repealed) }] : []),
        ...(expired !== undefined && now?.validity !== 'expired' ? [{ day: expired, order: 2, run: () => expire(database, id, { on: expired }) }] : []),
        ...(withdrawn ? [{ day: withdrawn.on, order: 3, run: () => withdraw(database, id, { ...withdrawn, ...replacement(withdrawn.replacedBy, idOf) }) }] : []),
      ];
    });
    if (steps.length === 0) return;

    await saveAgencies(database, agencies);
    await saveCategories(database, categories.filter(({ agencyId }) => agencyId !== undefined));
    steps.sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
    for (const { day, run } of steps) {
      today = day;
      await run();
    }
  } finally {
    await database.close();
  }
}

/** The content as the API takes it: keys become ids, files are stored and named by what they hold. */
async function contentOf(content: DemoContent, demo: DemoDisclosure, idOf: (key: Key) => string, dataDirectory: string): Promise<DisclosureContent> {
  const byId = <Entry extends { key?: Key }>({ key, ...entry }: Entry) => ({ ...entry, ...(key === undefined ? {} : { disclosureId: idOf(key) }) });
  const store = ({ text, ...file }: DemoAttachment) => storeFile(dataDirectory, Buffer.from(text), file);
  return {
    ...content,
    basis: content.basis.map(byId),
    links: (demo.links ?? []).map(({ type, key }) => ({ type, id: idOf(key) })),
    attachments: await Promise.all((demo.attachments ?? []).map(store)),
    fields: content.kind === 'clarification' ? { ...content.fields, evidence: content.fields.evidence.map(byId) } : content.fields,
  } as DisclosureContent; // a union over the kinds is not followed through a spread
}

const replacement = (key: Key | undefined, idOf: (key: Key) => string) => ({ replacedBy: key === undefined ? undefined : idOf(key) }) as { replacedBy?: string };

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same id on every machine: the time of its day of publication, and a hash of its key where a ULID has chance. */
export function ulidOf(key: Key, day: string): string {
  const time = BigInt(Date.parse(`${day}T00:00:00Z`));
  const chance = BigInt(`0x${createHash('sha256').update(key).digest('hex').slice(0, 20)}`);
  let rest = (time << 80n) | chance;
  let text = '';
  for (let digit = 0; digit < 26; digit += 1, rest >>= 5n) text = `${CROCKFORD.charAt(Number(rest & 31n))}${text}`;
  return text;
}
