// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord, MembershipRole } from '../../../../api/directory/directory-source.js';
import type { GroupKind, Profile } from '../../../../api/people.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import type { Witness } from '../identity/compare-identities.js';
import type { PersonFields, SchoolFields } from '../state/person-state.js';

/** The changes that a sync would make: plain data, by the keys of the source, to be stored, shown and applied later. */
export interface SyncPlan {
  readonly source: string;
  readonly persons: PersonsPlan;
  readonly kinships: { readonly added: readonly Kinship[]; readonly removed: readonly Kinship[] };
  /** Schools with changes, by UAI. */
  readonly schools: readonly SchoolPlan[];
  /** Digests of all changed people: key and `digestOf`, as pairs, since a key may be `__proto__`. */
  readonly digests: readonly (readonly [key: string, digest: string])[];
  /** New stable ids of known people: key → ids. */
  readonly stableIds: readonly (readonly [key: string, ids: readonly string[]])[];
}

export interface Change {
  readonly field: string;
  readonly from: string;
  readonly to: string;
}

export interface PersonsPlan {
  readonly created: readonly PersonFields[];
  readonly changed: readonly PersonChange[];
  /** People that the source names for the first time and another source knows: national number and birth date agree. */
  readonly joined: readonly PersonJoin[];
  /** People that the source no longer names, nor any other source. */
  readonly disabled: readonly PersonFields[];
  /** People that the source no longer names and another source still does; they stay. */
  readonly released: readonly PersonFields[];
  /** People that the source names again. */
  readonly revived: readonly PersonFields[];
  /** Keys that name another person: the former one leaves under a retired key, the new one is among the created or joined. */
  readonly replaced: readonly Replacement[];
  /** People with another key in the directory than before. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Keys of people who turned from pupil to adult or the reverse, or became both: their grants end. */
  readonly turned: readonly string[];
  /** People who may be the same as one that another source names, for an administrator to decide about. */
  readonly homonyms: readonly HomonymPlan[];
}

/** A key that names another person than before. */
export interface Replacement {
  readonly key: string;
  /** The retired key of the former person, also of a person who had left. */
  readonly formerKey: string;
  readonly personId: string;
  /** The two may be one person: they stay two until an administrator decides. */
  readonly isDoubtful: boolean;
  /** The witnesses that differ between the two. */
  readonly against: readonly Witness[];
}

export interface PersonJoin {
  readonly person: PersonFields;
  /** The person who gets another key. */
  readonly personId: string;
  /** The sources that name that person. */
  readonly sources: readonly string[];
  /** The person turned from pupil to adult or the reverse, or became both: their grants end. */
  readonly isTurned: boolean;
}

export interface HomonymPlan {
  readonly key: string;
  readonly displayName: string;
  /** The id of the person who may be the same one. */
  readonly other: string;
  readonly why: HomonymReason;
}

export interface PersonChange {
  readonly person: PersonFields;
  readonly changes: readonly Change[];
  readonly schools: readonly string[];
}

export type Kinship = Pick<KinshipRecord, 'guardian' | 'child'>;

export interface SchoolPlan {
  readonly uai: string;
  readonly name: string;
  /** The school year of its groups. */
  readonly schoolYear: number;
  /** Absent when the school exists already. */
  readonly created?: SchoolFields;
  readonly changes: readonly Change[];
  readonly attachments: { readonly begun: AttachmentPlan[]; readonly ended: AttachmentPlan[] };
  readonly groups: {
    readonly created: GroupPlan[];
    readonly changed: { readonly group: GroupPlan; readonly changes: readonly Change[] }[];
    readonly ended: GroupPlan[];
    readonly revived: GroupPlan[];
  };
  readonly memberships: { readonly added: MembershipPlan[]; readonly removed: MembershipPlan[] };
}

export interface AttachmentPlan {
  /** Key of the person. */
  readonly person: string;
  readonly displayName: string;
  readonly profile: Profile;
  /** The other school of a move with this profile. */
  readonly moved?: string;
  /** The person is head of the school by grant, and no directory names them there any more. */
  readonly leavesGrant?: true;
}

export interface GroupPlan {
  readonly key: string;
  readonly kind: GroupKind;
  readonly name: string;
}

export interface MembershipPlan {
  readonly group: string;
  readonly person: string;
  readonly role: MembershipRole;
}
