/**
 * The texts of a path, still encoded, by the names in its template, in which `{x}` stands for any text without a slash;
 * undefined for a path that does not fit.
 */
export function pathArguments(template: string, path: string): Readonly<Record<string, string>> | undefined {
  const names: string[] = [];
  const pattern = template.replace(/\{([^{}]+)\}|[^\w/]/g, (found, name: string | undefined) => {
    if (name === undefined) return `\\${found}`;
    names.push(name);
    return '([^/]+?)';
  });
  const found = new RegExp(`^${pattern}$`).exec(path);
  return found ? Object.fromEntries(names.map((name, at) => [name, found[at + 1] ?? ''])) : undefined;
}
