import { dirname, join } from 'node:path';
import { type Assembled, assemble } from '../../spec/assemble.ts';
import { DISK, loadSpec, type Spec, type SpecFiles } from '../../spec/load.ts';
import { isObject } from '../../spec/openapi.ts';
import { isCredential, readSchemes } from '../../spec/profile.ts';
import type { Source } from '../../spec/source.ts';
import { type Heading, readHeadings } from '../facts/headings.ts';
import { type Ledger, readLedger } from '../facts/ledger.ts';
import { type Facts, readDocs } from '../facts/read-facts.ts';
import { basePathOf, docsFolder, envelopeFields, envelopesOf } from '../facts/root.ts';
import type { Recording } from '../recording.ts';
import type { Compared } from './compared.ts';
import { children, type Located } from './located.ts';
import { compareOperation } from './operation.ts';
import { listOperations, type Operation } from './operations.ts';
import { collectReasoned, type Reasoned } from './reasoned.ts';
import { compareWebhook } from './webhook.ts';

/** Everything that the rules need. Each file is read once, and the comparison is made once. */
export interface Context {
  readonly spec: Spec;
  /** Absolute path of the root document's folder. */
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
  /** All corrections and omissions. */
  readonly reasoned: Reasoned;
  /** Every comparison of a page with the specification. */
  readonly compared: readonly Compared[];
  readonly assembled: Assembled;
  /** Answers that were recorded, where the caller has read them: evidence for `x-evidence: recording`. */
  readonly recordings?: readonly Recording[];
}

/**
 * Reads a specification with its facts and compares the two.
 * @throws SpecError if a file is missing or malformed.
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
    compared: compareAll({ assembled, spec, reasoned, operations, webhooks, facts }),
    assembled,
  };
}

/** Returns the context with the facts of some pages replaced. Pages without an operation change nothing. */
export function withFacts(context: Context, changed: readonly Facts[]): Context {
  const paths = new Set(changed.map(({ source }) => source.path));
  const facts = [...context.facts.filter(({ source }) => !paths.has(source.path)), ...changed];
  const operations = listOperations(context.spec, byUrl(facts, docsFolder(context.spec)));
  const urls = new Set(changed.map(({ page }) => page.path));
  const unchanged = context.compared.filter(({ url }) => !urls.has(url));
  const again = compareAll({
    ...context,
    facts,
    operations: operations.filter(({ url }) => urls.has(url)),
    webhooks: [],
  });
  return { ...context, facts, operations, compared: [...unchanged, ...again] };
}

function compareAll({
  spec,
  reasoned,
  operations,
  webhooks,
  facts,
  assembled,
}: Pick<Context, 'assembled' | 'spec' | 'reasoned' | 'operations' | 'webhooks' | 'facts'>): Compared[] {
  const schemes = readSchemes(assembled.document);
  const input = {
    spec,
    reasoned,
    isCredential: (place: string, name: string) => isCredential({ schemes }, place, name),
    envelopes: envelopesOf(spec),
    ignored: new Set([...envelopeFields(spec).values()].flat()),
  };
  const callbacks = new Map(
    facts.flatMap((sheet): [string, Facts][] =>
      sheet.page.kind === 'callback' ? [[sheet.page.page, sheet]] : [],
    ),
  );
  return [
    ...operations.flatMap((operation) => compareOperation(input, operation)),
    ...webhooks.flatMap((webhook) => compareWebhook(input, webhook, callbacks)),
  ];
}

function byUrl(facts: readonly Facts[], docs: string): Map<string, readonly Facts[]> {
  const sheets = new Map<string, Facts[]>();
  for (const sheet of facts.filter((candidate) => isEndpoint(candidate, docs))) {
    const { path = '' } = sheet.page;
    sheets.set(path, [...(sheets.get(path) ?? []), sheet]);
  }
  return sheets;
}

function isEndpoint({ page, source }: Facts, docs: string): boolean {
  return (
    page.kind === 'endpoint' && page.path !== undefined && !source.path.startsWith(join(docs, 'duplicates/'))
  );
}
