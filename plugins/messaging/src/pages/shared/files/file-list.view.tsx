// SPDX-License-Identifier: EUPL-1.2
import { Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import type { FileModel } from './file.model.js';

interface FileListProps {
  readonly files: readonly FileModel[];
  readonly t: MessagingTexts;
}

/** The files of a message that was sent. Each downloads by its name. */
export function FileList({ files, t }: FileListProps): VNode | null {
  if (files.length === 0) return null;
  return (
    <ul class="v-list messaging-files" aria-label={t('files.title')}>
      {files.map(({ id, name, size, url, icon, colour }) => (
        <li key={id}>
          <a class="messaging-file" href={url} download={name}>
            <span class={`v-plate v-plate-soft v-plate-s brick-${colour}`}>
              <Icon name={icon} />
            </span>
            <span class="v-row-text">
              <span class="messaging-file-name">{name}</span>
              <span class="v-soft v-small">{size}</span>
            </span>
            <Icon name="download" />
          </a>
        </li>
      ))}
    </ul>
  );
}
