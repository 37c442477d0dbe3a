// SPDX-License-Identifier: EUPL-1.2
import type { Category } from '../entry.js';
import { aafFile, add, type Written } from './aaf-xml.js';

// Invented: an école (first degree, key 500) and a collège (second degree, key 43) of one academy, and a lycée that is not served.

export const ECOLE = '0999991A';
export const COLLEGE = '0999992B';

/** Attributes that Volée does not need. None of them may be stored. */
const PRIVATE: Written = {
  ENTPersonAdresse: '3 rue des SECRETS$$$',
  ENTPersonCodePostal: '39100',
  ENTPersonVille: 'SECRETVILLE',
  mail: 'secret@example.org',
  homePhone: '+33 3 00 00 00 00',
  ENTPersonTelPerso: '+33 3 00 00 00 01',
  ENTEleveBoursier: 'O',
  ENTEleveRegime: 'SECRET DEMI-PENSIONNAIRE',
  ENTEleveRestaurantScolaire: 'O',
};

type Sample = Readonly<Record<Category, readonly string[]>>;

export const PRIMARY: Sample = {
  EtabEducNat: [
    add('EtabEducNat', '500', {
      ENTStructureUAI: ECOLE,
      ENTStructureNomCourant: 'E.E.PU$LES TILLEULS$DOLE',
      ENTStructureTypeStruct: 'ECOLE ELEMENTAIRE',
      ENTStructureCodeTypeStruct: '151',
      ENTServAcCodeAcademie: '003',
      ENTStructureTelephone: '+33 3 00 00 00 02',
    }),
  ],
  Eleve: [
    add('Eleve', '5001', {
      ENTPersonNom: 'LEMAÎTRE',
      ENTPersonPrenom: 'Zoé',
      ENTEleveINE: '123456789AB',
      ENTPersonDateNaissance: '14/02/2016',
      ENTPersonStructRattach: '500',
      ENTPersonClasses: '500$X$Y$12345$CM2 A',
      ENTPersonGroupes: '500$X$Y$777$CHORALE',
      ENTEleveNiveau: 'CM2',
      ENTEleveAutoriteParentale: ['6001$1', '6002$2'],
      ...PRIVATE,
    }),
    add('Eleve', '5002', {
      ENTPersonNom: 'PETIT',
      ENTPersonPrenom: 'Noé',
      ENTPersonStructRattach: '500',
      ENTPersonClasses: '500$X$Y$12346$CP',
      ENTEleveNiveau: 'CP',
      ENTEleveAutoriteParentale: '6003$1',
    }),
  ],
  PersRelEleve: [
    add('PersRelEleve', '6001', { ENTPersonNom: 'LEMAÎTRE', ENTPersonPrenom: 'Anne', ...PRIVATE }),
    add('PersRelEleve', '6002', { ENTPersonNom: 'DIALLO', ENTPersonPrenom: 'Ibrahim' }),
    add('PersRelEleve', '6003', { ENTPersonNom: 'PETIT', ENTPersonPrenom: 'Luc' }),
  ],
  PersEducNat: [
    add('PersEducNat', '7001', {
      ENTPersonNom: 'ROUSSEL',
      ENTPersonPrenom: 'Claire',
      ENTPersonStructRattach: '500',
      ENTPersonFonctions: '500$ENS$ENSEIGNEMENT$$',
      ENTEnsFonctionDir: 'O',
    }),
  ],
};

export const SECONDARY: Sample = {
  EtabEducNat: [
    add('EtabEducNat', '43', {
      ENTStructureUAI: COLLEGE,
      ENTStructureNomCourant: "CLG$CLG DE L'ARC$DOLE",
      ENTStructureTypeStruct: 'COLLEGE',
      ENTStructureCodeTypeStruct: '340',
      ENTServAcCodeAcademie: '003',
    }),
    add('EtabEducNat', '44', {
      ENTStructureUAI: '0999993C',
      ENTStructureNomCourant: 'LYC$LYCEE$DOLE',
      ENTStructureTypeStruct: 'LYCEE',
      ENTStructureCodeTypeStruct: '302',
    }),
  ],
  Eleve: [
    add('Eleve', '4001', {
      sn: 'DIALLO',
      givenName: 'Awa',
      ENTEleveINE: '223456789AB',
      ENTPersonDateNaissance: '01/09/2014',
      ENTPersonStructRattach: '43',
      ENTEleveClasses: '43$6A',
      ENTEleveGroupes: '43$6 ANG1',
      ENTEleveLibelleMEF: '6EME',
      ENTElevePersRelEleve: ['6101$10$1$1$1$1', '6102$20$0$0$1$0', '6103$20$0$2$0$0'],
      ...PRIVATE,
    }),
    add('Eleve', '4002', {
      sn: 'GRAND',
      givenName: 'Tom',
      ENTPersonStructRattach: '44',
      ENTEleveClasses: '44$2NDE1',
      ENTElevePersRelEleve: '6104$10$1$1$1$1',
    }),
  ],
  PersRelEleve: [
    add('PersRelEleve', '6101', { sn: 'DIALLO', givenName: 'Fatou', ...PRIVATE }),
    add('PersRelEleve', '6102', { sn: 'CONTACT', givenName: 'Paul' }),
    add('PersRelEleve', '6103', { sn: 'DIALLO', givenName: 'Omar' }),
    add('PersRelEleve', '6104', { sn: 'GRAND', givenName: 'Eve' }),
  ],
  PersEducNat: [
    add('PersEducNat', '7101', {
      sn: 'MOREL',
      givenName: 'Jeanne',
      ENTPersonStructRattach: '44',
      ENTPersonFonctions: '44$ENS$ENSEIGNEMENT$L1500$PHYSIQUE',
      ENTAuxEnsClassesMatieres: ['43$6A$006600', '44$2NDE1$006600'],
      ENTAuxEnsClassesPrincipal: '43$6A',
      ENTAuxEnsGroupesMatieres: '43$6 ANG1$030201',
      ...PRIVATE,
    }),
    add('PersEducNat', '7102', {
      sn: 'DUPRE',
      givenName: 'Alain',
      ENTPersonStructRattach: '43',
      ENTPersonFonctions: ['43$DIR$DIRECTION$D0010$PRINCIPAL', '43$AEH$ACCOMPAGNEMENT$$'],
    }),
    add('PersEducNat', '7103', {
      sn: 'LEROY',
      givenName: 'Sami',
      ENTPersonStructRattach: '43',
      ENTPersonFonctions: '43$EDU$EDUCATION$$',
    }),
  ],
};

/** Files by name: what is not named in `sample` is there, and empty. */
export function filesOf(
  series: string,
  sample: Partial<Sample>,
  { kind = 'Complet', day = '20260901' }: { kind?: 'Complet' | 'Delta'; day?: string } = {},
): Record<string, string> {
  const all: Sample = { EtabEducNat: [], Eleve: [], PersRelEleve: [], PersEducNat: [], ...sample };
  return Object.fromEntries(
    Object.entries(all).map(([category, requests]) => [
      `${series}_${kind}_${day}_${category}_0000.xml`,
      aafFile(requests),
    ]),
  );
}

/** Both schools, as an academy sends them. */
export function complet(day = '20260901'): Record<string, string> {
  return { ...filesOf('ENT1D', PRIMARY, { day }), ...filesOf('ENT2D', SECONDARY, { day }) };
}
