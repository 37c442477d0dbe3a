// SPDX-License-Identifier: EUPL-1.2
import { birthDayOf, ineOf } from '../sample/person-entries.js';
import { persons } from '../sample/persons.js';

const HEADER = 'Nom élève;Prénom élève;Date naissance;INE;Cycle;Niveau;Libellé classe;Identifiant classe';

/**
 * The pupils of a school of the sample as ONDE exports them: one byte a letter, and classes with names of its own.
 * @param names the names that ONDE has for the classes of the directory, and for the classes of single pupils by their logins; other pupils
 *   are left out
 */
export function ondeFile(uai: string, names: Readonly<Record<string, string>>): Buffer {
  const labels = new Map(Object.entries(names));
  const lines = persons.flatMap((person) => {
    const { login, school, profile, className = '', familyName, givenName, level = '' } = person;
    const label = labels.get(login) ?? labels.get(className);
    if (school.uai !== uai || profile !== 'eleve' || label === undefined) return [];
    const number = String(700_000 + [...labels.values()].indexOf(label));
    const [cycle, stage] = ['CYCLE III', level.toUpperCase()];
    return [[familyName, givenName, birthDayOf(person), ineOf(person), cycle, stage, label, number].join(';')];
  });
  return Buffer.from([HEADER, ...lines, ''].join('\r\n'), 'latin1');
}
