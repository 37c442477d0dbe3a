// SPDX-License-Identifier: EUPL-1.2
import type { GroupKind } from '@volee/core-adapter';
import type { DirectoryRecord, MembershipRole } from '@volee/core-adapter/directory';

export interface MappedEntry {
  readonly records: readonly DirectoryRecord[];
  /** Classes in a pupil's own entry; used when no group names the pupil. */
  readonly classes?: readonly PupilClass[];
  /** Groups in a person's own entry that have no entry of their own. */
  readonly groups?: readonly NamedGroup[];
  /** Reasons for leaving out the entry or parts of it, in a few words; equal reasons have equal texts. */
  readonly problems?: readonly string[];
}

export interface PupilClass {
  readonly uai: string;
  readonly name: string;
  readonly pupil: string;
}

export interface NamedGroup {
  readonly uai: string;
  readonly kind: GroupKind;
  readonly name: string;
  /** Key of the member. */
  readonly person: string;
  readonly role: MembershipRole;
}

export interface Keys {
  /** The attribute that holds the key. */
  readonly attribute: string;
  readonly loginIsKey: boolean;
  /** The key of the person with this login. For an unknown login, a key that no person has. */
  of(login: string): string;
}
