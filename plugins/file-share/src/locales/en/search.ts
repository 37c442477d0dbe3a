// SPDX-License-Identifier: EUPL-1.2
export const search = {
  'search.field': 'Search all your files',
  'search.everywhere': 'Search everywhere',
  'search.button': 'Search',
  'search.heading': 'Search',
  'search.title': 'Files and folders',
  'search.titleWithWorks': 'Works, files and folders',
  'search.where': 'Where to search',
  'search.all': 'Everywhere',
  'search.hint': 'Names of files and titles of works are searched, whatever the accents and capitals.',
  'search.nothing': 'Write a word of the name that you are looking for.',
  'search.foundMany': 'More than {count} results in all that you may see',
  'search.foundNone': 'Nothing of this name in all that you may see',
  'search.found': { one: '{count} result in all that you may see', other: '{count} results in all that you may see' },
};
