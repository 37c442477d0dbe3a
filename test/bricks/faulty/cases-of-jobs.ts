// SPDX-License-Identifier: EUPL-1.2
import * as faults from './faults-of-jobs.js';
import type { FaultyCase } from './faulty-case.js';

const check = 'T7: data of jobs';

export const CASES_OF_JOBS: readonly FaultyCase[] = [
  {
    fault: 'a job is given a person',
    brick: faults.personInData,
    check,
    sentence: 'POST /notes gives the job "mark" the id of a person (teacher); give it the id of a row',
  },
  {
    fault: 'a job is given a class',
    brick: faults.classInData,
    check,
    sentence: 'POST /notes gives the job "mark" the id of a class (cm1); give it the id of a row',
  },
  {
    fault: 'a job fails when its row is gone',
    brick: faults.failsWithoutRow,
    check,
    sentence: 'The job "mark" fails (the note is gone) after what its data names was erased',
  },
  {
    fault: 'a job that nothing enqueues',
    brick: faults.neverEnqueued,
    check,
    sentence: 'No example enqueues the job "count", so nothing is proved of it',
  },
  {
    fault: 'a job keeps the rows of the first school for the next',
    brick: faults.keepsTheSchool,
    check: 'T1, T3, T6',
    sentence: 'changed a row of notes_note that belongs to',
  },
];
