import { spawn } from 'node:child_process';
import { type Contestant, contestants } from './support/contestants.ts';
import { type Figure, median } from './support/figures.ts';
import { stubFetch } from './support/stub.ts';

const ROUNDS = 15;

/** A call's own cost beside other clients: in memory, and against an HTTP server in a process of its own. */
export async function cost(): Promise<Figure[]> {
  const own = globalThis.fetch;
  globalThis.fetch = stubFetch;
  const inMemory = (await contestants('http://127.0.0.1:1')).filter(
    ({ name }) => !name.includes('http adapter'),
  );
  const figures = await compare('cost, in memory', inMemory, 400);
  globalThis.fetch = own;

  const server = spawn(process.execPath, ['--import', 'tsx', 'bench/support/server.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const url = await new Promise<string>((resolve) =>
      server.stdout.once('data', (text) => resolve(`${text}`.trim())),
    );
    return [...figures, ...(await compare('cost, local HTTP server', await contestants(url), 150, 1.3))];
  } finally {
    server.kill();
  }
}

/** Rounds in turn, each begun by another contestant; a round's figure is its ratio to the bare fetch of that round. */
async function compare(
  section: string,
  all: readonly Contestant[],
  calls: number,
  budget?: number,
): Promise<Figure[]> {
  for (const { call } of all) for (let each = 0; each < calls; each++) await call();
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let each = 0; each < all.length; each++) {
      const contestant = all[(round + each) % all.length];
      if (!contestant) continue;
      const begun = performance.now();
      for (let call = 0; call < calls; call++) await contestant.call();
      times.get(contestant.name)?.push(((performance.now() - begun) / calls) * 1000);
    }
  }
  const base = times.get('fetch') ?? [];
  return all.map(({ name }) => {
    const own = times.get(name) ?? [];
    const ratios = own.map((time, round) => time / (base[round] ?? Number.NaN));
    const spread = `${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}`;
    return {
      section,
      name,
      value: median(ratios),
      unit: '× fetch',
      note: `median ${median(own).toFixed(0)} µs, ratio ${spread}`,
      ...(budget !== undefined && name.startsWith('weiban.opportunity') && { budget }),
    };
  });
}
