// SPDX-License-Identifier: EUPL-1.2
export const trash = {
  'trash.title': 'Corbeille',
  'trash.lead': 'Chaque élément y reste {count} jours, puis s’efface pour de bon.',
  'trash.left': 'Reste encore',
  'trash.days': { one: '{count} jour', other: '{count} jours' },
  'trash.restore': 'Remettre',
  'trash.restored': '«\u00a0{name}\u00a0» est de nouveau dans «\u00a0{folder}\u00a0».',
  'trash.from': 'De {folder}, {when}',
  'trash.folder': { one: '{name}, {count} fichier', other: '{name}, {count} fichiers' },
  'trash.folderAnew': 'Son dossier n’existe plus\u00a0: il sera recréé.',
  'trash.otherFolder': 'Son dossier n’existe plus\u00a0: il reviendra dans celui qui porte le même nom.',
  'trash.renamed': 'Ce nom est pris\u00a0: il reviendra comme «\u00a0{name}\u00a0».',
  'trash.nothing': 'La corbeille est vide',
  'trash.nothingText': 'Vous retrouverez ici, pendant 30 jours, ce que vous mettez à la corbeille.',
  'trash.emptyTitle': 'Effacer pour de bon',
  'trash.empty': {
    one: 'Effacer cet élément pour gagner {size}',
    other: 'Effacer les {count} pour gagner {size}',
  },
  'trash.emptySure': 'Effacer ne se rattrape pas\u00a0: personne ne pourra plus rien retrouver.',
  'trash.emptyYes': 'Oui, effacer pour de bon',
  'trash.emptied': { one: '{count} élément est effacé.', other: '{count} éléments sont effacés.' },
};
