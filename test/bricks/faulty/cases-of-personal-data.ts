// SPDX-License-Identifier: EUPL-1.2
import * as faults from './faults-of-personal-data.js';
import type { FaultyCase } from './faulty-case.js';

const check = 'T7: personal data';
const moving = 'T7: rows of a person';
const following = 'T7: rows of a class';
const examples = faults.examplesInFiles;

/** Faults of export and erasure of personal data. */
export const CASES_OF_PERSONAL_DATA: readonly FaultyCase[] = [
  {
    fault: 'it does not say what it keeps about persons',
    brick: faults.saysNothing,
    check: 'the host accepts',
    sentence: 'manifest.personalData: it has tables and does not declare their personal data',
  },
  {
    fault: 'a column that may hold the id of a person is in no declaration',
    brick: faults.columnUndeclared,
    check: 'each column that may hold',
    sentence:
      'The column "ownerId" of notes_note has 36 letters, so it may hold the id of a person, and no declaration names it; say in "tables"',
  },
  {
    fault: 'it declares a column that is not there',
    brick: faults.columnNotThere,
    check: 'the host accepts',
    sentence: 'manifest.personalData.tables: Note has no column "author". Name a column of the entity, or remove it.',
  },
  {
    fault: 'it says what it keeps, and cannot erase it',
    brick: faults.handlersMissing,
    check: 'it starts and stops',
    sentence: 'nothing gives it out or erases it). Call brick.personalData.',
  },
  {
    fault: 'it erases what it says it does not keep',
    brick: faults.handlersUnexpected,
    check: 'it starts and stops',
    sentence: 'its manifest declares no personal data',
  },
  {
    fault: 'it says that it names nobody',
    brick: faults.saysNone,
    check,
    sentence:
      'The manifest says that nothing is kept about persons, but notes_note holds the id of teacher in "ownerId"',
  },
  {
    fault: 'its examples name nobody',
    brick: faults.nobodyNamed,
    check,
    sentence: 'No example writes a row with the id of a person',
    examples: faults.examplesOfNobody,
  },
  {
    fault: 'it gives out nothing',
    brick: faults.exportsNothing,
    check,
    sentence:
      'exportPerson of teacherInBothSchools in 0390001X lacks rows of notes_note about the person, which the example of GET / for teacherInBothSchools wrote; export',
  },
  {
    fault: 'it gives out the row without the file',
    brick: faults.exportsNoContent,
    check,
    sentence: 'exportPerson of teacherInBothSchools in 0390001X lacks rows of notes_note about the person',
    examples,
  },
  {
    fault: 'it forgets a column that came later',
    brick: faults.exportsNoDay,
    check,
    sentence: 'exportPerson leaves out "dueOn" of notes_note, although its rows contain the id of the person; export',
  },
  {
    fault: 'it gives out no note for now',
    brick: faults.exportsNoDay,
    check,
    sentence: '"exportedLater" leaves out every row of notes_note that the examples write',
    exportedLater: { notes_note: () => true },
  },
  {
    fault: 'it gives out what is another’s',
    brick: faults.exportsOthers,
    check,
    sentence:
      'exportPerson of teacherInBothSchools in 0390001X exports data of another person, which the example of GET / for',
  },
  {
    fault: 'it gives out what is of another school',
    brick: faults.exportsElsewhere,
    check,
    sentence:
      'exportPerson of teacherInBothSchools in 0390002Y exports data of 0390001X, which the example of GET / for teacherInBothSchools wrote; query',
  },
  {
    fault: 'it gives out what is no JSON',
    brick: faults.exportsNoJson,
    check,
    sentence: 'exportPerson of teacherInBothSchools in 0390001X fails (',
  },
  {
    fault: 'it erases nothing',
    brick: faults.erasesNothing,
    check,
    sentence:
      'erasePerson of teacherInBothSchools in 0390001X leaves the id of the person in "ownerId" of notes_note, which the example of GET / for teacherInBothSchools wrote; delete',
  },
  {
    fault: 'it erases what is another’s',
    brick: faults.erasesOthers,
    check,
    sentence: 'erasePerson of teacherInBothSchools in 0390001X changes rows of notes_note without the id of the person',
  },
  {
    fault: 'it erases what is another’s, and says that a column is worked out',
    brick: faults.erasesOthers,
    check,
    sentence: 'erasePerson of teacherInBothSchools in 0390001X changes rows of notes_note without the id of the person',
    workedOut: { 'notes_note.text': 'to try' },
  },
  {
    fault: 'it says that a column is worked out, and has none of this name',
    brick: faults.soundAlone,
    check,
    sentence: '"workedOut" names notes_note.seats, which is nothing of the brick; remove it.',
    workedOut: { 'notes_note.seats': 'to try' },
  },
  {
    fault: 'it removes the name, and leaves data of the person alone',
    brick: faults.erasesTheNameAlone,
    check,
    sentence:
      'erasePerson of teacherInBothSchools in 0390001X leaves in notes_note data of the person alone, which the example of GET / for',
  },
  {
    fault: 'it cannot erase what is gone already',
    brick: faults.erasesOnce,
    check,
    sentence: 'erasePerson of teacherInBothSchools in 0390001X fails when it is done again after an interruption (th',
  },
  {
    fault: 'it erases in another school',
    brick: faults.erasesElsewhere,
    check,
    sentence: 'changes notes_note of 0390001X; keep to the `db` given',
  },
  {
    fault: 'it erases the row, and forgets the file',
    brick: faults.erasesNoContent,
    check,
    sentence: 'leaves the content of a file without a row',
    examples,
  },
  {
    fault: 'it erases the row before the file',
    brick: faults.erasesRowsFirst,
    check,
    sentence: 'leaves the content of a file without a row, when it is interrupted and run again',
    examples,
  },
  {
    fault: 'it removes the files of others',
    brick: faults.erasesEveryContent,
    check,
    sentence: 'removes the content of a file although its row stays',
    examples,
  },
  {
    fault: 'it moves nothing when two persons become one',
    brick: faults.movesNothing,
    check: moving,
    sentence:
      'movePerson of pupil to pupilOfOtherClass in 0390001X leaves the old id in "ownerId" of notes_note, which the example of GET / for pupil wrote; write',
  },
  {
    fault: 'it deletes what it should move',
    brick: faults.movesByDeleting,
    check: moving,
    sentence:
      'movePerson of pupil to pupilOfOtherClass in 0390001X deletes a row of notes_note, which the example of GET / for pupil wrote; give it to',
  },
  {
    fault: 'it takes the old id out, and writes no new one',
    brick: faults.movesTheNameAlone,
    check: moving,
    sentence: 'movePerson of pupil to pupilOfOtherClass in 0390001X takes the id out of notes_note',
  },
  {
    fault: 'it changes rows when nothing is left to move',
    brick: faults.movesAtEachCall,
    check: moving,
    sentence:
      'movePerson of pupil to pupilOfOtherClass in 0390001X changes notes_note when it runs again; where no row',
  },
  {
    fault: 'it moves what is somebody else’s',
    brick: faults.movesOthers,
    check: moving,
    sentence: 'movePerson of pupil to pupilOfOtherClass in 0390001X changes rows of notes_note about neither',
  },
  {
    fault: 'it moves to a person without rows alone',
    brick: faults.movesOntoNobody,
    check: moving,
    sentence: 'movePerson of pupil to pupilOfOtherClass in 0390001X fails (there is a note already)',
  },
  {
    fault: 'it moves rows in another school as well',
    brick: faults.movesElsewhere,
    check: moving,
    sentence: 'movePerson of pupil to pupilOfOtherClass in 0390001X changes notes_note of 0390002Y; keep to the `db`',
  },
  {
    fault: 'it has a column with the id of a class, and no way to move it',
    brick: faults.followsNoClass,
    check: 'it starts and stops',
    sentence:
      'by its name Note#groupId holds the id of a group, and no row would follow when two classes become one). Declare it',
  },
  {
    fault: 'it moves nothing when two classes become one',
    brick: faults.followsByNothing,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X leaves the old id in "groupId" of notes_note, which the example of',
  },
  {
    fault: 'it names a class in a text, and moves the column alone',
    brick: faults.namesClassInText,
    check: following,
    sentence:
      'moveGroup of cm1 to cm2 in 0390001X leaves the old id in "text" of notes_note, which the example of GET /',
    examples: faults.examplesWithClassInText,
  },
  {
    fault: 'it names a class twice in JSON, and moves one of them',
    brick: faults.followsInPartOfJson,
    check: following,
    sentence:
      'moveGroup of cm1 to cm2 in 0390001X leaves the old id in "text" of notes_note, which the example of GET /',
    examples: faults.examplesWithClassInJson,
  },
  {
    fault: 'it deletes the rows of a class',
    brick: faults.followsByDeleting,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X deletes a row of notes_note, which the example of',
  },
  {
    fault: 'it takes the id of the class out, and writes no new one',
    brick: faults.followsTheNameAlone,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X takes the id out of notes_note',
  },
  {
    fault: 'it changes rows when no row is left in the class',
    brick: faults.followsAtEachCall,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X changes notes_note when it runs again; where no row',
  },
  {
    fault: 'it moves rows of no class into the class',
    brick: faults.followsOthers,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X changes rows of notes_note about neither',
  },
  {
    fault: 'it moves rows to a class without rows alone',
    brick: faults.followsIntoNoClass,
    check: following,
    sentence: 'moveGroup of cm1 to cm2 in 0390001X fails (there is a note already)',
  },
  {
    fault: 'it stays in a school that closes',
    brick: faults.closesNothing,
    check,
    sentence: 'closeSchool of 0390001X leaves rows in notes_note',
  },
  {
    fault: 'it cannot leave a school twice',
    brick: faults.closesOnce,
    check,
    sentence: 'closeSchool of 0390001X fails when it is done again',
  },
  {
    fault: 'it leaves another school besides',
    brick: faults.closesElsewhere,
    check,
    sentence: 'closeSchool of 0390001X changes notes_note of 0390002Y',
  },
  {
    fault: 'it removes the rows of a school before the files',
    brick: faults.closesRowsFirst,
    check,
    sentence: 'closeSchool of 0390001X leaves the content of a file',
    examples,
  },
];
