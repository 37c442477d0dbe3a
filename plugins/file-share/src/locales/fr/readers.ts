// SPDX-License-Identifier: EUPL-1.2
export const readers = {
  'readers.families': 'Élèves et familles',
  'readers.pupils': 'Élèves',
  'readers.teachers': 'Enseignants seuls',
  'readers.adults': 'Adultes de l’école',
  'readers.own': 'Vous uniquement',
  'readers.team': 'L’équipe',
  'readers.mine': 'Vous et l’équipe',
  'readers.pupil': 'L’élève et l’équipe',
  'readers.change': 'Changer qui voit',
  'readers.title': 'Qui voit',
  'readers.field': 'Ces personnes voient',
  'readers.save': 'Enregistrer',
  'readers.limit': 'Le dossier «\u00a0{folder}\u00a0» est montré à moins de monde\u00a0: ce qu’il contient aussi.',
  'readers.below':
    'Ce qui est dans ce dossier suit, sauf ce qui est déjà montré à moins de monde. Ce qu’un élève a mis dans une boîte de dépôt reste entre lui et l’équipe.',
  'readers.persons': '{persons}.',
  'readers.onlyTeam': 'L’équipe enseignante seule.',
  'readers.andTeam': 'l’équipe enseignante',
  'readers.more': 'En plus d’aujourd’hui\u00a0: {persons}.',
  'readers.fewer': 'Ne verront plus\u00a0: {persons}.',
  'readers.done': 'C’est fait. Qui voit\u00a0: {word}.',
  'open.field': 'Les élèves peuvent y ajouter des fichiers',
  'open.hint':
    'Ils changent et suppriment seulement ce qu’ils ont ajouté, tant que cette case est cochée. Avec «\u00a0Enseignants seuls\u00a0», c’est une boîte de dépôt\u00a0: chaque élève n’y voit que ce qui vient de lui.',
  'readers.pupilCount': { one: '{count} élève', other: '{count} élèves' },
  'readers.guardianCount': { one: '{count} parent', other: '{count} parents' },
};
