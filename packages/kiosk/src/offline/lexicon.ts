import type { Replica } from '@sunlit/client/replica';

const MOST_TITLES = 100;

interface Listed {
  readonly items?: readonly { readonly name?: string; readonly title?: string }[];
}

/** What people here look for, for the keyboard: titles, categories and topics of the copy. What it cannot give is left out. */
export async function lexiconOf(replica: Replica): Promise<string[]> {
  const named = (path: string, name: 'name' | 'title') => replica.read({ path, query: {} }).then((found) => ((found?.answer as Listed | undefined)?.items ?? []).flatMap((item) => item[name] ?? []), () => []);
  const [titles, categories, topics] = await Promise.all([
    replica.list({ limit: MOST_TITLES }).then(({ items }) => items.map(({ title }) => title), () => []),
    named('v1/categories', 'name'),
    named('v1/topics', 'title'),
  ]);
  return [...new Set([...titles, ...categories, ...topics])];
}
