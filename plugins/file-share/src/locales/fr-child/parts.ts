// SPDX-License-Identifier: EUPL-1.2
export const parts = {
  'mine.ending':
    'Après le {day}, ce que tu as rendu en {year} et les corrections s’effacent. Télécharge-les avant\u00a0:',
  'mine.keptUntil': 'Ce que tu as rendu et les corrections sont gardés jusqu’au {day}.',
  'mine.endingUnbegun':
    'Le 1er août au plus tard, tu ne verras plus les travaux à lire, ni ceux que tu n’as pas commencés. Ouvre-les avant pour garder ce que tu veux.',
  'mine.title': 'Tes travaux',
  'mine.empty': 'Quand ta classe aura un travail à faire, tu le trouveras ici.',
  'mine.started': 'Tu as commencé.',
  'mine.reminded': 'On te le rappelle.',
  'mine.prepared': {
    one: 'Ton fichier est encore là.',
    other: 'Tes {count} fichiers sont encore là.',
  },
  'part.addingStill': 'Ton fichier n’est pas encore parti. Si tu touches encore, il ne partira pas.',
  'part.lead.late': 'c’était à rendre pour {when}. Tu peux encore le rendre, en retard, jusqu’à {until}.',
  'part.lead.closedOn':
    'ton enseignante ou ton enseignant a terminé ce travail\u00a0: {when}. Il ne se rend plus ici\u00a0: parles-en en classe.',
  'part.lead.missed': 'c’était à rendre pour {when}. Il est trop tard pour le rendre ici\u00a0: parles-en en classe.',
  'again.noDate': 'dès que tu peux, sans date limite',
  'again.july': 'dès que tu peux, jusqu’au 31 juillet',
  'part.openSheet': 'Ouvrir ta feuille',
  'part.changed': 'Tu l’as changée\u00a0: {when}',
  'part.unchanged': 'La feuille du début, tu ne l’as pas encore changée',
  'part.unchangedReceipt': 'La feuille du début, sans changement',
  'part.unchangedAsk': {
    one: 'Tu n’as pas changé ta feuille\u00a0: c’est encore celle du début. Tu veux la rendre comme ça\u00a0?',
    other: 'Tu n’as pas changé tes feuilles\u00a0: ce sont encore celles du début. Tu veux les rendre comme ça\u00a0?',
  },
  'part.unchangedContinue': 'Continuer mon travail',
  'part.startCopies': {
    one: 'Tu reçois ta feuille à remplir.',
    other: 'Tu reçois tes {count} feuilles à remplir.',
  },
  'part.yourFiles': 'Tes fichiers',
  'part.addFirst': 'Le fichier choisi part quand tu touches «\u00a0Ajouter\u00a0», ou quand tu rends.',
  'part.tooMany':
    'Tu as déjà {there} fichiers dans ce travail, et tu peux en mettre {count} au plus\u00a0: rien n’a été ajouté. Enlèves-en d’abord.',
  'room.part':
    'Il reste {left} pour tes fichiers de ce travail, et il faudrait {wanted}. Rien n’a été ajouté. Enlève des fichiers, ou choisis-en de plus petits.',
  'room.nodes.own':
    'Il y a déjà beaucoup de dossiers et de fichiers dans tes fichiers\u00a0: il en entre encore {left}. Rien n’a été ajouté. Supprimes-en et vide ta corbeille, puis recommence.',
  'room.nodes.space':
    'Il y a déjà beaucoup de dossiers et de fichiers ici\u00a0: il en entre encore {left}. Rien n’a été ajouté. Dis-le à ton enseignante ou à ton enseignant.',
  'room.nodes.share':
    'Tu as déjà ajouté beaucoup de dossiers et de fichiers ici\u00a0: il en entre encore {left}. Rien n’a été ajouté. Supprimes-en, puis recommence.',
  'room.share':
    'Il reste {left} pour tes fichiers dans cet espace, et il faudrait {wanted}. Rien n’a été ajouté\u00a0: les autres ont besoin de place aussi. Parles-en en classe.',
  'part.removed': 'Le fichier est enlevé. Il reste {count} jours dans ta corbeille.',
  'part.removedTitle': 'Ce que tu as enlevé',
  'part.goneFromTrash': 'Ce fichier n’est plus dans ta corbeille.',
  'part.trashFull':
    '«\u00a0Mes fichiers\u00a0» est plein, et ta corbeille en fait partie\u00a0: ce fichier n’y entre plus. Vide ta corbeille, puis recommence. Si tu effaces celui-ci pour de bon, tu ne le retrouveras plus.',
  'part.ownFull':
    '«\u00a0Mes fichiers\u00a0» est plein, et ta corbeille en fait partie\u00a0: ce fichier n’y entre plus. Supprime des fichiers de «\u00a0Mes fichiers\u00a0», vide la corbeille, puis recommence. Si tu effaces celui-ci pour de bon, tu ne le retrouveras plus.',
  'part.word': 'Écris un mot, si tu veux',
  'part.wordTooLong': 'Ton mot est trop long\u00a0: {count} lettres au plus. Écris-le plus court.',
  'part.empty': 'Choisis une photo ou un fichier, ou écris un mot, avant de rendre.',
  'part.handedInNow': 'C’est rendu, bravo\u00a0!',
  'part.noteUntil': 'Tu pourras encore le changer jusqu’à {when}.',
  'part.noteNoDate': 'Tu pourras encore le changer tant qu’il n’est pas corrigé.',
  'part.noteLate': 'Il sera rendu en retard, et tu ne pourras plus le changer.',
  'part.noteTakenBack':
    'Tu peux le changer jusqu’à {when}. À ce moment-là, il compte comme rendu, comme il est, même si tu n’as pas touché «\u00a0Rendre\u00a0».',
  'part.handedIn': 'Ce que tu as rendu',
  'part.prepared': 'Ce que tu avais préparé',
  'part.preparedNote': 'Ce n’est pas rendu, mais c’est encore là\u00a0: parles-en en classe.',
  'part.doneOnceNote': 'Tu l’as rendu une fois. Tu ne peux plus le changer ici\u00a0: parles-en en classe.',
  'part.collectedNote':
    'Tu as voulu le changer\u00a0: {when}, et tu ne l’as pas rendu de nouveau. Il compte comme rendu, comme il est.',
  'part.yourWord': 'Ton mot',
  'part.changeIt': 'Tu veux le changer\u00a0?',
  'part.takeBackUntil':
    'Tu peux le changer jusqu’à {when}, puis le rendre de nouveau. Si tu oublies, il compte comme rendu à ce moment-là, comme il est.',
  'part.takeBackLate': 'Tu peux encore le changer jusqu’à {when}\u00a0: il sera alors en retard.',
  'part.takeBackAnytime': 'Tu peux le changer tant qu’il n’est pas corrigé. N’oublie pas de le rendre après.',
  'part.takenBack': 'Tu peux le changer. N’oublie pas de le rendre.',
  'part.corrected': 'Ta correction',
  'part.refusedFrozen':
    'Ce travail est déjà rendu\u00a0: rien n’a changé. Touche d’abord «\u00a0Changer ce travail\u00a0», si tu le peux encore.',
  'part.refusedChanged':
    'Ton travail a changé dans une autre page\u00a0: le voici comme il est maintenant. Rien n’est rendu. Relis ton mot plus bas, puis rends ton travail.',
  'part.notSent': 'Ton mot n’est pas parti. Le voici, pour que tu puisses le recopier\u00a0:',
  'part.refusedClosed': 'Ce travail ne se rend plus ici\u00a0: rien n’a changé. Parles-en en classe.',
};
