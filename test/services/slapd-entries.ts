// SPDX-License-Identifier: EUPL-1.2

/** Two schools in the shape that Scribe gives them (invented people), for the tests of this folder. */
const education = 'ou=ac-test,ou=education,o=gouv,c=fr';

export function twoSchools(): string {
  return [root(), school('0999999Z', 'lea.martin', 'Léa', '3A'), school('0888888Y', 'tom.petit', 'Tom', '6B')].join(
    '\n',
  );
}

function root(): string {
  return `dn: o=gouv,c=fr
objectClass: organization
o: gouv

${unit('ou=education,o=gouv,c=fr')}
${unit(education)}`;
}

function school(uai: string, pupil: string, givenName: string, classCode: string): string {
  const base = `ou=${uai},${education}`;
  const people = `ou=utilisateurs,${base}`;
  const pupilDn = `uid=${pupil},ou=local,ou=eleves,${people}`;
  const units = [
    base,
    people,
    ...['eleves', 'personnels', 'responsables'].flatMap((name) => [
      `ou=${name},${people}`,
      `ou=local,ou=${name},${people}`,
    ]),
    `ou=groupes,${base}`,
    `ou=local,ou=groupes,${base}`,
  ];
  return [
    ...units.map(unit),
    pupilEntry(pupilDn, { pupil, givenName, uai, base, classCode }),
    staffEntries(people, uai, classCode),
    guardianEntry(people, uai, pupilDn),
    classEntry(base, classCode, pupil),
  ].join('\n');
}

interface PupilInClass {
  readonly pupil: string;
  readonly givenName: string;
  readonly uai: string;
  /** The DN of the school. */
  readonly base: string;
  readonly classCode: string;
}

function pupilEntry(dn: string, { pupil, givenName, uai, base, classCode }: PupilInClass): string {
  return `dn: ${dn}
objectClass: inetOrgPerson
objectClass: ENTPerson
objectClass: ENTEleve
objectClass: Eleves
uid: ${pupil}
cn: ${givenName} MARTIN
sn: MARTIN
givenName: ${givenName}
mail: ${pupil}@i-${uai.toLowerCase()}.ac-test.fr
userPassword: secret-${pupil}
employeeNumber: 1245
ENTPersonProfils: eleve
ENTPersonSexe: F
ENTPersonDateNaissance: 20110405
dateNaissance: 20110405
intid: 100245
ine: 0123456789A
Divcod: ${classCode}
Meflcf: 3EME
ENTEleveMEF: 3EME
ENTEleveClasses: ${base}$${classCode}
ENTEleveRegime: EXTERNE
`;
}

function staffEntries(people: string, uai: string, classCode: string): string {
  return `dn: uid=teacher.${uai},ou=local,ou=personnels,${people}
objectClass: inetOrgPerson
objectClass: ENTPerson
objectClass: administrateur
uid: teacher.${uai}
cn: Paul DURAND
sn: DURAND
givenName: Paul
userPassword: secret-teacher
ENTPersonProfils: enseignant
ENTPersonLogin: L000C0000
codecivilite: 1
typeadmin: 2
Divcod: ${classCode}
Divcod: OTHER

dn: uid=clerk.${uai},ou=local,ou=personnels,${people}
objectClass: inetOrgPerson
objectClass: ENTPerson
objectClass: administratif
uid: clerk.${uai}
cn: Zoé R&D
sn: R&D
userPassword: secret-clerk
ENTPersonProfils: administratif
`;
}

function guardianEntry(people: string, uai: string, pupilDn: string): string {
  return `dn: uid=parent.${uai},ou=local,ou=responsables,${people}
objectClass: inetOrgPerson
objectClass: ENTPerson
objectClass: responsable
uid: parent.${uai}
cn: Anne MARTIN
sn: MARTIN
ENTPersonProfils: responsable
ENTAuxPersRelEleveEleve: ${pupilDn}
ENTPersonAdresse: 1 rue des Lilas
ENTPersonVille: Dijon
ENTPersonCodePostal: 21000
ENTPersonPays: FRANCE
`;
}

function classEntry(base: string, classCode: string, pupil: string): string {
  return `dn: cn=${classCode},ou=local,ou=groupes,${base}
objectClass: posixGroup
objectClass: eolegroupe
cn: ${classCode}
gidNumber: 10001
type: Classe
niveau: 3eme
lastupdate: 20250901
description: Classe ${classCode}
memberUid: ${pupil}
`;
}

function unit(dn: string): string {
  return `dn: ${dn}
objectClass: organizationalUnit
ou: ${dn.slice('ou='.length, dn.indexOf(','))}
`;
}
