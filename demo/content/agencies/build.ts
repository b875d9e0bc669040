import type { AgencyContent } from '@sunlit/contract';

type Office = AgencyContent['offices'][number];
type Venue = AgencyContent['venues'][number];
type Leader = AgencyContent['leaders'][number];

/** What differs from agency to agency; the builder adds the numbers and the customary hours. */
export interface Draft extends Pick<AgencyContent, 'id' | 'level' | 'kind' | 'name'> {
  parentId?: string;
  shortName?: string;
  duties: string;
  address: string;
  hours?: string;
  /** Post and portfolio. */
  leaders: [post: string, portfolio: string][];
  /** Name and duties. */
  offices: [name: string, duties: string][];
  venues?: Venue[];
  /** Four digits of the exchange; the numbers belong to no network. */
  exchange: number;
}

export const OFFICE_HOURS = '工作日 8:30—12:00，14:00—17:30';
export const COMMUNITY_HOURS = '每日 8:30—11:30，14:30—17:30，节假日有人值班';

/** Numbers of the demonstration city begin with 000, which no exchange uses. */
const number = (exchange: number, line: number): string => `000-${exchange} ${String(line).padStart(4, '0')}`;

export function agency(draft: Draft): AgencyContent {
  const { exchange, leaders, offices, venues = [], hours = OFFICE_HOURS, ...rest } = draft;
  return {
    ...rest,
    hours,
    phones: [
      { label: '办公电话', number: number(exchange, 101) },
      { label: '政府信息公开咨询', number: number(exchange, 102) },
      { label: '监督投诉', number: number(exchange, 109) },
    ],
    leaders: leaders.map(([post, portfolio], i): Leader => ({ post, portfolio, phone: number(exchange, 201 + i) })),
    offices: offices.map(([name, duties], i): Office => ({ name, duties, phone: number(exchange, 301 + i) })),
    venues,
  };
}

export const board = (name: string, address: string): Venue => ({ type: 'notice-board', name, address, hours: '全天' });

export const reading = (name: string, address: string, equipment = ['政府信息汇编', '查阅电脑']): Venue => ({ type: 'reading-room', name, address, hours: '周二至周日 9:00—17:00', equipment });

export const intake = (name: string, address: string): Venue => ({ type: 'intake-point', name, address, hours: OFFICE_HOURS, equipment: ['申请表', '填写样例', '申请流程图'] });
