// SPDX-License-Identifier: EUPL-1.2
import type { LdapEntry } from '../ldap-entry.js';

export type Sex = 'F' | 'M';

/** The values of `ENTPersonProfils` in Scribe. */
export type ScribeProfile = 'eleve' | 'enseignant' | 'administratif' | 'responsable';

/** `Meflcf`: the level of a pupil, which tells more than the class when a class has two levels. */
export type Level = 'ce2' | 'cm1' | 'cm2' | '6e';

export interface StaffSheet {
  name: string;
  sex: Sex;
  /** The person's duty in common words: « CM1-CM2 », « français ». */
  duty: string;
  /** The person's title in the printed list, unless « Enseignante » or « Enseignant »; it is not in the directory. */
  post?: string;
  /** The class administered by the teacher (`typeadmin` 2); this does not add them to its team. */
  administers?: string;
}

export interface PupilsSheet {
  level: Level;
  girls: string;
  boys: string;
}

export interface ClassSheet {
  name: string;
  /** Logins of the team `profs-<class>`; members may work in another school. */
  team: string[];
  pupils: PupilsSheet[];
}

export interface GroupSheet {
  name: string;
  /** `undefined`, because Scribe also has groups without a type. */
  type?: 'Groupe' | 'Option' | 'Matiere' | 'Service';
  description: string;
  members: string[];
  /** Logins of the team `profs-<option>`. */
  team?: string[];
}

/** The description of a school: names, classes, teams. `names` are « Given Family », separated by commas. */
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
