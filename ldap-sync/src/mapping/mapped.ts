// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, GroupKind, MembershipRole } from '@volee/core-adapter';

/** What one entry says. */
export interface Mapped {
  readonly records: readonly DirectoryRecord[];
  /** The classes that a pupil's own entry names: they count when no group names the pupil. */
  readonly classes?: readonly PupilClass[];
  /** Groups that the person's own entry names and that have no entry. */
  readonly groups?: readonly NamedGroup[];
  /** Why something of it, or all, is left out: a few words, the same for the same reason. */
  readonly problems?: readonly string[];
}

export interface PupilClass {
  readonly uai: string;
  readonly name: string;
  /** Key of the pupil. */
  readonly pupil: string;
}

export interface NamedGroup {
  readonly uai: string;
  readonly kind: GroupKind;
  readonly name: string;
  /** Key of who is in it. */
  readonly person: string;
  readonly role: MembershipRole;
}

export interface Keys {
  /** The attribute that holds the key. */
  readonly attribute: string;
  readonly loginIsKey: boolean;
  /** The key of whoever has this login. Of somebody who is not there: a key that nobody has. */
  of(login: string): string;
}
