// SPDX-License-Identifier: EUPL-1.2
export const former = {
  'former.files': { one: '{count} fichier', other: '{count} fichiers' },
  'former.ownFiles': { one: '{count} fichier rien qu’à vous', other: '{count} fichiers rien qu’à vous' },
  'former.trash': { one: '{count} fichier dans la corbeille', other: '{count} fichiers dans la corbeille' },
  'former.works': {
    one: '{count} travail, avec ce qui a été rendu et corrigé',
    other: '{count} travaux, avec ce qui a été rendu et corrigé',
  },
  'former.worksToRead': { one: '{count} travail à lire', other: '{count} travaux à lire' },
  'former.classFiles': {
    one: '{count} fichier mis dans un dossier de la classe',
    other: '{count} fichiers mis dans des dossiers de la classe',
  },
  'former.worksTitle': 'Les travaux et leurs corrections',
  'former.worksDetail': 'Les mots échangés. Les fichiers sont dans «\u00a0Tout télécharger\u00a0».',
  'former.worksLead': 'Les fichiers de ces travaux sont dans «\u00a0Tout télécharger\u00a0», sur la page d’avant.',
  'former.word': 'Le mot de l’élève',
};
