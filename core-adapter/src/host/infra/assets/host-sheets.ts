// SPDX-License-Identifier: EUPL-1.2

/** The sheet of every page: Bootstrap in the colours of Volée, the shell, and the parts of `./ui`. */
const VOLEE = [
  ...['font', 'tokens', 'base', 'button', 'field', 'kept', 'check', 'progress', 'table', 'text'],
  ...['logo', 'head', 'menu', 'rail', 'shell'],
  ...[
    'brick-colours',
    'plate',
    'card',
    'layout',
    'operator',
    'tile',
    'row',
    'account',
    'child',
    'portal',
    'portal-parts',
  ],
  ...['page-head', 'tabs', 'tag-and-note', 'avatar', 'figures', 'pick-row', 'split', 'alone', 'stack', 'wall'],
  ...['choice', 'points', 'faq', 'help', 'preferences', 'print'],
];

/** The sheet that only the consoles of schools and of the platform load. */
const CONSOLE = [
  ...['homonym', 'effect', 'choice-form', 'rules', 'brick-card', 'people', 'sync-run', 'plan-line'],
  ...['part', 'filters', 'paging', 'overview', 'schools', 'journal', 'platform-table', 'stand-ins'],
];

/** The sheet that the portal and the lists over all children load. */
const PORTAL = ['week', 'children'];

/** The sheet of pages that show files. */
const PREVIEW = ['preview'];

/**
 * The style sheets of the host, by the name under which they are served. Each is made of files below `assets/styles`; of
 * two rules of equal weight, the one in the later file wins.
 */
export const HOST_SHEETS: ReadonlyMap<string, readonly string[]> = new Map([
  ['volee.css', VOLEE.map((name) => `core/${name}.css`)],
  ['portal.css', PORTAL.map((name) => `portal/${name}.css`)],
  ['preview.css', PREVIEW.map((name) => `preview/${name}.css`)],
  ['console.css', CONSOLE.map((name) => `console/${name}.css`)],
]);
