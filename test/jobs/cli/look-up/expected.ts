import { readFileSync } from 'node:fs';

// From the OpenAPI document, without the command.
interface Operation {
  operationId: string;
  'x-safety': string;
}
const { paths } = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
};
const asks = Object.entries(paths)
  .filter(([path]) => path.startsWith('/open-api/workorder/'))
  .flatMap(([path, item]) =>
    Object.values(item).map((operation) => ({ path, safety: operation['x-safety'] })),
  )
  .filter(({ safety }) => safety === 'write')
  .map(({ path }) => path.replace('/open-api/', '').replace('/', '.'));
console.log(JSON.stringify({ names: ['TicketClosed'], asks: asks.sort() }));
