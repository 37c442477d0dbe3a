// SPDX-License-Identifier: EUPL-1.2
import {
  defineBrick,
  NotFoundError,
  type Brick,
  type BrickDefinition,
  type Manifest,
  type NewRow,
  type PersonalDataHandlers,
  type ResourceScope,
} from '@volee/core-adapter';
import type { ExampleAbout } from '@volee/core-adapter/testing';
import { z } from 'zod';
import { CreateReports1764028800002 } from './create-reports.migration.js';
import { Report } from './report.entity.js';
import type { Examples } from './sound-notes.js';

const texts = {
  title: 'Bilans',
  summary: 'Ce que l’élève a appris',
  'data.kept': 'Les bilans',
  'data.purpose': 'Dire ce qui est appris',
  'data.retention': 'Jusqu’au départ de l’élève',
};

const manifest = {
  id: 'reports',
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  icon: 'journal-text',
  colour: 'plum',
  locales: { fr: texts, en: texts },
  settings: z.strictObject({}),
  permissions: {
    read: { profiles: ['pupil', 'guardian', 'teacher', 'head'] },
    write: { profiles: ['teacher'] },
  },
  entities: [Report],
  migrations: [CreateReports1764028800002],
  personalData: { kept: 'data.kept', purpose: 'data.purpose', retention: 'data.retention' },
} satisfies Manifest;

export type ReportsBrick = Brick<typeof manifest>;

export const byId = z.object({ id: z.uuid() });
export const byClass = z.object({ groupId: z.uuid() });
export const byPupil = z.object({ pupilId: z.uuid() });
export const newReport = z.object({ groupId: z.uuid(), text: z.string().min(1).max(100) });

/** Drafts are for teachers and heads. */
export function scopeOf({ groupId, pupilId, published }: Report): ResourceScope {
  return { groupId, pupilId, ...(!published && { visibleTo: ['teacher', 'head'] }) };
}

export const reportHandlers: PersonalDataHandlers = {
  async exportPerson({ db, personId }) {
    return { records: { reports: await db.repository(Report).find({ where: { pupilId: personId } }) } };
  },
  async erasePerson({ db, personId }) {
    await db.repository(Report).delete({ pupilId: personId });
  },
  async movePerson({ db, from, to }) {
    await db.repository(Report).update({ pupilId: from }, { pupilId: to });
  },
  async closeSchool({ db }) {
    await db.repository(Report).delete({});
  },
};

/** The parts of the brick: each faulty one replaces one part. */
export const soundReports = {
  home({ http }: ReportsBrick): void {
    http.get('/', { access: 'read' }, ({ page, t }) => page(t('title'), <h1>{t('title')}</h1>));
  },
  list({ http }: ReportsBrick): void {
    http.get(
      '/classes/:groupId',
      { access: 'read', params: byClass, group: ({ params }) => params.groupId },
      async ({ params, db, access, page, t }) => {
        const reports = await db.repository(Report).find({ where: params });
        const shown = await access.filter(
          'read',
          reports.map((report) => ({ ...report, ...scopeOf(report) })),
        );
        return page(t('title'), <h1>{shown.map(({ text }) => text).join()}</h1>);
      },
    );
  },
  show({ http }: ReportsBrick): void {
    http.get(
      '/reports/:id',
      {
        access: 'read',
        params: byId,
        async load({ params, db }) {
          const report = await db.repository(Report).findOne({ where: params });
          return report && { ...report, ...scopeOf(report) };
        },
      },
      ({ resource, page, t }) => page(t('title'), <h1>{resource.text}</h1>),
    );
  },
  add({ http }: ReportsBrick): void {
    http.post(
      '/pupils/:pupilId/reports',
      { access: 'write', params: byPupil, body: newReport, load: ({ params }) => Promise.resolve(params) },
      async ({ params, body, db, access, redirect }) => {
        if (!(await access.can('write', { groupId: body.groupId }))) throw new NotFoundError('There is no such class.');
        await db.repository(Report).insert([rowOf({ ...params, ...body })]);
        return redirect(`/classes/${body.groupId}`);
      },
    );
  },
  forget({ personalData }: ReportsBrick): void {
    personalData(reportHandlers);
  },
  follow({ moveGroup }: ReportsBrick): void {
    moveGroup(
      async ({ db, from, to }) => void (await db.repository(Report).update({ groupId: from }, { groupId: to })),
    );
  },
};

export type ReportParts = typeof soundReports;

export function reportsBrick(
  replaced: Partial<Pick<Manifest, 'permissions' | 'entities' | 'migrations'>> & {
    readonly parts?: Partial<ReportParts>;
  } = {},
): BrickDefinition {
  const { parts, ...changes } = replaced;
  const made = { ...manifest, ...changes } as typeof manifest;
  return defineBrick(made, (brick) => {
    for (const register of Object.values({ ...soundReports, ...parts })) register(brick);
  });
}

export function rowOf(report: Pick<Report, 'groupId' | 'pupilId' | 'text'> & Partial<Report>): NewRow<Report> {
  return { ownerId: null, published: false, ...report };
}

/** Writes a report about the pupil of the example. */
export async function writtenReport(
  { db, groupId, pupilId, marker }: ExampleAbout,
  changes: Partial<Report> = {},
): Promise<string> {
  const row = rowOf({ groupId, pupilId, text: marker, published: true, ...changes });
  const [report] = await db.repository(Report).insert([row]);
  return report?.id ?? '';
}

export const reports: Examples = {
  'GET /classes/:groupId': async (about) => {
    await writtenReport(about);
    return { params: { groupId: about.groupId } };
  },
  'GET /reports/:id': async (about) => ({ params: { id: await writtenReport(about) } }),
  'POST /pupils/:pupilId/reports': ({ pupilId, groupId, marker }) => ({
    params: { pupilId },
    form: { groupId, text: marker },
  }),
};

/** The same with reports that are drafts. */
export const drafts: Examples = {
  ...reports,
  'GET /reports/:id': async (about) => ({ params: { id: await writtenReport(about, { published: false }) } }),
};

/** The same with an owner, which no report has. */
export const reportsWithOwners: Examples = {
  ...reports,
  'GET /classes/:groupId': async (about) => {
    await writtenReport(about, { ownerId: about.personId });
    return { params: { groupId: about.groupId } };
  },
};

/** The same with a form that names the pupil. */
export const pupilInForm: Examples = {
  ...Object.fromEntries(Object.entries(reports).filter(([name]) => !name.startsWith('POST'))),
  'POST /reports': ({ pupilId, groupId, marker }) => ({ form: { pupilId, groupId, text: marker } }),
};
