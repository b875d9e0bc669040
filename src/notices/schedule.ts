const MINUTES_OF_A_DAY = 24 * 60;

/** From which minute of the day to which, for example 480 to 1080; over midnight when the second is smaller. */
export interface Schedule {
  readonly from: number;
  readonly to: number;
}

/** `08:00-18:00`. Anything else is no schedule, and the wall shows at all hours. */
export function parseSchedule(text: string | undefined): Schedule | undefined {
  const [, ...found] = /^\s*(\d{1,2}):(\d{2})\s*[-–—~]\s*(\d{1,2}):(\d{2})\s*$/.exec(text ?? '') ?? [];
  const [fromHour = NaN, fromMinute = NaN, toHour = NaN, toMinute = NaN] = found.map(Number);
  if (!(fromHour <= 24 && toHour <= 24 && fromMinute < 60 && toMinute < 60)) return undefined;
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return from > MINUTES_OF_A_DAY || to > MINUTES_OF_A_DAY || from === to ? undefined : { from, to };
}

/** Whether a wall shows at a minute of the day. */
export function isOn(schedule: Schedule | undefined, minute: number): boolean {
  if (!schedule) return true;
  const { from, to } = schedule;
  return from < to ? minute >= from && minute < to : minute >= from || minute < to;
}

/** The minute of the day by the clock of the agencies, Asia/Shanghai: UTC+8 all year. */
export const minuteOf = (moment: Date): number => (moment.getUTCHours() * 60 + moment.getUTCMinutes() + 8 * 60) % MINUTES_OF_A_DAY;

export const clock = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
