// SPDX-License-Identifier: EUPL-1.2
export const brick = {
  title: 'Files',
  summary: 'The files of the class, at school and at home',
  spaces: 'Spaces',
  'tabs.works': 'Works',
  'tabs.lastYear': 'Former classes',
};
