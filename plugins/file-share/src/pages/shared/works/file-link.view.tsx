// SPDX-License-Identifier: EUPL-1.2
import { BrickBadge } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { PartFileLine } from './pupil-part.model.js';

/** A file of a work: its sign, what one does with it or its name, and a line below. */
export function FileLink({ file: { label, detail, url, icon } }: { readonly file: PartFileLine }): VNode {
  return (
    <a class="file-share-file" href={url}>
      <BrickBadge {...icon} soft />
      <span class="v-row-text text-break">
        {label}
        {detail !== '' && <span class="v-soft v-small fw-normal file-share-under">{detail}</span>}
      </span>
    </a>
  );
}

/** Files as links, one a line. */
export function FileLinks({ files }: { readonly files: readonly PartFileLine[] }): VNode {
  return (
    <ul class="v-list v-rows file-share-links">
      {files.map((file) => (
        <li key={file.id}>
          <FileLink file={file} />
        </li>
      ))}
    </ul>
  );
}
