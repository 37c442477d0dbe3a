// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compactCss } from './compact-css.js';
import { HOST_SHEETS } from './host-sheets.js';

// SPDX-License-Identifier: EUPL-1.2

/** In this order: texts in which a brace does not count, and the characters that end a head, a body or a statement. */
const TOKENS = /"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|\/\*[^]*?\*\/|[{};]/g;

/** Components that need the scripts of Bootstrap, which are not served (ADR 5). */
const WITH_SCRIPTS = [
  ...['accordion', 'carousel', 'collapse', 'collapsing', 'modal', 'navbar', 'offcanvas', 'toast'],
  ...['dropdown', 'dropup', 'dropend', 'dropstart', 'popover', 'bs-popover', 'tooltip', 'bs-tooltip'],
];

/** Components for which `./ui` has parts of its own. */
const REPLACED = [
  ...['alert', 'badge', 'breadcrumb', 'btn-close', 'btn-group', 'card', 'figure', 'form-floating', 'form-range'],
  ...['input-group', 'list-group', 'nav', 'page', 'pagination', 'placeholder', 'progress', 'spinner'],
  ...['was-validated', 'is-valid', 'is-invalid', 'valid', 'invalid'],
];

/** Variants in the colours of Bootstrap, which are not the tokens of the theme and have no dark values. */
const COLOURED = [
  ...['btn-outline', 'btn-success', 'btn-warning', 'btn-info', 'btn-light', 'btn-dark', 'link', 'icon-link', 'text-bg'],
  ...['primary', 'secondary', 'success', 'danger', 'warning', 'info', 'light', 'dark'].map((name) => `table-${name}`),
];

const COMPONENT = new RegExp(`\\.(?:${[...WITH_SCRIPTS, ...REPLACED, ...COLOURED].join('|')})(?:-[\\w-]+)?(?![\\w-])`);

/** A comma outside brackets: `:is(.a, .b)` is one selector. */
const COMMA = /,(?![^(]*\))/;

const BOOTSTRAP = createRequire(import.meta.url).resolve('bootstrap/dist/css/bootstrap.min.css');
const STYLES = new URL('../../../../assets/styles/', import.meta.url);

/** Joins style sheets in this order, so that a page asks for one file instead of many. */
export function joinSheets(paths: readonly (string | URL)[]): string {
  return compactCss(paths.map((path) => readFileSync(path, 'utf8')).join('\n'));
}

/**
 * A sheet of the host. Bootstrap and the theme are one file: when the theme came later, Chromium had already asked for
 * images of Bootstrap that the theme replaces.
 */
export function hostSheet(name: string): string {
  const own = joinSheets((HOST_SHEETS.get(name) ?? []).map((file) => new URL(file, STYLES)));
  return name === 'volee.css' ? bootstrapBase(readFileSync(BOOTSTRAP, 'utf8')) + own : own;
}

/**
 * Bootstrap without the components that no page has, which are 40 % of its weight. Its ticks and arrows are `data:`
 * images, which the Content-Security-Policy refuses: the theme draws them, and here they are `none`.
 */
export function bootstrapBase(css: string): string {
  return withoutComponents(css).replace(/url\("data:[^"]*"\)/g, 'none');
}

function withoutComponents(css: string): string {
  return cssRules(css).map(keptRule).join('');
}

function keptRule({ head, body }: CssRule): string {
  if (body === undefined) return head;
  if (/^\s*@(?:media|supports)/.test(head)) {
    const inner = withoutComponents(body);
    return inner === '' ? '' : `${head}{${inner}}`;
  }
  const selectors = head.split(COMMA).filter((selector) => !COMPONENT.test(selector));
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
}

// SPDX-License-Identifier: EUPL-1.2

/** A statement of a style sheet: `.btn{color:red}` has the head `.btn` and the body `color:red`; `@charset "UTF-8";` has no body. */
interface CssRule {
  readonly head: string;
  readonly body?: string;
}

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
