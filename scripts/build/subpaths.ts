/** The parts of package.json that say what is published. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** What the package offers: its modules and commands, each with its source, and the files that it hands out as they are. */
export interface Offer {
  /** Source files by the name of the built file, without an extension. */
  readonly modules: ReadonlyMap<string, string>;
  /** The same of the commands, which are built as ESM alone. */
  readonly commands: ReadonlyMap<string, string>;
  /** Files by their name in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads from the project's package.json what is built and published. Its `exports` are the one list of subpaths: they point to the
 * sources, so that the project itself resolves its own name without a build.
 *
 * @throws Error where a row is not `./name` of a TypeScript module, or of a file of that very name.
 */
export function readOffer({ exports, bin = {} }: Manifest): Offer {
  const modules = new Map<string, string>();
  const files = new Map<string, string>();
  for (const [subpath, source] of Object.entries(exports)) {
    const name = subpath === '.' ? 'index' : subpath.replace(/^\.\//, '');
    const isSubpath = subpath === '.' || name !== subpath;
    if (isSubpath && /^[a-z][a-z-]*$/.test(name) && source.endsWith('.ts')) modules.set(name, source);
    else if (isSubpath && /^[a-z]+\.[a-z]+$/.test(name) && source.endsWith(`/${name}`))
      files.set(name, source);
    else
      throw new Error(
        `package.json: exports has ${JSON.stringify(subpath)} for ${JSON.stringify(source)}; a subpath is ./<lower-case name> for a .ts file, or ./<file name> for a file of that name.`,
      );
  }
  const commands = new Map(Object.entries(bin).map(([name, source]) => [`${name}-command`, source]));
  return { modules, commands, files };
}
