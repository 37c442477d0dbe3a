// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { toldRefusals } from '../../domain/message/told-refusals.js';
import { presentSaid } from '../shared/child/said.presenter.js';
import { SaidView } from '../shared/child/said.view.js';
import { draftPath } from '../../paths.js';
import { CHILD_SHEET } from '../../domain/child/child-sheet.js';
import { saidReader } from '../shared/child/said-reader.js';

/** The words by which a message was refused before it became a draft, each with the form that reports it. */
export async function saidPage({ copy, message }: OpenedDraft, request: MessagingRequest): Promise<PageReply> {
  const { t, url, page, asset } = request;
  const refusals = await toldRefusals([message.id], request);
  const said = presentSaid(refusals, copy.id, await saidReader(refusals, request));
  return page(t('child.said'), <SaidView said={said} backUrl={url(draftPath(copy.id))} t={t} />, {
    styles: [asset(CHILD_SHEET)],
  });
}
