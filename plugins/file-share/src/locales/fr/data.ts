// SPDX-License-Identifier: EUPL-1.2
export const data = {
  'storedData.kept': {
    one: '{count} fichier ({size}) reste gardé, hors de vue',
    other: '{count} fichiers ({size}) restent gardés, hors de vue',
  },
  'storedData.works': {
    one: '{count} travail donné reste gardé, hors de vue',
    other: '{count} travaux donnés restent gardés, hors de vue',
  },
  'data.kept':
    'Les dossiers et les fichiers, leur nom, leur taille, leur date et qui les a ajoutés\u00a0; les travaux donnés, ce que chaque élève a rendu et quand, s’il était en retard, les mots échangés à chaque correction, les reprises et les rappels\u00a0; les favoris',
  'data.purpose':
    'Partager des documents avec une classe, une équipe ou l’école, donner, ramasser et redonner des travaux, et garder ses propres fichiers',
  'data.retention':
    'Les fichiers personnels, jusqu’à ce que leur propriétaire les efface, plus 30 jours dans la corbeille, comptés tant que l’outil est allumé. Ce que les élèves ont rendu, jusqu’au 14 octobre qui suit l’année scolaire, ou un an de plus si l’exploitant l’a choisi. Les fichiers d’une classe, jusqu’au 14 octobre de l’année d’après. Un fichier qui ne sert plus nulle part est effacé un jour plus tard. Quand un compte est effacé, ses fichiers personnels et ce qu’il a rendu le sont aussi\u00a0; ce qu’il a donné à une classe y reste, sans son nom.',
};
