// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import type { Importer } from '../../../api/directory/imports.js';
import { group, member, person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SAMPLE_RECORDS, sampleSource, SCHOOL } from '../../../testing/sample-directory.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { AuditTrail } from '../../domain/audit/audit-trail.js';
import { Directory } from '../../domain/directory/directory.js';
import { currentBrick } from '../../infra/util/brick-scope.js';
import { openTestDatabase, type OpenDatabase } from '../../domain/sync/testing/database-for-tests.js';
import { SyncService } from '../../domain/sync/sync-service.js';
import { createImports } from './create-imports.js';

const NAMES = Array.from({ length: 30 }, (_, index) => `p${index + 1}`);
const classOf = (uai: string, names: readonly string[]): DirectoryRecord[] => [
  group(uai, '700101', 'CM1'),
  ...names.flatMap((name) => [person(name, 'pupil', uai, name, 'Tisserand'), member(uai, '700101', name)]),
];

describe.each(testDatabases())('files that are handed over, on $name', (kind) => {
  let database: OpenDatabase;
  let sync: SyncService;
  let directory: Directory;
  let importerOf: (name: string, school?: string) => Importer;

  beforeAll(async () => {
    database = await openTestDatabase(kind);
    const clock = new TestClock();
    const { unitOfWork } = database;
    sync = new SyncService({ unitOfWork, clock });
    directory = new Directory(unitOfWork, clock);
    const auditTrail = new AuditTrail(unitOfWork, clock);
    const tools = { database, sync, directory, auditTrail, isTaken: (name: string) => name === 'ldap' };
    const imports = createImports({ id: 'onde-import' }, tools);
    importerOf = (name, school) => imports.of({ name, ...(school !== undefined && { school }) });
    await sync.run(sampleSource, new AbortController().signal);
  });
  afterAll(() => database.drop());

  const pupilsOf = async (uai: string): Promise<number | undefined> =>
    (await directory.schools()).find((one) => one.uai === uai)?.persons.pupil;

  test('planned, shown, and applied on request; the source runs as the brick’s', async () => {
    const importer = importerOf('onde-one', SCHOOL);
    const before = (await pupilsOf(SCHOOL)) ?? 0;
    let reader: string | undefined;
    const plan = await importer.plan(function* () {
      reader = currentBrick();
      yield* classOf(SCHOOL, NAMES);
    });
    expect(reader).toBe('onde-import');
    expect(plan).toMatchObject({ source: 'onde-one', state: 'planned', refusals: [], ignored: [] });
    expect(plan.changes.personsCreated).toEqual({ total: 30, names: expect.any(Array) });
    expect(plan.changes.personsCreated.names).toHaveLength(20);
    expect(plan.changes.groupsCreated).toEqual({ total: 1, names: ['CM1'] });
    expect(plan.changes.membershipsAdded).toEqual({ total: 30, names: [] });
    expect(plan.changes.schoolsCreated.total + plan.changes.schoolsChanged.total).toBe(0);
    expect(await pupilsOf(SCHOOL)).toBe(before);
    expect(await importer.show(plan.run)).toEqual(plan);

    expect(await importer.apply(plan.run, { by: 'cli:root' })).toMatchObject({
      state: 'applied',
      changes: plan.changes,
    });
    expect(await pupilsOf(SCHOOL)).toBe(before + 30);
    expect((await importer.plan(() => classOf(SCHOOL, NAMES))).state).toBe('unchanged');
  });

  test('L4: the guard holds a part of the school; the reason of an approval is kept with the run', async () => {
    const importer = importerOf('onde-one', SCHOOL);
    const plan = await importer.plan(() => classOf(SCHOOL, NAMES.slice(0, 10)), { language: 'fr' });
    expect(plan).toMatchObject({
      state: 'refused',
      refusals: ['École des Lilas\u00a0: il reste 10 élèves sur 30.'],
    });
    expect((await importer.show(plan.run)).refusals).toEqual(['École des Lilas: 10 pupils left of 30.']);
    await expect(importer.apply(plan.run, { by: 'cli:root' })).rejects.toMatchObject({ code: 'REFUSED' });
    await importer.apply(plan.run, { by: 'somebody', approve: 'Rentrée' });
    expect(await sync.show(plan.run)).toMatchObject({ approvedBy: 'somebody', approvalReason: 'Rentrée' });
    const lines = await database.dataSource.query<object[]>(
      `SELECT actor, uai, outcome FROM core_audit WHERE action = 'core.import.apply' ORDER BY id`,
    );
    const [done, failed] = ['done', 'failed'].map((outcome) => ({ actor: 'cli', uai: SCHOOL, outcome }));
    expect(lines).toEqual([done, failed, { actor: 'somebody', uai: SCHOOL, outcome: 'done' }]);
  });

  test('persons that move between schools are named', async () => {
    const importer = importerOf('aaf-moves');
    const recordsWith = (uai: string): DirectoryRecord[] => [
      { type: 'school', uai: SCHOOL, name: 'École des Lilas', kind: 'primary' },
      { type: 'school', uai: OTHER_SCHOOL, name: 'Collège du Parc', kind: 'college' },
      person('mover', 'pupil', uai, 'Nina', 'Moureaux'),
    ];
    const { run } = await importer.plan(() => recordsWith(SCHOOL));
    await importer.apply(run, { by: 'cli:root' });
    const { changes } = await importer.plan(() => recordsWith(OTHER_SCHOOL));
    expect(changes.personsMoved).toEqual({ total: 1, names: ['Nina Moureaux'] });
  });

  test('T1: files of one school that name anything of another are refused whole', async () => {
    const importer = importerOf('onde-one', SCHOOL);
    const strangers: DirectoryRecord[] = [
      person('stranger', 'pupil', OTHER_SCHOOL, 'Zoé', 'Vial'),
      group(OTHER_SCHOOL, '700102', 'CM2'),
      member(OTHER_SCHOOL, '700101', 'p1'),
      { type: 'school', uai: OTHER_SCHOOL, name: 'Renamed', kind: 'primary' },
    ];
    for (const stranger of strangers) {
      await expect(importer.plan(() => [...classOf(SCHOOL, NAMES), stranger])).rejects.toThrow(
        `The files are those of ${SCHOOL}, and name a ${stranger.type} of ${OTHER_SCHOOL}`,
      );
    }
    expect((await directory.school(OTHER_SCHOOL))?.name).toBe('Collège du Parc');
  });

  test('T1: a run is there for its own source alone, an LDAP directory’s too', async () => {
    const [one, other] = [importerOf('onde-one', SCHOOL), importerOf('onde-other', OTHER_SCHOOL)];
    const { run } = await one.plan(() => classOf(SCHOOL, NAMES.slice(0, 9)));
    for (const id of [run, 1, 999_999]) {
      await expect(other.show(id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
      await expect(other.apply(id, { by: 'cli:root', approve: 'mine' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test('T1: a source leaves the persons of other sources alone', async () => {
    const before = await pupilsOf(SCHOOL);
    const other = importerOf('onde-other', OTHER_SCHOOL);
    const { run } = await other.plan(() => classOf(OTHER_SCHOOL, ['q1']));
    await other.apply(run, { by: 'cli:root' });
    expect(await pupilsOf(SCHOOL)).toBe(before);
    expect(await pupilsOf(OTHER_SCHOOL)).toBe(2);
  });

  test('without a school, the records name their schools', async () => {
    const importer = importerOf('aaf');
    const plan = await importer.plan(() => SAMPLE_RECORDS);
    expect(plan.changes.personsCreated.total).toBe(14);
  });

  test('L11 the file of a head moves no pupil of another school, and does not reveal one', async () => {
    const numbered = { ine: '120000009ZZ', birthDate: '2015-06-01' };
    const others = { ine: '120000008YY', birthDate: '2015-07-01' };
    const directorySource = {
      name: 'aaf-numbers',
      read: () => [
        { type: 'school', uai: OTHER_SCHOOL, name: 'Collège du Parc', kind: 'college' } as const,
        { ...person('real', 'pupil', OTHER_SCHOOL, 'Awa', 'Diallo'), ...numbered },
        { ...person('real-too', 'pupil', OTHER_SCHOOL, 'Ilan', 'Roux'), ...others },
      ],
    };
    const aaf = importerOf(directorySource.name);
    await aaf.apply((await aaf.plan(directorySource.read)).run, { by: 'cli:root' });
    const head = importerOf('onde-drawn', SCHOOL);
    const plan = await head.plan(() => [
      { ...person('drawn', 'pupil', SCHOOL, 'Nobody', 'Inconnu'), ...numbered },
      { ...person('drawn-too', 'pupil', SCHOOL, 'Ilan', 'Inconnu'), ...others },
    ]);
    expect(plan.changes.personsCreated).toEqual({ total: 2, names: ['Nobody Inconnu', 'Ilan Inconnu'] });
    expect(JSON.stringify(plan)).not.toMatch(/Awa|Diallo|Roux|homonym/);
    await head.apply(plan.run, { by: 'somebody' });
    const rows = await database.dataSource.query<{ why: string }[]>(
      `SELECT homonym.why FROM core_homonym homonym WHERE homonym.source = 'onde-drawn' ORDER BY homonym.why`,
    );
    expect(rows).toEqual([{ why: 'file' }, { why: 'name' }]);
    const names = await database.dataSource.query<{ displayName: string }[]>(
      `SELECT displayName FROM core_person WHERE familyName = 'Inconnu' ORDER BY displayName`,
    );
    expect(names.map(({ displayName }) => displayName)).toEqual(['Ilan Inconnu', 'Nobody Inconnu']);
  });

  test('an unknown school and invalid names are refused', async () => {
    const unknown = importerOf('onde-third', '0390009Z');
    await expect(unknown.plan(() => [])).rejects.toThrow('The school 0390009Z does not exist');
    expect(() => importerOf('ldap')).toThrow('"ldap" is a directory of the settings already');
    for (const name of ['', 'ONDE', 'a b', 'x'.repeat(61)])
      expect(() => importerOf(name)).toThrow('cannot name an import');
  });

  test('L12: an error while reading leaves a failed run, and no other change', async () => {
    const importer = importerOf('onde-one', SCHOOL);
    const before = await pupilsOf(SCHOOL);
    const breaking = importer.plan(function* () {
      yield* classOf(SCHOOL, NAMES.slice(0, 2));
      throw new Error('the file broke off');
    });
    await expect(breaking).rejects.toThrow('the file broke off');
    expect(await sync.last('onde-one')).toMatchObject({ state: 'failed', failure: 'the file broke off' });
    expect(await pupilsOf(SCHOOL)).toBe(before);
  });

  test('`applied` gives the last applied run, and 0 before the first; a plan does not count', async () => {
    const importer = importerOf('onde-first');
    const records = (): Iterable<DirectoryRecord> => [...SAMPLE_RECORDS];
    expect(await importer.applied()).toBe(0);
    const { run } = await importer.plan(records);
    expect(await importer.applied()).toBe(0);
    await sync.apply(run);
    expect(await importer.applied()).toBe(run);
    const unchanged = await importer.plan(records);
    await importer.apply(unchanged.run, { by: 'cli:root' });
    expect(await importer.applied()).toBe(run);
  });
});
