// SPDX-License-Identifier: EUPL-1.2
import { addDays, ConflictError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareBrick, FileShareRequest } from '../../brick-types.js';
import { editWorkPath, workFilesPath, workPath } from '../../paths.js';
import { groupParams, workParams } from '../../route-params.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRow } from '../../store/work.entity.js';
import { lastDayOfYear } from '../../domain/time/kept-years.js';
import { planWork } from '../../domain/works/plan-work.js';
import { fieldsOf, presentWorkForm, type WorkFormState } from './work-form.presenter.js';
import { deleteRemovedFile, removeGivenFile, restoreGivenFile } from '../../domain/works/remove-given-file.js';
import { addWork, changeWork } from '../../domain/works/save-work.js';
import { workFields, type WorkFields } from '../../domain/works/work.input.js';
import { WorkFormView } from './work-form.view.js';
import { groupOf, loadWork } from '../../domain/works/work-scope.js';
import { offWeekend } from './off-weekend.js';

/** Handing out a work, keeping it as a draft, and changing it later: one form. */
export function registerWorkForm({ http }: FileShareBrick): void {
  const ofClass = { access: 'handOut', params: groupParams, group: groupOf } as const;
  http.get('/groups/:groupId/works/new', ofClass, (request) => newWork(request.params.groupId, request));
  http.post('/groups/:groupId/works/new', { ...ofClass, body: workFields }, (request) =>
    keepNew(request.params.groupId, request.body, request),
  );
  const ofWork = { access: 'handOut', params: workParams, load: loadWork } as const;
  http.get('/works/:workId/edit', ofWork, (request) => changePage(request.resource.work, request));
  http.post('/works/:workId/edit', { ...ofWork, body: workFields }, (request) =>
    keepChange(request.resource.work, request.body, request),
  );
}

const DUE_DAYS = 7;

async function newWork(groupId: string, request: FileShareRequest): Promise<PageReply> {
  const { clock, schoolYear } = request;
  const today = clock.today();
  const [dueOn = today] = [offWeekend(addDays(today, DUE_DAYS)), lastDayOfYear(schoolYear)].sort();
  const times = { visibleOn: today, dueOn, dueAt: '16:00' };
  const fields = workFields.parse({ ...times, collects: 'true', late: 'true' });
  const members = await request.directory.members(groupId, 'pupil');
  const { plan } = planWork(fields, { ...request, members, now: clock.now(), isHandedOut: false, before: undefined });
  return formPage({ groupId, work: undefined, members, fields, plan, problems: new Map() }, request);
}

async function changePage(work: WorkRow, request: FileShareRequest): Promise<PageReply> {
  const { db, clock, directory } = request;
  const members = await directory.members(work.groupId, 'pupil');
  const here = new Set(members.map(({ id }) => id));
  const picked = work.audience === 'picked' ? (await knownIn(work, db)).filter((id) => here.has(id)) : [];
  const fields = fieldsOf(work, picked, request);
  const now = clock.now();
  const { plan } = planWork(fields, { ...request, members, now, isHandedOut: false, before: work });
  return formPage({ groupId: work.groupId, work, members, fields, plan, problems: new Map() }, request);
}

async function keepNew(
  groupId: string,
  fields: WorkFields,
  request: FileShareRequest,
): Promise<PageReply | RedirectReply> {
  const { clock, directory, schoolYear, user } = request;
  const members = await directory.members(groupId, 'pupil');
  const isHandedOut = fields.do === 'handOut';
  const tools = { ...request, members, now: clock.now(), isHandedOut, before: undefined };
  const { plan, problems } = planWork(fields, tools);
  const state = { groupId, work: undefined, members, fields, plan };
  if (fields.do === 'preview') return formPage({ ...state, problems: new Map() }, request);
  if (problems.size > 0) return formPage({ ...state, problems }, request, 400);
  const draft = await addWork(plan, { groupId, year: schoolYear, addedBy: user.id }, request);
  if (isHandedOut) await changeWork(draft, plan, { isDraft: false }, request);
  return goOn(draft, fields, request);
}

async function keepChange(
  work: WorkRow,
  fields: WorkFields,
  request: FileShareRequest,
): Promise<PageReply | RedirectReply> {
  const { t, clock, directory } = request;
  const { groupId } = work;
  const members = await directory.members(groupId, 'pupil');
  const isHandedOut = fields.do === 'handOut' || !work.isDraft;
  const { plan, problems } = planWork(fields, { ...request, members, now: clock.now(), isHandedOut, before: work });
  const state = { groupId, work, members, fields, plan, problems };
  if (fields.do === 'preview') return formPage({ ...state, problems: new Map() }, request);
  if (problems.size > 0) return formPage(state, request, 400);
  const again = { ...fields, version: work.changedAt.toISOString() };
  const refusal = t('works.problem.changed');
  if (fields.version !== again.version) return formPage({ ...state, fields: again, refusal }, request, 409);
  try {
    await changeWork(work, plan, { isDraft: !isHandedOut }, request);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const now = await request.db.repository(WorkRow).findOne({ where: { id: work.id } });
    const version = now?.changedAt.toISOString() ?? '';
    return formPage({ ...state, fields: { ...fields, version }, refusal }, request, 409);
  }
  return goOn(work, fields, request);
}

/** The address to which the pressed button leads, once all is kept. */
async function goOn(work: WorkRow, fields: WorkFields, request: FileShareRequest): Promise<RedirectReply> {
  const { t, redirect } = request;
  if (fields.do === 'read' || fields.do === 'fill') return redirect(workFilesPath(work.id, fields.do));
  if (fields.do.startsWith('remove:')) {
    await removeGivenFile(work, fields.do.slice('remove:'.length), request);
    return redirect(editWorkPath(work.id));
  }
  if (fields.do.startsWith('restore:')) {
    await restoreGivenFile(work, fields.do.slice('restore:'.length), request);
    return redirect(editWorkPath(work.id));
  }
  if (fields.do.startsWith('delete:')) {
    const isGone = await deleteRemovedFile(work, fields.do.slice('delete:'.length), request);
    return redirect(editWorkPath(work.id), t(isGone ? 'works.files.deleted' : 'works.files.notDeleted'));
  }
  if (fields.do === 'handOut') return redirect(workPath(work.id), t(work.isDraft ? 'works.handedOut' : 'works.saved'));
  return redirect(editWorkPath(work.id), t('works.saved'));
}

async function formPage(
  state: Omit<WorkFormState, 'known'>,
  request: FileShareRequest,
  status?: 400 | 409,
): Promise<PageReply> {
  const known = state.work ? await knownIn(state.work, request.db) : [];
  const model = await presentWorkForm({ ...state, known }, request);
  const styles = [request.asset('file-share-works.css')];
  return request.page(model.title, <WorkFormView model={model} t={request.t} />, {
    styles,
    scripts: [request.asset('work-form.js')],
    ...(status && { status }),
  });
}

/** The pupils who were picked or have seen the work, with those that are not in the class at the moment. */
async function knownIn({ id }: WorkRow, db: FileShareRequest['db']): Promise<string[]> {
  const rows = await db.repository(WorkPupilRow).find({ where: { workId: id } });
  return rows.map(({ pupilId }) => pupilId);
}
