import type { Command, CommandIo } from '../../scripts/kit/command.ts';

/** What a command printed, and its exit code. */
export interface CommandRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command of `npm run` inside the test. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  io: Partial<CommandIo> = {},
): Promise<CommandRun> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await command(args, {
    print: (text) => out.push(text),
    complain: (text) => err.push(text),
    env: {},
    ...io,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}
