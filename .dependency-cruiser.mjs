// The rooms of scripts/ and src/, and which room may import which. ARCHITECTURE.md prints this table, and a test holds the
// two together. `npm run lint` checks it with dependency-cruiser, type imports included.

const maintainers = {
  kit: [],
  spec: ['kit'],
  evidence: ['kit', 'spec'],
  check: ['kit', 'spec', 'evidence'],
  generate: ['kit', 'spec', 'evidence'],
  record: ['kit', 'spec', 'evidence'],
  changes: ['kit', 'spec'],
  docs: ['kit', 'spec', 'evidence', 'check', 'changes'],
  build: ['kit'],
  release: ['kit', 'spec', 'changes'],
};

const shipped = {
  base: [],
  limits: ['base'],
  token: ['base'],
  client: ['base', 'limits', 'token'],
  webhooks: ['base', 'token'],
  file: ['base', 'token'],
  validate: ['base', 'token'],
  record: ['base', 'token'],
  sandbox: ['base', 'limits', 'webhooks'],
  msw: ['base', 'sandbox'],
  redis: ['base', 'limits', 'token', 'webhooks'],
  catalogue: ['base'],
};
shipped.mcp = Object.keys(shipped);
shipped.cli = Object.keys(shipped);

/** By folder: each room, and the rooms that it may import. */
export const ROOMS = { scripts: maintainers, src: shipped };

/**
 * A room's face is `index.ts`. A room whose face is a public entry point may have a second one, `internal.ts`, for what other
 * rooms need and consumers do not.
 */
const FACES = '/(index|internal)[.]ts$';

/** Rooms that others import file by file: a face would load everything at every start, or cost a bundle its size. */
export const OPEN_ROOMS = { scripts: ['kit', 'spec', 'evidence'], src: ['base'] };

const rooms = Object.entries(ROOMS).flatMap(([folder, table]) =>
  Object.entries(table).map(([room, allowed]) => ({ folder, room, allowed })),
);

const inRooms = rooms.map(({ folder, room }) => `^${folder}/${room}/`);

const forbidden = [
  ...rooms.map(({ folder, room, allowed }) => ({
    name: `${folder}/${room} imports ${allowed.length > 0 ? `${allowed.join(', ')} only` : 'no other room'}`,
    severity: 'error',
    from: { path: `^${folder}/${room}/` },
    to: {
      path: `^${folder}/`,
      pathNot: `^${folder}/(${[room, ...allowed].join('|')})/`,
    },
  })),
  ...Object.entries(OPEN_ROOMS).map(([folder, open]) => ({
    name: `a room of ${folder} is entered through its face, index.ts`,
    severity: 'error',
    from: { path: `^${folder}/([^/]+)` },
    to: {
      path: `^${folder}/[^/]+/`,
      pathNot: [`^${folder}/$1/`, `^${folder}/(${open.join('|')})/`, FACES],
    },
  })),
  {
    name: 'a file of scripts or src stands in no room of the table',
    severity: 'error',
    from: { path: '^(scripts|src)/[^/]+/', pathNot: inRooms },
    to: {},
  },
  {
    name: 'a room is not in the table',
    severity: 'error',
    from: {},
    to: { path: '^(scripts|src)/[^/]+/', pathNot: inRooms },
  },
  {
    name: 'src imports nothing of scripts',
    severity: 'error',
    from: { path: '^src/' },
    to: { path: '^scripts/' },
  },
  {
    name: 'scripts uses the package as its consumers do',
    severity: 'error',
    from: { path: '^scripts/', pathNot: '^scripts/site/' },
    to: { path: '^src/', pathNot: '^src/([^/]+|[^/]+/index)[.]ts$' },
  },
  {
    name: 'generated imports nothing of scripts or src',
    severity: 'error',
    from: { path: '^generated/' },
    to: { path: '^(scripts|src)/' },
  },
  {
    name: 'only the thread with the compilers loads ts-morph, which takes 0.4 s',
    severity: 'error',
    from: { path: '^scripts/generate/emit-all[.]ts$' },
    to: { path: '^node_modules/ts-morph/', reachable: true },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^scripts/site/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
};
