// npm run bench: what a call costs, what the package weighs, what the limits get. Figures, not tests: the machine's noise
// is in them, so the ones that matter are ratios from one run.
import { parseArgs } from 'node:util';
import { cost } from './cost.ts';
import { docs } from './docs.ts';
import { exact } from './exact.ts';
import { importTime } from './import-time.ts';
import { limits } from './limits.ts';
import { memory } from './memory.ts';
import { sandbox } from './sandbox.ts';
import { size } from './size.ts';
import { type Figure, lineOf } from './support/figures.ts';
import { validate } from './validate.ts';
import { webhooks } from './webhooks.ts';

const SECTIONS: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  cost,
  exact,
  validate,
  memory,
  size,
  import: importTime,
  sandbox,
  docs,
  webhooks,
  limits,
};
const HELP = `npm run bench [-- [section …] [--json]]

Sections: ${Object.keys(SECTIONS).join(', ')}; all of them when none is named (about four minutes, most of it limits).
  --json   the figures as JSON
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const unknown = positionals.find((name) => !Object.hasOwn(SECTIONS, name));
if (values.help) {
  console.log(HELP);
} else if (unknown !== undefined) {
  console.error(`There is no section "${unknown}".\n\n${HELP}`);
  process.exitCode = 2;
} else {
  await run(positionals.length > 0 ? positionals : Object.keys(SECTIONS));
}

async function run(names: readonly string[]): Promise<void> {
  const all: Figure[] = [];
  for (const name of names) {
    if (!values.json) console.error(`${name} …`);
    const figures = (await SECTIONS[name]?.()) ?? [];
    all.push(...figures);
    if (!values.json) {
      for (const [at, figure] of figures.entries()) {
        if (figure.section !== figures[at - 1]?.section) console.log(`\n${figure.section}`);
        console.log(lineOf(figure));
      }
    }
  }
  if (values.json) console.log(JSON.stringify(all, null, 2));
}
