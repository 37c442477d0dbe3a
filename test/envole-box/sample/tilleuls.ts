// SPDX-License-Identifier: EUPL-1.2
import type { SchoolSheet } from './school-sheet.js';
import { uai } from './uai.js';

export const tilleuls: SchoolSheet = {
  uai: uai('0399001'),
  name: 'École des Tilleuls',
  town: 'Vaubrun',
  kind: 'primary',
  teachers: [
    { name: 'Claire Vuillemin', sex: 'F', duty: 'CM1-CM2', administers: 'CM1-CM2' },
    { name: 'Nadia Chevassu', sex: 'F', duty: 'CE2' },
    { name: 'Mathieu Grosjean', sex: 'M', duty: 'CM2', post: 'Directeur et enseignant' },
  ],
  staff: [{ name: 'Brigitte Maillard', sex: 'F', duty: 'secrétariat', post: 'Secrétaire' }],
  classes: [
    {
      name: 'CE2',
      team: ['nadia.chevassu'],
      pupils: [
        {
          level: 'ce2',
          girls: 'Camille Girardet, Chloé Humbert, Maya Lopez, Salomé Roussel',
          boys: 'Arthur Jeannerot, Ilyes Haddad, Oscar Pagnier, Théo Marchal',
        },
      ],
    },
    {
      name: 'CM1-CM2',
      team: ['claire.vuillemin'],
      pupils: [
        {
          level: 'cm1',
          girls: 'Alice Monnier, Aya Haddad, Manon Clerc, Rose Marchal',
          boys: 'Adam Roussel, Gabin Tissot, Ibrahim Diallo, Léo Bourgeois, Nathan Bole, Timéo Cuenot, Yanis Belkacem',
        },
        {
          level: 'cm2',
          girls:
            'Eva Santos, Inès Renaud, Jade Courtot, Lina Bouhaddi, Louise Petitjean, Nour Saïdi, Sarah Lambert, Zoé Girardet',
          boys: 'Hugo Mercier, Maël Faivre, Noé Vernier, Sacha Perrin, Tom Jacquot',
        },
      ],
    },
    {
      name: 'CM2',
      team: ['mathieu.grosjean'],
      pupils: [
        {
          level: 'cm2',
          girls: 'Anaïs Morel, Emma Barbier, Lou Petit, Romane Vauthier',
          boys: 'Antoine Gauthier, Enzo Ferreira, Paul Jeannerot, Rayan Belkacem',
        },
      ],
    },
  ],
  groups: [
    {
      name: 'Natation CE2/CM2',
      type: 'Groupe',
      description: 'Natation du jeudi, CE2 et CM2',
      members: ['nadia.chevassu', 'camille.girardet', 'theo.marchal', 'emma.barbier', 'rayan.belkacem'],
    },
    {
      name: 'Conseil des maîtres',
      description: 'Conseil des maîtres',
      members: ['claire.vuillemin', 'nadia.chevassu', 'mathieu.grosjean'],
    },
  ],
};
