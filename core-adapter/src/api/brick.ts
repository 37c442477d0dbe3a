// SPDX-License-Identifier: EUPL-1.2
import type { BrickBase, BrickDefinition } from './brick-base.js';
import type { BrickHandOver } from './hand-over/hand-over.js';
import type { Http } from './http.js';
import type { BrickJobs } from './brick-jobs.js';
import type { Manifest, MessageKeyOf, PermissionOf } from './manifest.js';
import type { PortalParts } from './portal.js';
import type { UserWork } from './school-work.js';

/**
 * The argument of `activate`: functions that register the parts of a brick with pages for schools. The compiler reads the
 * permissions and texts from the manifest, so write `satisfies Manifest` and not `: Manifest`.
 * @stable
 */
export interface Brick<M extends Manifest = Manifest> extends BrickBase<M> {
  readonly http: Http<PermissionOf<M>, MessageKeyOf<M>>;
  /** Registers work that is done after a request, or at certain times. Call `provide` once for each job. */
  readonly jobs: BrickJobs;
  /** Registers how copies from other schools are received: see `request.handOver`. Call `receive` at most once. @unstable */
  readonly handOver: BrickHandOver;
  /**
   * Registers what the brick tells on pages of the host: tasks on the portal, and a number beside its name.
   * @example
   * `portal({ badge: ({ db, user }) => db.repository(Message).count({ where: { ownerId: user.id, readAt: IsNull() } }) });`
   */
  portal(parts: PortalParts<PermissionOf<M>, MessageKeyOf<M>>): void;
  /**
   * Registers a function that describes the data that becomes unreachable while the brick is off in a school, such as «
   * 34 fichiers, 120 Mo ». A head reads it before switching the brick off. It returns short sentences, or an empty
   * array when there is no data.
   */
  describeStoredData(
    tell: (work: Pick<UserWork<string, MessageKeyOf<M>>, 'db' | 't' | 'format'>) => Promise<readonly string[]>,
  ): void;
}

/**
 * Defines a brick with pages for schools; a brick package exports the result as its default. `activate` registers everything
 * through its argument and must return within 10 seconds.
 * @example
 * `export default defineBrick(manifest, ({ http }) => void http.get('/', { access: 'read' }, ({ t, page }) => page(t('title'), null)));`
 * @stable
 */
export function defineBrick<const M extends Manifest>(
  manifest: M,
  activate: (brick: Brick<M>) => void | Promise<void>,
): BrickDefinition<M, Brick<M>> {
  return { manifest, activate };
}
