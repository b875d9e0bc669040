import { by, channel, law, onKey, type DemoDisclosure } from '../types.ts';

const water = by('qinghe-water');

/** What a recipient can check against the measures; beside the notice, not part of it. */
const CHECKS: [topic: string, text: string][] = [
  ['许可有效性', '核对许可编号、采砂范围和期限，许可不得转让、出租、出借（办法第十六条）。'],
  ['禁采区', '核对作业位置是否进入堤防、护岸、桥梁、涵闸安全保护范围或者饮用水水源保护区（办法第八条）。'],
  ['禁采期', '汛期和公告的其他时段停止作业，撤出影响行洪的设备（办法第九条）。'],
  ['公示牌', '在显著位置设置公示牌，载明许可编号、范围、期限、作业方式和监督电话（办法第十七条）。'],
  ['作业范围', '在许可的范围、深度和期限内作业（办法第十八条第一项）。'],
  ['行洪障碍', '不得在河道内设置阻碍行洪的障碍物（办法第十八条第二项）。'],
  ['弃料平复', '及时清运砂石，平整弃料堆，作业结束后平复河道（办法第十八条第三项）。'],
  ['水体保护', '不得向河道排放油污、倾倒垃圾（办法第十八条第四项）。'],
  ['工程用砂', '重点工程用砂从可采区有序供应，不得突破规划范围（办法第十九条）。'],
  ['配合检查', '检查人员应当出示证件，被检查人应当配合并如实提供资料（办法第二十一条）。'],
];

const notices: DemoDisclosure[] = Array.from({ length: 40 }, (_, i) => {
  const no = i + 1;
  const [topic, text] = CHECKS[i % CHECKS.length] ?? ['', ''];
  return water(`water/correction-2014-${String(no).padStart(2, '0')}`, '2014-12-31', {
    kind: 'decision', categoryId: 'qinghe-water.enforcement', title: `水政资源监管整改通知〔2014〕第${no}号（附自查要点：${topic}）`, docNo: `清水政整〔2014〕${no}号`, formedOn: '2014-12-31',
    summary: `2014年水政资源监管下发的40份整改通知之第${no}份，公开编号、年度和整改类型，附采砂作业点自查要点“${topic}”。`,
    body: `| 项目 | 内容 |\n| --- | --- |\n| 编号 | 清水政整〔2014〕${no}号（全年共40份） |\n| 年度 | 2014年 |\n| 下发单位 | 清河县水利局 |\n| 整改类型 | 停止无证采砂，或者按许可要求规范采砂 |\n| 未公开的内容 | 采砂作业点名称、位置、具体事由、整改期限和复查结果，年度汇总材料未逐份载明 |\n\n**自查要点（${topic}）**：${text}自查要点供各采砂作业点对照，不表示本通知所涉事由。\n\n需要了解本通知具体内容的，可持编号向县水利局办公室提出政府信息公开申请。`,
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十一条'), law('中华人民共和国水法', '第三十九条')],
    channels: [channel('notice-board', '2014-12-31', '县水利局公示栏')],
    fields: {
      act: 'correction', decisionNo: `清水政整〔2014〕${no}号`, party: '采砂作业点（名称不公开）', basis: '《中华人民共和国水法》第三十九条；《清河县河道采砂管理办法》第二十一条', decidedOn: '2014-12-31', authority: '清河县水利局', status: 'valid',
      cause: '水政资源监管中发现需要整改的采砂行为（具体事由未公开）', demand: '停止无证采砂，或者按照许可要求规范采砂；以送达的通知书为准',
    },
    note: '汇报材料只公布2014年全年整改通知总数40份，逐份日期未公布；本条日期按年度末登记。',
  });
});

const penalties: DemoDisclosure[] = Array.from({ length: 5 }, (_, i) => {
  const no = i + 1;
  return water(`water/penalty-2014-${no}`, '2014-12-31', {
    kind: 'decision', categoryId: 'qinghe-water.enforcement', title: `无证采砂行政处罚决定〔2014〕第${no}号`, docNo: `清水政罚〔2014〕${no}号`, formedOn: '2014-12-31',
    summary: `2014年处罚的5起无证采砂行为之第${no}起。公开违法行为类型和依据；处罚种类、数额未公布。`,
    body: `2014年，县水利局依法处罚无证采砂行为5起，本件为第${no}起。\n\n- **违法行为**：未取得河道采砂许可，擅自在河道管理范围内采砂。\n- **依据**：国家对河道采砂实行许可制度；河道管理范围内采砂须报经河道主管机关批准。\n- **当事人权利**：对决定不服的，可以依法申请行政复议或者提起行政诉讼。\n- **未公布内容**：当事人名称、采砂地点、处罚种类和数额。\n\n证人和举报人的信息依法不予公开。`,
    basis: [law('中华人民共和国水法', '第三十九条'), law('中华人民共和国河道管理条例', '第二十五条'), onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十四条')],
    channels: [channel('notice-board', '2014-12-31', '县水利局公示栏'), channel('website', '2014-12-31')],
    fields: {
      act: 'penalty', decisionNo: `清水政罚〔2014〕${no}号`, party: '采砂当事人（名称不公开）', basis: '《中华人民共和国水法》第三十九条；《中华人民共和国河道管理条例》第二十五条', decidedOn: '2014-12-31', authority: '清河县水利局', status: 'valid',
      cause: '无证采砂', category: '水行政处罚（种类未公布）', result: '已依法给予行政处罚；种类和数额未在年度材料中公布',
    },
    note: '汇报材料只公布全年处罚5起，逐件日期未公布；本条日期按年度末登记。',
  });
});

const statistics: DemoDisclosure[] = [
  water('water/enforcement-statistics-2014', '2014-12-31', {
    kind: 'statistics', categoryId: 'qinghe-water.enforcement', title: '清河县水利局2014年水政渔政执法统计', formedOn: '2014-12-31', openTerm: { term: 'periodic', every: 'year' },
    summary: '2014年下发整改通知40份，处罚无证采砂5起，查处毒鱼案件6起，没收渔具15套。',
    body: '2014年全年执法情况见表。整改通知和处罚决定已按编号逐件登记公开；毒鱼案件公开件数和没收渔具数量。案件当事人、证人、举报人信息不公开。',
    basis: [onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十二条'), law('中华人民共和国渔业法', '第三十条')],
    channels: [channel('notice-board', '2014-12-31', '县水利局公示栏'), channel('website', '2014-12-31')],
    fields: {
      period: '2014年',
      tables: [{
        caption: '水政渔政执法情况', columns: [{ key: 'item', title: '项目', type: 'text' }, { key: 'field', title: '领域', type: 'text' }, { key: 'count', title: '数量', type: 'integer' }, { key: 'unit', title: '单位', type: 'text' }],
        rows: [{ item: '下发整改通知', field: '水政资源监管', count: 40, unit: '份' }, { item: '处罚无证采砂', field: '水政资源监管', count: 5, unit: '起' }, { item: '查处毒鱼案件', field: '渔业管理', count: 6, unit: '起' }, { item: '没收渔具', field: '渔业管理', count: 15, unit: '套' }, { item: '罚款金额', field: '水政、渔政', count: null, unit: '万元' }],
        chart: { type: 'bar', label: 'item', values: ['count'] },
      }],
      checks: [{ statement: '逐件登记的整改通知数与年度总数一致（40份）', holds: true }, { statement: '逐件登记的处罚决定数与年度总数一致（5起）', holds: true }],
    },
    note: '罚款金额未公布，表中留空，不作为零处理。',
  }, { attachments: [{ name: '2014年执法统计.csv', mediaType: 'text/csv', text: '项目,领域,数量,单位\n下发整改通知,水政资源监管,40,份\n处罚无证采砂,水政资源监管,5,起\n查处毒鱼案件,渔业管理,6,起\n没收渔具,渔业管理,15,套\n罚款金额,"水政、渔政",,万元\n' }] }),
  water('water/poisoned-fish-cases', '2014-12-31', {
    kind: 'project', categoryId: 'qinghe-water.fishery', title: '2014年毒鱼案件查处情况（6起）', formedOn: '2014-12-31',
    summary: '加强水政巡查和市场监管，2014年共查处毒鱼案件6起、没收渔具15套，公开查处环节。',
    body: '为规范渔业管理，县水利局加强水政巡查，加大市场监管力度，严厉打击破坏渔业资源的违法行为。2014年共查处毒鱼案件**6起**，没收渔具**15套**。\n\n查处按照下列环节进行。各案当事人、具体水域和处罚结果未在年度材料中公布。',
    basis: [law('中华人民共和国渔业法', '第三十条'), law('中华人民共和国渔业法', '第三十八条'), onKey('清河县人民政府禁渔令', 'water/fishing-ban-order')],
    channels: [channel('notice-board', '2014-12-31', '县水利局公示栏')],
    fields: {
      type: 'case', lead: '清河县水利局水政监察大队', partners: ['沿河乡镇人民政府'],
      stages: [
        { name: '巡查和接受举报', state: 'done', actor: '水政监察大队', detail: '日常水政巡查、市场检查，对举报人身份保密' },
        { name: '现场制止和取证', state: 'done', actor: '水政监察大队', detail: '出示证件，固定证据；没收渔具共15套' },
        { name: '审查决定', state: 'done', actor: '县水利局', detail: '告知当事人陈述、申辩权利后依法处理，全年6起' },
        { name: '汇总公开', state: 'done', on: '2014-12-31', actor: '办公室', detail: '年度件数和没收渔具数量在公示栏公开' },
      ],
    },
  }),
  water('water/correction-procedure', '2014-02-10', {
    kind: 'institution', categoryId: 'qinghe-water.enforcement', title: '水政整改通知下达和复查程序', formedOn: '2014-02-08',
    summary: '整改通知怎样下达、写明什么、怎样复查和公开，以及当事人可以怎样提出意见。',
    body: '1. 两名以上水政监督检查人员到场，出示执法证件。\n2. 当场说明发现的问题和依据，听取当事人意见。\n3. 下达整改通知，写明编号、事由、依据、要求和期限，由当事人签收；拒绝签收的，记明情况。\n4. 期满复查，制作复查记录。\n5. 未整改的，依照水法、河道管理条例进入处罚程序。整改通知不是行政处罚。\n6. 年终按编号汇总公开。',
    basis: [law('中华人民共和国水法', '第六十条'), onKey('清河县河道采砂管理办法', 'water/sand-mining-measures', '第二十一条')],
    channels: [channel('notice-board', '2014-02-10', '县水利局公示栏')],
    fields: { type: 'system', appliesTo: '水政监督检查人员和河道采砂作业点', contacts: [{ name: '水政监察大队', address: '清河县滨河路6号', phone: '000-8841 0302' }], riskPoints: [] },
  }),
];

export const enforcement: DemoDisclosure[] = [...notices, ...penalties, ...statistics];
