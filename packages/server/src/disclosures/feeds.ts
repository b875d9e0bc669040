import type { Answer, Day, DisclosureFilters, Operations } from '@sunlit/contract';
import type { Database } from '../database/database.ts';
import { translate, type Language } from '../language.ts';
import { searchEngine } from '../search/engine.ts';
import { resolveFilters } from './filters.ts';
import { readQuery } from './list.ts';
import { newest, newestOf } from './order.ts';
import { summaries } from './rows.ts';

export interface FeedRequest {
  readonly filters: DisclosureFilters;
  readonly language: Language;
  /** The root of this server as the world sees it. */
  readonly baseUrl: string;
  /** Path and query of the feed itself. */
  readonly path: string;
}

const entries = 50;

interface Listing {
  readonly title: string;
  readonly updated: string;
  readonly items: Awaited<ReturnType<typeof summaries>>;
}

/** The newest disclosures of a listing as Atom (RFC 4287). */
export async function atomFeed(database: Database, request: FeedRequest): Promise<string> {
  const { title, updated, items } = await read(database, request);
  const self = request.baseUrl + request.path;
  const { Feed } = await import('feed');
  const feed = new Feed({
    id: self, title, language: request.language, updated: new Date(updated), generator: 'Sunlit',
    link: `${request.baseUrl}/v1/disclosures`, feedLinks: { atom: self },
  });
  for (const item of items) {
    feed.addItem({
      id: entryId(item.id),
      link: entryLink(request, item.id),
      title: html(item.title),
      description: html(item.summary),
      date: new Date(item.updatedAt),
      published: dayInShanghai(item.publishedOn),
      author: [{ name: item.agency.name }],
      category: [{ name: item.categoryId, term: item.categoryId }],
    });
  }
  return feed.atom1();
}

/** The same as JSON Feed 1.1 (the package writes 1.0). */
export async function jsonFeed(database: Database, request: FeedRequest): Promise<Answer<Operations['feeds.json']>> {
  const { title, items } = await read(database, request);
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    ...{ language: request.language, home_page_url: `${request.baseUrl}/v1/disclosures`, feed_url: request.baseUrl + request.path },
    items: items.map((item) => ({
      id: entryId(item.id),
      url: entryLink(request, item.id),
      title: item.title,
      content_text: item.summary,
      date_published: dayInShanghai(item.publishedOn).toISOString(),
      date_modified: item.updatedAt,
      authors: [{ name: item.agency.name }],
      tags: [item.categoryId],
    })),
  };
}

async function read(database: Database, { filters, language }: FeedRequest): Promise<Listing> {
  const query = readQuery(filters.q);
  const resolved = await resolveFilters(database, filters);
  const numbers = query
    ? await newestOf(database, searchEngine(database.engine).everything(query, resolved), entries)
    : await newest(database, resolved, entries);
  const items = await summaries(database, numbers.map((no) => ({ no })));
  const agency = filters.agency === undefined
    ? undefined
    : await database.read.selectFrom('agency').select('name').where('id', '=', filters.agency).executeTakeFirst();
  return {
    title: agency ? translate(language, 'feed.about', { name: agency.name }) : translate(language, 'feed.title'),
    // An empty feed has not changed since any time that matters.
    updated: items.map(({ updatedAt }) => updatedAt).sort().at(-1) ?? '1970-01-01T00:00:00.000Z',
    items,
  };
}

function entryId(id: string): string {
  return `urn:sunlit:disclosure:${id}`;
}

function entryLink({ baseUrl }: FeedRequest, id: string): string {
  return `${baseUrl}/v1/disclosures/${id}`;
}

/** When a day begins. */
export function dayInShanghai(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`);
}

/** The package marks these texts as HTML; the two last code points cannot stand in XML 1.0, and may in a title. */
export function html(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
