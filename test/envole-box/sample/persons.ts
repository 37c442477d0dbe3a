// SPDX-License-Identifier: EUPL-1.2
import { moulin } from './moulin.js';
import { listNames, loginOf, splitName } from './names.js';
import type { Level, SchoolSheet, ScribeProfile, Sex, StaffSheet } from './school-sheet.js';
import { tilleuls } from './tilleuls.js';
import { troisRivieres } from './trois-rivieres.js';

const families: readonly FamilySheet[] = [
  // children in two schools
  ['Sophie Renaud', 'F', 'ines.renaud', 'jules.renaud'],
  ['Samira Bouhaddi', 'F', 'lina.bouhaddi', 'assia.bouhaddi'],
  ['Élodie Vernier', 'F', 'noe.vernier', 'lucas.vernier'],
  ['Laurent Vernier', 'M', 'noe.vernier', 'lucas.vernier'],
  ['Nathalie Petitjean', 'F', 'louise.petitjean', 'margaux.petitjean'],
  ['David Jacquot', 'M', 'tom.jacquot', 'maelys.jacquot'],
  ["Marco D'Angelo", 'M', 'lena.dangelo', 'enzo.dangelo'],
  ['Aminata Diallo', 'F', 'ibrahim.diallo', 'fatou.diallo'],
  ['Hassan Saïdi', 'M', 'nour.saidi', 'mehdi.saidi'],
  ['Sylvie Faivre', 'F', 'mael.faivre', 'ninon.faivre'],
  ['Delphine Clerc', 'F', 'manon.clerc', 'baptiste.clerc'],
  ['Paulo Santos', 'M', 'eva.santos', 'tiago.santos'],
  ['Isabelle Courtot', 'F', 'jade.courtot', 'jeanne.courtot'],
  // brothers and sisters in one school
  ['Julie Girardet', 'F', 'zoe.girardet', 'camille.girardet'],
  ['Nicolas Girardet', 'M', 'zoe.girardet', 'camille.girardet'],
  ['Leïla Haddad', 'F', 'aya.haddad', 'ilyes.haddad'],
  ['Stéphanie Marchal', 'F', 'rose.marchal', 'theo.marchal'],
  ['Frédéric Roussel', 'M', 'adam.roussel', 'salome.roussel'],
  ['Karima Belkacem', 'F', 'yanis.belkacem', 'rayan.belkacem'],
  ['Gwenaëlle Le Goff', 'F', 'malo.legoff', 'ewen.legoff'],
  ['Yves Jeannerot', 'M', 'paul.jeannerot', 'arthur.jeannerot'],
  // one child
  ['Aurélie Jacquot', 'F', 'tom.jacquot'],
  ['Virginie Monnier', 'F', 'alice.monnier'],
  ['Cédric Tissot', 'M', 'gabin.tissot'],
  ['Audrey Bourgeois', 'F', 'leo.bourgeois'],
  ['Christelle Bole', 'F', 'nathan.bole'],
  ['Jérôme Cuenot', 'M', 'timeo.cuenot'],
  ['Céline Mercier', 'F', 'hugo.mercier'],
  ['Olivier Perrin', 'M', 'sacha.perrin'],
  ['Sandrine Lambert', 'F', 'sarah.lambert'],
  ['Marie Morel', 'F', 'anais.morel'],
  ['Luís Ferreira', 'M', 'enzo.ferreira'],
  ['Hélène Monnin', 'F', 'juliette.monnin'],
  ['Farid Amrani', 'M', 'kenza.amrani'],
  ['Anna Rossi', 'F', 'matteo.rossi'],
  ['Thierry Guyot', 'M', 'samuel.guyot'],
  ['Pauline Nicod', 'F', 'lise.nicod'],
  ['Muriel Chapuis', 'F', 'elise.chapuis'],
  ['Franck Maillot', 'M', 'adrien.maillot'],
  ['Nora Benali', 'F', 'sara.benali'],
  ['Michel Robert', 'M', 'quentin.robert'],
  ['Moussa Traoré', 'M', 'inaya.traore'],
  ['Valérie Mercier', 'F', 'lucie.mercier', 'hugo.mercier1'],
  ['Claude Tournier', 'M', 'simon.tournier'],
];

export const sheets: readonly SchoolSheet[] = [tilleuls, moulin, troisRivieres];

/** One person of the sample, with any profile. `number` is unique and stable between runs. */
export interface Person {
  number: number;
  login: string;
  givenName: string;
  familyName: string;
  displayName: string;
  sex: Sex;
  profile: ScribeProfile;
  school: SchoolSheet;
  className?: string;
  level?: Level;
  post?: StaffSheet;
  /** Logins of a guardian's children. */
  children: string[];
}

type Details = Pick<Person, 'sex' | 'profile' | 'school'> &
  Partial<Pick<Person, 'className' | 'level' | 'post' | 'children'>>;

/** All people, built once: for each school staff then pupils, and the guardians last. */
export const persons: readonly Person[] = buildPersons();

export function personOf(login: string): Person | undefined {
  return persons.find((person) => person.login === login);
}

function buildPersons(): Person[] {
  const built: Person[] = [];

  function add(name: string, details: Details): void {
    const { givenName, familyName } = splitName(name);
    const login = freeLogin(loginOf({ givenName, familyName }));
    const number = 100_001 + built.length;
    built.push({ children: [], ...details, number, login, givenName, familyName, displayName: name });
  }

  // Scribe numbers people with the same name: hugo.mercier, hugo.mercier1.
  function freeLogin(login: string): string {
    const namesakes = built.filter((person) => person.login.replace(/\d+$/, '') === login).length;
    return namesakes === 0 ? login : `${login}${namesakes}`;
  }

  for (const school of sheets) {
    for (const post of school.teachers) add(post.name, { sex: post.sex, profile: 'enseignant', school, post });
    for (const post of school.staff) add(post.name, { sex: post.sex, profile: 'administratif', school, post });
    for (const { name: className, pupils } of school.classes) {
      for (const { level, girls, boys } of pupils) {
        const pupil = { profile: 'eleve', school, className, level } as const;
        for (const name of listNames(girls)) add(name, { ...pupil, sex: 'F' });
        for (const name of listNames(boys)) add(name, { ...pupil, sex: 'M' });
      }
    }
  }
  for (const [name, sex, ...children] of families) {
    const firstChild = built.find((person) => person.login === children[0]);
    if (!firstChild) throw new Error(`${name}: no pupil has the login ${children[0]}`);
    add(name, { sex, profile: 'responsable', school: firstChild.school, children });
  }
  return built;
}

/** Guardian, and the logins of the children; the first child's school keeps the guardian's entry. */
type FamilySheet = readonly [name: string, sex: Sex, ...children: string[]];
