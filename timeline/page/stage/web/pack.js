// Where marks and labels go, in pixels: rows within a lane so that nothing overlaps, labels by importance where there is room.
// A mark keeps the room its window or symbol takes, a label the room its text was measured to take.

export const MARK = 8, GAP = 8, NEAR = 5, CLUSTER = 46;
const WIDE = 90, ROWS = 14, ALONE = 30, TALL = 34, TALLEST = 90;

// Where a label may begin, the best first: inside its window, else after it, else before it; never cut at an edge.
function places(item, plot) {
  const inside = item.at + MARK + NEAR;
  if (inside + item.label <= item.right - 4) return cut(inside, item, plot) ? [] : [inside];
  const after = Math.max(item.right, item.at + MARK) + NEAR;
  const before = Math.min(item.left, item.at - MARK) - NEAR - item.label;
  return [after, before].filter((start) => !cut(start, item, plot));
}

function cut(start, item, plot) {
  const end = start + item.label;
  return (start < 2 && end > 0) || (start < plot && end > plot - 2);
}

export function extent(item, start) {
  const low = Math.min(item.left, item.at - MARK), high = Math.max(item.right, item.at + MARK);
  return start === undefined ? [low, high] : [Math.min(low, start), Math.max(high, start + item.label)];
}

function free(row, low, high) {
  for (let i = row.length - 2; i >= 0; i -= 2) if (!(high + GAP <= row[i] || low >= row[i + 1] + GAP)) return false;
  return true;
}

function take(rows, item, [low, high], most) {
  if (item.was !== undefined && item.was < most) {
    while (rows.length <= item.was) rows.push([]);
    if (free(rows[item.was], low, high)) { rows[item.was].push(low, high); return item.was; }
  }
  for (let n = 0; n < rows.length; n++) if (free(rows[n], low, high)) { rows[n].push(low, high); return n; }
  if (rows.length >= most) return null;
  rows.push([low, high]);
  return rows.length - 1;
}

// A row for each item in sight: those that had one keep it where they can, then first fit in time, the wide windows below.
// What is out of sight takes no row of its own: where none has room it waits until it is moved into sight.
function fill(items, starts, most) {
  const extents = items.map((item) => extent(item, starts.get(item))), seen = items.map((_, i) => i).filter((i) => items[i].seen);
  const inTime = (a, b) => (items[a].was === undefined) - (items[b].was === undefined)
    || (items[a].right - items[a].left > WIDE) - (items[b].right - items[b].left > WIDE) || extents[a][0] - extents[b][0];
  const byWeight = (a, b) => items[b].weight - items[a].weight || inTime(a, b);
  const run = (compare) => {
    const rows = [], placed = items.map(() => null);
    for (const i of seen.sort(compare)) placed[i] = take(rows, items[i], extents[i], most);
    return { rows, placed };
  };
  let { rows, placed } = run(inTime);
  const crowded = seen.some((i) => placed[i] === null);
  if (crowded) ({ rows, placed } = run(byWeight));
  const found = dense(placed, rows);
  items.forEach((item, i) => { if (!item.seen) found.placed[i] = take(found.rows, item, extents[i], found.height); });
  return { ...found, crowded };
}

// Rows numbered without holes; the number of them.
function dense(placed, rows) {
  const used = [...new Set(placed.filter((row) => row !== null))].sort((a, b) => a - b);
  const number = new Map(used.map((row, n) => [row, n]));
  return { placed: placed.map((row) => (row === null ? null : number.get(row))), rows: used.map((row) => rows[row]), height: Math.max(1, used.length) };
}

// `lanes`: lists of items {at, left, right, label, weight, was}. The same lists with rows, where labels start, and heights.
export function layOut(lanes, plot) {
  const heaviest = lanes.flat().sort((a, b) => b.weight - a.weight || a.at - b.at);
  const usual = Math.max(ROWS, Math.floor(ALONE / lanes.length)), few = Math.max(2, Math.floor(TALLEST / lanes.length) - 1);
  const tries = [[1, usual, TALL, true], [.5, usual, TALL, true], [.2, usual, TALL, true], [.03, usual, TALLEST, false],
    [.2, few, Infinity, false]]; // share of labels, rows of a lane, rows of all, whether every mark must stand
  let found;
  for (const [share, most, tallest, all] of tries) {
    const starts = new Map();
    for (const item of heaviest.slice(0, Math.max(1, Math.floor(heaviest.length * share)))) {
      const [start] = item.at < -MARK || item.at > plot + MARK ? [] : places(item, plot);
      if (start !== undefined) starts.set(item, start);
    }
    found = { starts, lanes: lanes.map((items) => fill(items, starts, most)) };
    const crowded = found.lanes.filter((lane) => lane.crowded).length;
    if (found.lanes.reduce((sum, lane) => sum + lane.height, crowded) <= tallest && !(all && crowded)) break;
  }
  found.lanes.forEach((lane, n) => late(lanes[n], lane.placed, found.starts, plot));
  return found;
}

// Labels after all, heaviest first, where a row leaves them room.
function late(items, placed, starts, plot) {
  const rows = new Map();
  items.forEach((item, i) => {
    if (placed[i] === null) return;
    if (!rows.has(placed[i])) rows.set(placed[i], new Map());
    rows.get(placed[i]).set(i, extent(item, starts.get(item)));
  });
  const order = items.map((_, i) => i).filter((i) => placed[i] !== null && !starts.has(items[i]));
  for (const i of order.sort((a, b) => items[b].weight - items[a].weight || a - b)) {
    const item = items[i], row = rows.get(placed[i]);
    if (item.at < -MARK || item.at > plot + MARK) continue;
    for (const start of places(item, plot)) {
      const [low, high] = extent(item, start);
      if ([...row].every(([j, [a, b]]) => j === i || high + GAP <= a || low >= b + GAP)) {
        row.set(i, [low, high]);
        starts.set(item, start);
        break;
      }
    }
  }
}

// The "+N" of a lane: what found no row, in stretches so that no two touch; the heaviest first.
export function clusters(items, placed) {
  const near = new Map();
  items.forEach((item, i) => {
    if (placed[i] !== null || !item.seen) return;
    const place = Math.floor(item.at / CLUSTER);
    if (!near.has(place)) near.set(place, []);
    near.get(place).push(item);
  });
  return [...near].sort((a, b) => a[0] - b[0]).map(([place, found]) => ({
    at: (place + .5) * CLUSTER, items: found.sort((a, b) => b.weight - a.weight) }));
}
