// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Button } from './button.js';
import { Note } from './note.js';
import { DocumentHead } from './shell/document-head.js';
import { ShellFoot } from './shell/shell-foot.js';
import { ShellHead } from './shell/shell-head.js';
import { ShellRail } from './shell/shell-rail.js';
import type { NoticeAction, ShellProps } from './shell/shell-props.js';

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
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button icon="arrow-counterclockwise">{label}</Button>
    </form>
  );
}
