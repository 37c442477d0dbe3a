// SPDX-License-Identifier: EUPL-1.2
export const data = {
  'storedData.kept': {
    one: '{count} fichier ({size}) reste gardé, hors de vue',
    other: '{count} fichiers ({size}) restent gardés, hors de vue',
  },
  'data.kept': 'Les fichiers déposés, leur nom, leur taille, la date du dépôt et qui les a déposés',
  'data.purpose': 'Partager des documents avec une classe, et garder les siens',
  'data.retention':
    'Jusqu’à ce que quelqu’un les supprime, ou que l’école ferme. Quand un compte est effacé, ses fichiers personnels le sont aussi\u00a0; ce qu’il a déposé dans l’espace d’une classe y reste, sans son nom.',
};
