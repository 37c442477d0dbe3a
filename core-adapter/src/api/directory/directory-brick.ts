// SPDX-License-Identifier: EUPL-1.2
import type { BrickBase, BrickDefinition } from '../brick-base.js';
import type { AnyManifest } from '../manifest.js';
import type { BrickDatabase } from './brick-database.js';
import type { DirectorySource } from './directory-source.js';
import type { Imports } from './imports.js';

/** The static description of a brick that brings people, groups and schools. @stable */
export interface DirectoryManifest extends AnyManifest {
  readonly kind: 'directory-source';
}

/** The argument of `activate` for a directory: its sources, or files that a command imports. @stable */
export interface DirectoryBrick<M extends DirectoryManifest = DirectoryManifest> extends BrickBase<M> {
  /** Call `provide` once for each source. */
  readonly sources: { provide(source: DirectorySource): void };
  /** The tables of the brick. */
  readonly db: BrickDatabase;
  /** Imports of files: planned, guarded and applied like a directory. */
  readonly imports: Imports;
}

/**
 * Defines a directory; a brick package exports the result as its default. `activate` must return within 10 seconds.
 * @example
 * `export default defineDirectoryBrick(manifest, ({ sources, settings }) => sources.provide(sourceOf(settings)));`
 * @stable
 */
export function defineDirectoryBrick<const M extends DirectoryManifest>(
  manifest: M,
  activate: (brick: DirectoryBrick<M>) => void | Promise<void>,
): BrickDefinition<M, DirectoryBrick<M>> {
  return { manifest, activate };
}
