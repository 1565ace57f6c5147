// What of the chart's view stands in the address: the stretch that was zoomed to, the kind of axis, what colours mean. None of it
// is the server's business, which leaves these names as they are (timeline/page/address.py).

import { day, ymd } from './calendar.js';

const DAY = /^(-?\d{4,6})-(\d\d)-(\d\d)$/;

export function iso(number) {
  const [y, m, d] = ymd(Math.round(number)), two = (n) => String(n).padStart(2, '0');
  return `${y < 0 ? '-' : ''}${String(Math.abs(y)).padStart(4, '0')}-${two(m)}-${two(d)}`;
}

function number(text) {
  const found = DAY.exec(text);
  if (!found) return null;
  const [y, m, d] = found.slice(1).map(Number);
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 ? day(y, m, d) : null;
}

export function remembered() {
  const asked = new URLSearchParams(location.search), [lo, hi] = (asked.get('zoom') || '').split('..').map(number);
  return {
    days: Number.isFinite(lo) && Number.isFinite(hi) && hi >= lo ? [lo, Math.max(hi, lo + 1.5)] : null,
    spacing: asked.get('axis') === 'even' ? 'even' : 'scale', by: asked.get('colour') === 'document' ? 'document' : 'basis',
  };
}

let view = null; // what stands in the address now

function written(url) {
  const there = new URL(url, location.href);
  for (const [name, value] of Object.entries(view || {})) if (value) there.searchParams.set(name, value); else there.searchParams.delete(name);
  return there.href;
}

export function remember({ days, spacing, by }) {
  view = { zoom: days ? days.map(iso).join('..') : '', axis: spacing === 'even' ? 'even' : '', colour: by === 'document' ? 'document' : '' };
  if (written(location.href) !== location.href) history.replaceState(history.state, '');
}

// Streamlit writes the address from what its server knew of it last; what the chart adds is put back as it does.
for (const name of ['pushState', 'replaceState']) {
  const write = history[name].bind(history);
  history[name] = (state, title, url) => write(state, title, written(url === undefined || url === null ? location.href : url));
}
