// SPDX-License-Identifier: EUPL-1.2
import { Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingRequest } from '../../../brick-types.js';
import type { Opening } from '../../../domain/reports/read-openings.js';

interface OpeningNotesProps {
  readonly openings: readonly Opening[];
  readonly reader: Pick<MessagingRequest, 't' | 'format'>;
}

/** A head has opened this thread: its two people read which one, when and why. */
export function OpeningNotes({ openings, reader: { t, format } }: OpeningNotesProps): VNode | null {
  if (openings.length === 0) return null;
  return (
    <div class="messaging-openings">
      {openings.map(({ id, by, at, reason }) => (
        <Note key={id} icon="eye-fill">
          <p>{t('report.openedFor', { who: by ?? t('person.gone'), when: format.dayAndTime(at), reason })}</p>
        </Note>
      ))}
    </div>
  );
}
