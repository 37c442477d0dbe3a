// SPDX-License-Identifier: EUPL-1.2
import { Actions, Button, ChoiceField, FactList, LinkButton, Note, Point, SelectField } from '@volee/core-adapter/ui';
import type { VNode } from 'preact';
import type { MessagingTexts } from '../../brick-types.js';
import { HoursFieldsView } from '../shared/hours-fields.view.js';
import type { FormEffect, RuleForm } from './rules.model.js';

/**
 * The form of one line. Its first button asks what it changes, and keeps the choices in the address; the one that changes the rules
 * comes with the answer.
 */
export function RuleFormView({ form, t }: { readonly form: RuleForm; readonly t: MessagingTexts }): VNode {
  const { line, title, number, selects, choice, hours, effect, postUrl, pageUrl, notice } = form;
  const canApply = effect?.applyLabel !== undefined;
  return (
    <form class="v-card v-at" id={line} method="post" action={postUrl}>
      {notice !== undefined && (
        <Note kind="warn" role="alert">
          <p>{notice}</p>
        </Note>
      )}
      <fieldset class="v-at-fields">
        <legend class="v-legend">{title}</legend>
        <input type="hidden" name="line" value={line} />
        <input type="hidden" name="number" value={number} />
        {effect && <input type="hidden" name="sure" value={effect.sure} />}
        <div class={effect ? 'v-rules-split' : 'v-rules-alone'}>
          <div>
            {selects.length > 0 && (
              <div class="v-selects">
                {selects.map((select) => (
                  <SelectField key={select.name} {...select} />
                ))}
              </div>
            )}
            {choice && <ChoiceField {...choice} />}
            {hours && <HoursFieldsView form={hours} t={t} />}
          </div>
          {effect && <EffectPanel effect={effect} t={t} />}
        </div>
      </fieldset>
      <Actions>
        {canApply && (
          <Button kind="primary" icon="check-lg">
            {effect.applyLabel}
          </Button>
        )}
        <button
          class={canApply ? 'btn btn-secondary' : 'btn btn-primary'}
          type="submit"
          formMethod="get"
          formAction={`${pageUrl}#${line}`}
        >
          {t('form.preview')}
        </button>
        <LinkButton kind="quiet" href={pageUrl}>
          {t('form.cancel')}
        </LinkButton>
      </Actions>
    </form>
  );
}

function EffectPanel({ effect, t }: { readonly effect: FormEffect; readonly t: MessagingTexts }): VNode {
  return (
    <div class="v-effect">
      <h4 class="h3">{t('effect.title')}</h4>
      <FactList>
        {effect.points.map(({ icon, text }) => (
          <Point key={text} icon={icon}>
            {text}
          </Point>
        ))}
      </FactList>
      {effect.warning !== undefined && (
        <Note kind="warn">
          <p>{effect.warning}</p>
        </Note>
      )}
    </div>
  );
}
