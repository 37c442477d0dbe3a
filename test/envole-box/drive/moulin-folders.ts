// SPDX-License-Identifier: EUPL-1.2
import type { DriveSteps } from './drive-steps.js';
import type { Story } from './story.js';

const ODILE = 'odile.ravier';
const BENOIT = 'benoit.lhomme';
const SNOW = ['CM2', 'Classe découverte'] as const;

/** A few folders of the Moulin: the school's, those of two classes, and one in which pupils put what they made. */
export async function fillMoulinFolders(drive: DriveSteps, story: Story): Promise<void> {
  story.at(20, '12:40');
  await drive.put(ODILE, ['École'], ['Horaires et cantine.pdf', 74], ['Règlement de l’école.pdf', 160]);
  await drive.folder(ODILE, SNOW);
  await drive.put(ODILE, SNOW, ['La valise, liste à cocher.pdf', 58], ['Programme des cinq jours.pdf', 130]);
  story.at(8, '17:05');
  await drive.folder(BENOIT, ['CM1', 'Lecture'], { readers: 'pupils' });
  await drive.put(BENOIT, ['CM1', 'Lecture'], ['Le vent dans les saules, chapitre 3.pdf', 240]);
  story.at(3, '12:20');
  const album = [...SNOW, 'Nos affiches'] as const;
  await drive.folder(ODILE, album, { readers: 'pupils', isOpen: true });
  await drive.put('lena.dangelo', album, ['Affiche de Léna.png', 120]);
}
