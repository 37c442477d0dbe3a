// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Button, Card, ChoiceField, TextField, type Tick } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { GrantForm } from './platform-administrators.model.js';
import { PLATFORM_URLS } from '../../../http/platform-urls.js';

interface PlatformGrantFormProps {
  readonly form: GrantForm;
  readonly t: Translate<HostKey>;
}

/** The form that grants a right. Typed values are kept, with the errors or the candidates beside them. */
export function PlatformGrantForm({ form, t }: PlatformGrantFormProps): VNode {
  const { login, role, uai, persons, schools, errors } = form;
  return (
    <Card title={t('platform.grant')}>
      <form method="post" action={`${PLATFORM_URLS.administrators}/grant`}>
        <TextField
          name="login"
          label={t('platform.grantLogin')}
          hint={t('platform.grantLoginHint')}
          value={login}
          error={errors.login}
          maxLength={190}
          required
        />
        <Found name="person" label={t('platform.grantWho')} choices={persons} />
        <ChoiceField
          name="role"
          label={t('platform.grantRole')}
          value={role}
          choices={[
            { value: 'platform', label: t('platform.grantPlatform'), detail: t('platform.grantPlatformDetail') },
            { value: 'head', label: t('platform.grantHead'), detail: t('platform.grantHeadDetail') },
          ]}
        />
        <TextField
          name="uai"
          label={t('platform.grantUai')}
          hint={t('platform.grantUaiHint')}
          value={uai}
          error={errors.uai}
          maxLength={190}
        />
        <Found name="school" label={t('platform.grantWhere')} choices={schools} />
        <Button kind="primary">{t('platform.grantAction')}</Button>
      </form>
    </Card>
  );
}

interface FoundProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly Tick[];
}

function Found({ name, label, choices }: FoundProps): VNode | null {
  if (choices.length === 0) return null;
  return (
    <ChoiceField name={name} label={label} choices={choices} value={choices.find(({ checked }) => checked)?.value} />
  );
}
