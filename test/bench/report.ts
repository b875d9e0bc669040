import { cpus, totalmem } from 'node:os';

/** What every result says of itself: without it a number cannot be compared with another. */
export interface Conditions {
  readonly title: string;
  /** Sizes, runs, what was started, and whatever else decides the numbers. */
  readonly with: Readonly<Record<string, string | number>>;
  readonly browser?: string;
}

/** The heading of a benchmark: what was measured, and how. */
export function conditions({ title, with: details, browser }: Conditions): string {
  const [first] = cpus();
  const facts: Record<string, string | number> = {
    Machine: `${cpus().length} cores (${first?.model ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB`,
    Node: process.version,
    ...(browser === undefined ? {} : { Browser: browser }),
    Date: new Date().toISOString().slice(0, 16).replace('T', ' ') + ' UTC',
    ...details,
  };
  return [`## ${title}`, '', ...Object.entries(facts).map(([name, value]) => `- ${name}: ${value}`), ''].join('\n');
}

/** A Markdown table whose columns line up when it is read as text. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => shownWidth(row[column] ?? ''))));
  const line = (row: readonly string[]) => `| ${widths.map((width, column) => (row[column] ?? '') + ' '.repeat(width - shownWidth(row[column] ?? ''))).join(' | ')} |`;
  const [first = [], ...rest] = cells;
  return [line(first), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line), ''].join('\n');
}

/** A Chinese character takes the room of two letters. */
function shownWidth(text: string): number {
  return [...text].reduce((width, char) => width + (/[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(char) ? 2 : 1), 0);
}

/** The value below which a share of the samples lies (nearest rank). */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** Milliseconds with as many digits as the clock is good for. */
export function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** `least – most`. */
export function range(samples: readonly number[]): string {
  return `${ms(Math.min(...samples))} – ${ms(Math.max(...samples))}`;
}

export const LATENCY_HEAD = ['n', 'p50 ms', 'p95 ms', 'p99 ms', 'min – max'] as const;

/** The cells that go below `LATENCY_HEAD`. */
export function latency(samples: readonly number[]): string[] {
  return [String(samples.length), ms(quantile(samples, 0.5)), ms(quantile(samples, 0.95)), ms(quantile(samples, 0.99)), range(samples)];
}

/** How large a count of bytes is. */
export function bytes(count: number): string {
  return count < 1e6 ? `${(count / 1024).toFixed(1)} KB` : `${(count / 2 ** 20).toFixed(1)} MB`;
}
