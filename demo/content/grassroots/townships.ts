import { agencies } from '../agencies/index.ts';
import { by, channel, onKey, type DemoDisclosure } from '../types.ts';

interface Topic { id: string; day: string; question: string; answer: string; see: string[] }

/** One question from each topic board, about what seed report 4 says people most want to know. */
const TOPICS: Topic[] = [
  { id: 'qinghe-anping-town', day: '2014-09-15', question: '修高速公路以后，哪些河段不能采砂？发现偷采向谁反映？', answer: '禁采区类型和禁采期没有因为工程建设改变，堤防、桥梁等工程安全保护范围和饮用水水源保护区一律禁采。重点偷采地段已安装电子监控。发现偷采，向县水利局水政监察大队反映，举报人身份保密。', see: ['河道禁采区类型和禁采期公告', '举报违法采砂、毒鱼行为办事指南'] },
  { id: 'qinghe-hekou-town', day: '2014-05-19', question: '禁渔期从哪里查？看到有人用药捕鱼怎么办？', answer: '禁渔期起止日期执行省渔业主管部门规定，县水利局每年在网站和沿河公开栏公告。毒鱼任何时候都禁止。发现后请不要自行阻拦，记住河段和时间，向水政监察大队举报。', see: ['清河县人民政府禁渔令', '禁渔令问答'] },
  { id: 'qinghe-liulin-township', day: '2014-04-21', question: '坡地上搞建设，要不要办水土保持手续？', answer: '可能造成水土流失的生产建设项目，由生产建设单位编制水土保持方案报水行政主管部门审批，未经批准不得开工。村民自家种地不办理这项手续。', see: ['生产建设项目水土保持方案审批办事指南'] },
  { id: 'qinghe-chengguan-town', day: '2014-07-14', question: '政府部门的“三公”经费在哪里看？', answer: '部门预算、决算和“三公”经费属于主动公开内容。预算、决算批准后二十日内由部门公开。没有查到的，可以向部门提出政府信息公开申请。', see: ['清河县政府信息公开指南'] },
  { id: 'fangbei-beiguan-street', day: '2012-04-16', question: '我家小店的定额为什么比隔壁高？', answer: '定额按九个步骤形成，初步定额公示五个工作日。可以在公示栏和触摸屏与同行业、同规模业户比较；认为不合理的，在公示期内提出异议，由税务部门重新调查。', see: ['坊北分局阳光定税九步操作办法'] },
  { id: 'fangbei-zhanqian-street', day: '2012-05-14', question: '税务检查来之前会不会告知？有没有权利不让查？', answer: '检查前发放权利义务告知书和三张卡，告知时间、程序、依据。检查人员应当出示税务检查证和税务检查通知书，未出示的有权拒绝检查。依法可以不事先通知的，检查时当场送达。', see: ['税务稽查查前告知和查后回访制度', '纳税人接受税务检查指南'] },
  { id: 'fangbei-shibu-town', day: '2012-06-11', question: '办事到底收哪些费，有没有依据？', answer: '收费项目、依据、标准都要公示。未公示的、没有依据的，群众有权拒绝。申请表、样例免费。', see: ['收费项目、依据、标准公示要求'] },
  { id: 'nanping-nanmen-street', day: '2013-05-13', question: '保障性住房怎样分配，从哪里看结果？', answer: '保障性住房的申请条件、审核结果和分配结果由房产管理部门公开，街道和社区公示初审情况。公示期内对结果有意见的可以提出。', see: ['市房产管理局住房保障公开信息'] },
  { id: 'nanping-yanling-town', day: '2013-06-17', question: '征地拆迁到了哪一步，补偿怎么算？', answer: '征地从预公告到批准后公告，每个环节都要公开，补偿安置方案公告后可以提意见、要求听证。补偿标准以依法公布的文件为准。请向镇政府和国土部门查阅公告原文。', see: ['征收集体土地公开环节'] },
  { id: 'xiling-songping-town', day: '2013-10-14', question: '惠农补贴是谁定的，村里为什么和邻村不一样？', answer: '补贴依据国家和省的政策发放，面积经申报、乡镇核实、村级公示后确定。对公示的面积有异议的，在公示期内提出，由乡镇核实。', see: ['西岭县农民负担监督和惠农政策明白卡'] },
  { id: 'xiling-yunfeng-township', day: '2013-11-18', question: '没有网络的地方，怎样看到政府公开的文件？', answer: '农村书屋设有信息公开查阅网点，可以查阅纸质汇编；乡政府公开栏张贴常用内容。需要别的材料，可以请工作人员代查、代为打印。', see: ['农村书屋信息公开查阅网点建设计划'] },
];

export const townships: DemoDisclosure[] = TOPICS.flatMap(({ id, day, question, answer, see }) => {
  const town = agencies.find((agency) => agency.id === id);
  const write = by(id);
  const name = town?.shortName ?? id;
  const ofCounty = id.startsWith('qinghe');
  const below = agencies.filter(({ parentId }) => parentId === id);
  const contact = { way: '再次点题或者来电', contact: `${name}党政办公室，${town?.phones[0]?.number}` };
  return [
    write(`grassroots/topic-${id}`, day, {
      kind: 'notice', categoryId: `${id}.topics`, title: `点题答复：${question}`, formedOn: day, summary: `群众在${name}点题栏提出的问题，按题公开解答。`,
      body: `## 群众点题\n${question}\n\n## 按题答复\n${answer}\n\n## 参考公开信息\n${see.map((title) => `- ${title}`).join('\n')}\n\n点题人信息不公开。对答复不满意的，可以再次点题。`,
      basis: ofCounty ? [onKey('“点题式”政务公开制度', 'grassroots/topic-system')] : [], channels: [channel('notice-board', day, `${name}点题栏`)],
      fields: { subject: question, from: day, to: `${day.slice(0, 4)}-12-31`, objections: [contact], entries: [question], outcome: answer },
    }),
    write(`grassroots/board-${id}`, day, {
      kind: 'institution', categoryId: `${id}.board`, title: `${name}政务公开栏和点题栏公开内容`, formedOn: day, summary: `${name}公开栏设在人流集中的街头路口，公布长期、定期、分阶段和临时公开的内容与更换要求。`,
      body: `## 位置\n${(town?.venues ?? []).map((venue) => `- ${venue.name}：${venue.address}`).join('\n')}\n\n## 内容和更换\n| 类型 | 公开内容 | 更换要求 |\n| --- | --- | --- |\n| 长期公开 | 办事流程图、机构示意图、岗位职责图、服务承诺 | 变动时更换 |\n| 定期公开 | 财务收支、收费项目和依据 | 每季度更换 |\n| 分阶段公开 | 实事工程、征地拆迁进展 | 每完成一个阶段更换 |\n| 临时公开 | 通报、公示、点题答复 | 公示期满归档 |\n\n## 所辖村（社区）公开栏和查阅网点\n${below.flatMap(({ venues }) => venues.map((venue) => `- ${venue.name}`)).join('\n')}\n\n公开的原件或者照片归档，任何人可以查阅。`,
      basis: ofCounty ? [onKey('清河县“一栏一台一网一会”政务公开实施办法', 'grassroots/four-forms')] : [], channels: [channel('notice-board', day, `${name}主街路口`)],
      fields: { type: 'system', appliesTo: `${name}各办公室、所辖村（社区）`, contacts: [{ name: '党政办公室', address: town?.address ?? name, ...(town?.phones[0] && { phone: town.phones[0].number }) }], riskPoints: [] },
    }),
  ];
});
