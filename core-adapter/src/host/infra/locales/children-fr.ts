// SPDX-License-Identifier: EUPL-1.2

/** The lists over all children of a guardian. */
export const childrenFr = {
  'portal.kidEmpty': 'Rien n’attend pour {name}.',
  'portal.kidUnasked': 'Ouvrez son école pour savoir ce qui attend pour {name}.',
  'children.title': '{list} pour tous vos enfants',
  'children.titleOf': '{list} pour {name}',
  'children.lead': { one: 'Une chose attend.', other: '{count} choses attendent.' },
  'children.others': 'Les autres',
  'children.none': 'Rien n’attend.',
  'children.filter': 'Vos enfants',
  'children.all': 'Tous',
  'children.failed': 'Sans réponse pour le moment\u00a0: {schools}. Ce qui s’y trouve manque ici.',
  'children.unasked': 'Pas lu ici\u00a0: {schools}. Choisissez un enfant pour le lire.',
  'children.schools': 'École par école',
  'children.inSchool': '{list}\u00a0: {school}',
};
