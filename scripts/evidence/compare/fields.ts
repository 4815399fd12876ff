import type { Spec } from '../../spec/load.ts';
import { inferFields, type Parents, parentsBelow, requiredByEvidence } from '../facts/example-evidence.ts';
import type { FactField, FactShape } from '../facts/facts.ts';
import { compareAspects } from './aspects.ts';
import type { Aspect, Compared } from './compared.ts';
import { facetsOf, itemsOf, propertiesOf } from './facets.ts';
import type { Located } from './located.ts';
import type { Correction, EvidenceMark, Reasoned } from './reasoned.ts';

/** The constants of one comparison: which operation, which page, which direction. */
export interface Comparing {
  readonly spec: Spec;
  readonly reasoned: Reasoned;
  readonly url: string;
  readonly method?: string;
  readonly page: string;
  readonly direction: 'request' | 'answer';
  readonly record: (compared: Compared) => void;
}

/** An object on a page, and the schema to compare it with. */
interface Level {
  readonly fields: readonly FactField[];
  readonly schema: Located;
  /** The objects of the documented example at this place. */
  readonly parents: Parents;
  readonly where: string;
  /** Names to skip: the fields of the envelope. */
  readonly ignored: ReadonlySet<string>;
  /** The enclosing schemas. A page need not repeat the members of a schema that contains itself. */
  readonly inside?: ReadonlySet<unknown>;
}

const NOTHING: ReadonlySet<string> = new Set();

/** Compares the documented fields of an object with the properties of a schema, in both directions and at every depth. */
export function compareObject(comparing: Comparing, level: Level): void {
  const { spec, reasoned } = comparing;
  const facets = facetsOf(spec, level.schema);
  const properties = propertiesOf(facets);
  const names = new Set(level.fields.map((field) => field.name));
  const inside = new Set([...(level.inside ?? []), ...facets.all.map(({ value }) => value)]);
  for (const field of level.fields) {
    if (level.ignored.has(field.name)) continue;
    const schema = properties.get(field.name);
    const where = joinWhere(level.where, field.name);
    if (schema === undefined) {
      const omission = facets.all.flatMap(reasoned.omissionsOn).find(({ name }) => name === field.name);
      recordMissing(comparing, {
        where,
        at: level.schema,
        omission,
        missing: { field, siblings: level.fields, parents: level.parents },
      });
      continue;
    }
    compareField(comparing, field, {
      schema,
      where,
      holders: [schema],
      required: facets.requires(field.name),
      parents: level.parents,
    });
    const below = parentsBelow(level.parents, field.name);
    const fields = field.fields ?? inferFields(below);
    const inner = innermost(spec, schema);
    const hasMembers = propertiesOf(facetsOf(spec, inner)).size > 0;
    if (fields.length > 0 && (field.fields !== undefined || hasMembers)) {
      compareObject(comparing, { fields, schema: inner, parents: below, where, ignored: NOTHING, inside });
    } else if (hasMembers && !facetsOf(spec, inner).all.some(({ value }) => inside.has(value))) {
      recordMembers(comparing, { where, at: schema });
    }
  }
  for (const [name, schema] of properties) {
    if (!names.has(name) && !level.ignored.has(name))
      recordUndocumented(comparing, { where: joinWhere(level.where, name), holders: [schema] });
  }
}

/** Compares one documented field or parameter with its counterpart in the specification. */
export function compareField(
  comparing: Comparing,
  field: FactField,
  held: Held & { required: boolean; parents: Parents },
): void {
  const record = recorderAt(comparing, held);
  record('presence', field.evidence ?? 'present', 'present', true);
  const mark = field.required ?? 'unmarked';
  const expected =
    comparing.direction === 'request' ? mark === true : requiredByEvidence(mark, held.parents, field.name);
  record('required', mark, held.required, expected === undefined || expected === held.required);
  if (held.schema !== undefined) compareShape(comparing, field, { ...held, schema: held.schema });
}

/** What a value is compared with: its schema, and the objects that may carry corrections. */
interface Held {
  readonly schema: Located | undefined;
  readonly where: string;
  readonly holders: readonly Located[];
}

/** Compares the type, values and limits of a field, or of a body or an answer. */
export function compareShape(
  comparing: Comparing,
  shape: FactShape & Pick<FactField, 'nullable'>,
  held: Held & { readonly schema: Located },
): void {
  const record = recorderAt(comparing, held);
  for (const { aspect, documented, specified, agrees } of compareAspects(comparing.spec, shape, held.schema))
    record(aspect, documented, specified, agrees);
}

type Recorder = (aspect: Aspect, documented: unknown, specified: unknown, agrees: boolean) => void;

function recorderAt(comparing: Comparing, { schema, where, holders }: Held): Recorder {
  const corrections = correctionsAt(comparing, holders);
  const evidence = evidenceAt(comparing, holders);
  const at = schema ?? holders[0];
  return (aspect, documented, specified, agrees) => {
    if (at === undefined) return;
    const { url, method, page } = comparing;
    const own = corrections.filter(({ what }) => what === aspect);
    comparing.record({
      url,
      method,
      page,
      where,
      aspect,
      documented,
      specified,
      agrees,
      at,
      corrections: own,
      ...(aspect === 'presence' && evidence !== undefined && { evidence }),
    });
  };
}

/** Records a documented field that the specification does not have. */
export function recordMissing(
  comparing: Comparing,
  {
    where,
    at,
    omission,
    missing,
  }: Required<Pick<Compared, 'where' | 'at' | 'missing'>> & { omission: Compared['omission'] | undefined },
): void {
  const { url, method, page } = comparing;
  const reason = omission === undefined ? {} : { omission };
  comparing.record({
    url,
    method,
    page,
    where,
    aspect: 'presence',
    documented: 'present',
    specified: 'absent',
    agrees: false,
    at,
    corrections: [],
    missing,
    ...reason,
  });
}

/** Records a field of the specification that the page does not list. */
export function recordUndocumented(
  comparing: Comparing,
  { where, holders }: { where: string; holders: readonly Located[] },
): void {
  const { url, method, page } = comparing;
  const at = holders[0];
  if (at === undefined) return;
  const corrections = correctionsAt(comparing, holders).filter(({ what }) => what === 'presence');
  const evidence = evidenceAt(comparing, holders);
  comparing.record({
    url,
    method,
    page,
    where,
    aspect: 'presence',
    documented: 'absent',
    specified: 'present',
    agrees: false,
    at,
    corrections,
    ...(evidence !== undefined && { evidence }),
  });
}

/** Records an object whose members the specification lists although the page shows none. */
function recordMembers(comparing: Comparing, { where, at }: Pick<Compared, 'where' | 'at'>): void {
  const { url, method, page } = comparing;
  comparing.record({
    url,
    method,
    page,
    where,
    aspect: 'members',
    documented: 'none',
    specified: 'listed',
    agrees: false,
    at,
    corrections: correctionsAt(comparing, [at]).filter(({ what }) => what === 'members'),
  });
}

/** The corrections of a field: its own, those of its `$ref` target, and those of a list's items. */
function correctionsAt({ spec, reasoned }: Comparing, holders: readonly Located[]): readonly Correction[] {
  const own = holders.flatMap((holder) => {
    const facets = facetsOf(spec, holder);
    const items = itemsOf(facets);
    return [...facets.all, ...(items === undefined ? [] : [items])].flatMap(reasoned.correctionsOn);
  });
  return [...new Set(own)];
}

/** The mark of evidence at a field: on the field itself, or on the schema that it refers to. */
function evidenceAt({ spec, reasoned }: Comparing, holders: readonly Located[]): EvidenceMark | undefined {
  return holders
    .flatMap((holder) => facetsOf(spec, holder).all)
    .map(reasoned.evidenceOn)
    .find((mark) => mark !== undefined);
}

/** The innermost item schema of a list or a list of lists; the schema itself if it is not a list. */
export function innermost(spec: Spec, schema: Located): Located {
  let current = schema;
  for (let depth = 0; depth < 8; depth++) {
    const items = itemsOf(facetsOf(spec, current));
    if (items === undefined) return current;
    current = items;
  }
  return current;
}

function joinWhere(where: string, name: string): string {
  return /^\w+(\(\w+\))?$/.test(where) ? `${where} ${name}` : `${where}.${name}`;
}
