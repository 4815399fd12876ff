/** Whether a path of a request is that of an operation, in which `{x}` stands for one argument: any text without a slash. */
export function matchesPath(template: string, path: string): boolean {
  if (!template.includes('{')) return template === path;
  const parts = template.split(/\{[^{}]*\}/).map((part) => part.replace(/[^\w/]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`).test(path);
}
