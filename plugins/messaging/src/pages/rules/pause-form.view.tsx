// SPDX-License-Identifier: EUPL-1.2
import { Button, ChoiceField, DateField, Note, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_REASON } from '../../domain/policy/start-pause.js';
import type { PauseForm } from './rules.model.js';

/** The breaker, folded until it is needed. */
export function PauseFold({ form, t }: { readonly form: PauseForm; readonly t: MessagingTexts }): VNode {
  const { isOpen, title, picks, values, errors, notice, seen, postUrl } = form;
  return (
    <details class="v-card v-rules-fold" id="pause" open={isOpen}>
      <summary>{title}</summary>
      {notice !== undefined && (
        <Note kind="warn" role="alert">
          <p>{notice}</p>
        </Note>
      )}
      <form method="post" action={postUrl}>
        <input type="hidden" name="seen" value={seen} />
        <div class="v-rules-split">
          <div>
            <ChoiceField
              id="pause-profile"
              name="profile"
              label={t('pause.who')}
              choices={picks}
              value={values.profile}
              error={errors.profile}
            />
            <TextField
              id="pause-reason"
              name="reason"
              label={t('pause.why')}
              rows={3}
              maxLength={LONGEST_REASON}
              value={values.reason}
              error={errors.reason}
            />
            <div class="v-hours-line">
              <DateField
                id="pause-day"
                name="untilDay"
                label={t('pause.untilDay')}
                value={values.untilDay}
                error={errors.untilDay}
              />
              <div>
                <label class="form-label" for="pause-time">
                  {t('pause.untilTime')}
                </label>
                <input class="form-control" type="time" id="pause-time" name="untilTime" value={values.untilTime} />
              </div>
            </div>
            <p class="form-text">{t('pause.untilHint')}</p>
          </div>
          <div class="v-effect">
            <h3 class="h3">{t('pause.effect')}</h3>
            <p>{t('pause.effectText')}</p>
          </div>
        </div>
        <Button kind="danger" icon="pause-circle-fill">
          {t('pause.start')}
        </Button>
      </form>
    </details>
  );
}
