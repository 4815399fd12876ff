/** A declaration of a generated module, which is exported. Texts in `docs` are already safe inside a comment. */
export type Declaration = InterfaceDeclaration | AliasDeclaration | ConstantDeclaration;

/** A doc comment. A description that begins with a line break is written on lines of its own. */
interface Docs {
  readonly docs?: readonly { readonly description: string }[];
}

/** An interface. */
export interface InterfaceDeclaration extends Docs {
  readonly kind: 'interface';
  readonly name: string;
  readonly callSignatures?: readonly Signature[];
  readonly properties?: readonly PropertySignature[];
  readonly methods?: readonly MethodSignature[];
}

/** A name for a type. */
interface AliasDeclaration extends Docs {
  readonly kind: 'alias';
  readonly name: string;
  readonly type: string;
}

/** A constant with its value as source text. */
interface ConstantDeclaration extends Docs {
  readonly kind: 'constant';
  readonly name: string;
  readonly value: string;
}

/** A property of an interface. The name is source text. */
export interface PropertySignature extends Docs {
  readonly name: string;
  readonly type: string;
  readonly isReadonly?: boolean;
  readonly isOptional?: boolean;
}

interface Signature {
  readonly parameters: readonly {
    readonly name: string;
    readonly type: string;
    readonly isOptional?: boolean;
  }[];
  readonly returnType: string;
}

/** A method of an interface. The name is source text. */
export interface MethodSignature extends Signature, Docs {
  readonly name: string;
}

/** Writes a module: each statement is source text or a declaration. An empty text is left out. */
export function moduleText(statements: readonly (Declaration | string)[]): string {
  const kept = statements.filter((statement) => statement !== '');
  return kept
    .map((statement, at) => {
      const text = typeof statement === 'string' ? `${statement}\n` : declarationText(statement);
      return at > 0 && isApart(kept[at - 1], statement) ? `\n${text}` : text;
    })
    .join('');
}

/** Whether an empty line stands between two statements: not between aliases and constants, nor between source texts. */
function isApart(before: Declaration | string | undefined, after: Declaration | string): boolean {
  const isBlock = (statement: Declaration | string | undefined) =>
    typeof statement === 'object' && statement.kind === 'interface';
  return isBlock(before) || isBlock(after) || (typeof before === 'string') !== (typeof after === 'string');
}

function declarationText(declaration: Declaration): string {
  const { name } = declaration;
  const docs = docsText(declaration);
  switch (declaration.kind) {
    case 'alias':
      return `${docs}export type ${name} = ${declaration.type};\n`;
    case 'constant':
      return `${docs}export const ${name} = ${declaration.value};\n`;
    case 'interface':
      return `${docs}export interface ${name} {\n${membersText(declaration)}}\n`;
  }
}

function membersText({ callSignatures = [], properties = [], methods = [] }: InterfaceDeclaration): string {
  const lines = [
    ...callSignatures.map((signature) => signatureText(signature)),
    ...properties.map((property) => {
      const { name, type, isReadonly = false, isOptional = false } = property;
      return `${docsText(property)}${isReadonly ? 'readonly ' : ''}${name}${isOptional ? '?' : ''}: ${type};`;
    }),
    ...methods.map((method) => `${docsText(method)}${method.name}${signatureText(method)}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function signatureText({ parameters, returnType }: Signature): string {
  const list = parameters.map(
    ({ name, type, isOptional = false }) => `${name}${isOptional ? '?' : ''}: ${type}`,
  );
  return `(${list.join(', ')}): ${returnType};`;
}

function docsText({ docs = [] }: Docs): string {
  return docs.map(({ description }) => commentBlock(description)).join('');
}

function commentBlock(description: string): string {
  if (!description.startsWith('\n')) return `/** ${description} */\n`;
  const lines = description.slice(1).split('\n');
  return `/**\n${lines.map((line) => ` *${line === '' ? '' : ` ${line}`}\n`).join('')} */\n`;
}
