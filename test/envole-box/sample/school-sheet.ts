// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

export type Sex = 'F' | 'M';

/** The `ENTPersonProfils` words of Scribe. */
export type ScribeProfile = 'eleve' | 'enseignant' | 'administratif' | 'responsable';

/** `Meflcf`: the level of a pupil, finer than his class in a class of two levels. */
export type Level = 'ce2' | 'cm1' | 'cm2' | '6e';

export interface StaffSheet {
  name: string;
  sex: Sex;
  /** What he does, as people say it: « CM1-CM2 », « français ». */
  duty: string;
  /** His word in the printed list where it is not « Enseignante » or « Enseignant »; the directory never says it. */
  post?: string;
  /** Class he is administrator of (`typeadmin` 2), which does not put him in its team. */
  administers?: string;
}

export interface PupilsSheet {
  level: Level;
  girls: string;
  boys: string;
}

export interface ClassSheet {
  name: string;
  /** Logins of the team `profs-<class>`; they may work in another school. */
  team: string[];
  pupils: PupilsSheet[];
}

export interface GroupSheet {
  name: string;
  /** `undefined`: Scribe also knows groups without a type. */
  type?: 'Groupe' | 'Option' | 'Matiere' | 'Service';
  description: string;
  members: string[];
  /** Logins of the team `profs-<option>`. */
  team?: string[];
}

/** A school written down as a person would: names, classes, teams. `names` are « Given Family », comma between two. */
export interface SchoolSheet {
  uai: string;
  name: string;
  town: string;
  kind: 'primary' | 'college';
  teachers: StaffSheet[];
  staff: StaffSheet[];
  classes: ClassSheet[];
  groups: GroupSheet[];
}

export type EntryAttributes = LdapEntry['attributes'];
