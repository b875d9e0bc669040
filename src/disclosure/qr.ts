import { svg, type SVGTemplateResult } from 'lit';
import { encode } from 'uqr';

/** Light modules around the code; scanners need four (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

/** An address as a QR code: black on white in every theme, or cameras do not see it. */
export function qr(address: string, label: string): SVGTemplateResult {
  const { data, size } = encode(address, { border: QUIET_ZONE, ecc: 'M' });
  return svg`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width=${size} height=${size} fill="#fff"></rect><path fill="#000" d=${path(data)}></path></svg>`;
}

/** Dark modules as runs along each row. */
export function path(matrix: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  matrix.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      let end = x;
      while (row[end]) end += 1;
      runs.push(`M${String(x)} ${String(y)}h${String(end - x)}v1H${String(x)}z`);
      x = end;
    }
  });
  return runs.join('');
}
