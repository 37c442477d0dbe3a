// SPDX-License-Identifier: EUPL-1.2
import { In } from 'typeorm';
import { bothDatabases } from '../../../testing/test-databases.js';
import { openHostTables, type HostTables } from '../../app/host-tables-for-tests.js';
import { ActivationRow } from './activation.entity.js';
import { findInForce, findRules, findRulesIn, type SchoolRule } from './find-rules.js';

const NOW = new Date('2026-11-24T08:00:00.250Z');
const INSTANTS = [-3_600_000, -1, 0, 1, 3_600_000].map((later) => new Date(NOW.getTime() + later));
const SCHOOLS = ['0390001X', '0390002Y'];

/** Every beginning and end, in each school. */
const rules: ActivationRow[] = SCHOOLS.flatMap((uai) =>
  INSTANTS.flatMap((from, first) =>
    [...INSTANTS, null].map((until, last) => ({
      ...{ id: `${uai}-${first}-${last}`, uai, brick: `brick-${last}`, from, until, chosenUntil: until },
      ...{ profiles: last % 2 ? [] : ['pupil', 'head'], groupIds: first % 2 ? [] : ['g1', 'g "2" é'] },
      ...{ replaces: null, enabledBy: 'cli', disabledBy: null, decidedAt: from, endedAt: null },
    })),
  ),
);

function readPart({ uai, brick, profiles, groupIds, from, until }: ActivationRow): SchoolRule {
  return { uai, brick, profiles, groupIds, from, until };
}

describe.each(bothDatabases())('the rules on $name', (kind) => {
  let database: HostTables;
  beforeAll(async () => {
    database = await openHostTables(kind);
    await database.dataSource.manager.insert(ActivationRow, rules);
  });
  afterAll(() => database.drop());

  test.each([-1, 0, 1])('the kept SELECT finds what TypeORM finds, %i ms after the instant', async (later) => {
    const now = new Date(NOW.getTime() + later);
    for (const uais of [SCHOOLS.slice(0, 1), SCHOOLS.slice(1), SCHOOLS, ['0390009Z'], []]) {
      const where = { uai: In(uais) };
      const inForce = (await findInForce(database.unitOfWork, where, now)).map(readPart);
      const open = (await findRules(database.unitOfWork, where, now)).map(readPart);
      expect(await findRulesIn(database.unitOfWork, uais, now)).toEqual({ at: now, inForce, open });
      expect(new Set(inForce.map(({ uai }) => uai))).toEqual(new Set(uais.filter((uai) => SCHOOLS.includes(uai))));
    }
  });
});
