/** Weiban is used in China, where every place has this offset all year. */
const CHINA = '+08:00';
const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2}))?)?(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * The moment of a date such as `2026-01-01` or `2026-01-01T08:00+08:00`, in milliseconds since the epoch: the beginning
 * of a day without a time, and China time without an offset. Undefined if the text is no date of the calendar.
 */
export function momentOf(text: string): number | undefined {
  const [matched, day = '', minute = '00:00', second = '00', offset = CHINA] = DATE.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const local = `${day}T${minute}:${second}`;
  // Dates that do not exist, such as the 30th of February, become others instead of failing.
  const read = new Date(`${local}Z`);
  if (Number.isNaN(read.getTime()) || read.toISOString().slice(0, 19) !== local) return undefined;
  const moment = Date.parse(`${local}${offset.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(moment) ? undefined : moment;
}
