// SPDX-License-Identifier: EUPL-1.2
import { Card, Icon, Split } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { BoxHead } from '../shared/box-tabs.js';
import { AWAITING_ID, AwaitingCard } from '../shared/moderation/awaiting-card.view.js';
import type { WaitingLine } from '../shared/moderation/moderation.model.js';
import { BoxListView } from '../shared/box/box-list.view.js';
import type { BoxModel } from '../shared/box/box.model.js';

interface BoxViewProps {
  readonly head: BoxHead;
  readonly model: BoxModel;
  /** The message that has waited the longest for the consent of the reader. */
  readonly review: WaitingLine | undefined;
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
