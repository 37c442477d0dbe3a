// SPDX-License-Identifier: EUPL-1.2

/** A statement of a style sheet: `.btn{color:red}` has the head `.btn` and the body `color:red`; `@charset "UTF-8";` has no body. */
export interface CssRule {
  readonly head: string;
  readonly body?: string;
}

/** In this order: texts in which a brace does not count, and the characters that end a head, a body or a statement. */
const TOKENS = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\/\*[^]*?\*\/|[{};]/g;

/** The statements of a style sheet, or of the body of an `@media` (CSS Syntax Module Level 3, "consume a stylesheet"). Nested rules stay in the body. */
export function cssRules(css: string): CssRule[] {
  const rules: CssRule[] = [];
  let depth = 0;
  let start = 0;
  let head = '';
  for (const { 0: token, index } of css.matchAll(TOKENS)) {
    if (token === '{' && depth++ === 0) {
      head = css.slice(start, index);
      start = index + 1;
    } else if (token === '}' && --depth === 0) {
      rules.push({ head, body: css.slice(start, index) });
      start = index + 1;
    } else if (token === ';' && depth === 0) {
      rules.push({ head: css.slice(start, index + 1) });
      start = index + 1;
    }
  }
  return rules;
}
