// SPDX-License-Identifier: EUPL-1.2
import * as directories from './faults-of-directories.js';
import * as ids from './faults-of-ids.js';
import * as memory from './faults-of-memory.js';
import * as routes from './faults-of-routes.js';
import type { FaultyCase } from './faulty-case.js';
import { besideOwnClass, forTheSchool, over, ownNotes, picking, searching } from './other-examples.js';

/** Faults that give access to data of others. */
export const CASES_OF_TENANCY: readonly FaultyCase[] = [
  {
    fault: 'T1: a list of any class',
    brick: routes.listOfAnyClass,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was shown data by GET / for another class',
  },
  {
    fault: 'T1: a note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacherOfOtherClass was answered 200 by GET /notes/:id for another class',
  },
  {
    fault: 'T1: somebody else’s own note by its id alone',
    brick: routes.showWithoutLoad,
    check: 'T3, T8',
    sentence: 'teacher was answered 200 by GET /notes/:id for data of another person',
    examples: ownNotes,
  },
  {
    fault: 'T2: no class is every class',
    brick: routes.listWithoutClass,
    check: 'malformed',
    sentence: 'GET / with no group shows teacher data of the class cm2',
  },
  {
    fault: 'T2: no class is asked for as undefined',
    brick: routes.listOfUndefined,
    check: 'malformed',
    sentence: 'GET / breaks down (500) when teacher asks for it with {"query":{}}',
  },
  {
    fault: 'T2: so is it where only heads may ask',
    brick: routes.listForHeads,
    check: 'malformed',
    sentence: 'GET / breaks down (500) when head asks for it with {"query":{}}',
  },
  {
    fault: 'T3: reading asks for the class, and writing forgets it',
    brick: routes.addToAnyClass,
    check: 'T3, T8',
    sentence:
      /teacherOfOtherClass changed rows of notes_note by POST \/notes for another class, .*, or answer 404 for a class/,
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
    check: 'malformed',
    sentence: 'GET / with a second group, of another class shows teacher data of the class cm2',
  },
  {
    fault: 'T7: both schools are counted',
    brick: memory.storedDataOfAll,
    check: 'T7',
    sentence: 'describeStoredData of 0390001X counts data of another school',
  },
  {
    fault: 'T10: a search in every class',
    brick: routes.searchEverywhere,
    check: 'malformed',
    sentence: 'GET / with the words of another class shows teacher data of the class cm2',
    examples: searching,
  },
  {
    fault: 'T1: a second page of every class, which no example reaches',
    brick: routes.overInAnyClass,
    check: 'T10, T11',
    sentence: 'GET /over reads rows but never showed the data of an example, so it is not tested; add an example',
  },
  {
    fault: 'T1: the same page, once an example reaches it',
    brick: routes.overInAnyClass,
    check: 'T10, T11',
    // A quick run takes the two teachers of the class in turn.
    sentence: /GET \/over shows teacher(InBothSchools)? in 0390001X data of GET \/over in the class cm2 of 0390001X/,
    examples: over,
  },
  {
    fault: 'T11: a cache without the school',
    brick: memory.cacheWithoutSchool,
    check: 'T10, T11',
    sentence: 'GET / shows teacherOfOtherSchool in 0390002Y data of GET / in the class cm1 of 0390001X',
  },
  {
    fault: 'T1: a note by its id, beside one’s own class',
    brick: ids.showBesideOwnClass,
    check: 'malformed',
    sentence: 'notes/:id with the id of another class shows teacher data of the class cm2 of 0390001X; search by',
    examples: besideOwnClass,
  },
  {
    fault: 'T8: a note of another class is told apart from none',
    brick: ids.tellsOfOthers,
    check: 'malformed',
    sentence: 'notes/:id answered 200 with the id of another class in its address, not 404; search by all ids of',
    examples: besideOwnClass,
  },
  {
    fault: 'T3: a note changed by its id, beside one’s own class',
    brick: ids.editBesideOwnClass,
    check: 'malformed',
    sentence: 'POST /edit with the id of another class changed rows; search by all ids of the request at once',
    examples: besideOwnClass,
  },
  {
    fault: 'T3: ticked notes changed by their ids, beside one’s own class',
    brick: ids.editPicked,
    check: 'malformed',
    sentence:
      'POST /edit with one more of ids, of another class changed rows; search by all ids of the request at once',
    examples: picking,
  },
  {
    fault: 'T3: somebody’s notes changed, beside one’s own class',
    isSecondWay: true,
    brick: ids.editOfAnybody,
    check: 'malformed',
    sentence: 'POST /groups/:groupId/people/:personId with the personId of another class changed rows; search by',
    examples: besideOwnClass,
  },
  {
    fault: 'T11: a note kept by its id, beside one’s own class',
    isSecondWay: true,
    brick: memory.noteKeptBesideOwnClass,
    check: 'malformed',
    sentence: 'notes/:id with the id of another class shows teacher data of the class cm2 of 0390001X',
    examples: besideOwnClass,
  },
  {
    fault: 'T11: a note of the whole school kept by its id',
    brick: memory.noteKept,
    check: 'T1, T3, T6',
    sentence: 'teacher was answered 200 by GET /notes/:id in 0390001X about data of 0390002Y',
    examples: forTheSchool,
  },
  {
    fault: 'T11: a form that finds what was kept by its id',
    isSecondWay: true,
    brick: memory.formOfNoteKept,
    check: 'T1, T3, T6',
    sentence: 'teacher was answered 303 by POST /notes/:id/delete in 0390001X about data of 0390002Y',
    examples: forTheSchool,
  },
  {
    fault: 'T11: the directory of the school that asked first',
    isSecondWay: true,
    brick: memory.directoryKept,
    check: 'T1, T3, T6',
    sentence: 'was answered 200 by GET /people/:personId in 0390001X about data of 0390002Y',
    examples: besideOwnClass,
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
    sentence: 'teacherInBothSchools, after a visit to 0390002Y, was answered 200 by GET /notes/:id in 0390001X',
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
    sentence: 'The source register names a person of 0390001X, but no such school before it; name the school first.',
  },
  {
    fault: 'T1: a directory that puts pupils into the class of another school',
    brick: directories.classElsewhere,
    check: 'T1: its directory',
    sentence: 'The source register puts "pupil" into "cm1", which is no group of 0390001X; both must be of one school.',
  },
  {
    fault: 'a directory with one school, which proves little',
    brick: directories.oneSchool,
    check: 'T1: its directory',
    sentence: 'The source register names 1 schools; test it with two at least.',
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
    sentence: 'The brick provides no directory',
  },
];
