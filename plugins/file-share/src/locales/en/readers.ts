// SPDX-License-Identifier: EUPL-1.2
export const readers = {
  'readers.families': 'Pupils and families',
  'readers.pupils': 'Pupils',
  'readers.teachers': 'Teachers only',
  'readers.adults': 'Adults of the school',
  'readers.own': 'Only you',
  'readers.team': 'The team',
  'readers.mine': 'You and the team',
  'readers.pupil': 'The pupil and the team',
  'readers.change': 'Change who sees it',
  'readers.title': 'Who sees it',
  'readers.field': 'These persons see it',
  'readers.save': 'Save',
  'readers.limit': 'The folder “{folder}” is shown to fewer people, and so is what it holds.',
  'readers.below':
    'What is in this folder follows, except what is already shown to fewer people. What a pupil put into a drop box stays between the pupil and the team.',
  'readers.persons': '{persons}.',
  'readers.onlyTeam': 'The teachers alone.',
  'readers.andTeam': 'the teachers',
  'readers.more': 'More than today: {persons}.',
  'readers.fewer': 'No longer: {persons}.',
  'readers.done': 'Done. Who sees it: {word}.',
  'open.field': 'Pupils may add files to it',
  'open.hint':
    'They change and delete only what they added, as long as this box is ticked. With “Teachers only” it is a drop box: each pupil sees only their own files in it.',
  'readers.pupilCount': { one: '{count} pupil', other: '{count} pupils' },
  'readers.guardianCount': { one: '{count} parent', other: '{count} parents' },
};
