// npm run bench: the cost of a call, the size of the package, the throughput under limits. These are figures, not tests. They
// include the machine's noise, so only ratios from the same run are comparable.
import { existsSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import { cost } from './cost.ts';
import { docs } from './docs.ts';
import { exact } from './exact.ts';
import { foreign } from './foreign.ts';
import { generate } from './generate.ts';
import { importTime } from './import-time.ts';
import { limits } from './limits.ts';
import { mcp } from './mcp.ts';
import { memory } from './memory.ts';
import { sandbox } from './sandbox.ts';
import { scale } from './scale.ts';
import { size } from './size.ts';
import { type Figure, lineOf } from './support/figures.ts';
import { machineFacts } from './support/machine.ts';
import { resultsPage } from './support/results-page.ts';
import { validate } from './validate.ts';
import { webhooks } from './webhooks.ts';

const SECTIONS: Readonly<Record<string, (spec: string | undefined) => Figure[] | Promise<Figure[]>>> = {
  generate,
  compare,
  cost,
  exact,
  validate,
  memory,
  size,
  import: importTime,
  sandbox,
  docs,
  webhooks,
  mcp,
  scale,
  limits,
};
/** The sections of the results page: those by which people compare packages. */
const PAGE = ['generate', 'compare', 'cost', 'validate', 'size', 'import', 'mcp', 'scale'];
const RESULTS = 'bench/RESULTS.md';
const HELP = `npm run bench [-- [section …] [--page] [--spec <file>] [--json]]
npm run bench -- foreign [--folder <folder> [--wire]] [--json]

Sections: ${Object.keys(SECTIONS).join(', ')}. By default all of them: about twenty minutes, of which limits takes thirteen.
  --page         write ${RESULTS} with the given sections, by default ${PAGE.join(', ')}
  --spec <file>  OpenAPI document for compare, YAML or JSON  (generated/openapi.json)
  --json         print the figures as JSON

foreign stands alone: it runs each OpenAPI document of a folder through this package's generator, openapi-typescript and
hey-api, and prints what was generated, compiled, refused and crashed, with seconds and memory. Without --folder it checks
the clients that hey-api and orval generate from our bundle. --wire calls every operation of our clients instead, and compares
what arrives at a server on this machine with the document.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    page: { type: 'boolean', default: false },
    spec: { type: 'string' },
    folder: { type: 'string' },
    wire: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const isForeign = positionals.includes('foreign');
const wrong = mistakeIn(positionals, values);
if (values.help) {
  console.log(HELP);
} else if (wrong !== undefined) {
  console.error(`${wrong}\n\n${HELP}`);
  process.exitCode = 2;
} else if (isForeign) {
  if (!(await foreign({ folder: values.folder, json: values.json, wire: values.wire }))) process.exitCode = 1;
} else {
  await run(positionals.length > 0 ? positionals : values.page ? PAGE : Object.keys(SECTIONS));
}

function mistakeIn(
  names: readonly string[],
  { spec, folder }: { readonly spec?: string | undefined; readonly folder?: string | undefined },
): string | undefined {
  if (isForeign && names.length > 1) return 'foreign stands alone: name no other section.';
  const unknown = isForeign ? undefined : names.find((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown !== undefined) return `There is no section "${unknown}".`;
  if (folder !== undefined && !isForeign) return '--folder is for the section foreign.';
  const missing = [spec, folder].find((path) => path !== undefined && !existsSync(path));
  return missing === undefined ? undefined : `${missing}: there is no such file or folder.`;
}

async function run(names: readonly string[]): Promise<void> {
  const before = loadavg();
  const all: Figure[] = [];
  for (const name of names) {
    if (!values.json) console.error(`${name} …`);
    const figures = (await SECTIONS[name]?.(values.spec)) ?? [];
    all.push(...figures);
    if (!values.json) {
      for (const [at, figure] of figures.entries()) {
        if (figure.section !== figures[at - 1]?.section) console.log(`\n${figure.section}`);
        console.log(lineOf(figure));
      }
    }
  }
  if (values.json) console.log(JSON.stringify(all, null, 2));
  if (!values.page) return;
  writeFileSync(RESULTS, resultsPage(machineFacts(values.spec ?? 'generated/openapi.json', before), all));
  console.error(`\n${RESULTS} written`);
}
