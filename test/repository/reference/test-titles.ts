// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';

/** `test` and what stands for it where a quick run (ADR 63) or another browser leaves something out. */
const TESTS = new Set(['test', 'it', 'testOnce', 'inFullRun', 'inChromium']);
const GROUPS = new Set(['describe', 'describeWith']);

export interface TestTitle {
  /** Titles of the groups that it stands in, the outermost first. */
  readonly groups: readonly string[];
  readonly title: string;
  /** A quick run leaves it out: a second way, or a suite on the real directory or SSO (ADR 63), or in another browser (ADR 144). */
  readonly isForFullRun?: boolean;
}

/**
 * The titles of the tests of a file, in their order. For a test of several cases, the title is given once, as it is written. A title that
 * is calculated has no words here.
 */
export function testTitles(path: string, text: string): TestTitle[] {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind);
  return titlesIn(file, { groups: [], isForFullRun: path.includes('.all.test.') });
}

function titlesIn(node: ts.Node, { groups, isForFullRun }: Omit<TestTitle, 'title'>): TestTitle[] {
  const called = ts.isCallExpression(node) ? { name: rootName(node.expression), title: titleOf(node) } : undefined;
  const isLeftOut = isForFullRun || (ts.isCallExpression(node) && isForFull(node, called?.name));
  if (called?.title !== undefined && TESTS.has(called.name)) {
    return [{ groups, title: called.title, ...(isLeftOut && { isForFullRun: true }) }];
  }
  const isGroup = called?.title !== undefined && GROUPS.has(called.name);
  const inside = { groups: isGroup ? [...groups, called.title ?? ''] : groups, isForFullRun: isLeftOut };
  const titles: TestTitle[] = [];
  ts.forEachChild(node, (child) => void titles.push(...titlesIn(child, inside)));
  return titles;
}

function isForFull(call: ts.CallExpression, name = ''): boolean {
  if (name === 'describeWith') return /'(slapd|lemonldap|firefox|webkit)'/.test(call.arguments[0]?.getText() ?? '');
  return name === 'inFullRun';
}

/** `test` of `test(…)`, `test.each([…])(…)` and `test.each<T>([…])(…)`. */
function rootName(called: ts.Expression): string {
  if (ts.isIdentifier(called)) return called.text;
  if (ts.isCallExpression(called) || ts.isPropertyAccessExpression(called)) return rootName(called.expression);
  return '';
}

/** The first words among the arguments: those of `describeWith` come after the needed services. */
function titleOf({ arguments: given }: ts.CallExpression): string | undefined {
  if (given.length < 2) return undefined; // `test.each(…)` alone
  const words = given.find((one) => ts.isStringLiteralLike(one) || ts.isTemplateExpression(one));
  if (words === undefined) return undefined;
  if (ts.isStringLiteralLike(words)) return words.text;
  const { head, templateSpans } = words;
  return [head.text, ...templateSpans.map(({ literal }) => literal.text)].join('…');
}
