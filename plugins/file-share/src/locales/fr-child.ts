// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '@volee/core-adapter';
import type { fr } from './fr.js';
import { move } from './fr-child/move.js';
import { parts } from './fr-child/parts.js';
import { trash } from './fr-child/trash.js';

/** The texts for pupils that are addressed as *tu*. */
export const frChild: Partial<Record<keyof typeof fr, Message>> = {
  ...move,
  ...parts,
  ...trash,
  'takeAll.lostText':
    'Le contenu de ce fichier est abîmé sur le serveur, et n’a pas pu être mis ici. Dis-le à ton enseignante ou à ton enseignant\u00a0: il y a peut-être une sauvegarde.\n',
  'left.title': 'Ce que tu avais mis dans une autre classe',
  'left.text': 'Tu n’es plus dans cette classe. Tu peux garder une copie de ces fichiers\u00a0:',
  'classEnds.pupil':
    'Le 1er août au plus tard, tu ne verras plus les fichiers de {class}. Télécharge avant ce que tu veux garder. Ce que tu as mis toi-même est aussi dans\u00a0:',
  'classEnds.taskDetail': 'Le 1er août au plus tard, tu ne les verras plus. Télécharge avant ceux que tu veux garder.',
  'lastYear.count': { one: '{count} fichier', other: '{count} fichiers' },
  'takeAll.word': 'Ton mot',
  'takeAll.what':
    'Un zip avec tes fichiers, tes travaux et leurs mots, et ce que tu as mis dans les dossiers de ta classe.',
  'former.ownFiles': { one: '{count} fichier rien qu’à toi', other: '{count} fichiers rien qu’à toi' },
  'former.works': {
    one: '{count} travail, avec ce que tu as rendu et la correction',
    other: '{count} travaux, avec ce que tu as rendu et les corrections',
  },
  'former.classFiles': {
    one: '{count} fichier que tu as mis dans un dossier de ta classe',
    other: '{count} fichiers que tu as mis dans des dossiers de ta classe',
  },
  'former.worksTitle': 'Tes travaux et leurs corrections',
  'former.word': 'Ton mot',
  title: 'Ma classe',
  'child.teachers': 'tes enseignants',
  'child.parentsToo': 'Tes parents voient aussi',
  'child.allWorks': 'Tous tes travaux',
  'own.lead': 'Personne d’autre que toi ne voit ces fichiers.',
  summary: 'Les fichiers de ta classe, à l’école comme à la maison',
  'space.own.lead': 'Personne d’autre que toi ne voit ces fichiers.',
  'empty.add': 'Dépose un premier fichier, ou crée un dossier.',
  'folder.noName': 'Donne un nom au dossier.',
  'folder.tooDeep': 'Un dossier se range dans {count} autres au plus. Crée celui-ci plus haut.',
  'list.you': 'Toi',
  'empty.reader': 'Quand un fichier sera déposé pour ta classe, tu le trouveras ici.',
  'deposit.nothing': 'Tu n’avais choisi aucun fichier\u00a0: rien n’a été déposé.',
  'upload.drop': 'Tu peux aussi faire glisser tes fichiers sur cette page.',
  'upload.refused': 'Le fichier n’a pas pu être déposé. Réessaie, ou recharge la page puis recommence.',
  'place.own': 'Ta place',
  'place.nearlyFullOwn':
    'Mettre à la corbeille et remettre marchent toujours. Pour ajouter plus de {left}, vide la corbeille.',
  'place.nearlyFull':
    'Mettre à la corbeille et remettre marchent toujours. Pour ajouter plus de {left}, dis-le à ton enseignante ou à ton enseignant.',
  'place.manyNodes':
    'Il y a presque autant de dossiers et de fichiers qu’il en entre ici. Pour en ajouter, supprimes-en et vide la corbeille.',
  'room.own':
    'Il reste {left} dans tes fichiers, et il faudrait {wanted}. Rien n’a été ajouté. Supprime des fichiers et vide ta corbeille, puis recommence.',
  'room.space':
    'Il reste {left} ici, et il faudrait {wanted}. Rien n’a été ajouté. Supprime un fichier à toi, ou dis-le à ton enseignante ou à ton enseignant.',
  'room.school':
    'Il reste {left} pour toute l’école, et il faudrait {wanted}. Rien n’a été ajouté. Dis-le à ton enseignante ou à ton enseignant.',
  'upload.cut': 'La connexion se coupe à chaque fois. Ton fichier n’a pas été déposé.',
  'upload.unreadable': 'Ce fichier n’est plus lisible\u00a0: il a été déplacé ou modifié. Choisis-le de nouveau.',
  'readers.families': 'Ta classe et les familles',
  'readers.pupils': 'Ta classe',
  'readers.teachers': 'Tes enseignants seulement',
  'keep.text': 'Tu avais ajouté ces fichiers ici. Ils n’y sont plus. Tu en gardes une copie dans Mes fichiers.',
  'dropped.title': 'Ce que tu as déposé',
  'dropped.text': 'Tes enseignants l’ont rangé, ou fermé aux élèves. C’est toujours là, pour toi et pour eux.',
  'open.dropBox': 'Ce que tu mets ici, seuls toi et tes enseignants le voient.',
  'readers.own': 'Toi seulement',
  'readers.mine': 'Toi et tes enseignants',
  'rename.empty': 'Il manque un nom. Écris au moins une lettre ou un chiffre.',
  'rename.taken': 'Il y a déjà quelque chose de ce nom dans ce dossier. Choisis un autre nom.',
  'favourite.added': '«\u00a0{name}\u00a0» est dans tes favoris, en haut de «\u00a0Mes fichiers\u00a0».',
  'favourite.removed': '«\u00a0{name}\u00a0» n’est plus dans tes favoris.',
  'search.field': 'Chercher dans tous tes fichiers',
  'list.open': 'Tu peux ajouter',
  'search.nothing': 'Écris un mot du nom que tu cherches.',
  'search.foundMany': 'Plus de {count} réponses dans tout ce que tu peux voir',
  'search.foundNone': 'Rien de ce nom dans tout ce que tu peux voir',
  'search.found': {
    one: '{count} réponse dans tout ce que tu peux voir',
    other: '{count} réponses dans tout ce que tu peux voir',
  },
};
