import type { Day, LetterDraft, RequestReply } from '@sunlit/contract';
import { OUTCOMES, REMEDIES, type OutcomeRule, type Remedy, type SILENCE_REMEDY } from '@sunlit/rules';
import { TEMPLATES, type TemplateName } from './templates.ts';
import { GROUNDS, dayOfIssue, inFull, numbered, oneLine } from './words.ts';

/** What is known for the placeholders of a letter; one that is absent, or empty, is missing. */
export type Values = Readonly<Partial<Record<string, string>>>;

/** Where an agency's remedies lead, as its settings name them. */
export interface RemedyPlaces {
  readonly reconsideration?: string | undefined;
  readonly court?: string | undefined;
}

export interface LetterOrder {
  readonly template: TemplateName;
  readonly values: Values;
  /** The agency's own words, or the officer's; the template's unless there are any. */
  readonly body?: { readonly wording: string } | { readonly text: string } | undefined;
  readonly agency: string;
  readonly on: Day;
  readonly places?: RemedyPlaces | undefined;
}

/** A letter of a step. What is missing stays in braces and is named: such a letter does not go out. */
export function compose({ template: name, values, body, agency, on, places = {} }: LetterOrder): LetterDraft {
  const template = TEMPLATES[name];
  const missing = new Set<string>();
  const fill = (text: string) => text.replaceAll(PLACEHOLDER, (whole, placeholder: string) => {
    const value = values[placeholder];
    if (value !== undefined && value.trim() !== '') return value;
    missing.add(placeholder);
    return whole;
  });
  const written = body !== undefined && 'text' in body ? body.text : fill(body?.wording ?? template.body);
  // What an officer sends back was filled before, so nothing is filled in it: what people wrote in braces is what they wrote.
  if (body !== undefined && 'text' in body) {
    for (const placeholder of template.placeholders) if (!values[placeholder]?.trim() && written.includes(`{${placeholder}}`)) missing.add(placeholder);
  }
  const rule = ruleOf(name);
  const remedy = template.remedy === 'outcome' ? rule?.remedy : template.remedy;
  const fixed = [
    fill(template.fixed),
    ...(rule === undefined ? [] : [...(rule.needs.includes('grounds') || values['grounds'] ? [fill('理由：{grounds}')] : []), fill('依据：{article}。')]),
    ...(remedy === undefined ? [] : [remedyInWords(remedy, places)]),
    `${oneLine(agency)}\n${dayOfIssue(on)}`,
  ].filter((paragraph) => paragraph !== '');
  return { title: template.title, body: written, fixed: fixed.join('\n\n'), missing: [...missing] };
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The names in braces that a template does not know. */
export function unknownPlaceholders(name: TemplateName, body: string): string[] {
  const known = TEMPLATES[name].placeholders;
  return [...new Set([...body.matchAll(PLACEHOLDER)].map(([, placeholder = '']) => placeholder))].filter((placeholder) => !known.includes(placeholder));
}

/** What of a reply stands in its letter. */
export function replyValues({ outcome, grounds, withheld = [], pointsTo }: RequestReply): Values {
  return {
    article: inFull(OUTCOMES[outcome].article),
    ...(grounds === undefined ? {} : { grounds: grounds.trim() }),
    ...(pointsTo === undefined ? {} : { pointsTo: pointsTo.trim() }),
    ...(withheld.length === 0 ? {} : { withheld: numbered(withheld.map(({ what, ground }) => `${what}：${GROUNDS[ground].says}（${inFull('《政府信息公开条例》')}${GROUNDS[ground].article}）`)) }),
  };
}

/** Of a reply, what the law says of its outcome. */
function ruleOf(name: TemplateName): OutcomeRule | undefined {
  return Object.hasOwn(OUTCOMES, name) ? OUTCOMES[name as keyof typeof OUTCOMES] : undefined;
}

/** The sentence of the remedy, which no letter that may be challenged goes without (行政复议法 20, 23; 行政诉讼法 45, 46). */
export function remedyInWords(remedy: Remedy, places: RemedyPlaces = {}): string {
  return `${remedySentence(REMEDIES[remedy].text, places)}（${inFull(REMEDIES[remedy].article)}）`;
}

/** The same by the key that the rules give a remedy; against silence there is no letter, but the applicant is told all the same. */
export function remedySentence(text: (typeof REMEDIES)[Remedy]['text'] | typeof SILENCE_REMEDY.text, { reconsideration, court }: RemedyPlaces = {}): string {
  const authority = reconsideration ?? '有管辖权的行政复议机关';
  const judges = court ?? '有管辖权的人民法院';
  const after = `对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内向${judges}提起行政诉讼。`;
  switch (text) {
    case 'remedy.reconsider-first': return `如不服本答复，应当自收到本文书之日起六十日内先向${authority}申请行政复议；${after}`;
    case 'remedy.silence': return `行政机关逾期未作答复的，应当自答复期限届满之日起六十日内先向${authority}申请行政复议；${after}`;
    case 'remedy.either': return `如不服，可以自收到本文书之日起六十日内向${authority}申请行政复议，也可以自收到本文书之日起六个月内向${judges}提起行政诉讼。`;
  }
}
