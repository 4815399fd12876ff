/** A command of a tool: the program and its arguments, run in the project's folder. */
export type Command = readonly [program: string, ...args: string[]];

/** Where a tool finds its input, and where it may keep what it downloaded. */
export interface Places {
  /** The folder of the project that the tool makes; it holds a copy of the tool's folder in test/languages/programs. */
  readonly project: string;
  /** The OpenAPI 3.0 document. */
  readonly document: string;
  /** A folder that outlives the run, for downloads. */
  readonly cache: string;
  /** The root of this repository. */
  readonly root: string;
}

/** The places of all projects of a run: each has its own folder in `work`. */
export interface RunPlaces extends Omit<Places, 'project'> {
  readonly work: string;
}

/** The commands of a tool, in order: a failed one ends the tool's run. */
interface Commands {
  /** Gets the generator; may talk to a registry. */
  readonly install: readonly Command[];
  /** Writes the client. */
  readonly generate: readonly Command[];
  /** Compiles or type-checks the client and the program; may talk to a registry. */
  readonly compile: readonly Command[];
  /** Runs the program, which prints a line of JSON for each step (see judge-steps.ts). */
  readonly run: Command;
}

/** A text for the table in the guides. */
interface BothLanguages {
  readonly en: string;
  readonly zh: string;
}

/** A generator of another language that has to make a working client from the document. */
export interface LanguageTool {
  /** The name of the check and of the folder in test/languages/programs. */
  readonly name: string;
  readonly language: string;
  readonly tool: string;
  readonly version: string;
  /** Programs without which the check is skipped. */
  readonly needs: readonly string[];
  /** What to know before using it: what the document or the tool lacks. */
  readonly note: BothLanguages;
  /** Environment variables of every command. */
  readonly env?: (places: Places) => Readonly<Record<string, string>>;
  readonly commands: (places: Places) => Commands;
}

/** A program in examples/ that a team can start from. */
export interface Example {
  /** The name of the check. */
  readonly name: string;
  /** The folder in examples/. */
  readonly folder: string;
  readonly needs: readonly string[];
  readonly env?: (places: Places) => Readonly<Record<string, string>>;
  readonly commands: (places: Places) => Omit<Commands, 'run'>;
  /** The command of the program with some arguments: `vectors <folder>`, `tour`, `receive <port>`. */
  readonly run: (places: Places, args: readonly string[]) => Command;
}

/** The phases of a check, in order. */
export type Phase = 'install' | 'generate' | 'compile' | 'run';
