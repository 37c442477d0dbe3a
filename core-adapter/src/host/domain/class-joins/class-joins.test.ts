// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { findPeople } from '../directory/find-people.js';
import { findCurrentGroups } from '../directory/group-list.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { schoolYearOf } from '../directory/school-year.js';
import { group, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { countAskedClasses, listOpenClassPairs } from './class-join-list.js';
import { ClassJoinRow } from '../sync/classes/class-join.entity.js';
import { askSources, BY, CM1, CM2, names, onde, pupil, scribe } from './two-sources-for-tests.js';

describe.each(bothDatabases())('classes that two sources name, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
    await fixture.sync('scribe', scribe());
  });
  afterEach(() => fixture.database.drop());

  const { manager, idOf, sync, seen, asked } = askSources(() => fixture);

  it('joins the classes of a file to those of the directory by their pupils, and bricks see each class once', async () => {
    const planned = await fixture.plan('onde', onde({ 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 }));
    const joined = ['CM1 Mme X (CM1)', 'CM2 Mme Y (CM2)'];
    expect(planned.counts).toMatchObject({ joinedClasses: 2, classNames: { joined, asked: [] } });
    const { counts } = await fixture.plan('onde', onde({ Mixed: [...CM1.slice(0, 2), ...CM2.slice(0, 3)] }));
    expect(counts).toMatchObject({ askedClasses: 1, classNames: { joined: [], asked: ['Mixed'] } });
    expect(await sync('onde', onde({ 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 }))).toBe(2);
    expect((await fixture.plan('onde', onde({ 'CM2 Mme Y': CM2 }))).counts).not.toHaveProperty('joinedClasses');
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin']);
    expect(await asked()).toEqual(['onde CM1 Mme X = scribe CM1: same', 'onde CM2 Mme Y = scribe CM2: same']);
    const lines = await manager().findBy(AuditLine, { action: 'core.class.same' });
    expect(lines).toMatchObject([{ actor: 'clock', uai: TILLEULS }, { uai: TILLEULS }]);
    const known = await findCurrentGroups(fixture.database.unitOfWork, { uai: VAL, now: fixture.clock.now() });
    expect(known.map(({ name }) => name)).toEqual(['6e B']);
  });

  testOnce('shows a pupil whom only the file names in the class of the directory', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': [...CM2, ...names('nouveau', 1)] }));
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'CM2 Mme Y 6']);
    expect(await asked()).toEqual(['onde CM2 Mme Y = scribe CM2: open']);
    const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
    await fixture.classJoins.decide(open?.id ?? '', 'same', BY);
    expect(await seen()).toEqual(['CM1 5', 'CM2 6 Claire Vuillemin']);
  });

  testOnce('leaves a pupil who changed class in the directory in the new class alone', async () => {
    await sync('onde', onde({ 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 }));
    const moved = scribe().map((record) =>
      record.type === 'membership' && record.person === 's.cmun0' ? { ...record, group: 'CM2' } : record,
    );
    expect(await sync('scribe', moved)).toBe(0);
    expect(await seen()).toEqual(['CM1 4', 'CM2 6 Claire Vuillemin']);
    const now = fixture.clock.now();
    const near = { around: await fixture.idOf('scribe', 's.cmun0') };
    const place = { uai: TILLEULS, schoolYear: schoolYearOf(now, 'Europe/Paris'), now };
    const around = await findPeople(fixture.database.unitOfWork, place, near);
    expect(around).not.toContain(await fixture.idOf('scribe', 's.cmun1'));
    expect(around).toContain(await fixture.idOf('scribe', 's.cmdeux0'));
  });

  testOnce(
    'joins two classes of a file to one class of the directory, and asks about a class that is half of two',
    async () => {
      await sync('onde', onde({ 'CM2 A': CM2.slice(0, 3), 'CM2 B': CM2.slice(3) }));
      expect(await asked()).toEqual(['onde CM2 A = scribe CM2: same', 'onde CM2 B = scribe CM2: open']);
      expect(await countAskedClasses(fixture.database.unitOfWork)).toBe(1);
      await sync('onde', onde({ Mixed: [...CM1.slice(0, 2), ...CM2.slice(0, 4)] }));
      const questions = ['onde Mixed = scribe CM1: open', 'onde Mixed = scribe CM2: open'];
      expect(await asked()).toEqual(['onde CM2 A = scribe CM2: same', ...questions]);
      const { unitOfWork } = fixture.database;
      expect(await countAskedClasses(unitOfWork)).toBe(1);
      expect((await listOpenClassPairs(unitOfWork)).map(({ own }) => own.name)).toEqual(['CM2', 'CM1']);
      expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'Mixed 6']);
    },
  );

  testOnce('follows a class of the directory that gets another key', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    const renamed = scribe().map((record) =>
      record.type === 'group' && record.key === 'CM2'
        ? { ...record, key: 'CM2 A', name: 'CM2 A' }
        : record.type === 'membership' && record.group === 'CM2'
          ? { ...record, group: 'CM2 A' }
          : record,
    );
    expect(await sync('scribe', renamed)).toBe(1);
    expect(await seen()).toEqual(['CM1 5', 'CM2 A 5 Claire Vuillemin']);
  });

  testOnce(
    'leaves a class as it is when a brick cannot move what it keeps, asks, and tries again at the next sync',
    async () => {
      fixture.groupMoves = () =>
        Promise.resolve([{ brick: 'notes', run: () => Promise.reject(new Error('the drawer is stuck')) }]);
      expect(await sync('onde', onde({ 'CM2 Mme Y': CM2 }))).toBe(0);
      expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'CM2 Mme Y 5']);
      expect(await asked()).toEqual(['onde CM2 Mme Y = scribe CM2: open']);
      const [open] = await manager().find(ClassJoinRow);
      await expect(fixture.classJoins.decide(open?.id ?? '', 'same', BY)).rejects.toThrow('The brick notes could not');
      fixture.groupMoves = () => Promise.resolve([]);
      expect(await fixture.classJoins.settle()).toBe(1);
      expect(await asked()).toEqual(['onde CM2 Mme Y = scribe CM2: same']);
    },
  );

  testOnce(
    'asks about a class of the same name with other pupils, and not about one with nobody in common',
    async () => {
      await sync('onde', onde({ CM2: names('ailleurs', 4), ULIS: names('ulis', 4) }));
      expect(await asked()).toEqual(['onde CM2 = scribe CM2: open']);
    },
  );

  it('joins a class once when two processes look at the same time, and keeps the row that says so', async () => {
    await fixture.sync('onde', onde({ 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 }));
    const counts = await Promise.all([1, 2, 3].map(() => fixture.classJoins.settle()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    const said = ['onde CM1 Mme X = scribe CM1: same', 'onde CM2 Mme Y = scribe CM2: same'];
    expect(await asked()).toEqual(said);
    await manager().delete(ClassJoinRow, { ownId: await idOf('scribe', 'CM1') });
    await fixture.classJoins.settle();
    expect(await asked()).toEqual(said);
  });

  it('gives a class its members again where two sources wrote at once', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    const personId = await fixture.idOf('scribe', 's.cmun0');
    const [groupId, via] = [await idOf('scribe', 'CM2'), await idOf('onde', 'CM2 Mme Y')];
    await manager().insert(MembershipRow, { groupId, personId, role: 'member', via });
    expect(await seen()).toEqual(['CM1 5', 'CM2 6 Claire Vuillemin']);
    await fixture.classJoins.settle();
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin']);
  });

  it('looks at several schools in the statements of one, and shows a pupil of two schools in a class of each', async () => {
    const statements = async (): Promise<number> => {
      const { logger } = fixture.database.dataSource;
      const { logQuery } = logger;
      let count = 0;
      logger.logQuery = () => void (count += 1);
      await fixture.classJoins.settle().finally(() => (logger.logQuery = logQuery));
      return count;
    };
    const both = names('sixieme', 1);
    await fixture.sync('scribe', scribe(...both.flatMap((name) => pupil('s.', name, VAL, '6e B'))));
    await sync('onde', onde({ 'CM2 Mme Y': [...CM2, ...both] }));
    const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
    await fixture.classJoins.decide(open?.id ?? '', 'same', BY);
    const ofOne = await statements();
    expect(await sync('onde-val', onde({ '6e': names('sixieme', 4) }, VAL))).toBe(1);
    expect(await statements()).toBe(ofOne);
    expect(await seen()).toEqual(['CM1 5', 'CM2 6 Claire Vuillemin']);
  });

  it('lends members and lets jobs follow once for all classes of a school, and at once after an answer', async () => {
    const many = names('classe', 20).map((name) => [name, names(name, 3)] as const);
    const ofMany = many.flatMap(([name, all]) => [
      group(name, TILLEULS),
      ...all.flatMap((one) => pupil('s.', one, TILLEULS, name)),
    ]);
    await fixture.sync('scribe', scribe(...ofMany));
    await fixture.sync('onde', onde(Object.fromEntries(many.map(([name, all]) => [`${name} Mme X`, all]))));
    expect(await fixture.classJoins.settle()).toBe(20);
    expect(fixture.regrouped).toEqual([TILLEULS]);
    const [join] = await manager().find(ClassJoinRow);
    await fixture.classJoins.decide(join?.id ?? '', 'different', BY);
    expect(fixture.regrouped).toEqual([TILLEULS, TILLEULS]);
  });

  const both = ['onde CM1 Mme X = scribe CM1: same', 'onde CM2 Mme Y = scribe CM2: same'];
  const ofFile = { 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 };
  testOnce.each<[string, string, DirectoryRecord[], string[], string[]]>([
    [
      'a class that the file names anew',
      'onde',
      onde({ 'CM1 Mme X': CM1, 'CM2 Mme Z': CM2 }),
      ['CM1 5', 'CM2 5 Claire Vuillemin'],
      [...both, 'onde CM2 Mme Z = scribe CM2: same'],
    ],
    [
      'a class that the directory gives another name',
      'scribe',
      scribe().map((one) => (one.type === 'group' && one.key === 'CM2' ? { ...one, name: 'Les grands' } : one)),
      ['CM1 5', 'Les grands 5 Claire Vuillemin'],
      ['onde CM1 Mme X = scribe CM1: same', 'onde CM2 Mme Y = scribe Les grands: same'],
    ],
    [
      'a pupil who changes class in the file before the directory says so',
      'onde',
      onde({ 'CM1 Mme X': CM1.slice(1), 'CM2 Mme Y': [...CM2, ...CM1.slice(0, 1)] }),
      ['CM1 5', 'CM2 5 Claire Vuillemin'],
      both,
    ],
    [
      'a third source',
      'aaf',
      onde({ A: CM1, B: CM2 }),
      ['CM1 5', 'CM2 5 Claire Vuillemin'],
      ['aaf A = scribe CM1: same', 'aaf B = scribe CM2: same', ...both],
    ],
    ['a class that ends in the file', 'onde', onde({ 'CM1 Mme X': CM1 }), ['CM1 5', 'CM2 5 Claire Vuillemin'], both],
    [
      'a class that ends in the directory',
      'scribe',
      scribe().filter((one) => !('group' in one && one.group === 'CM2') && !('key' in one && one.key === 'CM2')),
      ['CM1 5', 'CM2 Mme Y 5'],
      both,
    ],
    [
      'a directory that no longer names any class',
      'scribe',
      scribe().filter(({ type }) => type !== 'group' && type !== 'membership'),
      ['CM1 Mme X 5', 'CM2 Mme Y 5'],
      both,
    ],
  ])('shows each class once after joins: %s', async (_, source, records, classes, answers) => {
    expect(await sync('onde', onde(ofFile))).toBe(2);
    await sync(source, records);
    expect(await seen()).toEqual(classes);
    expect(await asked()).toEqual(answers);
  });

  testOnce('L16 counts members that a class had from another one as no losses of the directory', async () => {
    const many = [...CM2, ...names('autre', 15)];
    const unplaced = names('sans', 12);
    const directory = scribe(
      ...names('autre', 15).flatMap((name) => pupil('s.', name, TILLEULS, 'CM2')),
      ...unplaced.flatMap((name) => pupil('s.', name, TILLEULS)),
    );
    await fixture.sync('scribe', directory);
    await sync('onde', onde({ 'CM2 Mme Y': [...many, ...unplaced] }));
    const [open] = await manager().findBy(ClassJoinRow, { state: 'open' });
    await fixture.classJoins.decide(open?.id ?? '', 'same', BY);
    fixture.clock.advance(86_400_000);
    await fixture.sync('scribe', directory);
    await fixture.sync('onde', onde({ 'CM2 Mme Y': many }));
    fixture.clock.advance(60_000);
    const leaves = (one: DirectoryRecord): boolean => one.type === 'membership' && one.person === 's.autre0';
    const { state, verdict } = await fixture.plan(
      'scribe',
      directory.filter((one) => !leaves(one)),
    );
    expect([state, verdict?.reasons]).toEqual(['planned', []]);
  });

  testOnce(
    'compares and counts after a sync the classes of the schools that its source names, and no others',
    async () => {
      const file = onde({ 'CM2 Mme Y': CM2 });
      const joined: unknown[] = [];
      fixture.synced.length = 0;
      for (const [source, records] of [
        ['onde-val', onde({ '6e': names('sixieme', 4) }, VAL)],
        ['onde', file],
        ['onde', file],
        ['scribe', scribe()],
      ] as const) {
        const { state, counts } = await fixture.sync(source, records);
        joined.push([source, state, counts?.joinedClasses]);
      }
      expect(joined).toEqual([
        ['onde-val', 'applied', 1],
        ['onde', 'applied', 1],
        ['onde', 'unchanged', 1],
        ['scribe', 'unchanged', 2],
      ]);
      expect(fixture.synced).toEqual([[VAL], [TILLEULS], [TILLEULS], [TILLEULS, VAL].sort()]);
    },
  );

  testOnce('parts a class of the file that becomes a group of another kind, and the journal says so', async () => {
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    const turned = onde({ 'CM2 Mme Y': CM2 }).map((one) =>
      one.type === 'group' ? { ...one, kind: 'option' as const } : one,
    );
    await sync('onde', turned);
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin', 'CM2 Mme Y 5']);
    const lines = await manager().find(AuditLine, { order: { id: 'ASC' } });
    const ofClasses = lines.map(({ action }) => action).filter((action) => action.startsWith('core.class'));
    expect(ofClasses).toEqual(['core.class.same', 'core.class.alone']);
    await sync('onde', onde({ 'CM2 Mme Y': CM2 }));
    expect(await seen()).toEqual(['CM1 5', 'CM2 5 Claire Vuillemin']);
  });

  testOnce('leaves the classes of last year as they were', async () => {
    const all = [...CM2, ...names('nouveau', 1), ...names('autre', 5)];
    const more = names('autre', 5).flatMap((name) => pupil('s.', name, TILLEULS, 'CM2'));
    await fixture.sync('scribe', scribe(...more));
    await sync('onde', onde({ 'CM2 Mme Y': all }));
    const groupId = await idOf('scribe', 'CM2');
    expect(await manager().countBy(MembershipRow, { groupId, role: 'member' })).toBe(11);
    fixture.clock.advance(365 * 86_400_000);
    await fixture.sync('scribe', scribe(...more, ...pupil('s.', 'nouveau0', TILLEULS, 'CM1')));
    await sync('onde', onde({ 'CM1 Mme X': CM1 }));
    expect(await manager().countBy(MembershipRow, { groupId, role: 'member' })).toBe(11);
  });

  testOnce('asks about a class that has stood for an hour while one of its pupils is in another class', async () => {
    const pupils = names('long', 10);
    await sync('onde', onde({ 'Mme Z': pupils }));
    expect(await asked()).toEqual([]);
    fixture.clock.advance(2 * 3_600_000);
    const later = pupils.flatMap((name, at) => pupil('s.', name, TILLEULS, at === 0 ? 'CM1' : 'CM3'));
    expect(await sync('scribe', scribe(group('CM3', TILLEULS), ...later))).toBe(0);
    expect(await asked()).toEqual(['onde Mme Z = scribe CM3: open']);
    expect(await seen()).toEqual(['CM1 6', 'CM2 5 Claire Vuillemin', 'CM3 9', 'Mme Z 10']);
  });
});
