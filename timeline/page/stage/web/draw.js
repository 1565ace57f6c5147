// A laid-out scene as traces and layout for plotly.js. Text of documents is escaped here; y is pixels from the lanes' top.

import { number } from './locale.js';

export const BARS = 72, AXIS = 40, TOP = 4, FOOT = 8, TYPE = 12;
const CIRCLE = 'circle';

export const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function rgb(hex) { return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)); }

// One colour laid over another so that `share` of it is seen; opaque, so grid lines do not shine through a mark.
export function mix(over, under, share) {
  const a = rgb(over), b = rgb(under);
  return '#' + a.map((v, i) => Math.round(v * share + b[i] * (1 - share)).toString(16).padStart(2, '0')).join('');
}

// How a mark is told apart without its colour: full, pale (the date is not the text's own), or hollow with a sign in it.
export function manner(modality, basis) {
  if (modality && modality !== 'actual') return modality;
  return basis === 'document_date' || basis === 'inferred' ? 'pale' : 'full';
}

function points(marks, ink, symbols) {
  const fill = { full: (hue) => hue, pale: (hue) => mix(hue, ink.paper, .28) };
  return {
    type: 'scatter', mode: 'markers', hoverinfo: 'none', x: marks.map((m) => m.x), y: marks.map((m) => m.y),
    customdata: marks.map((m) => [m.id]),
    marker: {
      size: 11, opacity: 1, symbol: marks.map((m) => symbols[m.precision] || CIRCLE),
      color: marks.map((m) => (fill[m.manner] || (() => ink.paper))(m.hue)),
      line: { width: marks.map((m) => (m.manner === 'full' ? 1.2 : 1.9)), color: marks.map((m) => (m.manner === 'full' ? ink.paper : m.hue)) },
    },
  };
}

// The sign within a hollow mark: a dot for what somebody claims, a cross for what is denied, "?" for what is supposed.
function signs(marks) {
  const shapes = { claimed: [CIRCLE, 3.6], denied: ['x-thin', 6] }, chosen = marks.filter((m) => shapes[m.manner]);
  const out = [];
  if (chosen.length) out.push({
    type: 'scatter', mode: 'markers', hoverinfo: 'none', x: chosen.map((m) => m.x), y: chosen.map((m) => m.y),
    marker: { symbol: chosen.map((m) => shapes[m.manner][0]), size: chosen.map((m) => shapes[m.manner][1]), opacity: 1,
      color: chosen.map((m) => m.hue), line: { width: chosen.map((m) => (m.manner === 'denied' ? 1.7 : 0)), color: chosen.map((m) => m.hue) } },
  });
  const asked = marks.filter((m) => m.manner === 'hypothetical');
  if (asked.length) out.push({ type: 'scatter', mode: 'text', hoverinfo: 'none', x: asked.map((m) => m.x), y: asked.map((m) => m.y),
    text: asked.map(() => '<b>?</b>'), textposition: 'middle center', textfont: { size: 9, color: asked.map((m) => m.hue) } });
  return out;
}

// Windows wider than a day: a translucent band; whiskers where the words say "about"; an arrow where an end is open.
function bands(marks) {
  const out = [], groups = new Map();
  for (const m of marks) if (m.right > m.left) {
    const key = `${m.hue} ${m.about || m.opens || m.lasts ? 'thin' : 'wide'}`;
    if (!groups.has(key)) groups.set(key, { x: [], y: [] });
    groups.get(key).x.push(m.left, m.right, null);
    groups.get(key).y.push(m.y, m.y, null);
  }
  for (const [key, { x, y }] of groups) {
    const [hue, kind] = key.split(' ');
    out.push({ type: 'scatter', mode: 'lines', hoverinfo: 'none', x, y, connectgaps: false, opacity: kind === 'wide' ? .2 : .75,
      line: { color: hue, width: kind === 'wide' ? 13 : 1.6, simplify: false } });
  }
  const ends = [];
  for (const m of marks) if (m.right > m.left && (m.about || m.opens || m.lasts)) {
    ends.push([m.left, m.y, m.opens ? 'triangle-left' : 'line-ns', m.hue], [m.right, m.y, m.lasts ? 'triangle-right' : 'line-ns', m.hue]);
  }
  if (ends.length) out.push({ type: 'scatter', mode: 'markers', hoverinfo: 'none', x: ends.map((e) => e[0]), y: ends.map((e) => e[1]),
    marker: { symbol: ends.map((e) => e[2]), size: 8, opacity: 1, color: ends.map((e) => e[3]), line: { width: 1.6, color: ends.map((e) => e[3]) } } });
  return out;
}

function labels(found, ink, font) {
  return found.length ? [{ type: 'scatter', mode: 'text', hoverinfo: 'none', x: found.map((l) => l.x), y: found.map((l) => l.y),
    text: found.map((l) => escape(l.text)), textposition: 'middle right', textfont: { size: TYPE, color: ink.text, family: font } }] : [];
}

function more(found, ink, font) {
  return found.length ? [{ type: 'scatter', mode: 'markers+text', hoverinfo: 'none', x: found.map((m) => m.x), y: found.map((m) => m.y),
    text: found.map((m) => `+${number(m.ids.length)}`), textfont: { size: 11, color: ink.text, family: font },
    marker: { size: 23, color: mix(ink.rule, ink.paper, .9), opacity: 1, line: { width: 1, color: mix(ink.text, ink.rule, .25) } } }] : [];
}

// The histogram: solid for what surely lies within a bar, hatched for what may reach beyond it.
function bars(found, ink) {
  const hue = ink.bases.explicit, kinds = [['sure', { color: hue }], ['wide', { color: ink.paper, line: { color: hue, width: 1 },
    pattern: { shape: '/', fgcolor: hue, bgcolor: ink.paper, size: 5, solidity: .25 } }]];
  return kinds.map(([kind, marker]) => {
    const there = found.filter((bar) => bar[kind]);
    return { type: 'bar', yaxis: 'y2', hoverinfo: 'none', x: there.map((b) => (b.left + b.right) / 2), y: there.map((b) => b[kind]),
      width: there.map((b) => (b.right - b.left) * .84), marker };
  }).filter((trace) => trace.x.length);
}

// Counts of cells as a map, a strip for each lane; the darker, the more.
function heat(cells, lanes, ink) {
  const z = lanes.map((_, n) => cells.counts.slice(n * cells.across, (n + 1) * cells.across).map((c) => (c ? Math.sqrt(c) : null)));
  return [{ type: 'heatmap', hoverinfo: 'none', showscale: false, zmin: 0, zmax: Math.sqrt(Math.max(1, ...cells.counts)),
    x0: cells.from + cells.step / 2, dx: cells.step, y: lanes.map((lane) => lane.top + lane.height / 2), z, xgap: 1, ygap: 5,
    colorscale: [[0, mix(ink.bases.explicit, ink.paper, .12)], [1, ink.bases.explicit]] }];
}

export function traces(scene, ink, font, symbols) {
  const drawn = scene.cells ? heat(scene.cells, scene.lanes, ink)
    : [...bands(scene.marks), points(scene.marks, ink, symbols), ...signs(scene.marks), ...labels(scene.labels, ink, font), ...more(scene.more, ink, font)];
  return [...drawn, ...bars(scene.bars, ink)];
}

export function axis(view, marks) {
  return { 'xaxis.range': [view.lo, view.hi], 'xaxis.tickvals': marks.map((t) => t.at),
    'xaxis.ticktext': marks.map((t) => `${t.fine}<br>${t.whole || ' '}`) };
}

export function layout(scene, view, marks, ink, font) {
  const plain = { showgrid: false, zeroline: false, fixedrange: true, ticks: '' }, whole = BARS + AXIS + scene.height;
  const now = axis(view, marks), most = Math.max(0, ...scene.bars.map((b) => b.sure + b.wide));
  return {
    width: scene.width, height: TOP + whole + FOOT, margin: { l: scene.left, r: scene.right, t: TOP, b: FOOT, pad: 0 },
    paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', showlegend: false, hovermode: false, dragmode: false,
    barmode: 'stack', bargap: 0, font: { family: font, size: 13, color: ink.text },
    xaxis: { type: 'linear', range: now['xaxis.range'], tickvals: now['xaxis.tickvals'], ticktext: now['xaxis.ticktext'], side: 'top', anchor: 'y',
      showgrid: true, gridcolor: ink.rule, zeroline: false, ticks: '', tickfont: { size: 12, color: ink.quiet }, tickangle: 0, fixedrange: true },
    yaxis: { ...plain, range: [scene.height, 0], domain: [0, scene.height / whole], showticklabels: false },
    yaxis2: { ...plain, range: [0, Math.max(1, most) * 1.06], domain: [(scene.height + AXIS) / whole, 1], anchor: 'x', showgrid: true, gridcolor: ink.rule,
      tickvals: most ? [most] : [], ticktext: most ? [number(most)] : [], tickfont: { size: 11, color: ink.quiet }, zeroline: true, zerolinecolor: ink.rule },
    shapes: scene.lanes.filter((_, n) => n % 2 === 0).map((lane) => ({ type: 'rect', xref: 'paper', x0: 0, x1: 1, y0: lane.top - lane.head, y1: lane.top + lane.height,
      line: { width: 0 }, fillcolor: ink.band, layer: 'below' })),
  };
}
