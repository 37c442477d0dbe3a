// SPDX-License-Identifier: EUPL-1.2
import { Tag } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { MessageState } from '../../store/message.entity.js';

/** The state of a message of the reader. A delivered one needs no word. */
export function StateTag({ state, t }: { readonly state: MessageState; readonly t: MessagingTexts }): VNode | null {
  switch (state) {
    case 'held':
      return (
        <Tag kind="warn" icon="hourglass-split">
          {t('state.held')}
        </Tag>
      );
    case 'waiting':
      return <Tag icon="moon-stars-fill">{t('state.waiting')}</Tag>;
    case 'refused':
      return (
        <Tag kind="bad" icon="x-circle-fill">
          {t('state.refused')}
        </Tag>
      );
    case 'recalled':
      return <Tag icon="arrow-counterclockwise">{t('state.recalled')}</Tag>;
    case 'draft':
    case 'sent':
      return null;
  }
}
