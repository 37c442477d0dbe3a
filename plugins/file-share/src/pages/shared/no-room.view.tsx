// SPDX-License-Identifier: EUPL-1.2
import { LinkButton, Note, PageHead } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { FileShareTexts } from '../../brick-types.js';

interface NoRoomProps {
  readonly sentence: string;
  readonly backUrl: string;
  readonly trashUrl: string | undefined;
  readonly t: FileShareTexts;
}

/** Says what room is left; the way back comes first. */
export function NoRoomView({ sentence, backUrl, trashUrl, t }: NoRoomProps): VNode {
  return (
    <>
      <PageHead title={t('room.title')} />
      <Note kind="warn" role="alert">
        <p>{sentence}</p>
      </Note>
      <div class="v-actions">
        <LinkButton kind="primary" href={backUrl} icon="arrow-left">
          {t('room.back')}
        </LinkButton>
        {trashUrl !== undefined && (
          <LinkButton href={trashUrl} icon="trash">
            {t('room.trash')}
          </LinkButton>
        )}
      </div>
    </>
  );
}
