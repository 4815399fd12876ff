import { listOperations, nearestOperation, searchOperations } from '../catalogue/index.ts';
import { UsageError } from './usage-error.ts';

/**
 * Which writes the flag `--allow-writes` allows: none without it, all without a value, and otherwise those whose name on the
 * client has one of its patterns: `tag.*,externalUser.remark`.
 *
 * @throws UsageError if a pattern allows no operation.
 */
export function allowedWrites(flag: unknown): (operationId: string) => boolean {
  if (flag === undefined) return () => false;
  if (flag === true) return () => true;
  const writes = searchOperations([]).filter(({ safety }) => safety !== 'read');
  const patterns = String(flag)
    .split(',')
    .map((pattern) => pattern.trim());
  const allowed = new Set(
    patterns.flatMap((pattern) => {
      const matching = writes.filter(({ name }) => matches(pattern, name));
      if (matching.length === 0) throw noSuchWrite(pattern);
      return matching.map(({ id }) => id);
    }),
  );
  return (operationId) => allowed.has(operationId);
}

/** Whether a name has a pattern, in which a `*` stands for any letters and dots. */
function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1;
    const found = isLast ? name.length - part.length : name.indexOf(part, at);
    if (found < at || !name.startsWith(part, found)) return false;
    at = found + part.length;
  }
  return true;
}

function noSuchWrite(pattern: string): UsageError {
  const read = listOperations().some(({ name }) => matches(pattern, name));
  if (read) return new UsageError('onlyReads', { given: pattern });
  const near = nearestOperation(pattern)?.name;
  return near
    ? new UsageError('noWriteNear', { given: pattern, near })
    : new UsageError('noWrite', { given: pattern });
}
