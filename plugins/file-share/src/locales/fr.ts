// SPDX-License-Identifier: EUPL-1.2
/** The reference: the other languages have the same keys. */
export const fr = {
  title: 'Fichiers',
  summary: 'Les fichiers de la classe, à l’école comme à la maison',

  spaces: 'Espaces',
  'class.title': 'Fichiers de {class}',
  'class.lead': 'Les élèves de la classe, leurs familles, leurs enseignants et la direction voient ces fichiers.',
  'own.title': 'Mes fichiers',
  'own.lead': 'Personne d’autre que vous ne voit ces fichiers.',
  'none.title': 'Pas encore d’espace',
  'none.text':
    'Vous trouverez ici les fichiers de la classe de votre enfant, dès que l’école l’aura inscrit dans une classe.',

  'list.name': 'Nom',
  'list.size': 'Taille',
  'list.actions': 'Actions',
  'list.detail': '{who}, {when}',
  'list.you': 'Vous',
  'list.gone': 'Une personne qui n’est plus là',
  'list.delete': 'Supprimer {name}',

  'empty.title': 'Rien n’est encore déposé ici',
  'empty.titleReader': 'Rien pour l’instant',
  'empty.class': 'Déposez un premier fichier\u00a0: la classe et les familles le verront aussitôt.',
  'empty.own': 'Déposez un premier fichier\u00a0: vous le retrouverez ici, de l’école comme de la maison.',
  'empty.reader': 'Ce que les enseignants déposeront pour la classe apparaîtra ici.',

  'deposit.field': 'Fichiers à déposer',
  'deposit.limit': '{size} au plus par fichier',
  'deposit.button': 'Déposer',
  'deposit.nothing': 'Aucun fichier n’était choisi\u00a0: rien n’a été déposé.',
  'deposit.done': { one: '{count} fichier déposé', other: '{count} fichiers déposés' },
  'deposit.renamed': {
    one: '{count} fichier déposé, sous un autre nom\u00a0: {names}',
    other: '{count} fichiers déposés, dont {renamed} sous un autre nom\u00a0: {names}',
  },

  'upload.title': 'Envois en cours',
  'upload.drop': 'Vous pouvez aussi faire glisser vos fichiers sur cette page.',
  'upload.waiting': 'En attente',
  'upload.amount': '{sent} sur {total}',
  'upload.done': 'Déposé',
  'upload.cut': 'Connexion coupée. Le fichier n’a pas été déposé.',
  'upload.tooLarge': 'Trop lourd\u00a0: {size} au plus par fichier.',
  'upload.refused': 'Le fichier n’a pas pu être déposé. Rechargez la page, puis recommencez.',
  'upload.retry': 'Réessayer',
  'upload.dismiss': 'Retirer de la liste des envois',

  'delete.title': 'Supprimer «\u00a0{name}\u00a0»\u00a0?',
  'delete.shared': 'Il disparaît pour toute la classe, les familles et les enseignants.',
  'delete.final': 'C’est définitif\u00a0: il n’y a pas de corbeille.',
  'delete.button': 'Supprimer ce fichier',
  'delete.keep': 'Le garder',
  'delete.done': '«\u00a0{name}\u00a0» est supprimé',

  'whenOff.kept': {
    one: '{count} fichier ({size}) reste gardé, hors de vue',
    other: '{count} fichiers ({size}) restent gardés, hors de vue',
  },

  'help.whoSees': 'Qui voit les fichiers d’une classe\u00a0?',
  'help.ownAnywhere': 'Vous les retrouvez à l’école comme à la maison.',
  'help.cannotOpen': 'Un fichier ne s’ouvre pas',
  'help.cannotOpen1': 'Il se télécharge d’abord. Cherchez-le dans les téléchargements de votre appareil.',
  'help.cannotOpen2': 'Il faut parfois le logiciel qui l’a fait. Demandez un PDF à l’enseignant.',
  'help.notSent': 'Mon fichier ne part pas',
  'help.notSent1': 'Il est peut-être trop lourd\u00a0: la taille permise est écrite près de «\u00a0Déposer\u00a0».',
  'help.notSent2': 'La connexion s’est coupée\u00a0? Touchez «\u00a0Réessayer\u00a0».',
  'help.deleted': 'Puis-je retrouver un fichier supprimé\u00a0?',
  'help.deleted1': 'Non, il n’y a pas de corbeille. Gardez-en une copie avant de supprimer.',
  'help.pupilOpen': 'Ouvrir un fichier de ma classe',
  'help.pupilOpen1': 'Ouvre Fichiers.',
  'help.pupilOpen2': 'Touche le nom du fichier.',
  'help.pupilOpen3': 'Il arrive dans les téléchargements. Touche-le pour l’ouvrir.',
  'help.pupilKeep': 'Garder un fichier à moi',
  'help.pupilKeep1': 'Ouvre Fichiers, puis «\u00a0Mes fichiers\u00a0».',
  'help.pupilKeep2': 'Touche «\u00a0Déposer\u00a0», puis choisis ton fichier.',
  'help.pupilKeep3': 'Tu vois «\u00a0Déposé\u00a0»\u00a0? C’est fini.',
  'help.pupilKeep4': 'Tu le retrouves à l’école et à la maison. Personne d’autre ne le voit.',

  'data.kept': 'Les fichiers déposés, leur nom, leur taille, la date du dépôt et qui les a déposés',
  'data.purpose': 'Partager des documents avec une classe, et garder les siens',
  'data.retention':
    'Jusqu’à ce que quelqu’un les supprime, ou que l’école ferme. Quand un compte est effacé, ses fichiers personnels le sont aussi\u00a0; ce qu’il a déposé dans l’espace d’une classe y reste, sans son nom.',
};
