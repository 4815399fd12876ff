import { parseExact } from '../src/base/exact-json.ts';
import { type Figure, median } from './support/figures.ts';
import { opportunity } from './support/stub.ts';

const LARGE = '1234567890123456789';

/** Compares parsing an answer with `JSON.parse`, without and with whole numbers beyond 2^53. */
export function exact(): Figure[] {
  const body = JSON.parse(opportunity);
  const small = opportunity;
  const big = JSON.stringify({ errcode: 0, list: Array.from({ length: 100 }, () => body) });
  const withLarge = (text: string) => text.replace('"errcode":0', `"errcode":0,"ticket_id":${LARGE}`);
  const texts: [name: string, text: string, rounds: number][] = [
    ['3 kB without large integers', small, 3000],
    ['3 kB with one', withLarge(small), 3000],
    ['300 kB without large integers', big, 30],
    ['300 kB with one', withLarge(big), 30],
  ];
  return texts.map(([name, text, rounds]) => {
    const ratios = Array.from({ length: 21 }, () => {
      const plain = time(() => JSON.parse(text), rounds);
      return time(() => parseExact(text), rounds) / plain;
    });
    return { section: 'exact numbers', name, value: median(ratios), unit: '× JSON.parse' };
  });
}

function time(work: () => unknown, rounds: number): number {
  const begun = performance.now();
  for (let round = 0; round < rounds; round++) work();
  return performance.now() - begun;
}
