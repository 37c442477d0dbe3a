// SPDX-License-Identifier: EUPL-1.2
export const trash = {
  'trash.title': 'Trash',
  'trash.lead': 'Each item stays {count} days, then it is deleted for good.',
  'trash.left': 'Time left',
  'trash.days': { one: '{count} day', other: '{count} days' },
  'trash.restore': 'Put back',
  'trash.restored': '“{name}” is in “{folder}” again.',
  'trash.from': 'From {folder}, {when}',
  'trash.folder': { one: '{name}, {count} file', other: '{name}, {count} files' },
  'trash.folderAnew': 'Its folder is gone: it will be made anew.',
  'trash.otherFolder': 'Its folder is gone: it comes back to the one with the same name.',
  'trash.renamed': 'This name is taken: it comes back as “{name}”.',
  'trash.nothing': 'The trash is empty',
  'trash.nothingText': 'For 30 days you find here what you put into the trash.',
  'trash.emptyTitle': 'Delete for good',
  'trash.empty': {
    one: 'Delete this item to gain {size}',
    other: 'Delete all {count} to gain {size}',
  },
  'trash.emptySure': 'Deleting cannot be undone: nobody can find anything of it again.',
  'trash.emptyYes': 'Yes, delete for good',
  'trash.emptied': { one: '{count} item is deleted.', other: '{count} items are deleted.' },
};
