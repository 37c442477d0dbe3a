// SPDX-License-Identifier: EUPL-1.2
import { LAST_YEARS_CLASS } from '../last-year/last-year-source.js';
import type { DriveSteps } from './drive-steps.js';
import type { WorkSteps } from './work-steps.js';

/** Folders, files and one work of last year's class, on a day of that year. @param dueOn a day after it, as 2026-05-12 */
export async function fillLastYearsFolders(drive: DriveSteps, works: WorkSteps, dueOn: string): Promise<void> {
  const { name: className, teacher: by } = LAST_YEARS_CLASS;
  const sciences = [className, 'Sciences'] as const;
  await drive.folder(by, sciences);
  await drive.put(by, sciences, ['Leçon 2, les roches.pdf', 870], ['Leçon 3, les volcans.pdf', 990]);
  await drive.put(by, sciences, ['Évaluation de fin de période.odt', 62]);
  const photos = [className, 'Classe verte'] as const;
  await drive.folder(by, photos, { readers: 'pupils' });
  await drive.put(by, photos, ['La forêt.png', 640], ['Le lac.png', 580], ['Programme des trois jours.pdf', 120]);
  const fill = [['Mon métier.odt', 34]] as const;
  const text = 'Présente un métier à la classe. Dis pourquoi tu l’as choisi.';
  const work = await works.handOut({ by, className, title: 'Exposé sur un métier', text, fill, dueOn });
  for (const pupil of ['jules.renaud', 'ines.renaud', 'lucas.vernier']) {
    await works.start(work, pupil);
    await works.handIn(work, pupil, { files: [['Mon exposé.odp', 180]] });
    await works.giveBack(work, by, pupil, { answer: 'Une belle présentation, bravo.', next: 'corrected' });
  }
}
