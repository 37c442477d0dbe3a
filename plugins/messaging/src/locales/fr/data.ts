// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const data = {
  'storedData.kept': {
    one: '{count} message reste gardé, hors de vue',
    other: '{count} messages restent gardés, hors de vue',
  },
  'data.kept':
    'Les messages envoyés et reçus, leurs dates, leurs destinataires, quand ils ont été vus pour la première fois, et qui a accepté ou refusé ceux des élèves, avec quels mots',
  'data.purpose': 'La communication entre l’école, les familles et les élèves',
  'data.retention':
    'Les messages restent jusqu’à la fin de l’année scolaire qui suit, ou moins si l’école en décide ainsi\u00a0; jusqu’au 14 octobre pour ceux dont le terme tombe entre le 15 juin et ce jour\u00a0; 30 jours dans la corbeille, comptés tant que l’outil est allumé\u00a0; 30 jours pour le texte d’un message annulé avant d’être vu, en cas de signalement, et pour celui qu’un enseignant montre à la direction\u00a0; un message signalé, tant que la direction n’a pas clos le signalement. Ce qu’une personne effacée a écrit reste chez les autres, sans son nom.',
};
