import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publishedManifest } from '../../scripts/build/published-manifest.ts';
import { type Manifest, readOffer, withoutMissingVectors } from '../../scripts/build/subpaths.ts';

const base = { name: 'a', version: '1.0.0' };
const project: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

test('a subpath is a module or a file, according to its row in exports', () => {
  const exports = {
    '.': './src/index.ts',
    './errors': './src/errors.ts',
    './openapi.json': './generated/openapi.json',
    './vectors/token.json': './generated/vectors/token.json',
  };
  const { modules, files, commands } = readOffer({ ...base, exports, bin: { weiban: './src/cli/index.ts' } });
  expect([...modules]).toEqual([
    ['index', './src/index.ts'],
    ['errors', './src/errors.ts'],
  ]);
  expect([...files]).toEqual([
    ['openapi.json', './generated/openapi.json'],
    ['vectors/token.json', './generated/vectors/token.json'],
  ]);
  expect([...commands]).toEqual([['weiban-command', './src/cli/index.ts']]);
});

test('a module below zh is declared in Chinese and has the code of the module without zh', () => {
  const exports = {
    '.': './src/index.ts',
    './errors': './src/errors.ts',
    './zh': './src/zh.ts',
    './zh/errors': './src/zh-errors.ts',
  };
  const { modules, chinese } = readOffer({ ...base, exports });
  expect([...modules.keys()]).toEqual(['index', 'errors']);
  expect([...chinese]).toEqual([
    ['zh/index', './src/zh.ts'],
    ['zh/errors', './src/zh-errors.ts'],
  ]);
  expect(Object(publishedManifest({ ...base, exports }).exports)['./zh/errors']).toEqual({
    import: { types: './zh/errors.d.ts', default: './errors.js' },
    require: { types: './zh/errors.d.cts', default: './errors.cjs' },
  });
  expect(Object(publishedManifest({ ...base, exports }).exports)['./zh'].import).toEqual({
    types: './zh/index.d.ts',
    default: './index.js',
  });
});

test('a module below zh without the module whose code it has is refused', () => {
  const exports = { '.': './src/index.ts', './zh/errors': './src/zh-errors.ts' };
  expect(() => readOffer({ ...base, exports })).toThrow('./zh/errors, but not ./errors');
});

const bad: [subpath: string, source: string][] = [
  ['./errors', './src/errors.js'],
  ['./errors/all', './src/errors.ts'],
  ['errors', './src/errors.ts'],
  ['./openapi.json', './generated/other.json'],
  ['./vectors/token.json', './generated/token.json'],
  ['./vectors/../token.json', './generated/vectors/../token.json'],
  ['./../outside', './src/index.ts'],
];

test.each(bad)('%s for %s is refused, by name', (subpath, source) => {
  expect(() => readOffer({ ...base, exports: { [subpath]: source } })).toThrow(JSON.stringify(subpath));
});

test('every subpath of the project exists', () => {
  const { modules, chinese, files, commands } = readOffer(project);
  for (const source of [...modules.values(), ...chinese.values(), ...files.values(), ...commands.values()])
    expect(readFileSync(source, 'utf8').length, source).toBeGreaterThan(0);
});

test('the published manifest leads to built files, types first, and has nothing for development', () => {
  const published = publishedManifest({ ...project, bin: { weiban: './src/cli/index.ts' } });
  expect(Object.keys(published).filter((name) => /^(private|scripts|devDependencies)$/.test(name))).toEqual(
    [],
  );
  expect(JSON.stringify(published)).not.toMatch(/\.\/(src|generated)\//);
  const exports = Object(published.exports);
  expect(JSON.stringify(exports['./errors'])).toBe(
    JSON.stringify({
      import: { types: './errors.d.ts', default: './errors.js' },
      require: { types: './errors.d.cts', default: './errors.cjs' },
    }),
  );
  expect(exports['./openapi.yaml']).toBe('./openapi.yaml');
  expect(published).toMatchObject({
    sideEffects: false,
    version: project.version,
    bin: { weiban: './weiban-command.js' },
    publishConfig: { provenance: true },
  });
  expect(published.dependencies).toEqual({ 'openapi-fetch': expect.any(String) });
});

test('the project itself can never be published', () => {
  expect(project.private).toBe(true);
});

test('the package can import itself by name, without a build', async () => {
  const { createWeiban } = await import('weiban-openapi');
  expect(createWeiban).toBe((await import('../../src/index.ts')).createWeiban);
});

test.each([
  ['weiban-openapi/zh', 'weiban-openapi'],
  ['weiban-openapi/zh/operations', 'weiban-openapi/operations'],
  ['weiban-openapi/zh/errors', 'weiban-openapi/errors'],
])('%s has the values of %s, without a build', async (chinese, english) => {
  expect({ ...(await import(chinese)) }).toEqual({ ...(await import(english)) });
});

test('vectors that a specification does not have are left out; another file that is missing is not', () => {
  const exports = {
    '.': './src/index.ts',
    './vectors/token.json': './generated/vectors/token.json',
    './vectors/paging.json': './generated/vectors/paging.json',
    './openapi.json': './generated/openapi.json',
  };
  const kept = withoutMissingVectors({ ...project, exports }, (source) => source.endsWith('token.json'));
  expect(Object.keys(kept.exports)).toEqual(['.', './vectors/token.json', './openapi.json']);
});
