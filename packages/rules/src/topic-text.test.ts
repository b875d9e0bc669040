import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { PersonalMark } from '@sunlit/contract';
import { personalMarks, tidyWords, waysFor } from './topic-text.ts';

const told = (text: string) => personalMarks(text).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`).join(', ');

/** The numbers are examples of the example numbers of the standards (GB 11643, ISO/IEC 7812), or made up. */
const MARKED: [string, string][] = [
  ['我的身份证号是11010519491231002X。', 'resident-id 11010519491231002X'],
  ['身份证 110105 19491231 002x', 'resident-id 110105 19491231 002x'],
  ['身份证１１０１０５１９４９１２３１００２Ｘ', 'resident-id １１０１０５１９４９１２３１００２Ｘ'],
  // One digit mistyped, and still somebody's.
  ['身份证11010119900307775X', 'resident-id 11010119900307775X'],
  ['证件号：110101199003077751', 'resident-id 110101199003077751'],
  ['居住证810000199408230021', 'resident-id 810000199408230021'],
  ['请打我手机13800138000', 'phone 13800138000'],
  ['电话:138 0013 8000,谢谢', 'phone 138 0013 8000'],
  ['+86-138-0013-8000', 'phone +86-138-0013-8000'],
  ['联系电话１３８００１３８０００', 'phone １３８００１３８０００'],
  ['一三八零零一三八零零零', 'phone 一三八零零一三八零零零'],
  ['幺三八零零幺三八零零零', 'phone 幺三八零零幺三八零零零'],
  ['家里座机0531-82345678', 'phone 0531-82345678'],
  ['0531—8234 5678', 'phone 0531—8234 5678'],
  ['138.0013.8000', 'phone 138.0013.8000'],
  ['(010)65123456', 'phone (010)65123456'],
  ['057788888888', 'phone 057788888888'],
  ['我电话是82345678', 'phone 82345678'],
  ['聯繫電話:13800138000', 'phone 13800138000'],
  ['卡号6222021234567890128', 'bank-card 6222021234567890128'],
  ['打到 4111 1111 1111 1111 上', 'bank-card 4111 1111 1111 1111'],
  ['邮箱 zhang.san_88@example.com', 'email zhang.san_88@example.com'],
  ['13800138000@example.cn', 'email 13800138000@example.cn'],
  ['zhang@example.com', 'email zhang@example.com'],
  ['车牌鲁A12345堵在门口', 'plate 鲁A12345'],
  ['粤B·D12345', 'plate 粤B·D12345'],
  ['京a8k7d2', 'plate 京a8k7d2'],
  ['我住幸福小区3号楼2单元501室', 'address 3号楼2单元501室'],
  ['幸福小区3号楼2单元501漏水', 'address 3号楼2单元501'],
  ['幸福苑3-2-501', 'address 3-2-501'],
  ['和平路12号5栋302室', 'address 12号5栋302室'],
  ['中山路88弄12号502室', 'address 88弄12号502室'],
  ['8栋1502房噪音大', 'address 8栋1502房'],
  ['三号楼二单元501户', 'address 三号楼二单元501户'],
  ['2单元5楼东户', 'address 2单元5楼东户'],
  ['李家村三组12号', 'address 三组12号'],
  ['张庄第2村民小组15号', 'address 第2村民小组15号'],
  ['我家住和平路12号', 'address 12号'],
  ['住址:解放街45号', 'address 45号'],
  ['3號樓2單元501室', 'address 3號樓2單元501室'],
  ['王主任说补贴下个月发', 'name 王'],
  ['请李局长公开账目', 'name 李'],
  ['水利局王主任', 'name 王'],
  ['向于主任反映过', 'name 于'],
  ['找过王建国主任三次', 'name 王建国'],
  ['村主任王建国不公开', 'name 王建国'],
  ['村支书张三的低保', 'name 张三'],
  ['局长李明说', 'name 李明'],
  ['网格员李红负责', 'name 李红'],
  ['陈先生和刘女士', 'name 陈, name 刘'],
  ['欧阳女士', 'name 欧阳'],
  ['王大爷家的地', 'name 王'],
  ['张副镇长答应过', 'name 张'],
  ['镇上李镇长答应过', 'name 李'],
  ['感谢赵书记', 'name 赵'],
  ['我叫李明,今年六十', 'name 李明'],
  ['我叫李家豪', 'name 李家豪'],
  ['本人张三,现反映', 'name 张三'],
  ['本人王伟是李家村村民', 'name 王伟'],
  ['我是王建国。', 'name 王建国'],
  ['姓名:赵子龙 电话13800138000', 'name 赵子龙, phone 13800138000'],
  ['張先生', 'name 張'],
  ['村書記劉大海說', 'name 劉大海'],
  ['王老师的电话13800138000,邮箱a.b@example.org,车鲁A12345', 'name 王, phone 13800138000, email a.b@example.org, plate 鲁A12345'],
];

const UNMARKED = [
  '2024年10月1日起施行', '20240101', '2023-2024年度', '1949年10月1日', '二〇二四年七月三十一日',
  '济政发〔2024〕7号', '国办发〔2019〕51号文件什么时候落实', '第12345号公告', '鲁建字〔2023〕12号', '国家标准GB/T 33358-2016',
  '补贴1380元', '总投资13800138000元', '投入1.38亿元', '全年12345678.90元', '人均3200.5元', '13800138000万元',
  '打过12345', '拨打12345热线', '110和119', '请打96110', '银行95588', '客服4008123123', '400-812-3123',
  '监督电话0531-82345678何时开通', '举报电话:0531-82345678', '服务热线 053112345678', '值班电话是82345678吗', '政务公开电话 0577-88888888',
  '项目编号6222021234567890128', '合同号13800138000', '统一社会信用代码91350100M000100Y43', '工程批准号053182345678',
  '11010519491231002', '110105194912310021', '370102199013400011', '版本1.138.0013.8000', '订单流水号:13912345678',
  '6222021234567890123', '邮箱 gongkai@jinan.gov.cn', '微博@济南发布', 'a@b', '鲁A牌照怎么办', '苏B2024年', '新A级景区',
  '幸福小区3号楼电梯总坏', '3号楼2单元电梯', '人民路88号的垃圾站', '政务服务中心(人民路88号)', '政务中心3号楼305室', '办公大楼2号楼305室', '10号线2号口', '5月12号302路改线', '学校3号楼201室',
  '李家村三组12号电线杆', '王庄村1号水库', '家住3号线旁', '王庄2号机井', '12号之前公开', '3楼302窗口', '住在2号楼附近',
  '村主任由谁选', '水利局局长接待日', '局长信箱', '副主任分工', '办公室主任是谁', '车间主任', '班主任', '公安局长接访', '公路局长', '工商局长', '园林局长', '西安市长', '济宁市长热线', '福田区长',
  '社区书记', '党支部书记述职', '图书记录', '文书记载', '城市长期规划', '高校长期', '张庄村主任', '李家村支书', '高新区主任', '黄河局局长', '马村长效机制',
  '任何主任', '主任务是什么', '曾经理解', '江委员会', '感谢老师', '提高老师待遇', '地方主任科员', '局长高度重视', '主任安排的工作', '书记严格要求', '局长方便时', '主任于昨日在会上', '先生们女士们',
  '我叫他们来', '我是党员', '我是高中生', '我是江苏人', '我是方庄村的', '我是石家庄人', '我是黄河边的', '本人于2024年', '本人高度关注', '本人申请公开', '本人现住本村', '我是温州人',
  '第13800138000号', '拨打0531-12345', '林业局长', '张家口市长信箱', '白血病医生', '向纪检组长反映', '纪检组组长',   '请公开2024年低保名单', '宅基地审批要多久', '水费为什么涨到3.95元', '农村饮水工程项目什么时候完工', '村务公开栏多久更新一次', '高标准农田在哪些村', '公交12路几点末班', '今年招聘教师多少名', '',
];

test('marks what names or finds a person', () => {
  for (const [text, expected] of MARKED) assert.equal(told(text), expected, text);
});

test('leaves years, papers, amounts, hotlines, posts and public places alone', () => {
  assert.deepEqual(UNMARKED.map((text) => [text, told(text)]).filter(([, marks]) => marks !== ''), []);
});

const fragment = fc.oneof(
  fc.constantFrom(...MARKED.map(([text]) => text), ...UNMARKED),
  fc.constantFrom('王', '李', '主任', '局长', '先生', '我叫', '本人', '3号楼', '2单元', '501室', '住在', '村三组', '12号', '1380013', '8000', '@', 'a.cn', '.', '-', ' ', '\n', '█', '🙂', '鲁A', '12345', '6222', '〔2024〕', '，', '说', '\u200d', '電話'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);
const wording = fc.array(fragment, { maxLength: 12 }).map((parts) => parts.join(''));

test('marks are in bounds, sorted and apart; taken out, nothing of their kind is left', () => {
  fc.assert(fc.property(wording, (text) => {
    const marks = personalMarks(text);
    for (const [index, { start, end }] of marks.entries()) {
      assert.ok(start < end && end <= text.length);
      assert.ok(start >= (marks[index - 1]?.end ?? 0));
    }
    const masked = marks.reduce((rest, { start, end }: PersonalMark) => rest.slice(0, start) + '█'.repeat(end - start) + rest.slice(end), text);
    assert.deepEqual(personalMarks(masked), []);
  }), { numRuns: 1000 });
});

test('what stands at the end of a long text without sense is still found', () => {
  for (const unit of ['1', '王', '村三组', 'a.', '住在', '3号', '138 ', '我叫', '@a.', '😀', '\u200d', '、']) {
    const text = `${unit.repeat(2000)}\n手机13800138000，我要投诉`;
    assert.deepEqual(personalMarks(text).filter(({ kind }) => kind === 'phone').map(({ start, end }) => text.slice(start, end)), ['13800138000']);
    assert.deepEqual(waysFor(text), [{ way: 'complaint', found: '投诉' }]);
  }
});

test('which other way the words point to', () => {
  const table: [string, string][] = [
    ['我要依申请公开征地批复', 'request 依申请公开'],
    ['我的档案在哪里', 'request 我的档案'],
    ['我家的宅基地审批表能给我看吗', 'request 我家的宅基地审批表'],
    ['请提供2019年征地会议纪要', 'request 提供2019年征地会议纪要'],
    ['想查阅当年的卷宗', 'request 查阅当年的卷宗'],
    ['我要举报村会计', 'complaint 举报'],
    ['投诉物业', 'complaint 投诉'],
    ['村干部贪污低保', 'complaint 贪污'],
    ['我要舉報', 'complaint 舉報'],
    ['再不解决我就去上访', 'petition 上访'],
    ['已多次信访无果', 'petition 信访'],
    ['我要檔案', ''],
    ['楼下半夜扰民', 'hotline 扰民'],
    ['村口路灯不亮', 'hotline 路灯不亮'],
    ['帮我补办身份证', 'counter 补办'],
    ['我要举报,不行就上访,路灯不亮', 'complaint 举报, petition 上访, hotline 路灯不亮'],
  ];
  for (const [text, expected] of table) assert.equal(waysFor(text).map(({ way, found }) => `${way} ${found}`).join(', '), expected, text);
  const none = [
    '投诉电话是多少', '举报信箱设在哪里', '信访局在哪里办公', '信访件办理情况公开', '投诉处理结果为什么不公开', '怎么投诉', '反贪污宣传', '停水通知能不能早点公开', '路灯什么时候装', '档案馆几点开门', '低保名单什么时候公开',
    '公开去年的三公经费', '垃圾分类怎么分', '请公开招标合同', '如何办理居住证',
  ];
  assert.deepEqual(none.map((text) => [text, waysFor(text)]).filter(([, ways]) => ways?.length !== 0), []);
});

test('words are tidied', () => {
  const table: [string, string][] = [
    ['  请公开 \t 账目\u3000\u3000谢谢 ', '请公开 账目 谢谢'],
    ['一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['一  \n\n\n\n 二', '一\n\n二'],
    ['账\u200b目\ufeff公\u00ad开', '账目公开'],
    ['a\u202eb\u2066c\u0007', 'abc'],
    ['e\u0301', '\u00e9'],
    ['好👍👍👍👍👍👍', '好👍👍👍'],
    ['😀 😀 😀 😀 😀', '😀 😀 😀'],
    ['😀🎉👍🏽😀🎉', '😀🎉👍🏽'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', '👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧'],
    ['🇨🇳🇨🇳🇨🇳🇨🇳', '🇨🇳🇨🇳🇨🇳'],
    ['👍👍', '👍👍'],
    ['第1、2、3、4、5条', '第1、2、3、4、5条'],
  ];
  for (const [text, expected] of table) assert.equal(tidyWords(text), expected, text);
});

test('tidied once is tidied', () => {
  const parts = fc.array(fc.constantFrom('👍', '👨‍👩‍👧', '\u200d', '\ufe0f', '🏽', '🇨', ' ', '\n', '\r', '\u200b', 'e', '\u0301', '字', '\u3000', '\u202e'), { maxLength: 30 }).map((all) => all.join(''));
  fc.assert(fc.property(fc.oneof(parts, wording), (text) => {
    const once = tidyWords(text);
    assert.equal(tidyWords(once), once);
    assert.doesNotMatch(once, /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
  }), { numRuns: 1000 });
});
