import { server } from '../../generated/operations.ts';
import { resolveBase } from '../base/base-url.ts';

/**
 * The addresses that a handler listens at: those that begin with the base URL, in the form in which the client sends it,
 * and a path; `*` at its end stands for any text, `{x}` for one argument. An expression, because msw reads signs such as
 * `:` and `(` in a text.
 *
 * @throws WeibanConfigError if the base URL is not one that the client takes.
 */
export function addressOf(baseUrl: string = server, path: string): RegExp {
  const [start = '', rest] = path.split('*');
  const texts = (resolveBase(baseUrl) + start).split(/\{[^{}]*\}/).map(escapeSigns);
  const text = texts.join('[^/?#]+');
  return new RegExp(`^${text}${rest === undefined ? '$' : ''}`);
}

function escapeSigns(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The path of a request from the server's root, as the specification has it: without the path of the base URL. */
export function pathBelow(baseUrl: string = server, url: string): string {
  const prefix = new URL(resolveBase(baseUrl)).pathname.replace(/\/$/, '');
  return new URL(url).pathname.slice(prefix.length);
}
