// SPDX-License-Identifier: EUPL-1.2
import type { Category } from './entry.js';
import { clean, parts } from './values.js';

/** Reduces a value to the part that is kept. */
type Keep = (value: string) => string;

/** Keeps the first parts of a value written with `$`. */
const first =
  (count: number): Keep =>
  (value) =>
    parts(value).slice(0, count).join('$');

/** Of `id$link$financial$legal$contact$payment`, keeps the id, the kind of link and the legal authority, and drops payment. */
const link: Keep = (value) => {
  const [id = '', kind = '', , legal = ''] = parts(value);
  return [id, kind, '', legal].join('$');
};

/** `sn` in secondary schools, `ENTPersonNom` in primary schools. */
const names: Record<string, Keep> = { sn: clean, givenName: clean, ENTPersonNom: clean, ENTPersonPrenom: clean };

/**
 * The allow-list of attributes: all others are dropped while reading. Addresses, telephones, mail, grants, canteen, transport, birth
 * dates of adults and professions are never kept, because Volée does not need them.
 */
const KEPT: Readonly<Record<Category, ReadonlyMap<string, Keep>>> = {
  EtabEducNat: byName({
    ENTStructureUAI: clean,
    ENTEtablissementUAI: clean,
    ENTStructureNomCourant: clean,
    ENTStructureTypeStruct: clean,
    ENTStructureCodeTypeStruct: clean,
    ENTServAcAcademie: clean,
    ENTServAcCodeAcademie: clean,
  }),
  Eleve: byName({
    ...names,
    ENTEleveINE: clean,
    ENTPersonDateNaissance: clean,
    ENTPersonStructRattach: clean,
    ENTEleveClasses: first(2),
    ENTEleveGroupes: first(2),
    ENTPersonClasses: first(5),
    ENTPersonGroupes: first(5),
    ENTEleveNiveau: clean,
    ENTEleveNivFormation: clean,
    ENTEleveLibelleMEF: clean,
    ENTEleveDateSortieClasses: first(3),
    ENTEleveDateSortieStructRattach: first(2),
    ENTElevePersRelEleve: link,
    ENTEleveAutoriteParentale: first(1),
  }),
  PersRelEleve: byName(names),
  PersEducNat: byName({
    ...names,
    ENTPersonStructRattach: clean,
    ENTPersonFonctions: first(2),
    ENTEnsFonctionDir: clean,
    ENTAuxEnsClasses: first(2),
    ENTAuxEnsClassesMatieres: first(2),
    ENTAuxEnsClassesPrincipal: first(2),
    ENTAuxEnsGroupes: first(2),
    ENTAuxEnsGroupesMatieres: first(2),
  }),
};

function byName(kept: Readonly<Record<string, Keep>>): ReadonlyMap<string, Keep> {
  return new Map(Object.entries(kept));
}

/** Whether any values of an attribute are kept. */
export function isKept(category: Category, attribute: string): boolean {
  return KEPT[category].has(attribute);
}

/** The kept parts of an attribute's values, without empty values and duplicates. */
export function keep(category: Category, attribute: string, values: readonly string[]): string[] {
  const kept = values.map(KEPT[category].get(attribute) ?? clean).filter((value) => /[^$]/.test(value));
  return [...new Set(kept)];
}
