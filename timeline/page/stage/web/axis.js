// The axis that stays in sight over the lanes when the page is scrolled: two levels of ticks, the silences of an even axis, and
// the day under the pointer with a line through the lanes.

import { MONTHS, dayLabel, yearLabel, ymd } from './calendar.js';
import { dated } from './locale.js';
import { element } from './panel.js';

const DAYS = 1.5, MONTH = 45; // days a pixel up to which a place is told to the day, to the month

export function showAxis(strip, { ticks, gaps, px, left, plot }) {
  const at = (node, x) => { node.style.left = `${left + x}px`; return node; };
  const shown = ticks.map((tick) => [tick, px(tick.at)]).filter(([, x]) => x >= -1 && x <= plot + 1).map(([tick, x]) => {
    const node = element('span', 'tl-tick');
    node.append(element('span', '', tick.fine), element('span', '', tick.whole));
    return at(node, x);
  });
  strip.replaceChildren(...shown, ...gaps.map((gap) => at(element('span', 'tl-gap', `↔ ${gap.says}`), px(gap.x))));
}

// What to call the day `number` where a pixel is so many days.
export function placeLabel(number, each) {
  const [y, m] = ymd(Math.floor(number));
  return each <= DAYS ? dayLabel(Math.floor(number)) : each <= MONTH ? dated('', MONTHS[m - 1], yearLabel(y)) : yearLabel(y);
}

// The line at x with its day; nothing for null.
export function cross(line, strip, label, x, left) {
  line.hidden = x === null;
  const was = strip.querySelector('.tl-day');
  if (was) was.remove();
  if (x === null) return;
  line.style.left = `${left + x}px`;
  const made = element('span', 'tl-day', label);
  made.style.left = `${left + x}px`;
  strip.append(made);
}
