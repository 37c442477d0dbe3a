// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { DraftFiles } from './draft-files.view.js';
import type { DraftFilesModel } from './file.model.js';

/** The files of a reply, and the draft that holds them. */
export interface ReplyFilesModel {
  /** Undefined while the reply is no draft. */
  readonly draft: { readonly id: string; readonly version: number } | undefined;
  readonly files: DraftFilesModel;
}

interface ReplyFilesProps {
  readonly joined: ReplyFilesModel;
  readonly t: MessagingTexts;
}

const FIELD = 'messaging-reply-files';

export function ReplyDraftFields({ draft }: Pick<ReplyFilesModel, 'draft'>): VNode | null {
  if (!draft) return null;
  return (
    <>
      <input type="hidden" name="draft" value={draft.id} />
      <input type="hidden" name="version" value={draft.version} />
    </>
  );
}

export function ReplyFiles({ joined: { files }, t }: ReplyFilesProps): VNode {
  return <DraftFiles files={files} t={t} isTextOptional />;
}

/** Opens the choice of files, and throws the draft away. Buttons of a form stand before its field for files: files are sent last. */
export function ReplyFileButtons({ joined: { draft, files }, t }: ReplyFilesProps): VNode {
  return (
    <>
      {!files.isFull && (
        <label class="btn btn-quiet messaging-join" for={FIELD}>
          <Icon name="paperclip" />
          {t('files.attach')}
        </label>
      )}
      {/* Pressed by the script once files were chosen. */}
      <button type="submit" name="do" value="attach" data-reply-attach formnovalidate hidden />
      {draft && (
        <button class="btn btn-quiet btn-icon" type="submit" name="do" value="discard" formnovalidate>
          <Icon name="trash" label={t('draft.discard')} />
        </button>
      )}
    </>
  );
}

/** The last part of its form. Without script it is seen, and its files go with the reply. */
export function ReplyFileField({ joined: { files }, t }: ReplyFilesProps): VNode | null {
  if (files.isFull) return null;
  return (
    <div class="messaging-join-field">
      <input
        class="form-control"
        type="file"
        id={FIELD}
        name="files"
        multiple
        aria-describedby={`${FIELD}-limits`}
        data-reply-files
        data-max={files.most.bytes}
      />
      <p class="v-field-error" role="alert" data-heavy={files.most.words} />
      <p class="v-soft v-small" id={`${FIELD}-limits`}>
        {files.limits}
      </p>
      <p
        class="v-soft v-small"
        role="status"
        data-reply-status
        data-sending={t('reply.attaching', { name: '{name}' })}
      />
    </div>
  );
}
