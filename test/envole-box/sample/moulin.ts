// SPDX-License-Identifier: EUPL-1.2
import { NOBODY } from './oddities.js';
import type { SchoolSheet } from './school-sheet.js';
import { uai } from './uai.js';

export const moulin: SchoolSheet = {
  uai: uai('0399002'),
  name: 'École du Moulin',
  town: 'Champrelle',
  kind: 'primary',
  teachers: [
    { name: 'Odile Ravier', sex: 'F', duty: 'CM2', post: 'Directrice et enseignante' },
    { name: 'Benoît Lhomme', sex: 'M', duty: 'CM1' },
  ],
  staff: [{ name: 'Cécile Jeannin', sex: 'F', duty: 'secrétariat', post: 'Secrétaire' }],
  classes: [
    {
      name: 'CM1',
      team: ['benoit.lhomme', NOBODY],
      pupils: [
        {
          level: 'cm1',
          girls: 'Ambre Thouverez, Fatou Diallo, Lise Nicod, Maëlys Jacquot',
          boys: 'Ewen Le Goff, Gaspard Colin, Mattéo Rossi, Samuel Guyot',
        },
      ],
    },
    {
      name: 'CM2',
      team: ['odile.ravier', 'claire.vuillemin'], // Claire Vuillemin comes over from the Tilleuls on Fridays
      pupils: [
        {
          level: 'cm2',
          girls: "Cassandre Billet, Juliette Monnin, Kenza Amrani, Léna D'Angelo",
          boys: 'Loïc Perrot, Malo Le Goff, Raphaël Grandjean, Victor Chauvin',
        },
      ],
    },
  ],
  groups: [{ name: 'Classe découverte', type: 'Groupe', description: 'Séjour à la montagne', members: [] }],
};
