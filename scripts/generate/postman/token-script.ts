import type { Model, Operation } from '../../spec/model.ts';
import { literal } from '../text.ts';
import { tokenVariable } from './variables.ts';

/** The script that stores the token of an answer in the environment; nothing for an operation that issues none. */
export function tokenScript({ profile }: Model, { id, envelope }: Operation): object[] {
  const { token } = profile;
  const variable = tokenVariable(profile);
  if (token === undefined || variable === undefined || token.operation !== id) return [];
  const path = [envelope?.envelope.result ?? [], token.token.split('.')].flat();
  const exec = [
    `const token = pm.response.json()${path.map((name) => `?.[${literal(name)}]`).join('')};`,
    `pm.test(${literal(variable)}, () => pm.expect(token).to.be.a('string').and.not.empty);`,
    `if (token) pm.environment.set(${literal(variable)}, token);`,
  ];
  return [{ listen: 'test', script: { type: 'text/javascript', exec } }];
}
