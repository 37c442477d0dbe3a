// SPDX-License-Identifier: EUPL-1.2
export const lastYear = {
  'lastYear.title': 'Classes d’avant',
  'lastYear.lead': 'Vos classes de l’an dernier\u00a0: tout s’y lit et s’y copie, rien n’y change plus.',
  'lastYear.until': 'Ces fichiers sont gardés jusqu’au 14 octobre {year}.',
  'lastYear.partsUntil': 'Ce que les élèves ont rendu est gardé jusqu’au 14 octobre {year}.',
  'lastYear.ended':
    'Une classe de cette année est ici quand elle a changé de nom ou s’est terminée\u00a0: tout s’y lit et s’y copie, et vous pouvez encore corriger les travaux commencés. Ses fichiers sont gardés jusqu’au 14 octobre {year}.',
  'lastYear.endedAsHead':
    'Une classe de cette année est ici quand elle a changé de nom ou s’est terminée\u00a0: tout s’y lit et s’y copie. Ses fichiers sont gardés jusqu’au 14 octobre {year}.',
  'lastYear.endedAsPupil':
    'Ta classe a changé de nom ou s’est terminée. Ses fichiers sont encore là. Tu peux les lire et les copier dans tes fichiers tant que la classe est sur cette page, au plus tard jusqu’au 31 juillet {year}.',
  'lastYear.emptyTitle': 'Pas de classe d’avant',
  'lastYear.empty':
    'Vous n’aviez pas de classe dans cette école l’an dernier. Les vôtres seront ici à partir du 1er août, ou dès qu’elles changent de nom.',
  'lastYear.emptyAsPupil': 'Il n’y a pas d’autre classe cette année.',
  'lastYear.endedForPupil':
    'Les fichiers d’une classe se lisent jusqu’au 31 juillet. Ce que tu as copié est dans Mes fichiers. «\u00a0Tout télécharger\u00a0», sur la même page, contient aussi ce que tu avais mis dans ta classe.',
  'left.title': 'Ce que vous aviez mis dans une autre classe',
  'left.text': 'Vous n’êtes plus dans cette classe. Vous pouvez garder une copie de ces fichiers\u00a0:',
  'left.until': 'L’école garde ces fichiers jusqu’au {day}.',
  'left.keep': 'Les mettre dans Mes fichiers',
  'left.kept': {
    one: '{count} fichier est maintenant dans Mes fichiers, dans «\u00a0{folder}\u00a0».',
    other: '{count} fichiers sont maintenant dans Mes fichiers, dans «\u00a0{folder}\u00a0».',
  },
  'classEnds.pupil':
    'Le 1er août au plus tard, vous ne verrez plus les fichiers de {class}. Copiez avant dans Mes fichiers ce que vous voulez garder. Ce que vous y avez mis est aussi dans\u00a0:',
  'classEnds.guardian':
    'Le 1er août au plus tard, vous ne verrez plus les fichiers de {class}. Téléchargez avant ceux que vous voulez garder\u00a0: cochez-les, puis «\u00a0Télécharger\u00a0».',
  'classEnds.task': 'Fichiers de {classes}',
  'classEnds.taskDetail': 'Le 1er août au plus tard, vous ne les verrez plus. Gardez avant ceux que vous voulez.',
  'classEnds.see': 'Ouvrir',
  'lastYear.class': '{class}, {year}',
  'lastYear.files': 'Fichiers de la classe',
  'lastYear.groupFiles': 'Fichiers du groupe',
  'lastYear.team': 'Fichiers de l’équipe',
  'lastYear.none': 'Aucun fichier',
  'lastYear.count': { one: '{count} fichier, {size}', other: '{count} fichiers, {size}' },
  'lastYear.given': 'Travail donné le {day}',
  'lastYear.open': 'Ouvrir',
  'lastYear.openFiles': 'Ouvrir les fichiers de {class}',
  'lastYear.openTeam': 'Ouvrir les fichiers de l’équipe de {class}',
  'lastYear.openWork': 'Ouvrir le travail «\u00a0{title}\u00a0»',
  'takeAll.link': 'Tout télécharger',
  'takeAll.name': 'Fichiers de {name}',
  'takeAll.own': 'Mes fichiers',
  'takeAll.works': 'Travaux',
  'takeAll.work': 'Travail',
  'takeAll.back': 'Ce qui est corrigé',
  'takeAll.words': 'Mots et corrections',
  'takeAll.word': 'Le mot de l’élève',
  'takeAll.handedIn': 'Rendu\u00a0: {when}',
  'takeAll.trash': 'Corbeille',
  'takeAll.inClass': 'Dans ma classe',
  'takeAll.lost': 'abîmé',
  'takeAll.lostText':
    'Le contenu de ce fichier est abîmé sur le serveur, et n’a pas pu être mis ici. Dites-le à la direction de l’école\u00a0: il y a peut-être une sauvegarde.\n',
  'takeAll.what': 'Un zip de tous vos fichiers.',
};
