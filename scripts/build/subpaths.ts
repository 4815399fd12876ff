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
  /**
   * Modules that differ from others in the language of their types alone: their sources by the name of the declarations
   * (`zh/operations`). They have the code of the module of that name without `zh/`.
   */
  readonly chinese: ReadonlyMap<string, string>;
  /** The same for commands, which are built as ESM only. */
  readonly commands: ReadonlyMap<string, string>;
  /** Files by their name in the package. */
  readonly files: ReadonlyMap<string, string>;
}

/** A file, at the top or in a folder there. */
const FILE = /^([a-z]+\/)?[a-z][a-z\d-]*(\.[a-z\d]+)+$/;

/**
 * Reads from the project's package.json what to build and publish. Its `exports` are the only list of subpaths. They point to
 * the sources, so that the project can import itself by name without a build.
 *
 * @throws Error if a row is neither `./name` for a TypeScript module, nor `./file.ext` or `./folder/file.ext` for a file of that name.
 */
export function readOffer({ exports, bin = {} }: Manifest): Offer {
  const modules = new Map<string, string>();
  const files = new Map<string, string>();
  const chinese = new Map<string, string>();
  for (const [subpath, source] of Object.entries(exports)) {
    const name = subpath === '.' ? 'index' : subpath.replace(/^\.\//, '');
    const isSubpath = subpath === '.' || name !== subpath;
    if (isSubpath && name !== 'zh' && /^[a-z][a-z-]*$/.test(name) && source.endsWith('.ts'))
      modules.set(name, source);
    else if (isSubpath && /^zh(\/[a-z-]+)?$/.test(name) && source.endsWith('.ts'))
      chinese.set(name === 'zh' ? 'zh/index' : name, source);
    else if (isSubpath && FILE.test(name) && source.endsWith(`/${name}`)) files.set(name, source);
    else
      throw new Error(
        `package.json: exports has ${JSON.stringify(subpath)} for ${JSON.stringify(source)}; a subpath is ./<lower-case name> or ./zh/<name> for a .ts file, or ./<file name> or ./<folder>/<file name> for a file of that name.`,
      );
  }
  const commands = new Map(Object.entries(bin).map(([name, source]) => [`${name}-command`, source]));
  for (const name of chinese.keys())
    if (!modules.has(codeOf(name)))
      throw new Error(
        `package.json: exports has ./${name}, but not ./${codeOf(name)}, whose code it would have.`,
      );
  return { modules, chinese, commands, files };
}

/** The name of the module whose code a Chinese module has. */
export function codeOf(chinese: string): string {
  return chinese.replace('zh/', '');
}

/** The generated vectors: a specification that has none generates none. */
const VECTORS = './generated/vectors/';

/** The manifest without the vectors that this specification does not have; any other file has to exist. */
export function withoutMissingVectors(manifest: Manifest, exists: (source: string) => boolean): Manifest {
  const rows = Object.entries(manifest.exports);
  return {
    ...manifest,
    exports: Object.fromEntries(rows.filter(([, source]) => !source.startsWith(VECTORS) || exists(source))),
  };
}
