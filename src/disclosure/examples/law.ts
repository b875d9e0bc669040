import type { FieldsOf, Revision } from '../types.ts';
import { AGENCIES, published, referTo } from './build.ts';

export const normativeOld = published<'normative'>({
  kind: 'normative',
  title: '清河县河道采砂管理暂行规定',
  summary: '河道采砂的临时管理规定，已由《清河县河道采砂管理办法》替代。',
  body: '河道采砂由县水利局统一管理。\n\n未经批准，任何单位和个人不得在河道内采砂。',
  categoryId: 'A20_01',
  agency: AGENCIES.government,
  docNo: '清政发〔2009〕12号',
  publishedOn: '2009-04-10',
  effectiveOn: '2009-05-01',
  repealedOn: '2013-07-01',
  validity: 'repealed',
  fields: { genre: 'normative-document', issuers: ['清河县人民政府'], registrationNo: 'QHDR-2009-00012', validUntil: '2014-05-01' },
});

export const normative = published<'normative'>({
  kind: 'normative',
  title: '清河县河道采砂管理办法',
  summary: '规定河道采砂的许可、禁采区和禁采期、监督检查与法律责任，适用于清河县境内四条主要河流。',
  body: `# 第一章 总则

第一条 为加强河道采砂管理，维护河势稳定，保障防洪、供水和航运安全，根据[《中华人民共和国水法》]（https://www.example.org/water-law）等法律、法规，结合本县实际，制定本办法。

第二条 在本县境内四条主要河流的管理范围内从事采砂活动，适用本办法。

# 第二章 许可

第三条 河道采砂实行许可制度。申请人应当提交下列材料：

1. 采砂许可申请书；
2. 采砂作业方案，载明采砂地点、范围、深度、数量和作业方式；
3. 与第三人有利害关系的，提交协议或者说明。

第四条 县水利局应当自受理申请之日起**二十个工作日内**作出决定。

# 第三章 禁采

第五条 下列区域为禁采区：

| 河段 | 起止 | 理由 |
|---|---|---|
| 清河城区段 | 东门桥至西水闸 | 防洪、取水口保护 |
| 白溪口段 | 白溪口上下游各一公里 | 鱼类产卵场 |

第六条 每年三月一日至六月三十日为禁采期。

# 第四章 监督检查和责任

第七条 在重点地段安装电子监控设备。任何人都可以举报偷采行为。

第八条 未经许可采砂的，由县水利局责令停止违法行为，依法处罚。

# 第五章 附则

第九条 本办法自2013年7月1日起施行。`,
  categoryId: 'A20_01',
  agency: AGENCIES.government,
  docNo: '清政发〔2013〕18号',
  formedOn: '2013-05-28',
  publishedOn: '2013-06-03',
  effectiveOn: '2013-07-01',
  basis: [
    { title: '中华人民共和国水法', article: '第三十九条', url: 'https://www.example.org/water-law' },
    { title: '中华人民共和国行政许可法', article: '第三十条' },
  ],
  channels: [
    { carrier: 'website', on: '2013-06-03' },
    { carrier: 'broadcast', on: '2013-06-10', place: '县电视台' },
    { carrier: 'leaflet', on: '2013-06-15', place: '四大河流沿岸群众聚集区', quantity: '15000份' },
    { carrier: 'notice-board', on: '2013-06-04', place: '县水利局公示栏' },
  ],
  attachments: [
    { name: '河道采砂管理办法（正式文本）.pdf', mediaType: 'application/pdf', size: 482_133, sha256: 'a'.repeat(64) },
    { name: '禁采区示意图.png', mediaType: 'image/png', size: 1_930_221, sha256: 'b'.repeat(64) },
  ],
  fields: { genre: 'normative-document', issuers: ['清河县人民政府'], registrationNo: 'QHDR-2013-00018', validUntil: '2018-07-01' },
});
normative.chain.supersedes.push(referTo(normativeOld));
normativeOld.chain.supersededBy.push(referTo(normative));

const five: FieldsOf<'power'>['items'] = [
  { code: 'QL-01', name: '河道采砂许可', actType: 'licence', basis: '《中华人民共和国水法》第三十九条', holder: '业务股', conditions: '不在禁采区、禁采期内', procedure: '受理、现场勘查、公示、决定', days: 15 },
  { code: 'QL-02', name: '取水许可', actType: 'licence', basis: '《中华人民共和国水法》第四十八条', holder: '业务股', days: 20 },
  { code: 'QL-03', name: '对无证采砂的处罚', actType: 'penalty', basis: '《清河县河道采砂管理办法》第八条', holder: '水政监察大队' },
  { code: 'QL-04', name: '水资源费征收', actType: 'levy', basis: '《取水许可和水资源费征收管理条例》第二十八条', holder: '水管站' },
  { code: 'QL-05', name: '水土保持监督检查', actType: 'inspection', basis: '《中华人民共和国水土保持法》第四十三条', holder: '水保站' },
];

const eight: FieldsOf<'power'>['items'] = [
  ...five.map((item) => (item.code === 'QL-02' ? { ...item, days: 15, conditions: '有取水工程和计量设施' } : item.code === 'QL-03' ? { ...item, name: '对无证采砂、超范围采砂的处罚' } : item)),
  { code: 'QL-06', name: '渔业资源保护监督检查', actType: 'inspection', basis: '《清河县人民政府禁渔令》', holder: '水政监察大队' },
  { code: 'QL-07', name: '对毒鱼、电鱼的处罚', actType: 'penalty', basis: '《中华人民共和国渔业法》第三十八条', holder: '水政监察大队' },
  { code: 'QL-08', name: '开发建设项目水土保持方案审批', actType: 'licence', basis: '《中华人民共和国水土保持法》第二十五条', holder: '水保站', days: 10, delegatedFrom: '清川市水利局' },
];

export const power = published<'power'>({
  kind: 'power',
  title: '清河县水利局权力清单',
  summary: '根据行政执法机关的职能重新梳理，行政权力事项由原来的5项调整为8项。',
  body: '本清单所列事项以外，县水利局不对公民、法人和其他组织行使行政权力。',
  publishedOn: '2014-03-12',
  revision: 3,
  fields: { items: eight },
});
power.chain.revisions = [
  { revision: 1, on: '2013-03-01', title: '清河县水利局权力清单' },
  { revision: 2, on: '2014-03-12', reason: '按照简政放权要求重新梳理，由5项调整为8项', title: '清河县水利局权力清单' },
  { revision: 3, on: '2014-09-01', reason: '补充事项的设定依据', title: '清河县水利局权力清单' },
];

const { kind, agencyId, categoryId, title, summary, body, formedOn, openTerm, basis, channels, attachments, links } = power;
const authored = { kind, agencyId, categoryId, title, formedOn, openTerm, basis, channels, attachments, links };

/** Full texts of the revisions of the power list. */
export const powerRevisions: Revision[] = [
  { revision: 1, on: '2013-03-01', content: { ...authored, summary: '县水利局行使的5项行政权力。', body: '本清单所列事项以外，县水利局不行使行政权力。', fields: { items: five } } },
  { revision: 2, on: '2014-03-12', reason: '按照简政放权要求重新梳理，由5项调整为8项', content: { ...authored, summary, body, fields: { items: eight } } },
  { revision: 3, on: '2014-09-01', reason: '补充事项的设定依据', content: { ...authored, summary, body, fields: { items: eight.map((item) => (item.code === 'QL-06' ? { ...item, basis: '《清河县人民政府禁渔令》《中华人民共和国渔业法》' } : item)) } } },
];

export const clarification = published<'clarification'>({
  kind: 'clarification',
  title: '关于“禁渔令施行后沿河居民不得下河”的澄清',
  summary: '禁渔令禁止的是毒鱼、电鱼和禁渔期内的捕捞，不限制沿河居民正常用水和通行。',
  body: '',
  categoryId: 'A20_15',
  publishedOn: '2014-05-09',
  openTerm: { term: 'temporary', until: '2014-11-09' },
  note: '本澄清依据《政府信息公开条例》第六条发布。',
  fields: {
    claim: '“禁渔令施行以后，沿河居民一律不得下河，下河就罚款。”',
    fact: '《清河县人民政府禁渔令》禁止毒鱼、电鱼以及在禁渔期内捕捞，没有限制沿河居民取水、洗涤、通行。2014年以来查处的6起案件全部是毒鱼案件，没收渔具15套，没有因居民正常下河作出处罚。',
    evidence: [
      { title: '清河县河道采砂管理办法', disclosureId: normative.id },
      { title: '禁渔令全文', url: 'https://www.example.org/fishing-ban' },
    ],
  },
});
clarification.chain.clarifies.push(referTo(normative));
normative.chain.clarifiedBy.push(referTo(clarification));
