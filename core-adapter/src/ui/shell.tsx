// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Button } from './button.js';
import { Note } from './note.js';
import { ShellHead } from './shell/shell-head.js';
import { ShellRail } from './shell/shell-rail.js';
import type { NoticeAction, ShellProps } from './shell/shell-props.js';
import { Icon } from './icon.js';

export type {
  FootLink,
  NoticeAction,
  RailEntry,
  ShellKey,
  ShellPerson,
  ShellPlace,
  ShellProps,
  Theme,
} from './shell/shell-props.js';

/** The whole page. Every brick is shown in the same shell; before the login, the shell has only the logo, the content and the footer. */
export function Shell(props: ShellProps): VNode {
  const { language, theme, child, rail, liveBadges, person, notice, noticeAction, t, children } = props;
  return (
    <html lang={language} data-bs-theme={theme === 'auto' ? undefined : theme}>
      <DocumentHead {...props} />
      <body>
        <a class="v-skip" href="#contenu">
          {t('shell.skip')}
        </a>
        <div class={`v-shell${child ? ' v-child' : ''}${rail.length === 0 ? ' v-plain' : ''}`}>
          <ShellHead {...props} />
          <ShellRail t={t} entries={rail} liveBadges={liveBadges} />
          <main class="v-main" id="contenu" tabindex={-1}>
            <div class="v-page">
              {notice !== undefined && (
                <div class="v-notice">
                  <Note kind="good" role="status">
                    <p>{notice}</p>
                    {noticeAction && <NoticeButton {...noticeAction} />}
                  </Note>
                </div>
              )}
              {children}
            </div>
          </main>
          <ShellFoot {...props} />
        </div>
        {/* Shown by `live.js`. */}
        {liveBadges !== undefined && person && (
          <template id="live-waits">
            <div class="v-plain" role="alert">
              <div class="v-main">
                <p class="v-alone v-alone-text">{t('shell.waits', { name: person.displayName })}</p>
              </div>
            </div>
          </template>
        )}
      </body>
    </html>
  );
}

function NoticeButton({ label, url, fields }: NoticeAction): VNode {
  return (
    <form method="post" action={url}>
      {Object.entries(fields).flatMap(([name, values]) =>
        [values].flat().map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
      )}
      <Button icon="arrow-counterclockwise">{label}</Button>
    </form>
  );
}

function DocumentHead({ title, theme, assets, styles, scripts, deviceKey }: ShellProps): VNode {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content={theme === 'auto' ? 'light dark' : theme} />
      {deviceKey !== undefined && <meta name="device-key" content={deviceKey} />}
      <title>{`${title} · Volée`}</title>
      <link rel="icon" href={assets('favicon.svg')} type="image/svg+xml" />
      {[assets('volee.css'), ...styles].map((address) => (
        <link key={address} rel="stylesheet" href={address} />
      ))}
      {[assets('shell.js'), ...scripts].map((address) => (
        <script key={address} type="module" src={address} />
      ))}
    </head>
  );
}

function ShellFoot({ t, language, languageUrl, foot }: ShellProps): VNode {
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
