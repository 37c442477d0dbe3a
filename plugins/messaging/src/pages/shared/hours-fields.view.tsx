// SPDX-License-Identifier: EUPL-1.2
import { CheckField, Icon } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { DAYS, type HoursFields } from '../../domain/policy/hours.input.js';

export interface HoursForm {
  readonly fields: HoursFields;
  readonly both: { readonly label: string; readonly checked: boolean } | undefined;
  readonly errors: { readonly from?: string; readonly to?: string; readonly dates?: string };
}

interface HoursFieldsViewProps {
  readonly form: HoursForm;
  readonly t: MessagingTexts;
}

/** Empty lines for dates, below those that there are. */
const EMPTY = [
  { from: '', to: '' },
  { from: '', to: '' },
];

/** From, to, whole days, and holidays. */
export function HoursFieldsView({ form: { fields, both, errors }, t }: HoursFieldsViewProps): VNode {
  return (
    <>
      <div class="v-hours-line">
        <TimeField name="from" label={t('hours.from')} value={fields.from} error={errors.from} />
        <TimeField name="to" label={t('hours.to')} value={fields.to} error={errors.to} />
      </div>
      <p class="form-text">{t('hours.sameHint')}</p>
      <fieldset class="v-field">
        <legend class="form-label">{t('hours.wholeDays')}</legend>
        <ul class="v-list v-hours-days">
          {DAYS.map((day) => (
            <li key={day} class="form-check v-choice">
              <input
                class="form-check-input"
                type="checkbox"
                id={`day-${day}`}
                name="day"
                value={day}
                checked={fields.days.includes(day)}
              />
              <label class="form-check-label" for={`day-${day}`}>
                {t(`hours.day${day}`)}
              </label>
            </li>
          ))}
        </ul>
      </fieldset>
      <fieldset class="v-field" aria-describedby={errors.dates === undefined ? 'dates-hint' : 'dates-error dates-hint'}>
        <legend class="form-label">{t('hours.holidays')}</legend>
        {[...fields.dates, ...EMPTY].map((span, index) => (
          <div class="v-hours-line" key={`${span.from} ${index}`}>
            <DayField name="dateFrom" index={index} label={t('hours.firstDay')} value={span.from} />
            <DayField name="dateTo" index={index} label={t('hours.lastDay')} value={span.to} />
          </div>
        ))}
        <p class="form-text" id="dates-hint">
          {t('hours.datesHint')}
        </p>
        {errors.dates !== undefined && <FieldError id="dates-error" text={errors.dates} />}
      </fieldset>
      {both && <CheckField name="both" label={both.label} checked={both.checked} />}
    </>
  );
}

interface TimeFieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
}

function TimeField({ name, label, value, error }: TimeFieldProps): VNode {
  const id = `field-${name}`;
  const aria = error === undefined ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-error` };
  const wiring = { class: 'form-control', id, name, value, ...aria };
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
      </label>
      {/* A value that is no time is shown as it was typed. */}
      {/^\d{2}:\d{2}$/.test(value) ? <input type="time" {...wiring} /> : <input type="text" {...wiring} />}
      {error !== undefined && <FieldError id={`${id}-error`} text={error} />}
    </div>
  );
}

interface DayFieldProps {
  readonly name: string;
  readonly index: number;
  readonly label: string;
  readonly value: string;
}

function DayField({ name, index, label, value }: DayFieldProps): VNode {
  const id = `${name}-${index}`;
  const wiring = { class: 'form-control', id, name, value };
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
      </label>
      {/^(?:\d{4}-\d{2}-\d{2})?$/.test(value) ? <input type="date" {...wiring} /> : <input type="text" {...wiring} />}
    </div>
  );
}

function FieldError({ id, text }: { readonly id: string; readonly text: string }): VNode {
  return (
    <p class="v-field-error" id={id}>
      <Icon name="exclamation-circle-fill" />
      {text}
    </p>
  );
}
