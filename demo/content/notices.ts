import type { SeededNotice } from '@sunlit/server';

/** Notices that are current on the day the demo is started, so that there is something to say, one of which the opinions are answered, and one of which the seats are drawn. */
export const notices: readonly SeededNotice[] = [
  {
    ago: 3,
    content: (day) => ({
      agencyId: 'qinghe-water', categoryId: 'qinghe-water.fishery', kind: 'notice', title: '关于下一年度禁渔期安排征求意见的公示', summary: '公示县内四大河流下一年度禁渔期和鱼苗投放安排，征求沿河群众意见。',
      body: '## 拟安排\n\n- 禁渔河段：县内四大河流全线。\n- 禁渔期内禁止一切捕捞作业。\n- 鱼苗投放时间、地点在投放前另行公示，请沿河村民代表现场监督。\n\n意见采纳情况将在本页公布。',
      openTerm: { term: 'temporary', until: day(11) }, formedOn: day(-5), basis: [{ title: '《中华人民共和国渔业法》' }], channels: [{ carrier: 'website', on: day(-3) }, { carrier: 'notice-board', on: day(-2), place: '县水利局公示栏' }], attachments: [], links: [],
      fields: { subject: '下一年度禁渔期安排', from: day(-3), to: day(11), objections: [{ way: '来信', contact: '清河县滨河路6号水政监察大队' }, { way: '电话', contact: '000-8802 0110' }] },
    }),
    windows: (day) => ({ opinions: { until: day(11) } }),
  },
  {
    ago: 2,
    content: (day) => ({
      agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'notice', title: '关于《清川市电梯安全管理办法》实施效果评估征求意见的公告', summary: '《清川市电梯安全管理办法》施行以来的效果如何、哪些条款需要修改，征求社会各方面意见。',
      body: '## 想听您说\n\n- 使用管理者的确定是否清楚，出了故障找得到人吗？\n- 停止使用、维修的公告是否及时？\n- 哪些条款做不到，或者应当修改？\n\n意见采纳情况将在本页公布。',
      openTerm: { term: 'temporary', until: day(28) }, formedOn: day(-4), basis: [{ title: '《重大行政决策程序暂行条例》' }], channels: [{ carrier: 'website', on: day(-2) }], attachments: [], links: [],
      fields: { subject: '《清川市电梯安全管理办法》实施效果评估', from: day(-2), to: day(28), objections: [{ way: '来信', contact: '清川市市府大道1号 市政府法制办立法处' }] },
    }),
    windows: (day) => ({ opinions: { until: day(28) } }),
  },
  {
    ago: 1,
    content: (day) => ({
      agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'meeting', title: '关于举行《清川市电梯安全管理办法（修订草案）》立法听证会的公告', summary: '公开报名遴选听证陈述人和旁听人，新闻媒体参与遴选，网络直播。',
      body: '## 听证事项\n\n- 住宅小区电梯更新、修理的费用怎样分担。\n- 在用电梯接入监控的步骤和期限。\n\n听证会进行网络直播。听证报告另行公布。',
      openTerm: { term: 'long-term' }, formedOn: day(-2), basis: [{ title: '《清川市政府法制工作规定》' }], channels: [{ carrier: 'website', on: day(-1) }], attachments: [], links: [],
      fields: {
        type: 'hearing', subject: '《清川市电梯安全管理办法（修订草案）》', heldOn: day(24), place: '清川市人民政府一楼会议厅',
        roles: [{ role: '听证陈述人', group: '电梯使用管理者、业主、维修单位', count: 10 }, { role: '旁听人', count: 3 }], selection: '公开报名，报名人数超过席位时抽签，新闻媒体全程参与遴选。', agenda: ['介绍修订草案', '听证陈述人陈述', '总结'],
      },
    }),
    windows: (day) => ({ seats: { until: day(14), presenters: 10, observers: 3, selection: { way: 'lot', source: '报名截止次日公布的福利彩票3D开奖号码' } } }),
  },
  {
    ago: 40,
    content: (day) => ({
      agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'notice', title: '关于《清川市电梯安全管理办法（修订草案）》公开征求意见的公告', summary: '修订草案公开征求意见，意见采纳情况在本页公布。',
      body: '## 主要修订内容\n\n- 电梯使用管理者的确定。\n- 住宅小区电梯安全管理要求。\n- 电梯安全监控要求。', openTerm: { term: 'long-term' }, formedOn: day(-41), basis: [{ title: '《重大行政决策程序暂行条例》' }], channels: [{ carrier: 'website', on: day(-40) }], attachments: [], links: [],
      fields: { subject: '《清川市电梯安全管理办法（修订草案）》', from: day(-40), to: day(-10), objections: [{ way: '来信', contact: '清川市市府大道1号 市政府法制办立法处' }] },
    }),
    windows: (day) => ({ opinions: { until: day(-10) } }),
    over: {
      stances: { support: 3, suggest: 5, object: 1 },
      summary: {
        words: '征求意见期间通过本页收到的意见已全部研究，采纳情况如下。未采纳的说明了理由。',
        points: [
          { point: '一个小区有几个产权单位的，应当写明由谁确定使用管理者', n: 4, outcome: 'taken', reason: '已写入第二章：由产权单位书面约定；没有约定的，由委托管理的物业服务企业承担。' },
          { point: '停用维修超过一天的，应当在轿厢外公告原因和恢复时间', n: 3, outcome: 'partly', reason: '公告的要求已采纳；恢复时间改为“预计恢复时间”，因为配件到货时间难以事先确定。' },
          { point: '所有在用电梯一年内接入监控', n: 2, outcome: 'not-taken', reason: '老旧电梯改造费用的分担办法正在听证，一年的期限目前不具备条件；草案保留“分步接入”的规定。' },
        ],
      },
    },
  },
  {
    ago: 30,
    content: (day) => ({
      agencyId: 'qingchuan-legal-affairs', categoryId: 'A20_01', kind: 'meeting', title: '关于公开遴选《清川市物业专项维修资金管理办法》立法听证会听证陈述人和旁听人的公告', summary: '报名人数超过席位时抽签，新闻媒体全程参与遴选；抽签结果在本页公布，报名人可凭报名编号自行核对。',
      body: '## 听证事项\n\n- 专项维修资金的交存标准。\n- 紧急情况下使用资金的程序。\n\n听证会进行网络直播。', openTerm: { term: 'long-term' }, formedOn: day(-31), basis: [{ title: '《清川市政府法制工作规定》' }], channels: [{ carrier: 'website', on: day(-30) }], attachments: [], links: [],
      fields: {
        type: 'hearing', subject: '《清川市物业专项维修资金管理办法》', heldOn: day(6), place: '清川市人民政府一楼会议厅',
        roles: [{ role: '听证陈述人', group: '市（居）民、物业服务企业、律师', count: 10 }, { role: '旁听人', count: 3 }], selection: '公开报名，报名人数超过席位时抽签，新闻媒体全程参与遴选。', agenda: ['介绍草案', '听证陈述人陈述', '总结'],
      },
    }),
    windows: (day) => ({ seats: { until: day(-12), presenters: 10, observers: 3, selection: { way: 'lot', source: '报名截止次日公布的福利彩票3D开奖号码' } } }),
    over: { registered: { presenter: 14, observer: 5 }, seed: '5 0 9' },
  },
];
