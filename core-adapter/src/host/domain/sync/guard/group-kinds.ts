// SPDX-License-Identifier: EUPL-1.2
import type { PlacesImage } from '../state/person-state.js';
import type { KindOf } from './capacity.js';

type Groups = PlacesImage['groups'];

/** The kinds of groups before and after a sync: a directory can turn a class into another kind of group without touching its members. */
export class GroupKinds {
  /** Whether a group has another kind than before. */
  readonly haveChanged: boolean;

  /**
   * @param groupsBefore the stored groups
   * @param groupsAfter the groups that were read
   */
  constructor(
    private readonly groupsBefore: Groups = new Map(),
    private readonly groupsAfter: Groups = new Map(),
  ) {
    this.haveChanged = [...groupsAfter].some(([key, { kind }]) => (groupsBefore.get(key)?.kind ?? kind) !== kind);
  }

  readonly before: KindOf = (group) => this.groupsBefore.get(group)?.kind;

  /** A group of a school that could not be read stays as it is stored. */
  readonly after: KindOf = (group) => this.groupsAfter.get(group)?.kind ?? this.before(group);
}
