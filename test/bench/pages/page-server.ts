// SPDX-License-Identifier: EUPL-1.2
// The host runs in a process of its own, so that the requests of the bench take none of its processor time.
import type { Host } from '@volee/core-adapter/host';
import { cookieHeader } from '../../integration/session-cookie.js';
import { answerOrders } from '../login/helper-process.js';
import { middleOf } from '../measure/percentiles.js';
import { processorMilliseconds } from '../measure/processor-milliseconds.js';
import { clockFrom } from '../shared/boot-bench-host.js';
import { openPageHouse, type PageHouse } from './page-house.js';
import { isBoundary } from './statement-texts.js';

export type ServerOrder =
  | { readonly kind: 'open'; readonly folder: string; readonly databaseUrl: string | undefined }
  | { readonly kind: 'session'; readonly personId: string }
  /** The statements since the last such order, or the processor time until now. */
  | { readonly kind: 'statements' | 'processor' }
  /** Asks for the pupils of a class, again and again by the statement alone. */
  | { readonly kind: 'members'; readonly uai: string; readonly classId: string; readonly times: number };

export type Opened = Omit<PageHouse, 'host'>;

export interface Cookie {
  readonly cookie: string;
}

export interface Texts {
  readonly texts: readonly string[];
}

/** A time on the wall or of the processor. */
export interface Milliseconds {
  readonly milliseconds: number;
}

type MembersOrder = Extract<ServerOrder, { readonly kind: 'members' }>;

interface Statement {
  readonly text: string;
  readonly values: unknown;
}

const MESSAGES = 2_000;

/** A Tuesday in June at 11 h in France. */
const clock = clockFrom('2027-06-22T09:00:00Z');
let host: Host;
let statements: Statement[] = [];

answerOrders(answer, () => host.stop());

async function answer(order: ServerOrder): Promise<object> {
  switch (order.kind) {
    case 'open':
      return open(order.folder, order.databaseUrl);
    case 'session':
      return { cookie: await cookieHeader(host, order.personId) };
    case 'statements':
      return { texts: takeStatements().map(({ text }) => text) };
    case 'processor':
      return { milliseconds: processorMilliseconds() };
    case 'members':
      return { milliseconds: await timeMembers(order) };
  }
}

async function open(folder: string, databaseUrl: string | undefined): Promise<Opened> {
  const opened = await openPageHouse({ folder, databaseUrl, clock, hasLargeSchools: true, messages: MESSAGES });
  const { host: filled, ...house } = opened;
  host = filled;
  host.database.dataSource.logger.logQuery = (text, values) =>
    void (isBoundary(text) || statements.push({ text, values }));
  return house;
}

function takeStatements(): readonly Statement[] {
  const taken = statements;
  statements = [];
  return taken;
}

/** @returns the median of the time that the last statement of `members` takes */
async function timeMembers({ uai, classId, times }: MembersOrder): Promise<number> {
  const school = await host.directory.school(uai);
  if (!school) throw new Error(`There is no school ${uai}.`);
  takeStatements();
  await host.directory.inSchool(school).members(classId, 'pupil');
  const asked = takeStatements().at(-1);
  if (!asked) throw new Error('The members of a class were found without a statement.');
  const values = Array.isArray(asked.values) ? asked.values : [];
  const taken: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const begun = performance.now();
    await host.database.dataSource.query(asked.text, values);
    taken.push(performance.now() - begun);
  }
  return middleOf(taken);
}
