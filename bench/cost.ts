import { spawn } from 'node:child_process';
import { type Contestant, contestants } from './support/contestants.ts';
import { type Figure, median } from './support/figures.ts';
import { stubFetch } from './support/stub.ts';

const ROUNDS = 15;

/** Compares the cost of a call with other clients: in memory, and against an HTTP server in another process. */
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
    return [...figures, ...(await compare('cost, local HTTP server', await contestants(url), 150, 1.6))];
  } finally {
    server.kill();
  }
}

/** Measures in rounds, each starting with another contestant. The figure of a round is the ratio to plain fetch in that round. */
async function compare(
  section: string,
  all: readonly Contestant[],
  calls: number,
  budget?: number,
): Promise<Figure[]> {
  for (const { call } of all) for (let count = 0; count < calls; count++) await call();
  const times = new Map<string, number[]>(all.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (let turn = 0; turn < all.length; turn++) {
      const contestant = all[(round + turn) % all.length];
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
