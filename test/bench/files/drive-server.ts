// SPDX-License-Identifier: EUPL-1.2
// The host runs in a process of its own, so that the requests of the bench take none of its processor time.
import type { Host } from '@volee/core-adapter/host';
import fileShare from '@volee/file-share';
import { cookieHeader } from '../../integration/session-cookie.js';
import { answerOrders } from '../login/helper-process.js';
import { analyse, bootBenchHost, clockFrom } from '../shared/boot-bench-host.js';
import { collectGarbage } from '../shared/collect-garbage.js';
import { fillClassSchool, type ClassSchool } from './class-school.js';

export type ServerOrder =
  | { readonly kind: 'open'; readonly folder: string; readonly databaseUrl: string | undefined }
  | { readonly kind: 'session'; readonly personId: string }
  /** The id of the folder or file with this name that was added last; the root of the class has none. */
  | { readonly kind: 'node'; readonly name: string }
  /** Bytes that the class uses, and the number of contents. */
  | { readonly kind: 'stored' }
  /** Gives the tables statistics, as those of a database at work. */
  | { readonly kind: 'analyse' }
  /** Removes garbage, so that the memory of the next step can be measured. */
  | { readonly kind: 'collect' }
  /** Counts the statements since the last such order. */
  | { readonly kind: 'statements' };

export interface Opened extends ClassSchool {
  readonly url: string;
}

export interface Cookie {
  readonly cookie: string;
}

export interface Found {
  readonly id: string;
}

export interface Stored {
  readonly contents: number;
  readonly bytes: number;
}

export interface Statements {
  readonly all: number;
  /** The statements on the tables of the brick; the others read the session, the school and the rights of the visitor. */
  readonly brick: number;
}

/** A Tuesday at 10 h in France. */
const clock = clockFrom('2026-11-24T09:00:00Z');
let host: Host;
let statements: string[] = [];

answerOrders(answer, () => host.stop());

async function answer(order: ServerOrder): Promise<object> {
  switch (order.kind) {
    case 'open':
      return open(order.folder, order.databaseUrl);
    case 'session':
      return { cookie: await cookieHeader(host, order.personId) };
    case 'node': {
      const text = 'SELECT id FROM file_share_node WHERE name = ? AND spaceKind = ? ORDER BY id DESC LIMIT 1';
      const [row] = await select<Found>(text, [order.name, 'group']);
      if (!row) throw new Error(`There is no "${order.name}".`);
      return row;
    }
    case 'stored': {
      const [row] = await select<Stored>('SELECT COUNT(*) AS contents, SUM(bytes) AS bytes FROM file_share_content');
      return { contents: Number(row?.contents), bytes: Number(row?.bytes) };
    }
    case 'analyse':
      await analyse(host);
      return {};
    case 'collect':
      collectGarbage();
      return {};
    case 'statements': {
      const brick = statements.filter((text) => text.includes('file_share_')).length;
      const counted = { all: statements.length, brick };
      statements = [];
      return counted;
    }
  }
}

function select<Result>(statement: string, values: readonly unknown[] = []): Promise<Result[]> {
  return host.database.dataSource.query<Result[]>(statement, [...values]);
}

async function open(folder: string, databaseUrl: string | undefined): Promise<Opened> {
  const brickSettings = new Map([['file-share', { maxFileSize: '2GB', quota: { class: '100GB', teacher: '100GB' } }]]);
  host = await bootBenchHost({ folder, databaseUrl, bricks: [fileShare], brickSettings, clock });
  const school = await fillClassSchool(host);
  // Jobs of the night are due at once on a new host: they run before anything is measured.
  await host.jobs.runDue();
  host.database.dataSource.logger.logQuery = (statement) => void statements.push(statement);
  const { port } = await host.listen();
  return { url: `http://127.0.0.1:${port}`, ...school };
}
