// SPDX-License-Identifier: EUPL-1.2
import { Card, Icon, Split, Actions, Button, LinkButton } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { BoxHead } from '../shared/box-tabs.js';
import type { WaitingLine } from '../shared/moderation/moderation.model.js';
import { BoxListView } from '../shared/box/box-list.view.js';
import type { BoxModel } from '../shared/box/box.model.js';
import { FileList } from '../shared/files/file-list.view.js';
import { MessageText } from '../shared/message-text.view.js';

/** The part of the page that is read again. */
const AWAITING_ID = 'messaging-awaiting';

/** The oldest message that waits, and the number of all. */
export interface AwaitingReview {
  readonly line: WaitingLine;
  readonly count: number;
}

interface BoxViewProps {
  readonly head: BoxHead;
  readonly model: BoxModel;
  /** The message that has waited the longest for the consent of the reader. */
  readonly review: AwaitingReview | undefined;
  readonly t: MessagingTexts;
}

export function BoxView({ head, model, review, t }: BoxViewProps): VNode {
  const { lines, empty } = model;
  const isInbox = model.box === 'inbox';
  const awaiting = review ? (
    <AwaitingCard review={review} reviewsUrl={head.reviewsUrl} t={t} />
  ) : (
    // The place of a message that comes to wait while the page is open.
    isInbox && <div data-live="messages" id={AWAITING_ID} />
  );
  const list = (
    <>
      {awaiting}
      <BoxListView model={model} t={t} />
    </>
  );
  return (
    <BoxFrame head={head} title={model.title} t={t}>
      {lines.length === 0 && review === undefined ? (
        <>
          {awaiting}
          <section data-live="messages" id="messaging-box">
            <Card>
              <h3>{empty.title}</h3>
              <p>{empty.text}</p>
            </Card>
          </section>
        </>
      ) : (
        <Split opened={false} list={list} detail={lines.length > 0 && <NothingOpened t={t} />} />
      )}
    </BoxFrame>
  );
}

function NothingOpened({ t }: { readonly t: MessagingTexts }): VNode {
  return (
    <div class="v-none-opened">
      <Icon name="chat-square-text" />
      <p>{t('box.nothingOpened')}</p>
    </div>
  );
}

interface AwaitingCardProps {
  readonly review: AwaitingReview;
  readonly reviewsUrl: string;
  readonly t: MessagingTexts;
}

/** The oldest message that waits for a teacher, above what they have received. */
function AwaitingCard({ review, reviewsUrl, t }: AwaitingCardProps): VNode {
  const { version, from, to, when, text, files, decideUrl } = review.line;
  return (
    <section class="v-card v-await" data-live="messages" id={AWAITING_ID} aria-labelledby="messaging-awaiting-title">
      <h2 class="h3 d-flex align-items-center gap-2" id="messaging-awaiting-title">
        <Icon name="hourglass-split" />
        {review.count > 1 ? t('awaiting.oneOf', { count: review.count }) : t('awaiting.title')}
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
