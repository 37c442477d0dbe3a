// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../brick-types.js';
import type { EndingModel } from './ending-works.js';

interface EndingNoteProps {
  readonly ending: EndingModel | undefined;
  readonly t: FileShareTexts;
}

/** « Le 31 août, … s’effacent. Tout emporter » */
export function EndingNote({ ending, t }: EndingNoteProps): VNode | null {
  if (!ending) return null;
  return (
    <div class="mb-4">
      <Note icon="calendar-event">
        <p>
          {ending.text} <a href={ending.url}>{t('takeAll.link')}</a>
        </p>
      </Note>
    </div>
  );
}
