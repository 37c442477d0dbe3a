// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../api/i18n.js';
import { Button, Card, ChoiceField } from '../../../ui/index.js';
import type { HostKey } from '../../infra/locales/index.js';
import type { Preferences } from './account.model.js';

interface AccountPreferencesProps {
  readonly preferences: Preferences;
  readonly t: Translate<HostKey>;
}

export function AccountPreferences({ preferences, t }: AccountPreferencesProps): VNode {
  return (
    <Card title={t('account.preferences')}>
      <form method="post" action="/account/preferences" id="preferences">
        <ChoiceField
          name="theme"
          label={t('account.theme')}
          value={preferences.theme}
          choices={[
            { value: 'auto', label: t('account.themeAuto') },
            { value: 'light', label: t('account.themeLight') },
            { value: 'dark', label: t('account.themeDark') },
          ]}
        />
        <ChoiceField
          name="language"
          label={t('account.language')}
          value={preferences.language}
          choices={[
            { value: 'fr', label: 'Français', language: 'fr' },
            { value: 'en', label: 'English', language: 'en' },
          ]}
        />
        <Button kind="primary">{t('account.save')}</Button>
      </form>
    </Card>
  );
}
