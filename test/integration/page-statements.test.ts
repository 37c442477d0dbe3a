// SPDX-License-Identifier: EUPL-1.2
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS, type Host } from '@volee/core-adapter/host';
import { TestClock, testDatabases, testFolder } from '@volee/core-adapter/testing';
import type { TimedRequest } from '../bench/measure/measure-requests.js';
import { BenchClient } from '../bench/measure/bench-client.js';
import { openPageHouse } from '../bench/pages/page-house.js';
import { otherRequests, schoolRequests } from '../bench/pages/page-requests.js';
import { isBoundary, shortened, timesAsked } from '../bench/pages/statement-texts.js';
import { cookieHeader } from './session-cookie.js';

/**
 * The number of statements of each page; BEGIN and COMMIT are not counted. A change that asks fewer writes the lower number here; one
 * that raises a number says why in its commit.
 */
const STATEMENTS: Readonly<Record<string, number>> = {
  'empty page of a brick': 5,
  'portal of a teacher': 13,
  'portal of a teacher of three schools': 26,
  'portal of a teacher with a message to accept': 14,
  'portal of a pupil': 11,
  'portal of a parent': 14,
  'portal of a parent of two schools': 20,
  'portal of a parent of three schools': 26,
  'works of children in two schools': 12,
  'works of children in three schools': 16,
  'messages of children in two schools': 10,
  'messages of children in three schools': 13,
  'portal of the head': 19,
  'folder of 30': 11,
  'works of a class': 13,
  'class of a pupil': 28,
  'works of a pupil': 12,
  inbox: 13,
  thread: 29,
  'write page': 17,
  'rules of messaging': 12,
  'school console': 17,
  'livret home of a teacher': 13,
  'livret home of a parent': 12,
  grid: 10,
  autosave: 9,
  bilan: 20,
  sixth: 11,
  'platform console': 8,
};

const SMALL = { classes: 4, pupils: 12, guardians: 40, sixthPupils: 24, sixthGuardians: 20 };

const houses = await Promise.all(
  testDatabases().map(async (database) => {
    const folder = await mkdtemp(join(testFolder(), 'volee-pages-'));
    const { url, drop } = await database.fresh();
    // A Tuesday in June at 11 h in France. The clock stands still: nothing becomes due between two requests.
    const clock = new TestClock('2027-06-22T09:00:00Z');
    // On a machine that is busy with tests, pages must still have their tasks and badges.
    const limits = { ...LIMITS, portal: LIMITS.request };
    const small = { size: SMALL, hasLargeSchools: false, messages: 200 };
    const house = await openPageHouse({ folder, databaseUrl: url, clock, limits, ...small });
    const clients: BenchClient[] = [];
    const client = async (personId = ''): Promise<BenchClient> => {
      const made = new BenchClient(house.url, await cookieHeader(house.host, personId));
      clients.push(made);
      return made;
    };
    afterAll(async () => {
      for (const each of clients) each.close();
      await house.host.stop();
      await drop();
      await rm(folder, { recursive: true, force: true });
    });
    const place = { ...house, client };
    const requests = (await Promise.all(house.schools.map((school) => schoolRequests(place, school)))).flat();
    requests.push(...(await otherRequests(place)));
    return { name: database.name, host: house.host, requests };
  }),
);

describe.each(houses)('statements on $name', ({ host, requests }) => {
  test('each page has its number', () => {
    expect(requests.map(({ name }) => name).sort()).toEqual(Object.keys(STATEMENTS).sort());
  });

  test.each(Object.entries(STATEMENTS))('%s: %i', async (name, number) => {
    const request = requests.find((each) => each.name === name);
    const statements = request ? await statementsOf(host, request) : [];
    if (statements.length !== number) assert.fail(told(name, number, statements));
  });
});

/** The host has statements of its own, such as the one that ends responses of ended sessions: the least of three is the page alone. */
async function statementsOf({ database }: Host, { send }: TimedRequest): Promise<readonly string[]> {
  const { logger } = database.dataSource;
  const { logQuery } = logger;
  const taken: string[][] = [];
  try {
    // The first request may write, such as a line for each reader.
    for (let turn = 0; turn < 4; turn += 1) {
      const statements: string[] = [];
      logger.logQuery = (text) => void (isBoundary(text) || statements.push(text));
      await send(turn);
      if (turn > 0) taken.push(statements);
    }
  } finally {
    logger.logQuery = logQuery;
  }
  const [least = []] = taken.sort((some, others) => some.length - others.length);
  return least;
}

function told(name: string, number: number, statements: readonly string[]): string {
  const lines = timesAsked(statements).map(([text, times]) => `  ${times} × ${shortened(text, 300)}`);
  return `${name}: ${statements.length} statements, and the table says ${number}:\n${lines.join('\n')}`;
}
