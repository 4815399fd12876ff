/** The parts of package-lock.json that are checked. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

interface LockEntry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** npm replaces this host, and no other, by the registry that it is configured for. */
const PUBLIC_REGISTRY = 'https://registry.npmjs.org/';

/** The gaps that keep `npm ci` from installing exactly the locked packages: one sentence for each entry. */
export function gapsOf({ packages }: LockFile): string[] {
  return Object.entries(packages).flatMap(([at, entry]) => [
    ...(at !== '' && !entry.link && !entry.integrity ? [`${nameOf(at, entry)} has no integrity`] : []),
    ...(at !== '' && !entry.link && !entry.resolved?.startsWith(PUBLIC_REGISTRY)
      ? [`${nameOf(at, entry)} is not resolved from ${PUBLIC_REGISTRY}`]
      : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isLocked(packages, at, name))
      .map((name) => `${name}, optional for ${nameOf(at, entry)}, is not locked`),
  ]);
}

/** The packages that would run a script during installation. */
export function packagesWithInstallScripts({ packages }: LockFile): string[] {
  const found = Object.entries(packages).filter(([, entry]) => entry.hasInstallScript);
  return [...new Set(found.map(([at]) => at.replace(/^.*node_modules\//, '')))].sort();
}

function nameOf(at: string, { version }: LockEntry): string {
  return at === '' ? 'the project' : `${at.replace(/^.*node_modules\//, '')}@${version}`;
}

/** Whether a package finds a dependency as Node does: in its own node_modules or one of a parent. */
function isLocked(packages: LockFile['packages'], at: string, name: string): boolean {
  const parents = at === '' ? [] : at.split('/node_modules/');
  const folders = parents.map((_, index) => `${parents.slice(0, index + 1).join('/node_modules/')}/`);
  return ['', ...folders].some((folder) => `${folder}node_modules/${name}` in packages);
}
