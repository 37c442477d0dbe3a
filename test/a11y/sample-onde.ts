// SPDX-License-Identifier: EUPL-1.2
import type { Page } from 'playwright-core';

import type { ChosenFile } from '../e2e/visitor.js';
import { ondeFile } from '../envole-box/index.js';
import { TILLEULS } from './sample-installation.js';

/** The page on which a head imports ONDE files, in the first sample school. */
export const ONDE = `/s/${TILLEULS}/onde-import/`;

const HEADER = 'Nom élève;Prénom élève;Date naissance;INE; Cycle;Niveau;Libellé classe;Identifiant classe';
const GUARDIAN_HEADER =
  'Civilité Responsable;Nom responsable;Prénom responsable;Nom de famille élève;Prénom élève;Classes élèves';

const GIVEN = ['Ambre', 'Basile', 'Céleste', 'Désiré', 'Élise', 'Firmin', 'Garance', 'Hippolyte', 'Iris', 'Joachim'];
const FAMILY = ['Aubriot', 'Bonnevaux', 'Cuenin', 'Delacroix-Roy', 'Esprit'];

/** Invented pupils in three classes, with a few faulty lines. @param share of the pupils, from 0 to 1 */
export function pupilsFile(share = 1): ChosenFile {
  const pupils = FAMILY.flatMap((family, at) =>
    GIVEN.map((given, index) => ({ family, given, number: at * 10 + index })),
  );
  const lines = pupils.slice(0, Math.round(pupils.length * share)).map(({ family, given, number }) => {
    const [levels = [], label, id] = CLASSES[number % CLASSES.length] ?? [];
    const level = levels[number % levels.length];
    const ine = `3900000${String(number).padStart(3, '0')}K`;
    return `${family.toUpperCase()};${given};2016-0${1 + (number % 9)}-1${number % 10};${ine};CYCLE III;${level};${label};${id}`;
  });
  const others = Array.from(
    { length: 12 },
    (_, index) => `PETIT;Enfant ${index};2019-05-0${1 + (index % 9)};;CYCLE II;CP;CP;700100`,
  );
  const wrong = [
    'AUBRIOT;;2016-03-02;;CYCLE III;CM1;CM1 Mme Hugon;700101',
    'MOUREY;Lison;31/02/2016;;CYCLE III;CM1;CM1 Mme Hugon;700101',
    'PERNOT;Sacha;2016-07-09;3900000001K;CYCLE III;CM2;CM2 M. Roy;700102',
    'ROLAND;Tess;2016-10-21;12;CYCLE III;CM2;CM2 M. Roy;700102',
  ];
  return chosen('CSVExtraction.csv', [HEADER, ...lines, ...others, ...wrong]);
}

const CLASSES = [
  [['CM1'], 'CM1 Mme Hugon', '700101'],
  [['CM2'], 'CM2 M. Roy', '700102'],
  [['CM1', 'CM2'], 'CM1-CM2 Mme Vial', '700103'],
] as const;

/** The pupils of the first sample school as ONDE names their classes, with a new pupil and a faulty line. */
export function ownPupilsFile(): ChosenFile {
  const names = { CE2: 'CE2 MME CHEVASSU', 'CM1-CM2': 'CM1-CM2 MME VUILLEMIN', CM2: 'CM2 M. GROSJEAN' };
  const lines = ondeFile(TILLEULS, names).toString('latin1').trimEnd().split('\r\n');
  const more = [
    'MOUREY;Lison;31/02/2016;;CYCLE III;CM2;CM2 M. GROSJEAN;700002',
    'ROLAND;Tess;2016-10-21;3900000901K;CYCLE III;CM2;CM2 M. GROSJEAN;700002',
  ];
  return chosen('CSVExtraction.csv', [...lines, ...more]);
}

/** The pupils' guardians; one of them has an unknown child. */
export function guardiansFile(): ChosenFile {
  const lines = FAMILY.map((family) => `MME;${family.toUpperCase()};Rose;${family.toUpperCase()};Ambre;`);
  return chosen('CSVExtraction (1).csv', [GUARDIAN_HEADER, ...lines, 'M.;TROUILLOT;Paul;TROUILLOT;Nino;CM2 M. Roy']);
}

function chosen(name: string, lines: readonly string[]): ChosenFile {
  return { name, mimeType: 'text/csv', buffer: Buffer.from([...lines, ''].join('\r\n'), 'latin1') };
}

/** Submits files on the brick's page, and waits for the result. */
export async function handOver(page: Page, pupils: ChosenFile, guardians?: ChosenFile): Promise<void> {
  await page.getByLabel('Fichier des élèves').setInputFiles(pupils);
  if (guardians) await page.getByLabel('Fichier des responsables').setInputFiles(guardians);
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: 'Voir ce qui changerait' }).click()]);
}
