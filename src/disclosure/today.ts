/** The calendar day it is now in China, whatever clock the device goes by. */
export function todayInShanghai(now: Date = new Date()): string {
  return new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10); // UTC+8 all year since 1992
}
