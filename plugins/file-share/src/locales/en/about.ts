// SPDX-License-Identifier: EUPL-1.2
export const about = {
  'about.trash': 'Move to the trash',
  'about.title': 'In short',
  'about.addedBy': 'Added by',
  'about.madeBy': 'Made by',
  'about.openFolder': 'Open the folder',
  'about.download': 'Download',
  'about.neighbours': 'Files beside it',
  'about.otherThanName':
    'The name of this file announces a picture, sound, a film or a PDF, but it is a text: here it is.',
  'rename.title': 'Rename',
  'rename.field': 'New name',
  'rename.button': 'Rename',
  'rename.done': 'The new name is “{name}”.',
  'rename.empty': 'The name is missing. Write at least one letter or digit.',
  'rename.taken': 'Something in this folder already has this name. Choose another one.',
  'favourite.is': 'favourite',
  'favourite.add': 'Add to favourites',
  'favourite.remove': 'Remove from favourites',
  'favourite.title': 'Favourites',
  'favourite.added': '“{name}” is among your favourites, at the top of “My files”.',
  'favourite.removed': '“{name}” is no longer among your favourites.',
};
