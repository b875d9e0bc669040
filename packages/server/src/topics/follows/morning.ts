/* Letters that gather what a day brought go out at 8 in the morning in Asia/Shanghai, which is midnight in UTC all year round. */

const DAY_MILLISECONDS = 86_400_000;

/** The last one at or before a moment. Moments are in ISO 8601, in UTC. */
export function morningBefore(at: string): string {
  return `${at.slice(0, 10)}T00:00:00.000Z`;
}

export function morningAfter(at: string): string {
  return new Date(Date.parse(morningBefore(at)) + DAY_MILLISECONDS).toISOString();
}
