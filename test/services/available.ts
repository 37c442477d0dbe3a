// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';

import { chromiumPath } from './chromium-path.js';
import { findBinary } from './find-binary.js';

export type ServiceName = 'mariadb' | 'slapd' | 'ldapsearch' | 'lemonldap' | 'chromium';
export type ServiceAvailability = Readonly<Record<ServiceName, boolean>>;

const portal = ['/usr/share/perl5/Lemonldap/NG/Portal/Issuer/CAS.pm', '/usr/share/lemonldap-ng/portal/templates'];

/** Which real servers this machine can start: looks for their files, starts nothing. */
export function serviceAvailability(): ServiceAvailability {
  return {
    mariadb: installed('mariadbd', 'mariadb-install-db'),
    slapd: installed('slapd', 'slapadd'),
    ldapsearch: installed('ldapsearch'),
    lemonldap: installed('starman') && portal.every((path) => existsSync(path)),
    chromium: chromiumPath() !== undefined,
  };
}

function installed(...names: string[]): boolean {
  return names.every((name) => findBinary(name) !== undefined);
}
