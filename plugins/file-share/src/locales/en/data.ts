// SPDX-License-Identifier: EUPL-1.2
export const data = {
  'storedData.kept': {
    one: '{count} file ({size}) is kept, out of sight',
    other: '{count} files ({size}) are kept, out of sight',
  },
  'data.kept': 'The files that were put there, their names, sizes and dates, and who put them there',
  'data.purpose': 'Sharing documents with a class, and keeping one’s own',
  'data.retention':
    'Until somebody deletes them, or the school closes. When an account is erased, so are its own files; what it put into the space of a class stays there, without its name.',
};
