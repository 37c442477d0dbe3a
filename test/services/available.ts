// SPDX-License-Identifier: EUPL-1.2
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { chromiumPath } from './chromium-path.js';
import { firefoxPath } from './firefox.js';
import { findBinary } from './find-binary.js';
import { MINI_BROWSER } from './webkit.js';

export type ServiceName =
  | 'mariadb'
  | 'slapd'
  | 'ldapsearch'
  | 'lemonldap'
  | 'chromium'
  | 'firefox'
  | 'webkit'
  | 'pdftotext'
  | 'dovecot'
  | 'modAuthCas'
  | 'modDavFs';
export type ServiceAvailability = Readonly<Record<ServiceName, boolean>>;

/** The folder in which Debian keeps the modules of Apache. */
export const APACHE_MODULES = '/usr/lib/apache2/modules';

const portal = ['/usr/share/perl5/Lemonldap/NG/Portal/Issuer/CAS.pm', '/usr/share/lemonldap-ng/portal/templates'];

/** Debian has these in two packages, dovecot-lmtpd and dovecot-imapd. */
const mail = ['/usr/lib/dovecot/lmtp', '/usr/lib/dovecot/imap'];

/** Which real servers this machine can start: looks for their files, starts nothing. */
export function serviceAvailability(): ServiceAvailability {
  return {
    mariadb: installed('mariadbd', 'mariadb-install-db'),
    slapd: installed('slapd', 'slapadd'),
    ldapsearch: installed('ldapsearch'),
    lemonldap: installed('starman') && portal.every((path) => existsSync(path)),
    chromium: chromiumPath() !== undefined,
    webkit: installed('WebKitWebDriver', 'Xvfb') && existsSync(MINI_BROWSER),
    pdftotext: installed('pdftotext'),
    firefox: firefoxPath() !== undefined,
    dovecot: installed('dovecot') && mail.every((path) => existsSync(path)),
    modAuthCas: installed('apache2', 'openssl') && existsSync(join(APACHE_MODULES, 'mod_auth_cas.so')),
    modDavFs: installed('apache2') && existsSync(join(APACHE_MODULES, 'mod_dav_fs.so')),
  };
}

function installed(...names: string[]): boolean {
  return names.every((name) => findBinary(name) !== undefined);
}
