// SPDX-License-Identifier: EUPL-1.2
/** The reference texts: the other languages have the same keys. `title` and `summary` are also shown on the portal. */
export const fr = {
  title: 'First brick',
  summary: 'Les annonces de la classe',

  'list.title': 'Les annonces',
  'list.empty': 'Aucune annonce pour l’instant.',
  'notice.detail': '{who}, {when}',
  'notice.gone': 'Une personne qui n’est plus là',
  'notice.remove': 'Retirer « {notice} »',
  'notice.removed': 'L’annonce est retirée',

  'file.open': 'Télécharger {name}',

  'form.title': 'Nouvelle annonce',
  'form.group': 'Pour qui',
  'form.text': 'Votre annonce',
  'form.file': 'Un fichier à joindre',
  'form.fileHint': '{size} au plus.',
  'form.button': 'Publier',
  'form.done': 'L’annonce est publiée',

  'data.kept': 'Les annonces publiées, leur fichier, leur date et qui les a publiées',
  'data.purpose': 'Tenir la classe au courant',
  'data.retention': 'Jusqu’à ce que le compte de qui les a publiées soit effacé, ou que l’école ferme.',
};
