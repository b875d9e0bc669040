import type { AgencyContent, Flow } from '@sunlit/contract';
import { cityAgencies } from '../agencies/city.ts';
import { licenceFlow as licence, straightFlow, type DemoContent, type DemoDisclosure } from '../types.ts';

type Always = 'agencyId' | 'categoryId' | 'title' | 'summary' | 'body' | 'kind' | 'fields';

/** Content that names its agency; the rest may stay at its default. */
type Drafted<D> = D extends DemoContent ? Pick<D, Always> & Partial<Omit<D, Always>> : never;
export type CityDraft = Drafted<DemoContent>;

/** What was made before the Regulation was revised, or before it took effect, did not rest on its present articles. */
function inForce(formedOn: string, basis: DemoContent['basis']): DemoContent['basis'] {
  if (formedOn >= '2019-05-15') return basis;
  const others = basis.filter((entry) => entry.title !== OGI);
  return others.length === basis.length || formedOn < '2008-05-01' ? others : [...others, law(OGI_2007)];
}

function content(draft: CityDraft): DemoContent {
  const whole: DemoContent = { openTerm: { term: 'long-term' }, basis: [], channels: [], ...draft };
  return { ...whole, basis: inForce(whole.formedOn ?? '9999', whole.basis) };
}

/** A notice says how it ended only once it has ended. */
function withOutcome(draft: CityDraft): { first: CityDraft; later: [on: string, reason: string, draft: CityDraft][] } {
  if (draft.kind !== 'notice' || !draft.fields.outcome) return { first: draft, later: [] };
  const { outcome: _, ...open } = draft.fields;
  return { first: { ...draft, fields: open }, later: [[draft.fields.to, '期满，补充公布处理结果', draft]] };
}

type Extra = Omit<DemoDisclosure, 'key' | 'publishedOn' | 'content' | 'amendments'> & {
  /** Later revisions as day, reason and draft. */
  amendments?: [on: string, reason: string, draft: CityDraft][];
};

export function item(key: string, publishedOn: string, draft: CityDraft, extra: Extra = {}): DemoDisclosure {
  const { first, later } = withOutcome(draft);
  const { amendments = later, ...rest } = extra;
  return {
    key,
    publishedOn,
    content: content(first),
    ...rest,
    ...(amendments.length > 0 ? { amendments: amendments.map(([on, reason, later]) => ({ on, reason, content: content(later) })) } : {}),
  };
}

export const md = (...parts: string[]): string => parts.join('\n\n');
export const bullets = (...lines: string[]): string => lines.map((line) => `- ${line}`).join('\n');
export const numbered = (...lines: string[]): string => lines.map((line, i) => `${i + 1}. ${line}`).join('\n');

/** What the content counts on: without it nothing is loaded. */
function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`No ${what}`);
  return value;
}

export const agencyOf = (id: string): AgencyContent => known(cityAgencies.find((agency) => agency.id === id), `agency ${id}`);
export const addressOf = (id: string): string => known(agencyOf(id).address, `address of ${id}`);
export const hoursOf = (id: string): string => known(agencyOf(id).hours, `hours of ${id}`);
export const officePhoneOf = (id: string, name: string): string => known(agencyOf(id).offices.find((office) => office.name === name)?.phone, `phone of ${name}, ${id}`);

/** The phone of that label, or else the first. */
export function phoneOf(id: string, label = '政府信息公开咨询'): string {
  const { phones } = agencyOf(id);
  return known(phones.find((phone) => phone.label === label) ?? phones[0], `phone of ${id}`).number;
}

const OGI = '《中华人民共和国政府信息公开条例》（国务院令第711号）';
/** As it stood from 2008 to 2019. */
export const OGI_2007 = '《中华人民共和国政府信息公开条例》（国务院令第492号）';
export const ogi = (article?: string) => (article === undefined ? { title: OGI } : { title: OGI, article });
export const law = (title: string, article?: string) => (article === undefined ? { title } : { title, article });

export const web = (on: string) => ({ carrier: 'website' as const, on, place: '清川市人民政府门户网站政府信息公开专栏' });
export const hall = (on: string) => ({ carrier: 'service-hall' as const, on, place: '市行政服务中心一楼大厅' });
export const archive = (on: string) => ({ carrier: 'reading-point' as const, on, place: '市档案馆政府信息查阅中心' });
export const library = (on: string) => ({ carrier: 'reading-point' as const, on, place: '市图书馆政府信息阅览室' });
export const board = (id: string, on: string) => ({ carrier: 'notice-board' as const, on, place: `${agencyOf(id).shortName ?? agencyOf(id).name}政务公开栏` });

/** A chain without branches: the first step starts it, the last ends it. */
export const chain = (...steps: [label: string, detail: string, actor: string, days?: number][]): Flow =>
  straightFlow(steps.map(([label, detail, actor, days]) => ({ label, actor, ...(detail && { detail }), ...(days === undefined ? {} : { days }) })));

/** The course of a licence whose review is one step. */
export const licenceFlow = (detail: string, actor: string, days: { examine?: number; decide?: number } = {}): Flow =>
  licence(
    '受理窗口',
    [{ label: '审查', actor, detail, ...(days.examine === undefined ? {} : { days: days.examine }) }],
    { actor, ...(days.decide === undefined ? {} : { days: days.decide }) },
    '准予许可，送达证件并公开决定',
  );

export const CENTRE_WINDOW = {
  name: '市行政服务中心综合受理窗口',
  address: '清川市市府大道18号一楼大厅',
  hours: '工作日 8:30—12:00,14:00—17:30',
  phone: phoneOf('qingchuan-service-centre', '办公电话'),
};

export const windowOf = (id: string, name: string) => ({ name, address: addressOf(id), hours: hoursOf(id), phone: phoneOf(id, '办公电话') });

const digit = (n: number): string => '一二三四五六七八九'.charAt(n - 1); // nothing for 0
const ordinal = (n: number): string => (n < 10 ? digit(n) : n < 20 ? `十${digit(n - 10)}` : `${digit(Math.floor(n / 10))}十${digit(n % 10)}`);

/** Articles numbered from 第一条; a text that starts with `#` is a heading and takes no number. */
export function articles(...texts: string[]): string {
  let n = 0;
  return texts.map((text) => (text.startsWith('#') ? text : `**第${ordinal(++n)}条** ${text}`)).join('\n\n');
}
