// SPDX-License-Identifier: EUPL-1.2
import type { Message } from '../../../api/i18n.js';
import type { classJoinsFr } from './class-joins-fr.js';

export const classJoinsEn: Record<keyof typeof classJoinsFr, Message> = {
  'platform.seeClasses': 'Joined classes',
  'platform.classesWaiting': {
    one: 'A class may have two names',
    other: '{number} classes may have 2 names each',
  },
  'platform.classesWaitingText':
    'Two directories name classes that are alike. Somebody has to say whether they are one.',
  'platform.classes': 'Classes',
  'platform.classesAskedLead':
    'A class of a file or of another directory may be a class that the school has already. As long as nobody has decided, they stay apart.',
  'platform.column.class': 'This class',
  'platform.column.ownClass': 'Class of the school',
  'platform.classWhy': 'Pupils in common: {shared} of {number}',
  'platform.classWhyParted': 'Parted by somebody. Pupils in common: {shared} of {number}',
  'platform.classPupils': { one: 'one pupil', other: '{number} pupils' },
  'platform.classesFound': { one: 'One class joined or parted', other: '{number} classes joined or parted' },
  'platform.classesNone': 'No joined classes',
  'platform.classesLead':
    'Two directories name these classes: for Volée each is one, that of the school’s directory, unless somebody has parted them.',
  'platform.classesFilters': 'Choose the classes',
  'platform.classesName': 'Name of the school or the class',
  'platform.classesNotFound': 'No joined class matches this search.',
  'platform.classesNoneYet': 'No school has a class that two directories name.',
  'platform.classTitle': 'Is it the same class?',
  'platform.classLead': '{school}. Pupils in common: {shared}, of {number} in the first class.',
  'platform.classFact.name': 'Name',
  'platform.classFact.teachers': 'Teachers',
  'platform.classFact.inBoth': { one: 'Pupil in common', other: 'Pupils in common ({number})' },
  'platform.classFact.nobody': 'None',
  'platform.classFact.inOne': 'Pupils that the other one does not name',
  'platform.classSame': 'It is the same class',
  'platform.classSameKept': 'Only “{name}” of the directory {source} stays, with the pupils of both.',
  'platform.classSameMoved':
    'What bricks keep of the other class (folders, works, messages, reports) goes to this one; reports in progress follow each pupil to their class.',
  'platform.classSameFinal': 'They can be parted again, but nothing goes back.',
  'platform.classDifferent': 'They are two classes',
  'platform.classPart': 'Part these two classes',
  'platform.classDifferentNothing': 'Each is a class of the school, with its own pupils.',
  'platform.classPartNothingBack':
    'What went to the class of the directory stays there: folders, works, messages and reports.',
  'platform.classDifferentOnce': 'Volée will not join them by itself any more.',
  'platform.classDecided.rule': 'Joined by Volée, by their pupils: {when}.',
  'platform.classDecided.same': '{who} decided {when}: it is the same class.',
  'platform.classDecided.different': '{who} decided {when}: they are two classes.',
  'platform.classDone.same': '{name} and {own} are one class now.',
  'platform.classDone.different': 'Noted: {name} and {own} are two classes.',
  'platform.classProblem.decided': 'Somebody decided just before you. Your choice changed nothing.',
  'platform.classProblem.ended': 'One of these two classes has ended: there is nothing to decide any more.',
  'platform.classProblem.brick':
    'The brick {brick} could not give to one class what it keeps of the other. Nothing has changed. Tell the person who looks after Volée, then decide again.',
  'platform.classProblem.busy': 'A directory is being applied. Decide again in some minutes.',
  'auditWords.classSame': '{who} joined two classes ({school})',
  'auditWords.classSameFailed': '{who} could not join two classes ({school})',
  'auditWords.classDifferent': '{who} said that two classes are distinct ({school})',
  'auditWords.classDifferentFailed': '{who} could not part two classes ({school})',
  'auditWords.classAlone': '{who} parted two classes, of which one has ended ({school})',
  'auditWords.classAloneFailed': '{who} could not part two classes, of which one has ended ({school})',
  'auditWords.action.classSame': 'Join two classes',
  'auditWords.action.classDifferent': 'Keep two classes apart',
  'auditWords.action.classAlone': 'Part a class from one that has ended',
};
