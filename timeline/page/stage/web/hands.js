// Mouse, touch, wheel and keyboard over the drawing. Pixels are from the plot's left edge and the board's top.

const SLIP = 5, TWICE = 320; // pixels a click may wander; milliseconds between two clicks

// `on`: where(event) -> 'bars' | 'lanes'; pan, zoom, brush, brushed, click, point, leave, twice, key, done.
export function hands(surface, on) {
  const held = new Map();
  let start = null, pinch = 0, moved = false, brushing = false, last = { time: 0, x: 0, y: 0 };

  const spot = (event) => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const spread = () => {
    const [a, b] = [...held.values()];
    return { wide: Math.max(20, Math.abs(a.x - b.x)), middle: (a.x + b.x) / 2 };
  };

  surface.addEventListener('pointerdown', (event) => {
    if (event.button > 0) return;
    const at = spot(event);
    held.set(event.pointerId, at);
    if (held.size === 1) { start = at; moved = false; brushing = on.where(at) === 'bars' || event.shiftKey; }
    if (held.size === 2) { brushing = false; moved = true; on.brush(null); pinch = spread().wide; }
  });

  surface.addEventListener('pointermove', (event) => {
    const at = spot(event), before = held.get(event.pointerId);
    if (!before) { if (event.pointerType !== 'touch') on.point(at); return; }
    if (!moved && Math.hypot(at.x - start.x, at.y - start.y) > SLIP) {
      moved = true;
      surface.setPointerCapture(event.pointerId);
      on.leave();
    }
    held.set(event.pointerId, at);
    if (held.size === 2) {
      const { wide, middle } = spread();
      on.zoom(pinch / wide, middle);
      pinch = wide;
    } else if (moved && brushing) on.brush([start.x, at.x]);
    else if (moved) on.pan(before.x - at.x);
  });

  const release = (event, kept) => {
    const at = held.get(event.pointerId);
    if (!at || !held.delete(event.pointerId)) return;
    if (held.size) { moved = true; return; }
    if (moved && brushing) on.brushed(kept ? [start.x, at.x] : null);
    else if (moved) on.done();
    else if (kept) {
      const twice = event.timeStamp - last.time < TWICE && Math.hypot(at.x - last.x, at.y - last.y) < 12;
      last = { time: twice ? 0 : event.timeStamp, ...at };
      if (twice) on.twice(at); else on.click(at, event.pointerType === 'touch');
    }
  };
  surface.addEventListener('pointerup', (event) => release(event, true));
  surface.addEventListener('pointercancel', (event) => release(event, false));
  surface.addEventListener('pointerleave', () => { if (!held.size) on.leave(); });

  surface.addEventListener('wheel', (event) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : 0;
    if (event.ctrlKey || event.metaKey) { event.preventDefault(); on.zoom(Math.exp(Math.max(-60, Math.min(60, event.deltaY)) / 220), spot(event).x); }
    else if (sideways) { event.preventDefault(); on.pan(sideways); }
  }, { passive: false });

  surface.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (on.key(event.key)) { event.preventDefault(); event.stopPropagation(); }
  });
}
