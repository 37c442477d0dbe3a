// SPDX-License-Identifier: EUPL-1.2
export const room = {
  'room.title': 'There is not enough room',
  'room.own':
    'There are {left} left in your files, and this needs {wanted}. Nothing was added. Delete files and empty your trash, then start again.',
  'room.space':
    'There are {left} left in this space, and this needs {wanted}. Nothing was added. Delete files and empty the trash, or ask the head for room.',
  'room.part':
    'There are {left} left for your files of this work, and this needs {wanted}. Nothing was added. Remove files, or choose smaller ones.',
  'room.share':
    'There are {left} left for your files in this space, and this needs {wanted}. Nothing was added: the others need room, too. Ask in class.',
  'room.school':
    'There are {left} left for the whole school, and this needs {wanted}. Nothing was added. Tell the head: they see which spaces are the fullest.',
  'room.nodes.own':
    'There are many folders and files in your files already: {left} more fit in. Nothing was added. Delete some and empty your trash, then start again.',
  'room.nodes.space':
    'There are many folders and files in this space already: {left} more fit in. Nothing was added. Delete some and empty the trash, then start again.',
  'room.nodes.share':
    'You have added many folders and files to this space already: {left} more fit in. Nothing was added. Delete some, then start again.',
  'room.more': 'more',
  'room.back': 'Back to the files',
  'room.trash': 'Open the trash',
};
