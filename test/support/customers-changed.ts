import { readFileSync } from 'node:fs';

const file = new URL('../recordings/externalUserUpdateList/documented.json', import.meta.url);

/** A customer of the recorded answer of `external_user/update/list`. */
export type Row = Readonly<Record<string, unknown>>;

/** The recorded answer with its only customer three times, each changed by `change`. */
export function customersChanged(change: (row: Row, index: number) => Row = (row) => row) {
  const { body } = JSON.parse(readFileSync(file, 'utf8')).response;
  const [row] = body.external_user_list;
  return { ...body, external_user_list: [0, 1, 2].map((index) => change({ ...row }, index)) };
}
