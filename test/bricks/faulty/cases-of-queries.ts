// SPDX-License-Identifier: EUPL-1.2
import * as faults from './faults-of-queries.js';
import type { FaultyCase } from './faulty-case.js';

const check = 'T1, T6: each named query';
const declaration = 'the host accepts';
const queries = faults.queryExamples;

/** Named queries that find what they should not. */
export const CASES_OF_QUERIES: readonly FaultyCase[] = [
  {
    fault: 'T1: a query of every school',
    brick: faults.queryOfEverySchool,
    check: declaration,
    sentence: 'the query "search" reads notes_note of every school. Add "n.school = :school" to its conditions',
  },
  {
    fault: 'T1: a query in which OR undoes the school',
    brick: faults.queryWithOr,
    check: declaration,
    sentence: 'the query "search" has OR outside brackets',
  },
  {
    fault: 'T1: a query of persons of the host',
    brick: faults.queryOfPersons,
    check: declaration,
    sentence: 'the query "search" reads core_person, which is no table of the brick',
  },
  {
    fault: 'T11: a query keeps the rows that it found',
    brick: faults.queryThatRemembers,
    check,
    sentence: 'The query "search" finds in 0390001X what is of 0390002Y',
    queries,
  },
  {
    fault: 'a query without an example',
    brick: faults.soundWithQuery,
    check,
    sentence: 'The query "search" has no example; add "search" to "queries"',
  },
  {
    fault: 'an example without a query',
    brick: faults.soundWithQuery,
    check,
    sentence: '"queries" of the contract\'s options names find, which is no query',
    queries: { ...queries, find: () => ({}) },
  },
  {
    fault: 'an example whose row the query does not find',
    brick: faults.soundWithQuery,
    check,
    sentence: 'The query "search" finds nothing of what its example wrote in 0390001X',
    queries: faults.fruitless,
  },
  {
    fault: 'an example with other parameters',
    brick: faults.soundWithQuery,
    check,
    sentence: 'The query "search" fails in 0390001X (The schema refuses the parameters of the query "search" (text: ',
    queries: faults.unfit,
  },
];
