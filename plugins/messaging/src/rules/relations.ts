// SPDX-License-Identifier: EUPL-1.2
import type { Group, Profile } from '@volee/core-adapter';

/**
 * The directory of one school at one instant: profiles, groups and children of some persons, or of all. A person that is left out has
 * no profile in the school. The shape is that of `directory.relations()` in the contract, which will replace this file.
 */
export interface Relations {
  readonly profiles: ReadonlyMap<string, readonly Profile[]>;
  readonly groups: ReadonlyMap<string, Group>;
  /** Person → groups of which they are a member. */
  readonly memberOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Teacher → groups that they teach. */
  readonly teaches: ReadonlyMap<string, ReadonlySet<string>>;
  /** Guardian → their children. */
  readonly childrenOf: ReadonlyMap<string, ReadonlySet<string>>;
}
