// SPDX-License-Identifier: EUPL-1.2
// The host runs in a process of its own, so that the requests of the bench take none of its processor time.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { bootHost, checkSettingsText, createLog, migrate, schemaOwners, type Host } from '@volee/core-adapter/host';
import livret from '@volee/livret-bridge';
import { sessionCookie } from '../../integration/session-cookie.js';
import { inventIds } from '../consoles/invented-ids.js';
import { insertRows } from '../consoles/insert-rows.js';
import { answerOrders } from '../login/helper-process.js';
import { inventLivrets, OPENED, YEAR } from './invented-bilans.js';
import { writeCatalogue } from './livret-catalogue.js';
import { fillLivretSchools, type LivretSchools } from './livret-schools.js';

export type ServerOrder =
  | { readonly kind: 'open'; readonly folder: string; readonly databaseUrl: string | undefined }
  | { readonly kind: 'session'; readonly personId: string }
  /** Removes what a measurement wrote, so that the next one finds the same: a period that was opened, or parcels. */
  | { readonly kind: 'closePeriod' | 'forgetParcels'; readonly uai: string }
  /** Runs what is due, such as the delivery of parcels. */
  | { readonly kind: 'runJobs' }
  /** Counts the bilans that were handed over by a school and have arrived. */
  | { readonly kind: 'arrived'; readonly uai: string }
  /** Counts the statements since the last such order. */
  | { readonly kind: 'statements' };

export interface Opened extends LivretSchools {
  readonly url: string;
}

export interface Cookie {
  readonly cookie: string;
}

export interface Count {
  readonly count: number;
}

/** A Tuesday in June at 11 h in France, when pupils of CM2 are handed over. */
const BEGIN = new Date('2027-06-22T09:00:00Z').getTime();

const ahead = BEGIN - Date.now();
const clock = { now: () => new Date(Date.now() + ahead) };
let host: Host;
let statements = 0;

answerOrders(answer, () => host.stop());

async function answer(order: ServerOrder): Promise<object> {
  switch (order.kind) {
    case 'open':
      return open(order.folder, order.databaseUrl);
    case 'session': {
      const { name, value } = await sessionCookie(host, order.personId);
      return { cookie: `${name}=${value}` };
    }
    case 'closePeriod': {
      const where = 'school = ? AND year = ? AND period = ?';
      await run(`DELETE FROM livret_bridge_bilan WHERE ${where}`, [order.uai, YEAR, OPENED]);
      return {};
    }
    case 'forgetParcels':
      await run('DELETE FROM core_parcel WHERE fromUai = ?', [order.uai]);
      await run('DELETE FROM livret_bridge_handed WHERE fromSchool = ?', [order.uai]);
      return {};
    case 'runJobs':
      await host.jobs.runDue();
      return {};
    case 'arrived':
      return count(await run('SELECT id FROM livret_bridge_handed WHERE fromSchool = ?', [order.uai]));
    case 'statements': {
      const counted = { count: statements };
      statements = 0;
      return counted;
    }
  }
}

function run(statement: string, parameters: readonly unknown[]): Promise<unknown> {
  return host.database.dataSource.query(statement, [...parameters]);
}

function count(rows: unknown): Count {
  return { count: Array.isArray(rows) ? rows.length : NaN };
}

async function open(folder: string, databaseUrl = `sqlite:${join(folder, 'volee.sqlite')}`): Promise<Opened> {
  const text = JSON.stringify({
    server: { publicUrl: 'http://127.0.0.1', listen: '127.0.0.1:0' },
    database: { url: databaseUrl },
    session: { secret: randomBytes(32).toString('hex') },
    storage: { url: `file:${join(folder, 'files')}` },
    bricks: {},
  });
  const settings = checkSettingsText(text, 'settings of the bench', {});
  if (settings.problems) throw new Error(settings.problems.join('\n'));
  await migrate(databaseUrl, schemaOwners([livret.manifest]));
  const catalogue = await writeCatalogue(folder);
  const bricks = [{ name: '@volee/livret-bridge', settings: { catalogue }, load: () => Promise.resolve(livret) }];
  host = await bootHost({ settings: settings.value, bricks, log: createLog('silent'), clock });
  const schools = await fillLivretSchools(host);
  const { dataSource } = host.database;
  const rows = inventLivrets({ newId: inventIds(), now: clock.now() }, schools);
  for (const [table, each] of rows) await insertRows(dataSource, table, each);
  // Rows that came at once have no statistics yet, and MariaDB would read them by other indices than those of a school at work.
  const tables = dataSource.entityMetadatas.map(({ tableName }) => tableName).join(', ');
  await dataSource.query(dataSource.options.type === 'better-sqlite3' ? 'ANALYZE' : `ANALYZE TABLE ${tables}`);
  // Jobs of the night are due at once on a new host: they run before anything is measured.
  await host.jobs.runDue();
  dataSource.logger.logQuery = () => void (statements += 1);
  const { port } = await host.listen();
  return { url: `http://127.0.0.1:${port}`, ...schools };
}
