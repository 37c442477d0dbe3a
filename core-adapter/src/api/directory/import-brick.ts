// SPDX-License-Identifier: EUPL-1.2
import type { BrickDefinition } from '../brick-base.js';
import type { Brick } from '../brick.js';
import type { Manifest } from '../manifest.js';
import type { Imports } from './imports.js';

/** The argument of `activate` for a brick with pages on which users upload files with people and classes. @stable */
export interface ImportBrick<M extends Manifest = Manifest> extends Brick<M> {
  /** Imports of files that users upload: planned, guarded and applied like a directory. */
  readonly imports: Imports;
}

/**
 * Defines a brick with pages, as `defineBrick` does, that imports people and classes from uploaded files.
 * @example
 * `export default defineImportBrick(manifest, ({ http, imports }) => registerPages(http, imports));`
 * @stable
 */
export function defineImportBrick<const M extends Manifest>(
  manifest: M,
  activate: (brick: ImportBrick<M>) => void | Promise<void>,
): BrickDefinition<M, ImportBrick<M>> {
  return { manifest, activate };
}
