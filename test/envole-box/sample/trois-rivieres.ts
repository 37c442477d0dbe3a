// SPDX-License-Identifier: EUPL-1.2
import type { SchoolSheet } from './school-sheet.js';
import { uai } from './uai.js';

export const troisRivieres: SchoolSheet = {
  uai: uai('0709001'),
  name: 'Collège des Trois-Rivières',
  town: 'Vaubrun',
  kind: 'college',
  teachers: [
    { name: 'Karim Bensaïd', sex: 'M', duty: '6e A', post: 'Principal et enseignant', administers: '6e A' },
    { name: 'Anne-Laure Michaud', sex: 'F', duty: 'français' },
    { name: 'Stéphane Racine', sex: 'M', duty: 'mathématiques' },
    { name: "Émilie O'Brien", sex: 'F', duty: 'anglais' },
    { name: 'Jean-Marc Bailly', sex: 'M', duty: 'histoire-géographie', administers: '6e B' },
    { name: 'Fanny Coulon', sex: 'F', duty: 'éducation physique' },
  ],
  staff: [{ name: 'Pascal Guyon', sex: 'M', duty: 'secrétariat', post: 'Secrétaire' }],
  classes: [
    {
      name: '6e A',
      team: ['karim.bensaid', 'anne-laure.michaud', 'stephane.racine', 'emilie.obrien', 'jean-marc.bailly'],
      pupils: [
        {
          level: '6e',
          girls:
            'Assia Bouhaddi, Charlotte Vieille, Élise Chapuis, Margaux Petitjean, Mathilde Regnier, Ninon Faivre, Océane Duboz, Sara Benali',
          boys: 'Adrien Maillot, Axel Pourchet, Baptiste Clerc, Erwan Tisserand, Jules Renaud, Lucas Vernier, Mehdi Saïdi, Quentin Robert',
        },
      ],
    },
    {
      name: '6e B',
      team: ['anne-laure.michaud', 'stephane.racine', 'emilie.obrien', 'fanny.coulon'],
      pupils: [
        {
          level: '6e',
          girls: 'Célia Rousset, Inaya Traoré, Jeanne Courtot, Lucie Mercier',
          boys: "Enzo D'Angelo, Hugo Mercier, Simon Tournier, Tiago Santos", // a second Hugo Mercier
        },
      ],
    },
  ],
  groups: [
    { name: 'franc', type: 'Matiere', description: 'Français', members: ['anne-laure.michaud'] },
    { name: 'maths', type: 'Matiere', description: 'Mathématiques', members: ['stephane.racine'] },
    { name: 'angl', type: 'Matiere', description: 'Anglais', members: ['emilie.obrien'] },
    { name: 'higeo', type: 'Matiere', description: 'Histoire-géographie', members: ['jean-marc.bailly'] },
    { name: 'edmus', type: 'Matiere', description: 'Éducation musicale', members: ['karim.bensaid'] },
    { name: 'eps', type: 'Matiere', description: 'Éducation physique et sportive', members: ['fanny.coulon'] },
    {
      name: 'Chorale',
      type: 'Option',
      description: 'Option Chorale',
      members: ['jules.renaud', 'assia.bouhaddi', 'inaya.traore', 'simon.tournier'],
      team: ['karim.bensaid'],
    },
    {
      name: 'Journal, radio',
      type: 'Groupe',
      description: "Journal et radio de l'établissement",
      members: ['emilie.obrien', 'ninon.faivre', 'hugo.mercier1'],
    },
    { name: 'Administration', type: 'Service', description: 'Administration', members: ['pascal.guyon'] },
  ],
};
