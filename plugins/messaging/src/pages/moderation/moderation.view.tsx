// SPDX-License-Identifier: EUPL-1.2
import { Icon, Note } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import { DecideTogether } from './decide-together.view.js';
import type { ModerationModel } from '../shared/moderation/moderation.model.js';
import { DecidedItem, WaitingItem } from '../shared/moderation/review-items.view.js';

interface ModerationViewProps {
  readonly model: ModerationModel;
  readonly t: MessagingTexts;
}

/** A form for each message, and one for those that are ticked. Without script each works by itself. */
export function ModerationView({ model, t }: ModerationViewProps): VNode {
  const { title, oldest, waiting, decided, problem } = model;
  return (
    <BoxFrame head={model} title={t('box.reviews')} t={t}>
      {problem !== undefined && (
        <Note kind="bad" role="alert">
          <p>{problem}</p>
        </Note>
      )}
      <section data-live="messages" id="messaging-reviews" aria-labelledby="messaging-reviews-title">
        <div class="v-pagehead">
          <div>
            <h3 class="messaging-reviews-title" id="messaging-reviews-title">
              {title}
            </h3>
            <p>
              {oldest !== undefined && `${oldest} `}
              {t('review.lead')}
            </p>
          </div>
        </div>
        {waiting.length === 0 && decided.length === 0 && (
          <p class="messaging-review-none">
            <Icon name="check2-all" />
            {t('review.noneText')}
          </p>
        )}
        {waiting.length + decided.length > 0 && (
          <ul class="v-list v-rows v-card v-card-flush" data-words={model.words}>
            {waiting.map((line) => (
              <WaitingItem key={line.id} line={line} reasons={model.reasons} t={t} />
            ))}
            {decided.map((line) => (
              <DecidedItem key={line.id} line={line} t={t} />
            ))}
          </ul>
        )}
        {waiting.length > 1 && <DecideTogether model={model} t={t} />}
      </section>
      <div class="messaging-review-notes">
        <Note icon="send-fill">
          <p>{t('review.leaves')}</p>
        </Note>
        <Note kind="warn" icon="person-raised-hand">
          <p>{t('review.worrying')}</p>
        </Note>
      </div>
    </BoxFrame>
  );
}
