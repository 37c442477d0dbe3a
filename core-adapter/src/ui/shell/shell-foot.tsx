// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import type { ShellProps } from './shell-props.js';

export function ShellFoot({ t, language, person, accountUrl }: ShellProps): VNode {
  return (
    <footer class="v-foot">
      <a href="/accessibility">
        <Icon name="universal-access" />
        {t('shell.accessibility')}
      </a>
      {person && (
        // The name of the language that the page is not in: who cannot read this one finds it.
        <a href={`${accountUrl}#preferences`} lang={language === 'fr' ? 'en' : 'fr'}>
          <Icon name="translate" />
          {t('shell.otherLanguage')}
        </a>
      )}
      <span class="v-foot-end">{t('shell.freeSoftware')}</span>
    </footer>
  );
}
