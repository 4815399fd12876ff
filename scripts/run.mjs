// node scripts/run.mjs <name> …: runs scripts/<name>.ts. The commands are bundled once, and the bundle is kept until one of
// their sources changes: tsx transforms and resolves every file on every start, which takes half a second.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const kept = join(project, 'node_modules', '.cache', 'weiban-openapi', 'commands');
const [name] = process.argv.splice(2, 1);
const DAY_MS = 86_400_000;

const bundle = join(kept, fingerprint());
await import(pathToFileURL(await entry()).href);

/** The file of the command: in the bundle, or its source where no bundle can be made or written. */
async function entry() {
  try {
    if (existsSync(bundle)) touch();
    else await makeBundle();
    return join(bundle, `${name}.mjs`);
  } catch {
    const { register } = await import('tsx/esm/api');
    register();
    return join(project, 'scripts', `${name}.ts`);
  }
}

/** A bundle that is used is not old. */
function touch() {
  const now = new Date();
  utimesSync(bundle, now, now);
}

/** Changes with every source, with the packages, and with the folder, which is written into the bundle. */
function fingerprint() {
  const hash = createHash('sha256').update(project);
  const sources = readdirSync(join(project, 'scripts'), { recursive: true }).filter((file) =>
    /\.m?[jt]s$/.test(file),
  );
  for (const file of [...sources.map((source) => join('scripts', source)), 'package-lock.json'].sort()) {
    const { size, mtimeMs } = statSync(join(project, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function makeBundle() {
  const { build } = await import('esbuild');
  // Made beside it, so that a bundle is there as a whole or not at all.
  const outdir = `${bundle}-${process.pid}`;
  mkdirSync(kept, { recursive: true });
  for (const old of readdirSync(kept).map((entry) => join(kept, entry))) {
    // A command that runs from it may still load a part.
    const { mtimeMs = Infinity } = statSync(old, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > DAY_MS) rmSync(old, { recursive: true, force: true });
  }
  await build({
    logLevel: 'silent',
    entryPoints: ['changes', 'check', 'docs', 'generate'].map((command) =>
      join(project, 'scripts', `${command}.ts`),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    plugins: [{ name: 'own-urls', setup: keepUrls }],
  });
  try {
    renameSync(outdir, bundle);
  } catch (error) {
    // Another command made the same one meanwhile.
    if (!existsSync(bundle)) throw error;
    rmSync(outdir, { recursive: true });
  }
}

/** In a bundle as before, each module knows the file that it was written in. */
function keepUrls({ onLoad }) {
  onLoad({ filter: /\.ts$/, namespace: 'file' }, ({ path }) => ({
    loader: 'ts',
    contents: readFileSync(path, 'utf8').replaceAll(
      'import.meta.url',
      JSON.stringify(pathToFileURL(path).href),
    ),
  }));
}
