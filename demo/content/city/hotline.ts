import type { DemoDisclosure } from '../types.ts';
import { addressOf, articles, bullets, item, md, phoneOf, web } from './build.ts';

const HOTLINE = 'qingchuan-hotline';

const platform = item('city-hotline-platform', '2014-01-06', {
  agencyId: HOTLINE, categoryId: 'A20_10', kind: 'project',
  title: '12345市民服务热线平台建设情况',
  summary: '整合全市非紧急报警类政务服务热线，108个单位接入，设45个坐席，24小时接听，12月26日正式运行。',
  formedOn: '2013-12-26',
  body: md('整合全市非紧急报警类政务服务热线电话，建立12345市民服务热线社会求助平台。', bullets('将市级所有政府部门、群团组织及部分公共企事业单位、区县政府共108个单位网络平台全部纳入', '形成市、区县、乡镇（街道）、社区（村）四级工作网络', '建成规范的呼叫中心，设45个坐席，24小时接听市民来电', '2013年12月26日正式运行')),
  channels: [web('2014-01-06'), { carrier: 'broadcast', on: '2013-12-26', place: '本市广播电视台' }, { carrier: 'leaflet', on: '2013-12-26', place: '各社区便民服务点' }],
  fields: {
    type: 'project', lead: '清川市12345市民服务热线管理办公室', partners: ['市政府办公厅', '市信息产业局', '各区县人民政府'],
    stages: [
      { name: '整合政务服务热线', state: 'done', detail: '非紧急报警类热线' },
      { name: '108个单位网络平台接入', state: 'done' },
      { name: '建成四级工作网络', state: 'done', detail: '市、区县、乡镇（街道）、社区（村）' },
      { name: '建成呼叫中心', state: 'done', detail: '45个坐席' },
      { name: '正式运行', state: 'done', on: '2013-12-26' },
    ],
  },
});

const figures = item('city-hotline-statistics', '2014-01-06', {
  agencyId: HOTLINE, categoryId: 'A20_04', kind: 'statistics',
  title: '12345市民服务热线平台规模统计',
  summary: '网络单位108个，坐席45个，工作网络四级；按单位类别的数量和来电量未公布。',
  formedOn: '2013-12-26',
  body: md('本表为热线开通时公布的平台规模。', '108个单位包括市级政府部门、群团组织、部分公共企事业单位和区县政府，分类数量没有公布，表中以空值列示。来电量自运行之日起统计，届时按期公布。'),
  channels: [web('2014-01-06')],
  fields: {
    period: '2013年12月26日开通时',
    tables: [
      { caption: '平台规模', columns: [{ key: 'name', title: '项目', type: 'text' }, { key: 'n', title: '数量', type: 'integer' }, { key: 'unit', title: '单位', type: 'text' }], rows: [{ name: '网络单位', n: 108, unit: '个' }, { name: '坐席', n: 45, unit: '个' }, { name: '工作网络层级', n: 4, unit: '级' }, { name: '每日接听时间', n: 24, unit: '小时' }] },
      { caption: '网络单位构成', columns: [{ key: 'type', title: '类别', type: 'text' }, { key: 'n', title: '数量', type: 'integer', unit: '个' }], rows: [{ type: '市级政府部门', n: null }, { type: '群团组织', n: null }, { type: '部分公共企事业单位', n: null }, { type: '区县政府', n: null }, { type: '合计', n: 108 }] },
    ],
    checks: [{ statement: '合计108个可以由分类数量复核', holds: false, note: '分类数量未公布' }],
  },
});

const rules = item('city-hotline-rules', '2014-01-06', {
  agencyId: HOTLINE, categoryId: 'A20_01', kind: 'normative',
  title: '清川市12345市民服务热线管理办法',
  summary: '规定受理范围、首问登记、交办、督办、回访和公开，明确四级工作网络的职责。',
  docNo: '清政办发〔2013〕50号', formedOn: '2013-12-16', effectiveOn: '2013-12-26',
  body: articles('## 受理', '热线受理非紧急报警类的咨询、求助、投诉和建议。紧急报警、急救、火警拨打专用电话。', '24小时接听。接听人员首问负责，当场能答复的当场答复，不能当场答复的登记交办。', '## 交办', '按照职责确定承办单位；几个单位都有职责的，确定牵头单位，承办单位不得互相推诿。', '四级网络单位在本级职责范围内办理，超出职责的说明理由退回，由热线办重新交办并记录原因。', '## 督办和回访', '临近期限自动提醒，逾期督办，办结后回访。回访不满意的退回重办。', '## 保密和公开', '对来电人的身份和联系方式保密，不得向被投诉人泄露。', '常见问题和答复隐去个人信息后公开。来电内容属于申请公开政府信息的，告知申请途径。'),
  channels: [web('2014-01-06')],
  fields: { genre: 'normative-document', issuers: ['清川市人民政府办公厅'], registrationNo: '清规〔2013〕031' },
});

const service = item('city-hotline-service', '2014-01-06', {
  agencyId: HOTLINE, categoryId: 'A20_05', kind: 'service',
  title: '拨打12345市民服务热线办理流程',
  summary: '来电、登记、交办、答复、回访五个环节；公开首问负责和退回规则。',
  formedOn: '2013-12-26',
  body: md('拨打12345,24小时接听。请说明时间、地点、事项和诉求，便于准确交办。', '来电人可以凭受理编号查询进度。编号不含个人信息。'),
  basis: [{ title: '《清川市12345市民服务热线管理办法》', key: 'city-hotline-rules' }],
  channels: [web('2014-01-06')],
  fields: {
    actType: 'other', audience: 'both', basis: ['《清川市12345市民服务热线管理办法》'], conditions: ['非紧急报警类事项'], materials: [],
    flow: {
      nodes: [
        { id: 'call', type: 'start', label: '来电', detail: '24小时', actor: '市民' }, { id: 'log', type: 'step', label: '首问登记，给出受理编号', actor: '话务员' }, { id: 'now', type: 'decision', label: '能否当场答复', actor: '话务员' },
        { id: 'answer', type: 'end', label: '当场答复', actor: '话务员' }, { id: 'assign', type: 'step', label: '交办承办单位', detail: '市、区县、乡镇（街道）、社区（村）四级网络', actor: '热线办' },
        { id: 'handle', type: 'step', label: '办理并答复', actor: '承办单位' }, { id: 'callback', type: 'decision', label: '回访是否满意', actor: '热线办' }, { id: 'close', type: 'end', label: '办结归档', actor: '热线办' },
      ],
      edges: [{ from: 'call', to: 'log' }, { from: 'log', to: 'now' }, { from: 'now', to: 'answer', label: '能' }, { from: 'now', to: 'assign', label: '不能' }, { from: 'assign', to: 'handle' }, { from: 'handle', to: 'callback' }, { from: 'callback', to: 'close', label: '满意' }, { from: 'callback', to: 'handle', label: '不满意，退回重办' }],
    },
    fees: [], windows: [{ name: '12345呼叫中心', address: addressOf(HOTLINE), hours: '24小时', phone: phoneOf(HOTLINE) }], result: '办理答复',
  },
});

const network = item('city-hotline-network', '2014-01-20', {
  agencyId: HOTLINE, categoryId: 'A20_02', kind: 'institution',
  title: '12345热线四级工作网络和分级办理规则',
  summary: '市、区县、乡镇（街道）、社区（村）各级在热线办理中的职责，以及跨级转办规则。',
  formedOn: '2014-01-13',
  body: md('| 层级 | 职责 |\n|---|---|\n| 市 | 统一接听、登记、交办、督办、回访 |\n| 区县 | 办理本级职责事项，向下交办并审核结果 |\n| 乡镇（街道） | 办理辖区事项，现场核实 |\n| 社区（村） | 收集情况、协助解释和回访 |', '跨级转办保留全过程记录，来电人可以查询当前承办单位。'),
  basis: [{ title: '《清川市12345市民服务热线管理办法》', key: 'city-hotline-rules' }],
  channels: [web('2014-01-20'), { carrier: 'notice-board', on: '2014-01-20', place: '各网络单位公开栏', quantity: '108个单位' }],
  fields: { type: 'system', appliesTo: '108个网络单位和四级工作网络', contacts: [{ name: '督办科', phone: phoneOf(HOTLINE, '监督投诉') }], riskPoints: [] },
});

const posts = item('city-hotline-posts', '2014-01-20', {
  agencyId: HOTLINE, categoryId: 'A20_15', kind: 'personnel',
  title: '12345呼叫中心坐席岗位设置',
  summary: '呼叫中心共设45个坐席，24小时轮班接听。',
  formedOn: '2014-01-13',
  body: md('呼叫中心共设45个坐席，24小时接听市民来电。坐席岗位实行工号服务，通话录音保存备查。', '各班次的坐席人数未公布。'),
  channels: [web('2014-01-20')],
  fields: { type: 'roster', posts: [{ post: '呼叫中心坐席', count: 45, requirement: '熟悉受理范围和各单位职责，使用文明用语', note: '24小时轮班' }] },
});

export const hotline: DemoDisclosure[] = [platform, figures, rules, service, network, posts];
