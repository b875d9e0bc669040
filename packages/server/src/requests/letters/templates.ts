import { REQUEST_OUTCOMES, type LetterCommand, type RequestOutcome } from '@sunlit/contract';
import { OUTCOMES } from '@sunlit/rules';

/**
 * The letters as they ship. `body` an agency may say in words of its own, and an officer may edit; `fixed` is what the law asks
 * of the letter, so that it is there whatever the body says. A letter ends with the remedy, where there is one, and its signature.
 */
export interface Template {
  readonly title: string;
  readonly body: string;
  readonly fixed: string;
  /** The names that may stand in braces; what each of them is, docs/handling-requests.md says. */
  readonly placeholders: readonly string[];
  /** What its reader is told they can do against it; `outcome`: as the law says of the outcome. */
  readonly remedy?: 'outcome' | 'either';
}

const own = ['agency', 'contact', 'on'];
const toApplicant = [...own, 'applicant', 'receiptNo', 'submittedOn', 'receivedOn', 'wanted'];
// To anybody else than the applicant, nothing of the applicant is said: neither who asks nor in which words.
const toOthers = [...own, 'name', 'about'];
const inReply = [...toApplicant, 'form', 'route', 'article', 'grounds', 'withheld', 'pointsTo'];

const REGULATION = '《中华人民共和国政府信息公开条例》';
const contact = '联系方式：{contact}。';
const opening = '{applicant}：\n\n本机关于{receivedOn}收到你（单位）提出的政府信息公开申请（登记号：{receiptNo}），申请公开的内容为：{wanted}。';

const notices = {
  receive: {
    title: '政府信息公开申请登记回执',
    body: `{applicant}：\n\n你（单位）于{submittedOn}提交的政府信息公开申请（登记号：{receiptNo}）已经登记，申请公开的内容为：{wanted}。`,
    fixed: `依照${REGULATION}第三十一条，本机关收到申请之日为{receivedOn}。依照该条例第三十三条，答复期限至{due}届满；依法需要补正、征求意见或者延长答复期限的，另行告知。`,
    placeholders: [...toApplicant, 'due'],
  },
  'ask-correction': {
    title: '政府信息公开申请补正告知书',
    body: `${opening}\n\n经审查，申请内容不明确，需要补正。`,
    fixed: `请对下列事项作出补正：\n{points}\n\n请自收到本告知书之日起{workdays}个工作日内补正。答复期限自本机关收到补正的申请之日起计算；无正当理由逾期不补正的，依照${REGULATION}第三十条，视为放弃申请，本机关不再处理该申请。\n\n${contact}`,
    placeholders: [...toApplicant, 'points', 'workdays'],
  },
  'consult-third-party': {
    title: '政府信息公开第三方意见征询书',
    body: '{name}：\n\n本机关收到政府信息公开申请，申请公开的政府信息涉及你（单位）的合法权益，现书面征求意见。',
    fixed: `征求意见的内容：{about}\n\n请自收到本征询书之日起15个工作日内，书面提出是否同意公开的意见；不同意公开的，请说明理由。依照${REGULATION}第三十二条，不同意公开且有合理理由的，本机关不予公开，但本机关认为不公开可能对公共利益造成重大影响的除外；逾期未提出意见的，由本机关依照该条例的规定决定是否公开。\n\n${contact}`,
    placeholders: toOthers,
  },
  'consult-co-maker': {
    title: '政府信息公开意见协商函',
    body: '{name}：\n\n本机关收到政府信息公开申请，申请公开的政府信息由贵机关与本机关共同制作，现征求贵机关意见。',
    fixed: `征求意见的内容：{about}\n\n请自收到本函之日起15个工作日内提出意见。依照${REGULATION}第三十四条，逾期未提出意见的，视为同意公开。\n\n${contact}`,
    placeholders: toOthers,
  },
  override: {
    title: '政府信息公开第三方告知书',
    body: '{name}：\n\n本机关就政府信息公开申请征求了你（单位）的意见，你（单位）不同意公开。经审查，本机关认为不公开可能对公共利益造成重大影响，决定予以公开。',
    fixed: `决定公开的内容：{about}\n\n理由：{reason}\n\n依据：${REGULATION}第三十二条。`,
    placeholders: [...toOthers, 'reason'],
    remedy: 'either',
  },
  extend: {
    title: '政府信息公开延期答复告知书',
    body: `${opening}\n\n因{reason}，本机关不能在原定的答复期限内作出答复。`,
    fixed: `依照${REGULATION}第三十三条，经本机关政府信息公开工作机构负责人同意，答复期限延长{workdays}个工作日，至{due}届满。`,
    placeholders: [...toApplicant, 'workdays', 'reason', 'due'],
  },
  'ask-reasons': {
    title: '政府信息公开申请说明理由告知书',
    body: `${opening}\n\n经审查，你（单位）申请公开政府信息的数量、频次明显超过合理范围。`,
    fixed: `依照${REGULATION}第三十五条，请自收到本告知书之日起{workdays}个工作日内说明理由。申请理由不合理的，本机关将告知不予处理；逾期未说明的，视为没有提出理由。\n\n${contact}`,
    placeholders: [...toApplicant, 'workdays'],
  },
  delay: {
    title: '政府信息公开延迟答复告知书',
    body: `${opening}\n\n你（单位）说明的理由合理。因{reason}，本机关无法在法定期限内作出答复。`,
    fixed: `依照${REGULATION}第三十五条，本机关确定延迟{workdays}个工作日答复，答复期限至{due}届满。`,
    placeholders: [...toApplicant, 'workdays', 'reason', 'due'],
  },
  'notice-fee': {
    title: '政府信息公开信息处理费收费通知',
    body: `${opening}\n\n你（单位）申请公开政府信息的数量、频次明显超过合理范围。`,
    fixed: `依照${REGULATION}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号），收取信息处理费，计费如下：\n{feeLines}\n合计：{yuan}元\n\n请在收到本通知次日起20个工作日内缴纳；逾期未缴纳的，视为放弃申请，本机关不再处理该申请。\n\n${contact}`,
    placeholders: [...toApplicant, 'feeLines', 'yuan'],
  },
  transfer: {
    title: '政府信息公开申请转送告知书',
    body: `${opening}`,
    fixed: '经审查，该申请应由{to}办理。本机关已于{on}将申请转送该机关，答复期限自其收到转送的申请之日起计算。',
    placeholders: [...toApplicant, 'to'],
  },
} as const satisfies Record<string, Template>;

/** Outcomes that an agency decides, each with a letter of its own. */
export type DecidedOutcome = { [O in RequestOutcome]: (typeof OUTCOMES)[O]['by'] extends 'decision' ? O : never }[RequestOutcome];
export const DECIDED_OUTCOMES = REQUEST_OUTCOMES.filter((outcome): outcome is DecidedOutcome => OUTCOMES[outcome].by === 'decision');

/** What a reply says, and what of it is fixed before its article. `grounds` follow where they are stated. */
const replies: Readonly<Record<DecidedOutcome, { readonly title: string; readonly says: string; readonly fixed?: string }>> = {
  'already-public': { title: '政府信息公开告知书', says: '经审查，你（单位）申请公开的信息已经主动公开。', fixed: '获取该政府信息的方式、途径：{pointsTo}' },
  granted: { title: '政府信息公开答复书', says: '经审查，你（单位）申请公开的信息可以公开，现予以提供。提供形式：{form}；获取方式：{route}。' },
  partial: {
    title: '政府信息部分公开答复书',
    says: '经审查，你（单位）申请公开的信息中含有不应当公开的内容，能够作区分处理，现提供可以公开的内容。提供形式：{form}；获取方式：{route}。',
    fixed: '不予公开的内容及理由：\n{withheld}',
  },
  'denied-secret': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息属于依法确定的国家秘密，不予公开。' },
  'denied-law': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息属于法律、行政法规禁止公开的政府信息，不予公开。' },
  'denied-safety': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定，不予公开。' },
  'denied-third-party': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息公开会对第三方合法权益造成损害，不予公开。' },
  'denied-internal': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息属于行政机关的内部事务信息，不予公开。' },
  'denied-process': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息属于行政机关在履行行政管理职能过程中形成的过程性信息，不予公开。' },
  'denied-casefile': { title: '政府信息不予公开答复书', says: '经审查，你（单位）申请公开的信息属于行政执法案卷信息，不予公开。' },
  'special-access': { title: '政府信息公开告知书', says: '经审查，有关法律、行政法规对你（单位）申请公开的信息的获取有特别规定，请依照其规定办理。', fixed: '办理的依据和途径：{pointsTo}' },
  'not-existing': { title: '政府信息不存在告知书', says: '经检索，没有你（单位）申请公开的信息，该政府信息不存在。' },
  'not-held': { title: '非本机关负责公开政府信息告知书', says: '经审查，你（单位）申请公开的信息不属于本机关负责公开。' },
  'needs-creation': { title: '政府信息不予提供告知书', says: '经审查，你（单位）申请公开的信息需要本机关对现有政府信息进行加工、分析，本机关不予提供。' },
  'still-unclear': { title: '政府信息公开申请告知书', says: '经补正，你（单位）的申请内容仍不明确，本机关无法提供。' },
  petition: { title: '政府信息公开申请不予处理告知书', says: '经审查，你（单位）以政府信息公开申请的形式进行信访、投诉、举报等活动，本机关不作为政府信息公开申请处理。', fixed: '可以通过下列渠道提出：{pointsTo}' },
  repeat: { title: '政府信息公开申请不予重复处理告知书', says: '经审查，本机关已就你（单位）提出的政府信息公开申请作出答复，你（单位）重复申请公开相同政府信息，本机关不予重复处理。', fixed: '此前的答复：{pointsTo}' },
  publication: { title: '政府信息公开申请不予处理告知书', says: '经审查，你（单位）要求提供的是政府公报、报刊、书籍等公开出版物，本机关不作为政府信息公开申请处理。' },
  excessive: { title: '政府信息公开申请不予处理告知书', says: '经审查，你（单位）申请公开政府信息的数量、频次明显超过合理范围，申请理由不合理，本机关不予处理。' },
  reconfirm: { title: '政府信息公开申请不予处理告知书', says: '经审查，你（单位）要求本机关确认或者重新出具已经获取的信息，本机关不予处理。' },
  other: { title: '政府信息公开申请答复书', says: '经审查，现对你（单位）的申请答复如下。' },
};

/** Where the outcome does not ask for something, it is said when it is stated all the same. */
const replyTemplate = ({ title, says, fixed }: (typeof replies)[DecidedOutcome]): Template => ({
  title, body: `${opening}\n\n${says}`, fixed: fixed ?? '', placeholders: inReply, remedy: 'outcome',
});

export type NoticeName = keyof typeof notices;
/** A notice by its command (a consultation by whom it goes to), a reply by its outcome. */
export type TemplateName = NoticeName | DecidedOutcome;

export const TEMPLATES: Readonly<Record<TemplateName, Template>> = {
  ...notices,
  ...(Object.fromEntries(DECIDED_OUTCOMES.map((outcome) => [outcome, replyTemplate(replies[outcome])])) as Record<DecidedOutcome, Template>),
};
export const TEMPLATE_NAMES = Object.keys(TEMPLATES) as TemplateName[];

export function isTemplateName(name: string): name is TemplateName {
  return Object.hasOwn(TEMPLATES, name);
}

/** Which letter a step writes. */
export type LetterOf =
  | { readonly command: Exclude<LetterCommand, 'consult' | 'decide'> }
  | { readonly command: 'consult'; readonly party: 'third-party' | 'co-maker' }
  | { readonly command: 'decide'; readonly outcome: DecidedOutcome };

export function templateOf(letter: LetterOf): TemplateName {
  if (letter.command === 'decide') return letter.outcome;
  return letter.command === 'consult' ? `consult-${letter.party}` : letter.command;
}
