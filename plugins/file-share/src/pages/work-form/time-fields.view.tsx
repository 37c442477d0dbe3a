// SPDX-License-Identifier: EUPL-1.2
import { CheckField, ChoiceField, DateField, Icon, SwitchField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import { LATE_DAYS } from '../../domain/works/plan-times.js';
import type { WorkFormModel } from './work-form.model.js';

/**
 * The fields for the day from which a work is seen, and the time until which it is handed in. Fields that only matter when it is handed in
 * here show with that switch.
 */
export function TimeFields({
  model: { fields, problems, dueFrom },
  t,
}: ViewProps<Pick<WorkFormModel, 'fields' | 'problems' | 'dueFrom'>>): VNode {
  const day = (
    <DateField
      name="visibleOn"
      label={t('works.visibleOn')}
      value={fields.visibleOn}
      error={problems.get('visibleOn')}
    />
  );
  return (
    <div class="file-share-when">
      <ChoiceField
        name="visible"
        label={t('works.visible')}
        choices={[
          { value: 'now', label: t('works.visibleNow') },
          { value: 'day', label: t('works.visibleFrom'), fields: day },
        ]}
        value={fields.visible ?? (fields.visibleOn === '' ? 'now' : 'day')}
      />
      <SwitchField name="collects" label={t('works.collects')} checked={fields.collects !== undefined} />
      <div class="file-share-due">
        <div class="file-share-days">
          <DateField
            name="dueOn"
            label={t('works.dueOn')}
            value={fields.dueOn}
            error={problems.get('dueOn')}
            min={dueFrom}
          />
          <TimeField label={t('works.dueAt')} value={fields.dueAt} error={problems.get('dueAt')} />
        </div>
        <p class="v-field-error" role="alert" data-past={t('works.problem.past')} />
        <CheckField name="late" label={t('works.late', { count: LATE_DAYS })} checked={fields.late !== undefined} />
      </div>
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
}

function TimeField({ label, value, error }: TimeFieldProps): VNode {
  const aria = error === undefined ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': 'field-dueAt-error' };
  const wiring = { class: 'form-control', id: 'field-dueAt', name: 'dueAt', value, ...aria };
  return (
    <div class="v-field">
      <label class="form-label" for="field-dueAt">
        {label}
      </label>
      {/* A value that is no time is shown as it was typed. */}
      {/^(?:\d{2}:\d{2})?$/.test(value) ? <input type="time" {...wiring} /> : <input type="text" {...wiring} />}
      {error !== undefined && (
        <p class="v-field-error" id="field-dueAt-error">
          <Icon name="exclamation-circle-fill" />
          {error}
        </p>
      )}
    </div>
  );
}
