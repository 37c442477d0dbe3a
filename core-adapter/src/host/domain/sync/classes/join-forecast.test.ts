// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../../api/directory/directory-source.js';
import { testDatabases } from '../../../../testing/test-databases.js';
import type { SyncRun } from '../runs/sync-runs.js';
import { group, member, person, school, TILLEULS, VAL } from '../testing/records-for-tests.js';
import { SeveralSources } from '../testing/several-sources.js';

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];

type Classes = Readonly<Record<string, readonly number[]>>;

/** The records of one source: classes of the école with numbered pupils, and a class of the collège. */
function records(source: string, classes: Classes): DirectoryRecord[] {
  const pupil = (at: number, of: string, uai: string): DirectoryRecord[] => {
    const key = `${source}.${String(at)}`;
    const known = { ine: `1${String(at).padStart(8, '0')}AA`, birthDate: '2016-04-02' };
    return [{ ...person('lea.petit', 'pupil', uai, known), key, login: key }, member(key, of, uai)];
  };
  const all = Object.entries(classes);
  return [
    ...schools,
    ...all.map(([name]) => group(name, TILLEULS)),
    ...all.flatMap(([name, pupils]) => pupils.flatMap((at) => pupil(at, name, TILLEULS))),
    ...(source === 'scribe' ? [group('6e B', VAL), ...pupil(90, '6e B', VAL)] : []),
  ];
}

const [CM1, CM2] = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
];
const OWN = { CM1, CM2 };
const FILE = { 'CM1 Mme X': CM1, 'CM2 Mme Y': CM2 };

describe.each(testDatabases())('classes that a plan says it will join, on $name', (kind) => {
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
  });
  afterEach(() => fixture.database.drop());

  const plan = (source: string, classes: Classes): Promise<SyncRun> => fixture.plan(source, records(source, classes));
  const said = async (planned: Promise<SyncRun>): Promise<unknown[]> => {
    const { state, counts } = await planned;
    return [state, counts?.joinedClasses];
  };

  it('tells those that an earlier sync left, in the plan of each source, until they are joined', async () => {
    await fixture.sync('scribe', records('scribe', OWN));
    await fixture.sync('onde', records('onde', FILE));
    expect(await said(plan('scribe', OWN))).toEqual(['unchanged', 2]);
    expect(await said(plan('onde', FILE))).toEqual(['unchanged', 2]);
    expect(await said(plan('scribe', { ...OWN, CE2: [10, 11] }))).toEqual(['planned', 2]);
    expect(await fixture.classJoins.settle()).toBe(2);
    expect(await said(plan('scribe', OWN))).toEqual(['unchanged', undefined]);
    expect(await said(plan('onde', FILE))).toEqual(['unchanged', undefined]);
  });

  it('tells those of a class that the directory begins to name, or names by another key', async () => {
    await fixture.sync('scribe', records('scribe', { CM1 }));
    await fixture.sync('onde', records('onde', FILE));
    await fixture.classJoins.settle();
    expect(await said(plan('scribe', OWN))).toEqual(['planned', 1]);
    await fixture.sync('scribe', records('scribe', OWN));
    expect(await fixture.classJoins.settle()).toBe(1);
    const renamed = { CM1, 'CM2 A': CM2 };
    expect((await plan('scribe', renamed)).counts?.joinedClasses).toBe(1);
    await fixture.sync('scribe', records('scribe', renamed));
    expect(await fixture.classJoins.settle()).toBe(1);
  });

  it('tells those of pupils whom the directory moves, and none where an administrator parted two classes', async () => {
    await fixture.sync('scribe', records('scribe', { CM1: [...CM1, 5, 6], CM2: [7, 8] }));
    await fixture.sync('onde', records('onde', FILE));
    expect(await fixture.classJoins.settle()).toBe(1);
    expect((await plan('scribe', OWN)).counts?.joinedClasses).toBe(1);
    await fixture.sync('scribe', records('scribe', OWN));
    expect(await fixture.classJoins.settle()).toBe(1);
    const [join] = await fixture.database.dataSource.query<{ id: string }[]>('SELECT id FROM core_class_join');
    await fixture.classJoins.decide(join?.id ?? '', 'different', { actor: 'cli', reason: '' });
    expect((await plan('scribe', { ...OWN, CE2: [10] })).counts).not.toHaveProperty('joinedClasses');
  });

  it('takes one statement where all classes are joined', async () => {
    await fixture.sync('scribe', records('scribe', OWN));
    await fixture.sync('onde', records('onde', FILE));
    await fixture.classJoins.settle();
    const statements: string[] = [];
    fixture.database.dataSource.logger.logQuery = (text) => void statements.push(text);
    await plan('scribe', { CM1: [...CM1, 9], CM2: CM2.slice(1) });
    const found = statements.filter((text) => text.includes('COUNT') && text.includes('joinedTo'));
    expect([found.length, statements.filter((text) => text.includes('core_class_join')).length]).toEqual([1, 0]);
  });
});
