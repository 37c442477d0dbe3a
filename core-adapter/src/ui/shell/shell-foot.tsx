// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import type { ShellProps } from './shell-props.js';

export function ShellFoot({ t, language, languageUrl, foot }: ShellProps): VNode {
  return (
    <footer class="v-foot">
      <a href="/accessibility">
        <Icon name="universal-access" />
        {t('shell.accessibility')}
      </a>
      {foot.map(({ key, url }) => (
        <a key={key} href={url}>
          {t(key)}
        </a>
      ))}
      {/* The link is in the other language, for users who cannot read the language of this page. */}
      <a href={languageUrl} lang={language === 'fr' ? 'en' : 'fr'} hreflang={language === 'fr' ? 'en' : 'fr'}>
        <Icon name="translate" />
        {t('shell.otherLanguage')}
      </a>
      <span class="v-foot-end">{t('shell.freeSoftware')}</span>
    </footer>
  );
}
