// SPDX-License-Identifier: EUPL-1.2
export const room = {
  'room.title': 'La place manque',
  'room.own':
    'Il reste {left} dans vos fichiers, et il faudrait {wanted}. Rien n’a été ajouté. Supprimez des fichiers et videz votre corbeille, puis recommencez.',
  'room.space':
    'Il reste {left} dans cet espace, et il faudrait {wanted}. Rien n’a été ajouté. Supprimez des fichiers et videz la corbeille, ou demandez de la place à la direction.',
  'room.part':
    'Il reste {left} pour vos fichiers de ce travail, et il faudrait {wanted}. Rien n’a été ajouté. Enlevez des fichiers, ou choisissez-en de plus petits.',
  'room.share':
    'Il reste {left} pour vos fichiers dans cet espace, et il faudrait {wanted}. Rien n’a été ajouté\u00a0: les autres ont besoin de place aussi. Parlez-en en classe.',
  'room.school':
    'Il reste {left} pour toute l’école, et il faudrait {wanted}. Rien n’a été ajouté. Prévenez la direction\u00a0: elle voit quels espaces sont les plus remplis.',
  'room.nodes.own':
    'Il y a déjà beaucoup de dossiers et de fichiers dans vos fichiers\u00a0: il en entre encore {left}. Rien n’a été ajouté. Supprimez-en et videz votre corbeille, puis recommencez.',
  'room.nodes.space':
    'Il y a déjà beaucoup de dossiers et de fichiers dans cet espace\u00a0: il en entre encore {left}. Rien n’a été ajouté. Supprimez-en et videz la corbeille, puis recommencez.',
  'room.nodes.share':
    'Vous avez déjà ajouté beaucoup de dossiers et de fichiers dans cet espace\u00a0: il en entre encore {left}. Rien n’a été ajouté. Supprimez-en, puis recommencez.',
  'room.more': 'davantage',
  'room.back': 'Revenir aux fichiers',
  'room.trash': 'Ouvrir la corbeille',
};
