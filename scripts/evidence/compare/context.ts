import { dirname, join } from 'node:path';
import { type Assembled, assemble } from '../../spec/assemble.ts';
import { DISK, loadSpec, type Spec, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import type { Source } from '../../spec/source.ts';
import { type Heading, readHeadings } from '../facts/headings.ts';
import { type Ledger, readLedger } from '../facts/ledger.ts';
import { type Facts, readDocs } from '../facts/read-facts.ts';
import { basePathOf, docsFolder, envelopeFields } from '../facts/root.ts';
import type { Recording } from '../recording.ts';
import type { Compared } from './compared.ts';
import { children, type Located } from './located.ts';
import { compareOperation } from './operation.ts';
import { listOperations, type Operation } from './operations.ts';
import { collectReasoned, type Reasoned } from './reasoned.ts';
import { compareWebhook } from './webhook.ts';

/** Everything that the rules look at: each file read once, the comparison made once. */
export interface Context {
  readonly spec: Spec;
  /** Absolute path of the folder that the root stands in. */
  readonly folder: string;
  readonly basePath: string;
  readonly operations: readonly Operation[];
  readonly webhooks: readonly Located[];
  readonly facts: readonly Facts[];
  readonly ledger: Ledger;
  readonly headings: readonly Heading[];
  /** `error-codes.yaml` and `reasons.yaml`, where the specification has them. */
  readonly errorSource: Source | undefined;
  readonly reasonSource: Source | undefined;
  /** Corrections and omissions, wherever they stand. */
  readonly reasoned: Reasoned;
  /** Each place at which a page and the specification were held against each other. */
  readonly compared: readonly Compared[];
  readonly assembled: Assembled;
  /** Answers that were recorded, where the caller has read them: evidence for `x-evidence: recording`. */
  readonly recordings?: readonly Recording[];
}

/**
 * Reads a specification with its facts and compares the two.
 * @throws SpecError where a file is missing or malformed: the rules then have nothing to go by.
 */
export function readContext(folder: string, files: SpecFiles = DISK): Context {
  const spec = loadSpec(folder, files);
  const assembled = assemble(spec);
  const docs = docsFolder(spec);
  const facts = readDocs(docs, files);
  const ledger = readLedger(docs, files);
  const root: Located = {
    source: spec.root,
    keys: [],
    value: isObject(spec.root.value) ? spec.root.value : {},
  };
  const operations = listOperations(spec, byUrl(facts, docs));
  const webhooks = children(root, 'webhooks');
  const reasoned = collectReasoned(spec, operations, webhooks);
  return {
    spec,
    folder: dirname(spec.root.path),
    basePath: basePathOf(spec),
    operations,
    webhooks,
    facts,
    ledger,
    headings: readHeadings(docs, files),
    errorSource: spec.beside('error-codes.yaml'),
    reasonSource: spec.beside('reasons.yaml'),
    reasoned,
    compared: compareAll({ spec, reasoned, operations, webhooks, facts }),
    assembled,
  };
}

/** The context as it would be with other facts of some pages; pages without an operation make no difference. */
export function withFacts(context: Context, changed: readonly Facts[]): Context {
  const paths = new Set(changed.map(({ source }) => source.path));
  const facts = [...context.facts.filter(({ source }) => !paths.has(source.path)), ...changed];
  const operations = listOperations(context.spec, byUrl(facts, docsFolder(context.spec)));
  const urls = new Set(changed.map(({ page }) => page.path));
  const others = context.compared.filter(({ url }) => !urls.has(url));
  const again = compareAll({
    ...context,
    facts,
    operations: operations.filter(({ url }) => urls.has(url)),
    webhooks: [],
  });
  return { ...context, facts, operations, compared: [...others, ...again] };
}

function compareAll({
  spec,
  reasoned,
  operations,
  webhooks,
  facts,
}: Pick<Context, 'spec' | 'reasoned' | 'operations' | 'webhooks' | 'facts'>): Compared[] {
  const input = { spec, reasoned, ignored: new Set([...envelopeFields(spec).values()].flat()) };
  const callbacks = new Map(
    facts.flatMap((one): [string, Facts][] => (one.page.kind === 'callback' ? [[one.page.page, one]] : [])),
  );
  return [
    ...operations.flatMap((operation) => compareOperation(input, operation)),
    ...webhooks.flatMap((webhook) => compareWebhook(input, webhook, callbacks)),
  ];
}

function byUrl(facts: readonly Facts[], docs: string): Map<string, Facts> {
  return new Map(
    facts.flatMap((one): [string, Facts][] => (isEndpoint(one, docs) ? [[one.page.path ?? '', one]] : [])),
  );
}

function isEndpoint({ page, source }: Facts, docs: string): boolean {
  return (
    page.kind === 'endpoint' && page.path !== undefined && !source.path.startsWith(join(docs, 'duplicates/'))
  );
}
