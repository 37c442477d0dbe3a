// SPDX-License-Identifier: EUPL-1.2
// The host runs in a process of its own, so that the requests of the bench take none of its processor time.
import type { Host } from '@volee/core-adapter/host';
import livret from '@volee/livret-bridge';
import { cookieHeader } from '../../integration/session-cookie.js';
import { inventIds } from '../consoles/invented-ids.js';
import { insertRows } from '../consoles/insert-rows.js';
import { answerOrders } from '../login/helper-process.js';
import { processorMilliseconds } from '../measure/processor-milliseconds.js';
import { analyse, bootBenchHost, clockFrom } from '../shared/boot-bench-host.js';
import { inventLivrets, OPENED, YEAR } from './invented-bilans.js';
import { writeCatalogue } from './livret-catalogue.js';
import { fillLivretSchools, type LivretSchools } from './livret-schools.js';

export type ServerOrder =
  | { readonly kind: 'open'; readonly folder: string; readonly databaseUrl: string | undefined }
  | { readonly kind: 'session'; readonly personId: string }
  /** Removes the rows that a measurement wrote, a period or parcels, so that the next one starts from the same state. */
  | { readonly kind: 'closePeriod' | 'forgetParcels'; readonly uai: string }
  /** Runs the due jobs, such as the delivery of parcels. */
  | { readonly kind: 'runJobs' }
  /** Counts the bilans that were handed over by a school and have arrived. */
  | { readonly kind: 'arrived'; readonly uai: string }
  /** The statements since the last such order, or the processor time until now. */
  | { readonly kind: 'statements' | 'processor' };

export interface Opened extends LivretSchools {
  readonly url: string;
}

export interface Cookie {
  readonly cookie: string;
}

export interface Texts {
  readonly texts: readonly string[];
}

export interface Processor {
  readonly milliseconds: number;
}

export interface Count {
  readonly count: number;
}

/** A Tuesday in June at 11 h in France, when pupils of CM2 are handed over. */
const clock = clockFrom('2027-06-22T09:00:00Z');
let host: Host;
let statements: string[] = [];

answerOrders(answer, () => host.stop());

async function answer(order: ServerOrder): Promise<object> {
  switch (order.kind) {
    case 'open':
      return open(order.folder, order.databaseUrl);
    case 'session':
      return { cookie: await cookieHeader(host, order.personId) };
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
      const texts = statements;
      statements = [];
      return { texts };
    }
    case 'processor':
      return { milliseconds: processorMilliseconds() };
  }
}

function run(statement: string, parameters: readonly unknown[]): Promise<unknown> {
  return host.database.dataSource.query(statement, [...parameters]);
}

function count(rows: unknown): Count {
  return { count: Array.isArray(rows) ? rows.length : NaN };
}

async function open(folder: string, databaseUrl: string | undefined): Promise<Opened> {
  const brickSettings = new Map([['livret-bridge', { catalogue: await writeCatalogue(folder) }]]);
  host = await bootBenchHost({ folder, databaseUrl, bricks: [livret], brickSettings, clock });
  const schools = await fillLivretSchools(host);
  for (const { uai } of [schools.ecole, schools.college]) await host.activations.enable(uai, 'livret-bridge', 'cli');
  const { dataSource } = host.database;
  const rows = inventLivrets({ newId: inventIds(), now: clock.now() }, schools);
  for (const [table, each] of rows) await insertRows(dataSource, table, each);
  await analyse(host);
  // Jobs of the night are due at once on a new host: they run before anything is measured.
  await host.jobs.runDue();
  dataSource.logger.logQuery = (text) => void statements.push(text);
  const { port } = await host.listen();
  return { url: `http://127.0.0.1:${port}`, ...schools };
}
