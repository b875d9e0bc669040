/** What is said of files on their way to an agency. */
export const strings = {
  choose: '选择文件',
  limits: '最多{{n}}个，每个不超过{{size}}MB。图片、PDF、常用文档均可。',
  identity: '身份证明',
  remove: '移除',
  'remove.name': '移除{{name}}',
  cancel: '取消',
  'cancel.name': '取消上传{{name}}',
  retry: '重新上传',
  'retry.name': '重新上传{{name}}',
  progress: '{{name}}的上传进度',
  waiting: '等待上传',
  sending: '已传{{percent}}%',
  kept: '已加密存好，自动送出',
  sent: '已上传',
  cancelled: '已取消',
  'all-sent': '附件已全部上传',
  'refused.large': '{{name}}超过{{size}}MB，没有加入。',
  'refused.empty': '{{name}}是空文件，没有加入。',
  'refused.many': '最多{{n}}个，{{name}}没有加入。',
  'failed.network': '网络中断，请重新上传',
  'failed.large': '文件太大，服务器没有接收',
  'failed.type': '不支持这种文件',
  'failed.closed': '机关已作出答复，不能再添加',
  'failed.server': '没有传成，请重新上传',
};

export type UploadsKey = keyof typeof strings;
