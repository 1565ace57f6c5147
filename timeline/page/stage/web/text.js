// Text measured in the browser, with the face it is drawn in; widths are kept.

const pen = document.createElement('canvas').getContext('2d'), known = new Map();

export function measurer(font) {
  return (text, size) => {
    const key = `${size} ${font} ${text}`;
    if (!known.has(key)) {
      if (known.size > 20000) known.clear();
      pen.font = `${size}px ${font}`;
      known.set(key, pen.measureText(text).width);
    }
    return known.get(key);
  };
}

// The text cut with … where it is wider than so many pixels, and how wide it then is.
export function fitter(measure, size) {
  return (text, pixels) => {
    const whole = measure(text, size);
    if (whole <= pixels) return { text, width: whole };
    const letters = [...text];
    let low = 0, high = letters.length;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (measure(letters.slice(0, middle).join('') + '…', size) <= pixels) low = middle; else high = middle - 1;
    }
    const cut = letters.slice(0, low).join('').trimEnd() + '…';
    return { text: cut, width: measure(cut, size) };
  };
}

// Resolves when the faces of `font` can be measured; never later than a second.
export function ready(font) {
  const faces = document.fonts ? Promise.all([document.fonts.load(`12px ${font}`), document.fonts.load(`600 12px ${font}`)]) : null;
  return Promise.race([faces, new Promise((done) => setTimeout(done, 1000))]).catch(() => null);
}
