import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';

/** Bundles a program. Returns the paths of the inputs, and the text of every output. */
async function bundle(contents: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const [entry] = outputFiles.filter(({ path }) => path.endsWith('stdin.js'));
  return {
    inputs: Object.keys(metafile.inputs),
    entryInputs: Object.keys(metafile.outputs['out/stdin.js']?.inputs ?? {}),
    entry: entry?.text ?? '',
    texts: outputFiles.map(({ text }) => text),
  };
}

const isValidator = (path: string) => /generated\/validators\/(?!index)/.test(path);
const isAjv = (path: string) => /node_modules\/ajv/.test(path);

const CORE: [name: string, program: string][] = [
  ['the nested client', `import { createWeiban } from './src/index.ts'; console.log(createWeiban());`],
  [
    'the function form',
    `import { createCaller, tagList } from './src/operations.ts'; tagList(createCaller());`,
  ],
];

describe.each(CORE)('%s', (_name, program) => {
  test('contains no validator and nothing of the report', async () => {
    const { inputs } = await bundle(program);
    expect(inputs.filter((path) => /validat|ajv/.test(path))).toEqual([]);
  });
});

describe('a client that validates', () => {
  const bundled = bundle(
    `import { createCaller, tagList } from './src/operations.ts';
     import { validateAnswers } from './src/validate/index.ts';
     tagList(createCaller({ validate: validateAnswers('report') }));`,
  );

  test('contains nothing of ajv, and no require', async () => {
    const { inputs, texts } = await bundled;
    expect(inputs.filter(isAjv)).toEqual([]);
    expect(texts.filter((text) => /\brequire\(/.test(text))).toEqual([]);
  });

  test('has a separate file for every validator, loaded when it is needed', async () => {
    const { inputs, entry, entryInputs, texts } = await bundled;
    expect(inputs.filter(isValidator)).toHaveLength(151);
    expect(entryInputs.filter(isValidator)).toEqual([]);
    expect(entry.match(/import\("\.\/\w+-\w+\.js"\)/g)).toHaveLength(151);
    expect(texts.length).toBeGreaterThan(151);
  });

  test('contains none of the 151 rows that checkAnswer reads', async () => {
    const { entry } = await bundled;
    expect(entry).not.toContain('GET opportunity/one');
  });
});
