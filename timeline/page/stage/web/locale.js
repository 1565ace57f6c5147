// Days and numbers as the reader writes them: by the locale that the server goes by too, so that chart and page agree.

let order = 'DMY', form = new Intl.NumberFormat();

export function reads({ locale, order: turn }) {
  order = turn || 'DMY';
  const options = { useGrouping: true, numberingSystem: 'latn' };
  try { form = new Intl.NumberFormat(locale, options); } catch { form = new Intl.NumberFormat(undefined, options); }
}

export const number = (count) => form.format(count);

// "27 Feb 2019", "Feb 27, 2019", "2019 Feb 27"; any of day and year may be missing.
export function dated(day, month, year) {
  if (order === 'MDY' && day) return `${month} ${day}${year ? `, ${year}` : ''}`;
  return (order === 'YMD' ? [year, month, day] : [day, month, year]).filter((part) => part !== '').join(' ');
}
