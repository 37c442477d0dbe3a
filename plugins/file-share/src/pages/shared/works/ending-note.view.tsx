// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../../brick-types.js';
import type { EndingModel } from '../../../domain/parts/ending-works.js';

interface EndingNoteProps {
  readonly endings: readonly EndingModel[];
  readonly t: FileShareTexts;
}

/** « Après le 14 octobre, … s’effacent. Tout télécharger » */
export function EndingNote({ endings, t }: EndingNoteProps): VNode | null {
  if (endings.length === 0) return null;
  return (
    <Note icon="calendar-event">
      {endings.map(({ text, url }) => (
        <p key={text}>
          {text} {url !== undefined && <a href={url}>{t('takeAll.link')}</a>}
        </p>
      ))}
    </Note>
  );
}
