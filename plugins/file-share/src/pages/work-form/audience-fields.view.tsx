// SPDX-License-Identifier: EUPL-1.2
import { Icon, TicksField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { ViewProps } from '../../brick-types.js';
import type { WorkFormModel } from './work-form.model.js';

/** The class, a level, or pupils one by one: their list shows as long as that choice is made. */
export function AudienceFields({
  model,
  t,
}: ViewProps<Pick<WorkFormModel, 'fields' | 'problems' | 'audiences' | 'pupils' | 'absent'>>): VNode {
  const { fields, problems, audiences, pupils, absent } = model;
  const problem = problems.get('for');
  return (
    <div class="file-share-for">
      <div
        class="v-choices"
        role="radiogroup"
        aria-label={t('works.ask.for')}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : 'for-error'}
      >
        {audiences.map(({ value, label, detail }, index) => (
          <div key={value} class="form-check v-choice">
            <input
              class="form-check-input"
              type="radio"
              id={`for-${index}`}
              name="for"
              value={value}
              checked={value === fields.for}
            />
            <label class="form-check-label" for={`for-${index}`}>
              <strong>{label}</strong>
              <span class="d-block v-soft v-small">{detail}</span>
            </label>
          </div>
        ))}
      </div>
      {problem !== undefined && (
        <p class="v-field-error" id="for-error">
          <Icon name="exclamation-circle-fill" />
          {problem}
        </p>
      )}
      <p class="form-text file-share-arrivals">{t('works.for.arrivals')}</p>
      <div class="file-share-pupils">
        <TicksField name="pupils" label={t('works.for.pupils')} ticks={pupils} error={problems.get('pupils')} tiles />
        {pupils.map(({ value }) => (
          <input key={value} type="hidden" name="shown" value={value} />
        ))}
        {absent !== undefined && <p class="form-text">{absent}</p>}
      </div>
    </div>
  );
}
