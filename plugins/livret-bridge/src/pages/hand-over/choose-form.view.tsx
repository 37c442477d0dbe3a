// SPDX-License-Identifier: EUPL-1.2
import { Button, Icon, SelectField, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { LivretTexts } from '../../brick-types.js';
import { TickAll } from '../shared/tick-all.view.js';
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
        <TickAll of={ticks} t={t} />
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
  return (
    <SelectField
      id={`${id}-to`}
      name="to"
      label={t('handOver.to')}
      none={t('handOver.pick')}
      choices={colleges}
      value={college}
      error={problems.to}
    />
  );
}
