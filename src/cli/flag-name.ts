/** The long name in a flag's row: `token-cache` of `--no-token-cache`, `yes` of `-y, --yes`. */
export function longName(flags: string): string {
  return /--([\w-]+)/.exec(flags)?.[1] ?? '';
}

/** Whether the flag takes a value. */
export function takesValue(flags: string): boolean {
  return /[<[]/.test(flags);
}
