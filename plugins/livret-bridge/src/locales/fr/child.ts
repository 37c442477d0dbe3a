// SPDX-License-Identifier: EUPL-1.2
/** The page of a bilan for its pupil, as *tu*. The reference: the other languages have the same keys. */
export const child = {
  'child.bravo': 'Bravo {name}\u00a0!',
  'child.title': 'Ton bilan, {name}',
  'child.strong1': '{bilan}. Voici ton point fort.',
  'child.strong2': '{bilan}. Voici tes deux points forts.',
  'child.strong3': '{bilan}. Voici tes trois points forts.',
  'child.lead': '{bilan}. Voici où tu en es.',
  'child.strongTitle': 'Tes points forts',
  'child.next': 'Ce que tu travailles maintenant',
  'child.progress': 'Tu as progressé',
  'child.grew': {
    one: '{when}, tu avais {count} brique. Maintenant, {now}.',
    other: '{when}, tu avais {count} briques. Maintenant, {now}.',
  },
  'child.endOf': 'Ton bilan de fin de {level}',
  'child.inLevel': 'En {level}',
  'child.inTerm': 'Au {period}',
  'child.inPart': 'En {period}',
  'child.lastYear': 'L’année dernière',
  'child.word': 'Le mot de {name}',
  'child.wordUnsigned': 'Un mot pour toi',
  'child.all': 'Voir tout ton bilan',
  'child.allLead':
    'Ton bilan est aussi écrit pour tes parents. Voilà pourquoi il dit «\u00a0{name}\u00a0», et pas «\u00a0tu\u00a0».',
  'child.general': 'Ce que {name} a écrit à tes parents',
  'child.generalUnsigned': 'Ce que ton école a écrit à tes parents',
  'child.helpTitle': 'Tu n’es pas d’accord\u00a0? Quelque chose t’inquiète\u00a0?',
  'child.help': 'Parles-en à un adulte\u00a0: ton enseignant ou tes parents. Ils peuvent le lire aussi.',
  'child.helpNamed': 'Parles-en à un adulte\u00a0: {name} ou tes parents. Ils peuvent le lire aussi.',
};
