// The text of a document with its marks. All of it is set as text; a mark is chosen by click, Enter or space.

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

export default function ({ data, parentElement, setTriggerValue }) {
  const host = parentElement.querySelector('.tl-text'), seen = new Set(data.seen);
  const was = host.dataset.picked, focused = host.contains(document.activeElement);
  host.replaceChildren(...data.pieces.map((one) => piece(one, data, seen)));
  reachable(host);
  host.dataset.picked = data.picked;
  if (was !== data.picked) toSight(host);
  if (focused) (host.querySelector('.tl-ink-picked[tabindex]') || host).focus({ preventScroll: true });
  const choose = (event) => {
    const mark = event.target.closest('mark[data-event]');
    if (!mark || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    setTriggerValue('pick', mark.dataset.event);
  };
  host.onclick = host.onkeydown = choose;
}
