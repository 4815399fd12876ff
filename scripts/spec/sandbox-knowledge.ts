/** What the sandbox knows of the API beyond the operations: `sandbox.yaml`. */
export interface SandboxKnowledge {
  /** The resources whose writes are remembered, in the form of `src/sandbox/resources.ts`. */
  readonly resources: readonly Readonly<Record<string, unknown>>[];
  /** The operations that send something, and the fields of their lists that get the time of sending. */
  readonly sendingTimes: Readonly<Record<string, readonly string[]>>;
  /** The error for a faulty argument that its operation does not document, by patterns of both; the first that fits. */
  readonly faults: readonly { readonly argument?: string; readonly fault?: string; readonly error: string }[];
  /** Words in the names of arguments for which the names of errors use others. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** The list of the employees to whom the rows of other lists belong. */
  readonly employees: Readonly<Record<string, string>>;
  /** Calls that turn ids of customers into pairs of ids. */
  readonly idPairs: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Tags on customers. Operations and fields are empty where the API has none. */
  readonly tags: Tags;
  readonly values: Values;
}

interface Tags {
  readonly library: Readonly<Record<string, string>>;
  readonly creates: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly customers: Readonly<Record<string, string>>;
  readonly calls: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** Values for places in answers, by a pattern of the place. */
interface Values {
  readonly texts: readonly {
    readonly place: string;
    readonly texts?: readonly string[];
    readonly person?: string;
  }[];
  readonly same: readonly { readonly place: string; readonly as: string }[];
}

const TAG_LIBRARY = { list: '', one: '', at: '', id: '', name: '', groupId: '', group: '' };
const TAG_CREATION = { operation: '', group: '', names: '', taken: '' };

/** What a specification without `sandbox.yaml` knows. */
export const NOTHING: SandboxKnowledge = {
  resources: [],
  sendingTimes: {},
  faults: [],
  synonyms: {},
  employees: { list: '', at: '', key: '' },
  idPairs: {},
  tags: {
    library: TAG_LIBRARY,
    creates: { tag: TAG_CREATION, group: TAG_CREATION },
    customers: { get: '', many: '', ids: '', at: '', id: '', unionid: '', employee: '' },
    calls: {},
  },
  values: { texts: [], same: [] },
};
