import type { DisclosureContent, Day, Flow, LinkType } from '@sunlit/contract';

/** Ids do not exist yet when content is written: a stable `key` stands for them and the loader resolves it. */
export type Key = string;

type BasisEntry = DisclosureContent['basis'][number] & { key?: Key };

type Evidence<F> = F extends { evidence: (infer E)[] } ? Omit<F, 'evidence'> & { evidence: (E & { key?: Key })[] } : F;

/** Distributes over the union, so `kind` still decides what `fields` holds. */
type Keyed<D> = D extends DisclosureContent ? Omit<D, 'links' | 'attachments' | 'basis' | 'fields'> & { basis: BasisEntry[]; fields: Evidence<D['fields']> } : never;

/** What an officer writes, with keys where the contract has ids; links and attachments stand beside it. */
export type DemoContent = Keyed<DisclosureContent>;

export interface DemoAttachment {
  name: string;
  mediaType: string;
  text: string;
}

export interface DemoDisclosure {
  key: Key;
  publishedOn: Day;
  content: DemoContent;
  links?: { type: LinkType; key: Key }[];
  attachments?: DemoAttachment[];
  /** Later revisions, oldest first. */
  amendments?: { on: Day; reason: string; content: DemoContent }[];
  repealed?: { on: Day; reason: string };
  /** The day it ceased to have effect by its own terms. */
  expired?: Day;
  withdrawn?: { on: Day; ground: string; decidedBy: string; replacedBy?: Key };
}

type Common = 'agencyId' | 'categoryId' | 'title' | 'summary' | 'body' | 'kind' | 'fields';

/** As `DemoContent`, but what most items leave at its default may be missing. */
type Drafted<D> = D extends DemoContent ? Pick<D, Common> & Partial<Omit<D, Common>> : never;
type DemoDraft = Drafted<DemoContent>;

/** The same within one agency. */
type OfAgency<D> = D extends DemoDraft ? Omit<D, 'agencyId'> : never;
export type Draft = OfAgency<DemoDraft>;

/** Fills the defaults: long-term, no further basis, no further carrier. */
export const content = (draft: DemoDraft): DemoContent => ({ openTerm: { term: 'long-term' }, basis: [], channels: [], ...draft });

type Rest = Omit<DemoDisclosure, 'key' | 'publishedOn' | 'content'>;

/** Writes items of one agency. */
export const by =
  (agencyId: string) =>
  (key: Key, publishedOn: Day, draft: Draft, rest: Rest = {}): DemoDisclosure => ({ key, publishedOn, content: content({ ...draft, agencyId }), ...rest });

type ChannelEntry = DisclosureContent['channels'][number];

export const channel = (carrier: ChannelEntry['carrier'], on: Day, place?: string, quantity?: string): ChannelEntry => ({ carrier, on, ...(place && { place }), ...(quantity && { quantity }) });

export const law = (title: string, article?: string): BasisEntry => ({ title, ...(article && { article }) });

/** Rests on another disclosure of the demo. */
export const onKey = (title: string, key: Key, article?: string): BasisEntry => ({ title, key, ...(article && { article }) });

type FlowNode = Flow['nodes'][number];

/** What stands between acceptance and decision differs; the frame of 行政许可法 (one-time correction, decision, delivery) does not. */
export function licenceFlow(window: string, middle: { label: string; actor: string; detail?: string; days?: number }[], decide: { actor: string; days?: number }, granted: string): Flow {
  const steps = middle.map((step, i): FlowNode => ({ id: `review${i + 1}`, type: 'step', ...step }));
  const chain = ['accept', ...steps.map((step) => step.id), 'decide'];
  return {
    nodes: [
      { id: 'start', type: 'start', label: '申请人提出申请', actor: '申请人' },
      { id: 'complete', type: 'decision', label: '材料是否齐全、符合形式', actor: window, detail: '能当场更正的错误允许当场更正' },
      { id: 'correct', type: 'step', label: '一次性告知补正内容', actor: window, detail: '当场或者五日内一次告知需要补正的全部内容（行政许可法第三十二条）', days: 5 },
      { id: 'accept', type: 'step', label: '受理并出具书面凭证', actor: window, detail: '受理凭证加盖专用印章、注明日期' },
      ...steps,
      { id: 'decide', type: 'decision', label: '是否符合法定条件', ...decide },
      { id: 'grant', type: 'end', label: granted, actor: window, detail: '自作出决定之日起十日内颁发、送达（行政许可法第四十四条）；结果公开，公众有权查阅（第四十条）' },
      { id: 'refuse', type: 'end', label: '书面不予许可', actor: window, detail: '说明理由，告知申请行政复议或者提起行政诉讼的权利（行政许可法第三十八条）' },
    ],
    edges: [
      { from: 'start', to: 'complete' },
      { from: 'complete', to: 'correct', label: '不齐全' },
      { from: 'correct', to: 'complete', label: '补正后重新提交' },
      { from: 'complete', to: 'accept', label: '齐全' },
      ...chain.slice(1).map((to, i) => ({ from: chain[i] ?? 'accept', to })),
      { from: 'decide', to: 'grant', label: '符合' },
      { from: 'decide', to: 'refuse', label: '不符合' },
    ],
  };
}

/** One step after the other. */
export function straightFlow(steps: { label: string; actor: string; detail?: string; days?: number }[]): Flow {
  const nodes = steps.map((step, i): FlowNode => ({ id: `s${i + 1}`, type: i === 0 ? 'start' : i === steps.length - 1 ? 'end' : 'step', ...step }));
  return { nodes, edges: nodes.slice(1).map((node, i) => ({ from: `s${i + 1}`, to: node.id })) };
}
