import type { Table } from './types.ts';

export interface PeerGroup {
  readonly group: string;
  readonly count: number;
  /** Nothing when the group is too small to be shown without showing its members. */
  readonly spread: { readonly lower: number; readonly median: number; readonly upper: number } | undefined;
}

/** The value below which the share `q` of an ascending list lies, interpolated between neighbours (R type 7, as Excel's QUARTILE.INC). */
export function quantile(ascending: readonly number[], q: number): number {
  const at = (ascending.length - 1) * q;
  const below = ascending[Math.floor(at)] ?? Number.NaN;
  const above = ascending[Math.ceil(at)] ?? below;
  return below + (above - below) * (at - Math.floor(at));
}

/** Median and quartiles of `value` by `group`, in the order groups first appear. Rows whose value was not published do not count. */
export function compareWithPeers(rows: Table['rows'], group: string, value: string, minimumCell: number): PeerGroup[] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const name = row[group];
    const figure = row[value];
    if (name === null || name === undefined) continue;
    const values = groups.get(String(name)) ?? [];
    groups.set(String(name), values);
    if (typeof figure === 'number' && Number.isFinite(figure)) values.push(figure);
  }
  return [...groups].map(([name, values]) => {
    const ascending = [...values].sort((a, b) => a - b);
    const enough = ascending.length >= Math.max(1, minimumCell);
    return {
      group: name,
      count: ascending.length,
      spread: enough ? { lower: quantile(ascending, 0.25), median: quantile(ascending, 0.5), upper: quantile(ascending, 0.75) } : undefined,
    };
  });
}
