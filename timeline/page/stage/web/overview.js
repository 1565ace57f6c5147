// The strip above the histogram: all of the time, and a window on it of what is drawn below. Its edges and its middle can be
// dragged: that moves the stretch in sight or, where a range is set, the range.

import { element } from './panel.js';

const EDGE = 9, LEAST = 6; // pixels around an edge that take hold of it; the narrowest window that is drawn

export class Overview {
  constructor(stage) {
    this.stage = stage;
    this.root = element('div', 'tl-over', '', { 'aria-hidden': 'true' });
    this.bars = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    this.bars.setAttribute('preserveAspectRatio', 'none');
    this.path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    this.bars.append(this.path);
    this.box = element('div', 'tl-over-window');
    this.root.append(this.bars, this.box);
    this.root.title = 'All of the time: drag the window or its edges';
    this.root.addEventListener('pointerdown', (event) => this.take(event));
    this.root.addEventListener('pointermove', (event) => this.drag(event));
    for (const name of ['pointerup', 'pointercancel']) this.root.addEventListener(name, (event) => this.drop(event));
  }

  get told() { return this.stage.data.overview; }
  ends() { const { edges } = this.told; return [edges[0], edges[edges.length - 1]]; }
  share(day) { const [a, b] = this.ends(); return Math.max(0, Math.min(1, (day - a) / (b - a))); }

  // New data: the bars.
  renew() {
    const { told } = this, { scene } = this.stage, gone = !told || this.stage.scale.even;
    this.root.style.visibility = gone ? 'hidden' : '';
    if (!told) return;
    Object.assign(this.root.style, { marginLeft: `${scene.left}px`, width: `${scene.plot}px` });
    const [a, b] = this.ends(), most = Math.max(1, ...told.counts);
    this.bars.setAttribute('viewBox', `${a} 0 ${b - a} 1`);
    this.path.setAttribute('d', told.counts.map((count, n) => (count
      ? `M${told.edges[n]} 1V${1 - Math.max(.12, Math.sqrt(count / most))}H${told.edges[n + 1]}V1Z` : '')).join(''));
    this.place();
  }

  // What the window shows: while it is dragged what it would be, else the range, else the stretch in sight.
  days() { return this.wanted || (this.stage.moved || !this.told.range ? this.stage.days() : this.told.range); }

  place() {
    if (!this.told) return;
    const [lo, hi] = this.days().map((day) => this.share(day) * this.stage.scene.plot);
    this.root.classList.toggle('tl-over-whole', hi - lo > this.stage.scene.plot - 2);
    this.box.style.left = `${lo}px`;
    this.box.style.width = `${Math.max(LEAST, hi - lo)}px`;
  }

  spot(event) { return event.clientX - this.root.getBoundingClientRect().left; }

  take(event) {
    if (event.button > 0 || !this.told) return;
    event.preventDefault();
    this.root.setPointerCapture(event.pointerId);
    const x = this.spot(event), [lo, hi] = this.days().map((day) => this.share(day) * this.stage.scene.plot);
    const at = Math.abs(x - lo) <= EDGE && (x < (lo + hi) / 2 || hi - lo > 2 * EDGE) ? 'lo' : Math.abs(x - hi) <= EDGE ? 'hi' : 'all';
    this.held = { at, x, days: this.days() };
    if (at === 'all' && (x < lo || x > hi)) { this.held.days = this.shifted(x - (lo + hi) / 2); this.set(this.held.days); }
  }

  shifted(pixels) {
    const [a, b] = this.ends(), by = pixels / this.stage.scene.plot * (b - a);
    return this.held.days.map((day, n) => (this.held.at === 'all' || this.held.at === ['lo', 'hi'][n] ? day + by : day));
  }

  drag(event) {
    if (!this.held) return;
    const [lo, hi] = this.shifted(this.spot(event) - this.held.x);
    if (hi - lo >= 1) this.set([lo, hi]);
  }

  set(days) {
    if (this.told.range && !this.stage.moved) { this.wanted = days; this.place(); } else this.stage.move(...days);
  }

  drop() {
    const { wanted } = this;
    this.held = this.wanted = null;
    if (wanted) this.stage.say('brush', [Math.round(wanted[0]), Math.max(Math.round(wanted[0]), Math.round(wanted[1]) - 1)]);
  }
}
