// The row of views, one of them open (WAI-ARIA APG, tabs with manual activation): arrows go along it, Enter or Space opens.
// A tab stays the same node from run to run, so that the focus stays on it.
// The views below are asked for when they come into sight, and again there when another event is read than they tell of.

const STEPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };

const called = (tab) => tab.dataset.name;

function tabs(row, names) {
  const there = [...row.children];
  if (there.length === names.length && there.every((tab, n) => called(tab) === names[n])) return there;
  row.replaceChildren(...names.map((name, n) => {
    const tab = document.createElement('button');
    Object.assign(tab, { type: 'button', id: `tl-tab-${n}`, textContent: name });
    tab.dataset.name = name;
    tab.setAttribute('role', 'tab');
    return tab;
  }));
  return [...row.children];
}

// How much a view holds, beside its name, which stays the same to who hears it.
function tell(tab, count) {
  const there = tab.querySelector('.tl-many') || document.createElement('span');
  there.remove();
  if (!count || count === '0') return;
  Object.assign(there, { className: 'tl-many', textContent: count });
  there.setAttribute('aria-hidden', 'true');
  tab.append(there);
}

// What the open tab tells of is the container below, which is not ours to write.
function panel(tab, again = 3) {
  const found = document.querySelector('.st-key-view');
  if (!found) { if (again) setTimeout(() => panel(tab, again - 1), 150); return; }
  for (const [name, value] of [['id', 'tl-view'], ['role', 'tabpanel'], ['aria-labelledby', tab.id]]) found.setAttribute(name, value);
  tab.setAttribute('aria-controls', 'tl-view');
}

const AGAIN = 2500; // milliseconds after which what was asked for and overtaken by another run is asked for again
let latest = null, read = null, seen = false, watch = null;

function ask() {
  const mine = latest;
  if (!mine || !seen || !mine.row.isConnected || mine.asked === (read || true) || (mine.told !== null && (read === null || read === mine.told))) return;
  mine.asked = read || true;
  mine.tell('sight', mine.asked);
  setTimeout(() => { if (latest === mine) { mine.asked = null; ask(); } }, AGAIN);
}

function look(row) {
  if (watch && watch.row === row) return;
  if (watch) watch.disconnect();
  watch = new IntersectionObserver((places) => { seen = places.at(-1).isIntersecting; ask(); }, { rootMargin: '0px 0px -3% 0px' });
  watch.row = row;
  watch.observe(row.closest('.st-key-views') || row);
}

addEventListener('tl-read', ({ detail }) => { read = detail; ask(); });

export default function ({ data, parentElement, setTriggerValue }) {
  const row = parentElement.querySelector('.tl-tabs'), all = tabs(row, data.names), open = all[data.names.indexOf(data.open)] || all[0];
  for (const tab of all) {
    tab.setAttribute('aria-selected', String(tab === open));
    tab.tabIndex = tab === open ? 0 : -1;
    tab.removeAttribute('aria-controls');
    tell(tab, (data.counts || {})[called(tab)]);
  }
  if (row.dataset.open !== data.open) row.scrollLeft += open.getBoundingClientRect().left - row.getBoundingClientRect().left - row.clientWidth / 3;
  Object.assign(row.dataset, { open: data.open, read: data.read ?? '' });
  panel(open);
  latest = { row, told: data.read, tell: setTriggerValue };
  look(row);
  ask();
  row.onclick = ({ target }) => {
    const tab = target.closest('[role=tab]');
    if (tab && tab.getAttribute('aria-selected') !== 'true') setTriggerValue('open', called(tab));
  };
  row.onkeydown = (event) => {
    const step = STEPS[event.key], now = all.indexOf(document.activeElement);
    if (!step || now < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = Math.abs(step) === 1 ? (now + step + all.length) % all.length : step < 0 ? 0 : all.length - 1;
    all.forEach((tab, n) => { tab.tabIndex = n === to ? 0 : -1; });
    all[to].focus();
  };
}
