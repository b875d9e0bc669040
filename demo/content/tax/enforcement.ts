import { by, channel, law, onKey, straightFlow, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号';
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏')];
const category = 'fangbei-tax.enforcement';
const contacts = [{ name: '稽查局', address: ADDRESS, phone: '000-8851 0304' }];

const CARDS: [slug: string, title: string, text: string][] = [
  ['card-rights', '纳税人权利义务告知书', '检查前向被查单位送达。告知纳税人：有权要求检查人员出示税务检查证和税务检查通知书，未出示的有权拒绝检查；有权陈述、申辩；有权要求保守商业秘密。义务：如实反映情况，提供有关资料，不得拒绝、隐瞒。'],
  ['card-service', '阳光稽查服务卡', '载明检查的时间、程序、依据、应准备的资料、检查人员岗位和联系方式，便于被查单位做好准备。'],
  ['card-integrity', '廉政监督反馈卡', '由被查单位填写，反馈检查人员有无接受宴请、礼品，有无吃拿卡要等情况，直接寄送监察室。'],
  ['card-tracking', '阳光稽查监督跟踪卡', '随案件流转，记录选案、稽查、审理、执行各环节的经办岗位和日期，结案后归档。'],
];

const cards = CARDS.map(([slug, title, text]) =>
  tax(`tax/${slug}`, '2010-06-21', {
    kind: 'institution', categoryId: category, title: `查前告知文书：${title}`, formedOn: '2010-06-17', summary: `落实查前告知制度，查前向被查单位发放的《${title}》的用途和内容。`, body: `${text}\n\n告知书和卡片在检查开始前送达，由被查单位签收。文书样式作为附件提供下载，不收费。`, basis: [onKey('税务稽查查前告知和查后回访制度', 'tax/pre-inspection-system')], channels: board('2010-06-21'),
    fields: { type: 'guide', appliesTo: '税务稽查被查单位', contacts, riskPoints: [] },
  }, { attachments: [{ name: `${title}样式.txt`, mediaType: 'text/plain', text: `${title}\n\n被查单位：____________________\n\n${text}\n\n送达日期：____年__月__日  被查单位签收：__________\n` }] }),
);

export const enforcement: DemoDisclosure[] = [
  tax('tax/pre-inspection-system', '2010-06-11', {
    kind: 'institution', categoryId: category, title: '税务稽查查前告知和查后回访制度', formedOn: '2010-06-10', summary: '查前发放告知书和三张卡，查后回访了解执法、服务、廉洁情况并辅导账务调整。', body: '## 查前告知\n查前向被查单位发放《纳税人权利义务告知书》《阳光稽查服务卡》《廉政监督反馈卡》《阳光稽查监督跟踪卡》，告知检查的时间、程序、依据、应准备的资料及税务人员廉洁自律有关规定。\n\n## 查后回访\n了解检查人员规范执法、文明服务、廉洁从税情况，加强对纳税人账务调整的辅导。\n\n## 例外\n依法可以不事先通知的检查，在检查时当场送达。', basis: [law('中华人民共和国税收征收管理法', '第五十九条')], channels: board('2010-06-11'),
    fields: { type: 'system', appliesTo: '税务稽查人员', contacts, riskPoints: [] },
  }),
  ...cards,
  tax('tax/audit-case', '2011-09-19', {
    kind: 'project', categoryId: category, title: '阳光稽查四环节运行示例：一户企业的稽查案件', formedOn: '2011-09-15', openTerm: { term: 'staged' }, summary: '选案、稽查、审理、执行四个环节分离运行，公开每个环节的经办岗位和告知事项。',
    body: '按照稽查业务流程，认真实施选案、稽查、审理、执行四个环节，案件来源、办案程序、工作制度、税收政策做到公开公正。\n\n被查单位名称、案情和处理结果未公布，本件只公开环节和要求。', basis: [onKey('税务稽查查前告知和查后回访制度', 'tax/pre-inspection-system'), law('中华人民共和国税收征收管理法', '第五十九条')], channels: board('2011-09-19'),
    fields: {
      type: 'case', lead: '坊北分局稽查局', partners: [], stages: [
        { name: '选案', state: 'done', actor: '选案岗', detail: '公开案件来源类型和选案标准' }, { name: '查前告知', state: 'done', actor: '检查岗', detail: '送达权利义务告知书和三张卡' }, { name: '稽查', state: 'done', actor: '检查岗', detail: '两人以上，出示税务检查证和税务检查通知书' },
        { name: '审理', state: 'done', actor: '审理岗', detail: '集体审理，听取陈述申辩，与检查岗分离' }, { name: '执行', state: 'done', actor: '执行岗', detail: '送达决定，监督执行' }, { name: '查后回访', state: 'done', actor: '监察室', detail: '收回廉政监督反馈卡，辅导账务调整' },
      ],
    },
  }),
  tax('tax/audit-guide', '2010-06-28', {
    kind: 'service', categoryId: category, title: '纳税人接受税务检查指南', formedOn: '2010-06-24', summary: '被查单位怎样核验检查人员身份、准备什么资料、怎样陈述申辩、怎样反馈监督。', body: '## 请先核验\n检查人员应当出示税务检查证和税务检查通知书，并有责任为被检查人保守秘密；未出示的，有权拒绝检查。\n\n## 请填反馈卡\n检查结束后填写廉政监督反馈卡，寄送监察室或者投入测评箱。', basis: [law('中华人民共和国税收征收管理法', '第五十九条')], channels: board('2010-06-28'),
    fields: { actType: 'inspection', audience: 'organisation', basis: ['《中华人民共和国税收征收管理法》第五十四条、第五十九条'], conditions: ['被列入税务检查的单位和个人'], materials: [{ name: '账簿、记账凭证、报表和有关资料', form: 'original', note: '按通知书要求提供' }],
      flow: straightFlow([{ label: '收到告知书和通知书', actor: '纳税人' }, { label: '核验检查人员证件', actor: '纳税人' }, { label: '提供资料，陈述情况', actor: '纳税人' }, { label: '审理前陈述、申辩', actor: '纳税人' }, { label: '收到处理决定或者检查结论', actor: '稽查局' }, { label: '填写反馈卡，接受回访', actor: '监察室' }]),
      fees: [], windows: [{ name: '稽查局', address: ADDRESS, phone: '000-8851 0304' }], result: '税务处理决定或者检查结论' },
  }),
  tax('tax/audit-risk-posts', '2011-02-21', {
    kind: 'institution', categoryId: category, title: '稽查四环节岗位分离和风险防控', formedOn: '2011-02-17', summary: '选案、检查、审理、执行岗位分离，各环节的前期、中期、后期防控措施。', body: '四个岗位分别设置，互相制约。跟踪卡随案流转，任何环节延误或者违规均可追溯到岗位。', channels: board('2011-02-21'),
    fields: { type: 'duties', appliesTo: '稽查局', contacts, riskPoints: [
      { post: '选案', before: '公布选案标准', during: '选案记录留痕', after: '选案结果抽查' }, { post: '检查', before: '送达告知书和三张卡', during: '两人以上，出示证件', after: '查后回访' },
      { post: '审理', before: '审理与检查分离', during: '听取陈述申辩，集体审理', after: '审理意见归档' }, { post: '执行', before: '核对决定书', during: '依法送达和执行', after: '执行结果公开' }] },
  }),
  tax('tax/integrity-rules', '2010-07-05', {
    kind: 'institution', categoryId: category, title: '税务干部廉洁自律有关规定（公开摘编）', formedOn: '2010-07-01', summary: '税务干部不得接受宴请礼品、不得吃拿卡要等规定，编入《干部职工廉洁自律手册》。', body: '1. 不得接受纳税人宴请、礼品、礼金。\n2. 不得向纳税人推销商品、指定代理机构。\n3. 不得泄露纳税人商业秘密。\n4. 检查期间不得单独会见被查单位人员。\n\n违反规定的，依照责任追究制度处理。', channels: [channel('print', '2010-07-05', '全局干部职工'), ...board('2010-07-05')], fields: { type: 'system', appliesTo: '坊北分局全体干部职工', contacts: [{ name: '监察室', address: ADDRESS, phone: '000-8851 0306' }], riskPoints: [] },
  }),
];
