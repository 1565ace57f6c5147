// What can be pointed at, stepped to and opened: marks, "+N" and cells; the rings around what is read and what is stepped to.

import { stretchLabel } from './calendar.js';
import { number } from './locale.js';
import { element, showTip } from './panel.js';

const NEAR = 13, FINGER = 24; // pixels between a pointer and what it means

export class Targets {
  constructor(stage) { this.stage = stage; this.all = []; this.stepped = null; this.asked = 0; }

  // After a drawing: the list of what stands there; what was stepped to is found again.
  renew() {
    const { scene, data } = this.stage, was = this.stepped;
    this.all = [];
    const own = (kind, lane, x, y, rest) => this.all.push({ kind, lane, x, y, ...rest });
    for (const m of scene.marks) own('mark', m.lane, m.x, m.y, { key: `${m.lane} ${m.id}`, id: m.id, event: m.event, label: m.label, left: m.left, right: m.right });
    for (const m of scene.more) own('more', m.lane, m.x, m.y, { key: `${m.lane} + ${m.ids[0]}`, ids: m.ids });
    if (scene.cells) this.cells(own);
    this.stepped = was ? this.all.find((t) => t.key === was.key) || null : null;
    this.where = new Map();
    for (const target of this.all) if (target.id) this.where.set(target.id, [...(this.where.get(target.id) || []), target]);
    if (data.picked && !this.stage.picked) this.stage.picked = data.picked;
    this.place();
  }

  cells(own) {
    const { scene } = this.stage, { from, step, across, counts } = scene.cells;
    counts.forEach((count, i) => {
      const lane = Math.floor(i / across), place = scene.lanes[lane];
      if (!count || !place) return;
      const at = from + (i % across) * step;
      own('cell', lane, at + step / 2, place.top + place.height / 2, { key: `${lane} ${at}`, count, left: at, right: at + step });
    });
  }

  spot(target) { return { x: this.stage.px(target.x), y: this.stage.top() + target.y }; }

  // The rings where they belong.
  place() {
    const { rings, picked, surface } = this.stage, made = [];
    const ring = (target, name) => {
      const { x, y } = this.spot(target), node = element('div', name);
      node.style.transform = `translate(${x}px, ${y}px)`;
      made.push(node);
    };
    for (const target of (this.where && this.where.get(picked)) || []) { ring(target, 'tl-ring'); if (!target.label) this.name(target, made); }
    if (this.stepped && document.activeElement === surface) ring(this.stepped, 'tl-ring tl-stepped');
    rings.replaceChildren(...made);
  }

  // What is read has its title beside it, also where the drawing left no room for one.
  name(target, made) {
    const { stage } = this, { x, y } = this.spot(target), node = element('div', 'tl-ring-name', stage.data.marks.title[target.event], { dir: 'auto' });
    const before = x > stage.scene.plot / 2;
    Object.assign(node.style, { top: `${y}px`, left: before ? '' : `${x + 15}px`, right: before ? `${stage.scene.plot - x + 15}px` : '' });
    if (x >= 0 && x <= stage.scene.plot) made.push(node);
  }

  at(spot, reach) {
    const { scene, stage } = { scene: this.stage.scene, stage: this.stage };
    let best = null, nearest = reach;
    for (const target of this.all) {
      const y = Math.abs(stage.top() + target.y - spot.y);
      if (y > Math.max(reach, 13)) continue;
      const x = stage.px(target.x), distance = Math.hypot(x - spot.x, y);
      if (target.kind === 'cell') { if (y < 13 && stage.px(target.left) <= spot.x && spot.x < stage.px(target.right)) return target; continue; }
      if (distance < nearest) { nearest = distance; best = target; }
    }
    if (best || scene.cells) return best;
    return this.all.find((t) => t.kind === 'mark' && Math.abs(stage.top() + t.y - spot.y) < 11 && ((t.label && within(spot.x, t.label.map((u) => stage.px(u)))) || within(spot.x, [stage.px(t.left), stage.px(t.right)]))) || null;
  }

  says(target) {
    const { data, scene } = this.stage;
    if (target.kind === 'mark') {
      const { marks } = data, e = target.event, basis = data.bases[marks.basis[e]], modality = data.modalities[marks.modality[e]];
      const rest = [data.says[basis], modality && modality !== 'actual' ? data.told[modality] : '', marks.sources[e] > 1 ? `${number(marks.sources[e])} documents` : ''];
      return [['tl-tip-title', marks.title[e]], ['', marks.when[e]], ['tl-tip-quiet', marks.who[e]], ['tl-tip-quiet', rest.filter(Boolean).join(' · ')]];
    }
    if (target.kind === 'more') return [['tl-tip-title', `${number(target.ids.length)} more events here`], ['tl-tip-quiet', data.marks.title[target.ids[0]]], ['tl-tip-quiet', 'Click to list them']];
    return [['tl-tip-title', `${number(target.count)} event${target.count === 1 ? '' : 's'}`], ['', this.cellWhen(target)], ['tl-tip-quiet', scene.lanes[target.lane].name], ['tl-tip-quiet', 'Click to list them']];
  }

  cellWhen(target) { return stretchLabel(Math.floor(target.left), Math.max(Math.floor(target.left), Math.ceil(target.right) - 1)); }

  point(spot) {
    this.stage.cross(spot.x >= 0 && spot.x <= this.stage.scene.plot ? spot.x : null);
    const { stage } = this, bars = spot.y < stage.top() - 20, bar = bars ? stage.bar_at(spot.x) : null, target = bars ? null : this.at(spot, NEAR);
    stage.surface.classList.toggle('tl-on', Boolean(target));
    stage.surface.classList.toggle('tl-over-bars', bars);
    if (!stage.list.hidden) return;
    const key = bar ? `bar ${bar.first}` : target && target.key;
    if (!key) { stage.tip.hidden = true; this.tipped = null; return; }
    if (this.tipped === key && bar === null && !stage.tip.hidden) return;
    this.tipped = key;
    const { x, y } = target ? this.spot(target) : { x: spot.x, y: 64 };
    showTip(stage.tip, bar ? stage.barTip(bar) : this.says(target), (target && target.kind === 'mark' ? Math.max(x, spot.x) : x) + stage.scene.left, y, stage.board);
  }

  leave() { this.stage.tip.hidden = true; this.tipped = null; this.stage.cross(null); }

  blur() { this.leave(); this.place(); }

  click(spot, touch) {
    const { stage } = this;
    if (spot.y < stage.top() - 20) { const bar = stage.bar_at(spot.x); if (bar) stage.say('brush', [bar.first, bar.last]); return; }
    const target = this.at(spot, touch ? FINGER : NEAR);
    this.leave();
    if (target) { this.stepped = target; this.open(target); }
  }

  open(target) {
    const { stage } = this, { x, y } = this.spot(target), { marks } = stage.data;
    if (target.kind === 'mark') { stage.pick(target.id, []); return; }
    const at = { x: x + stage.scene.left, y, left: 0, actions: [['Zoom in', () => this.into(target)]] }, name = stage.scene.lanes[target.lane].name;
    if (target.kind === 'more') {
      stage.open({ ...at, heading: `${number(target.ids.length)} more events · ${name}`, events: target.ids.map((e) => [marks.id[e], marks.title[e], marks.when[e]]) });
      return;
    }
    const asked = `${stage.data.token} ${target.key} ${++this.asked}`; // numbered: the same cell may be opened again
    stage.waiting = { ...at, asked, heading: `${number(target.count)} event${target.count === 1 ? '' : 's'} · ${name} · ${this.cellWhen(target)}` };
    stage.tell('open', { lane: name, first: target.left, last: target.right, asked });
  }

  into(target) {
    const { stage } = this, half = (stage.view.hi - stage.view.lo) / 8;
    stage.close(true);
    stage.move(target.x - half, target.x + half);
  }

  // Keys: true where one meant something.
  key(key) {
    const { stage } = this, step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
    if (step) return this.step(...step);
    if ((key === 'Enter' || key === ' ') && this.stepped) { this.open(this.stepped); return true; }
    if (key === 'Escape') { const was = this.stepped; this.stepped = null; this.leave(); this.place(); return Boolean(was); }
    if (key === 'Home' || key === 'End') { const lane = this.line(this.stepped ? this.stepped.lane : this.all[0] && this.all[0].lane); return this.go(lane[key === 'Home' ? 0 : lane.length - 1]); }
    if (key === '+' || key === '=' || key === '-') { stage.zoom(key === '-' ? 2 : .5, this.stepped ? this.spot(this.stepped).x : undefined); return true; }
    if (key === '0') { stage.home(); return true; }
    return false;
  }

  line(lane) { return this.all.filter((t) => t.lane === lane).sort((a, b) => a.x - b.x || a.y - b.y); }

  step(along, across) {
    if (!this.stepped) return this.go(this.first());
    const { stepped } = this;
    if (along) { const lane = this.line(stepped.lane); return this.go(lane[lane.indexOf(stepped) + along]); }
    const lanes = [...new Set(this.all.map((t) => t.lane))].sort((a, b) => a - b), next = lanes[lanes.indexOf(stepped.lane) + across];
    if (next === undefined) return false;
    return this.go(this.line(next).reduce((best, t) => (Math.abs(t.x - stepped.x) < Math.abs(best.x - stepped.x) ? t : best)));
  }

  // Where stepping begins: at what is read, else at the first mark in sight.
  first() {
    const { view, picked } = this.stage, seen = (t) => t.x >= view.lo && t.x <= view.hi;
    return ((this.where.get(picked) || []).find(seen)) || this.all.filter(seen).sort((a, b) => a.lane - b.lane || a.x - b.x)[0];
  }

  go(target) {
    if (!target) return true;
    const { stage } = this, { view } = stage, span = view.hi - view.lo;
    this.stepped = target;
    if (target.x < view.lo || target.x > view.hi) stage.move(target.x - span / 2, target.x + span / 2);
    this.place();
    const { x, y } = this.spot(target), lines = this.says(target);
    showTip(stage.tip, lines, x + stage.scene.left, y, stage.board);
    const lane = this.line(target.lane);
    stage.live.textContent = `${lines.map(([, text]) => text).filter(Boolean).join(', ')}. ${stage.scene.lanes[target.lane].name}, ${number(lane.indexOf(target) + 1)} of ${number(lane.length)}`;
    const box = stage.board.getBoundingClientRect(), seen = box.top + y;
    if (seen < 70 || seen > window.innerHeight - 40) stage.surface.ownerDocument.scrollingElement && stage.rings.lastChild && stage.rings.lastChild.scrollIntoView({ block: 'center' });
    return true;
  }
}

const within = (x, [a, b]) => x >= a && x <= b;
