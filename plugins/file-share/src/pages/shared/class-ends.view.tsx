// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

/** The notice that the files of a class are out of reach on 1 August, and the link to take the user's own files along. */
export interface ClassEndsModel {
  readonly text: string;
  /** « Tout télécharger »; absent for guardians: they have no files of their own. */
  readonly takeAllUrl: string | undefined;
}

interface ClassEndsProps {
  readonly ends: ClassEndsModel | undefined;
  readonly t: FileShareTexts;
}

export function ClassEnds({ ends, t }: ClassEndsProps): VNode | null {
  if (!ends) return null;
  return (
    <Note icon="calendar-event">
      <p>
        {ends.text} {ends.takeAllUrl !== undefined && <a href={ends.takeAllUrl}>{t('takeAll.link')}</a>}
      </p>
    </Note>
  );
}
