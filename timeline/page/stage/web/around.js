// What stands around the lanes: their names, how many marks are out of sight on either side, and the lanes that are folded away.

import { number } from './locale.js';
import { element } from './panel.js';

export function showNames(stage) {
  const { scene, board, names } = stage, narrow = scene.narrow;
  board.classList.toggle('tl-narrow', narrow);
  names.replaceChildren(...scene.lanes.map((lane) => {
    const made = element('div', 'tl-name'), middle = stage.top() + lane.top + (narrow ? -lane.head : lane.height / 2 - 10);
    made.append(element('span', '', lane.name, { dir: 'auto', title: lane.name }), element('span', '', number(lane.count)));
    Object.assign(made.style, { top: `${middle}px`, height: narrow ? `${lane.head}px` : '20px', width: narrow ? 'auto' : `${scene.left}px`, left: narrow ? `${scene.left + 2}px` : '0', maxWidth: narrow ? `${scene.plot}px` : '' });
    return made;
  }));
}

export function showSides(stage) {
  const { data, scene, before: left, after: right } = stage, [first, last] = stage.days();
  let before = 0, after = 0;
  if (data.marks && !data.covers) data.marks.first.forEach((a, e) => { const m = (a + data.marks.last[e] + 1) / 2; before += m < first; after += m > last; });
  left.textContent = before ? `‹ ${number(before)} earlier` : '';
  right.textContent = after ? `${number(after)} later ›` : '';
  left.style.left = `${scene.left + 6}px`;
  right.style.right = `${scene.right + 6}px`;
  left.hidden = !before;
  right.hidden = !after;
}

// `lanes`: (name, count) of those that are folded away; `all`: whether a person unfolded them.
export function showFold(button, lanes, all) {
  const told = lanes.slice(0, 3).map(([name, count]) => `${name} ${number(count)}`).join(', ');
  button.hidden = !lanes.length && !all;
  button.textContent = lanes.length ? `Show ${number(lanes.length)} more lanes: ${told}${lanes.length > 3 ? ' …' : ''}` : 'Show fewer lanes';
  button.setAttribute('aria-expanded', String(!lanes.length));
}
