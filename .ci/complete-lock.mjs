// Fills the gaps that npm leaves in package-lock.json if its registry lacks packages of other platforms: missing optional
// packages, which `npm ci` refuses, and entries without `integrity`, which `npm ci` cannot verify. Entries without
// `resolved` get the public registry's URL; without it, `npm ci` asks the registry about each package, which takes 10 s.
// Run it after `npm install` if test/package/lock-file.test.ts names an entry. It prints the entries that the registry
// still does not know: they get the platform from their name, and no `integrity`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64'];
const FIELDS = ['dist.integrity', 'cpu', 'libc', 'license', 'os', 'engines'];

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = addMissing(lock.packages);
const gaps = Object.keys(lock.packages).filter((at) => at !== '' && !lock.packages[at].integrity);
for (const at of gaps) lock.packages[at] = { ...lock.packages[at], ...askRegistry(at, lock.packages[at]) };
const unresolved = Object.keys(lock.packages).filter((at) => at !== '' && !lock.packages[at].resolved);
for (const at of unresolved) lock.packages[at].resolved = tarballOf(at, lock.packages[at]);
const changed = new Set([...gaps, ...unresolved]);
lock.packages = Object.fromEntries(
  Object.entries(lock.packages)
    .map(([at, entry]) => [at, changed.has(at) ? inOrderOfNpm(entry) : entry])
    .sort(([a], [b]) => (a < b ? -1 : 1)),
);
if (changed.size > 0) writeFileSync('package-lock.json', `${JSON.stringify(lock, undefined, 2)}\n`);

const unknown = gaps.filter((at) => !lock.packages[at].integrity);
console.log(
  `added ${added} optional package(s) of other platforms, filled in integrity of ${gaps.length - unknown.length}`,
);
for (const at of unknown) console.log(`without integrity: ${at} ${lock.packages[at].version}`);

/** Adds the optional packages of other platforms that npm left out, with the platform from their name. */
function addMissing(packages) {
  let count = 0;
  for (const [at, owner] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      const platform = platformOf(name);
      if (packages[key] || packages[`${at}/${key}`] || platform === undefined) continue;
      packages[key] = { version, ...platform, ...(owner.dev ? { dev: true } : {}), optional: true };
      count += 1;
    }
  }
  return count;
}

/** Returns the platform in a package's name, or undefined if there is none. */
function platformOf(name) {
  const words = name.split('/').at(-1).split('-');
  const os = words.find((word) => SYSTEMS.includes(word));
  const cpu = words.find((word) => PROCESSORS.includes(word));
  if (os === undefined || cpu === undefined) return undefined;
  const isMusl = words.some((word) => word.startsWith('musl'));
  const isGlibc = words.some((word) => word.startsWith('gnu'));
  return { cpu: [cpu], ...(isMusl ? { libc: ['musl'] } : isGlibc ? { libc: ['glibc'] } : {}), os: [os] };
}

/** Returns the registry's fields of an entry (`libc` cleared if it has none), or nothing if it does not know the package. */
function askRegistry(at, { version }) {
  const name = at.split('node_modules/').at(-1);
  try {
    const printed = execFileSync('npm', ['view', `${name}@${version}`, ...FIELDS, '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const { 'dist.integrity': integrity, ...fields } = JSON.parse(printed);
    return { libc: undefined, integrity, ...fields };
  } catch {
    return {};
  }
}

/** Returns the URL of a package in the public registry. npm replaces its host if another registry is configured. */
function tarballOf(at, { name = at.split('node_modules/').at(-1), version }) {
  return `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`;
}

/** Sorts an entry's fields as npm does, so that the next `npm install` changes nothing. */
function inOrderOfNpm({ name, version, resolved, integrity, engines, ...rest }) {
  const sorted = Object.fromEntries(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { name, version, resolved, integrity, ...sorted, engines };
}
