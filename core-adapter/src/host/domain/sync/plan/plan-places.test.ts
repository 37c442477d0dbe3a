// SPDX-License-Identifier: EUPL-1.2
import { countPlan, NO_COUNTS } from './plan-counts.js';
import {
  currentOf,
  planSync,
  sampleRecords,
  snapshotOf,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import { planBetween, schoolPlan } from '../testing/plans-for-tests.js';

const NOWHERE = new Map<string, never>();

describe('schools and groups', () => {
  test('a renamed school and a renamed group', async () => {
    const records = sampleRecords().map((record) => {
      if (record.type === 'school' && record.uai === VAL) return { ...record, name: 'Collège Jeanne-Petit' };
      if (record.type === 'group' && record.uai === VAL) return { ...record, name: '6e bleue' };
      return record;
    });
    const plan = await planBetween(sampleRecords(), records);
    const val = schoolPlan(plan, VAL);
    expect(val.name).toBe('Collège Jeanne-Petit');
    expect(val.changes).toEqual([{ field: 'name', from: 'Collège du Val', to: 'Collège Jeanne-Petit' }]);
    expect(val.groups.changed).toEqual([
      {
        group: { key: '6e b', kind: 'class', name: '6e bleue' },
        changes: [{ field: 'name', from: '6e B', to: '6e bleue' }],
      },
    ]);
    expect(countPlan(plan)).toEqual({
      ...NO_COUNTS,
      schools: { created: 0, changed: 1 },
      groups: { ...NO_COUNTS.groups, changed: 1 },
    });
  });

  test('a group ends with its members, and comes back with them', async () => {
    const fewer = without(sampleRecords(), '6e B');
    const ending = await planBetween(sampleRecords(), fewer);
    expect(schoolPlan(ending, VAL).groups.ended).toEqual([{ key: '6e b', kind: 'class', name: '6e B' }]);
    expect(countPlan(ending).memberships).toEqual({ added: 0, removed: 11 });

    const ended = (await snapshotOf(sampleRecords())).groups.get(`${VAL} 6e b`);
    if (!ended) throw new Error('no 6e B');
    const before = currentOf(await snapshotOf(fewer), { ended: new Map([[`${VAL} 6e b`, ended]]) });
    const back = planSync(before, await snapshotOf(sampleRecords()));
    expect(countPlan(back).groups).toEqual({ ...NO_COUNTS.groups, revived: 1 });
    expect(countPlan(back).memberships).toEqual({ added: 11, removed: 0 });
  });

  test('a change of role is a removal and an addition', async () => {
    const records = sampleRecords().map((record) =>
      record.type === 'membership' && record.person === 'paul.durand' ? { ...record, role: 'member' as const } : record,
    );
    const plan = await planBetween(sampleRecords(), records);
    expect(schoolPlan(plan, TILLEULS).memberships).toEqual({
      added: [{ group: 'cm2 a', person: 'paul.durand', role: 'member' }],
      removed: [{ group: 'cm2 a', person: 'paul.durand', role: 'teacher' }],
    });
  });

  test('a new school year makes new groups and ends none', async () => {
    const image = await snapshotOf(sampleRecords());
    // In August the stored groups are last year's: what is read of the current year is empty.
    const present = new Map([...image.persons].map(([key, person]) => [key, { ...person, memberships: NOWHERE }]));
    const before = currentOf(image, { at: new Date('2026-08-20T04:00:00Z'), groups: new Map(), present });
    const plan = planSync(before, image);
    expect(plan.schools.map(({ schoolYear }) => schoolYear)).toEqual([2026, 2026]);
    expect(countPlan(plan)).toEqual({
      ...NO_COUNTS,
      groups: { ...NO_COUNTS.groups, created: 2 },
      memberships: { added: 23, removed: 0 },
    });
  });

  test('each school is in the school year of its own time zone', async () => {
    const image = await snapshotOf(sampleRecords());
    const before = currentOf(image, {
      at: new Date('2026-07-31T22:30:00Z'),
      groups: new Map(),
      timeZones: new Map([
        [TILLEULS, 'Europe/Paris'],
        [VAL, 'America/Martinique'],
      ]),
    });
    expect(planSync(before, image).schools.map(({ uai, schoolYear }) => [uai, schoolYear])).toEqual([
      [TILLEULS, 2026],
      [VAL, 2025],
    ]);
  });

  test('a school that vanished keeps its name in the plan', async () => {
    const plan = await planBetween(sampleRecords(), without(sampleRecords(), VAL));
    expect(schoolPlan(plan, VAL).name).toBe('Collège du Val');
    expect(schoolPlan(plan, VAL).groups.ended).toHaveLength(1);
    expect(plan.persons.disabled).toHaveLength(12);
  });
});
