// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';

/** Something that a file exports, as a reference shows it. */
export interface DeclaredExport {
  readonly name: string;
  /** The text of its docstring, without the tags. */
  readonly text: string;
  /** `stable` or `unstable`, as its docstring says; anything but one of them is a fault. */
  readonly stability: readonly string[];
  /** The text of each `@throws`, `@param` and `@returns`, such as `throws: NotFoundError when …`. */
  readonly tags: readonly string[];
  /** The declaration, without `export`, without bodies. */
  readonly code: string;
}

/** The exports of a source file, in its order. */
export function exportsOf(path: string, text: string): DeclaredExport[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return file.statements.filter(isExported).flatMap((statement) => {
    const code = codeOf(statement);
    return code === undefined ? [] : [{ name: nameOf(statement), ...docOf(statement), code }];
  });
}

function isExported(statement: ts.Statement): boolean {
  if (!ts.canHaveModifiers(statement)) return false;
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function nameOf(statement: ts.Statement): string {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations[0]?.name.getText() ?? '';
  return (statement as ts.DeclarationStatement).name?.getText() ?? '';
}

function codeOf(statement: ts.Statement): string | undefined {
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) return bare(statement.getText());
  if (ts.isFunctionDeclaration(statement)) return `${signatureOf(statement)};`;
  if (ts.isClassDeclaration(statement)) return classCode(statement);
  return ts.isVariableStatement(statement) ? constantCode(statement) : undefined;
}

function bare(text: string): string {
  return text.replace(/^export /, '');
}

/** The signature, from the name to the return type. The destructuring of a parameter is left out: it concerns the function alone. */
function signatureOf(node: ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration): string {
  const parameters = node.parameters.map((one) => {
    const isOptional = one.questionToken !== undefined || one.initializer !== undefined;
    const name = ts.isIdentifier(one.name)
      ? one.name.text
      : one.type?.getText().endsWith('Props')
        ? 'props'
        : 'options';
    const type = one.type?.getText() ?? one.initializer?.getText() ?? 'unknown';
    return `${one.dotDotDotToken ? '...' : ''}${name}${isOptional ? '?' : ''}: ${type}`;
  });
  const generics = node.typeParameters ? `<${node.typeParameters.map((one) => one.getText()).join(', ')}>` : '';
  const name = ts.isConstructorDeclaration(node) ? 'constructor' : (node.name?.getText() ?? '');
  const word = ts.isFunctionDeclaration(node) ? 'function ' : '';
  return `${word}${name}${generics}(${parameters.join(', ')})${node.type ? `: ${node.type.getText()}` : ''}`;
}

function classCode(node: ts.ClassDeclaration): string {
  const heritage = node.heritageClauses?.map((clause) => ` ${clause.getText()}`).join('') ?? '';
  const members = node.members
    .filter(isPublic)
    .map((member) => [...docLines(member), `${memberCode(member)};`].join('\n'));
  return `class ${node.name?.text ?? ''}${heritage} {\n${members.join('\n')}\n}`;
}

function isPublic(member: ts.ClassElement): boolean {
  const modifiers = ts.canHaveModifiers(member) ? (ts.getModifiers(member) ?? []) : [];
  return (
    !(member.name && ts.isPrivateIdentifier(member.name)) &&
    !modifiers.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword)
  );
}

function memberCode(member: ts.ClassElement): string {
  if (ts.isMethodDeclaration(member) || ts.isConstructorDeclaration(member)) return signatureOf(member);
  if (!ts.isPropertyDeclaration(member)) return member.getText().replace(/\s*\{[^]*$/, '');
  return `${member.modifiers ? 'readonly ' : ''}${member.name.getText()}${member.type ? `: ${member.type.getText()}` : ''}`;
}

function docLines(member: ts.Node): string[] {
  return ts
    .getJSDocCommentsAndTags(member)
    .filter(ts.isJSDoc)
    .map((doc) => doc.getText());
}

/** The declared type of a constant or, without one, its value when that is short. */
function constantCode(statement: ts.VariableStatement): string {
  const [declaration] = statement.declarationList.declarations;
  const { name, type, initializer } = declaration ?? {};
  const value = initializer?.getText() ?? '';
  if (type) return `const ${name?.getText()}: ${type.getText()};`;
  return value.length <= 120 ? `const ${name?.getText()} = ${value};` : `const ${name?.getText()} = …;`;
}

function docOf(statement: ts.Statement): Pick<DeclaredExport, 'text' | 'tags' | 'stability'> {
  const docs = ts.getJSDocCommentsAndTags(statement).filter(ts.isJSDoc);
  const text = (node: { readonly comment?: string | ts.NodeArray<ts.JSDocComment> }): string =>
    (ts.getTextOfJSDocComment(node.comment) ?? '').replace(/\s*\n\s*/g, ' ').trim();
  const all = docs.flatMap(({ tags: own = [] }) => [...own]);
  const isStability = ({ tagName }: ts.JSDocTag): boolean => STABILITIES.includes(tagName.text);
  const tags = all
    .filter((tag) => !isStability(tag))
    .map((tag) => {
      const about = ts.isJSDocParameterTag(tag) ? `\`${tag.name.getText()}\`: ` : '';
      const thrown = ts.isJSDocThrowsTag(tag) && tag.typeExpression ? `${tag.typeExpression.getText()} ` : '';
      return `${WORDS[tag.tagName.text] ?? tag.tagName.text}${about}${thrown}${text(tag)}`;
    });
  const stability = all.filter(isStability).map(({ tagName }) => tagName.text);
  return {
    text: docs.map((doc) => (ts.getTextOfJSDocComment(doc.comment) ?? '').trim()).join('\n\n'),
    tags,
    stability,
  };
}

const STABILITIES: readonly string[] = ['stable', 'unstable'];

const WORDS: Readonly<Record<string, string>> = {
  throws: 'Throws ',
  returns: 'Returns ',
  param: '',
  example: 'Example: ',
};
