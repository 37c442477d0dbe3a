// SPDX-License-Identifier: EUPL-1.2
import type { Category } from './entry.js';
import { clean, parts } from './values.js';

/** What stays of a value. */
type Keep = (value: string) => string;

/** The first parts of a value that is written with `$`. */
const first =
  (count: number): Keep =>
  (value) =>
    parts(value).slice(0, count).join('$');

/** Of `id$link$financial$legal$contact$payment`: who, what kind of link, and with what authority. Who pays is nobody's business. */
const link: Keep = (value) => {
  const [id = '', kind = '', , legal = ''] = parts(value);
  return [id, kind, '', legal].join('$');
};

/** As the two degrees write them: `sn` in the second, `ENTPersonNom` in the first. */
const names: Record<string, Keep> = { sn: clean, givenName: clean, ENTPersonNom: clean, ENTPersonPrenom: clean };

/**
 * All that is ever taken from the files: what is not here is dropped while it is read. No address, telephone, mail, grant,
 * canteen, transport, day of birth of grown-ups, profession: nothing in Volée needs them.
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

/** Whether the values of an attribute are needed at all. */
export function isKept(category: Category, attribute: string): boolean {
  return KEPT[category].has(attribute);
}

/** What stays of the values of an attribute: empty ones go, and each is kept once. */
export function keep(category: Category, attribute: string, values: readonly string[]): string[] {
  const kept = values.map(KEPT[category].get(attribute) ?? clean).filter((value) => /[^$]/.test(value));
  return [...new Set(kept)];
}
