// SPDX-License-Identifier: EUPL-1.2
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LdapEntry } from '../../envole-box/ldap-entry.js';
import type { SlapdServer } from '../../services/index.js';
import { run } from './run.js';

interface Changing {
  readonly slapd: SlapdServer;
  readonly entries: readonly LdapEntry[];
}

let turn = 0;

/** Gives one person in a hundred another name, in another place of the list at each call. */
export async function changeSome({ slapd, entries }: Changing, folder: string): Promise<void> {
  turn += 1;
  const persons = entries.filter(({ attributes }) => 'ENTPersonProfils' in attributes);
  const chosen = persons.filter((_, index) => index % 100 === turn % 100);
  const changes = chosen.map(({ dn }) => {
    const written = /^[\x20-\x7e]*$/.test(dn) ? `dn: ${dn}` : `dn:: ${Buffer.from(dn).toString('base64')}`;
    return `${written}\nchangetype: modify\nreplace: displayName\ndisplayName: Changed ${turn}\n`;
  });
  const file = join(folder, 'changes.ldif');
  await writeFile(file, changes.join('\n'));
  const { url, adminDn, adminPassword } = slapd;
  await run('/bin/sh', [
    '-c',
    `ldapmodify -x -H ${url} -D '${adminDn}' -w '${adminPassword}' -f '${file}' > /dev/null`,
  ]);
}
