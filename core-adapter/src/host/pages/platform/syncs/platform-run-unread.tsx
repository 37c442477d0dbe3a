// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../../../api/i18n.js';
import { Note } from '../../../../ui/index.js';
import type { HostKey } from '../../../infra/locales/index.js';
import type { UnreadModel } from './platform-syncs.model.js';

interface PlatformRunUnreadProps {
  readonly unread: UnreadModel;
  readonly t: Translate<HostKey>;
}

/** Schools that could not be read in full, each with its reason. */
export function PlatformRunUnread({ unread: { text, schools, more }, t }: PlatformRunUnreadProps): VNode {
  return (
    <Note kind="warn">
      <h3>{t('platform.unread')}</h3>
      <p>{text}</p>
      <ul class="v-list">
        {schools.map(({ uai, name, reason }) => (
          <li key={uai}>
            <strong>{name}</strong> ({uai})
            <br />
            <span class="v-cause" lang="en">
              {reason}
            </span>
          </li>
        ))}
      </ul>
      {more !== undefined && <p class="v-soft">{more}</p>}
    </Note>
  );
}
