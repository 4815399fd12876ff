import type { AnyError } from './known-errors.ts';
import type { IsExample } from './memory.ts';
import { isObject, type JsonObject } from './paths.ts';

/** Performs another operation with these arguments; undefined if it answers an error. */
export type Ask = (id: string, args: JsonObject) => JsonObject | undefined;

/** A company tag, as the list of tags has it. */
export interface LibraryTag {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly group: string;
}

/** All company tags, with those that calls have created. */
function libraryTags(ask: Ask): LibraryTag[] {
  return tagsIn(ask('tagList', { limit: Number.MAX_SAFE_INTEGER }));
}

/** The company tag with an id. */
export function libraryTag(ask: Ask, id: string): LibraryTag | undefined {
  return tagsIn(ask('tagV2List', { tag_id: id, limit: 1 })).find((tag) => tag.id === id);
}

function tagsIn(answer: JsonObject | undefined): LibraryTag[] {
  return [answer?.tag_list]
    .flat()
    .filter(isObject)
    .map((row) => ({
      id: String(row.tag_id),
      name: String(row.tag_name),
      groupId: String(row.tag_group_id),
      group: String(row.tag_group),
    }));
}

/** Creates a tag and its group, where they do not exist. */
export function ensureTag(ask: Ask, group: string, name: string): void {
  const ofGroup = libraryTags(ask).filter((tag) => tag.group === group);
  if (ofGroup.some((tag) => tag.name === name)) return;
  const [known] = ofGroup;
  if (known) ask('tagCreate', { tag_group_id: known.groupId, tag_name_list: [name] });
  else ask('tagGroupAdd', { tag_group: group, tag_name_list: [name] });
}

/** The documented error of a call that creates a group or tags under names that are taken. */
export function takenName(
  ask: Ask,
  id: string,
  args: JsonObject,
  isExample: IsExample,
): AnyError | undefined {
  if (id === 'tagGroupAdd' && !isExample('tag_group'))
    return libraryTags(ask).some(({ group }) => group === args.tag_group) ? 'TagGroupNameTaken' : undefined;
  if (id !== 'tagCreate' || isExample('tag_name_list')) return undefined;
  const names = [args.tag_name_list].flat();
  const isTaken = libraryTags(ask).some(
    ({ groupId, name }) => groupId === args.tag_group_id && names.includes(name),
  );
  return isTaken ? 'TagNameTaken' : undefined;
}
