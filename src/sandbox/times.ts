import { isObject } from '../base/is-object.ts';
import type { JsonObject } from './paths.ts';

/** Date-time text, with or without the zone. */
const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:([ T])(\d\d:\d\d(?::\d\d)?)(\.\d+)?(Z|[+-]\d\d:?\d\d)?)?$/;
/** Names of fields with a time. */
const TIME_FIELD = /(^|_)(at|time|date)$|^msgtime$/;
/** Times without an offset are China's. */
const CHINA_SECONDS = 8 * 3600;

/** Whether a field holds a time, by its name. */
export function isTimeField(name: string): boolean {
  return TIME_FIELD.test(name);
}

/** Whether a field holds the time of a row's creation. */
export function isCreation(name: string): boolean {
  return /^(msg_)?creat(e|ed|ion)_(at|time)$/.test(name);
}

/** Whether a field holds the time of a row's last change. */
export function isChange(name: string): boolean {
  return /(^|_)updated?_(at|time)$/.test(name);
}

/** The number of a value: Unix seconds of a time in any form, any other number itself; undefined for other text. */
export function secondsOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value >= 1e11 && value < 1e14 ? value / 1000 : value;
  if (typeof value !== 'string') return undefined;
  if (/^-?\d+$/.test(value)) return secondsOf(Number(value));
  const [, day, , clock = '00:00:00', fraction = '', zone] = DATE_TIME.exec(value) ?? [];
  if (day === undefined) return undefined;
  const time =
    Date.parse(`${day}T${clock}${clock.length === 5 ? ':00' : ''}${fraction}${zone ?? 'Z'}`) / 1000;
  return Number.isNaN(time) ? undefined : zone === undefined ? time - CHINA_SECONDS : time;
}

/** A time in Unix seconds, in the form of another value; undefined if that is no time of this century. */
function timeLike(like: unknown, seconds: number): unknown {
  const known = secondsOf(like);
  if (known === undefined || known < 9.4e8 || known > 4e9) return undefined;
  if (typeof like === 'number') return like >= 1e11 ? seconds * 1000 : seconds;
  if (typeof like !== 'string') return undefined;
  if (/^\d+$/.test(like)) return String(like.length > 11 ? seconds * 1000 : seconds);
  const [, , gap, clock = '', , zone] = DATE_TIME.exec(like) ?? [];
  const offset = zone === undefined ? CHINA_SECONDS : offsetOf(zone);
  const text = new Date((seconds + offset) * 1000).toISOString();
  if (gap === undefined) return text.slice(0, 10);
  return `${text.slice(0, 10)}${gap}${text.slice(11, 11 + clock.length)}${zone ?? ''}`;
}

/** Changes each time in a value, in place, by its name and its Unix seconds. */
export function changeTimes(value: unknown, change: (name: string, seconds: number) => number): void {
  if (Array.isArray(value)) for (const item of value) changeTimes(item, change);
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const seconds = isTimeField(name) ? secondsOf(item) : undefined;
    const changed = seconds === undefined ? undefined : timeLike(item, change(name, seconds));
    if (changed === undefined) changeTimes(item, change);
    else value[name] = changed;
  }
}

/** The time at which a row was created, in Unix seconds; else its earliest time. */
export function creationOf(row: JsonObject): number | undefined {
  const times = Object.entries(row).flatMap(([name, value]): [name: string, seconds: number][] => {
    const seconds = isTimeField(name) ? secondsOf(value) : undefined;
    return seconds === undefined || timeLike(value, seconds) === undefined ? [] : [[name, seconds]];
  });
  const created = times.find(([name]) => isCreation(name));
  return created?.[1] ?? (times.length > 0 ? Math.min(...times.map(([, seconds]) => seconds)) : undefined);
}

function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}
