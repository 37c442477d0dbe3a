// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';

export interface LintMessage {
  readonly line: number;
  readonly text: string;
}

/** The sentences in a configuration or a rule of ESLint: texts with a space that begin with a capital letter or a quote. */
export function lintMessages(text: string): LintMessage[] {
  const file = ts.createSourceFile('eslint.js', text, ts.ScriptTarget.ES2022, true);
  const messages: LintMessage[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) && /^["A-Z].* /.test(node.text)) {
      messages.push({ line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1, text: node.text });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return messages;
}

/** The names in a text: of `request.db` these are `request` and `db`. */
export function identifiersIn(text: string): string[] {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, text);
  const names: string[] = [];
  for (let token = scanner.scan(); token !== ts.SyntaxKind.EndOfFileToken; token = scanner.scan()) {
    if (token === ts.SyntaxKind.Identifier) names.push(scanner.getTokenText());
  }
  return names;
}
