/** Touch screens of a village and of a street's hall. No device stands there: they have not been registered, and the desk says so. */
export const kiosks = [
  { agencyId: 'qinghe-anping-shangwan', name: '村便民服务室触摸屏', place: '上湾村党群服务中心一楼' },
  { agencyId: 'fangbei-beiguan-street', name: '街道大厅一号屏', place: '北关街道便民服务大厅东门' },
];
