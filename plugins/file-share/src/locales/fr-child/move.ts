// SPDX-License-Identifier: EUPL-1.2
export const move = {
  'copies.title': 'Tes copies',
  'copies.started': {
    one: 'La copie de {count} élément a commencé. Tu peux continuer\u00a0: «\u00a0Mes fichiers\u00a0» dit où elle en est.',
    other:
      'La copie de {elements} éléments a commencé. Tu peux continuer\u00a0: «\u00a0Mes fichiers\u00a0» dit où elle en est.',
  },
  'copies.room':
    'La copie de {what} s’est arrêtée\u00a0: la place manque. {copied} dossiers et fichiers sur {total} sont là. Supprime cette copie, fais de la place, puis recommence.',
  'copies.late':
    'La copie de {what} s’est arrêtée\u00a0: elle n’a pas avancé pendant une journée. {copied} dossiers et fichiers sur {total} sont là. Supprime cette copie, puis recommence.',
  'picked.copying':
    'Rien n’a été copié\u00a0: ton autre grande copie n’est pas finie. Recommence quand la page des fichiers dit qu’elle l’est.',
  'picked.choose': 'Choisis un dossier\u00a0: tu liras qui pourra voir, avant de confirmer.',
  'picked.itself': 'c’est celui que tu déplaces',
  'picked.taken': {
    one: 'Ce nom existe déjà là-bas. Le tien deviendra\u00a0:',
    other: 'Ces noms existent déjà là-bas. Les tiens deviendront\u00a0:',
  },
  'picked.none': 'Rien n’était coché. Coche d’abord des fichiers ou des dossiers dans la liste.',
  'picked.tooMany': 'C’est trop à la fois. Coche {count} éléments au plus, ou range-les dans un dossier.',
  'picked.gone':
    'Une partie de ce que tu as coché n’est plus là\u00a0: quelqu’un l’a déplacé ou supprimé. Reviens à la liste et coche à nouveau.',
  'picked.refused': 'Tu peux lire «\u00a0{name}\u00a0», mais pas le changer. Décoche-le, puis recommence.',
  'picked.others':
    'Dans «\u00a0{name}\u00a0», il y a aussi ce que d’autres ont ajouté. Décoche ce dossier, et choisis dedans ce qui est à toi.',
  'picked.intoItself': 'Le dossier «\u00a0{name}\u00a0» ne peut pas aller dans lui-même. Choisis un autre endroit.',
  'picked.tooDeep':
    'Avec «\u00a0{name}\u00a0», il y aurait plus de {count} dossiers les uns dans les autres. Choisis un endroit plus haut.',
  'picked.notThere': 'Tu ne peux rien mettre ici. Ouvre un des dossiers, ou choisis un autre endroit.',
  'picked.alreadyThere': 'Tout est déjà ici. Choisis un autre endroit.',
  'move.trashed': {
    one: '{count} élément est dans la corbeille. Tu as 30 jours pour le remettre.',
    other: '{count} éléments sont dans la corbeille. Tu as 30 jours pour les remettre.',
  },
};
