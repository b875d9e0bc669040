import { by, channel, content, law, onKey, straightFlow, type Draft, type DemoDisclosure } from '../types.ts';

const tax = by('fangbei-tax');
const ADDRESS = '清川市坊北区北关路15号一楼';
const board = (on: string) => [channel('notice-board', on, '坊北分局公示栏'), channel('screen', on, '办税服务厅电子显示屏')];
const category = 'fangbei-tax.burden';
const REGULATION = '个体工商户税收定期定额征收管理办法';

const STEPS: [name: string, actor: string, detail: string][] = [
  ['纳税人自报', '定期定额户', '如实填报经营情况，对申报内容负责'],
  ['税务人员实地调查', '征收管理科', '两人以上到场调查经营场所、规模、经营情况'],
  ['纳税人代表评议', '纳税人代表', '同行业代表评议，税务人员不参与表决'],
  ['纳税户申辩', '定期定额户', '对评议结果有异议的说明理由、提供证据'],
  ['税务机关综合评定', '征收管理科', '综合自报、调查、评议、申辩情况'],
  ['输入定税软件生成定税信息', '征收管理科', '将经营信息输入软件，生成定税信息，减少人为因素'],
  ['定税情况公示', '征收管理科', '公示初步定额，接受异议'],
  ['上报审批', '分管副局长、局长', '有异议的重新调查后上报'],
  ['下达定税通知书', '征收管理科', '下达通知书，公布定额'],
];

/** The nine steps as far as they had come; `done` counts the finished ones. */
const assessment = (done: number, note: string): Draft => ({
  kind: 'project', categoryId: category, title: '北关街道片区定期定额户税额核定（九步流程）', formedOn: '2011-03-10', openTerm: { term: 'staged' },
  summary: `自报、调查、评议、申辩、综合评定、软件生成、公示、审批、通知书九步公开，已完成${done}步。`,
  body: `一改由税务人员核定后直接向纳税人下达通知的做法，实行九步规范操作。每完成一批步骤更新一次，公开进展。\n\n**当前情况**：${note}\n\n户数、定额合计未公布。`,
  basis: [law('中华人民共和国税收征收管理法', '第三十五条'), law(REGULATION)], channels: board(done < 3 ? '2011-03-14' : done < 7 ? '2011-04-18' : '2011-05-16'),
  fields: { type: 'approval', lead: '清川市地方税务局坊北分局', partners: ['纳税人代表'], stages: STEPS.map(([name, actor, detail], i) => ({ name, actor, detail, state: i < done ? 'done' : i === done ? 'current' : 'planned' })) },
  note: '九个步骤取自坊北分局政务公开材料；片区和各步完成日期为演示城市的流程示例。',
});

const TRADES: [group: string, values: number[]][] = [
  ['餐饮·小规模', [180, 200, 210, 220, 240, 260]],
  ['餐饮·中规模', [420, 450, 460, 480, 500, 540]],
  ['零售·小规模', [120, 130, 140, 150, 160, 190]],
  ['零售·中规模', [300, 310, 330, 350, 360, 400]],
  ['修理服务·小规模', [90, 100, 110, 120, 130]],
  ['旅馆·中规模', [380, 420]],
];

export const burden: DemoDisclosure[] = [
  tax('tax/quota-direct-2009', '2009-03-23', {
    kind: 'normative', categoryId: category, title: '关于定期定额户税额核定工作的通知', docNo: '清地税坊发〔2009〕6号', formedOn: '2009-03-19', effectiveOn: '2009-03-23', summary: '由税务人员核定后直接下达定税通知的旧办法，已被九步核定办法取代。',
    body: '1. 税务人员根据经营场所、规模核定税额。\n2. 核定后由征收管理科直接向纳税人下达定税通知。\n3. 纳税人对核定有异议的，可以要求重新核定。', basis: [law('中华人民共和国税收征收管理法', '第三十五条')], channels: board('2009-03-23'), fields: { genre: 'notice', issuers: ['清川市地方税务局坊北分局'] },
  }, { repealed: { on: '2010-05-10', reason: '实行九步税额核定办法，取消直接下达定税通知的做法。' } }),
  tax('tax/nine-step-rules', '2010-05-10', {
    kind: 'normative', categoryId: category, title: '坊北分局阳光定税九步操作办法', docNo: '清地税坊发〔2010〕11号', formedOn: '2010-05-06', effectiveOn: '2010-05-10', summary: '规定自报、调查、评议、申辩、综合评定、软件生成、公示、审批、通知书九个步骤。',
    body: STEPS.map(([name, actor, detail], i) => `**第${i + 1}步 ${name}**（${actor}）：${detail}。`).join('\n\n') + '\n\n**公示期**为五个工作日。公示期内有异议的，重新调查。公示内容包括行业、规模、初步定额，便于同行业、同规模业户比较。\n\n**监督**：任何人认为定税不公的，向监察室反映。',
    basis: [law(REGULATION), onKey('“六阳光六透明”政务公开办法', 'tax/six-sunshine')], channels: board('2010-05-10'), fields: { genre: 'normative-document', issuers: ['清川市地方税务局坊北分局'] },
  }, { links: [{ type: 'supersedes', key: 'tax/quota-direct-2009' }] }),
  tax('tax/quota-project', '2011-03-14', assessment(2, '已完成自报和实地调查，准备组织纳税人代表评议。'), {
    amendments: [
      { on: '2011-04-18', reason: '代表评议、申辩、综合评定完成，进入软件生成环节。', content: content({ ...assessment(5, '正在将经营信息输入定税软件，生成定税信息。'), agencyId: 'fangbei-tax' }) },
      { on: '2011-05-16', reason: '公示、审批完成，定税通知书已下达。', content: content({ ...assessment(9, '九步全部完成，定额已公布。'), agencyId: 'fangbei-tax' }) },
    ],
  }),
  tax('tax/quota-peers', '2011-04-25', {
    kind: 'statistics', categoryId: category, title: '定期定额户定额同行业同规模比较表（示例数据）', formedOn: '2011-04-21', openTerm: { term: 'periodic', every: 'year' }, summary: '示例数据（演示城市）：按行业和规模列出月定额，供业户与同行业、同规模比较。',
    body: '**本表为演示城市的示例数据，不是任何真实地区的税收数字。** 来源材料说明业户可以和同行业、同规模业户的定额进行比较，但未公布任何定额。\n\n业户以编号显示，不公开名称。同组业户少于五户的，不作比较。',
    basis: [onKey('坊北分局阳光定税九步操作办法', 'tax/nine-step-rules')], channels: board('2011-04-25'),
    fields: {
      period: '2011年（示例）',
      tables: [{
        caption: '示例数据（演示城市）：定期定额户月定额', columns: [{ key: 'household', title: '业户编号', type: 'text' }, { key: 'group', title: '行业与规模', type: 'text' }, { key: 'quota', title: '月定额', type: 'money', unit: '元' }],
        rows: TRADES.flatMap(([group, values], t) => values.map((quota, i) => ({ household: `示例-${t + 1}${String(i + 1).padStart(2, '0')}`, group, quota }))),
        chart: { type: 'bar', label: 'household', values: ['quota'] },
      }],
      checks: [{ statement: '表中数据为演示用示例数据', holds: true, note: '未公布定额' }], peers: { table: 0, group: 'group', value: 'quota', minimumCell: 5 },
    },
    note: '示例数据：全部定额为演示用虚构数字，仅用于展示同行业同规模比较功能，不代表任何事实。',
  }, { attachments: [{ name: '定额比较表（示例数据）.csv', mediaType: 'text/csv', text: `业户编号,行业与规模,月定额(示例)\n${TRADES.flatMap(([group, values], t) => values.map((quota, i) => [`示例-${t + 1}${String(i + 1).padStart(2, '0')}`, group, quota].join(','))).join('\n')}\n` }] }),
  tax('tax/quota-notice', '2011-05-03', {
    kind: 'notice', categoryId: category, title: '北关街道片区定税情况公示', formedOn: '2011-04-29', openTerm: { term: 'temporary', until: '2011-05-10' }, summary: '公示北关街道片区定期定额户初步定额，公示期五个工作日，有异议可以提出。',
    body: '公示内容：业户编号、行业、规模、初步定额（在分局公示栏和触摸屏查询）。业户可以与同行业、同规模业户的定额进行比较。\n\n有异议的，请在公示期内提出，并说明理由、提供证据。', basis: [onKey('坊北分局阳光定税九步操作办法', 'tax/nine-step-rules')], channels: [...board('2011-05-03'), channel('notice-board', '2011-05-03', '文化社区、铁北社区公开栏')],
    fields: { subject: '北关街道片区定期定额户初步定额', from: '2011-05-03', to: '2011-05-10', objections: [{ way: '书面或者当面', contact: `征收管理科，${ADDRESS}，000-8851 0302` }], outcome: '公示期满，按程序上报审批。' },
  }, { expired: '2011-05-10' }),
  tax('tax/quota-self-report-guide', '2010-05-17', {
    kind: 'service', categoryId: category, title: '定期定额户自报和异议办事指南', formedOn: '2010-05-13', summary: '业户怎样自报经营情况、怎样参加评议和申辩、对定额有异议怎样办。', body: '## 自报\n填写经营情况，不会填的由工作人员辅导。自报是九步中的第一步，不自报的按调查情况核定。\n\n## 申辩\n对评议结果有异议的，当场或者书面申辩。\n\n## 异议\n公示期内提出异议的，重新调查。收到通知书后仍不服的，可以依法申请行政复议。',
    basis: [law('中华人民共和国税收征收管理法', '第三十五条'), onKey('坊北分局阳光定税九步操作办法', 'tax/nine-step-rules')], channels: board('2010-05-17'),
    fields: { actType: 'levy', audience: 'both', basis: ['《中华人民共和国税收征收管理法》第三十五条', `《${REGULATION}》`], conditions: ['实行定期定额征收的个体工商户'], materials: [{ name: '定期定额户自行申报表', form: 'original', copies: 1, note: '免费领取' }, { name: '经营情况证明材料', form: 'copy' }],
      flow: straightFlow(STEPS.map(([label, actor, detail], i) => ({ label, actor, detail, ...(i === 6 && { days: 5 }) }))), pledgedDays: 40, fees: [], windows: [{ name: '征收管理科', address: ADDRESS, phone: '000-8851 0302' }], result: '定税通知书' },
  }),
  tax('tax/clarify-quota', '2011-06-13', {
    kind: 'clarification', categoryId: category, title: '澄清：定额不是由税务人员一人决定', formedOn: '2011-06-09', summary: '针对“定额高低由管理员说了算”的说法，说明九步核定和同行业比较。', body: '定额由自报、调查、代表评议、申辩、综合评定、软件生成、公示、审批等九步形成。业户可以与同行业、同规模业户比较，并提出异议。', channels: board('2011-06-13'),
    fields: { claim: '定额高低由税务管理员一个人决定，业户没有办法知道别人交多少。', fact: '定额经九步形成，初步定额公示五个工作日，业户可以和同行业、同规模业户比较并提出异议。', evidence: [{ title: '坊北分局阳光定税九步操作办法', key: 'tax/nine-step-rules' }, { title: '定期定额户定额同行业同规模比较表（示例数据）', key: 'tax/quota-peers' }] },
  }, { links: [{ type: 'clarifies', key: 'tax/quota-project' }] }),
];
