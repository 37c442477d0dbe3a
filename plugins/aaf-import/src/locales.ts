// SPDX-License-Identifier: EUPL-1.2
import type { Locales } from '@volee/core-adapter';

export const locales = {
  fr: {
    title: 'Import AAF',
    summary: 'Lit les écoles, les collèges et leurs personnes dans les fichiers AAF de l’académie (1D et 2D).',
    'data.kept':
      'Ce que les derniers fichiers AAF disent de chaque personne, réduit à ce qui sert : clé, nom, prénom, école, classes et groupes ; pour les ' +
      'élèves, aussi l’INE, la date de naissance, le niveau, les dates de sortie et la clé des adultes de leur famille ; pour le ' +
      'personnel, ses fonctions. Ni adresse, ni téléphone, ni courriel.',
    'data.purpose': 'Comprendre le prochain fichier Delta, qui ne dit que ce qui a changé.',
    'data.retention':
      'Jusqu’à l’import suivant, qui remplace tout ; les élèves qui partent y restent 60 jours. Quand une personne est effacée, ce qui est dit ' +
      'd’elle est supprimé, et sa clé ôtée de ce qui est dit des élèves. Quand une école ferme, tout ce qui est d’elle est supprimé.',
  },
  en: {
    title: 'AAF import',
    summary: 'Reads écoles, collèges and their people from the AAF files of the academy (1D and 2D).',
    'data.kept':
      'What the last AAF files say of each person, reduced to what is of use: key, name, school, classes and groups; of a pupil, also ' +
      'the national number, the day of birth, the level, the days of leaving and the keys of the adults of their family; of staff, ' +
      'their functions. No address, telephone or mail.',
    'data.purpose': 'To understand the next Delta file, which says only what has changed.',
    'data.retention':
      'Until the next import, which replaces everything; pupils that left stay for 60 days. When a person is erased, what is said of ' +
      'them is deleted, and their key is taken out of what is said of pupils. When a school closes, all that is of it is deleted.',
  },
} satisfies Locales;
