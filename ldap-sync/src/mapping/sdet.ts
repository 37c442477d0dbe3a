// SPDX-License-Identifier: EUPL-1.2
import type { CustomMapping } from './custom-schema.js';

/**
 * Directories of an ENT after the SDET (docs/explications/annuaires-envole.md), first and second degree: people in one branch, structures in another,
 * no groups. Object classes are not relied on: their names are not confirmed.
 */
export const SDET: CustomMapping = {
  schools: {
    filter: '(|(ENTStructureUAI=*)(ENTEtablissementUAI=*))',
    uai: ['ENTStructureUAI', 'ENTEtablissementUAI'],
    name: ['ENTStructureNomCourant'],
    kind: ['ENTStructureTypeStruct', 'ENTStructureCodeTypeStruct'],
    keys: ['ENTStructureJointure', 'ENTStructureSIREN'],
  },
  persons: {
    filter: '(|(ENTPersonProfils=*)(ENTPersonFonctions=*))',
    login: 'uid',
    familyName: ['sn', 'ENTPersonNom'],
    givenName: ['givenName', 'ENTPersonPrenom'],
    displayName: ['displayName'],
    profile: ['ENTPersonProfils', 'ENTPersonFonctions'],
    profiles: {},
    school: ['ENTPersonStructRattach'],
    classes: ['ENTEleveClasses', 'ENTPersonClasses', 'ENTAuxEnsClasses', 'ENTAuxEnsClassesMatieres'],
    groups: ['ENTEleveGroupes', 'ENTPersonGroupes', 'ENTAuxEnsGroupes', 'ENTAuxEnsGroupesMatieres'],
    children: ['ENTAuxPersRelEleveEleve', 'ENTPersRelEleveEleve'],
    ine: ['ENTEleveINE'],
    birthDate: ['ENTPersonDateNaissance'],
    level: ['ENTEleveNiveau', 'ENTEleveNivFormation', 'ENTEleveMEF'],
  },
};
