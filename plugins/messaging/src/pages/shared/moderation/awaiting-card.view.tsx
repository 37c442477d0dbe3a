// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, Icon, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../../brick-types.js';
import { FileList } from '../files/file-list.view.js';
import { MessageText } from '../message-text.view.js';
import type { WaitingLine } from './moderation.model.js';

interface AwaitingCardProps {
  readonly review: WaitingLine;
  readonly reviewsUrl: string;
  readonly t: MessagingTexts;
}

/** The part of the page that is read again. */
export const AWAITING_ID = 'messaging-awaiting';

/** The oldest message that waits for a teacher, above what they have received. */
export function AwaitingCard({ review, reviewsUrl, t }: AwaitingCardProps): VNode {
  const { version, from, to, when, text, files, decideUrl } = review;
  return (
    <section class="v-card v-await" data-live="messages" id={AWAITING_ID} aria-labelledby="messaging-awaiting-title">
      <h2 class="h3 d-flex align-items-center gap-2" id="messaging-awaiting-title">
        <Icon name="hourglass-split" />
        {t('awaiting.title')}
      </h2>
      <p class="mb-2">
        <strong>{from}</strong> {t('awaiting.writesTo')} <strong>{to}</strong>
        <br />
        <span class="v-soft v-small">{when}</span>
      </p>
      <blockquote class="v-well mb-3">
        <MessageText text={text} />
        <FileList files={files} t={t} />
      </blockquote>
      <form method="post" action={decideUrl}>
        <input type="hidden" name="version" value={version} />
        <Actions>
          <Button kind="primary" icon="check-lg" name="do" value="accept">
            {t('review.accept')}
          </Button>
          <LinkButton href={reviewsUrl}>{t('review.refuse')}</LinkButton>
        </Actions>
      </form>
    </section>
  );
}
