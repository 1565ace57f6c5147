// What Streamlit mounts: `stage` draws the chart; `now` tells it which event is read, and tells the page what was chosen.

import { sheet } from './sheet.js';
import { Stage } from './stage.js';
import { ready } from './text.js';

let library = null, held = null, current = null;

// plotly.js as the installed plotly package has it; its address holds a fingerprint, so the browser keeps it, compiled.
function plotly(address) {
  library = library || new Promise((done, failed) => {
    const script = document.createElement('script');
    script.onload = () => done(window.Plotly);
    script.onerror = () => failed(new Error('plotly.js could not be run'));
    script.src = address;
    document.head.append(script);
  });
  return library;
}

function style() {
  if (document.querySelector('link[data-timeline]')) return null;
  const link = document.createElement('link');
  Object.assign(link, { rel: 'stylesheet', href: new URL('stage.css', import.meta.url).href });
  link.dataset.timeline = '';
  return new Promise((done) => { link.onload = link.onerror = done; document.head.append(link); });
}

export async function stage({ data, parentElement, setStateValue, setTriggerValue }, address) {
  const host = parentElement.querySelector('.tl-host'), font = getComputedStyle(host).fontFamily;
  const latest = (host.latest = { data });
  const [drawn] = await Promise.all([plotly(address), ready(font), style()]).catch(() => { library = null; return []; });
  if (!drawn) { host.textContent = 'The chart could not be loaded. The table below lists the same events.'; return; }
  if (host.latest !== latest || !host.isConnected) return;
  if (!held || held.host !== host) {
    if (held) held.end();
    host.replaceChildren();
    held = new Stage(host, drawn, font);
    tie();
  }
  held.receive(data, (name, value) => (name === 'open' ? setTriggerValue : setStateValue)(name, value));
  host.dataset.drawn = data.token;
}

// Streamlit also cleans up after a run that a newer one overtook: only a stage that left the page ends.
export function leave() {
  setTimeout(() => { if (held && !held.host.isConnected) { held.end(); held = null; } });
}

export function now({ data, parentElement, setTriggerValue }) {
  sheet(parentElement.querySelector('.tl-sheet'));
  current = { picked: data.picked, say: setTriggerValue };
  tie();
  dispatchEvent(new CustomEvent('tl-read', { detail: data.picked })); // the views below follow, where they are in sight
}

function tie() {
  if (!held || !current) return;
  held.say = current.say;
  if (held.picked !== current.picked) { const first = !held.picked; held.picked = current.picked; if (first && held.scene) held.targets.place(); else held.show(); }
}
