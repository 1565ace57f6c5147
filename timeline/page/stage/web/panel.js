// What stands around and over the drawing: the key, the controls, the hint, the list of a "+N". All text is set as text.

import { mix } from './draw.js';
import { number } from './locale.js';

export function element(tag, name, text, attributes = {}) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

const TOLD_IN = 'Colour: told in';
const SHAPES = {
  circle: '<circle cx="7" cy="7" r="5"/>', 'triangle-up': '<path d="M7 1.6 12.6 11.6H1.4Z"/>', diamond: '<path d="M7 1 13 7 7 13 1 7Z"/>',
  pentagon: '<path d="M7 1.4 12.6 5.6 10.5 12.2H3.5L1.4 5.6Z"/>', square: '<rect x="2.2" y="2.2" width="9.6" height="9.6"/>', hexagon: '<path d="M7 1 12.2 4V10L7 13 1.8 10V4Z"/>',
};
const SIGNS = {
  claimed: (hue) => `<circle cx="7" cy="7" r="2" fill="${hue}"/>`,
  denied: (hue) => `<path d="M4.4 4.4 9.6 9.6M9.6 4.4 4.4 9.6" stroke="${hue}" stroke-width="1.6"/>`,
  hypothetical: (hue) => `<text x="7" y="10" font-size="8.5" font-weight="700" text-anchor="middle" fill="${hue}">?</text>`,
};

// A mark as a small picture for the key; `hue` and `paper` are our own colours.
function picture(symbol, hue, paper, kind = 'full') {
  const fill = kind === 'full' ? hue : kind === 'pale' ? mix(hue, paper, .28) : paper;
  const shape = `<g fill="${fill}" stroke="${hue}" stroke-width="1.6">${SHAPES[symbol] || SHAPES.circle}</g>`;
  return `<svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">${shape}${(SIGNS[kind] || (() => ''))(hue)}</svg>`;
}

function line(kind, hue) {
  const inside = { band: `<rect x="0" y="3" width="22" height="8" fill="${hue}" opacity=".28"/>`,
    about: `<path d="M1 7H21M1 3V11M21 3V11" stroke="${hue}" stroke-width="1.6"/>`,
    open: `<path d="M7 7H21" stroke="${hue}" stroke-width="1.6"/><path d="M1 7 8 3V11Z" fill="${hue}"/>` }[kind];
  return `<svg width="22" height="14" viewBox="0 0 22 14" aria-hidden="true">${inside}</svg>`;
}

function strip(ink) {
  const shades = [.12, .35, .6, .8, 1].map((share, n) => `<rect x="${n * 13}" y="1" width="12" height="12" fill="${mix(ink.bases.explicit, ink.paper, share)}"/>`);
  return `<svg width="66" height="14" viewBox="0 0 66 14" aria-hidden="true">${shades.join('')}</svg>`;
}

// The key of what is in sight: (heading, [[picture, words]]) of colours, shapes and forms.
function entries(scene, data, ink, names) {
  if (scene.cells) return [['Too many to tell apart', [[strip(ink), 'fewer to more events; zoom in, or open a cell, to see them']]]];
  const there = (pick) => new Set(scene.marks.map(pick)), quiet = ink.quiet;
  const bases = there((m) => m.basis), shapes = new Map(), manners = there((m) => m.manner), out = [];
  for (const name of data.precisions) if (scene.marks.some((m) => m.precision === name)) {
    const symbol = data.symbols[name] || 'circle';
    shapes.set(symbol, [...(shapes.get(symbol) || []), name]);
  }
  out.push(names ? [TOLD_IN, names.map(([hue, name]) => [picture('circle', hue, ink.paper), name])]
    : ['Colour: the date is', data.bases.filter((b) => bases.has(b)).map((b) => [picture('circle', ink.bases[b], ink.paper), data.says[b]])]);
  out.push(['Shape: precise to the', [...shapes].map(([symbol, words]) => [picture(symbol, quiet, ink.paper), words.join(' or ')])]);
  const forms = [];
  if (scene.marks.some((m) => m.right > m.left && !m.about && !m.opens && !m.lasts)) forms.push([line('band', quiet), 'every day it may be']);
  if (scene.marks.some((m) => m.about)) forms.push([line('about', quiet), 'about then']);
  if (scene.marks.some((m) => m.opens || m.lasts)) forms.push([line('open', quiet), 'open end']);
  for (const [kind, words] of Object.entries(data.manners)) if (manners.has(kind)) forms.push([picture('circle', quiet, ink.paper, kind), words]);
  if (forms.length) out.push(['Form', forms]);
  return out;
}

// On a narrow screen the key is folded until it is asked for, and stays as a person left it.
export function showKey(host, scene, data, ink, names) {
  const rows = entries(scene, data, ink, names).map(([heading, items]) => {
    const row = element('p'), title = element('b', '', heading);
    row.append(title, ...items.map(([drawn, words]) => {
      const entry = element('span'), mark = element('i');
      mark.innerHTML = drawn; // our own shapes and colours alone
      entry.append(mark, element('span', heading === TOLD_IN ? 'tl-named' : '', words, { dir: 'auto' }));
      return entry;
    }));
    return row;
  });
  const fold = host.querySelector('details'), folded = element('details'), held = element('div');
  folded.open = !scene.narrow || Boolean(fold && fold.open && fold.dataset.narrow);
  if (scene.narrow) folded.dataset.narrow = 'yes';
  held.append(...rows);
  folded.append(element('summary', '', 'What the marks mean'), held);
  host.replaceChildren(folded);
}

// The controls over the chart. `act` is told what was asked for.
export function controls(act) {
  const bar = element('div', 'tl-bar', '', { role: 'group', 'aria-label': 'How the timeline is drawn' });
  const choice = (label, name, options) => {
    const select = element('select', '', '', { 'data-name': name });
    for (const [value, words] of options) select.append(element('option', '', words, { value }));
    select.addEventListener('change', () => act(name, select.value));
    const held = element('label', '', label);
    held.append(select);
    return held;
  };
  const button = (words, name, sign, help) => {
    const made = element('button', 'tl-button', sign, { type: 'button', 'aria-label': words, title: help });
    made.addEventListener('click', () => act(name));
    return made;
  };
  const zoom = element('span', 'tl-zoom');
  zoom.append(button('Zoom out', 'out', '−', 'Zoom out: Ctrl and the wheel, a pinch, or the key −'),
    button('Zoom in', 'in', '+', 'Zoom in: Ctrl and the wheel, a pinch, or the key +'), button('Reset to the whole stretch', 'home', 'Reset', 'The whole stretch: double-click, or the key 0'),
    button('Save the chart as a picture', 'picture', 'Picture', 'What is drawn, as an SVG file'));
  bar.append(choice('Colour', 'colour', [['basis', 'how it is dated'], ['document', 'document']]),
    choice('Time', 'spacing', [['scale', 'to scale'], ['even', 'even steps']]), zoom);
  return bar;
}

// The hint beside what is pointed at or stepped to.
export function showTip(tip, lines, x, y, board) {
  tip.replaceChildren(...lines.filter(([, text]) => text).map(([name, text]) => element('div', name, text, { dir: 'auto' })));
  tip.hidden = false;
  const room = board.getBoundingClientRect(), box = tip.getBoundingClientRect();
  const left = Math.max(4, Math.min(x + 14, room.width - box.width - 4));
  const above = y - box.height - 12, below = room.top + y + 18 + box.height > window.innerHeight && room.top + above > 0;
  tip.style.transform = `translate(${Math.round(left)}px, ${Math.round(below || above > 0 && y > 400 ? above : y + 16)}px)`;
}

// The members of a "+N" or of a cell: buttons in a dialogue that the arrow keys walk through.
export function showList(list, { heading, events, left, x, y, board, actions }, pick, close) {
  const title = element('p', 'tl-list-title', heading), shut = element('button', 'tl-button', '×', { type: 'button', 'aria-label': 'Close the list' });
  const head = element('div', 'tl-list-head'), rows = element('ul');
  shut.addEventListener('click', close);
  head.append(title, ...actions.map(([words, act]) => {
    const made = element('button', 'tl-button', words, { type: 'button' });
    made.addEventListener('click', act);
    return made;
  }), shut);
  rows.append(...events.map(([id, name, when]) => {
    const row = element('li'), made = element('button', 'tl-member', '', { type: 'button' });
    made.append(element('span', 'tl-member-title', name, { dir: 'auto' }), element('span', 'tl-member-when', when));
    made.addEventListener('click', () => pick(id));
    row.append(made);
    return row;
  }));
  list.replaceChildren(head, rows, ...(left > 0 ? [element('p', 'tl-list-left', `and ${number(left)} lighter ones: zoom in to see them`)] : []));
  list.hidden = false;
  list.setAttribute('aria-label', heading);
  const width = Math.min(360, board.clientWidth - 8);
  list.style.width = `${width}px`;
  list.style.left = `${Math.max(4, Math.min(x - width / 2, board.clientWidth - width - 4))}px`;
  list.style.top = `${Math.round(y + 16)}px`;
  const buttons = [...rows.querySelectorAll('button')];
  list.onkeydown = (event) => {
    const at = buttons.indexOf(document.activeElement), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); buttons[(at + step + buttons.length) % buttons.length]?.focus(); }
    else if (event.key === 'Escape') { event.preventDefault(); close(); }
    event.stopPropagation();
  };
  (buttons[0] || shut).focus({ preventScroll: true });
  list.scrollIntoView({ block: 'nearest' });
}
