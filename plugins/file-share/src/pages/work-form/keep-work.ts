// SPDX-License-Identifier: EUPL-1.2
import { isDeepStrictEqual } from 'node:util';
import { ConflictError, type PageReply, type RedirectReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import { findBegun } from '../../domain/works/begun-work.js';
import { planWork } from '../../domain/works/plan-work.js';
import { addWork, changeWork } from '../../domain/works/save-work.js';
import { addSentFiles, readSent, type SentFiles } from '../../domain/works/sent-files.js';
import type { PlanTools, WorkPlan, WorkProblems } from '../../domain/works/work-plan.js';
import type { WorkFields } from '../../domain/works/work.input.js';
import { workPath } from '../../paths.js';
import type { Settings } from '../../settings.js';
import { WorkRow } from '../../store/work.entity.js';
import { filesRefusal } from '../shared/files-refusal.js';
import { goOn } from './go-on.js';
import { formPage, knownIn } from './work-form-page.js';
import { fieldsOf } from './work-form.presenter.js';

type Answer = Promise<PageReply | RedirectReply>;

/** A form of a work as it was sent. */
export interface SentForm {
  readonly fields: WorkFields;
  readonly sent: SentFiles;
}

/** Keeps a new work, with its files, as a draft first: it is handed out with all of them. */
export async function keepNew(
  groupId: string,
  fields: WorkFields,
  request: FileShareRequest,
  settings: Settings,
): Answer {
  const { clock, directory, schoolYear, user } = request;
  const isPreview = fields.do === 'preview';
  const form = { fields, sent: await readSent(request.files) };
  const begun = isPreview ? undefined : await findBegun(groupId, fields.form, request);
  if (begun) return keepAgain(begun, form, request, settings);
  const members = await directory.members(groupId, 'pupil');
  const isHandedOut = fields.do === 'handOut';
  const tools = { ...request, members, now: clock.now(), isHandedOut, before: undefined };
  const { plan, problems, isKept } = planForm(form, tools);
  const state = { groupId, work: undefined, members, fields, plan };
  if (isPreview) return formPage({ ...state, problems: new Map() }, request, settings);
  if (!isKept) return formPage({ ...state, problems }, request, settings, { status: 400 });
  const of = { groupId, year: schoolYear, addedBy: user.id, formKey: fields.form ?? null };
  try {
    const draft = await addWork(plan, of, request);
    return await finish({ before: draft, work: draft, plan, problems }, form, request, settings);
  } catch (error) {
    // The same form came a moment earlier, in this process or in another one.
    const first = error instanceof ConflictError ? await findBegun(groupId, fields.form, request) : undefined;
    if (!first) throw error;
    return keepAgain(first, form, request, settings);
  }
}

/** A form of a new work that comes again goes on with the work that it began. Texts that differ are shown beside it, and overwrite nothing. */
async function keepAgain(begun: WorkRow, form: SentForm, request: FileShareRequest, settings: Settings): Answer {
  const { t, clock, directory, db } = request;
  const { groupId } = begun;
  const members = await directory.members(groupId, 'pupil');
  const fields = { ...form.fields, version: begun.changedAt.toISOString() };
  const now = clock.now();
  const { plan } = planWork(fields, { ...request, members, now, isHandedOut: false, before: begun });
  const picked = begun.audience === 'picked' ? await knownIn(begun, db) : [];
  const typed = fieldsOf({ ...begun, ...plan }, [...plan.pupilIds].sort(), request);
  if (isDeepStrictEqual(typed, fieldsOf(begun, picked.sort(), request))) {
    if (!begun.isDraft) return request.redirect(workPath(begun.id), t('works.begun'));
    return keepChange(begun, { ...form, fields }, request, settings);
  }
  const state = { groupId, work: begun, members, fields, plan, problems: new Map() };
  return formPage({ ...state, refusal: t('works.problem.begun') }, request, settings, { status: 409 });
}

/** Keeps a change of a draft or of a work that was handed out, and hands the draft out. */
export async function keepChange(work: WorkRow, form: SentForm, request: FileShareRequest, settings: Settings): Answer {
  const { t, clock, directory } = request;
  const { fields } = form;
  const { groupId } = work;
  const members = await directory.members(groupId, 'pupil');
  const isHandedOut = fields.do === 'handOut' || !work.isDraft;
  const tools = { ...request, members, now: clock.now(), isHandedOut, before: work };
  const { plan, problems, isKept } = planForm(form, tools);
  const state = { groupId, work, members, fields, plan, problems };
  if (fields.do === 'preview') return formPage({ ...state, problems: new Map() }, request, settings);
  if (!isKept) return formPage(state, request, settings, { status: 400 });
  const refusal = t('works.problem.changed');
  const again = { ...fields, version: work.changedAt.toISOString() };
  if (fields.version !== again.version) {
    return formPage({ ...state, fields: again, refusal }, request, settings, { status: 409 });
  }
  try {
    // Files come first: pupils never see the work without them.
    const isDraft = work.isDraft && (!isHandedOut || !form.sent.isEmpty);
    const kept = await changeWork(work, plan, { isDraft }, request);
    return await finish({ before: work, work: kept, plan, problems }, form, request, settings);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const now = await request.db.repository(WorkRow).findOne({ where: { id: work.id } });
    const version = now?.changedAt.toISOString() ?? '';
    return formPage({ ...state, fields: { ...fields, version }, refusal }, request, settings, { status: 409 });
  }
}

interface FormPlan {
  readonly plan: WorkPlan;
  readonly problems: WorkProblems;
  /** Whether the plan is stored, problems or not. */
  readonly isKept: boolean;
}

/** A draft takes its files even where it cannot be handed out yet: browsers forget the files of a form that is shown again. */
function planForm({ fields, sent }: SentForm, tools: PlanTools): FormPlan {
  const wanted = planWork(fields, tools);
  if (wanted.problems.size === 0) return { ...wanted, isKept: true };
  if (sent.isEmpty || tools.before?.isDraft === false) return { ...wanted, isKept: false };
  const draft = planWork(fields, { ...tools, isHandedOut: false });
  return { ...wanted, plan: draft.plan, isKept: draft.problems.size === 0 };
}

interface KeptWork extends Pick<FormPlan, 'plan' | 'problems'> {
  /** The work as it was when the form came. */
  readonly before: WorkRow;
  /** The work as it is now. */
  readonly work: WorkRow;
}

/** The fields of the form are kept: adds its files, and hands the work out when that was asked for and nothing is missing. */
async function finish(
  { before, work, plan, problems }: KeptWork,
  { fields, sent }: SentForm,
  request: FileShareRequest,
  settings: Settings,
): Answer {
  const members = await request.directory.members(work.groupId, 'pupil');
  const version = work.changedAt.toISOString();
  const state = { groupId: work.groupId, work, members, fields: { ...fields, version }, plan, problems };
  let added: number;
  try {
    added = await addSentFiles(work, sent, fields.form, settings, request);
  } catch (error) {
    const refusal = filesRefusal(error, 'works.files.tooMany', request, settings);
    if (!refusal) throw error;
    const { words, status } = refusal;
    return formPage({ ...state, refusal: words }, request, settings, { status, isTaken: true });
  }
  if (problems.size > 0) return formPage(state, request, settings, { status: 400, isTaken: true });
  if (fields.do === 'handOut' && work.isDraft) await changeWork(work, plan, { isDraft: false }, request);
  return goOn(before, fields, added, request);
}
