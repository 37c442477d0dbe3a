// SPDX-License-Identifier: EUPL-1.2
import type { SchoolDatabase } from '@volee/core-adapter';
import type { TestHost } from '@volee/core-adapter/testing';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { UNTOUCHED } from '../../domain/works/save-work.js';

/** The fields of a work for the whole class that is seen at once. */
export const WORK_FORM = {
  title: 'Exposé sur les volcans',
  text: 'Choisis un volcan.',
  for: 'class',
  collects: 'true',
  dueOn: '2026-12-04',
  dueAt: '16:00',
  late: 'true',
};

/** Keeps or hands out a work as a teacher of CM1 does. @returns its id */
export async function postWork(
  { host }: { readonly host: Pick<TestHost, 'as' | 'ids'> },
  fields: Readonly<Record<string, string>> = {},
): Promise<string> {
  const form = { ...WORK_FORM, do: 'handOut', ...fields };
  const path = `/groups/${host.ids.cm1}/works/new`;
  const { headers } = await host.as('teacher').post(path).form(form).expect(303);
  const [, id = ''] = /\/works\/([\da-f-]{36})/.exec(headers.get('location') ?? '') ?? [];
  return id;
}

/** Writes a pupil's part as it is after the pupil did something. */
export async function putPart(
  db: SchoolDatabase,
  { id: workId, groupId }: Pick<WorkRow, 'id' | 'groupId'>,
  pupilId: string,
  columns: Partial<WorkPupilRow>,
): Promise<WorkPupilRow> {
  const [row] = await db.repository(WorkPupilRow).insert([{ ...UNTOUCHED, workId, groupId, pupilId, ...columns }]);
  if (!row) throw new Error('An inserted row was not returned.');
  return row;
}
