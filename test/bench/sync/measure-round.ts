// SPDX-License-Identifier: EUPL-1.2
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { LdapEntry } from '../../envole-box/ldap-entry.js';
import { createDatabase, dropDatabase, type MariadbServer, type SlapdServer } from '../../services/index.js';
import { run, timeShell } from './run.js';
import type { SyncTaken } from './sync-once.js';

/** The attributes that ldap-sync requests, of the same entries. */
const ATTRIBUTES =
  'objectClass uid sn givenName displayName ENTPersonProfils ENTEleveClasses Divcod ENTAuxPersRelEleveEleve entryUUID ' +
  'objectGUID ine ENTPersonDateNaissance dateNaissance Meflcf ENTEleveMEF cn type description memberUid';

const FILTER = '(|(uid=*)(sn=*)(cn=*)(ou=*))';

/** The rows of the first import of a directory. */
const TABLES =
  'core_school core_person core_external_id core_attachment core_group core_membership core_kinship core_sync_plan_part';

/** A plan refers to a run, so that runs come first. */
const ROWS_FIRST = `core_sync_run ${TABLES}`;

let turn = 0;

export interface Region {
  readonly slapd: SlapdServer;
  readonly mariadb: MariadbServer;
  readonly entries: readonly LdapEntry[];
}

/** Seconds, and what each sync took. */
export interface Round {
  /** Every entry and attribute in use, by `ldapsearch`, paged. */
  readonly read: number;
  /** Every row of the first import, by the client of MariaDB. */
  readonly write: number;
  readonly syncs: Readonly<Record<string, SyncTaken>>;
}

/** Measures everything once, from an empty database on, so that a slow moment of the machine affects the peers as well. */
export async function measureRound(region: Region, name: string): Promise<Round> {
  const { mariadb, slapd } = region;
  const databaseUrl = await createDatabase(mariadb, name);
  const folder = await mkdtemp(join(tmpdir(), 'volee-bench-sync-'));
  try {
    const settings = await writeSettings(folder, { slapd, databaseUrl });
    const full = await writeSettings(folder, { slapd, databaseUrl, fullRead: '1s' });
    await run(execPath, [program, '--config', settings, 'db', 'migrate']);
    const first = await syncOnce(settings);
    const write = await writeAsPeer(mariadb, name, folder);
    const read = await readAsPeer(slapd);
    const known = await syncOnce(settings);
    const compared = await syncOnce(full);
    const again = await syncOnce(full);
    await changeSome(region, folder);
    const some = await syncOnce(settings);
    return {
      ...{ read, write },
      syncs: {
        'first import': first,
        'nothing changed, mark known': known,
        'nothing changed, all compared': compared,
        'nothing changed, full read': again,
        '1 % changed': some,
      },
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
    await dropDatabase(mariadb, name);
  }
}

const program = join(
  createRequire(import.meta.url).resolve('@volee/core-adapter/package.json'),
  '..',
  'bin',
  'volee.js',
);
const once = fileURLToPath(new URL('./sync-once.js', import.meta.url));

async function syncOnce(settings: string): Promise<SyncTaken> {
  // As bin/volee.js does.
  return JSON.parse(await run(execPath, ['--max-semi-space-size=16', once, settings])) as SyncTaken;
}

interface Place {
  readonly slapd: SlapdServer;
  readonly databaseUrl: string;
  readonly fullRead?: string;
}

async function writeSettings(folder: string, { slapd, databaseUrl, fullRead }: Place): Promise<string> {
  const directory = {
    ...{ url: slapd.url, bindDn: slapd.adminDn, bindPassword: slapd.adminPassword, baseDn: 'o=gouv,c=fr' },
    ...{ layout: 'scribe', ...(fullRead !== undefined && { fullRead }) },
  };
  const file = join(folder, `volee${fullRead ?? ''}.yaml`);
  const settings = {
    server: { publicUrl: 'http://127.0.0.1:3000' },
    database: { url: databaseUrl },
    session: { secret: 'a secret that only the bench knows, 32+' },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: { '@volee/ldap-sync': directory },
  };
  await writeFile(file, JSON.stringify(settings), { mode: 0o600 });
  return file;
}

interface Changing {
  readonly slapd: SlapdServer;
  readonly entries: readonly LdapEntry[];
}

/** Gives one person in a hundred another name, in another place of the list at each call. */
async function changeSome({ slapd, entries }: Changing, folder: string): Promise<void> {
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

/** Seconds that `ldapsearch` takes to read the whole directory. */
function readAsPeer({ url, adminDn, adminPassword }: SlapdServer): Promise<number> {
  const login = `-x -H ${url} -D '${adminDn}' -w '${adminPassword}'`;
  return timeShell(`ldapsearch ${login} -LLL -E pr=500/noprompt -b o=gouv,c=fr '${FILTER}' ${ATTRIBUTES} > /dev/null`);
}

/** Seconds that the client of MariaDB takes to insert the rows of a database into another one, many in a statement. */
async function writeAsPeer({ socket, ...server }: MariadbServer, name: string, folder: string): Promise<number> {
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
