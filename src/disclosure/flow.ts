import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import { SMALL, layOut, type FlowBox, type FlowLine } from './flow-layout.ts';
import { badge } from './parts.ts';
import type { Context, Flow } from './types.ts';

type Node = Flow['nodes'][number];

/** Units of the drawing for one em; the drawing itself is sized in em, so that it grows with the text around it. */
const UNIT = 16;
const u = (em: number): string => (em * UNIT).toFixed(1);

/** Who acts and how long it takes, as it stands under a step. */
function small(node: Node, ctx: Context): string[] {
  return [node.actor, node.days === undefined ? undefined : ctx.t('flow.days', { days: node.days })].filter((one) => one !== undefined);
}

/** Steps drawn as a graph, and beside it the same steps as a list. */
export function flow(value: Flow, ctx: Context): TemplateResult {
  return html`<div class="flow">${drawing(value, ctx)}${steps(value, ctx)}</div>`;
}

function drawing(value: Flow, ctx: Context): TemplateResult {
  const { width, height, boxes, lines } = layOut(value, Math.min(ctx.room, 34), (node) => small(node, ctx));
  return html`<figure class="drawing" part="flow">
    <div class="drawing-room" role="region" tabindex="0" aria-label=${ctx.t('flow.title')}>
      <svg class="flow-drawing" role="img" aria-label=${ctx.t('flow.described', { count: value.nodes.length })}
        width="${width.toFixed(2)}em" height="${height.toFixed(2)}em" viewBox="0 0 ${u(width)} ${u(height)}">
        ${lines.map(line)}${boxes.map(box)}${lines.map(label)}
      </svg>
    </div>
  </figure>`;
}

function line({ from, to, points }: FlowLine): SVGTemplateResult {
  const [end, before] = [points[points.length - 1], points[points.length - 2]];
  if (!end || !before) return svg``;
  const [x, y] = end;
  const sideways = before[1] === y;
  const head = sideways ? `M${u(x + 0.5)} ${u(y - 0.28)}L${u(x)} ${u(y)}L${u(x + 0.5)} ${u(y + 0.28)}z` : `M${u(x - 0.28)} ${u(y - 0.5)}L${u(x)} ${u(y)}L${u(x + 0.28)} ${u(y - 0.5)}z`;
  return svg`<g class="edge" data-from=${from} data-to=${to}><path class="edge-line" d=${rounded(points)}></path><path class="edge-head" d=${head}></path></g>`;
}

/** A path with round elbows. */
function rounded(points: FlowLine['points']): string {
  return points
    .map(([x, y], at) => {
      const [before, after] = [points[at - 1], points[at + 1]];
      if (!before) return `M${u(x)} ${u(y)}`;
      if (!after) return `L${u(x)} ${u(y)}`;
      const towards = ([px, py]: readonly [number, number]): string => {
        const [dx, dy] = [px - x, py - y];
        const length = Math.hypot(dx, dy) || 1;
        const by = Math.min(0.45, length / 2) / length;
        return `${u(x + dx * by)} ${u(y + dy * by)}`;
      };
      return `L${towards(before)}Q${u(x)} ${u(y)} ${towards(after)}`;
    })
    .join('');
}

function label({ label: text }: FlowLine): SVGTemplateResult {
  if (!text) return svg``;
  return svg`<text class="edge-label" text-anchor="middle" font-size=${u(SMALL)}>${text.lines.map(
    (one, at) => svg`<tspan x=${u(text.x)} y=${u(text.y + (at + 0.85) * SMALL * 1.3)}>${one}</tspan>`,
  )}</text>`;
}

function box(one: FlowBox): SVGTemplateResult {
  const { x, y, width, height } = one;
  const [middle, total] = [x + width / 2, one.lines.length * 1.45 + one.small.length * 1.45 * SMALL];
  const top = y + (height - total) / 2;
  const shape =
    one.type === 'decision'
      ? svg`<path class="shape" d=${`M${u(x)} ${u(y + height / 2)}L${u(x + 0.9)} ${u(y)}H${u(x + width - 0.9)}L${u(x + width)} ${u(y + height / 2)}L${u(x + width - 0.9)} ${u(y + height)}H${u(x + 0.9)}z`}></path>`
      : svg`<rect class="shape" x=${u(x)} y=${u(y)} width=${u(width)} height=${u(height)} rx=${u(one.type === 'step' ? 0.5 : height / 2)}></rect>`;
  return svg`<g class="node ${one.type}" data-node=${one.id}>${shape}
    <text class="node-label" text-anchor="middle" font-size=${u(1)}>${one.lines.map((text, at) => svg`<tspan x=${u(middle)} y=${u(top + (at + 0.75) * 1.45)}>${text}</tspan>`)}</text>
    ${one.small.length === 0 ? nothing : svg`<text class="node-small" text-anchor="middle" font-size=${u(SMALL)}>${one.small.map(
      (text, at) => svg`<tspan x=${u(middle)} y=${u(top + one.lines.length * 1.45 + (at + 0.72) * 1.45 * SMALL)}>${text}</tspan>`,
    )}</text>`}</g>`;
}

/** The text twin: every step with who, how long, what exactly, and where it leads. */
function steps({ nodes, edges }: Flow, ctx: Context): TemplateResult {
  const labelOf = new Map(nodes.map((node) => [node.id, node.label]));
  return html`<ol class="steps" aria-label=${ctx.t('flow.steps')}>
    ${nodes.map((node, at) => {
      const ways = edges.filter((edge) => edge.from === node.id && labelOf.has(edge.to));
      const [way] = ways;
      const plain = ways.length === 1 && way?.label === undefined && way?.to === nodes[at + 1]?.id; // the list itself says it
      return html`<li data-node=${node.id} class=${node.type}>
        <p class="step-head"><strong>${node.label}</strong> ${node.type === 'decision' ? badge(ctx.t('flow.decision')) : nothing}</p>
        ${small(node, ctx).length === 0 ? nothing : html`<p class="small muted">${small(node, ctx).join(' · ')}</p>`}
        ${node.detail === undefined ? nothing : html`<p>${node.detail}</p>`}
        ${ways.length === 0
          ? nothing
          : html`<ul class="ways small ${plain ? 'plain' : ''}">
              ${ways.map((way) => html`<li data-from=${way.from} data-to=${way.to}>${
                way.label === undefined ? ctx.t('flow.next', { step: labelOf.get(way.to) ?? '' }) : ctx.t('flow.if', { label: way.label, step: labelOf.get(way.to) ?? '' })
              }</li>`)}
            </ul>`}
      </li>`;
    })}
  </ol>`;
}
