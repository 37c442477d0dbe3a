// SPDX-License-Identifier: EUPL-1.2
import type { Category, Entry } from './entry.js';
import { parts } from './values.js';

const KINDS: Readonly<Record<Category, string>> = {
  EtabEducNat: 'school',
  Eleve: 'pupil',
  PersRelEleve: 'guardian',
  PersEducNat: 'staff',
};

/** The label of each attribute in a copy for the person. Attributes that name other people have no label and are left out. */
const WORDS = new Map(
  Object.entries({
    sn: 'familyName',
    ENTPersonNom: 'familyName',
    givenName: 'givenName',
    ENTPersonPrenom: 'givenName',
    ENTEleveINE: 'ine',
    ENTPersonDateNaissance: 'birthDate',
    ENTPersonStructRattach: 'school',
    ENTEleveClasses: 'classes',
    ENTPersonClasses: 'classes',
    ENTEleveGroupes: 'groups',
    ENTPersonGroupes: 'groups',
    ENTEleveNiveau: 'level',
    ENTEleveNivFormation: 'course',
    ENTEleveLibelleMEF: 'courseName',
    ENTEleveDateSortieClasses: 'leftClasses',
    ENTEleveDateSortieStructRattach: 'leftSchools',
    ENTPersonFonctions: 'functions',
    ENTEnsFonctionDir: 'leads',
    ENTAuxEnsClasses: 'teachesClasses',
    ENTAuxEnsClassesMatieres: 'teachesInClasses',
    ENTAuxEnsClassesPrincipal: 'mainTeacherOf',
    ENTAuxEnsGroupes: 'teachesGroups',
    ENTAuxEnsGroupesMatieres: 'teachesInGroups',
  }),
);

/** An entry as its person reads it: `{ kind: 'pupil', key: '4001', familyName: ['DIALLO'], classes: ['43 6A'] }`. */
export function readableEntry({ category, key, attributes }: Entry): Readonly<Record<string, string | string[]>> {
  const readableValues = new Map<string, string[]>();
  for (const [name, values] of Object.entries(attributes)) {
    const word = WORDS.get(name);
    if (word === undefined || values.length === 0) continue;
    readableValues.set(word, [...(readableValues.get(word) ?? []), ...values.map(readable)]);
  }
  return { kind: KINDS[category], key, ...Object.fromEntries(readableValues) };
}

function readable(value: string): string {
  return parts(value)
    .filter((part) => part !== '')
    .join(' ');
}
