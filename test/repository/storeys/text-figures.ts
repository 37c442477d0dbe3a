// SPDX-License-Identifier: EUPL-1.2
import ts from 'typescript';
import { textOf } from '../tracked-files.js';
import type { HouseFigure } from './house-figure.js';
import { lineAt } from './imports-between.js';
import type { LintSettings } from './lint-settings.js';

const SCRIPT = /\.[jt]sx?$/;

const SHAPES: readonly [name: RegExp, comment: RegExp][] = [
  [SCRIPT, /\/\/.*|\/\*[^]*?\*\//g],
  [/\.css$/, /\/\*[^]*?\*\//g],
  [/\.sh$|^\.ci\//, /^[ \t]*#.*/gm],
];

/** Lengths of files and functions. @param sources code that installations run */
export function lengthFigures(sources: readonly string[], { fileLines, functionLines }: LintSettings): HouseFigure[] {
  const texts = sources.map((file) => [file, textOf(file)] as const);
  return [
    {
      name: `files over ${fileLines} lines`,
      faults: texts.flatMap(([file, text]) => longFile(file, text, fileLines)),
    },
    {
      name: `functions over ${functionLines} lines`,
      faults: texts.flatMap(([file, text]) => longFunctions(file, text, functionLines)),
    },
  ];
}

/** Comments with a word that ESLint refuses, those of style sheets and shell scripts as well. */
export function wordFigure(files: readonly string[], { wordFault }: LintSettings): HouseFigure {
  const faults = files.flatMap((file) => wordFaults(file, textOf(file), wordFault));
  return { name: 'comments with “who”, “whom”, “whose”, “he”, “his” or “him”', faults };
}

export function wordFaults(file: string, text: string, wordFault: LintSettings['wordFault']): string[] {
  return findComments(file, text, (comment) => wordFault(comment) !== undefined).map(
    ({ value, position }) => `${file}:${lineAt(text, position)} has ${wordFault(value)}`,
  );
}

function longFile(file: string, text: string, most: number): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > most
    ? [
        `${file}:${most + 1} is beyond ${most} lines (${lines}). Move a part that has a name of its own to another file.`,
      ]
    : [];
}

export function longFunctions(file: string, text: string, most: number): string[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, false);
  const faults: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node)) {
      const [first, last] = [node.getStart(source), node.end].map((place) => lineAt(text, place));
      if (first !== undefined && last !== undefined && last - first >= most) {
        faults.push(
          `${file}:${first} begins a function of ${last - first + 1} lines. Move steps of it to functions with names.`,
        );
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return faults;
}

interface Comment {
  readonly value: string;
  readonly position: number;
}

/**
 * The comments of a script, a style sheet or a shell script in which something is found; none of any other file.
 * @param isFaulty asked of a comment with its marks: a script is only parsed when there is an answer
 */
function findComments(file: string, text: string, isFaulty: (comment: string) => boolean): Comment[] {
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
