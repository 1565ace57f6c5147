// Moves what is drawn sideways without drawing it anew, as a drag wants it; `still` puts it back before the next drawing.

const MOVED = '.cartesianlayer .overplot > g, .xgrid, .xtick';

// `dx` pixels from where it was drawn; what leaves left..right is hidden, the marks are clipped.
export function slide(plot, dx, left, right) {
  for (const node of plot.querySelectorAll(MOVED)) {
    node.style.translate = `${dx}px`;
    const own = node.matches('.xgrid') ? node : node.matches('.xtick') ? node.querySelector('text') : null;
    if (!own || !own.transform.baseVal.numberOfItems) continue;
    const at = own.transform.baseVal.getItem(0).matrix.e + dx;
    node.style.visibility = at < left || at > right ? 'hidden' : '';
  }
  for (const clip of plot.querySelectorAll('clipPath.plotclip rect')) clip.setAttribute('transform', `translate(${-dx},0)`);
}

export function still(plot) {
  for (const node of plot.querySelectorAll(MOVED)) { node.style.translate = ''; node.style.visibility = ''; }
  for (const clip of plot.querySelectorAll('clipPath.plotclip rect')) clip.removeAttribute('transform');
}
