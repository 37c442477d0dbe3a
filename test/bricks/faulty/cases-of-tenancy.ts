// SPDX-License-Identifier: EUPL-1.2
import * as directories from './faults-of-directories.js';
import * as ids from './faults-of-ids.js';
import * as memory from './faults-of-memory.js';
import * as routes from './faults-of-routes.js';
import type { FaultyCase } from './faulty-case.js';
import { besideOwnClass, forTheSchool, over, ownNotes, searching } from './other-examples.js';

/** What one gets that is another's. */
export const CASES_OF_TENANCY: readonly FaultyCase[] = [
  {
    fault: 'T1: a list of any class',
    brick: routes.listOfAnyClass,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was shown what is there by GET / about a class that he has nothing to do with',
  },
  {
    fault: 'T1: a note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was answered 200 by GET /notes/:id about a class that he has nothing to do with',
  },
  {
    fault: 'T1: somebody else’s own note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacher was answered 200 by GET /notes/:id about what is somebody else’s',
    examples: ownNotes,
  },
  {
    fault: 'T2: no class is every class',
    brick: routes.listWithoutClass,
    check: 'a bad id',
    sentence: 'GET / with no group shows teacher what is in the class cm2',
  },
  {
    fault: 'T2: no class is asked for as undefined',
    brick: routes.listOfUndefined,
    check: 'a bad id',
    sentence: 'GET / breaks down (500) when teacher asks for it with {"query":{}}',
  },
  {
    fault: 'T2: so is it where only heads may ask',
    brick: routes.listForHeads,
    check: 'a bad id',
    sentence: 'GET / breaks down (500) when head asks for it with {"query":{}}',
  },
  {
    fault: 'T3: reading asks for the class, and writing forgets it',
    brick: routes.addToAnyClass,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass changed rows by POST /notes about a class that he has nothing to do with',
  },
  {
    fault: 'T3: rows in another school',
    brick: memory.databaseKept,
    check: 'T3, T8',
    sentence: 'in 0390002Y, changed a row of notes_note that belongs to 0390001X',
  },
  {
    fault: 'T6: of two ids, the second is believed',
    brick: routes.listOfSeveralClasses,
    check: 'a bad id',
    sentence: 'GET / with a second group, of another class shows teacher what is in the class cm2',
  },
  {
    fault: 'T7: both schools are counted',
    brick: memory.storedDataOfAll,
    check: 'T7',
    sentence: 'describeStoredData of 0390001X counts what another school holds',
  },
  {
    fault: 'T10: a search in every class',
    brick: routes.searchEverywhere,
    check: 'a bad id',
    sentence: 'GET / with the words of another class shows teacher what is in the class cm2',
    examples: searching,
  },
  {
    fault: 'T1: a second page of every class, which no example reaches',
    brick: routes.overInAnyClass,
    check: 'T10, T11',
    sentence: 'GET /over reads rows and never showed what an example made, so nothing is proved of it; add an example',
  },
  {
    fault: 'T1: the same page, once an example reaches it',
    brick: routes.overInAnyClass,
    check: 'T10, T11',
    sentence: 'GET /over shows teacher in 0390001X what GET /over was about in the class cm2 of 0390001X',
    examples: over,
  },
  {
    fault: 'T11: a cache without the school',
    brick: memory.cacheWithoutSchool,
    check: 'T10, T11',
    sentence: 'GET / shows teacherOfOtherSchool in 0390002Y what GET / was about in the class cm1 of 0390001X',
  },
  {
    fault: 'T1: a note by its id, beside one’s own class',
    brick: ids.showBesideOwnClass,
    check: 'a bad id',
    sentence:
      'notes/:id with the id of another class shows teacher what is in the class cm2 of 0390001X; look for it by',
    examples: besideOwnClass,
  },
  {
    fault: 'T8: a note of another class is told apart from none',
    brick: ids.tellsOfOthers,
    check: 'a bad id',
    sentence: 'notes/:id answered 200 with the id of another class in its address, not 404; look for it by all the ids',
    examples: besideOwnClass,
  },
  {
    fault: 'T3: a note changed by its id, beside one’s own class',
    brick: ids.editBesideOwnClass,
    check: 'a bad id',
    sentence: 'POST /edit with the id of another class changed rows; look for it by all the ids that are sent at once',
    examples: besideOwnClass,
  },
  {
    fault: 'T3: somebody’s notes changed, beside one’s own class',
    brick: ids.editOfAnybody,
    check: 'a bad id',
    sentence: 'POST /groups/:groupId/people/:personId with the personId of another class changed rows; look for it by',
    examples: besideOwnClass,
  },
  {
    fault: 'T11: a note kept by its id, beside one’s own class',
    brick: memory.noteKeptBesideOwnClass,
    check: 'a bad id',
    sentence: 'notes/:id with the id of another class shows teacher what is in the class cm2 of 0390001X',
    examples: besideOwnClass,
  },
  {
    fault: 'T11: a note of the whole school kept by its id',
    brick: memory.noteKept,
    check: 'T1, T3, T6',
    sentence: 'teacher was answered 200 by GET /notes/:id in 0390001X about something of 0390002Y',
    examples: forTheSchool,
  },
  {
    fault: 'T11: a form that finds what was kept by its id',
    brick: memory.formOfNoteKept,
    check: 'T1, T3, T6',
    sentence: 'teacher was answered 303 by POST /notes/:id/delete in 0390001X about something of 0390002Y',
    examples: forTheSchool,
  },
  {
    fault: 'T3: a form that changes what is in the school that asked first',
    brick: memory.deletedWhereFirst,
    check: 'T1, T3, T6',
    sentence: 'in 0390002Y, changed a row of notes_note that belongs to 0390001X',
    examples: forTheSchool,
  },
  {
    fault: 'T5: somebody’s own note kept by its id',
    brick: memory.ownNoteKept,
    check: 'T5',
    sentence: 'teacherInBothSchools, who had just been in 0390002Y, was answered 200 by GET /notes/:id in 0390001X',
    examples: ownNotes,
  },
  {
    fault: 'T5: a form that changes what is in the school where one was before',
    brick: memory.deletedWhereLast,
    check: 'T5',
    sentence: 'asked by teacherInBothSchools in 0390001X, changed a row of notes_note that belongs to 0390002Y',
    examples: forTheSchool,
  },
  {
    fault: 'T1: a directory that names nobody’s school',
    brick: directories.schoolUnnamed,
    check: 'T1: its directory',
    sentence: 'The source register names a person of 0390001X, and no such school before it; name the school first.',
  },
  {
    fault: 'T1: a directory that puts pupils into the class of another school',
    brick: directories.classElsewhere,
    check: 'T1: its directory',
    sentence: 'The source register puts "pupil" into "cm1", which is no group of 0390001X; name both of one school.',
  },
  {
    fault: 'a directory with one school, which proves little',
    brick: directories.oneSchool,
    check: 'T1: its directory',
    sentence: 'The source register names 1 schools; have it tried on two at least.',
  },
  {
    fault: 'a directory that does not answer',
    brick: directories.unreadable,
    check: 'T1: its directory',
    sentence: 'The source register cannot be read (nobody answers); give "settings" of a directory that answers.',
  },
  {
    fault: 'no directory at all',
    brick: directories.noDirectory,
    check: 'T1: its directory',
    sentence: 'The brick gives no directory',
  },
];
