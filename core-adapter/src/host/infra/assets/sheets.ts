// SPDX-License-Identifier: EUPL-1.2
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bootstrapBase } from './bootstrap-base.js';
import { compactCss } from './compact-css.js';
import { HOST_SHEETS } from './host-sheets.js';

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
