import type { Command } from './command.ts';

/** The exit code of a command that failed because of a bug (EX_SOFTWARE in sysexits.h). */
const BUG = 70;

/** Connects a command to the process: arguments, output and exit code. For entry points only. */
export async function runCommand(command: Command): Promise<void> {
  try {
    process.exitCode = await command(process.argv.slice(2), {
      print: (text) => console.log(text),
      complain: (text) => console.error(text),
      env: process.env,
    });
  } catch (error) {
    console.error(error);
    console.error(
      '\nThis is a bug in the command, not in your input. Please report it with the lines above.',
    );
    process.exitCode = BUG;
  }
}
