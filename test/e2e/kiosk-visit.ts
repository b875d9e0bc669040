import type { Assistive } from '../assistive.ts';

/** What somebody does to come from one screen to the next. */
export type Step =
  | readonly ['press' | 'touch', role: string, name: string]
  | readonly ['write', role: string, name: string, words: string]
  /** The corner that staff holds. */
  | readonly ['hold'];

/** One screen, and what assistive technology is told there: see `untilTold`. */
export interface Stop {
  readonly screen: string;
  readonly way: readonly Step[];
  readonly told: string;
}

const BAR = `navigation 屏幕下方的按钮
    button 首页
    button 返回
    button /字号(标准|大|特大)/
    button /颜色(浅色|深色|高对比)/
    + button /朗读|语言中\\/EN/
    button /长辈版已[开关]/
    button /放低已[开关]/`;

const HOME = `heading 您想办什么？
    button 找公开信息文件、公告、收支、办事指南
    button 点题公开您想看什么，请村里、部门公开
    button 申请信息公开没有公开的，可以申请
    button 查询进度凭小票看办到哪一步
    button 找部门地址、电话、上班时间
    button 评价服务点一下就行，不用留名
    button 帮助这台屏幕怎么用
    heading 大家常找
    + button /[^a-z]{2,12}/
    search 搜索政府信息
    combobox 搜索政府信息
    button 搜索
    ${BAR}`;

/** A visit to all screens of the demonstration's village, each from the one before. */
export const VISIT: readonly Stop[] = [
  {
    screen: 'the home screen',
    way: [],
    told: HOME,
  },
  {
    screen: 'the languages',
    way: [['press', 'button', '语言']],
    told: `
    dialog 请选择语言
    heading 请选择语言
    button 简体中文
    button 繁體中文
    button English
    button 关闭`,
  },
  {
    screen: 'the list',
    way: [['press', 'button', '关闭'], ['write', 'combobox', '搜索政府信息', '低保'], ['press', 'button', '搜索']],
    told: `
    heading 政府信息公开目录
    search 搜索政府信息
    combobox 搜索政府信息
    button 清空搜索框
    button 搜索
    button 筛选（1）
    group 排序
    button 相关程度
    button 最新公开
    button 按机构
    button 去掉条件：“低保”
    region 公开信息列表
    heading /.*低保.*|.*公开指南/
    button /.*公开指南/
    link 订阅本目录更新（Atom）
    ${BAR}`,
  },
  {
    screen: 'its filters',
    way: [['press', 'button', '筛选']],
    told: `
    heading 政府信息公开目录
    search 搜索政府信息
    combobox 搜索政府信息
    button 清空搜索框
    button 搜索
    button 筛选（1）
    group 排序
    button 相关程度
    button 最新公开
    button 按机构
    button 去掉条件：“低保”
    button 查看1条结果
    region 公开信息列表
    heading /.*公开指南/
    button /.*公开指南/
    link 订阅本目录更新（Atom）
    ${BAR}`,
  },
  {
    screen: 'an item',
    way: [['press', 'button', '筛选'], ['press', 'button', '清川市民政局政府信息公开指南']],
    told: `
    region 信息内容
    button 返回目录
    heading 清川市民政局政府信息公开指南
    button 打印
    button 复制链接
    button 二维码
    heading 联系方式
    heading 市民政局信息公开工作机构
    link 000-88070102
    heading 正文
    navigation 本文目录
    button 一、主动公开的内容
    button 二、分类和编排
    button 三、获取方式
    button 四、依申请公开
    button 五、监督
    heading 一、主动公开的内容
    heading 二、分类和编排
    heading 三、获取方式
    heading 四、依申请公开
    heading 五、监督
    heading 依据
    heading 其他公开渠道
    ${BAR}`,
  },
  {
    screen: 'the topics',
    way: [['press', 'button', '首页'], ['press', 'button', '点题公开']],
    told: `
    heading 点题公开
    button 我要点题
    group 看哪些点题
    button 等待解答
    button 支持最多
    button 最新
    button 已解答
    button 已逾期
    search
    searchbox 查找点题和解答
    button 查找
    button 筛选
    region 点题列表
    heading 惠农补贴的面积是怎么核的
    button 惠农补贴的面积是怎么核的
    button 惠农补贴的面积是怎么核的：34支持
    heading 村道谁来养护、钱从哪里来
    button 村道谁来养护、钱从哪里来
    button 村道谁来养护、钱从哪里来：5支持
    heading 禁采区的警示牌立在哪几处
    button 禁采区的警示牌立在哪几处
    button 禁采区的警示牌立在哪几处：5支持
    heading 查村里的账要不要领导签字
    button 查村里的账要不要领导签字
    button 查村里的账要不要领导签字：4支持
    ${BAR}`,
  },
  {
    screen: 'the filters of topics',
    way: [['press', 'button', '筛选']],
    told: `
    heading 点题公开
    button 我要点题
    group 看哪些点题
    button 等待解答
    button 支持最多
    button 最新
    button 已解答
    button 已逾期
    search
    searchbox 查找点题和解答
    button 查找
    button 筛选
    group 类别
    button 不限
    + button /.{4,20}/
    region 点题列表
    heading 惠农补贴的面积是怎么核的
    button 惠农补贴的面积是怎么核的
    button 惠农补贴的面积是怎么核的：34支持
    heading 村道谁来养护、钱从哪里来
    button 村道谁来养护、钱从哪里来
    button 村道谁来养护、钱从哪里来：5支持
    heading 禁采区的警示牌立在哪几处
    button 禁采区的警示牌立在哪几处
    button 禁采区的警示牌立在哪几处：5支持
    heading 查村里的账要不要领导签字
    button 查村里的账要不要领导签字
    button 查村里的账要不要领导签字：4支持
    ${BAR}`,
  },
  {
    screen: 'a topic',
    way: [['press', 'button', '筛选'], ['press', 'button', '惠农补贴的面积是怎么核的']],
    told: `
    region 点题内容
    button 返回点题列表
    heading 惠农补贴的面积是怎么核的
    region 现在到哪一步
    button 惠农补贴的面积是怎么核的：34支持
    heading 办理经过
    heading 各环节期限
    heading 关注进展
    button 二维码
    ${BAR}`,
  },
  {
    screen: 'the composer',
    way: [['press', 'button', '返回'], ['press', 'button', '我要点题']],
    told: `
    button 不写了
    heading 您想说什么
    group 您想做什么
    radio 请公开一件事想看到还没有公开的：账目、合同、进度、名单……
    radio 问一个问题在公开目录里没有找到答案
    radio 指出一处错误已公开的信息有错，或者过时了
    textbox 一句话说清楚
    textbox 还想补充的（可不填）
    button 下一步
    ${BAR}`,
  },
  {
    screen: 'the composer, where',
    way: [['press', 'radio', '请公开一件事'], ['write', 'textbox', '一句话说清楚', '公开村里路灯电费'], ['press', 'button', '下一步']],
    told: `
    button 不写了
    heading 在哪里、怎么找您
    textbox 地点（可不填）
    group 类别（可不填）
    radio 不清楚，由工作人员选
    + radio /.{4,20}/
    button 上一步
    button 下一步
    button 清除重写
    ${BAR}`,
  },
  {
    screen: 'the composer, once more',
    way: [['press', 'button', '下一步']],
    told: `
    button 不写了
    heading 再看一遍，发送
    button 修改“想做什么”
    button 修改“点题”
    button 上一步
    button 发送
    button 清除重写
    ${BAR}`,
  },
  {
    screen: 'what is asked before leaving',
    way: [['press', 'button', '首页']],
    told: `
    dialog 您还在写
    heading 您还在写
    button 继续写
    button 清除并离开`,
  },
  {
    screen: 'a request',
    way: [['press', 'button', '清除并离开'], ['press', 'button', '申请信息公开']],
    told: `
    heading 您想了解什么
    textbox 请具体描述您需要的信息
    button 下一步
    ${BAR}`,
  },
  {
    screen: 'a request, question 2',
    way: [['write', 'textbox', '请具体描述您需要的信息', '本村低保名单的公示时间和地点'], ['press', 'button', '下一步']],
    told: `
    heading 您想了解什么
    textbox 名称或主题（可不填）
    textbox 文号（可不填）
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 3',
    way: [['press', 'button', '下一步']],
    told: `
    heading 申请人
    group 申请人类型
    radio 公民（个人）
    radio 商业企业
    radio 科研机构
    radio 社会公益组织
    radio 法律服务机构
    radio 其他组织
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 4',
    way: [['press', 'button', '下一步']],
    told: `
    heading 申请人
    textbox 姓名或名称
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 5',
    way: [['write', 'textbox', '姓名或名称', '试用人'], ['press', 'button', '下一步']],
    told: `
    heading 申请人
    group 证件类型
    radio 居民身份证
    radio 港澳台居民居住证
    radio 外国人永久居留身份证
    radio 来往内地（大陆）通行证
    radio 护照
    radio 其他证件
    textbox 证件号码
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 6',
    way: [['write', 'textbox', '证件号码', '410101195001011234'], ['press', 'button', '下一步']],
    told: `
    heading 申请人
    heading 联系方式
    textbox 电话（可不填）
    textbox 电子邮箱（可不填）
    textbox 通信地址（可不填）
    textbox 邮政编码（可不填）
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 7',
    way: [['write', 'textbox', '电话', '13900001234'], ['press', 'button', '下一步']],
    told: `
    heading 怎样提供给您
    group 提供形式
    radio 电子文件
    radio 纸质文件
    radio 到场查阅
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, question 8',
    way: [['press', 'button', '下一步']],
    told: `
    heading 怎样提供给您
    group 获取方式
    radio 在查询页面获取
    radio 电子邮件
    radio 邮寄
    radio 到场领取
    textbox 需要的帮助（可不填）
    button 上一步
    button 下一步
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'a request, once more',
    way: [['press', 'button', '下一步']],
    told: `
    heading 核对后发送
    heading 您想了解什么
    button 修改“您想了解什么”
    heading 申请人
    button 修改“申请人”
    heading 怎样提供给您
    button 修改“怎样提供给您”
    button 上一步
    button 发送申请
    button 清除我填写的内容
    ${BAR}`,
  },
  {
    screen: 'the receipt',
    way: [['press', 'button', '发送申请']],
    told: `
    heading 服务器已收到您的申请
    region 申请回执
    button 打印回执
    checkbox 我已保存编号和查询码
    heading 接下来
    button 再提一件申请
    ${BAR}`,
  },
  {
    screen: 'tracking',
    way: [['press', 'button', '首页'], ['press', 'button', '查询进度']],
    told: `
    heading 查询申请
    textbox 申请编号
    textbox 查询码
    button 显示
    button 查询
    button 我手里是断网时的小票（取件码）
    ${BAR}`,
  },
  {
    screen: 'the exchange',
    way: [['press', 'button', '我手里是断网时的小票']],
    told: `
    heading 用取件码领编号
    textbox 取件码
    button 查一查
    ${BAR}`,
  },
  {
    screen: 'the agencies',
    way: [['press', 'button', '首页'], ['press', 'button', '找部门']],
    told: `
    navigation 上级机构
    button 清川市人民政府
    button 清河县人民政府
    button 清河县安平镇人民政府
    heading 安平镇上湾村村民委员会
    heading 主要职能
    link 000-89000101
    link 000-89000102
    link 000-89000109
    heading 领导分工
    link 000-89000201
    link 000-89000202
    heading 机构示意图
    group 机构示意图
    heading 查阅场所
    ${BAR}`,
  },
  {
    screen: 'a number to call',
    way: [['press', 'link', '000-89000101']],
    told: `
    dialog 请用手机拨打
    heading 请用手机拨打
    button 关闭`,
  },
  {
    screen: 'rating',
    way: [['press', 'button', '关闭'], ['press', 'button', '首页'], ['press', 'button', '评价服务']],
    told: `
    region 您对“综合受理窗口”的服务满意吗？
    group 您对“综合受理窗口”的服务满意吗？
    button 非常满意
    button 满意
    button 基本满意
    button 不满意
    button 非常不满意
    region 评价情况
    ${BAR}`,
  },
  {
    screen: 'rating, why',
    way: [['press', 'button', '非常不满意']],
    told: `
    region 您对“综合受理窗口”的服务满意吗？
    group 您对“综合受理窗口”的服务满意吗？
    button 非常满意
    button 满意
    button 基本满意
    button 不满意
    button 非常不满意
    group 哪些方面需要改进？（可不填）
    button 服务态度
    button 等候时间
    button 办理效率
    button 方便程度
    textbox 还想说几句
    button 提交
    region 评价情况
    ${BAR}`,
  },
  {
    screen: 'help',
    way: [['press', 'button', '首页'], ['press', 'button', '帮助']],
    told: `
    heading 怎么用这台屏幕
    heading 找信息
    heading 看不清、够不着
    heading 不会打字
    heading 没有网络
    heading 用完以后
    heading 还是不会
    button 用完了，清除我写的内容
    ${BAR}`,
  },
  {
    // All of it, before a finger aims at what the last of it may move.
    screen: 'home again',
    way: [['press', 'button', '首页']],
    told: HOME,
  },
  {
    screen: 'the keyboard',
    way: [['touch', 'combobox', '搜索政府信息']],
    told: `
    ${HOME}
    group 屏幕键盘
    group 怎样输入
    button 手写
    button 拼音
    button 数字
    button 收起键盘
    group 点一个您要的字
    button q
    button w
    button e
    button r
    button t
    button y
    button u
    button i
    button o
    button p
    button a
    button s
    button d
    button f
    button g
    button h
    button j
    button k
    button l
    button z
    button x
    button c
    button vü
    button b
    button n
    button m
    button 删除
    button ，
    button 。
    button 空格
    button ？
    button 搜索`,
  },
  {
    screen: 'the keyboard, numbers',
    way: [['press', 'button', '数字']],
    told: `
    ${HOME}
    group 屏幕键盘
    group 怎样输入
    button 手写
    button 拼音
    button 数字
    button 收起键盘
    button 1
    button 2
    button 3
    button -
    button /
    button :
    button 4
    button 5
    button 6
    button .
    button ,
    button @
    button 7
    button 8
    button 9
    button (
    button )
    button 删除
    button X
    button 0
    button 字母
    button 空格
    button 搜索`,
  },
  {
    screen: 'the keyboard, handwriting',
    way: [['press', 'button', '手写']],
    told: `
    ${HOME}
    group 屏幕键盘
    group 怎样输入
    button 手写
    button 拼音
    button 数字
    button 收起键盘
    group 点一个您要的字
    button 识别
    button 撤销一笔
    button 清除重写
    button 删除
    button ，
    button 。
    button ？
    button 、
    button 搜索`,
  },
  {
    screen: 'the staff menu',
    way: [['press', 'button', '收起键盘'], ['hold']],
    told: `
    heading 工作人员菜单
    heading 登记本设备
    group 登记本设备
    button 1
    button 2
    button 3
    button 4
    button 5
    button 6
    button 7
    button 8
    button 9
    button 删除
    button 0
    button 登记
    button 重新载入
    button 退出全屏
    button 回到首页`,
  },
];

/** What is told while somebody is asked whether they are still there. */
export const STILL = `alertdialog 还需要时间吗？
  heading 还需要时间吗？
  button 还要用
  button 用完了，清除`;

/** The same three calls in both drivers. */
interface Mouse {
  move(x: number, y: number): Promise<unknown>;
  down(): Promise<unknown>;
  up(): Promise<unknown>;
}

/** Goes a step of the way. */
export async function go(step: Step, page: Assistive, mouse: Mouse, staff: () => Promise<unknown>): Promise<void> {
  switch (step[0]) {
    case 'press': return page.press(step[1], step[2]);
    case 'touch': return page.touch(step[1], step[2]);
    case 'write': return page.write(step[1], step[2], step[3]);
    case 'hold':
      await mouse.move(20, 20);
      await mouse.down();
      await staff();
      await mouse.up();
  }
}
