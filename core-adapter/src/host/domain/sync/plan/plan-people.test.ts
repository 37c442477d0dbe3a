// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import { countPlan, isEmpty, NO_COUNTS } from './plan-counts.js';
import {
  currentOf,
  planSync,
  group,
  kin,
  member,
  nothingYet,
  person,
  sampleRecords,
  school,
  snapshotOf,
  SOURCE,
  TILLEULS,
  VAL,
  without,
} from '../testing/records-for-tests.js';
import { planBetween, schoolPlan } from '../testing/plans-for-tests.js';
import { NO_PERSONS } from './merge-plans.js';

const NO_TIES = { attachments: new Set<string>(), memberships: new Map<string, never>(), children: new Set<string>() };

describe('a first sync', () => {
  test('creates everything, by school', async () => {
    const plan = planSync(nothingYet(), await snapshotOf(sampleRecords()));
    expect(plan.source).toBe(SOURCE);
    expect(countPlan(plan)).toEqual({
      schools: { created: 2, changed: 0 },
      persons: { ...NO_COUNTS.persons, created: 24 },
      attachments: { begun: 26, ended: 0 },
      groups: { created: 2, changed: 0, ended: 0, revived: 0 },
      memberships: { added: 23, removed: 0 },
      kinships: { added: 2, removed: 0 },
    });
    expect(plan.schools.map(({ uai, name, schoolYear }) => [uai, name, schoolYear])).toEqual([
      [TILLEULS, 'École des Tilleuls', 2025],
      [VAL, 'Collège du Val', 2025],
    ]);
    expect(schoolPlan(plan, VAL).created).toEqual({ uai: VAL, name: 'Collège du Val', kind: 'college' });
  });

  test('is plain data', async () => {
    const plan = planSync(nothingYet(), await snapshotOf(sampleRecords()));
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  test('leaves a school alone that another source named first', async () => {
    const before = { ...nothingYet(), timeZones: new Map([[TILLEULS, 'Europe/Paris']]) };
    const plan = planSync(before, await snapshotOf(sampleRecords()));
    expect(schoolPlan(plan, TILLEULS).created).toBeUndefined();
    expect(schoolPlan(plan, TILLEULS).changes).toEqual([]);
    expect(schoolPlan(plan, VAL).created).toBeDefined();
  });
});

test('nothing changed: nothing is planned', async () => {
  const plan = await planBetween(sampleRecords(), [...sampleRecords()].reverse().sort(byType));
  expect(plan.schools).toEqual([]);
  expect(isEmpty(plan)).toBe(true);
  expect(countPlan(plan)).toEqual(NO_COUNTS);
});

describe('persons', () => {
  test('a new person begins in their school', async () => {
    const plan = await planBetween(sampleRecords(), [...sampleRecords(), person('lea.martin', 'pupil', VAL)]);
    expect(plan.persons.created).toEqual([
      { key: 'lea.martin', login: 'lea.martin', givenName: 'Lea', familyName: 'Martin', displayName: 'Lea Martin' },
    ]);
    expect(schoolPlan(plan, VAL).attachments.begun).toEqual([
      { person: 'lea.martin', displayName: 'Lea Martin', profile: 'pupil' },
    ]);
    expect(plan.schools).toHaveLength(1);
    expect(isEmpty(plan)).toBe(false);
  });

  test('changed fields are shown old → new, with the schools of the person', async () => {
    const married = { familyName: 'Dubois', displayName: 'Nina Dubois', login: 'nina.dubois' };
    const ninaAs = (changes: object): DirectoryRecord[] =>
      sampleRecords().map((record) =>
        record.type === 'person' && record.key === 'nina.prof' ? { ...record, stableId: 'nina', ...changes } : record,
      );
    const plan = await planBetween(ninaAs({}), ninaAs(married));
    expect(plan.persons.changed).toEqual([
      {
        person: { key: 'nina.prof', stableIds: ['nina'], givenName: 'Nina', ...married },
        changes: [
          { field: 'login', from: 'nina.prof', to: 'nina.dubois' },
          { field: 'familyName', from: 'Prof', to: 'Dubois' },
          { field: 'displayName', from: 'Nina Prof', to: 'Nina Dubois' },
        ],
        schools: [TILLEULS, VAL],
      },
    ]);
    expect(countPlan(plan)).toEqual({ ...NO_COUNTS, persons: { ...NO_COUNTS.persons, changed: 1 } });
  });

  test('a leaver is disabled, and all their attachments end', async () => {
    const plan = await planBetween(sampleRecords(), without(sampleRecords(), 'nina.prof'));
    expect(plan.persons.disabled.map(({ key }) => key)).toEqual(['nina.prof']);
    for (const uai of [TILLEULS, VAL]) {
      expect(schoolPlan(plan, uai).attachments.ended.map(({ person: key, profile }) => [key, profile])).toEqual([
        ['nina.prof', 'teacher'],
      ]);
      expect(schoolPlan(plan, uai).memberships.removed).toHaveLength(1);
    }
  });

  test('a returning person is revived, not created', async () => {
    const left = { key: 'one.petit', login: '', givenName: 'One', familyName: 'Petit', displayName: 'One Petit' };
    const before = currentOf(await snapshotOf(without(sampleRecords(), 'one.petit')), {
      left: new Map([['one.petit', { ...left, ...NO_TIES, attachments: new Set([`${TILLEULS} pupil`]) }]]),
    });
    const plan = planSync(before, await snapshotOf(sampleRecords()));
    expect(plan.persons.created).toEqual([]);
    expect(plan.persons.revived).toEqual([{ ...left, login: 'one.petit' }]);
    expect(schoolPlan(plan, TILLEULS).attachments.begun.map(({ person: key }) => key)).toContain('one.petit');
  });

  test('a person that left before is not planned again', async () => {
    const records = without(sampleRecords(), 'one.petit');
    const left = { key: 'one.petit', login: '', givenName: 'One', familyName: 'Petit', displayName: 'One Petit' };
    const leaver = { ...left, ...NO_TIES };
    const before = currentOf(await snapshotOf(records), { left: new Map([['one.petit', leaver]]) });
    expect(isEmpty(planSync(before, await snapshotOf(records)))).toBe(true);
  });
});

describe('L11 attachments', () => {
  test('a pupil who moves ends here and begins there, and stays the same person', async () => {
    const records = [...without(sampleRecords(), 'two.petit'), person('two.petit', 'pupil', VAL)];
    const plan = await planBetween(sampleRecords(), records);
    expect(plan.persons).toEqual(NO_PERSONS.persons);
    const entry = { person: 'two.petit', displayName: 'Two Petit', profile: 'pupil' };
    expect(schoolPlan(plan, TILLEULS).attachments).toEqual({ begun: [], ended: [{ ...entry, moved: VAL }] });
    expect(schoolPlan(plan, VAL).attachments).toEqual({ begun: [{ ...entry, moved: TILLEULS }], ended: [] });
    expect(countPlan(plan).persons.moved).toBe(1);
  });

  test('a second school is no move', async () => {
    const plan = await planBetween(sampleRecords(), [...sampleRecords(), person('sam.bureau', 'staff', TILLEULS)]);
    expect(schoolPlan(plan, TILLEULS).attachments.begun[0]).not.toHaveProperty('moved');
    expect(countPlan(plan).persons.moved).toBe(0);
  });

  test('another profile in another school is no move', async () => {
    const records = [...without(sampleRecords(), 'sam.bureau'), person('sam.bureau', 'teacher', TILLEULS)];
    const plan = await planBetween(sampleRecords(), records);
    expect(countPlan(plan).persons.moved).toBe(0);
    expect(countPlan(plan).attachments).toEqual({ begun: 1, ended: 1 });
  });

  test('a teacher of five schools who swaps two of them moves twice', async () => {
    const uais = ['0390011A', '0390012B', '0390013C', '0390014D', '0390015E', '0390016F', '0390017G'];
    const world = (teaching: string[]): DirectoryRecord[] => [
      ...uais.flatMap((uai) => [school(uai, uai), group('CM1', uai)]),
      person('nina.prof', 'teacher', '0390011A'),
      ...teaching.map((uai) => member('nina.prof', 'CM1', uai, 'teacher')),
    ];
    const plan = await planBetween(world(uais.slice(0, 5)), world([...uais.slice(0, 3), ...uais.slice(5)]));
    const moves = plan.schools.flatMap(({ uai, attachments }) => attachments.begun.map(({ moved }) => [moved, uai]));
    expect(moves).toEqual([
      ['0390014D', '0390016F'],
      ['0390015E', '0390017G'],
    ]);
    expect(countPlan(plan).persons.moved).toBe(1);
  });

  test('a guardian follows their children', async () => {
    const plan = await planBetween(sampleRecords(), without(sampleRecords(), 'one.grand'));
    expect(schoolPlan(plan, VAL).attachments.ended.map(({ person: key, profile }) => [key, profile])).toEqual([
      ['anne.petit', 'guardian'],
      ['one.grand', 'pupil'],
    ]);
    expect(plan.kinships.removed).toEqual([{ guardian: 'anne.petit', child: 'one.grand' }]);
    expect(plan.persons.disabled.map(({ key }) => key)).toEqual(['one.grand']);
  });
});

test('kinships come and go', async () => {
  const records = [...sampleRecords().filter((record) => record.type !== 'kinship'), kin('anne.petit', 'two.petit')];
  const plan = await planBetween(sampleRecords(), records);
  expect(plan.kinships).toEqual({
    added: [{ guardian: 'anne.petit', child: 'two.petit' }],
    removed: [
      { guardian: 'anne.petit', child: 'one.petit' },
      { guardian: 'anne.petit', child: 'one.grand' },
    ],
  });
});

const ORDER = ['school', 'person', 'group', 'membership', 'kinship'];

function byType(one: DirectoryRecord, other: DirectoryRecord): number {
  return ORDER.indexOf(one.type) - ORDER.indexOf(other.type);
}
