import type { Spec } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { editable, editYaml } from '../apply/yaml-edit.ts';
import type { Edit } from '../apply/yaml-splice.ts';
import type { Home } from './category-of.ts';
import { type FoundSecurity, requirementsOf, type Ways } from './security-schemes.ts';

/** What captured pages say about the whole API. */
export interface AboutApi {
  readonly homes: readonly Home[];
  readonly servers: readonly string[];
  readonly security: FoundSecurity;
  /** The ways that most pages name. */
  readonly usual: Ways;
}

/**
 * Returns the root document with a tag for each category, and with the servers and the security of the pages if it states
 * none. What somebody wrote there stays, and every other line stays byte for byte.
 * @throws EditError if the root is laid out in a way that cannot be edited.
 */
export function editRoot({ root }: Spec, { homes, servers, security, usual }: AboutApi): string {
  const value = isObject(root.value) ? root.value : {};
  const tags = listOf(value.tags);
  const known = new Set(tags.map((tag) => (isObject(tag) ? tag.name : tag)));
  const added = [...new Map(homes.map((home) => [home.slug, home])).values()]
    .filter(({ slug }) => !known.has(slug))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
    .map(({ category, slug }) => ({ name: slug, 'x-title': category, description: `${category}.` }));
  const { components } = value;
  const hasSchemes = isObject(components) && isObject(components.securitySchemes);
  const edits: Edit[] = [
    ...(listOf(value.servers).length === 0 && servers.length > 0
      ? [{ op: 'set' as const, at: ['servers'], value: servers.map((url) => ({ url })), after: 'info' }]
      : []),
    ...(value.security === undefined && !hasSchemes && security.schemes.size > 0
      ? [
          {
            op: 'set' as const,
            at: ['security'],
            value: requirementsOf(usual),
            after: 'info',
          },
          {
            op: 'set' as const,
            at: isObject(components) ? ['components', 'securitySchemes'] : ['components'],
            value: isObject(components)
              ? Object.fromEntries(security.schemes)
              : { securitySchemes: Object.fromEntries(security.schemes) },
          },
        ]
      : []),
    ...(tags.length === 0 && added.length > 0
      ? [{ op: 'set' as const, at: ['tags'], value: added, after: 'info' }]
      : added.map((tag) => ({ op: 'include' as const, at: ['tags'], value: tag }))),
  ];
  return edits.length === 0 ? root.text : editYaml(editable(root.text), edits).text;
}

/** Whether the root already says, or will say, how calls prove who makes them with these schemes. */
export function schemesOf({ root }: Spec, { schemes }: FoundSecurity): ReadonlySet<string> {
  const value = isObject(root.value) ? root.value : {};
  const { components } = value;
  const own =
    isObject(components) && isObject(components.securitySchemes) ? components.securitySchemes : undefined;
  return new Set(own === undefined && value.security === undefined ? schemes.keys() : Object.keys(own ?? {}));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
