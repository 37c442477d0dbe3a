// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, DateField, Note, SelectField, TextField } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { StandInForm } from './stand-ins.model.js';

interface StandInFormProps {
  readonly form: StandInForm;
  readonly t: Translate<HostKey>;
}

/** The anchor of the form: with it, messages about the form are in sight on a phone, too. */
export const ADD = 'add';

/** The form that gives a class to a replacement teacher. Typed values are kept, with the errors beside them. */
export function StandInFormCard({ form, t }: StandInFormProps): VNode {
  const { words, errors, candidate } = form;
  return (
    <div class="v-stand-in-add" id={ADD}>
      <Card title={t('standIns.add')}>
        <form method="post" action={`${form.action}#${ADD}`}>
          {candidate && (
            <Note kind="warn" role="alert">
              <p>{t('standIns.sure', { name: candidate.name })}</p>
              <input type="hidden" name="sure" value={candidate.id} />
            </Note>
          )}
          <SelectField
            name="group"
            label={t('standIns.class')}
            choices={form.classes}
            value={words.group}
            none={t('standIns.choose')}
            error={errors.group}
          />
          <SelectField
            name="person"
            label={t('standIns.person')}
            choices={form.teachers}
            value={words.person}
            none={t('standIns.choose')}
            error={errors.person}
          />
          <TextField
            name="login"
            label={t('standIns.login')}
            hint={t('standIns.loginHint')}
            value={words.login}
            error={errors.login}
            maxLength={190}
          />
          <div class="v-days">
            <DateField
              name="from"
              label={t('standIns.from')}
              hint={t('standIns.fromHint')}
              value={words.from}
              error={errors.from}
            />
            <DateField
              name="until"
              label={t('standIns.until')}
              hint={t('standIns.untilHint')}
              value={words.until}
              error={errors.until}
            />
          </div>
          <p class="v-soft">{t('standIns.effect')}</p>
          <Button kind="primary">{t(candidate ? 'standIns.yes' : 'standIns.action')}</Button>
        </form>
      </Card>
    </div>
  );
}
