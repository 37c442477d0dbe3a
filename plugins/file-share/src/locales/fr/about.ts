// SPDX-License-Identifier: EUPL-1.2
export const about = {
  'about.trash': 'Mettre à la corbeille',
  'about.title': 'En bref',
  'about.addedBy': 'Déposé par',
  'about.madeBy': 'Créé par',
  'about.openFolder': 'Ouvrir le dossier',
  'about.download': 'Télécharger',
  'about.neighbours': 'Fichiers voisins',
  'about.otherThanName':
    'Le nom de ce fichier annonce une image, un son, un film ou un PDF, mais c’est un texte\u00a0: le voici.',
  'rename.title': 'Renommer',
  'rename.field': 'Nouveau nom',
  'rename.button': 'Renommer',
  'rename.done': 'Le nouveau nom est «\u00a0{name}\u00a0».',
  'rename.empty': 'Il manque un nom. Écrivez-en un d’au moins une lettre ou un chiffre.',
  'rename.taken': 'Ce dossier contient déjà quelque chose de ce nom. Choisissez-en un autre.',
  'favourite.is': 'favori',
  'favourite.add': 'Ajouter aux favoris',
  'favourite.remove': 'Retirer des favoris',
  'favourite.title': 'Favoris',
  'favourite.added': '«\u00a0{name}\u00a0» est dans vos favoris, en haut de «\u00a0Mes fichiers\u00a0».',
  'favourite.removed': '«\u00a0{name}\u00a0» n’est plus dans vos favoris.',
};
