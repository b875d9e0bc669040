import { measure, wrap } from './text-width.ts';
import type { Flow } from './types.ts';

/** All lengths are in em of the drawing's text. */
export interface FlowBox {
  readonly id: string;
  readonly type: Flow['nodes'][number]['type'];
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
  readonly small: readonly string[];
}
export interface FlowLine {
  readonly from: string;
  readonly to: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly label: { readonly lines: readonly string[]; readonly x: number; readonly y: number } | undefined;
}
export interface FlowDrawing {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly FlowBox[];
  readonly lines: readonly FlowLine[];
}

interface Place { id: string; box: Flow['nodes'][number] | undefined; layer: number; order: number; x: number; width: number; height: number }
interface Edge { from: string; to: string; label: string | undefined }
interface Route { edge: Edge; path: Place[] }
/** A label stands above the box it leads to where only one line does, so that it has room; else below the box it leaves. */
interface Label { atEnd: boolean; lines: readonly string[] }

const GAP_X = 1.4;
const LANE = 1.3;
export const SMALL = 0.8125;
const LINE = 1.45;

/** Draws a flow from top to bottom within `room` em: layers by longest path, few crossings, elbows that do not overlap. */
export function layOut(flow: Flow, room: number, small: (node: Flow['nodes'][number]) => readonly string[]): FlowDrawing {
  const known = new Map(flow.nodes.map((node) => [node.id, node]));
  const edges: Edge[] = flow.edges.filter((edge) => known.has(edge.from) && known.has(edge.to)).map(({ from, to, label }) => ({ from, to, label }));
  const back = backEdges(flow, edges);
  const forward = edges.filter((edge) => !back.has(edge));
  const layerOf = layers(flow, forward);
  const { byLayer, routes, places } = lay(flow, forward, layerOf);

  const loops = [...back].map((edge) => ({ edge, lines: edge.label === undefined ? [] : wrap(edge.label, 5 / SMALL) }));
  const laneOf = ({ lines: label }: { readonly lines: readonly string[] }) => Math.max(LANE, Math.max(0, ...label.map(measure)) * SMALL + 1);
  const lanes = loops.reduce((sum, loop) => sum + laneOf(loop), 0);
  const columns = Math.max(1, ...byLayer.map((layer) => layer.filter((place) => place.box).length));
  const through = Math.max(0, ...byLayer.map((layer) => layer.filter((place) => !place.box).length));
  const width = Math.min(15, Math.max(7, (room - lanes - (columns - 1 + through) * GAP_X) / columns));
  const texts = new Map(flow.nodes.map((node) => [node.id, textOf(node, width, small(node))]));
  for (const place of places) {
    const text = texts.get(place.id);
    place.width = place.box ? width : 0.4;
    place.height = text ? text.lines.length * LINE + text.small.length * LINE * SMALL + 1.1 : 0;
  }
  order(byLayer, routes, new Set([...back].map(({ from }) => from)));
  position(byLayer, routes);

  const left = Math.min(...places.map((place) => place.x - place.width / 2));
  for (const place of places) place.x -= left - 0.2;
  const right = Math.max(...places.map((place) => place.x + place.width / 2));

  const labels = new Map(routes.map((route): [Edge, Label] => {
    const atEnd = route.path.length === 2 && forward.filter(({ to }) => to === route.edge.to).length === 1;
    const space = atEnd ? width : width / forward.filter(({ from }) => from === route.edge.from).length;
    return [route.edge, { atEnd, lines: route.edge.label === undefined ? [] : wrap(route.edge.label, Math.max(3, (space - 0.4) / SMALL)) }];
  }));
  const { tops, tracks, height } = rows(byLayer, routes, labels);
  const middle = (place: Place) => (tops[place.layer] ?? 0) + rowHeight(byLayer[place.layer]) / 2;

  const lines = [
    ...routes.map((route) => drawn(route, routes, labels, tracks, middle)),
    ...loops.map((loop, at) => looped(loop, right + loops.slice(0, at + 1).reduce((sum, one) => sum + laneOf(one), 0), places, middle)),
  ];
  return {
    width: right + lanes + 0.4,
    height,
    boxes: places.flatMap((place) => {
      const text = texts.get(place.id);
      return place.box && text
        ? [{ id: place.id, type: place.box.type, x: place.x - place.width / 2, y: middle(place) - place.height / 2, width: place.width, height: place.height, ...text }]
        : [];
    }),
    lines,
  };
}

function textOf(node: Flow['nodes'][number], width: number, small: readonly string[]): { lines: string[]; small: string[] } {
  const inner = width - (node.type === 'decision' ? 2.2 : 1.2);
  const joined = small.join(' · ');
  const fits = measure(joined) <= inner / SMALL;
  return { lines: wrap(node.label, inner), small: fits ? [joined].filter((line) => line !== '') : small.flatMap((part) => wrap(part, inner / SMALL)) };
}

/** Edges that lead back to where the reader came from, found walking from the first node. */
function backEdges(flow: Flow, edges: readonly Edge[]): Set<Edge> {
  const back = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const edge of edges) {
      if (edge.from !== id) continue;
      const at = state.get(edge.to);
      if (at === 'open') back.add(edge);
      else if (at === undefined) visit(edge.to);
    }
    state.set(id, 'done');
  };
  const starts = flow.nodes.filter((node) => node.type === 'start' || !edges.some((edge) => edge.to === node.id));
  for (const node of [...starts, ...flow.nodes]) if (!state.has(node.id)) visit(node.id);
  return back;
}

/** The layer of each node: one below the lowest of those that lead to it. */
function layers(flow: Flow, forward: readonly Edge[]): Map<string, number> {
  const layerOf = new Map(flow.nodes.map((node) => [node.id, 0]));
  for (let round = 0; round < flow.nodes.length; round += 1) {
    let changed = false;
    for (const edge of forward) {
      const least = (layerOf.get(edge.from) ?? 0) + 1;
      if ((layerOf.get(edge.to) ?? 0) < least) {
        layerOf.set(edge.to, least);
        changed = true;
      }
    }
    if (!changed) break;
  }
  return layerOf;
}

function lay(flow: Flow, forward: readonly Edge[], layerOf: Map<string, number>) {
  const byLayer: Place[][] = [];
  const places: Place[] = [];
  const add = (id: string, box: Place['box'], layer: number): Place => {
    const row = (byLayer[layer] ??= []);
    const place: Place = { id, box, layer, order: row.length, x: 0, width: 0, height: 0 };
    row.push(place);
    places.push(place);
    return place;
  };
  const placeOf = new Map(flow.nodes.map((node) => [node.id, add(node.id, node, layerOf.get(node.id) ?? 0)]));
  const routes: Route[] = [];
  forward.forEach((edge, index) => {
    const [from, to] = [placeOf.get(edge.from), placeOf.get(edge.to)];
    if (!from || !to) return;
    const path = [from];
    for (let layer = from.layer + 1; layer < to.layer; layer += 1) path.push(add(`${String(index)} ${String(layer)}`, undefined, layer));
    routes.push({ edge, path: [...path, to] });
  });
  return { byLayer, routes, places };
}

const neighbours = (routes: readonly Route[], place: Place, step: 1 | -1): Place[] =>
  routes.flatMap(({ path }) => {
    const other = path[path.indexOf(place) + step];
    return path.includes(place) && other ? [other] : [];
  });

/** Barycentre sweeps: each layer in the order of the middle of its neighbours; what leads back up stands at the right. */
function order(byLayer: Place[][], routes: readonly Route[], leadBack: ReadonlySet<string>): void {
  for (let sweep = 0; sweep < 6; sweep += 1) {
    const step = sweep % 2 === 0 ? -1 : 1;
    for (const layer of step === -1 ? byLayer : [...byLayer].reverse()) {
      const key = new Map(layer.map((place) => [place, mean(neighbours(routes, place, step).map((one) => one.order)) ?? place.order]));
      layer.sort((a, b) => Number(leadBack.has(a.id)) - Number(leadBack.has(b.id)) || (key.get(a) ?? 0) - (key.get(b) ?? 0) || a.order - b.order);
      layer.forEach((place, at) => (place.order = at));
    }
  }
}

const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((a, b) => a + b, 0) / values.length);

/** Moves boxes towards the middle of their neighbours as far as the boxes beside them allow. */
function position(byLayer: Place[][], routes: readonly Route[]): void {
  for (const layer of byLayer) apart(layer, layer.map((_, at) => at * 8));
  for (let sweep = 0; sweep < 8; sweep += 1) {
    const step = sweep % 2 === 0 ? -1 : 1;
    for (const layer of step === -1 ? byLayer : [...byLayer].reverse()) {
      apart(layer, layer.map((place) => mean(neighbours(routes, place, step).map((one) => one.x)) ?? place.x));
    }
  }
}

/** Nearest positions to the wished ones that keep order and distance (pool adjacent violators). */
function apart(layer: readonly Place[], wished: readonly number[]): void {
  let offset = 0;
  const offsets = layer.map((place, at) => {
    const before = layer[at - 1];
    if (before) offset += (before.width + place.width) / 2 + GAP_X;
    return offset;
  });
  const pools: { sum: number; count: number }[] = [];
  wished.forEach((wish, at) => {
    let pool = { sum: wish - (offsets[at] ?? 0), count: 1 };
    for (let last = pools[pools.length - 1]; last && last.sum / last.count > pool.sum / pool.count; last = pools[pools.length - 1]) {
      pools.pop();
      pool = { sum: pool.sum + last.sum, count: pool.count + last.count };
    }
    pools.push(pool);
  });
  let at = 0;
  for (const pool of pools) {
    for (let n = 0; n < pool.count; n += 1, at += 1) {
      const place = layer[at];
      if (place) place.x = pool.sum / pool.count + (offsets[at] ?? 0);
    }
  }
}

const rowHeight = (layer: readonly Place[] | undefined): number => Math.max(0, ...(layer ?? []).map((place) => place.height));

/** Where a line leaves a box that has several: beside each other, in the order of where they go. */
function port(route: Route, routes: readonly Route[]): number {
  const [from] = route.path;
  if (!from) return 0;
  const siblings = routes.filter(({ path }) => path[0] === from).sort((a, b) => (a.path[1]?.x ?? 0) - (b.path[1]?.x ?? 0));
  const inner = from.width - (from.box?.type === 'decision' ? 2 : 1);
  return from.x + (siblings.indexOf(route) - (siblings.length - 1) / 2) * (inner / siblings.length);
}

/** Heights of the rows, and of the level pieces between them: pieces that would cover each other lie on tracks of their own. */
function rows(byLayer: readonly Place[][], routes: readonly Route[], labels: ReadonlyMap<Edge, Label>) {
  const tops: number[] = [];
  const tracks = new Map<string, number>();
  let y = 0.3;
  byLayer.forEach((layer, at) => {
    tops.push(y);
    y += rowHeight(layer);
    const labelled = (atEnd: boolean) =>
      Math.max(0, ...routes.map(({ edge, path }) => { const label = labels.get(edge); return path[0]?.layer === at && label?.atEnd === atEnd ? label.lines.length : 0; })) * LINE * SMALL;
    y += labelled(false) > 0 ? labelled(false) + 0.7 : 0.5;
    const taken: { from: number; to: number; source: Place }[][] = [];
    for (const route of routes) {
      const from = route.path.find((place) => place.layer === at);
      const to = from && route.path[route.path.indexOf(from) + 1];
      if (!from || !to) continue;
      const start = from.box ? port(route, routes) : from.x;
      const piece = { from: Math.min(start, to.x) - 0.4, to: Math.max(start, to.x) + 0.4, source: from };
      if (Math.abs(start - to.x) < 0.05) continue;
      let track = taken.findIndex((pieces) => pieces.every((other) => other.to < piece.from || other.from > piece.to));
      if (track < 0) track = taken.push([]) - 1;
      taken[track]?.push(piece);
      tracks.set(`${route.edge.from} ${route.edge.to} ${String(at)}`, y + track * 0.7);
    }
    y += Math.max(0, taken.length - 1) * 0.7 + (taken.length > 0 ? 1.1 : 0.9) + labelled(true);
    if (at === byLayer.length - 1) y = (tops[at] ?? 0) + rowHeight(layer) + 0.3;
  });
  return { tops, tracks, height: y };
}

type Middle = (place: Place) => number;

function drawn(route: Route, routes: readonly Route[], labels: ReadonlyMap<Edge, Label>, tracks: ReadonlyMap<string, number>, middle: Middle): FlowLine {
  const { edge, path } = route;
  const points: [number, number][] = [];
  path.slice(0, -1).forEach((from, at) => {
    const to = path[at + 1] ?? from;
    const x = from.box ? port(route, routes) : from.x;
    const track = tracks.get(`${edge.from} ${edge.to} ${String(from.layer)}`);
    points.push([x, middle(from) + from.height / 2]);
    if (track !== undefined) points.push([x, track], [to.x, track]);
    points.push([to.x, middle(to) - to.height / 2]);
  });
  const { lines, atEnd } = labels.get(edge) ?? { lines: [], atEnd: false };
  const at = atEnd ? points[points.length - 1] : points[0];
  const y = at && (atEnd ? at[1] - 0.75 - lines.length * SMALL * 1.3 : at[1] + 0.45);
  return { from: edge.from, to: edge.to, points, label: lines.length > 0 && at && y !== undefined ? { lines, x: at[0], y } : undefined };
}

/** A line back up, at the right of everything; its label lies on its first piece. */
function looped({ edge, lines }: { edge: Edge; lines: readonly string[] }, x: number, places: readonly Place[], middle: Middle): FlowLine {
  const from = places.find((place) => place.id === edge.from);
  const to = places.find((place) => place.id === edge.to);
  if (!from || !to) return { from: edge.from, to: edge.to, points: [], label: undefined };
  const [y1, y2] = [middle(from) + (from === to ? 0.4 : 0), middle(to) - (from === to ? 0.4 : 0)];
  const longest = Math.max(0, ...lines.map(measure)) * SMALL;
  return {
    from: edge.from,
    to: edge.to,
    points: [[from.x + from.width / 2, y1], [x, y1], [x, y2], [to.x + to.width / 2, y2]],
    label: lines.length > 0 ? { lines, x: x - longest / 2 - 0.55, y: y1 - lines.length * SMALL * 0.65 } : undefined,
  };
}
