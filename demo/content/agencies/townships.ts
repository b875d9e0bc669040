import type { AgencyContent } from '@sunlit/contract';
import { COMMUNITY_HOURS, OFFICE_HOURS, agency, board, reading } from './build.ts';

interface Place { id: string; name: string; note: string }
interface Township extends Place { county: string; countyName: string; kind: 'town' | 'street'; below: Place[] }

const townships: Township[] = [
  { id: 'qinghe-anping-town', county: 'qinghe', countyName: '清河县', name: '安平镇', kind: 'town', note: '安平高速公路施工路段和沿河采砂管理河段所在镇', below: [
    { id: 'qinghe-anping-shangwan', name: '上湾村', note: '沿河村，设有禁采区警示牌' }, { id: 'qinghe-anping-xiawan', name: '下湾村', note: '沿河村，村民代表参加河道管理座谈' }, { id: 'qinghe-anping-heyan', name: '河沿村', note: '沿河村，设有水法宣传标语' }] },
  { id: 'qinghe-hekou-town', county: 'qinghe', countyName: '清河县', name: '河口镇', kind: 'town', note: '渔业水域和禁渔宣传重点镇', below: [
    { id: 'qinghe-hekou-dukou', name: '渡口村', note: '沿河村，设有禁渔公告牌' }, { id: 'qinghe-hekou-shatan', name: '沙滩村', note: '沿河村，设有禁渔公告牌和公开栏' }] },
  { id: 'qinghe-liulin-township', county: 'qinghe', countyName: '清河县', name: '柳林乡', kind: 'town', note: '水土保持工作乡', below: [
    { id: 'qinghe-liulin-liulin', name: '柳林村', note: '农村书屋信息公开查阅网点所在村' }, { id: 'qinghe-liulin-dongpo', name: '东坡村', note: '坡耕地较多的村' }] },
  { id: 'qinghe-chengguan-town', county: 'qinghe', countyName: '清河县', name: '城关镇', kind: 'town', note: '县城所在镇，宣传车巡回宣讲路段', below: [
    { id: 'qinghe-chengguan-hebin', name: '河滨社区', note: '县城沿河社区' }, { id: 'qinghe-chengguan-dongjie', name: '东街社区', note: '县城老街社区' }] },
  { id: 'fangbei-beiguan-street', county: 'fangbei', countyName: '坊北区', name: '北关街道', kind: 'street', note: '个体工商户集中的街道', below: [
    { id: 'fangbei-beiguan-wenhua', name: '文化社区', note: '设有税收宣传栏的社区' }, { id: 'fangbei-beiguan-tiebei', name: '铁北社区', note: '老旧小区较多的社区' }] },
  { id: 'fangbei-zhanqian-street', county: 'fangbei', countyName: '坊北区', name: '站前街道', kind: 'street', note: '商贸业户集中的街道', below: [
    { id: 'fangbei-zhanqian-shangmao', name: '商贸社区', note: '沿街业户集中的社区' }] },
  { id: 'fangbei-shibu-town', county: 'fangbei', countyName: '坊北区', name: '石埠镇', kind: 'town', note: '区属涉农镇', below: [
    { id: 'fangbei-shibu-shibu', name: '石埠村', note: '镇政府驻地村' }] },
  { id: 'nanping-nanmen-street', county: 'nanping', countyName: '南屏区', name: '南门街道', kind: 'street', note: '老城街道', below: [
    { id: 'nanping-nanmen-gulou', name: '鼓楼社区', note: '老城社区' }, { id: 'nanping-nanmen-nanhu', name: '南湖社区', note: '住宅小区集中的社区' }] },
  { id: 'nanping-yanling-town', county: 'nanping', countyName: '南屏区', name: '雁岭镇', kind: 'town', note: '城乡结合部镇', below: [
    { id: 'nanping-yanling-yanling', name: '雁岭村', note: '镇政府驻地村' }] },
  { id: 'xiling-songping-town', county: 'xiling', countyName: '西岭县', name: '松坪镇', kind: 'town', note: '山区镇', below: [
    { id: 'xiling-songping-songping', name: '松坪村', note: '农村书屋所在村' }, { id: 'xiling-songping-shangping', name: '上坪村', note: '山区村' }] },
  { id: 'xiling-yunfeng-township', county: 'xiling', countyName: '西岭县', name: '云峰乡', kind: 'town', note: '边远乡，网络查阅条件较弱', below: [
    { id: 'xiling-yunfeng-yunfeng', name: '云峰村', note: '乡政府驻地村' }] },
];

const isCommunity = (place: Place) => place.name.endsWith('社区');

export const townshipAgencies: AgencyContent[] = townships.flatMap((town, t) => {
  const street = town.kind === 'street';
  const title = street ? `${town.name}办事处` : `${town.name}人民政府`;
  const seat = `清川市${town.countyName}${town.name}`;
  const upper = agency({
    id: town.id, parentId: town.county, level: 'township', kind: 'government', name: `${town.countyName}${title}`, shortName: town.name, address: `${seat}政府街1号`, exchange: 8870 + t,
    duties: street
      ? `${town.note}。受区人民政府领导，办理派出机关事务：组织社区服务、社会救助初审、城市管理和综合治理，指导社区居务公开，设置固定政务公开栏和政府信息查阅点。`
      : `${town.note}。执行本级人民代表大会的决议和上级决定，管理本行政区域的经济、民政、农业农村等工作；重点公开贯彻落实农业农村政策、农田水利建设、农村土地承包经营权流转、宅基地使用、土地征收、筹资筹劳和社会救助等信息，指导村务公开。`,
    leaders: street
      ? [['街道办事处主任', '主持办事处全面工作'], ['街道办事处副主任', '分管民政、社区建设和政务公开']]
      : [[town.name.endsWith('乡') ? '乡长' : '镇长', '主持政府全面工作'], [town.name.endsWith('乡') ? '副乡长' : '副镇长', '分管农业、水利、民政和政务公开']],
    offices: [['党政办公室', '管理政务公开栏、点题栏，登记群众点题'], ['民政办公室', '受理社会救助申请，组织入户调查和公示'], [street ? '社区建设办公室' : '农业综合服务中心', street ? '指导社区居务公开和社区服务' : '落实惠农政策，发放政策明白卡'], ['财政所', '办理财政补贴发放，公示收支情况']],
    venues: [board(`${town.name}政务公开栏和点题栏`, `${seat}主街路口`), { type: 'intake-point', name: `${town.name}便民服务大厅资料索取点`, address: `${seat}政府街1号`, hours: OFFICE_HOURS, equipment: ['明白卡', '收费表', '政务公开手册'] }],
  });
  const lower = town.below.map((place, v) => {
    const kind = isCommunity(place) ? '居民委员会' : '村民委员会';
    const affairs = isCommunity(place) ? '居务' : '村务';
    return agency({
      id: place.id, parentId: town.id, level: 'village', kind: 'committee', name: `${town.name}${place.name}${kind}`, shortName: place.name, address: `${seat}${place.name}`, hours: COMMUNITY_HOURS, exchange: 8900 + t * 4 + v,
      duties: isCommunity(place)
        ? `${place.note}。办理本社区居民的公共事务和公益事业，调解民间纠纷，向街道或者镇反映居民的意见；通过公开栏公布社会救助初审、收支和居民关心的事项。`
        : `${place.note}。办理本村公共事务和公益事业，实行村务公开制度：一般事项至少每季度公布一次，集体财务往来较多的每月公布一次，涉及村民利益的重大事项随时公布，接受村民监督。`,
      leaders: [[isCommunity(place) ? '居委会主任' : '村委会主任', '主持全面工作'], [isCommunity(place) ? '居务监督员' : '村务监督委员会主任', `监督${affairs}公开和收支`]],
      offices: [[`${affairs}公开小组`, `张贴公开内容，收集点题，保存公开原件或者照片`]],
      venues: isCommunity(place)
        ? [board(`${place.name}居务公开栏`, `${seat}${place.name}居委会门前`)]
        : [board(`${place.name}村务公开栏`, `${seat}${place.name}村委会门前`), reading(`${place.name}农村书屋信息公开查阅网点`, `${seat}${place.name}农村书屋`)],
    });
  });
  return [upper, ...lower];
});
