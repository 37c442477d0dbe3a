// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { Settings } from '../../settings.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { presentWorkForm, type WorkFormState } from './work-form.presenter.js';
import { WorkFormView } from './work-form.view.js';

interface Answer {
  readonly status?: 400 | 409 | 413;
  /** Whether the page answers a form that was kept, such as a draft that cannot be handed out yet. */
  readonly isTaken?: true;
}

export async function formPage(
  state: Omit<WorkFormState, 'known'>,
  request: FileShareRequest,
  settings: Pick<Settings, 'maxFileSize'>,
  answer: Answer = {},
): Promise<PageReply> {
  const known = state.work ? await knownIn(state.work, request.db) : [];
  const model = await presentWorkForm({ ...state, known }, request, settings);
  const styles = [request.asset('file-share-works.css')];
  return request.page(model.title, <WorkFormView model={model} t={request.t} />, {
    styles,
    scripts: [request.asset('work-form.js')],
    ...answer,
  });
}

/** The pupils who were picked or have seen the work, also while they are not in the class. */
export async function knownIn({ id }: Pick<WorkRow, 'id'>, db: FileShareRequest['db']): Promise<string[]> {
  const rows = await db.repository(WorkPupilRow).find({ where: { workId: id } });
  return rows.map(({ pupilId }) => pupilId);
}
