import { agencies } from '../agencies/index.ts';
import { by, channel, law, onKey, type DemoDisclosure } from '../types.ts';

/** What each village or community posts beside the regular items. */
const POSTS: [id: string, subject: string, text: string][] = [
  ['qinghe-anping-shangwan', '禁采区警示标志位置和保护要求', '本村沿河堤防、桥梁附近设有禁采区警示标志。移动、损毁警示标志的，依法处理。看到偷采请举报，身份保密。'],
  ['qinghe-anping-xiawan', '河道管理座谈会意见办理情况', '村民代表提出的举报保密、弃料平复问题，已转县水利局水政监察大队和办公室办理，答复张贴在公开栏。'],
  ['qinghe-anping-heyan', '水法宣传标语悬挂位置和养护', '本村水法宣传标语由县水利局统一悬挂，脱落、破损的请告知村委会，不得擅自移作他用。'],
  ['qinghe-hekou-dukou', '禁渔公告张贴和巡查协助', '《清河县人民政府禁渔令》张贴在渡口和村务公开栏。村民发现毒鱼、电鱼，告知村委会或者直接举报。'],
  ['qinghe-hekou-shatan', '鱼苗投放村民代表监督办法', '鱼苗投放时由村民代表在现场监督规格、数量和投放过程，监督情况在公开栏公布，代表以岗位公布。'],
  ['qinghe-liulin-liulin', '农村书屋信息公开查阅网点使用说明', '查阅免费，不登记身份证件。书屋备有政府信息汇编和查阅电脑，可以请管理员协助查找和打印。'],
  ['qinghe-liulin-dongpo', '坡耕地水土保持注意事项', '禁止在法律规定的禁止开垦坡度以上陡坡地开垦种植农作物。村内修路、取土可能造成水土流失的，先向水保站咨询手续。'],
  ['qinghe-chengguan-hebin', '沿河居民河道保护提示', '不得向河道倾倒垃圾、排放污水。发现河道内采砂、毒鱼，向县水利局举报，举报人身份保密。'],
  ['qinghe-chengguan-dongjie', '宣传车巡回宣讲安排公告', '县水利局宣传车在县城主要街道巡回宣讲水法，居民可以现场咨询取水、采砂、禁渔等问题。'],
  ['fangbei-beiguan-wenhua', '定税公示张贴和异议提交', '片区定税公示张贴在社区公开栏。业户认为定额不合理的，在公示期内向征收管理科提出。'],
  ['fangbei-beiguan-tiebei', '物业维修资金使用公开办法', '维修项目、金额、承办单位和业主意见由居委会与物业单位共同公示。共用维修资金收支每季度公布。'],
  ['fangbei-zhanqian-shangmao', '沿街业户办税政策宣传点', '社区公开栏设税收政策宣传专栏，介绍定税九步、减免税三级审批和免费培训的报名方式。'],
  ['fangbei-shibu-shibu', '村级收费项目公示', '村内收费须有依据。没有公示的项目，村民有权拒绝；收取费用的开具凭据。'],
  ['nanping-nanmen-gulou', '社区政府信息查阅点开放公告', '社区查阅点提供政府公报和公开目录，工作人员可以代查、代为打印，不收费用。'],
  ['nanping-nanmen-nanhu', '社区点题答复办理规则', '居民点题由居委会转交有权机关，答复张贴在社区公开栏，点题人信息不公开。'],
  ['nanping-yanling-yanling', '征地公告张贴和意见收集', '征地预公告、补偿安置方案公告张贴在村务公开栏，村民意见由村委会记录并报镇政府。'],
  ['xiling-songping-songping', '惠农补贴面积公示办法', '补贴面积由农户申报、村公示、乡镇核实。有异议的，在公示期内向村委会或者松坪镇反映。'],
  ['xiling-songping-shangping', '筹资筹劳议事程序', '兴办村内公益事业筹资筹劳，须经村民会议或者村民代表会议讨论，不得强迫。'],
  ['xiling-yunfeng-yunfeng', '边远村纸质信息汇编领取', '乡政府定期配送纸质汇编到农村书屋，村民免费领取；需要打印的请村委会协助。'],
];

const REGULAR_VILLAGE = ['由村民会议、村民代表会议讨论决定的事项及其实施情况', '补贴补助等资金、物资的管理使用情况', '村民委员会协助人民政府开展工作的情况', '集体财务收支情况', '村民普遍关心的其他事项'];
const REGULAR_COMMUNITY = ['居民会议决定事项的实施情况', '社会救助申请的审核公示情况', '社区经费收支情况', '居民普遍关心的其他事项'];

const posts = POSTS.map(([id, subject, text]): DemoDisclosure => {
  const agency = agencies.find((entry) => entry.id === id);
  const name = agency?.shortName ?? id;
  const community = name.endsWith('社区');
  const affairs = community ? '居务' : '村务';
  return by(id)(`grassroots/affairs-${id}`, '2026-10-12', {
    kind: 'notice', categoryId: `${id}.affairs`, title: `${name}${affairs}公开：${subject}`, formedOn: '2026-10-12', openTerm: { term: 'periodic', every: 'quarter' }, summary: `${name}2026年第三季度${affairs}公开，并公布“${subject}”。`,
    body: `## 本期重点\n${text}\n\n## 定期公布的事项\n${(community ? REGULAR_COMMUNITY : REGULAR_VILLAGE).map((item) => `- ${item}`).join('\n')}\n\n各项原件张贴在${affairs}公开栏并存档，可以向${community ? '居民' : '村民'}委员会查询。含个人隐私的内容不公布身份证件号码、住址和疾病信息。`,
    basis: community ? [] : [law('中华人民共和国村民委员会组织法', '第三十条')], channels: [channel('notice-board', '2026-10-12', `${name}${affairs}公开栏`)],
    fields: { subject, from: '2026-10-12', to: '2026-12-31', objections: [{ way: '查询或者反映', contact: `${community ? '居务监督员' : '村务监督委员会'}，${agency?.phones[2]?.number}` }], entries: [...(community ? REGULAR_COMMUNITY : REGULAR_VILLAGE)] },
  });
});

/** Withdrawn for personal data, and the corrected notice that took its place. */
const songping = by('xiling-songping-songping');
const privacy: DemoDisclosure[] = [
  songping('grassroots/assistance-list-songping', '2014-09-22', {
    kind: 'notice', categoryId: 'xiling-songping-songping.affairs', title: '松坪村最低生活保障审核公示', formedOn: '2014-09-22', summary: '审核公示。', body: '审核意见公示材料见公开栏。', channels: [channel('notice-board', '2014-09-22', '松坪村村务公开栏')], fields: { subject: '最低生活保障审核意见', from: '2014-09-22', to: '2014-09-28', objections: [] },
  }, { withdrawn: { on: '2014-09-24', ground: '公示材料载有申请人疾病情况和证件信息，涉及个人隐私，超出公示所需范围，予以撤下；更正后的公示只列户主称呼和人数。', decidedBy: '松坪镇人民政府', replacedBy: 'grassroots/assistance-list-songping-corrected' } }),
  songping('grassroots/assistance-list-songping-corrected', '2014-09-24', {
    kind: 'notice', categoryId: 'xiling-songping-songping.affairs', title: '松坪村最低生活保障审核公示（更正）', formedOn: '2014-09-24', openTerm: { term: 'temporary', until: '2014-09-30' }, summary: '更正后的审核公示：只列户主称呼和保障人数，不含证件、疾病、住址信息。',
    body: '因原公示含个人隐私，予以更正后重新公示，公示期重新计算。\n\n公示材料只列户主称呼和保障人数，张贴在村务公开栏；户数未公布，网上不重复登载名单。\n\n对审核意见有异议的，公示期内向松坪镇民政办公室提出。', basis: [law('社会救助暂行办法', '第十一条')], channels: [channel('notice-board', '2014-09-24', '松坪村村务公开栏')], fields: { subject: '最低生活保障审核意见', from: '2014-09-24', to: '2014-09-30', objections: [{ way: '当面或者来电', contact: '松坪镇民政办公室' }] },
  }, { expired: '2014-09-30' }),
];

const accounts = ([['qinghe-anping-shangwan', '上湾村'], ['qinghe-liulin-liulin', '柳林村'], ['fangbei-shibu-shibu', '石埠村'], ['xiling-songping-songping', '松坪村']] as const).map(([id, name]) =>
  by(id)(`grassroots/accounts-${id}`, '2026-11-09', {
    kind: 'budget', categoryId: `${id}.affairs`, title: `${name}2026年10月村级财务收支公开表`, formedOn: '2026-11-06', openTerm: { term: 'periodic', every: 'month' }, summary: `${name}集体财务收支按月公布；网上只登载科目，金额以公开栏张贴的收支表为准。`,
    body: `集体财务往来较多的村，财务收支每月公布一次。下表列出应当公布的科目；金额张贴在村务公开栏，由村务监督委员会核对，网上留空不作零处理。\n\n${name}村民对收支有疑问的，可以向村务监督委员会查询原始凭证。`, basis: [law('中华人民共和国村民委员会组织法', '第三十条')], channels: [channel('notice-board', '2026-11-09', `${name}村务公开栏`)],
    fields: { type: 'spending', fiscalYear: 2026, tables: [{ caption: `${name}村级财务收支科目`, columns: [{ key: 'kind', title: '类别', type: 'text' }, { key: 'item', title: '科目', type: 'text' }, { key: 'amount', title: '金额', type: 'money', unit: '元' }], rows: [['收入', '上级拨付补助'], ['收入', '集体经营收入'], ['支出', '公益事业支出'], ['支出', '办公支出'], ['支出', '其他支出']].map(([kind = '', item = '']) => ({ kind, item, amount: null })) }] },
    note: '金额以村务公开栏张贴的收支表为准，网上留空，不作为零。',
  }),
);

const duties = ([['qinghe-hekou-dukou', '渡口村'], ['nanping-nanmen-gulou', '鼓楼社区'], ['xiling-yunfeng-yunfeng', '云峰村']] as const).map(([id, name]) =>
  by(id)(`grassroots/reading-${id}`, '2013-12-09', {
    kind: 'institution', categoryId: `${id}.affairs`, title: `${name}政府信息查阅网点服务说明`, formedOn: '2013-12-05', summary: `${name}查阅网点的开放时间、可以查阅的材料和代查服务。`,
    body: `${name}查阅网点免费开放，由管理员值守。\n\n- **可以查阅**：县（区）、乡镇（街道）公开目录，办事指南，惠农政策明白卡，收费表。\n- **怎样查阅**：直接翻阅，不登记身份证件，不需要审批。\n- **代查**：不会上网的，由管理员代查、代为打印。\n- **查不到**：填写询问单，由联络员转有关机关解答。`, basis: id.startsWith('qinghe') ? [onKey('政务信息热线联络员岗位名录', 'grassroots/liaisons')] : [], channels: [channel('reading-point', '2013-12-09', `${name}查阅网点`)], fields: { type: 'guide', appliesTo: `${name}居民`, contacts: [{ name: `${name}查阅网点`, hours: '周二至周日 9:00—17:00' }], riskPoints: [] },
  }),
);

export const villages: DemoDisclosure[] = [...posts, ...privacy, ...accounts, ...duties];
