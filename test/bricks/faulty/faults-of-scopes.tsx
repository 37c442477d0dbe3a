// SPDX-License-Identifier: EUPL-1.2
import { NotFoundError, type ResourceScope } from '@volee/core-adapter';
import { z } from 'zod';
import { Note } from './note.entity.js';
import { Report } from './report.entity.js';
import { noteParams, notesBrick } from './sound-notes.js';
import {
  byClass,
  byId,
  byPupil,
  newReport,
  reportHandlers,
  reportsBrick,
  rowOf,
  scopeOf,
  type ReportParts,
} from './sound-reports.js';

const form = newReport.extend({ pupilId: z.uuid() });

/** The page of one report, for users who are related to this scope. */
function shownBy(scope: (report: Report) => ResourceScope): Partial<ReportParts> {
  return {
    show({ http }) {
      http.get(
        '/reports/:id',
        {
          access: 'read',
          params: byId,
          async load({ params, db }) {
            const report = await db.repository(Report).findOne({ where: params });
            return report && { ...scope(report), id: report.id, text: report.text };
          },
        },
        ({ resource, page, t }) => page(t('title'), <h1>{resource.text}</h1>),
      );
    },
  };
}

/** The list of a class, with the reports that `isShown` keeps. */
function listed(
  shown: (
    reports: readonly Report[],
    filter: (scopes: readonly ResourceScope[]) => Promise<ResourceScope[]>,
  ) => Promise<readonly ResourceScope[]>,
): Partial<ReportParts> {
  return {
    list({ http }) {
      http.get(
        '/classes/:groupId',
        { access: 'read', params: byClass, group: ({ params }) => params.groupId },
        async ({ params, db, access, page, t }) => {
          const reports = await db.repository(Report).find({ where: params });
          const kept = await shown(reports, (scopes) => access.filter('read', scopes));
          return page(t('title'), <h1>{kept.map((report) => (report as Report).text).join()}</h1>);
        },
      );
    },
  };
}

/** `load` gives the class of a report without its pupil. */
export const pupilLeftOut = reportsBrick({ parts: shownBy(({ groupId }) => ({ groupId })) });

/** `load` gives the whole school a report about a pupil. */
export const schoolWideReport = reportsBrick({ parts: shownBy(() => ({ schoolWide: true })) });

/** `load` gives a combination that is no scope. */
export const noSuchScope = reportsBrick({ parts: shownBy((report) => ({ ...scopeOf(report), schoolWide: true })) });

/** `load` gives the whole school, and an owner that is null. */
export const schoolWideOwnerLost = reportsBrick({ parts: shownBy(() => ({ schoolWide: true, ownerId: null })) });

/** `load` gives the row of a report that lost its pupil. */
export const pupilLost = reportsBrick({ parts: shownBy((report) => ({ ...scopeOf(report), pupilId: null })) });

/** `load` gives the class of a note of one pupil, so that the whole class has it. */
export const ownerLeftOut = notesBrick({
  parts: {
    show({ http }) {
      http.get(
        '/notes/:id',
        {
          access: 'read',
          params: noteParams,
          async load({ db, params }) {
            const note = await db.repository(Note).findOne({ where: params });
            return note && { ...note, ownerId: null };
          },
        },
        ({ resource, page, t }) => page(t('title'), <p>{resource.text}</p>),
      );
    },
  },
});

/** T8: the list shows the reports of the whole class. */
export const listOfAllPupils = reportsBrick({ parts: listed((reports) => Promise.resolve(reports)) });

/** T8: the list asks for the pupil, and forgets that drafts are for teachers. */
export const listWithDrafts = reportsBrick({
  parts: listed((reports, filter) => filter(reports.map(({ published: _, ...report }) => report))),
});

/** T3: the class in the form is the user's own, and the pupil in the address is any pupil. */
export const reportAboutAnybody = reportsBrick({
  parts: {
    add({ http }) {
      http.post(
        '/pupils/:pupilId/reports',
        { access: 'write', params: byPupil, body: newReport },
        async ({ params, body, db, access, directory, redirect }) => {
          const { pupilId } = params;
          if (!(await access.can('write', { groupId: body.groupId }))) throw new NotFoundError('No such class.');
          if (!(await directory.persons([pupilId])).has(pupilId)) throw new NotFoundError('No such pupil.');
          await db.repository(Report).insert([rowOf({ ...params, ...body })]);
          return redirect('/');
        },
      );
    },
  },
});

/** T3: the host checks the class, and of the pupil in the form only that the school has them. */
export const pupilOnlyKnown = reportsBrick({
  parts: {
    add({ http }) {
      http.post(
        '/reports',
        { access: 'write', body: form, group: ({ body }) => body.groupId },
        async ({ body, db, directory, redirect }) => {
          if (!(await directory.persons([body.pupilId])).has(body.pupilId)) throw new NotFoundError('No such pupil.');
          await db.repository(Report).insert([rowOf(body)]);
          return redirect('/');
        },
      );
    },
  },
});

/** The form of a new report, for users with the permission in this scope. */
function madeBy(scope: (body: z.output<typeof form>) => ResourceScope): Partial<ReportParts> {
  return {
    add({ http }) {
      http.post(
        '/reports',
        { access: 'write', body: form, load: ({ body }) => Promise.resolve(scope(body)) },
        async ({ body, db, redirect }) => {
          await db.repository(Report).insert([rowOf(body)]);
          return redirect('/');
        },
      );
    },
  };
}

/** T3: a new report is judged by class and pupil, so that teachers of the class make one about any pupil. */
export const madeByClassAndPupil = reportsBrick({ parts: madeBy(({ groupId, pupilId }) => ({ groupId, pupilId })) });

/** T3: a new report is judged by its pupil, and nothing asks about the class in the form. */
export const madeInAnyClass = reportsBrick({ parts: madeBy(({ pupilId }) => ({ pupilId })) });

/** T7: erasing a pupil takes the pupil out of the report, and leaves the report. */
export const erasesThePupilAlone = reportsBrick({
  parts: {
    forget: ({ personalData }) =>
      personalData({
        ...reportHandlers,
        async erasePerson({ db, personId }) {
          await db.repository(Report).update({ pupilId: personId }, { pupilId: null });
        },
      }),
  },
});

/** The permission holds for classes of last year, and the page knows those of this year only. */
export const forgetsLastYear = reportsBrick({
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'], past: true },
    write: { profiles: ['teacher'] },
  },
  parts: {
    list({ http }) {
      http.get(
        '/classes/:groupId',
        { access: 'read', params: byClass, group: ({ params }) => params.groupId },
        async ({ params, access, page, t }) => {
          const group = (await access.groups('read')).find(({ id }) => id === params.groupId);
          if (!group) throw new NotFoundError('No such class.');
          return page(t('title'), <h1>{group.name}</h1>);
        },
      );
    },
  },
});
