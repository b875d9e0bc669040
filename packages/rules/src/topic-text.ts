import type { PersonalMark, TopicWay } from '@sunlit/contract';
import { identityDoubts } from './formats.ts';

/*
 * What in the words of a topic looks personal, which other way they point to, and how they are tidied. The composer shows it to whoever
 * writes, the desk to whoever reads first. Nothing here decides: a mark that is none costs a glance, so what is often none is not marked.
 * Marked is what names or finds a person, and no more: of 王主任 the 王, of an address house, unit and room; agencies, posts, streets,
 * years, document numbers, amounts and hotlines stay readable.
 */

/** What looks personal, sorted, never overlapping. Taken out by as many characters of one sign that is no letter, nothing of its kind is left. */
export function personalMarks(text: string): PersonalMark[] {
  const marks: PersonalMark[] = [];
  let rest = plain(text);
  // What was marked is blanked, so that the next kind sees none of it; and again, until nothing new stands between blanks.
  for (let before = -1; before < marks.length;) {
    before = marks.length;
    for (const { kind, pattern, holds } of DETECTORS) {
      rest = rest.replace(pattern, (found: string, ...more: unknown[]) => {
        if (holds !== undefined && !holds(found)) return found;
        const start = more.find((one) => typeof one === 'number') ?? 0;
        marks.push({ start, end: start + found.length, kind });
        return BLANK.repeat(found.length);
      });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
}

/** Which other way the words point to, each once, with the first words that do. */
export function waysFor(text: string): { way: TopicWay; found: string }[] {
  const words = plain(text);
  return WAYS.flatMap(({ way, pattern }) => {
    const found = pattern.exec(words);
    return found === null ? [] : [{ way, found: text.slice(found.index, found.index + found[0].length) }];
  });
}

/** Composed (NFC), with one kind of line end, without what cannot be seen, with single blanks and at most one empty line; of emoji in a row three are left. */
export function tidyWords(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replaceAll(UNSEEN, '')
    .normalize('NFC')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .replaceAll(EMOJI_FLOOD, '$1')
    .trim();
}

const BLANK = '█';

/** Control characters and what has no width or turns the direction; the joiner stays between two parts of one emoji. */
const UNSEEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D|\u200D(?!\p{Extended_Pictographic})/gu;

const emoji = String.raw`(?:\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*)`;
const EMOJI_FLOOD = new RegExp(String.raw`(${emoji}(?:\s*${emoji}){2})(?:\s*${emoji})+`, 'gu');

/** As long as the text: full-width letters and digits made half-width, the traditional characters that are looked for made simplified. */
function plain(text: string): string {
  return text.replaceAll(/[\uFF01-\uFF5E\u4E00-\u9FFF]/gu, (one) => {
    const code = one.charCodeAt(0);
    return code > 0xff00 ? String.fromCharCode(code - 0xfee0) : (SIMPLIFIED.get(one) ?? one);
  });
}

const traditional = '張劉陳楊黃趙吳孫馬羅鄭謝許韓馮鄧蕭葉蘇魏呂盧鐘鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴湯喬龐顏莊聶魯齊寧紀單項詹歐焦畢賴駱溫塗榮蔣賓書記長鎮鄉縣區隊師醫護會計員電話號碼聯繫繳樓單棟門戶組莊灣號組舉報訴訪貪賄檔調閱複製證燈蓋壞擾補辦領開緊處結導為問請僱訓傳監責線機務熱園關說與給讓對從來個裡現郵層協議審錄檢盜斷網積氣爺嬸經闆幹學廠證濟費習邊';
const simplified = '张刘陈杨黄赵吴孙马罗郑谢许韩冯邓萧叶苏魏吕卢钟钟谭陆贾韦邹阎龙贺顾龚万钱严汤乔庞颜庄聂鲁齐宁纪单项詹欧焦毕赖骆温涂荣蒋宾书记长镇乡县区队师医护会计员电话号码联系缴楼单栋门户组庄湾号组举报诉访贪贿档调阅复制证灯盖坏扰补办领开紧处结导为问请雇训传监责线机务热园关说与给让对从来个里现邮层协议审录检盗断网积气爷婶经板干学厂证济费习边';
const SIMPLIFIED = new Map([...traditional].map((one, index) => [one, simplified.charAt(index)]));

// Numbers. A phone number after a hotline's name is the public's, and a long number after 编号 is that of a paper.
const notHotline = String.raw`(?<!(?:热线|总机|传真|客服|(?:值班|服务|监督|举报|投诉|咨询|办公|公开|报修|报警|监管|单位|窗口)(?:电话|号码))[^\d\n,,。;;]{0,4})`;
const notPaper = String.raw`(?<!(?:编号|文号|案号|合同号?|档号|代码|单号|流水号|批号|批准号|受理号|许可证号?|统计号|第)[::为是\s]{0,3})`;
const alone = String.raw`(?<![\d.A-Za-z_/#-])`;
const ended = String.raw`(?![\d_])(?!\s?[万亿元])(?!\.\d)`;
const numeral = '[〇零一二三四五六七八九幺]';

// Addresses: a house, unit and room, as no public building has them.
const n = String.raw`(?:\d{1,4}|[一二三四五六七八九十百]{1,4}|[A-Za-z]\d?)`;
const house = String.raw`${n}(?:号楼|号院|栋|幢|座|号|弄|#)[\s,、-]?`;
const unit = String.raw`${n}(?:单元|门|梯)[\s,、-]?`;
const floor = String.raw`(?:${n}[楼层])?`;
const notPublic = String.raw`(?<![\dA-Za-z一二三四五六七八九十百月楼栋幢]|中心|大厦|大楼|广场|医院|学校|大学|学院|中学|小学|机关|政府|法院|局|馆|园区|办公区)`;
const notPlace = '(?!楼|电|线|路|街|井|杆|机|泵|坝|池|渠|闸|桥|站|口|门|码头|地块|水库|变压|文|公告|令|院|附近|旁|对面|左右|前|之前|起|宗地|图斑|标段)';

// Names: a surname and what stands around it.
const surname = `(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|司徒|令狐|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘蔡蒋余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范石廖贾韦夏付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔汤常温康牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝宁尚符舒阮柯纪梅童凌毕季裴霍涂苗谷盛曲翁冉骆蓝辛靳柴蒙鲍喻祁蒲房滕屈饶牟艾尤穆卓古缪项芦麦褚娄窦戚岑景宫费卜冷晏席卫柏瞿桂佟臧闵苟邬边卞姬仇栾隋刁沙荣巫寇桑郎甄丛仲虞敖巩佘池苑迟邝赖于])`;
const given = String.raw`(?![的了是不都没也就我你他她它这那们说把给被某村屯庄寨镇乡区县市省州街路局办委会部处科室所站院校队厂司社店党副总人之其有一乎])\p{Script=Han}`;
/** What begins like a name and is none. */
const notName = `(?!${'高度|高效|高速|高温|高新|高中|高三|高考|方便|方案|方面|方式|方法|方才|安排|安全|安置|安徽|许可|许诺|常常|常年|常务|常委|万一|万分|何时|何况|何必|温和|白天|白领|关于|关注|关心|关系|黄金|黄河|马上|马路|毛病|江边|江苏|江西|江南|江北|严格|严重|严肃|严禁|金额|左右|康复|付款|付钱|付出|石油|武汉|钱款|田地|田间|童年|边上|边界|房子|房屋|古代|林业|白血|房东|张家[口界港川湾沟]|石家|纪检|纪委|纪律|盛大|申请|申报|项目|程序|章程|季度|景区|费用|冷漠|席上|卫生|荣誉|宁愿|宁可|甘愿|尚未|符合|曲解|顾及|易于|钟头|于昨|于今|于去|于本|于上|于前|于当|于是|于该|于此|于每|周一|周二|周三|周四|周五|周六|周日|周末|周边|周围|陈述|陆续|段时'})`;
/** Words that end in a character that is also a surname. */
const notWord = `(?<!${'公安|治安|平安|保安|公路|铁路|园林|农林|森林|树林|吉林|桂林|地方|双方|甲方|乙方|官方|对方|各方|一方|感谢|谢谢|允许|也许|不许|关于|由于|对于|至于|属于|位于|基于|处于|终于|等于|高于|低于|在于|归于|健康|小康|长江|浙江|九江|提高|最高|很高|较高|不高|高高|更高|工程|流程|课程|过程|教程|规程|日程|章程|全程|农田|油田|机关|海关|有关|相关|公关|路段|阶段|手段|地段|任何|如何|为何|其余|多余|剩余|业余|从严|保温|四季|旺季|江苏|齐鲁|宁夏|大陆|登陆|石油|给钱|收钱|花钱|要钱|住房|平房|楼房|厂房|库房|出席|主席|首席|保卫|旁边|一边|身边|路边|历史|日常|正常|经常|通常|五常|一万|百万|千万|几万|上万|水池|电池|高尚|不易|容易|贸易|交易|河马|人马|矿石|黄石|海边|文章|公章|印章|规章|违章|早熟|免费|收费|交费|缴费|水费|电费|学费|收购|经费|自费|公费|消费|儿童|学童|雷同|大伍|队伍|退伍|入伍|复古|蒙古|丰盛|山谷|稻谷|街坊|牛马|养牛|奶牛|白白|明白|东方|南方|北方|西方|药方|家庄|盛况'})`;
/** Posts whose holder is named by surname; a region's head only where a sentence or an agency ends before the surname, for many places end in one too. */
const post = '副?(?:主任(?![务何])|[局厅处科股部所站队院校组社行段](?:长(?![期远效短大假达久途江]))|支书|书记(?![录载账])|老师|医生|大夫|护士|警官|法官|检察官|律师|会计(?![划算入数])|委员(?!会)|经理(?![解赔论])|老板|师傅|教授|干事|秘书|网格员|先生|女士|小姐|同志|阿姨|叔叔|大爷|大妈|大娘|大哥|大姐|大叔|大婶|奶奶|爷爷)';
const head = '副?[省市县区州旗镇乡村](?:长(?![期远效短大假达久途江]))';
const bounded = String.raw`(?<=^|[^\p{Script=Han}]|[的是叫给向找由请和与同被跟对让把为像里上中位名个原任副谢见问说听告诉到过府委部院办室站所组处科局队厂校司会员长记])`;
const closed = String.raw`(?=$|[^\p{Script=Han}]|[说在是的不和与同来去等把给向对要让收到也都没就已将从为被住家今年男女身电手现系曾负管任有还又拿答])`;

interface Detector {
  readonly kind: PersonalMark['kind'];
  readonly pattern: RegExp;
  readonly holds?: (found: string) => boolean;
}
const detector = (kind: Detector['kind'], pattern: string, holds?: Detector['holds']): Detector => ({ kind, pattern: new RegExp(pattern, 'gu'), ...(holds && { holds }) });

const DETECTORS: readonly Detector[] = [
  detector('email', String.raw`(?<![\w.%+-])[\w.%+-]{1,64}@(?!(?:[\w-]+\.)*gov\.cn)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}`),
  detector('resident-id', String.raw`(?<![\dA-Za-z])[1-8]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])`, isIdentity),
  // Said to be one, it is marked however it was mistyped.
  detector('resident-id', String.raw`(?<=(?:身份证|证件|身份号)[号码是为::\s]{0,4})[1-9]\d{5}[ -]?(?:18|19|20)\d{2}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])`),
  detector('bank-card', String.raw`${notPaper}${alone}(?:[3-6]\d{3}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?|(?:62\d{14,17}|9558\d{15}|(?:35|4\d|5[1-5]|6\d)\d{14}))${ended}`, isLuhn),
  detector('phone', String.raw`${notHotline}${notPaper}(?<![\d._/#A-Za-z])(?<!\d-)(?:(?:\+|00)?86[ -]?)?1[3-9]\d[ .—–-]{0,2}\d{4}[ .—–-]{0,2}\d{4}${ended}`),
  detector('phone', String.raw`${notHotline}${notPaper}${alone}\(?0(?:10|2\d|[3-9]\d{2})\)?[ —–-]{0,2}[1-9]\d{2,3}[ -]?\d{4}${ended}(?!-\d{4})`),
  detector('phone', String.raw`${notHotline}(?<=(?:电话|座机|手机|联系方式|致电|打)[号码是为::\s]{0,4})[2-9]\d{6,7}${ended}(?!-)`),
  detector('phone', `(?<!${numeral})[一幺][三四五六七八九]${numeral}{9}(?!${numeral})`),
  detector('plate', String.raw`[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Za-hj-np-z][·•. -]?(?:[A-HJ-NP-Za-hj-np-z0-9]{5,6}|[A-HJ-NP-Za-hj-np-z0-9]{4}[挂学港澳])(?![A-Za-z0-9])`, (found) => found.replaceAll(/\D/gu, '').length > 2),
  detector('address', String.raw`${notPublic}(?:(?:${house}){0,2}${unit}${floor}(?:\d{2,4}(?:室|户|号房?|房)?|[东西南北中]{1,2}户)|(?:${house}){1,2}${floor}\d{2,4}(?:室|户|房(?!间)))(?!\d)`),
  detector('address', String.raw`(?<=(?:小区|花园|家园|嘉园|苑|新村|公寓|府)\s?)\d{1,3}[-—–]\d{1,2}[-—–]\d{3,4}(?![\d-])`),
  detector('address', String.raw`(?<=[村屯寨庄湾])第?${n}(?:村民)?小?[组社队][\s-]?\d{1,4}号${notPlace}`),
  detector('address', String.raw`(?<=(?:家住|我住|住在|现住|住址|住于|居住|我家在|家在)[是为::]?\s?[^\s,,。;;!!??、月]{0,16}?)(?<!\d)\d{1,4}号${notPlace}`),
  detector('name', `${bounded}${notName}${surname}(?:${given}){1,2}(?=${post}|副?[镇乡村]长)`),
  detector('name', `${surname}${notWord}(?=${post})`),
  detector('name', `${bounded}${surname}(?=${head})`),
  detector('name', `(?<=${post}|${head}|支书)${notName}${surname}(?:${given}){1,2}?${closed}`),
  detector('name', String.raw`(?<=我叫|名叫|我是|(?:本人|申请人|反映人|举报人|联系人|姓名|户主)(?:叫|是|姓名|系|为)?[::,,\s]{0,2})${notName}${surname}(?:${given}){1,2}?${closed}`),
];

function isIdentity(found: string): boolean {
  return (['resident-id', 'residence-permit'] as const).some((type) => identityDoubts(type, found).length === 0);
}

/** ISO/IEC 7812: every second digit from the right doubled. */
function isLuhn(found: string): boolean {
  const digits = [...found.replaceAll(/\D/gu, '')].reverse().map(Number);
  return digits.reduce((sum, digit, index) => sum + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0) % 10 === 0;
}

/** Not what asks about a way: “投诉电话是多少” is a question for the board, “我要投诉” is none. */
const notAbout = '(?![者人]?(?:电话|热线|渠道|途径|方式|信箱|邮箱|箱|平台|流程|程序|指南|须知|制度|办法|条例|规定|工作|局|办|室|中心|大厅|窗口|部门|接待|件|处理|办理|结果|情况|数量|量|率|总数|奖励|统计|案例|范围|受理|事项))';

const WAYS: readonly { readonly way: TopicWay; readonly pattern: RegExp }[] = [
  { way: 'request', pattern: /依申请公开|信息公开申请|申请(?:政府)?信息公开|(?:我|本人|我们?家|我父亲|我母亲|我父母|我爱人|我孩子|我儿子|我女儿)的?(?:个人|人事|学籍|宅基地|征地|拆迁|低保|社保|医保|承包地?|户籍|婚姻登记|房产|不动产登记)*(?:档案|卷宗|审批表|登记表|申请表|批复|协议书?|补偿协议|合同|缴费记录|发放记录|原始记录)|(?:提供|给我|调取|复印|索取|要)[^,,。;;!!??\n]{0,24}(?:复印件|复制件|副本|原件|卷宗|会议纪要|会议记录|原始凭证)|(?:复印|调取|查阅)[^,,。;;!!??\n]{0,12}(?:档案|卷宗|会议纪要|会议记录|原始凭证)/u },
  { way: 'complaint', pattern: new RegExp(`(?<!如何|怎么|怎样|哪里|接受|受理|欢迎|被)(?:举报|投诉|检举|控告)${notAbout}|(?<![防反禁止治查])(?:贪污|受贿|行贿|索贿|吃拿卡要|以权谋私|中饱私囊|优亲厚友|挪用公款|吃回扣|收红包|违纪违法)(?!案|问题?整治|治理|警示)`, 'u') },
  { way: 'petition', pattern: new RegExp(`(?<!如何|怎么|怎样|接受|受理)(?:信访|上访)${notAbout}|进京反映|集体反映|联名信`, 'u') },
  { way: 'hotline', pattern: /扰民|井盖(?:丢|被盗|破|没了?|缺失|坏)|路灯[^,,。;;!!??\n]{0,4}(?:不亮|坏)|(?:现在|正在|一直|又|已经|突然|家里)(?:停水|停电|停气|漏水|漏电|漏气|断网|积水)|燃气泄漏|煤气泄漏|水管爆|爆管|垃圾[^,,。;;!!??\n]{0,4}没人?(?:清|收|运|管)/u },
  { way: 'counter', pattern: /(?<=我要|我想|帮我|给我|替我)(?:补办|办理|代办|补领|换领|开具|领取)/u },
];
