// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { coreSchema } from '../../app/core-schema.js';
import { openDatabase, type Database } from '../../infra/database/open-database.js';
import { ActivationService } from '../activation/activation-service.js';
import { ActivationRow } from '../activation/activation.entity.js';
import { WHOLE_SCHOOL } from '../activation/activation-choice.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { StandInRow } from '../directory/stand-in.entity.js';
import { StandInService } from '../stand-ins/stand-in-service.js';
import { SyncSourceRow } from '../sync/state/sync-source.entity.js';
import { SyncService } from '../sync/sync-service.js';
import { group, member, person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';

const schools = [school(TILLEULS, 'École des Tilleuls'), school(VAL, 'Collège du Val')];
const APPROVED = { approve: { by: 'cli', reason: 'tests have few people' } };
const FILE_CLASS = 'CM2 Mme Y';

/** Pupils of a class: two sources recognise them by number and day of birth. */
function pupils(source: string, of: string, count: number): DirectoryRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const key = `${source}.${at}`;
    const known = { ine: `1${String(at).padStart(8, '0')}AA`, birthDate: '2016-04-02' };
    return [{ ...person(`lea.n${at}`, 'pupil', TILLEULS, known), key, login: key }, member(key, of, TILLEULS)];
  }).flat();
}

function scribe(count: number): DirectoryRecord[] {
  const adults = [person('marc.evrard', 'teacher', TILLEULS), member('marc.evrard', 'CM1', TILLEULS, 'teacher')];
  return [...schools, group('CM1', TILLEULS), group('CM2', TILLEULS), ...adults, ...pupils('scribe', 'CM2', count)];
}

function onde(count: number): DirectoryRecord[] {
  return [...schools, group(FILE_CLASS, TILLEULS), ...pupils('onde', FILE_CLASS, count)];
}

describe.each(bothDatabases())('classes that are joined while others write, on $name', (kind) => {
  let fixture: SeveralSources;
  /** A second connection, where the engine has several. */
  let other: Database | undefined;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
    other = kind.name === 'SQLite' ? undefined : await openDatabase(fixture.database.url, coreSchema.entities);
    await fixture.sync('scribe', scribe(6));
    await fixture.sync('onde', onde(6));
  });
  afterEach(async () => {
    await other?.close();
    await fixture.database.drop();
  });

  const manager = () => fixture.database.dataSource.manager;
  const idOf = async (name: string): Promise<string> => (await manager().findOneByOrFail(GroupRow, { name })).id;

  it('applies the syncs of two sources of a school one after the other', async () => {
    await fixture.classJoins.settle();
    await fixture.sync('onde', onde(30));
    const second = new SyncService({ unitOfWork: (other ?? fixture.database).unitOfWork, clock: fixture.clock });
    for (const round of [0, 1]) {
      const ofScribe = await fixture.plan('scribe', scribe(8 + round));
      const ofOnde = await fixture.plan('onde', onde(28 - round));
      const runs = await Promise.all([fixture.syncs.apply(ofScribe.id, APPROVED), second.apply(ofOnde.id, APPROVED)]);
      expect(runs.map(({ state }) => state)).toEqual(['applied', 'applied']);
      const members = await manager().findBy(MembershipRow, { groupId: await idOf('CM2') });
      expect(members.filter(({ via }) => via !== null)).toHaveLength(20 - 2 * round);
    }
  });

  it('T8 brings a brick back in the class that its class has become', async () => {
    const { unitOfWork } = fixture.database;
    const activations = new ActivationService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock));
    const groupIds = [await idOf(FILE_CLASS)];
    await activations.enable(TILLEULS, 'notes', 'head', { ...WHOLE_SCHOOL, groupIds });
    fixture.clock.advance(1_000);
    await activations.disable(TILLEULS, 'notes', 'head');
    await fixture.classJoins.settle();
    const [restored] = await activations.restore(TILLEULS, 'notes', 'head');
    expect(restored?.groupIds).toEqual([await idOf('CM2')]);
  });

  if (kind.name !== 'MariaDB') return;

  /** Work of another process that waits for no lock: the error of the database tells that it would. */
  const atOnce = (work: (database: Database) => Promise<unknown>): Promise<unknown> => {
    const database = other;
    if (!database) throw new Error('there is one connection only');
    return database.unitOfWork
      .transaction(async (own) => {
        await own.query('SET innodb_lock_wait_timeout = 0');
        await work(database);
      })
      .then(
        () => 'written',
        (error: unknown) => String(error),
      );
  };

  it('tells a sync that waits too long for one of the own source of a school', async () => {
    const { id } = await fixture.plan('onde', onde(7));
    await fixture.database.unitOfWork.transaction(async (own) => {
      await own.update(SyncSourceRow, { name: 'scribe' }, { name: 'scribe' });
      const answer = await atOnce(({ unitOfWork }) =>
        new SyncService({ unitOfWork, clock: fixture.clock }).apply(id, APPROVED),
      );
      expect(answer).toMatch('Another sync of "scribe" is being applied, so that nothing was written.');
    });
  });

  it('keeps replacements and rules waiting for a class that is being joined', async () => {
    const groupId = await idOf(FILE_CLASS);
    const personId = await fixture.idOf('scribe', 'marc.evrard');
    const place = await fixture.directory.school(TILLEULS);
    if (!place) throw new Error('the school is missing');
    const words = { groupId, personId, login: '', from: '', until: '2025-11-27' };
    const replace = ({ unitOfWork }: Database): Promise<unknown> =>
      new StandInService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock)).add(
        place,
        words,
        'head',
      );
    const enable = ({ unitOfWork }: Database): Promise<unknown> =>
      new ActivationService(unitOfWork, fixture.clock, new AuditTrail(unitOfWork, fixture.clock)).enable(
        ...([TILLEULS, 'notes', 'head', { ...WHOLE_SCHOOL, groupIds: [groupId] }] as const),
      );
    const answers: unknown[] = [];
    fixture.groupMoves = () => {
      const run = async (): Promise<void> => void answers.push(await atOnce(replace), await atOnce(enable));
      return Promise.resolve([{ brick: 'notes', run }]);
    };
    expect(await fixture.classJoins.settle()).toBe(1);
    answers.push(await atOnce(replace), await atOnce(enable));
    expect(answers).toEqual([
      expect.stringContaining('Lock wait timeout'),
      expect.stringContaining('Lock wait timeout'),
      expect.stringContaining('has no class'),
      expect.stringContaining('has no group'),
    ]);
    expect(await manager().find(StandInRow)).toEqual([]);
    expect(await manager().find(ActivationRow)).toEqual([]);
  });
});
