// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';

export interface Comment {
  readonly value: string;
  readonly position: number;
}

const SCRIPT = /\.[jt]sx?$/;
const SHAPES: readonly [name: RegExp, comment: RegExp][] = [
  [SCRIPT, /\/\/.*|\/\*[^]*?\*\//g],
  [/\.css$/, /\/\*[^]*?\*\//g],
  [/\.sh$|^\.ci\//, /^[ \t]*#.*/gm],
];

/**
 * The comments of a script, a style sheet or a shell script in which something is found; none of any other file.
 * @param isFaulty asked of a comment with its marks: a script is only parsed when there is an answer
 */
export function findComments(file: string, text: string, isFaulty: (comment: string) => boolean): Comment[] {
  const [, shape] = SHAPES.find(([name]) => name.test(file)) ?? [];
  if (shape === undefined) return [];
  const found = [...text.matchAll(shape)]
    .map(({ 0: value, index: position }) => ({ value, position }))
    .filter(({ value }) => isFaulty(value));
  if (found.length === 0 || !SCRIPT.test(file)) return found;
  // In a string, `https://…` has the shape of a comment.
  return commentsOfScript(file, text).filter(({ value }) => isFaulty(value));
}

function commentsOfScript(file: string, text: string): Comment[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  const comments = new Map<number, Comment>();
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) return;
    const ranges = [ts.getLeadingCommentRanges(text, node.pos), ts.getTrailingCommentRanges(text, node.end)];
    for (const { pos, end } of ranges.flatMap((range) => range ?? [])) {
      comments.set(pos, { value: text.slice(pos, end), position: pos });
    }
    node.getChildren(source).forEach(visit);
  };
  visit(source);
  return [...comments.values()];
}
