import type { DisclosureRef } from '@sunlit/client';
import type { Draft } from '@sunlit/client/desk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Disclosure } from '../../../../src/disclosure/types.ts';
import { drawable } from './blank.ts';
import { isList, isRecord } from './pointer.ts';
import type { Json, Written } from './types.ts';

/** What an unpublished draft has instead of an id. */
const NO_ID = '00000000000000000000000000';

export interface PreviewOf {
  readonly draft: Draft | undefined;
  readonly agencyName: string;
  readonly today: string;
  /** What stands for the index number, which the server gives at publication. */
  readonly indexNo: string;
  /** What stands for a title that is not written yet: a heading must not be empty. */
  readonly untitled: string;
  readonly reference: (id: string) => DisclosureRef | undefined;
}

/** A draft as the disclosure it would be, for the widget that shows disclosures to the public. */
export function asPublished(written: Written, { draft, agencyName, today, indexNo, untitled, reference }: PreviewOf): Disclosure {
  const content = drawable(written);
  const links = isRecord(content) && isList(content.links) ? content.links.filter(isRecord) : [];
  const related = (type: string) => links.flatMap((link) => { const one = link.type === type ? reference(String(link.id)) : undefined; return one ? [one] : []; });
  const made: Json = {
    ...(isRecord(content) ? content : {}),
    title: written.content.title?.trim() ? written.content.title : untitled,
    state: 'published',
    id: draft?.disclosureId ?? draft?.amends ?? NO_ID,
    indexNo,
    agency: draft?.agency ?? { id: written.content.agencyId, name: agencyName },
    publishedOn: draft?.publishOn ?? today,
    validity: 'in-force',
    revision: 1,
    chain: { supersedes: related('supersedes'), supersededBy: [], clarifies: related('clarifies'), clarifiedBy: [], interprets: related('interprets'), interpretedBy: [], revisions: [] } as unknown as Json,
  };
  return made as unknown as Disclosure; // put together from its parts; the server decides whether it is whole
}

/** The same rendering, and the same sanitiser, as the public sees; fetched when it is first needed. */
export const loadPreview = (): Promise<unknown> => import('../../../../src/disclosure/define.ts');

export function previewView(disclosure: Disclosure, setting: { readonly api: string; readonly theme: string | undefined; readonly scheme: string | undefined }, today: string): TemplateResult {
  const stay = (event: Event): void => {
    if (event.cancelable) event.preventDefault();
    event.stopPropagation();
  };
  return html`<sunlit-disclosure class="preview-item" api=${setting.api} today=${today} theme=${setting.theme ?? nothing} scheme=${setting.scheme ?? nothing} .disclosure=${disclosure}
    @sunlit-select=${stay} @sunlit-ready=${stay} @sunlit-change=${stay}></sunlit-disclosure>`;
}
