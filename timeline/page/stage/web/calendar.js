// Day numbers (proleptic Gregorian, 1 = 0001-01-01, may be negative) and the ticks and steps of a calendar.
// Years are astronomical as in timeline/calendar.py; the day count is Howard Hinnant's civil_from_days.

import { dated, number } from './locale.js';

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MEAN = { day: 1, month: 30.44, year: 365.25 };
const STEPS = [['day', 1], ['day', 7], ['month', 1], ['month', 3], ['year', 1], ['year', 2], ['year', 5]];
for (let power = 1; power < 7; power++) for (const digit of [1, 2, 5]) STEPS.push(['year', digit * 10 ** power]);
const TICKS = [['day', 1], ['day', 2], ['day', 7], ['day', 14], ['month', 1], ['month', 3], ['month', 6], ...STEPS.slice(4)];

export function ymd(number) {
  const z = Math.floor(number) + 305, era = Math.floor(z / 146097), of = z - era * 146097;
  const y = Math.floor((of - Math.floor(of / 1460) + Math.floor(of / 36524) - Math.floor(of / 146096)) / 365);
  const inYear = of - (365 * y + Math.floor(y / 4) - Math.floor(y / 100)), m = Math.floor((5 * inYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return [y + era * 400 + (month <= 2), month, inYear - Math.floor((153 * m + 2) / 5) + 1];
}

export function day(year, month, d) {
  const y = year - (month <= 2), era = Math.floor(y / 400), of = y - era * 400;
  const inYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + d - 1;
  return era * 146097 + of * 365 + Math.floor(of / 4) - Math.floor(of / 100) + inYear - 305;
}

export function yearLabel(year) {
  return year <= 0 ? `${1 - year} BC` : year < 100 ? `AD ${year}` : String(year);
}

export function dayLabel(number) {
  const [y, m, d] = ymd(number);
  return dated(d, MONTHS[m - 1], yearLabel(y));
}

// A stretch of whole days for people; `last` is within it.
export function stretchLabel(first, last) {
  const a = ymd(first), b = ymd(last), next = ymd(last + 1);
  if (first === last) return dayLabel(first);
  if (a[2] === 1 && next[2] === 1) {
    if (a[1] === 1 && next[1] === 1) return a[0] === b[0] ? yearLabel(a[0]) : `${yearLabel(a[0])} – ${yearLabel(b[0])}`;
    if (a[0] === b[0] && a[1] === b[1]) return dated('', MONTHS[a[1] - 1], yearLabel(a[0]));
    return [a, b].map(([y, m]) => dated('', MONTHS[m - 1], yearLabel(y))).join(' – ');
  }
  if (a[0] === b[0] && a[1] === b[1]) return dated(`${a[2]}–${b[2]}`, MONTHS[b[1] - 1], yearLabel(b[0]));
  return `${dayLabel(first)} – ${dayLabel(last)}`;
}

// How long a silence was: "14 months", "3 years", "12 days".
export function lengthLabel(days) {
  const [n, unit] = days < 60 ? [days, 'day'] : days < 730 ? [days / 30.44, 'month'] : [days / 365.25, 'year'];
  return `${number(Math.round(n))} ${unit}${Math.round(n) === 1 ? '' : 's'}`;
}

function grid(unit, step, first, last) {
  const out = [];
  if (unit === 'day') {
    let at = step >= 7 ? first - ((first - 1) % step + step) % step : first; // day 1 was a Monday
    if (step === 2) at = first - ((first % 2) + 2) % 2;
    for (; !out.length || out[out.length - 1] <= last; at += step) out.push(at);
  } else if (unit === 'month') {
    const [y, m] = ymd(first);
    let index = Math.floor((y * 12 + m - 1) / step) * step;
    for (; !out.length || out[out.length - 1] <= last; index += step)
      out.push(day(Math.floor(index / 12), ((index % 12) + 12) % 12 + 1, 1));
  } else {
    let number = Math.floor(ymd(first)[0] / step) * step;
    if (number <= 0) number -= step;
    for (; !out.length || out[out.length - 1] <= last; number += step)
      out.push(day(number <= 0 && step > 1 ? number + 1 : number, 1, 1));
  }
  return out;
}

function finest(steps, first, last, most) {
  return steps.find(([unit, step]) => (last - first) / (step * MEAN[unit]) <= most) || steps[steps.length - 1];
}

// The finest grid of at most so many steps over the days first..last.
export function edges(first, last, most) {
  const [unit, step] = finest(STEPS, first, last, most);
  return grid(unit, step, Math.floor(first), Math.ceil(last));
}

// Ticks on two levels: what changes, and below it what it is part of, at the first tick and where that changes. A day's
// tick stands in its middle, as its marks do.
export function ticks(first, last, most) {
  const [unit, step] = finest(TICKS, first, last, most);
  let above = null;
  return grid(unit, step, Math.floor(first), Math.ceil(last)).filter((n) => n >= first && n <= last).map((number) => {
    const [y, m, d] = ymd(number), year = yearLabel(y);
    if (unit === 'year') return { number, fine: year, whole: '' };
    const context = unit === 'month' ? year : dated('', MONTHS[m - 1], year), told = context !== above;
    above = context;
    return { number: unit === 'day' ? number + .5 : number, fine: unit === 'month' ? MONTHS[m - 1] : String(d), whole: told ? context : '' };
  });
}
