// SPDX-License-Identifier: EUPL-1.2
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { VNode } from 'preact';

const ICONS = join(createRequire(import.meta.url).resolve('bootstrap-icons/package.json'), '..', 'icons');
/** The name becomes part of a path, so only the letters used in icon names are allowed. */
const NAME = /^[a-z0-9-]+$/;
const drawings = new Map<string, string>();

/** @stable */
export interface IconProps {
  /** A name of bootstrap-icons, such as `folder-fill`. */
  readonly name: string;
  /** The meaning of the icon, in words. Without it the icon is decorative, and the text beside it carries the meaning. */
  readonly label?: string | undefined;
}

/**
 * An inline SVG icon in the colour of the surrounding text.
 * @throws Error when bootstrap-icons has no icon of this name
 * @stable
 */
export function Icon({ name, label }: IconProps): VNode {
  const meaning = label === undefined ? { 'aria-hidden': true } : { role: 'img' as const, 'aria-label': label };
  return <svg class="v-icon" viewBox="0 0 16 16" {...meaning} dangerouslySetInnerHTML={{ __html: drawingOf(name) }} />;
}

/** Whether bootstrap-icons has an icon of this name. */
export function isIcon(name: string): boolean {
  return NAME.test(name) && existsSync(join(ICONS, `${name}.svg`));
}

/** The content of the `<svg>` element of an icon. Each file is read once. */
function drawingOf(name: string): string {
  const known = drawings.get(name);
  if (known !== undefined) return known;
  const drawing = readDrawing(name);
  drawings.set(name, drawing);
  return drawing;
}

function readDrawing(name: string): string {
  if (!isIcon(name)) throw new Error(`No icon is named "${name}": see https://icons.getbootstrap.com`);
  const file = readFileSync(join(ICONS, `${name}.svg`), 'utf8');
  return file.slice(file.indexOf('>') + 1, file.lastIndexOf('</svg>')).trim();
}
