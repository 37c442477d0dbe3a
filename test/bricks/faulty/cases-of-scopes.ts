// SPDX-License-Identifier: EUPL-1.2
import * as scopes from './faults-of-scopes.js';
import type { FaultyCase } from './faulty-case.js';
import { ownNotesInClasses } from './other-examples.js';
import { drafts, pupilInForm, reports, reportsBrick, reportsWithOwners } from './sound-reports.js';

/** Resources that belong to a pupil, to an owner within a class, or to the whole school. */
export const CASES_OF_SCOPES: readonly FaultyCase[] = [
  {
    fault: 'a load that leaves out the pupil of its row',
    brick: scopes.pupilLeftOut,
    check: 'valid example',
    sentence: 'The result of "load" of GET /reports/:id lacks the pupilId of its row of reports_report',
    examples: reports,
  },
  {
    fault: 'a load that leaves out the owner of its row',
    isSecondWay: true,
    brick: scopes.ownerLeftOut,
    check: 'valid example',
    sentence: 'The result of "load" of GET /notes/:id lacks the ownerId of its row of notes_note',
    examples: ownNotesInClasses,
  },
  {
    fault: 'a load that opens a report to the whole school',
    isSecondWay: true,
    brick: scopes.schoolWideReport,
    check: 'valid example',
    sentence: 'The result of "load" of GET /reports/:id lacks the groupId of its row of reports_report',
    examples: reports,
  },
  {
    fault: 'a load that gives no scope of the table',
    brick: scopes.noSuchScope,
    check: 'valid example',
    sentence:
      'The result of "load" of GET /reports/:id has groupId and pupilId and schoolWide, which together are no scope',
    examples: reports,
  },
  {
    fault: 'a load that gives no pupil',
    brick: scopes.pupilLost,
    check: 'valid example',
    sentence: 'The result of "load" of GET /reports/:id has no pupil (pupilId is null), so that nobody may access it',
    examples: reports,
  },
  {
    fault: 'a load that gives the whole school and no owner',
    isSecondWay: true,
    brick: scopes.schoolWideOwnerLost,
    check: 'valid example',
    sentence: 'The result of "load" of GET /reports/:id has no owner (ownerId is null), so that nobody may access it',
    examples: reports,
  },
  {
    fault: 'a row with an owner that is no owner',
    brick: reportsBrick(),
    check: 'T10, T11',
    sentence: 'A row of reports_report has groupId and ownerId and pupilId, which together are no scope',
    examples: reportsWithOwners,
  },
  {
    fault: 'T8: a list with the reports of the whole class',
    brick: scopes.listOfAllPupils,
    check: 'T10, T11',
    sentence: 'GET /classes/:groupId shows classmate in 0390001X data of GET /classes/:groupId in the class cm1',
    examples: reports,
  },
  {
    fault: 'T8: a list with drafts',
    brick: scopes.listWithDrafts,
    check: 'T10, T11',
    sentence: 'GET /classes/:groupId shows pupil in 0390001X data of GET /reports/:id in the class cm1',
    examples: drafts,
  },
  {
    fault: 'T3: a report about any pupil, by the address',
    brick: scopes.reportAboutAnybody,
    check: 'malformed',
    sentence: 'POST /pupils/:pupilId/reports answered 303 with the pupilId of another class in its address',
    examples: reports,
  },
  {
    fault: 'T3: a report about any pupil of the school, by the form',
    brick: scopes.pupilOnlyKnown,
    check: 'malformed',
    sentence: 'POST /reports with the pupilId of another class changed rows',
    examples: pupilInForm,
  },
  {
    fault: 'T3: a report about any pupil, since the class counts',
    isSecondWay: true,
    brick: scopes.madeByClassAndPupil,
    check: 'malformed',
    sentence: 'POST /reports with the pupilId of another class changed rows',
    examples: pupilInForm,
  },
  {
    fault: 'T3: a report in any class, since the pupil counts',
    brick: scopes.madeInAnyClass,
    check: 'malformed',
    sentence: 'changed rows; have "body" take z.uuid() only, and give the route "group" or "load"',
    examples: pupilInForm,
  },
  {
    fault: 'T7: erasure that leaves the report of a pupil',
    brick: scopes.erasesThePupilAlone,
    check: 'T7: personal data',
    sentence: 'erasePerson of pupil in 0390001X leaves in reports_report data of the person alone',
    examples: reports,
  },
  {
    fault: 'a permission for last year that the page forgets',
    brick: scopes.forgetsLastYear,
    check: 'T3, T8',
    sentence: 'head has the permission "read" for the data of GET /classes/:groupId, and was answered 404',
    examples: reports,
  },
];
