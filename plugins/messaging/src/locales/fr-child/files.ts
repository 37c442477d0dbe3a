// SPDX-License-Identifier: EUPL-1.2
export const files = {
  'files.lead': 'Le texte de ton message est gardé. Tu y reviens dès que les fichiers sont joints.',
  'files.full': 'Il n’y a plus de place\u00a0: retire une pièce pour en joindre une autre.',
  'files.unsent':
    '«\u00a0{name}\u00a0» n’est pas joint\u00a0: les fichiers de tous tes brouillons peuvent peser {all} au plus. Envoie un brouillon, ou jettes-en un.',
  'files.sent':
    '«\u00a0{name}\u00a0» n’est pas parti\u00a0: ta réponse était déjà envoyée. Joins ce fichier à une autre réponse.',
  'files.failed': 'L’envoi n’a pas marché. Regarde si tu as du réseau et recommence\u00a0: ton texte est gardé.',
};
