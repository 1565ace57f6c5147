// From the data of a scene and the stretch in sight to what stands where: lanes, rows, labels, "+N", bars.

import { edges, stretchLabel } from './calendar.js';
import { manner } from './draw.js';
import { number } from './locale.js';
import { GAP, NEAR, clusters, extent, layOut } from './pack.js';

const ROW = 24, HEAD = 22, REST = 12, LABEL = 230, LONGEST = 420, SHORTEST = 84, OPEN = 28, WHISKER = 16, BAR = 9, NARROW = 640, AROUND = .6, STRIP = 26, LEAST = 3;
export const OTHER_DOCUMENTS = 'other documents';

export function margins(width, lanes, measure) {
  const narrow = width < NARROW;
  const names = Math.max(40, ...lanes.map(([name, count]) => measure(`${name}  ${number(count)}`, 13)));
  return { narrow, left: narrow ? 26 : Math.min(190, Math.ceil(names) + 14), right: narrow ? 8 : 14 };
}

// The hue of each mark: by how its date was found, or by its document, the seven that tell most of all.
export function hues(data, ink, by) {
  const { marks } = data;
  if (by !== 'document') return { of: (e) => ink.bases[data.bases[marks.basis[e]]] || ink.quiet, names: null };
  const counts = new Map();
  for (const name of marks.document) counts.set(name, (counts.get(name) || 0) + 1);
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name).slice(0, ink.several.length);
  const hue = new Map(order.map((name, n) => [name, ink.several[n]]));
  const names = order.map((name) => [hue.get(name), data.documents[name] || name]);
  return { of: (e) => hue.get(marks.document[e]) || ink.quiet, names: counts.size > order.length ? [...names, [ink.quiet, OTHER_DOCUMENTS]] : names };
}

function item(data, event, scale, px, plot, text) {
  const { marks } = data, first = marks.first[event], last = marks.last[event] + 1, open = marks.open[event];
  const opens = open & 1, lasts = open & 2, about = open & 4, at = px(scale.to((first + last) / 2));
  const wide = last - first > 1 || opens || lasts;
  let left = wide ? px(scale.to(first)) : at, right = wide ? px(scale.to(last)) : at;
  if (opens) left = Math.min(left, at) - OPEN;
  if (lasts) right = Math.max(right, at) + OPEN;
  if (about) { left = Math.min(left, at - WHISKER); right = Math.max(right, at + WHISKER); }
  return { event, at, left, right, opens, lasts, about, label: text.width, text: text.text, weight: marks.weight[event] };
}

function lanesOf(data, geometry, scale, px, plot, fit, memory) {
  const lists = data.lanes.map(() => []), [events, lanes] = data.stands;
  events.forEach((event, n) => {
    const made = item(data, event, scale, px, plot, fit(data.marks.title[event], Math.min(LABEL, Math.max(130, plot * .4))));
    if (made.right < -plot * AROUND || made.left > plot * (1 + AROUND)) return;
    made.key = `${data.lanes[lanes[n]][0]}\n${data.marks.id[event]}`;
    made.was = memory.get(made.key);
    made.seen = made.right >= 0 && made.left <= plot;
    lists[lanes[n]].push(made);
  });
  return lists;
}

// A label that was cut gets the room that its row leaves it, up to LONGEST; a mark without one gets what it has room for, if that
// is enough to tell something.
function lengthen(items, placed, starts, fit, titles, plot) {
  items.forEach((item, i) => {
    const start = starts.get(item), title = titles[item.event];
    if (placed[i] === null || (start !== undefined && item.text === title)) return;
    const row = items.flatMap((other, j) => (j !== i && placed[j] === placed[i] ? [extent(other, starts.get(other))] : []));
    if (start === undefined) { squeeze(item, row, starts, fit, title, plot); return; }
    const end = start + item.label;
    const room = start > item.at ? after(row, end, plot) - start : end - before(row, start);
    if (room <= item.label) return;
    const { text, width } = fit(title, Math.min(room, LONGEST));
    Object.assign(item, { text, label: width });
    if (start <= item.at) starts.set(item, end - width);
  });
}

const after = (row, x, plot) => Math.min(plot - 4, ...row.filter(([low]) => low >= x).map(([low]) => low - GAP));
const before = (row, x) => Math.max(4, ...row.filter(([, high]) => high <= x).map(([, high]) => high + GAP));

function squeeze(item, row, starts, fit, title, plot) {
  if (item.at < 0 || item.at > plot) return;
  const [low, high] = extent(item), from = high + NEAR, to = low - NEAR, right = after(row, high, plot) - from, left = to - before(row, low);
  if (Math.max(left, right) < SHORTEST) return;
  const { text, width } = fit(title, Math.min(Math.max(left, right), LABEL));
  Object.assign(item, { text, label: width });
  starts.set(item, right >= left ? from : to - width);
}

// Everything in its place. `memory` holds the rows of the last time where the scale is the same, and takes those of now.
export function lay(data, { width, left, right, narrow }, view, scale, { fit, hue, memory, room = Infinity }) {
  const plot = Math.max(80, width - left - right), px = (unit) => (unit - view.lo) / (view.hi - view.lo) * plot;
  const unit = (pixels) => view.lo + pixels / plot * (view.hi - view.lo), head = narrow ? HEAD : 0;
  const base = { width, left, right, narrow, plot, head, marks: [], labels: [], more: [], gaps: [], cells: data.cells || null, folded: { lanes: [], ids: new Set() } };
  base.bars = barsOf(data, view, scale, plot);
  if (data.cells) return counted(base, data, room);
  const lists = lanesOf(data, base, scale, px, plot, fit, memory), packed = layOut(lists, plot);
  let top = head + 4;
  memory.clear();
  const shown = kept(packed.lanes.map((lane) => lane.height * ROW + REST + head), room);
  fold(base, data, shown, (n) => lists[n].map((it) => data.marks.id[it.event]));
  base.lanes = data.lanes.slice(0, shown).map(([name, count], n) => {
    const { placed, height } = packed.lanes[n];
    lengthen(lists[n], placed, packed.starts, fit, data.marks.title, plot);
    const groups = clusters(lists[n], placed), rows = height + (groups.length ? 1 : 0);
    const y = (row) => top + row * ROW + ROW / 2;
    lists[n].forEach((it, i) => {
      if (placed[i] === null) return;
      memory.set(it.key, placed[i]);
      const { basis, modality, precision, id } = data.marks, e = it.event, start = packed.starts.get(it);
      base.marks.push({ id: id[e], event: e, lane: n, x: unit(it.at), y: y(placed[i]), left: unit(it.left), right: unit(it.right), about: it.about, opens: it.opens,
        lasts: it.lasts, hue: hue(e), basis: data.bases[basis[e]], precision: data.precisions[precision[e]], manner: manner(data.modalities[modality[e]], data.bases[basis[e]]),
        label: start === undefined ? null : [unit(start), unit(start + it.label)] });
      if (start !== undefined) base.labels.push({ x: unit(start), y: y(placed[i]), text: it.text });
    });
    for (const group of groups) base.more.push({ lane: n, x: unit(Math.min(Math.max(group.at, 13), plot - 13)), y: y(rows - 1), ids: group.items.map((it) => it.event) });
    const lane = { name, count, top, head: head + 2, height: rows * ROW };
    top += rows * ROW + REST + head;
    return lane;
  });
  base.height = top - REST - head + 4;
  base.gaps = gapsOf(scale, view, px);
  return base;
}

// How many lanes of these heights are drawn in so much room: at least three, and one alone is not worth folding.
function kept(heights, room) {
  let taken = 0;
  const n = heights.findIndex((height, at) => (taken += height) > room && at >= LEAST);
  return n < 0 || n >= heights.length - 1 ? heights.length : n;
}

// What is folded away: lanes, and the events that stand in none of those that are drawn.
function fold(base, data, shown, idsOf) {
  base.folded.lanes = data.lanes.slice(shown);
  const seen = new Set(data.lanes.slice(0, shown).flatMap((_, n) => idsOf(n)));
  base.folded.ids = new Set(base.folded.lanes.flatMap((_, n) => idsOf(shown + n)).filter((id) => !seen.has(id)));
}

function counted(base, data, room) {
  const tall = STRIP + base.head, step = tall + 4, shown = kept(data.lanes.map(() => step), room);
  fold(base, data, shown, () => []);
  base.lanes = data.lanes.slice(0, shown).map(([name, count], n) => ({ name, count, top: base.head + 4 + n * step, head: base.head, height: STRIP }));
  base.height = shown * step + 6 + base.head;
  return base;
}

function gapsOf(scale, view, px) {
  const taken = [], out = [];
  for (const gap of scale.gaps(view.lo, view.hi)) {
    const at = px(gap.at), half = gap.says.length * 3.2 + 14;
    if (taken.some((other) => Math.abs(other.at - at) < other.half + half)) continue;
    taken.push({ at, half });
    out.push({ x: gap.at, says: gap.says });
  }
  return out;
}

// The histogram's bars in sight: counted here where every mark of the stretch is known, else as they were sent.
function barsOf(data, view, scale, plot) {
  if (!data.marks) {
    const { edges: grid, sure, wide } = data.bars;
    return sure.map((n, i) => ({ left: grid[i], right: grid[i + 1], first: grid[i], last: grid[i + 1] - 1, sure: n, wide: wide[i] }))
      .filter((bar) => bar.sure + bar.wide && bar.right > view.lo && bar.left < view.hi);
  }
  const first = scale.from(view.lo), last = scale.from(view.hi), grid = scale.even ? evenEdges(view, scale, plot) : edges(first, last, Math.max(8, plot / BAR));
  const out = grid.slice(0, -1).map((edge, i) => ({ left: scale.to(edge), right: scale.to(grid[i + 1]), first: Math.ceil(edge), last: Math.ceil(grid[i + 1]) - 1, sure: 0, wide: 0 }));
  data.marks.first.forEach((a, e) => {
    const b = data.marks.last[e] + 1, middle = (a + b) / 2, n = search(grid, middle);
    if (n >= 0 && n < out.length) out[n][b - a <= grid[n + 1] - grid[n] ? 'sure' : 'wide']++;
  });
  return out.filter((bar) => bar.sure + bar.wide);
}

function evenEdges(view, scale, plot) {
  const out = [], every = Math.max(1, Math.ceil((view.hi - view.lo) / (plot / BAR)));
  for (let at = Math.floor(view.lo / every) * every; at <= view.hi + every; at += every) out.push(scale.from(at - .5));
  return [...new Set(out)];
}

function search(grid, value) {
  let low = -1, high = grid.length;
  while (high - low > 1) { const m = (low + high) >> 1; if (grid[m] <= value) low = m; else high = m; }
  return low;
}

export const barSays = (bar) => [stretchLabel(bar.first, bar.last), [bar.sure ? `${number(bar.sure)} dated within it` : '',
  bar.wide ? `${number(bar.wide)} dated more widely` : ''].filter(Boolean).join(' · ')];
