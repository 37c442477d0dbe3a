// SPDX-License-Identifier: EUPL-1.2
import type { VNode } from 'preact';
import { Icon } from '../icon.js';
import { Logo } from '../logo.js';
import { PersonMenu } from './person-menu.js';
import { PlaceMenu } from './place-menu.js';
import type { ShellProps } from './shell-props.js';

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
