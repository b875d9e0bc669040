import type { RequestContent } from '@sunlit/contract';
import type { SeededRequest, SeededStep } from '@sunlit/server';

/*
 * Requests as the officers of two agencies find them on their desk: new ones, such as are due soon or late, and such as have ended
 * in one way or another. Days count back from the day on which they are entered. Applicants are roles; there is nobody behind them.
 */

const person = (which: string): RequestContent['applicant'] => ({
  type: 'naturalPerson', name: `申请人${which}`, identity: { type: 'other', number: `演示${which}` }, contact: { email: 'applicant@example.org', address: '演示地址' },
});
const business = (name: string): RequestContent['applicant'] => ({ type: 'business', name, contactPerson: '经办人', contact: { email: 'company@example.org' } });

const to = (agencyId: string) => (applicant: RequestContent['applicant'], title: string, description: string): RequestContent => ({
  agencyId, applicant, wanted: { title, description }, form: 'electronic', route: 'online',
});
const water = to('qinghe-water');
const tax = to('fangbei-tax');
const [ofWater, ofTax] = ['water-requests', 'tax-requests'];

/** Received, registered and given to its officer on a day. */
const taken = (ago: number, label: string): SeededStep[] => [{ ago, take: 'receive' }, ...registered(ago, label)];
const registered = (ago: number, label: string): SeededStep[] => [{ ago, take: 'register', stated: { label } }, { ago, take: 'assign' }];
const ended = (ago: number, reply: object): SeededStep[] => [{ ago, take: 'decide', stated: { reply } }, { ago, take: 'serve', stated: { way: 'electronic' } }];

export const requests: readonly SeededRequest[] = [
  {
    ago: 40, channel: 'online', officer: ofWater, content: water(person('乙'), '无证采砂行政处罚决定', '二〇一四年处罚无证采砂行为的决定书'),
    steps: [
      ...taken(40, '采砂处罚决定'),
      { ago: 26, release: { name: '行政处罚决定书（区分处理）.txt', text: '行政处罚决定书\n\n当事人：［依照第十五条不予公开］\n\n当事人未取得河道采砂许可采砂，依照《中华人民共和国水法》予以处罚。\n' } },
      ...ended(25, { outcome: 'partial', withheld: [{ what: '当事人姓名、住址', ground: 'E15_THIRD' }], remedy: 'reconsider-first' }),
    ],
  },
  {
    ago: 30, channel: 'counter', officer: ofWater, content: water(person('甲'), '增殖放流方案', '向县内四大河流投放鱼苗的方案'),
    steps: [
      ...registered(30, '鱼苗投放方案'),
      { ago: 23, release: { name: '增殖放流方案.txt', text: '增殖放流方案\n\n在县内四大河流投放鱼苗，促进渔业资源恢复。\n' } },
      ...ended(22, { outcome: 'granted', remedy: 'either' }),
      { ago: 21, take: 'archive' },
    ],
  },
  {
    ago: 27, channel: 'online', officer: ofWater, content: water(business('某采砂企业'), '河道采砂许可审批材料', '安平高速公路开工以来河道采砂许可的审批材料'),
    steps: [
      ...taken(27, '采砂许可审批材料'),
      { ago: 12, take: 'extend', stated: { workdays: 10, reason: '涉及多个年度的审批档案', approvedBy: '办公室主任' } },
    ],
  },
  {
    ago: 24, channel: 'online', officer: ofWater, content: water(person('丙'), '水政监察整改通知', '二〇一四年下发的整改通知的清单'),
    steps: [...taken(23, '整改通知清单'), { ago: 1, urge: '该件已超过答复期限，请说明情况并尽快答复。', by: 'city-supervisor' }],
  },
  {
    ago: 16, channel: 'counter', officer: ofWater, content: water(business('某养殖企业'), '毒鱼案件查处情况', '二〇一四年查处毒鱼案件的处理结果'),
    steps: registered(16, '毒鱼案件处理结果'),
  },
  {
    ago: 15, channel: 'fax', officer: ofWater, content: water(person('丁'), '河道采砂作业方案', '安平段采砂企业报送的作业方案'),
    steps: [
      ...taken(15, '采砂作业方案'),
      { ago: 10, take: 'consult', stated: { party: 'third-party', name: '某采砂企业', about: '是否同意公开所报送的采砂作业方案', way: 'hand' } },
    ],
  },
  {
    ago: 14, channel: 'online', officer: ofWater, content: water(person('甲'), '增殖放流方案', '向县内四大河流投放鱼苗的方案'),
    steps: [...taken(14, '鱼苗投放方案'), ...ended(12, { outcome: 'repeat', grounds: '本机关已就相同的政府信息作出答复。', pointsTo: '此前以电子文件提供的《增殖放流方案》', remedy: 'either' })],
  },
  {
    ago: 12, channel: 'online', officer: ofWater, content: water(person('戊'), '水利宣传支出', '水法宣传方面的材料'),
    steps: [...taken(12, '宣传支出'), { ago: 8, take: 'ask-correction', stated: { points: ['所指的年度', '所指的是宣传方案、采购合同还是支出凭证'], workdays: 15, way: 'electronic' } }],
  },
  {
    ago: 9, channel: 'post-registered', officer: ofWater, content: water(person('己'), '禁渔令起草说明', '《禁渔令》的起草说明'),
    steps: [...taken(8, '禁渔令起草说明'), { ago: 6, take: 'transfer', stated: { to: 'qinghe' } }],
  },
  {
    ago: 3, channel: 'online', officer: ofWater, content: water(person('庚'), '监控设备采购文件', '重点偷采地段电子监控设备的采购文件'),
    steps: taken(3, '监控设备采购'),
  },
  { ago: 1, channel: 'online', officer: ofWater, content: water(person('辛'), '重大决策听证记录', '重大决策听证制度实施以来的听证记录'), steps: [] },
  {
    ago: 45, channel: 'online', officer: ofTax, content: tax(person('壬'), '税务稽查材料', '稽查方面的材料'),
    steps: [...taken(45, '稽查材料'), { ago: 41, take: 'ask-correction', stated: { points: ['所指的年度和事项'], workdays: 15, way: 'electronic' } }],
  },
  {
    ago: 35, channel: 'online', officer: ofTax, content: tax(business('某商贸企业'), '同行业业户定额核定明细', '北关街道同行业业户的申报数据和核定明细'),
    steps: [
      ...taken(35, '定额核定明细'),
      ...ended(20, { outcome: 'denied-third-party', grounds: '申报数据涉及其他业户的商业秘密，公开会损害其合法权益。', remedy: 'reconsider-first' }),
    ],
  },
  { ago: 20, channel: 'online', officer: ofTax, content: tax(person('癸'), '执法监督员名单', '聘请的执法监督员的名单'), steps: [...taken(20, '执法监督员'), { ago: 18, take: 'withdraw' }] },
  {
    ago: 10, channel: 'counter', officer: ofTax, content: { ...tax({ type: 'research', name: '某研究机构', contactPerson: '经办人', contact: { email: 'research@example.org' } }, '减免税审批材料', '三年来减免税的全部审批材料'), form: 'paper', route: 'counter' },
    steps: [...registered(10, '减免税审批'), { ago: 6, take: 'notice-fee', stated: { fee: { scale: 'pages', pages: 180 }, way: 'hand' } }],
  },
  { ago: 6, channel: 'online', officer: ofTax, content: tax(business('某个体业户'), '定额公示办法', '税额核定公示的办法'), steps: taken(6, '定额公示办法') },
];
