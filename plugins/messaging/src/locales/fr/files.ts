// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const files = {
  'files.title': 'Pièces jointes',
  'files.sum': {
    one: '{count} pièce sur {most}, {size} sur {together}',
    other: '{count} pièces sur {most}, {size} sur {together}',
  },
  'files.limits': '{most} fichiers au plus, {each} chacun, {together} en tout.',
  'files.lead': 'Le texte de votre message est gardé. Vous y revenez dès que les fichiers sont joints.',
  'files.back': 'Revenir au message',
  'files.progress': 'Avancement de l’envoi',
  'files.open': 'Joindre un fichier',
  'files.choose': 'Fichiers à joindre',
  'files.attach': 'Joindre',
  'files.full': 'Il n’y a plus de place\u00a0: retirez une pièce pour en joindre une autre.',
  'files.remove': 'Retirer {name}',
  'files.removed': '«\u00a0{name}\u00a0» est retiré.',
  'files.attached': { one: '{count} fichier est joint.', other: '{count} fichiers sont joints.' },
  'files.none': 'Aucun fichier n’a été choisi.',
  'files.heavy': '«\u00a0{name}\u00a0» n’est pas joint\u00a0: il pèse {size}, et un fichier peut peser {each} au plus.',
  'files.tooHeavy': 'trop lourd, rien n’est parti. Un fichier peut peser {each} au plus.',
  'files.together':
    '«\u00a0{name}\u00a0» n’est pas joint\u00a0: tous les fichiers ensemble peuvent peser {together} au plus.',
  'files.many': '«\u00a0{name}\u00a0» n’est pas joint\u00a0: {most} fichiers au plus.',
  'files.empty': '«\u00a0{name}\u00a0» n’est pas joint\u00a0: il est vide.',
  'files.unsent':
    '«\u00a0{name}\u00a0» n’est pas joint\u00a0: les pièces de tous vos brouillons peuvent peser {all} au plus. Envoyez un brouillon, ou jetez-en un.',
  'files.sent':
    '«\u00a0{name}\u00a0» n’est pas parti\u00a0: votre réponse était déjà envoyée. Joignez ce fichier à une autre réponse.',
  'files.dropped': 'Pour faire de la place, «\u00a0{subject}\u00a0» a quitté la corbeille pour de bon.',
  'files.sending': 'Envoi de {name}\u00a0: {percent}\u00a0%',
  'files.failed': 'L’envoi a échoué. Vérifiez la connexion et recommencez\u00a0: votre texte est gardé.',
};
