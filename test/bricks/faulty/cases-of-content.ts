// SPDX-License-Identifier: EUPL-1.2
import * as faults from './faults-of-content.js';
import type { FaultyCase } from './faulty-case.js';

const check = 'F16: content';

/** Faults in files that leave, and in their names. */
export const CASES_OF_CONTENT: readonly FaultyCase[] = [
  {
    fault: 'F16: content with another size than it has',
    brick: faults.tooFewBytes,
    check,
    sentence: 'GET /notes/:id, asked by teacher, breaks its answer off',
  },
  {
    fault: 'F16: content that is always sent whole',
    brick: faults.deafToRanges,
    check,
    sentence: 'and have "open" give these bytes, or those of the range',
  },
  {
    fault: 'another part than is asked for',
    brick: faults.alwaysFromTheStart,
    check,
    sentence: 'GET /notes/:id sends another part than is asked for',
  },
  {
    fault: 'an etag of the moment',
    brick: faults.etagOfTheMoment,
    check,
    sentence: 'GET /notes/:id sends the same content twice, with the etags "',
  },
  {
    fault: 'one etag for all contents',
    brick: faults.oneEtagForAll,
    check,
    sentence: 'GET /notes/:id sends two contents with the same etag "note"',
  },
];
