// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import type { Translate } from '../../api/i18n.js';
import { Avatar } from '../avatar.js';
import { Icon } from '../icon.js';
import type { ShellKey, ShellPerson } from './shell-props.js';

interface PersonMenuProps {
  readonly t: Translate<ShellKey>;
  readonly person: ShellPerson;
  readonly accountUrl: string;
}

export function PersonMenu({ t, person, accountUrl }: PersonMenuProps): VNode {
  return (
    <details class="v-menu v-menu-end" name="shell-menu">
      <summary>
        <Avatar of={person} />
        <span class="v-menu-person">{person.displayName}</span>
        <span class="d-none d-lg-inline-flex">
          <Icon name="chevron-down" />
        </span>
      </summary>
      <div class="v-menu-panel">
        <ul class="v-list">
          <li>
            <a href={accountUrl}>
              <Icon name="person" />
              {t('shell.account')}
            </a>
          </li>
          <li>
            {/* A form, since logging out changes state: a link or an image of another site could log users out. */}
            <form method="post" action="/logout">
              <button type="submit">
                <Icon name="box-arrow-right" />
                {t('shell.logout')}
              </button>
            </form>
          </li>
        </ul>
      </div>
    </details>
  );
}
