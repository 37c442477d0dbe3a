// SPDX-License-Identifier: EUPL-1.2
import * as faults from './faults-of-live.js';
import type { FaultyCase } from './faulty-case.js';

const portal = 'the portal tells';

/** Faults in live parts and on the portal. */
export const CASES_OF_LIVE: readonly FaultyCase[] = [
  {
    fault: 'pages of another school are told',
    brick: faults.tellsTheFirst,
    check: 'what is published',
    sentence: 'POST /notes tells teacher of "notes" in 0390002Y, which is not their school',
  },
  {
    fault: 'a part that changes and has no id',
    brick: faults.liveWithoutId,
    check: 'its pages are accessible',
    sentence:
      'GET /notes/:id, as teacher reads it in fr, has a part that changes and cannot be found again, <section data-live="notes">',
  },
  {
    fault: 'the portal shows tasks of other classes',
    brick: faults.tasksOfTheSchool,
    check: portal,
    sentence: 'in 0390001X data of the class cm2 of 0390001X; restrict the tasks',
  },
  {
    fault: 'the badge throws',
    brick: faults.badgeThatFails,
    check: portal,
    sentence: 'What the brick gives to "portal" fails when teacher in 0390001X opens the portal (there is no count)',
  },
  {
    fault: 'a task leads to no page',
    brick: faults.taskToNowhere,
    check: portal,
    sentence: 'A task leads teacher in 0390001X to /notes/none, which answered 404',
  },
];
