// SPDX-License-Identifier: EUPL-1.2
import { Button } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import type { ModerationModel } from '../shared/moderation/moderation.model.js';
import { RefusalWord } from '../shared/moderation/refusal-word.view.js';
import { TOGETHER_FORM } from '../shared/moderation/review-items.view.js';

interface DecideTogetherProps {
  readonly model: Pick<ModerationModel, 'togetherUrl' | 'togetherProblem' | 'reasons'>;
  readonly t: MessagingTexts;
}

/** One bar for everything that is ticked. The script writes the number into its texts, and hides it while nothing is ticked. */
export function DecideTogether({ model: { togetherUrl, togetherProblem, reasons }, t }: DecideTogetherProps): VNode {
  return (
    <form
      class="v-bulk"
      id={TOGETHER_FORM}
      method="post"
      action={togetherUrl}
      aria-label={t('together.label')}
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
