// SPDX-License-Identifier: EUPL-1.2

/** In this order: a string, a licence, and comments with white space. What looks like one of them inside another is part of the other. */
const PARTS = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\/\*![^]*?\*\/|(?:\s|\/\*(?!!)[^]*?\*\/)+/g;

/** Leaves out comments and indents, a quarter of the weight of a sheet. A licence stays: its comment begins with `!`. */
export function compactCss(css: string): string {
  return css.replace(PARTS, (part) => (/^["']|^\/\*!/.test(part) ? part : ' ')).trim();
}
