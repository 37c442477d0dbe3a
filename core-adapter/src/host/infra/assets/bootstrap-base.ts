// SPDX-License-Identifier: EUPL-1.2
import { cssRules, type CssRule } from './css-rules.js';

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

const COMPONENT = new RegExp(`\\.(?:${[...WITH_SCRIPTS, ...REPLACED].join('|')})(?:-[\\w-]+)?(?![\\w-])`);

/** A comma outside brackets: `:is(.a, .b)` is one selector. */
const COMMA = /,(?![^(]*\))/;

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
