// SPDX-License-Identifier: EUPL-1.2
import type { DriveSteps } from './drive-steps.js';
import type { Story } from './story.js';
import type { WorkSteps } from './work-steps.js';

const ANNE_LAURE = 'anne-laure.michaud';
const KARIM = 'karim.bensaid';

/** A few folders of the collège, and one work of a class. */
export async function fillTroisRivieresFolders(drive: DriveSteps, works: WorkSteps, story: Story): Promise<void> {
  story.at(22, '18:05');
  await drive.put(KARIM, ['École'], ['Règlement intérieur.pdf', 210], ['Conseils de classe, dates.pdf', 48]);
  await drive.put(KARIM, ['Chorale'], ['Vois sur ton chemin, partition.pdf', 180]);
  story.at(9, '17:45');
  const french = ['6e A', 'Français'] as const;
  await drive.folder(ANNE_LAURE, french);
  await drive.put(ANNE_LAURE, french, ['Le monstre dans les contes.pdf', 320], ['Fiche de lecture.odt', 44]);
  await handOutTale(works, story);
}

/** Hands out a work that one pupil of the class has begun, and another one has back. */
async function handOutTale(works: WorkSteps, story: Story): Promise<void> {
  story.at(5, '08:30');
  const tale = await works.handOut({
    ...{ by: ANNE_LAURE, className: '6e A', title: 'Invente un monstre' },
    text: 'Décris ton monstre en quinze lignes\u00a0: ce qu’on voit, ce qu’on entend, ce qu’il veut.',
    ...{ fill: [['Mon monstre.odt', 30]], dueOn: story.day(4) },
  });
  story.at(3, '18:10');
  for (const pupil of ['jules.renaud', 'assia.bouhaddi']) await works.start(tale, pupil);
  await works.handIn(tale, 'jules.renaud', { files: [['Mon monstre.odt', 34]] });
  story.at(2, '17:20');
  await works.giveBack(tale, ANNE_LAURE, 'jules.renaud', {
    answer: 'On l’entend arriver\u00a0! Relis l’accord des participes, puis garde-le pour le recueil de la classe.',
    next: 'corrected',
  });
}
