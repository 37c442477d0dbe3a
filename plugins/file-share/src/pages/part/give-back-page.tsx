// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { FileShareRequest } from '../../brick-types.js';
import type { Settings } from '../../settings.js';
import type { WorkRow } from '../../store/work.entity.js';
import { GiveBackView } from './give-back.view.js';
import { presentGiveBack, type Typed } from './give-back.presenter.js';

/** The page of one pupil's part for users who follow the class: a teacher corrects it and gives it back, a head reads it. */
export async function giveBackPage(
  of: { readonly work: WorkRow; readonly pupilId: string },
  request: FileShareRequest,
  settings: Pick<Settings, 'maxFileSize'>,
  typed: Typed & { readonly status?: 400 | 409 } = {},
): Promise<PageReply> {
  const model = await presentGiveBack(of, request, settings, typed);
  const styles = [request.asset('file-share-works.css')];
  const scripts = [request.asset('part-files.js'), request.asset('strip.js'), request.asset('give-back.js')];
  const { status } = typed;
  return request.page(model.title, <GiveBackView model={model} t={request.t} />, {
    styles,
    scripts,
    ...(status && { status }),
  });
}
