// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const college = {
  'college.lead': 'Les livrets de l’école primaire, pour les professeurs de 6e.',
  'college.offered': { one: '{count} livret attend votre réponse', other: '{count} livrets attendent votre réponse' },
  'college.offeredDetail': 'Des écoles proposent les livrets de leurs CM2.',
  'college.answer': 'Répondre',
  'college.see': 'Ouvrir',
  'college.classes': 'Classes de 6e',
  'college.noneTitle': 'Aucun livret n’est encore arrivé',
  'college.none':
    'Un livret arrive quand le collège l’a accepté et que l’élève est dans l’annuaire, en général fin août. Sa classe s’affichera ici.',
  'college.open': 'Voir la classe',
  'college.taskDetail': '{schools}, à répondre avant le {day}.',
};
