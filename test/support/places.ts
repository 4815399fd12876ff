/** A setter for every leaf (or object) of a value. */
export function places(value: unknown, kind: 'leaf' | 'object'): ((to: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  const found: ((to: unknown) => void)[] = [];
  if (kind === 'object' && !Array.isArray(value)) found.push((to) => void Object.assign(value, to));
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'object' && member !== null) found.push(...places(member, kind));
    else if (kind === 'leaf') found.push((to) => void Reflect.set(value, name, to));
  }
  return found;
}
