import { tags } from '../../generated/sandbox.ts';
import { isObject } from '../base/is-object.ts';
import type { AnyError } from './known-errors.ts';
import type { IsExample } from './memory.ts';
import type { JsonObject } from './paths.ts';

/** Performs another operation with these arguments; undefined if it answers an error. */
export type Ask = (id: string, args: JsonObject) => JsonObject | undefined;

/** The operations that find customers, where their answers have them, and the arguments of calls that name one. */
export const CUSTOMERS = tags.customers;

const { library, creates } = tags;

/** A company tag, as the list of tags has it. */
export interface LibraryTag {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly group: string;
}

/** All company tags, with those that calls have created. */
function libraryTags(ask: Ask): LibraryTag[] {
  return tagsIn(ask(library.list, { limit: Number.MAX_SAFE_INTEGER }));
}

/** The company tag with an id. */
export function libraryTag(ask: Ask, id: string): LibraryTag | undefined {
  return tagsIn(ask(library.one, { [library.id]: id, limit: 1 })).find((tag) => tag.id === id);
}

function tagsIn(answer: JsonObject | undefined): LibraryTag[] {
  return [answer?.[library.at]]
    .flat()
    .filter(isObject)
    .map((row) => ({
      id: String(row[library.id]),
      name: String(row[library.name]),
      groupId: String(row[library.groupId]),
      group: String(row[library.group]),
    }));
}

/** Creates a tag and its group, where they do not exist. */
export function ensureTag(ask: Ask, group: string, name: string): void {
  const ofGroup = libraryTags(ask).filter((tag) => tag.group === group);
  if (ofGroup.some((tag) => tag.name === name)) return;
  const [known] = ofGroup;
  // Typed as text: a specification without tags names both arguments alike, which no object literal may have.
  const call: Readonly<Record<'operation' | 'group' | 'names', string>> = known ? creates.tag : creates.group;
  const { operation, group: groupArgument, names } = call;
  ask(operation, { [groupArgument]: known?.groupId ?? group, [names]: [name] });
}

/** The documented error of a call that creates a group or tags under names that are taken. */
export function takenName(
  ask: Ask,
  id: string,
  args: JsonObject,
  isExample: IsExample,
): AnyError | undefined {
  const { tag, group } = creates;
  if (id === group.operation && !isExample(group.group)) {
    const isTaken = libraryTags(ask).some((known) => known.group === args[group.group]);
    return isTaken ? group.taken : undefined;
  }
  if (id !== tag.operation || isExample(tag.names)) return undefined;
  const names = [args[tag.names]].flat();
  const isTaken = libraryTags(ask).some(
    ({ groupId, name }) => groupId === args[tag.group] && names.includes(name),
  );
  return isTaken ? tag.taken : undefined;
}
