import { createHash } from 'node:crypto';

/**
 * An id in the form of a UUID that follows from a name. Postman knows by it that an imported file is a new version of an
 * earlier one.
 */
export function stableId(name: string): string {
  const digits = createHash('sha256').update(name).digest('hex');
  // Version 8 and variant 10: a UUID whose other bits have a meaning of their own.
  const parts = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(12, 15)}`,
    `a${digits.slice(15, 18)}`,
  ];
  return [...parts, digits.slice(18, 30)].join('-');
}
