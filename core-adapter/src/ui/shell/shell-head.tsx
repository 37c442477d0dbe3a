// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import { Logo } from '../logo.js';
import { PlaceMenu } from './place-menu.js';
import type { ShellProps, ShellKey, ShellPerson } from './shell-props.js';
import type { Translate } from '../../api/i18n.js';
import { Avatar } from '../avatar.js';

export function ShellHead({ t, homeUrl, accountUrl, person, school, schools, bell }: ShellProps): VNode {
  return (
    <header class="v-head">
      <a class="v-logo" href={homeUrl}>
        <Logo />
        <span class="d-none d-sm-inline">Volée</span>
        <span class="visually-hidden d-sm-none">{t('shell.home')}</span>
      </a>
      {school && <PlaceMenu t={t} {...school} places={schools} />}
      {bell && (
        <a class="v-bell" href={bell.url} title={bell.label}>
          <Icon name="bell-fill" />
          <span class="v-count" aria-hidden="true">
            {bell.value}
          </span>
          <span class="visually-hidden">{bell.label}</span>
        </a>
      )}
      {person && <PersonMenu t={t} person={person} accountUrl={accountUrl} />}
    </header>
  );
}

interface PersonMenuProps {
  readonly t: Translate<ShellKey>;
  readonly person: ShellPerson;
  readonly accountUrl: string;
}

function PersonMenu({ t, person, accountUrl }: PersonMenuProps): VNode {
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
