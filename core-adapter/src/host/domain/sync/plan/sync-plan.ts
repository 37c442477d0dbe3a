// SPDX-License-Identifier: EUPL-1.2
import type { KinshipRecord, MembershipRole } from '../../../../api/directory-source.js';
import type { GroupKind, Profile } from '../../../../api/people.js';
import type { HomonymReason } from '../state/homonym.entity.js';
import type { Witness } from '../identity/compare-identities.js';
import type { PersonFields, SchoolFields } from '../state/person-state.js';

/** What a sync would do: plain data, by the keys of the source, that can be stored, shown, and applied later. */
export interface SyncPlan {
  readonly source: string;
  readonly persons: PersonsPlan;
  readonly kinships: { readonly added: readonly Kinship[]; readonly removed: readonly Kinship[] };
  /** Those in which something happens, by UAI. */
  readonly schools: readonly SchoolPlan[];
  /** Of everybody who is said to be otherwise than before: key and `digestOf`, as pairs, since a key may be `__proto__`. */
  readonly digests: readonly (readonly [key: string, digest: string])[];
  /** Of persons whose entries have other ids than before, or have some at last: key → ids. */
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
  /** Named for the first time, and known from another source: number and day of birth agree. */
  readonly joined: readonly PersonJoin[];
  /** The source names them no longer, and no other one does. */
  readonly disabled: readonly PersonFields[];
  /** The source names them no longer; another one still does, so that they stay. */
  readonly released: readonly PersonFields[];
  /** The source names them again. */
  readonly revived: readonly PersonFields[];
  /** Keys that name another person than before: the one leaves under a retired key, the other is among the created or joined. */
  readonly replaced: readonly Replacement[];
  /** Persons who have another key in the directory than before. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** Keys of persons who were pupils and are adults now, or the reverse, or who became both: what was granted to them ends. */
  readonly turned: readonly string[];
  /** Who may be somebody whom another source names: a person decides. */
  readonly homonyms: readonly HomonymPlan[];
}

/** A key that names another person than before. */
export interface Replacement {
  readonly key: string;
  /** Under which the person stays who had the key; its row may have left before. */
  readonly formerKey: string;
  readonly personId: string;
  /** The two may be one person: somebody decides, and until then they are two. */
  readonly isDoubtful: boolean;
  /** What differs between the two. */
  readonly against: readonly Witness[];
}

export interface PersonJoin {
  readonly person: PersonFields;
  /** Whose he becomes another key. */
  readonly personId: string;
  /** The sources that name that person. */
  readonly sources: readonly string[];
  /** The person was a pupil and is an adult now, or the reverse, or became both: what was granted to them ends. */
  readonly isTurned: boolean;
}

export interface HomonymPlan {
  readonly key: string;
  readonly displayName: string;
  /** The id of the person whom he may be. */
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
  /** Absent: it is there already. */
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
  /** The school that he comes from, or goes to, with this profile. */
  readonly moved?: string;
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
