// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Note } from '../../../ui/index.js';
import type { FormerLine } from './portal.model.js';

/** That something is left in a former school, and the way to it. */
export function FormerNote({ line }: { readonly line: FormerLine | undefined }): VNode | null {
  if (!line) return null;
  return (
    <div class="mb-4">
      <Note icon="signpost-split-fill">
        <p>
          {line.text} <a href={line.url}>{line.link}</a>
        </p>
      </Note>
    </div>
  );
}
