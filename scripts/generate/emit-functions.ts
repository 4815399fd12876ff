import type { Model } from '../spec/model.ts';
import { callType, hasRequiredArguments } from './call-signature.ts';
import { operationDoc } from './operation-doc.ts';

/** `functions.ts`: one function per operation, each with only its own row, for the smallest bundle. */
export function emitFunctions(model: Model): string {
  const types = model.operations
    .flatMap(({ typeName, pagination }) => [
      `${typeName}Params`,
      `${typeName}Result`,
      ...(pagination === undefined ? [] : [`${typeName}Item`]),
    ])
    .sort();
  const lines = [
    `import type { Call, Caller, CallOptions, ListCall, ${types.join(', ')} } from './client.ts';`,
    `import * as rows from './operations.ts';`,
    '',
  ];
  for (const operation of model.operations) {
    const optional = hasRequiredArguments(model, operation) ? '' : '?';
    const text = operationDoc(operation)
      .split('\n')
      .map((line) => ` *${line === '' ? '' : ` ${line}`}`)
      .join('\n');
    lines.push(
      `/**\n${text}\n */`,
      `export const ${operation.id} = (caller: Caller, params${optional}: ${operation.typeName}Params, options?: CallOptions): ${callType(operation)} =>`,
      `  caller['~call'](rows.${operation.id}, params, options);`,
      '',
    );
  }
  return lines.join('\n');
}
