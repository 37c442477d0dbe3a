// SPDX-License-Identifier: EUPL-1.2
export const lastYear = {
  'lastYear.title': 'Former classes',
  'lastYear.lead': 'Your classes of last year: everything can be read and copied, and nothing changes any more.',
  'lastYear.until': 'These files are kept until 14 October {year}.',
  'lastYear.partsUntil': 'What pupils handed in is kept until 14 October {year}.',
  'lastYear.ended':
    'A class of this year is here when it was renamed or has ended: everything can be read and copied, and you can still correct works that were begun. Its files are kept until 14 October {year}.',
  'lastYear.endedAsHead':
    'A class of this year is here when it was renamed or has ended: everything can be read and copied. Its files are kept until 14 October {year}.',
  'lastYear.endedAsPupil':
    'Your class was renamed or has ended. Its files are still here: you can read them and copy them to your files for as long as the class is on this page, until 31 July {year} at the latest.',
  'lastYear.emptyTitle': 'No former class',
  'lastYear.empty':
    'You had no class in this school last year. Yours will be here from 1 August on, or as soon as they are renamed.',
  'lastYear.emptyAsPupil': 'There is no other class this year.',
  'lastYear.endedForPupil':
    'The files of a class can be read until 31 July. What you copied is in My files. “Take everything”, on the same page, also holds what you had put into your class.',
  'left.title': 'What you had put into another class',
  'left.text': 'You are no longer in that class. You can keep a copy of these files:',
  'left.until': 'The school keeps these files until {day}.',
  'left.keep': 'Put them into My files',
  'left.kept': {
    one: '{count} file is now in My files, in “{folder}”.',
    other: '{count} files are now in My files, in “{folder}”.',
  },
  'classEnds.pupil':
    'On 1 August at the latest, you will no longer see the files of {class}. Before, copy to My files what you want to keep. What you put there is also in:',
  'classEnds.guardian':
    'On 1 August at the latest, you will no longer see the files of {class}. Before, take those that you want to keep: tick them, then “Take”.',
  'classEnds.task': 'Files of {classes}',
  'classEnds.taskDetail': 'You will no longer see them on 1 August at the latest. Keep before those that you want.',
  'classEnds.see': 'Open',
  'lastYear.class': '{class}, {year}',
  'lastYear.files': 'Files of the class',
  'lastYear.groupFiles': 'Files of the group',
  'lastYear.team': 'Files of the team',
  'lastYear.none': 'No files',
  'lastYear.count': { one: '{count} file, {size}', other: '{count} files, {size}' },
  'lastYear.given': 'Work handed out on {day}',
  'lastYear.open': 'Open',
  'lastYear.openFiles': 'Open the files of {class}',
  'lastYear.openTeam': 'Open the files of the team of {class}',
  'lastYear.openWork': 'Open the work “{title}”',
  'takeAll.link': 'Take everything',
  'takeAll.name': 'Files of {name}',
  'takeAll.own': 'My files',
  'takeAll.works': 'Works',
  'takeAll.work': 'Work',
  'takeAll.back': 'What came back',
  'takeAll.words': 'Notes and corrections',
  'takeAll.word': 'The note of the pupil',
  'takeAll.handedIn': 'Handed in: {when}',
  'takeAll.trash': 'Trash',
  'takeAll.inClass': 'In my class',
  'takeAll.lost': 'damaged',
  'takeAll.lostText':
    'The content of this file is damaged on the server, and could not be put here. Tell the head of the school: there may be a backup.\n',
  'takeAll.what': 'A zip of all your files.',
};
