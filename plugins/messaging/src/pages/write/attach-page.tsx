// SPDX-License-Identifier: EUPL-1.2
import type { PageReply } from '@volee/core-adapter';
import type { MessagingRequest } from '../../brick-types.js';
import type { OpenedDraft } from '../../domain/write/read-draft.js';
import { AttachView } from '../shared/files/attach.view.js';
import { presentDraftFiles } from '../shared/files/files.presenter.js';
import { boxPath, draftPath, INBOX_PATH } from '../../paths.js';
import { filesOf } from '../../domain/message/files-of.js';

export async function attachPage({ copy, message }: OpenedDraft, request: MessagingRequest): Promise<PageReply> {
  const { db, t, url, page, asset } = request;
  const backUrl = url(draftPath(copy.id));
  const model = {
    ...presentDraftFiles(await filesOf(message.id, db), copy.id, request),
    backUrl,
    crumbs: [
      { label: t('title'), url: url(INBOX_PATH) },
      { label: t('box.drafts'), url: url(boxPath('drafts')) },
      { label: message.subject === '' ? t('box.noSubject') : message.subject, url: backUrl },
      { label: t('files.open') },
    ],
  };
  return page(t('files.open'), <AttachView model={model} t={t} />, { scripts: [asset('attach.js')] });
}
