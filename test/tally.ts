/** What a part of the tests came to. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export const closingLine = ({ passed, failed, skipped }: Tally): string => `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
