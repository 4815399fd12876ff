// Finds, describes and explains operations and errors, as data, for the command line and other user interfaces.
// Requires Node, because it reads the OpenAPI document of the package.
export { listSchema, rowSchema, unknownField, withFields } from './choose-fields.ts';
export { type DescribedOperation, describeOperation } from './describe-operation.ts';
export { type ErrorEntry, findErrors, listErrors } from './find-errors.ts';
export {
  findOperation,
  listOperations,
  nearestOperation,
  type OperationName,
} from './find-operation.ts';
export { missingArguments } from './missing-arguments.ts';
export { isScalar, neededParameters, type Parameter, parametersOf, typeWord } from './parameters.ts';
export { type SchemaField, schemaFields } from './schema-fields.ts';
export { searchOperations } from './search-operations.ts';
export {
  bundlePath,
  effectOf,
  followed,
  graveEffectOf,
  operationAt,
  type PostmanFile,
  postmanPath,
  type Schema,
  type TextLanguage,
  typesOf,
} from './specification.ts';
export type { ValueFacts } from './value-facts.ts';
