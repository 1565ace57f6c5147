// On a narrow screen what is read stands in a sheet at the foot: its handle opens and lowers it, by a tap, a swipe or a key.
// What is open is written on the root, whose style sheets say the rest; it outlives every drawing of the page.

import { element } from './panel.js';

const SWIPE = 24, root = document.documentElement; // pixels a finger goes before it is more than a tap
let from = null;

const isOpen = () => root.dataset.sheet === 'open';

function turn(open) {
  root.dataset.sheet = open ? 'open' : 'low';
  for (const handle of document.querySelectorAll('.tl-handle')) say(handle);
}

function say(handle) {
  handle.setAttribute('aria-expanded', String(isOpen()));
  handle.textContent = isOpen() ? 'Less' : 'Read on';
}

export function sheet(place) {
  if (!root.dataset.sheet) root.dataset.sheet = 'low';
  if (place.querySelector('.tl-handle')) return;
  const handle = element('button', 'tl-handle', '', { type: 'button' });
  handle.addEventListener('pointerdown', (event) => { from = event.clientY; handle.setPointerCapture(event.pointerId); });
  handle.addEventListener('pointerup', (event) => {
    const way = from === null ? 0 : from - event.clientY;
    from = null;
    if (Math.abs(way) > SWIPE) { handle.dataset.swiped = 'yes'; turn(way > 0); }
  });
  handle.addEventListener('click', () => {
    if (!handle.dataset.swiped) turn(!isOpen());
    delete handle.dataset.swiped;
  });
  say(handle);
  place.replaceChildren(handle);
}
