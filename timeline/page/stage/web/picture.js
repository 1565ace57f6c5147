// The chart as a picture to keep: what is drawn, with the lanes' names, as SVG. Each text says how wide it is, so that it keeps
// its place where the page's face is not at hand. Nothing is sent anywhere.

import { TYPE, escape } from './draw.js';
import { number } from './locale.js';
import { element } from './panel.js';

const NAME = 'timeline.svg', HEAD = 'data:image/svg+xml,';

function names({ scene, ink, font }) {
  return scene.lanes.map((lane) => ({
    xref: 'paper', x: 0, yref: 'y', y: scene.narrow ? lane.top - lane.head : lane.top + lane.height / 2, showarrow: false,
    xanchor: scene.narrow ? 'left' : 'right', yanchor: scene.narrow ? 'top' : 'middle', xshift: scene.narrow ? 2 : -8,
    text: `${escape(lane.name)}  ${number(lane.count)}`, font: { size: TYPE, color: ink.text, family: font },
  }));
}

// The SVG's text, with the width that each line of it was laid out with.
export function sized(svg, measure) {
  const picture = new DOMParser().parseFromString(svg, 'image/svg+xml');
  for (const text of picture.querySelectorAll('text')) {
    const lines = text.querySelectorAll('tspan.line');
    for (const line of lines.length ? lines : [text]) {
      const size = parseFloat((line.closest('text').style || {}).fontSize) || TYPE;
      if (!line.textContent.trim()) continue;
      line.setAttribute('textLength', measure(line.textContent, size).toFixed(1));
      line.setAttribute('lengthAdjust', 'spacingAndGlyphs');
    }
  }
  return new XMLSerializer().serializeToString(picture);
}

// `stage`: drawn.
export async function save(stage) {
  const { plot, ink, plotly, measure } = stage, layout = { ...plot.layout, annotations: names(stage), paper_bgcolor: ink.paper, plot_bgcolor: ink.paper };
  const { width, height } = layout;
  const told = await plotly.toImage({ data: plot.data, layout, config: { staticPlot: true } }, { format: 'svg', width, height });
  const link = element('a', '', '', { download: NAME, href: URL.createObjectURL(new Blob([sized(decodeURIComponent(told.slice(HEAD.length)), measure)], { type: 'image/svg+xml' })) });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
