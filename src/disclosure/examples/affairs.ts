import { AGENCIES, published } from './build.ts';

export const service = published<'service'>({
  kind: 'service',
  title: '河道采砂许可办事指南',
  summary: '在清河县境内河道管理范围内采砂的单位和个人，采砂前应当取得许可。',
  body: '领取许可证后，请在作业现场公示许可内容，并接受电子监控。',
  categoryId: 'A20_05',
  publishedOn: '2014-04-01',
  attachments: [{ name: '采砂许可申请书（空白表）.docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', size: 28_672, sha256: 'c'.repeat(64) }],
  fields: {
    actType: 'licence',
    audience: 'both',
    basis: ['《中华人民共和国水法》第三十九条', '《清河县河道采砂管理办法》第三条至第六条'],
    conditions: ['采砂地点不在禁采区内', '作业时间不在禁采期内（每年三月一日至六月三十日）', '有符合要求的作业方案和环境保护措施'],
    materials: [
      { name: '采砂许可申请书', form: 'original', copies: 2 },
      { name: '申请人身份证明或者营业执照', form: 'copy', copies: 1, note: '现场核对原件，当场退还' },
      { name: '采砂作业方案', form: 'either', copies: 2, note: '载明地点、范围、深度、数量和作业方式' },
      { name: '采砂范围坐标图', form: 'electronic' },
    ],
    flow: {
      nodes: [
        { id: 'apply', type: 'start', label: '提交申请', detail: '在窗口提交，或者邮寄。窗口实行首问负责制，由首位接待人全程引导。' },
        { id: 'check', type: 'decision', label: '材料齐全吗', actor: '政务服务窗口', days: 1, detail: '材料不齐的，一次告知全部需要补正的内容。' },
        { id: 'amend', type: 'step', label: '补正材料', actor: '申请人' },
        { id: 'survey', type: 'step', label: '现场勘查', actor: '水政监察大队', days: 4, detail: '两名执法人员到场，勘查记录由双方签字。' },
        { id: 'experts', type: 'step', label: '防洪影响评估', actor: '业务股', days: 3 },
        { id: 'notice', type: 'step', label: '公示', actor: '业务股', days: 5, detail: '在局公示栏和网站公示，收集利害关系人意见。' },
        { id: 'decide', type: 'decision', label: '审查决定', actor: '局长办公会', days: 2 },
        { id: 'grant', type: 'end', label: '发放许可证' },
        { id: 'refuse', type: 'end', label: '不予许可，书面说明理由' },
      ],
      edges: [
        { from: 'apply', to: 'check' },
        { from: 'check', to: 'amend', label: '不齐全' },
        { from: 'amend', to: 'check', label: '补齐后' },
        { from: 'check', to: 'survey', label: '齐全' },
        { from: 'check', to: 'experts', label: '涉及防洪' },
        { from: 'survey', to: 'notice' },
        { from: 'experts', to: 'notice' },
        { from: 'notice', to: 'decide' },
        { from: 'decide', to: 'grant', label: '符合条件' },
        { from: 'decide', to: 'refuse', label: '不符合' },
      ],
    },
    statutoryDays: 20,
    pledgedDays: 15,
    fees: [],
    windows: [{ name: '清河县政务服务中心水利窗口', address: '清河县滨河路18号政务服务中心一楼12号窗口', hours: '工作日 9:00—12:00，13:30—17:00', phone: '0000-8810012' }],
    result: '河道采砂许可证',
  },
});

export const notice = published<'notice'>({
  kind: 'notice',
  title: '2014年度减免税拟审批公示',
  summary: '按照“三级审批一公示”制度，对拟批准的减免税事项予以公示。',
  body: '',
  categoryId: 'A20_15',
  agency: AGENCIES.tax,
  publishedOn: '2014-10-08',
  fields: {
    subject: '三级审批一公示：拟批准减免税的纳税人名单',
    from: '2014-10-08',
    to: '2014-10-17',
    entries: ['方泽区永兴街道个体工商户12户，减免理由：残疾人就业', '清川市通达机械厂，减免理由：自然灾害损失', '方泽区惠民超市，减免理由：安置下岗失业人员'],
    objections: [{ way: '来电', contact: '0000-8830366' }, { way: '来信', contact: '清川市方泽区财税路6号纳税服务股' }, { way: '来访', contact: '领导干部定期公开接访日，办税服务厅二楼' }],
    outcome: '公示期内收到1条意见，经核实不影响审批，已书面答复提出人。',
  },
});

export const penalty = published<'decision'>({
  kind: 'decision',
  title: '关于清河县顺达砂石经营部无证采砂的行政处罚决定',
  summary: '在白溪口禁采区无证采砂，责令停止违法行为并处罚款。',
  body: '',
  categoryId: 'A20_06',
  docNo: '清水罚〔2014〕5号',
  publishedOn: '2014-08-21',
  fields: {
    act: 'penalty', decisionNo: '清水罚〔2014〕5号', party: '清河县顺达砂石经营部', creditCode: '91370000MA3ABCDE1X', basis: '《中华人民共和国水法》第三十九条，《清河县河道采砂管理办法》第八条', decidedOn: '2014-08-15', authority: '清河县水利局', status: 'performed',
    cause: '2014年7月29日夜间，在白溪口禁采区使用挖掘机采砂，电子监控设备记录全过程，现场查获砂石约60立方米。', category: '罚款；没收违法所得', result: '一、责令立即停止违法采砂行为；二、没收违法所得3600元；三、处罚款20000元。',
  },
});

export const licence = published<'decision'>({
  kind: 'decision',
  title: '准予清河县安泰建材有限公司河道采砂的决定',
  summary: '许可在清河下游东岭段采砂，有效期一年。',
  body: '',
  categoryId: 'A20_05',
  publishedOn: '2014-09-12',
  fields: { act: 'licence', decisionNo: '清水许〔2014〕3号', party: '清河县安泰建材有限公司', creditCode: '91370000MA3FGHJK2Y', basis: '《清河县河道采砂管理办法》第三条、第四条', decidedOn: '2014-09-10', authority: '清河县水利局', status: 'valid', content: '在清河下游东岭段K12至K14之间采砂，年采量不超过5万立方米，深度不超过2米。', validFrom: '2014-09-15', validTo: '2015-09-14' },
});

export const correction = published<'decision'>({
  kind: 'decision',
  title: '关于清理东门桥下弃渣的整改通知',
  summary: '2014年下发的40份整改通知之一。',
  body: '',
  categoryId: 'A20_06',
  publishedOn: '2014-05-20',
  fields: { act: 'correction', decisionNo: '清水改〔2014〕17号', party: '安平高速公路某标段项目部', basis: '《中华人民共和国防洪法》第二十二条', decidedOn: '2014-05-16', authority: '清河县水利局', status: 'performed', cause: '施工弃渣堆放在东门桥下河道内，影响行洪。', demand: '在期限内清除弃渣，恢复河道原状，并报县水利局验收。', dueOn: '2014-05-31' },
});

export const project = published<'project'>({
  kind: 'project',
  title: '重点偷采地段电子监控工程',
  summary: '在重点偷采地段投资3万元安装电子监控设备，禁采区偷采现象得到遏制。',
  body: '',
  categoryId: 'A20_10',
  publishedOn: '2014-06-18',
  openTerm: { term: 'staged', nextOn: '2015-01-15' },
  nextDueOn: '2015-01-15',
  fields: {
    type: 'project', no: 'QHSL-2014-07', lead: '清河县水利局水政监察大队', partners: ['清河县公安局', '白溪镇人民政府'], amountWanYuan: 3,
    stages: [
      { name: '选点论证', state: 'done', on: '2014-02-20', actor: '水政监察大队', detail: '根据2013年巡查记录和群众举报，选定4处重点地段。' },
      { name: '招标采购', state: 'done', on: '2014-04-11', actor: '县公共资源交易中心' },
      { name: '安装调试', state: 'done', on: '2014-05-30', actor: '施工单位' },
      { name: '试运行', state: 'current', on: '2014-06-15', actor: '水政监察大队', detail: '24小时值守，发现偷采30分钟内到场。' },
      { name: '竣工验收和公开决算', state: 'planned' },
    ],
  },
});

export const meeting = published<'meeting'>({
  kind: 'meeting',
  title: '《清川市电梯安全管理办法（征求意见稿）》立法听证会',
  summary: '10位陈述人就电梯使用管理者的确定、安全监控要求等问题陈述意见并辩论。',
  body: '',
  categoryId: 'A20_15',
  agency: AGENCIES.legal,
  publishedOn: '2013-09-16',
  fields: {
    type: 'hearing', subject: '电梯使用管理者的确定、住宅小区电梯安全管理要求、电梯安全监控要求', heldOn: '2013-09-12', place: '清川市市府大道1号会议厅',
    roles: [
      { role: '陈述人', group: '市（居）民代表', count: 3 }, { role: '陈述人', group: '电梯企业代表', count: 2 }, { role: '陈述人', group: '物业服务企业代表', count: 2 },
      { role: '陈述人', group: '律师代表', count: 1 }, { role: '陈述人', group: '媒体代表', count: 1 }, { role: '陈述人', group: '街道代表', count: 1 }, { role: '旁听人代表', count: 3 },
    ],
    selection: '公开报名，由新闻媒体全程参与陈述人遴选。',
    liveUrl: 'https://live.example.org/hearing',
    agenda: ['起草单位说明', '陈述人陈述意见', '辩论', '旁听人代表发言', '听证主持人小结'],
    outcome: '采纳意见6条，部分采纳3条，未采纳4条；未采纳的逐条说明理由。',
  },
});
