// The stage: keeps the stretch in sight, draws, and answers hands and server. The zoom lives here and outlives new data.

import { remember, remembered } from './address.js';
import { cross, placeLabel, showAxis } from './axis.js';
import { stretchLabel } from './calendar.js';
import { AXIS, BARS, TOP, axis, layout, traces } from './draw.js';
import { hands } from './hands.js';
import { Overview } from './overview.js';
import { showFold, showNames, showSides } from './around.js';
import { barSays, hues, lay, margins } from './lay.js';
import { number, reads } from './locale.js';
import { controls, element, showKey, showList, showTip } from './panel.js';
import { TO_SCALE, evenScale } from './scale.js';
import { Targets } from './targets.js';
import { save } from './picture.js';
import { slide, still } from './slide.js';
import { fitter, measurer } from './text.js';

const CONFIG = { staticPlot: true, displayModeBar: false, showSendToCloud: false, responsive: false };
const REST = 150; // milliseconds without a move after which everything is laid out anew
const ROOM = [.6, 440], ROOM_NARROW = [.8, 520]; // of the window's height, pixels: what the lanes take before the rest is folded
const kept = { stretch: null, all: false, ...remembered() }; // what a person set, also where the page mounts the stage anew
const dark = (colour) => { const [r, g, b] = (colour.match(/[\d.]+/g) || [255, 255, 255]).map(Number); return r * .3 + g * .6 + b * .1 < 128; };

export class Stage {
  constructor(host, plotly, font) {
    Object.assign(this, { host, plotly, font, by: kept.by, spacing: kept.spacing, view: null, moved: false, picked: '', scale: TO_SCALE,
      memory: new Map(), memoryFor: '', tell: () => {}, say: () => {}, measure: measurer(font) });
    this.fit = fitter(this.measure, 12);
    this.targets = new Targets(this);
    this.over = new Overview(this);
    this.build();
    this.watch = new ResizeObserver(() => this.resized());
    this.watch.observe(host);
  }

  build() {
    this.root = element('div', 'tl-stage');
    this.bar = controls((name, value) => this.control(name, value));
    this.bar.querySelector('[data-name=colour]').value = this.by;
    this.bar.querySelector('[data-name=spacing]').value = this.spacing;
    [this.key, this.board, this.plot, this.names, this.surface, this.rings, this.brushed, this.tip, this.list] =
      ['tl-marks', 'tl-board', 'tl-plot', 'tl-names', 'tl-hands', 'tl-rings', 'tl-brush', 'tl-tip', 'tl-list'].map((name) => element('div', name));
    [this.strip, this.line] = ['tl-axis', 'tl-cross'].map((name) => element('div', name, '', { 'aria-hidden': 'true' }));
    Object.assign(this.strip.style, { height: `${AXIS}px`, margin: `${TOP + BARS}px 0 ${-this.top()}px` });
    this.fold = element('button', 'tl-button tl-fold', '', { type: 'button' });
    this.fold.addEventListener('click', () => { kept.all = !kept.all; this.draw(); });
    this.before = element('span', 'tl-side'); this.after = element('span', 'tl-side');
    this.live = element('p', 'tl-unseen', '', { 'aria-live': 'polite' });
    for (const [node, given] of [[this.surface, { tabindex: '0', role: 'application' }], [this.list, { role: 'dialog' }], [this.tip, { role: 'tooltip' }],
      [this.plot, { 'aria-hidden': 'true' }], [this.names, { 'aria-hidden': 'true' }]]) for (const [key, value] of Object.entries(given)) node.setAttribute(key, value);
    this.tip.hidden = this.list.hidden = this.brushed.hidden = this.line.hidden = true;
    this.board.append(this.strip, this.plot, this.line, this.names, this.before, this.after, this.rings, this.surface, this.brushed, this.tip, this.list);
    this.root.append(this.bar, this.key, this.over.root, this.board, this.fold, this.live);
    this.host.append(this.root);
    const at = this.targets;
    hands(this.surface, {
      where: (spot) => (spot.y < TOP + BARS + AXIS / 2 ? 'bars' : 'lanes'),
      pan: (pixels) => this.move(this.view.lo + this.units(pixels), this.view.hi + this.units(pixels)),
      zoom: (factor, x) => this.zoom(factor, x), brush: (xs) => this.brush(xs), brushed: (xs) => this.brushEnd(xs), done: () => this.settleSoon(0),
      click: (spot, touch) => at.click(spot, touch), point: (spot) => at.point(spot), leave: () => at.leave(), twice: () => this.home(), key: (key) => at.key(key),
    });
    this.surface.addEventListener('blur', () => at.blur());
    this.root.addEventListener('pointerdown', (event) => { if (!this.list.contains(event.target)) this.close(false); });
  }

  units(pixels) { return pixels / this.scene.plot * (this.view.hi - this.view.lo); }
  px(unit) { return (unit - this.view.lo) / (this.view.hi - this.view.lo) * this.scene.plot; }
  days() { return [this.scale.from(this.view.lo), this.scale.from(this.view.hi)]; }
  top() { return TOP + BARS + AXIS; }

  // New data: the stretch in sight stays where a person moved it, unless the range itself is another now.
  receive(data, tell) {
    this.tell = tell;
    if (data.members && data.members.asked !== this.shownMembers) this.members(data.members);
    if (this.data && data.token === this.data.token) { setTimeout(() => { if (this.asked || this.inks().paper !== this.ink.paper) this.draw(); }, 60); return; }
    const days = kept.stretch === null || kept.stretch === data.stretch ? kept.days : null; // the first time what the address said
    kept.stretch = data.stretch;
    this.data = this.sent = data;
    reads(data);
    this.asked = '';
    this.rescale(days);
    this.draw();
  }

  rescale(days) {
    const can = Boolean(this.data.marks && !this.data.covers), select = this.bar.querySelector('[data-name=spacing]');
    select.disabled = !can;
    select.title = can ? '' : 'Even steps are for fewer events: filter first';
    this.bar.querySelector('[data-name=colour]').disabled = !this.data.marks;
    const even = this.spacing === 'even' && can;
    this.data = even && this.sent.every ? { ...this.sent, ...this.sent.every } : this.sent; // even steps show all of the time, so every lane
    this.scale = even ? evenScale(this.data.marks.first.map((a, e) => (a + this.data.marks.last[e] + 1) / 2)) : TO_SCALE;
    this.moved = Boolean(days);
    const [lo, hi] = days ? days.map(this.scale.to) : this.homeUnits();
    this.view = this.clamp(lo, hi);
    kept.days = this.moved ? days : null;
    remember(kept);
  }

  homeUnits() { return this.scale.even ? this.scale.whole : this.data.home; }

  limits() {
    if (this.scale.even) return this.scale.whole;
    const [a, b] = this.data.whole, [c, d] = this.data.home, room = Math.max((b - a) * .03, 1.5), [e, f] = kept.days || [c, d];
    return [Math.min(a - room, c, e), Math.max(b + room, d, f)]; // what a filter took away may stay in sight
  }

  clamp(lo, hi) {
    const [least, most] = this.limits(), span = Math.min(Math.max(hi - lo, this.scale.least), most - least), middle = (lo + hi) / 2;
    const from = Math.min(Math.max(middle - span / 2, least), most - span);
    return { lo: from, hi: from + span };
  }

  zoom(factor, x = this.scene.plot / 2) {
    const at = this.view.lo + this.units(x);
    this.move(at - (at - this.view.lo) * factor, at + (this.view.hi - at) * factor);
  }

  home() {
    const [lo, hi] = this.homeUnits();
    this.moved = false;
    kept.days = null;
    this.view = this.clamp(lo, hi);
    this.settle();
  }

  move(lo, hi) {
    this.view = this.clamp(lo, hi);
    this.moved = true;
    kept.days = this.days();
    this.close(false);
    if (!this.frame) this.frame = requestAnimationFrame(() => { this.frame = 0; this.slide(); });
    this.settleSoon(REST);
  }

  // While moving marks and labels keep their rows: a drag moves the picture, a zoom only the axis.
  slide() {
    if (!this.scene || this.busy) return;
    const { scene, view, drawn, plot } = this, span = view.hi - view.lo, dx = (drawn.lo - view.lo) / span * scene.plot;
    if (Math.abs(drawn.hi - drawn.lo - span) < span * 1e-6 && Math.abs(dx) < scene.plot * .55) slide(plot, dx, scene.left, scene.left + scene.plot);
    else {
      this.busy = true;
      still(plot);
      this.drawn = { ...view };
      this.plotly.relayout(plot, axis(view, this.ticks())).finally(() => { this.busy = false; });
    }
    this.targets.place();
    this.axis();
    this.over.place();
    showSides(this);
  }

  settleSoon(wait) { clearTimeout(this.timer); this.timer = setTimeout(() => this.settle(), wait); }

  settle() {
    clearTimeout(this.timer);
    if (!this.data) return;
    remember(kept);
    if (!this.ask()) this.draw();
  }

  // Where not every mark was sent: ask for those of the stretch in sight when it leaves what was, or is far narrower or wider.
  // True where an answer is on its way, which will be drawn.
  ask() {
    const { covers, seen, stretch, cells, whole } = this.data;
    if (!covers) return false;
    const { lo, hi } = this.view, span = hi - lo, was = seen[1] - seen[0], room = span * .002;
    const outside = (lo < covers[0] - room && covers[0] > whole[0]) || (hi > covers[1] + room && covers[1] < whole[1]);
    if (!outside && !(cells && (span < was * .7 || span > was * 1.45))) return false;
    const wanted = [Math.round(lo * 1000) / 1000, Math.round(hi * 1000) / 1000, stretch], asked = wanted.join();
    if (asked === this.asked) return false;
    this.asked = asked;
    this.tell('view', wanted);
    return true;
  }

  ticks() {
    const most = Math.max(3, Math.floor(this.scene.plot / (this.scale.even ? 104 : 66))), edge = this.scene.narrow ? 14 : 0;
    return this.scale.ticks(this.view.lo + this.units(edge), this.view.hi - this.units(edge), most);
  }

  resized() {
    const width = this.host.clientWidth;
    if (!this.data || !width || Math.abs(width - this.width) < 2) return;
    clearTimeout(this.sizing);
    this.sizing = setTimeout(() => this.draw(), 80);
  }

  inks() { return this.data.inks[dark(getComputedStyle(this.host.closest('.stApp') || document.body).backgroundColor) ? 'dark' : 'light']; }

  draw() {
    const { data } = this, width = Math.round(this.host.clientWidth);
    if (!width) return;
    this.width = width;
    this.ink = this.inks();
    for (const [name, colour] of [['--tl-paper', this.ink.paper], ['--tl-ink', this.ink.text], ['--tl-accent', this.ink.bases.explicit]]) this.root.style.setProperty(name, colour);
    const geometry = { width, ...margins(width, data.lanes, this.measure) }, hue = data.marks ? hues(data, this.ink, this.by) : null;
    const scaled = `${this.view.hi - this.view.lo} ${width} ${this.spacing}`;
    if (scaled !== this.memoryFor) { this.memory.clear(); this.memoryFor = scaled; }
    this.scene = lay(data, geometry, this.view, this.scale, { fit: this.fit, hue: hue && hue.of, memory: this.memory, room: this.room(geometry.narrow) });
    if (this.chosen && this.scene.folded.ids.has(this.picked)) { kept.all = true; this.draw(); return; }
    const { scene, ink, font } = this;
    const drawn = layout(scene, this.view, this.ticks(), ink, font);
    this.board.style.height = `${drawn.height}px`;
    still(this.plot);
    this.drawn = { ...this.view };
    this.plotly.react(this.plot, traces(scene, ink, font, data.symbols), drawn, CONFIG);
    showKey(this.key, scene, data, { ...ink, bases: ink.bases }, hue && hue.names);
    showNames(this);
    this.axis();
    showFold(this.fold, scene.folded.lanes, kept.all);
    Object.assign(this.surface.style, { left: `${scene.left}px`, width: `${scene.plot}px` });
    Object.assign(this.rings.style, { position: 'absolute', left: `${scene.left}px`, top: '0', width: `${scene.plot}px`, height: `${drawn.height}px`, overflow: 'hidden', pointerEvents: 'none' });
    this.targets.renew();
    this.over.renew();
    showSides(this);
    const [first, last] = this.days();
    this.surface.setAttribute('aria-label', `Timeline of ${number(data.events)} events in ${data.lanes.length} lanes by actor, ${stretchLabel(Math.floor(first), Math.floor(last))}. `
      + 'Arrow keys step from event to event, Enter opens one, Escape leaves, plus and minus zoom, 0 shows the whole stretch. The table below lists the same events.');
  }

  // Pixels for the lanes; all that they want where a person unfolded them, and on paper.
  room(narrow) {
    const [share, least] = narrow ? ROOM_NARROW : ROOM;
    return kept.all || this.host.closest('.st-key-paper') ? Infinity : Math.max(least, innerHeight * share);
  }

  axis() {
    const { scene } = this;
    showAxis(this.strip, { ticks: this.ticks(), gaps: scene.gaps, px: (unit) => this.px(unit), left: scene.left, plot: scene.plot });
  }

  // The line under the pointer; `x` null takes it away.
  cross(x) {
    const each = this.scale.even ? 0 : (this.view.hi - this.view.lo) / this.scene.plot;
    cross(this.line, this.strip, x === null ? '' : placeLabel(this.scale.from(this.view.lo + this.units(x)), each), x, this.scene.left);
  }

  control(name, value) {
    if (name === 'in' || name === 'out') this.zoom(name === 'in' ? .5 : 2);
    else if (name === 'home') this.home();
    else if (name === 'picture') save(this);
    else if (name === 'colour') { kept.by = this.by = value; remember(kept); this.draw(); }
    else if (name === 'spacing') { kept.spacing = this.spacing = value; this.rescale(null); this.draw(); }
  }

  brush(xs) {
    this.brushed.hidden = !xs;
    if (!xs) return;
    const [a, b] = xs.map((x) => Math.max(0, Math.min(this.scene.plot, x))).sort((m, n) => m - n);
    Object.assign(this.brushed.style, { left: `${this.scene.left + a}px`, width: `${b - a}px`, height: this.board.style.height });
  }

  // A box set the range: whole bars of the histogram, or the days themselves where it spans less than a bar.
  brushEnd(xs) {
    this.brushed.hidden = true;
    if (!xs) return;
    const [a, b] = xs.map((x) => this.view.lo + this.units(Math.max(0, Math.min(this.scene.plot, x)))).sort((m, n) => m - n);
    const bars = this.scene.bars.filter((bar) => bar.right > a && bar.left < b);
    if (bars.length) this.say('brush', [Math.min(...bars.map((bar) => bar.first)), Math.max(...bars.map((bar) => bar.last))]);
  }

  bar_at(x) { const unit = this.view.lo + this.units(x); return this.scene.bars.find((bar) => unit >= bar.left && unit < bar.right); }
  barTip(bar) { const [title, words] = barSays(bar); return [['tl-tip-title', title], ['tl-tip-quiet', words], ['tl-tip-quiet', 'Drag over bars to set the range']]; }

  // The event that is read, in sight: folded lanes open for one that stands in no other.
  show() {
    if (!this.scene) return;
    this.chosen = true;
    if (this.scene.folded.ids.has(this.picked)) this.draw(); else this.targets.place();
  }

  pick(id, near) {
    this.picked = id;
    this.show();
    this.say('pick', { id, near: near.slice(0, 200) });
  }

  open(spec) {
    this.tip.hidden = true;
    showList(this.list, { ...spec, board: this.board }, (id) => { this.close(true); this.pick(id, spec.events.map(([member]) => member)); }, () => this.close(true));
  }

  close(back) {
    if (this.list.hidden) return;
    this.list.hidden = true;
    if (back) this.surface.focus({ preventScroll: true });
  }

  members(members) {
    this.shownMembers = members.asked;
    if (!this.waiting || this.waiting.asked !== members.asked) return;
    this.open({ ...this.waiting, events: members.events, left: members.count - members.events.length });
    this.waiting = null;
  }

  end() { this.watch.disconnect(); clearTimeout(this.timer); this.plotly.purge(this.plot); this.root.remove(); }
}
