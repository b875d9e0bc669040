import type { DemoDisclosure } from '../types.ts';
import { OGI_2007, addressOf, agencyOf, archive, board, bullets, hall, hoursOf, item, law, md, numbered, ogi, phoneOf, web } from './build.ts';
import { profilesA, type Profile } from './profiles-a.ts';
import { profilesB } from './profiles-b.ts';

const slug = (id: string) => id.replace('qingchuan-', '');

/** Utilities follow the rules of their sector (Reg. 55), the others the Regulation itself. */
const isUtility = (profile: Profile) => agencyOf(profile.id).kind === 'utility';

/** The Regulation of 2007, its revision of 2019, and that revision with the handling fee of 2021. */
type Edition = 2007 | 2019 | 2021;

const FEES = {
  2019: '提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，可以收取信息处理费。',
  2021: '提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，可以收取信息处理费：按件计收的，同一申请人一个自然月内累计10件以下不收费；按量计收的，每件30页以下不收费。收费决定以书面通知为准。',
};

function requestSteps(edition: Edition): string[] {
  if (edition === 2007) {
    return [
      '根据自身生产、生活、科研等特殊需要，可以向本机关申请获取政府信息。',
      '申请应当写明申请人的姓名或者名称、联系方式，所需信息的内容描述和形式要求。采用书面形式确有困难的，可以口头提出，由工作人员代为填写。',
      '能够当场答复的当场答复；不能当场答复的，自收到申请之日起15个工作日内答复；需要延长的，经同意并告知申请人，延长最长不超过15个工作日。',
      '除检索、复制、邮寄等成本费用外，不收取其他费用。',
    ];
  }
  return [
    '申请应当写明申请人的姓名或者名称、身份证明、联系方式，所需信息的名称、文号或者便于查询的其他特征，以及信息的形式要求。不需要说明用途。',
    '采用书面形式确有困难的，可以口头提出，由工作人员代为填写。阅读有困难或者视听障碍的，本机关提供必要的帮助。',
    '申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正。',
    '能够当场答复的当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，经本机关信息公开工作机构负责人同意并告知申请人，延长最长不超过20个工作日。征求第三方和其他机关意见所需时间不计算在内。',
    FEES[edition],
  ];
}

function guideBody(profile: Profile, edition: Edition): string {
  const agency = agencyOf(profile.id);
  const short = agency.shortName ?? agency.name;
  const venues = agency.venues.map((venue) => `${venue.name}（${venue.address}${venue.hours ? `，${venue.hours}` : ''}）`);
  const request = isUtility(profile)
    ? md(
        '## 四、信息查询与申诉',
        `本单位是公共企事业单位，信息公开适用本行业的公开办法。在营业场所和网站查询不到的信息，可以致电${phoneOf(profile.id)}或者到营业场所查询。认为本单位未依法公开的，可以向行业主管部门市公用事业局申诉。`,
      )
    : md('## 四、依申请公开', numbered(...requestSteps(edition)));
  return md(
    '## 一、主动公开的内容',
    `${short}主动公开下列信息：`,
    bullets(...profile.publishes),
    '## 二、分类和编排',
    '目录按法定类别编排，每条记录包括索引号、名称、内容概述、生成日期。索引号一经编定不再改变。已经修改、失效、废止的信息不删除，在标题旁标注效力状态。',
    '## 三、获取方式',
    bullets('清川市人民政府门户网站政府信息公开专栏', ...venues, '市行政服务中心、市档案馆、市图书馆的政府信息查阅场所'),
    `**查询提示。** ${profile.hint}`,
    `**不由本单位公开的信息。** ${profile.elsewhere}`,
    request,
    '## 五、监督',
    isUtility(profile)
      ? `对信息公开和服务质量的投诉，请致电${phoneOf(profile.id, '监督投诉')}。`
      : `认为本机关未依法履行公开义务的，可以向市政府办公厅投诉、举报；认为具体行政行为侵犯合法权益的，可以依法申请行政复议或者提起行政诉讼。监督电话：${phoneOf(profile.id, '监督投诉')}。`,
  );
}

function guide(profile: Profile): DemoDisclosure {
  const agency = agencyOf(profile.id);
  const short = agency.shortName ?? agency.name;
  const draft = (edition: Edition, on: string) => ({
    agencyId: profile.id,
    categoryId: 'A20_02',
    kind: 'institution' as const,
    title: `${agency.name}${isUtility(profile) ? '信息公开指南' : '政府信息公开指南'}`,
    summary: `${short}公开${profile.publishes.slice(0, 2).join('、')}等信息；列明查阅场所、${isUtility(profile) ? '查询和申诉途径' : '申请方式、答复期限'}和监督电话。`,
    body: guideBody(profile, edition),
    formedOn: on,
    basis: isUtility(profile) ? [ogi('第五十五条')] : edition === 2007 ? [law(OGI_2007)] : [ogi('第十二条'), ogi('第二十九条'), ogi('第三十三条')],
    channels: [web(on), board(profile.id, on), archive(on)],
    fields: {
      type: 'guide' as const,
      appliesTo: isUtility(profile) ? '用户和社会公众' : '公民、法人和其他组织',
      contacts: [{ name: `${short}信息公开工作机构`, address: addressOf(profile.id), hours: hoursOf(profile.id), phone: phoneOf(profile.id) }],
      riskPoints: [],
    },
  });
  // A guide older than the Regulation's revision shows how each change of the law reached it.
  if (profile.guideOn < '2019-05-15') {
    return item(`city-guide-${slug(profile.id)}`, profile.guideOn, draft(2007, profile.guideOn), {
      amendments: [
        ['2019-05-15', '根据修订后的《政府信息公开条例》重新编制：取消“特殊需要”的限制，答复期限改为20个工作日，增加补正程序', draft(2019, '2019-05-15')],
        ['2021-01-11', '根据国办函〔2020〕109号文件补充信息处理费的计收标准', draft(2021, '2021-01-08')],
      ],
    });
  }
  return item(`city-guide-${slug(profile.id)}`, profile.guideOn, draft(2021, profile.guideOn));
}

function duties(profile: Profile): DemoDisclosure {
  const agency = agencyOf(profile.id);
  const short = agency.shortName ?? agency.name;
  const [post, before, during, after] = profile.risk;
  return item(`city-duties-${slug(profile.id)}`, profile.dutiesOn, {
    agencyId: profile.id,
    categoryId: 'A20_02',
    kind: 'institution',
    title: `${agency.name}机构职能、内设机构和领导岗位分工`,
    summary: `${short}的主要职责、${agency.offices.length}个内设机构、领导岗位分工，以及关键岗位“${post}”的防控措施。`,
    body: md(
      '## 一、主要职责',
      agency.duties ?? '',
      `直接面向社会办理的事项：${profile.acts.join('、')}。`,
      `**职责边界。** ${profile.limits}`,
      '## 二、内设机构',
      bullets(...agency.offices.map((office) => `**${office.name}**：${office.duties}${office.phone ? `（${office.phone}）` : ''}`)),
      '## 三、领导岗位分工',
      bullets(...agency.leaders.map((leader) => `${leader.post}：${leader.portfolio ?? ''}`)),
      '## 四、关键岗位',
      `本单位把“${post}”列为关键岗位，按前期预防、中期监督、后期补救三个阶段制定措施，接受社会监督。`,
    ),
    formedOn: profile.dutiesOn,
    basis: [ogi('第二十条第二项')],
    channels: [web(profile.dutiesOn), board(profile.id, profile.dutiesOn), ...(profile.id === 'qingchuan-service-centre' ? [hall(profile.dutiesOn)] : [])],
    fields: {
      type: 'duties',
      appliesTo: `${short}及其内设机构`,
      contacts: agency.offices.map((office) => ({ name: office.name, address: addressOf(profile.id), ...(office.phone ? { phone: office.phone } : {}) })),
      riskPoints: [{ post, before, during, after }],
    },
  });
}

const profiles = [...profilesA, ...profilesB];

export const profilePages: DemoDisclosure[] = [...profiles.map(guide), ...profiles.map(duties)];
