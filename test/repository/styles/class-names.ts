// SPDX-License-Identifier: EUPL-1.2

const COMMENT_OR_STRING = /\/\*[^]*?\*\/|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'/g;
const CLASS = /\.(-?[a-z_][\w-]*)/gi;
const ATTRIBUTE = /\bclass="([^"{}]*)"/g;

/** The classes in the selectors of a style sheet. */
export function classesInSheet(css: string): string[] {
  return [...new Set([...css.replace(COMMENT_OR_STRING, '').matchAll(CLASS)].map(([, name = '']) => name))];
}

/** The classes that a view gives its elements as a fixed text; those that it computes are left out. */
export function classesInView(tsx: string): string[] {
  return [...tsx.matchAll(ATTRIBUTE)].flatMap(([, list = '']) => list.split(/\s+/).filter((name) => name !== ''));
}

/** Whether a source names the class, as a whole word, in markup, in an expression or in a script. */
export function namesClass(source: string, name: string): boolean {
  return new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(source);
}
