// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { DraftFilesModel } from './file.model.js';

interface DraftFilesProps {
  readonly files: DraftFilesModel;
  readonly t: MessagingTexts;
  /** Whether a file goes also from a form without a text, which could not be sent. */
  readonly isTextOptional?: boolean;
}

/** The files of a draft in the form of its text: a button that takes one out saves the text, too. */
export function DraftFiles({ files: { files, sum }, t, isTextOptional }: DraftFilesProps): VNode | null {
  if (files.length === 0) return null;
  return (
    <>
      <ul class="v-list v-rows v-card v-card-flush messaging-draft-files" aria-label={t('files.title')}>
        {files.map(({ id, name, size, url, icon, colour }) => (
          <li class="v-row" key={id}>
            <span class={`v-plate v-plate-soft v-plate-s brick-${colour}`}>
              <Icon name={icon} />
            </span>
            <div class="v-row-text">
              <a class="messaging-file-name" href={url} download={name}>
                {name}
              </a>
              <p class="v-soft v-small">{size}</p>
            </div>
            <button class="btn btn-quiet btn-icon" type="submit" name="drop" value={id} formnovalidate={isTextOptional}>
              <Icon name="x-lg" label={t('files.remove', { name })} />
            </button>
          </li>
        ))}
      </ul>
      {sum !== undefined && <p class="v-soft v-small">{sum}</p>}
    </>
  );
}
