/** The parts of package.json that determine what is published. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly exports: Readonly<Record<string, string>>;
  readonly bin?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
}

/** What the package offers: modules and commands with their sources, and files that are copied unchanged. */
export interface Offer {
  /** Source files by the name of the built file, without extension. */
  readonly modules: ReadonlyMap<string, string>;
  /** The same for commands, which are built as ESM only. */
  readonly commands: ReadonlyMap<string, string>;
  /** Files by their name in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads from the project's package.json what to build and publish. Its `exports` are the only list of subpaths. They point to
 * the sources, so that the project can import itself by name without a build.
 *
 * @throws Error if a row is neither `./name` for a TypeScript module, nor `./file.ext` for a file of that name.
 */
export function readOffer({ exports, bin = {} }: Manifest): Offer {
  const modules = new Map<string, string>();
  const files = new Map<string, string>();
  for (const [subpath, source] of Object.entries(exports)) {
    const name = subpath === '.' ? 'index' : subpath.replace(/^\.\//, '');
    const isSubpath = subpath === '.' || name !== subpath;
    if (isSubpath && /^[a-z][a-z-]*$/.test(name) && source.endsWith('.ts')) modules.set(name, source);
    else if (isSubpath && /^[a-z][a-z\d-]*(\.[a-z\d]+)+$/.test(name) && source.endsWith(`/${name}`))
      files.set(name, source);
    else
      throw new Error(
        `package.json: exports has ${JSON.stringify(subpath)} for ${JSON.stringify(source)}; a subpath is ./<lower-case name> for a .ts file, or ./<file name> for a file of that name.`,
      );
  }
  const commands = new Map(Object.entries(bin).map(([name, source]) => [`${name}-command`, source]));
  return { modules, commands, files };
}
