// SPDX-License-Identifier: EUPL-1.2
import { Icon, Note, Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { BoxFrame } from '../shared/box-frame.view.js';
import type { ModerationModel } from '../shared/moderation/moderation.model.js';
import { DecidedItem, WaitingItem, TOGETHER_FORM } from '../shared/moderation/review-items.view.js';
import { RefusalWord } from '../shared/moderation/refusal-word.view.js';

/** A form for each message, and one for those that are ticked. Without script each works by itself. */
export function ModerationView({ model, t }: ViewProps<ModerationModel>): VNode {
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
          <p>{model.leaves}</p>
        </Note>
        <Note kind="warn" icon="person-raised-hand">
          <p>{t(model.canShow ? 'review.worryingShow' : 'review.worrying')}</p>
        </Note>
      </div>
    </BoxFrame>
  );
}

/** One bar for everything that is ticked. The script writes the number into its texts, and hides it while nothing is ticked. */
function DecideTogether({
  model: { togetherUrl, togetherProblem, reasons },
  t,
}: ViewProps<Pick<ModerationModel, 'togetherUrl' | 'togetherProblem' | 'reasons'>>): VNode {
  return (
    <form
      class="v-bulk"
      id={TOGETHER_FORM}
      method="post"
      action={togetherUrl}
      aria-label={t('together.label')}
      data-errors={togetherProblem && t('review.undecided')}
      data-one={t('together.chosen', { count: 1 })}
      data-other={t('together.chosen', { count: 99 })}
      data-accept-one={t('together.acceptCount', { count: 1 })}
      data-accept-other={t('together.acceptCount', { count: 99 })}
    >
      <strong data-chosen role="status">
        {t('together.label')}
      </strong>
      <div class="v-actions messaging-together-act">
        <Button kind="primary" icon="check-all" name="do" value="accept">
          {t('together.accept')}
        </Button>
        <details class="messaging-refusal" open={togetherProblem !== undefined}>
          <summary>{t('together.refuse')}</summary>
          <RefusalWord id="together" label={t('together.word')} reasons={reasons} problem={togetherProblem} t={t} />
          <Button name="do" value="refuse">
            {t('together.refuseButton')}
          </Button>
        </details>
      </div>
    </form>
  );
}
