// SPDX-License-Identifier: EUPL-1.2
import { Actions, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';

interface ThreadPagingProps {
  readonly olderUrl: string | undefined;
  readonly newestUrl: string | undefined;
  readonly t: MessagingTexts;
}

/** The way to the messages of a long thread that the page has no room for. */
export function ThreadPaging({ olderUrl, newestUrl, t }: ThreadPagingProps): VNode | null {
  if (olderUrl === undefined && newestUrl === undefined) return null;
  return (
    <div class="v-paging">
      <Actions>
        {olderUrl !== undefined && (
          <LinkButton icon="arrow-up" href={olderUrl}>
            {t('box.older')}
          </LinkButton>
        )}
        {newestUrl !== undefined && (
          <LinkButton icon="arrow-down" href={newestUrl}>
            {t('box.newest')}
          </LinkButton>
        )}
      </Actions>
    </div>
  );
}
