import { type InterfaceDeclarationStructure, StructureKind } from 'ts-morph';
import { hasBatchRows } from '../spec/batch-rows.ts';
import type { Model, Operation } from '../spec/model.ts';
import { batchMethodName } from './batches.ts';
import { errorNames, hasRequiredArguments } from './call-signature.ts';
import { say } from './words.ts';

/** The names of the call types that the type of such a method uses. */
export function batchMethodTypes(operation: Operation): string[] {
  const names = ['Batch', 'BatchOptions', 'Call', 'CallOptions'];
  return hasBatchRows(operation) ? [...names, 'SplitOptions'] : names;
}

/**
 * The type of a method that can send a long list: a call with members of its own. It is written out, because a generic
 * type would cost a compiler as much again as the call itself (ARCHITECTURE.md, "Budgets").
 */
export function batchMethod(model: Model, operation: Operation): InterfaceDeclarationStructure[] {
  if (operation.batches.length === 0) return [];
  const { id, typeName } = operation;
  const params = { name: 'params', type: `${typeName}Params` };
  const all = {
    name: 'all',
    parameters: [params, { name: 'options', type: 'SplitOptions', hasQuestionToken: true }],
    returnType: `Promise<${typeName}Row[]>`,
    docs: [{ description: say(model.language, 'batchAll') }],
  };
  const batches = {
    name: 'batches',
    parameters: [params, { name: 'options', type: 'BatchOptions', hasQuestionToken: true }],
    returnType: `AsyncIterable<Batch<${typeName}Result, ${typeName}Entry, ${errorNames(operation)}>>`,
    docs: [{ description: say(model.language, 'batchBatches') }],
  };
  const call = {
    parameters: [
      { ...params, hasQuestionToken: !hasRequiredArguments(model, operation) },
      { name: 'options', type: 'CallOptions', hasQuestionToken: true },
    ],
    returnType: `Call<${typeName}Result, ${errorNames(operation)}>`,
  };
  return [
    {
      kind: StructureKind.Interface,
      isExported: true,
      name: batchMethodName(operation),
      docs: [{ description: say(model.language, 'batchCall', { id }) }],
      callSignatures: [call],
      methods: hasBatchRows(operation) ? [batches, all] : [batches],
    },
  ];
}
