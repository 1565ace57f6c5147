// The text of a document with its marks. All of it is set as text; a mark is chosen by click, Enter or space.
// Words that are selected, by mouse, finger or Shift with the arrow keys, can be made an event of: a button comes up beside them.

const EXTEND = { ArrowLeft: ['backward', 'character'], ArrowRight: ['forward', 'character'], ArrowUp: ['backward', 'line'], ArrowDown: ['forward', 'line'] };
const LINGER = 250; // milliseconds: a finger that presses the button lets go of the words first

let latest = null, held = false;

function piece([words, event, isDate, whyNot], data, seen) {
  if (!event && !isDate) return document.createTextNode(words);
  const mark = document.createElement('mark');
  mark.textContent = words;
  mark.className = event ? (seen.has(event) ? 'tl-ink-event' : 'tl-ink-hidden') : 'tl-ink-rejected';
  if (event && isDate) mark.classList.add('tl-ink-date');
  mark.title = event ? data.names[event] || '' : whyNot;
  if (event) mark.dataset.event = event;
  if (event && event === data.picked) mark.classList.add('tl-ink-picked');
  return mark;
}

function reachable(host) {
  let last = '';
  for (const mark of host.querySelectorAll('mark[data-event]')) {
    if (mark.dataset.event !== last) Object.assign(mark, { tabIndex: 0, role: 'button' }); // named by its words, described by its title
    last = mark.dataset.event;
  }
}

function toSight(host) {
  const first = host.querySelector('.tl-ink-picked');
  if (first) host.scrollTop += first.getBoundingClientRect().top - host.getBoundingClientRect().top - host.clientHeight / 3;
}

function draw(host, data) {
  const said = JSON.stringify(data), was = host.dataset.picked, focused = host.contains(document.activeElement);
  if (host.said === said) return; // as it stands; what is selected in it stays so
  host.said = said;
  const seen = new Set(data.seen);
  host.replaceChildren(...data.pieces.map((one) => piece(one, data, seen)));
  reachable(host);
  host.dataset.picked = data.picked;
  if (was !== data.picked) toSight(host);
  if (focused) (host.querySelector('.tl-ink-picked[tabindex]') || host).focus({ preventScroll: true });
}

// -- selected words

function selected(host) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !host.contains(selection.anchorNode)) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!host.contains(range.startContainer)) range.setStart(host, 0);
  if (!host.contains(range.endContainer)) range.setEnd(host, host.childNodes.length);
  return range.toString().trim() ? range : null;
}

// Code points of the text before a place, as Python counts them.
function before(host, node, offset) {
  const range = document.createRange();
  range.setStart(host, 0);
  range.setEnd(node, offset);
  return Array.from(range.toString()).length;
}

function offer() {
  if (!latest || held) return;
  const { host, button } = latest;
  if (!host.isConnected) { latest = null; return; }
  const range = selected(host);
  clearTimeout(latest.timer);
  if (!range) { latest.timer = setTimeout(() => { if (!held) button.hidden = true; }, LINGER); return; }
  const start = before(host, range.startContainer, range.startOffset) + latest.data.start;
  latest.place = { doc: latest.data.doc, start, end: start + Array.from(range.toString()).length };
  button.hidden = false;
  beside(host, button, range);
}

// Below the last of the words, within the text that is in sight.
function beside(host, button, range) {
  const box = host.getBoundingClientRect(), words = [...range.getClientRects()].filter((one) => one.bottom > box.top && one.top < box.bottom).at(-1);
  if (!words) { button.hidden = true; return; }
  const top = Math.min(words.bottom - box.top + 6, host.clientHeight - button.offsetHeight - 4);
  const left = Math.min(Math.max(words.right - box.left - button.offsetWidth / 2, 4), host.clientWidth - button.offsetWidth - 4);
  Object.assign(button.style, { top: `${Math.max(top, 4)}px`, left: `${Math.max(left, 4)}px` });
}

function make() {
  const { button, place, tell } = latest;
  if (button.hidden || !place) return;
  letGo();
  tell('make', place);
}

function letGo() {
  getSelection().removeAllRanges();
  latest.button.hidden = true;
}

// By the keys: from the mark that has the focus, else from the event that is read, else from the beginning.
function extend(host, event) {
  const step = EXTEND[event.key], selection = getSelection();
  if (!step || !event.shiftKey || event.altKey || event.metaKey) return false;
  if (!selection.rangeCount || !host.contains(selection.focusNode)) {
    const focus = document.activeElement;
    selection.collapse(focus !== host && host.contains(focus) ? focus : host.querySelector('.tl-ink-picked') || host, 0);
  }
  selection.modify('extend', step[0], event.ctrlKey && step[1] === 'character' ? 'word' : step[1]);
  return true;
}

function pressed(event) {
  const { host, button } = latest;
  if (event.key === 'Escape' && !button.hidden) letGo();
  else if (event.key === 'Enter' && !button.hidden) make();
  else if (!extend(host, event)) return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

document.addEventListener('selectionchange', offer);

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector('.tl-text'), button = parentElement.querySelector('.tl-make');
  draw(host, data);
  button.textContent = data.make;
  latest = { ...(latest?.host === host ? latest : {}), host, button, data, tell: setTriggerValue };
  const choose = (event) => {
    if (event.type === 'keydown' ? pressed(event) : selected(host)) return; // the end of a selection is no click on a mark
    const mark = event.target.closest('mark[data-event]');
    if (!mark || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    setTriggerValue('pick', mark.dataset.event);
  };
  host.onclick = host.onkeydown = choose;
  host.onscroll = offer;
  button.onpointerdown = (event) => { held = true; event.preventDefault(); };
  button.onpointerleave = button.onpointercancel = () => { held = false; };
  button.onclick = () => { held = false; make(); };
  button.onkeydown = (event) => { if (event.key === 'Escape') { letGo(); host.focus(); } };
}
