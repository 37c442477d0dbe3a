// SPDX-License-Identifier: EUPL-1.2
import type { DataSource } from 'typeorm';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { drift, migrate } from '../../infra/database/migrate.js';
import { openDatabase } from '../../infra/database/open-database.js';
import { reachedAs, type Reach } from './activation-rule.js';
import { ActivationRow } from './activation.entity.js';
import { NameGroupProfiles1764028800424 } from './name-group-profiles.migration.js';

const BEGUN = '2026-09-01T06:00:00.500Z';
const OVER = '2026-10-01T06:00:00.250Z';
const PLANNED = '2027-07-01T22:00:00.000Z';
const OF_GROUPS = ['pupil', 'guardian', 'teacher'];

/** A rule before the migration, and its profiles after it. */
interface Case {
  readonly title: string;
  readonly rule: Partial<ActivationRow>;
  readonly after: readonly string[];
}

const CASES: readonly Case[] = [
  { title: 'for classes', rule: { groupIds: ['cm1', 'cm2'] }, after: OF_GROUPS },
  {
    title: 'for a class, with a planned end',
    rule: { groupIds: ['cm1'], until: new Date(PLANNED), chosenUntil: new Date(PLANNED) },
    after: OF_GROUPS,
  },
  {
    title: 'for a class, replaced on a later day',
    rule: { groupIds: ['cm1'], until: new Date(PLANNED), disabledBy: 'head', endedAt: new Date(OVER) },
    after: OF_GROUPS,
  },
  {
    title: 'for a class, over: a line of the history',
    rule: { groupIds: ['cm1'], until: new Date(OVER), disabledBy: 'head', endedAt: new Date(OVER) },
    after: OF_GROUPS,
  },
  { title: 'for a class, of a brick that is not loaded', rule: { brick: 'gone', groupIds: ['cm1'] }, after: OF_GROUPS },
  { title: 'for a class of the other school', rule: { uai: '0390002Y', groupIds: ['sixth'] }, after: OF_GROUPS },
  { title: 'for the whole school', rule: {}, after: [] },
  { title: 'for pupils of a class', rule: { profiles: ['pupil'], groupIds: ['cm1'] }, after: ['pupil'] },
  {
    title: 'for teachers of a class and the head',
    rule: { profiles: ['teacher', 'head'], groupIds: ['cm1'] },
    after: ['teacher', 'head'],
  },
  { title: 'for staff', rule: { profiles: ['staff'] }, after: ['staff'] },
];

const teacherOfCm1: Reach = { profiles: ['teacher', 'head'], ties: [{ groupId: 'cm1', profile: 'teacher' }] };
const staff: Reach = { profiles: ['staff'], ties: [] };

describe.each(bothDatabases())('the migration of rules for groups on $name', (kind) => {
  test('P9 rules for groups without profiles name those that they meant, and nothing else of any rule changes', async () => {
    const { url, drop } = await kind.fresh();
    const before = coreSchema.migrations.slice(0, coreSchema.migrations.indexOf(NameGroupProfiles1764028800424));
    await migrate(url, [{ ...coreSchema, migrations: before }]);
    const { dataSource, close } = await openDatabase(url, coreSchema.entities);
    try {
      for (const [at, { rule }] of CASES.entries()) await dataSource.manager.insert(ActivationRow, rowOf(at, rule));
      const old = await rows(dataSource);
      await migrate(url, [coreSchema]);
      expect(await drift(url, [coreSchema])).toEqual([]);
      const expected = CASES.map(({ after }, at) => ({ ...old[at], profiles: after }));
      expect(await rows(dataSource)).toEqual(expected);

      const runner = dataSource.createQueryRunner();
      await new NameGroupProfiles1764028800424().down();
      await new NameGroupProfiles1764028800424().up(runner);
      await runner.release();
      expect(await rows(dataSource)).toEqual(expected);
    } finally {
      await close();
      await drop();
    }
  });
});

test('a migrated rule reaches those that it reached before, and a rule that names the head reaches them whatever the class', () => {
  const reached = (profiles: ActivationRow['profiles'], groupIds: string[], person: Reach): readonly string[] =>
    reachedAs([rowOf(0, { profiles, groupIds })], person, new Date(PLANNED));
  expect(reached(['pupil', 'guardian', 'teacher'], ['cm1'], teacherOfCm1)).toEqual(['teacher']);
  expect(reached(['pupil', 'guardian', 'teacher'], ['cm1'], staff)).toEqual([]);
  expect(reached(['teacher', 'head'], ['cm2'], teacherOfCm1)).toEqual(['head']);
});

function rowOf(at: number, rule: Partial<ActivationRow>): ActivationRow {
  return {
    ...{ id: `rule ${at}`, uai: '0390001X', brick: 'agenda', profiles: [], groupIds: [] },
    ...{ from: new Date(BEGUN), until: null, chosenUntil: null, replaces: null },
    ...{ enabledBy: 'cli', decidedAt: new Date(BEGUN), disabledBy: null, endedAt: null },
    ...rule,
  };
}

function rows({ manager }: DataSource): Promise<ActivationRow[]> {
  return manager.find(ActivationRow, { order: { id: 'ASC' } });
}
