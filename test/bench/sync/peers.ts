// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { createDatabase, dropDatabase, type MariadbServer, type SlapdServer } from '../../services/index.js';
import { run, timeShell } from './run.js';

/** The attributes that ldap-sync requests, of the same entries. */
const ATTRIBUTES =
  'objectClass uid sn givenName displayName ENTPersonProfils ENTEleveClasses Divcod ENTAuxPersRelEleveEleve ' +
  'cn type description memberUid';
const FILTER = '(|(uid=*)(sn=*)(cn=*)(ou=*))';

/** The rows of the first import of a directory. */
const TABLES =
  'core_school core_person core_external_id core_attachment core_group core_membership core_kinship core_sync_plan_part';

/** Seconds that `ldapsearch` takes to read the whole directory. */
export function readAsPeer({ url, adminDn, adminPassword }: SlapdServer): Promise<number> {
  const login = `-x -H ${url} -D '${adminDn}' -w '${adminPassword}'`;
  return timeShell(`ldapsearch ${login} -LLL -E pr=500/noprompt -b o=gouv,c=fr '${FILTER}' ${ATTRIBUTES} > /dev/null`);
}

/** Seconds that the client of MariaDB takes to insert the rows of a database into another one, many in a statement. */
export async function writeAsPeer({ socket, ...server }: MariadbServer, name: string, folder: string): Promise<number> {
  const copy = `${name}_copy`;
  const login = `--no-defaults -uroot -S '${socket}'`;
  const tables = join(folder, 'tables.sql');
  const rows = join(folder, 'rows.sql');
  const fixed = `--skip-lock-tables --skip-add-locks --no-tablespaces --skip-comments ${name}`;
  await run('/bin/sh', ['-c', `mariadb-dump ${login} --no-data ${fixed} ${TABLES} core_sync_run > '${tables}'`]);
  await run('/bin/sh', [
    '-c',
    `mariadb-dump ${login} --no-create-info --extended-insert ${fixed} ${ROWS_FIRST} > '${rows}'`,
  ]);
  await createDatabase({ url: server.url }, copy);
  try {
    await run('/bin/sh', ['-c', `mariadb ${login} ${copy} < '${tables}'`]);
    return await timeShell(`(echo 'START TRANSACTION;'; cat '${rows}'; echo 'COMMIT;') | mariadb ${login} ${copy}`);
  } finally {
    await dropDatabase({ url: server.url }, copy);
  }
}

/** A plan refers to a run, so that runs come first. */
const ROWS_FIRST = `core_sync_run ${TABLES}`;
