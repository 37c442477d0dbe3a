// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../brick-types.js';
import type { ChooseModel } from './hand-over.model.js';

interface ChooseFormProps {
  readonly model: ChooseModel;
  readonly url: string;
  readonly t: LivretTexts;
}

/** One collège for the ticked pupils. The script writes their number on the button. */
export function ChooseForm({ model, url, t }: ChooseFormProps): VNode {
  const { id, title, ticks, problems } = model;
  return (
    <form
      class="v-card livret-bridge-await"
      method="post"
      action={url}
      aria-labelledby={`${id}-title`}
      data-count-ticks
    >
      <h2 id={`${id}-title`} class="livret-bridge-titled">
        <Icon name="signpost-split-fill" />
        {title}
      </h2>
      <input type="hidden" name="do" value="choose" />
      <input type="hidden" name="form" value={id} />
      <div class="livret-bridge-ticks">
        <TicksField
          id={`${id}-pupil`}
          name="pupil"
          label={t('handOver.pupils')}
          ticks={ticks}
          error={problems.pupil}
          tiles
        />
      </div>
      <div class="livret-bridge-choose">
        <CollegeSelect model={model} t={t} />
        <Button>
          <span data-one={t('handOver.choose', { count: 1 })} data-other={t('handOver.choose', { count: 2 })}>
            {t('handOver.chooseThis')}
          </span>
        </Button>
      </div>
    </form>
  );
}

function CollegeSelect({ model, t }: Pick<ChooseFormProps, 'model' | 't'>): VNode {
  const { id, colleges, college, problems } = model;
  const field = `${id}-to`;
  const isWrong = problems.to !== undefined;
  return (
    <div class="v-field">
      <label class="form-label" for={field}>
        {t('handOver.to')}
      </label>
      <select
        class="form-select"
        id={field}
        name="to"
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? `${field}-error` : undefined}
      >
        <option value="">{t('handOver.pick')}</option>
        {colleges.map(({ value, label }) => (
          <option key={value} value={value} selected={value === college}>
            {label}
          </option>
        ))}
      </select>
      {isWrong && (
        <p class="v-field-error" id={`${field}-error`}>
          <Icon name="exclamation-circle-fill" />
          {problems.to}
        </p>
      )}
    </div>
  );
}
