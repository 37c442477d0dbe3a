// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, ChoiceField, DateField, Icon, Note, Point, TextField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { LONGEST_REASON } from '../../domain/policy/start-pause.js';
import type { PauseForm } from './rules.model.js';

interface PauseFormProps {
  readonly form: PauseForm;
  readonly t: MessagingTexts;
}

/** The form of a pause, in which only the reason is missing; folded below a pause that lasts. */
export function PauseFormView({ form, t }: PauseFormProps): VNode {
  const { isFolded, isOpen, title } = form;
  if (!isFolded) {
    return (
      <>
        <h3 class="v-rules-head">{title}</h3>
        <p class="v-soft">{t('pause.lead')}</p>
        <div class="v-card" id="pause">
          <Fields form={form} t={t} />
        </div>
      </>
    );
  }
  return (
    <details class="v-card v-rules-fold" id="pause" open={isOpen}>
      <summary>{title}</summary>
      <Fields form={form} t={t} />
    </details>
  );
}

function Fields({ form, t }: PauseFormProps): VNode {
  const { picks, ends, values, errors, notice, seen, postUrl } = form;
  return (
    <form class="v-pause-form" method="post" action={postUrl}>
      {notice !== undefined && (
        <Note kind="warn" role="alert">
          <p>{notice}</p>
        </Note>
      )}
      <input type="hidden" name="seen" value={seen} />
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
        rows={2}
        maxLength={LONGEST_REASON}
        value={values.reason}
        error={errors.reason}
      />
      <ChoiceField
        id="pause-until"
        name="until"
        label={t('pause.lasts')}
        choices={ends.map((end) => (end.value === 'day' ? { ...end, fields: <Day form={form} t={t} /> } : end))}
        value={values.until}
      />
      <Effect form={form} t={t} />
      <Actions>
        <Button kind="danger" icon="pause-circle-fill">
          {t('pause.start')}
        </Button>
      </Actions>
    </form>
  );
}

/** The end of a pause on another day. */
function Day({ form: { values, errors }, t }: PauseFormProps): VNode {
  return (
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
  );
}

/** The effect of the button. The style sheet shows the line of the people who are chosen. */
function Effect({ form: { effects, waiting }, t }: PauseFormProps): VNode {
  return (
    <div class="v-effect">
      <h4 class="h3">{t('pause.effect')}</h4>
      <ul class="v-list v-points">
        <PickPoints icon="pause-circle-fill" points={effects} />
        <PickPoints icon="hourglass-split" points={waiting} />
        <Point icon="people-fill">{t('pause.adults')}</Point>
        <Point icon="telephone-fill">{t('pause.helpStays')}</Point>
      </ul>
    </div>
  );
}

interface PickPointsProps {
  readonly icon: string;
  readonly points: PauseForm['effects'];
}

/** One line for each choice of people. */
function PickPoints({ icon, points }: PickPointsProps): VNode {
  return (
    <>
      {points.map(({ pick, text }) => (
        <li key={pick} class="v-pause-stops" data-pick={pick}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </>
  );
}
