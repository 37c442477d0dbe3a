// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { PauseNote } from './pauses.presenter.js';

/** Why messages are stopped, and until when: above each list, thread and form. Nothing while no pause lasts. */
export function PauseNotes({ pauses }: { readonly pauses: readonly PauseNote[] }): VNode | null {
  if (pauses.length === 0) return null;
  return (
    <div class="v-pauses">
      {pauses.map(({ title, reason, rest, isOwn }) => (
        <Note key={title} kind={isOwn ? 'warn' : 'info'} icon="pause-circle-fill">
          <p>
            <strong>{title}</strong>
          </p>
          <p>{reason}</p>
          {rest !== undefined && <p class="v-soft">{rest}</p>}
        </Note>
      ))}
    </div>
  );
}
