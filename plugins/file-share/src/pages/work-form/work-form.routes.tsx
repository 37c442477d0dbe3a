// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { addDays, type PageReply, type RedirectReply } from '@volee/core-adapter';
import { z } from 'zod';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { findBegun } from '../../domain/works/begun-work.js';
import { editWorkPath, newWorkPath, workPath } from '../../paths.js';
import { groupParams, workParams } from '../../route-params.js';
import type { Settings } from '../../settings.js';
import type { WorkRow } from '../../store/work.entity.js';
import { lastDayOfYear } from '../../domain/time/kept-years.js';
import { MOST_GIVEN_FILES } from '../../domain/works/given-files.js';
import { planWork } from '../../domain/works/plan-work.js';
import { readSent } from '../../domain/works/sent-files.js';
import { workButton, workFields, type WorkFields } from '../../domain/works/work.input.js';
import { groupOf, loadWork } from '../../domain/works/work-scope.js';
import { WORK_FOLDERS } from '../../domain/works/work-folders.js';
import { keepChange, keepNew } from './keep-work.js';
import { offWeekend } from './off-weekend.js';
import { formPage, knownIn } from './work-form-page.js';
import { fieldsOf } from './work-form.presenter.js';

const formQuery = z.object({ form: z.uuid().optional() });
const upload = { maxFiles: WORK_FOLDERS.length * MOST_GIVEN_FILES };

/** Handing out a work, keeping it as a draft, and changing it later: one form, with its files. */
export function registerWorkForm({ http, settings }: FileShareBrick): void {
  const ofClass = { access: 'handOut', params: groupParams, group: groupOf } as const;
  const sent = { query: workButton, body: workFields, upload } as const;
  http.get('/groups/:groupId/works/new', { ...ofClass, query: formQuery }, (request) =>
    newWork(request.params.groupId, request.query.form, request, settings),
  );
  http.post('/groups/:groupId/works/new', { ...ofClass, ...sent }, (request) =>
    keepNew(request.params.groupId, pressedIn(request), request, settings),
  );
  const ofWork = { access: 'handOut', params: workParams, load: loadWork } as const;
  http.get('/works/:workId/edit', ofWork, (request) => changePage(request.resource.work, request, settings));
  http.post('/works/:workId/edit', { ...ofWork, ...sent }, async (request) => {
    const form = { fields: pressedIn(request), sent: await readSent(request.files) };
    return keepChange(request.resource.work, form, request, settings);
  });
}

/** The fields, with the button that the address names. */
function pressedIn({
  query,
  body,
}: {
  readonly query: { readonly do?: string | undefined };
  readonly body: WorkFields;
}): WorkFields {
  return { ...body, do: query.do ?? body.do };
}

const DUE_DAYS = 7;

/** The address of a form has its key: once it was kept, the way back leads to the draft, and begins no second one. */
async function newWork(
  groupId: string,
  form: string | undefined,
  request: FileShareRequest,
  settings: Settings,
): Promise<PageReply | RedirectReply> {
  const { clock, schoolYear, redirect, t } = request;
  if (form === undefined) return redirect(`${newWorkPath(groupId)}?form=${randomUUID()}`);
  const begun = await findBegun(groupId, form, request);
  if (begun?.isDraft) return redirect(editWorkPath(begun.id));
  if (begun) return redirect(workPath(begun.id), t('works.begun'));
  const today = clock.today();
  const [dueOn = today] = [offWeekend(addDays(today, DUE_DAYS)), lastDayOfYear(schoolYear)].sort();
  const times = { visible: 'now', visibleOn: today, dueOn, dueAt: '16:00' };
  const fields = workFields.parse({ ...times, collects: 'true', late: 'true', form });
  const members = await request.directory.members(groupId, 'pupil');
  const { plan } = planWork(fields, { ...request, members, now: clock.now(), isHandedOut: false, before: undefined });
  return formPage({ groupId, work: undefined, members, fields, plan, problems: new Map() }, request, settings);
}

async function changePage(work: WorkRow, request: FileShareRequest, settings: Settings): Promise<PageReply> {
  const { db, clock, directory } = request;
  const members = await directory.members(work.groupId, 'pupil');
  const here = new Set(members.map(({ id }) => id));
  const picked = work.audience === 'picked' ? (await knownIn(work, db)).filter((id) => here.has(id)) : [];
  const fields = fieldsOf(work, picked, request);
  const now = clock.now();
  const { plan } = planWork(fields, { ...request, members, now, isHandedOut: false, before: work });
  return formPage({ groupId: work.groupId, work, members, fields, plan, problems: new Map() }, request, settings);
}
