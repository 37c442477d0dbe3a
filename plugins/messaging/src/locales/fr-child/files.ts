// SPDX-License-Identifier: EUPL-1.2
export const files = {
  'files.lead': 'Le texte de ton message est gardé. Tu y reviens dès que les fichiers sont joints.',
  'files.full': 'Il n’y a plus de place\u00a0: retire une pièce pour en joindre une autre.',
  'files.failed': 'L’envoi n’a pas marché. Regarde si tu as du réseau et recommence\u00a0: ton texte est gardé.',
};
