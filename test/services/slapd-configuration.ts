// SPDX-License-Identifier: EUPL-1.2
import { join, dirname } from 'node:path';
import { createRequire } from 'node:module';

export interface SlapdSettings {
  /** Scribe's by default: `o=gouv,c=fr`. */
  readonly suffix?: string;
  /** The maximum number of entries of one answer, for everybody but the root of the database. No limit by default. */
  readonly sizeLimit?: number;
  /**
   * The most entries over all pages of a paged search (RFC 2696): `unlimited` by default, `hard` for those of
   * `sizeLimit`, `disabled` to refuse paged searches, as slapd.conf(5) names them under `size.prtotal`.
   */
  readonly pagedTotal?: 'unlimited' | 'hard' | 'disabled';
  /** Rules before the one that lets everybody read, as slapd.access(5) writes them after `access`. */
  readonly access?: readonly string[];
}

export interface SlapdConfiguration {
  readonly adminDn: string;
  /** Content of slapd.conf. */
  readonly text: string;
}

const packagedSchemas = ['core', 'cosine', 'nis', 'inetorgperson'];

/** Writes slapd.conf for a database in `folder`/db; the order of the lines counts. */
export function slapdConfiguration(
  folder: string,
  adminPassword: string,
  { suffix = 'o=gouv,c=fr', sizeLimit, pagedTotal = 'unlimited', access = [] }: SlapdSettings,
): SlapdConfiguration {
  const adminDn = `cn=admin,${suffix}`;
  const lines = [
    ...packagedSchemas.map((name) => `include /etc/ldap/schema/${name}.schema`),
    `include ${serviceFile('ent.schema')}`,
    'modulepath /usr/lib/ldap',
    'moduleload back_mdb',
    'moduleload syncprov',
    `pidfile ${join(folder, 'slapd.pid')}`,
    `sizelimit size=${sizeLimit ?? 'unlimited'} size.prtotal=${pagedTotal}`,
    'database mdb',
    'maxsize 1073741824',
    'dbnosync',
    `suffix "${suffix}"`,
    `rootdn "${adminDn}"`,
    `rootpw ${adminPassword}`,
    `directory ${join(folder, 'db')}`,
    'index objectClass,uid eq',
    'index entryUUID,entryCSN eq',
    'index modifyTimestamp eq',
    'access to attrs=userPassword by anonymous auth by * none',
    ...access.map((rule) => `access ${rule}`),
    'access to * by * read',
    'overlay syncprov',
  ];
  return { adminDn, text: `${lines.join('\n')}\n` };
}

/** The path of a file of this folder that is not code: only compiled modules stand in `dist/`. */
function serviceFile(name: string): string {
  const manifest = createRequire(import.meta.url).resolve('@volee/test/package.json');
  return join(dirname(manifest), 'services', name);
}
