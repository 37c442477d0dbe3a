// SPDX-License-Identifier: EUPL-1.2
export const search = {
  'search.field': 'Search all your files',
  'search.everywhere': 'Search everywhere',
  'search.button': 'Search',
};
