// Two ways to lay days along the axis: to scale, where a unit is a day, and evenly, where a unit is a step to the next date.

import { lengthLabel, ticks, ymd, yearLabel, MONTHS } from './calendar.js';
import { dated } from './locale.js';

export const TO_SCALE = {
  even: false,
  least: 1.5,
  to: (day) => day,
  from: (unit) => unit,
  ticks(lo, hi, most) {
    return ticks(lo, hi, most).map(({ number, fine, whole }) => ({ at: number, fine, whole }));
  },
  gaps: () => [],
};

// `places`: the days where marks stand. Between two of them the axis runs evenly; outside it goes on by the mean step.
export function evenScale(places) {
  const days = [...new Set(places)].sort((a, b) => a - b), n = days.length;
  const step = n > 1 ? (days[n - 1] - days[0]) / (n - 1) : 1;
  const to = (day) => {
    if (day <= days[0]) return -Math.min(1, (days[0] - day) / step);
    if (day >= days[n - 1]) return n - 1 + Math.min(1, (day - days[n - 1]) / step);
    let low = 0, high = n - 1;
    while (high - low > 1) { const m = (low + high) >> 1; if (days[m] <= day) low = m; else high = m; }
    return low + (day - days[low]) / (days[high] - days[low]);
  };
  const from = (unit) => {
    if (unit <= 0) return days[0] + unit * step;
    if (unit >= n - 1) return days[n - 1] + (unit - n + 1) * step;
    const low = Math.floor(unit);
    return days[low] + (unit - low) * (days[Math.min(low + 1, n - 1)] - days[low]);
  };
  return {
    even: true, least: 3, to, from, whole: [-0.7, n - 0.3],
    ticks(lo, hi, most) {
      const first = Math.max(0, Math.ceil(lo)), last = Math.min(n - 1, Math.floor(hi)), out = [];
      const every = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, most)));
      for (let at = Math.ceil(first / every) * every; at <= last; at += every) {
        const [y, m, d] = ymd(days[at]);
        out.push({ at, fine: dated(d, MONTHS[m - 1], yearLabel(y)), whole: '' }); // the line below is for the gaps
      }
      return out;
    },
    // The silences between neighbouring dates in sight, said in words, the longest first.
    gaps(lo, hi) {
      const found = [];
      for (let at = Math.max(0, Math.ceil(lo)); at < Math.min(n - 1, Math.floor(hi)); at++)
        found.push({ at: at + 0.5, days: days[at + 1] - days[at], says: lengthLabel(days[at + 1] - days[at]) });
      return found.filter((gap) => gap.days >= 2).sort((a, b) => b.days - a.days);
    },
  };
}
