// SPDX-License-Identifier: EUPL-1.2
import { IsNull } from 'typeorm';
import type { DirectoryRecord, DirectorySource } from '../../../api/directory/directory-source.js';
import { TestClock } from '../../../testing/test-clock.js';
import { testDatabases } from '../../../testing/test-databases.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { Directory } from '../directory/directory.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { GroupRow } from '../directory/group.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { SyncService } from './sync-service.js';
import { openTestDatabase, type OpenDatabase } from './testing/database-for-tests.js';
import {
  group,
  kin,
  member,
  person,
  sampleRecords,
  school,
  SIGNAL,
  SOURCE,
  stream,
  TILLEULS,
  VAL,
  without,
} from './testing/records-for-tests.js';

const HOUR = 3_600_000;
const ELSEWHERE = 'a part of it is at another server (ldap://ldap2.example.org)';
const UNREAD: DirectoryRecord = { type: 'unread-school', uai: VAL, reason: ELSEWHERE };

/** The collège as a school record only, as when its branch is on another server: its people and groups are not read. */
function withoutVal(...changes: DirectoryRecord[]): DirectoryRecord[] {
  const readable = sampleRecords().filter((record) => !('uai' in record) || record.uai === TILLEULS);
  return [school(VAL, 'Collège du Val'), ...readable, UNREAD, ...changes];
}

describe.each(testDatabases())('a school that could not be read, on $name', (kind) => {
  let database: OpenDatabase;
  let clock: TestClock;
  let syncs: SyncService;
  let records: DirectoryRecord[];
  let ended: string[];

  const source: DirectorySource = {
    name: SOURCE,
    fullSyncInterval: 24 * HOUR,
    fingerprint: () => Promise.resolve('one'),
    changes: () => Promise.resolve({ records: [UNREAD], cursor: 'later' }),
    async *read(_signal, saveCursor) {
      yield* stream(records);
      saveCursor?.('since one');
    },
  };

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    clock = new TestClock('2026-03-20T09:00:00Z');
    ended = [];
    const onDisabled = (ids: readonly string[]): Promise<void> => Promise.resolve(void ended.push(...ids));
    syncs = new SyncService({ unitOfWork: database.unitOfWork, clock, onDisabled });
    records = sampleRecords();
    await syncs.run(source, SIGNAL);
  });
  afterEach(() => database.drop());

  /** A sync on the next day, on which everything is read whatever the mark says. */
  const sync = (...read: DirectoryRecord[]) => {
    clock.advance(24 * HOUR);
    records = read;
    return syncs.run(source, SIGNAL);
  };
  const idOf = async (key: string): Promise<string> => (await external(key)).personId;
  const external = (key: string): Promise<ExternalIdRow> =>
    database.dataSource.manager.findOneByOrFail(ExternalIdRow, { source: SOURCE, key });
  const childrenOf = async (key: string): Promise<string[]> =>
    (await new Directory(database.unitOfWork, clock).childrenOf(await idOf(key)))
      .map(({ displayName }) => displayName)
      .sort();

  /** Schools and profiles in force, and groups. */
  async function placesOf(key: string): Promise<string[]> {
    const { manager } = database.dataSource;
    const personId = await idOf(key);
    const attachments = await manager.findBy(AttachmentRow, { personId, until: IsNull() });
    const memberships = await manager.findBy(MembershipRow, { personId });
    const groups = await manager.find(GroupRow);
    const named = memberships.map(({ groupId, role }) => {
      const found = groups.find(({ id }) => id === groupId);
      return `${found?.uai ?? ''} ${found?.key ?? ''} ${role}`;
    });
    return [...attachments.map(({ uai, profile }) => `${uai} ${profile}`), ...named].sort();
  }

  /** All stored data of all people, except digests. */
  async function everything(): Promise<unknown[]> {
    const { manager } = database.dataSource;
    const rows = await manager.find(ExternalIdRow, { order: { key: 'ASC' } });
    const groups = await manager.find(GroupRow, { order: { id: 'ASC' } });
    const persons: unknown[] = [];
    for (const { key, login, leftAt } of rows) persons.push([key, login, leftAt, await placesOf(key)]);
    return [...persons, ...groups.map(({ key, endedAt }) => [key, endedAt]), await childrenOf('anne.petit')];
  }

  test('L6 stays as it is, while the other school is synced', async () => {
    const val = await everything();
    const unchanged = await sync(...withoutVal());
    expect(unchanged).toMatchObject({ state: 'unchanged', verdict: { refused: false }, mark: null, since: null });
    expect(unchanged.ignored?.unread).toEqual({ total: 1, schools: [{ uai: VAL, reason: ELSEWHERE }] });
    expect(await everything()).toEqual(val);

    const run = await sync(
      ...without(withoutVal(), 'one.petit', 'paul.durand'),
      person('lea.martin', 'pupil', TILLEULS),
      member('lea.martin', 'CM2 A', TILLEULS),
    );
    expect(run).toMatchObject({ state: 'applied', counts: { persons: { created: 1, disabled: 2 } } });
    expect(run.counts?.groups).toEqual({ created: 0, changed: 0, ended: 0, revived: 0 });
    expect(ended).toEqual(expect.arrayContaining([await idOf('one.petit'), await idOf('paul.durand')]));
    expect(ended).toHaveLength(2);
    expect(await childrenOf('anne.petit')).toEqual(['One Grand']);
  });

  test('L6 is read again by the next sync, which then takes away what has gone', async () => {
    await sync(...withoutVal(person('lea.martin', 'pupil', TILLEULS)));
    records = without(sampleRecords(), 'sam.bureau');
    const run = await syncs.run(source, SIGNAL);
    expect(run).toMatchObject({ state: 'applied', mark: 'one', since: 'since one' });
    expect(run.counts?.persons).toMatchObject({ created: 0, disabled: 2, changed: 0 });
    expect(await placesOf('sam.bureau')).toEqual([]);
    expect(await sync(...records)).toMatchObject({ state: 'unchanged', mark: 'one' });
  });

  test('L6 need not be named by a school record, and has not vanished', async () => {
    const val = await everything();
    const readable = withoutVal().filter((record) => record.type !== 'school' || record.uai !== VAL);
    expect(await sync(...readable)).toMatchObject({ state: 'unchanged', verdict: { refused: false } });
    expect(await everything()).toEqual(val);
  });

  test('a teacher of both schools keeps the groups that name them, wherever their entry stands', async () => {
    const both = [`${TILLEULS} cm2 a teacher`, `${TILLEULS} teacher`, `${VAL} 6e b teacher`, `${VAL} teacher`];
    await sync(...withoutVal());
    expect(await placesOf('nina.prof')).toEqual(both);
    const withoutNina = withoutVal().filter((record) => record.type !== 'membership' || record.person !== 'nina.prof');
    await sync(...withoutNina);
    expect(await placesOf('nina.prof')).toEqual([`${VAL} 6e b teacher`, `${VAL} teacher`]);
    await sync(...sampleRecords());
    expect(await placesOf('nina.prof')).toEqual(both);
  });

  test('a guardian with a child in each school stays the guardian of both', async () => {
    await sync(...withoutVal());
    expect(await placesOf('anne.petit')).toEqual([`${TILLEULS} guardian`, `${VAL} guardian`]);
    expect(await childrenOf('anne.petit')).toEqual(['One Grand', 'One Petit']);
    // The guardian's own entry may stand in the school that could not be read.
    await sync(...without(withoutVal(), 'anne.petit'));
    expect(await childrenOf('anne.petit')).toEqual(['One Grand', 'One Petit']);
    // The guardian's entry is read now, and names one child less.
    await sync(...withoutVal().filter((record) => record.type !== 'kinship'));
    expect(await placesOf('anne.petit')).toEqual([`${VAL} guardian`]);
    expect(await childrenOf('anne.petit')).toEqual(['One Grand']);
    await sync(...sampleRecords());
    expect(await childrenOf('anne.petit')).toEqual(['One Grand', 'One Petit']);
  });

  test('a pupil who moved to the school that was read is in both until the other is read', async () => {
    const moved = [person('one.grand', 'pupil', TILLEULS), member('one.grand', 'CM2 A', TILLEULS)];
    const id = await idOf('one.grand');
    await sync(...withoutVal(...moved));
    const here = [`${TILLEULS} cm2 a member`, `${TILLEULS} pupil`];
    expect(await placesOf('one.grand')).toEqual([...here, `${VAL} 6e b member`, `${VAL} pupil`]);
    await sync(...without(sampleRecords(), 'one.grand'), ...moved, kin('anne.petit', 'one.grand'));
    expect([await idOf('one.grand'), await placesOf('one.grand')]).toEqual([id, here]);
    expect(ended).toEqual([]);
  });

  test('H2 a key of the school that names another person in the other school opens nothing of the first', async () => {
    const first = await idOf('one.grand');
    const other = { givenName: 'Ali', familyName: 'Nour', displayName: 'Ali Nour' };
    await sync(...without(withoutVal(), 'anne.petit'), person('one.grand', 'pupil', TILLEULS, other));
    expect(await idOf('one.grand')).not.toBe(first);
    expect(ended).toEqual([first]);
    expect(await placesOf('one.grand')).toEqual([`${TILLEULS} pupil`]);
    expect(await childrenOf('anne.petit')).toEqual(['One Petit']);
    // The guardian's entry says the same as ever, so that only a comparison brings the family of the key's new person.
    const read = [...without(sampleRecords(), 'one.grand'), person('one.grand', 'pupil', VAL, other)];
    await sync(...read, kin('anne.petit', 'one.grand'));
    expect(await childrenOf('anne.petit')).toEqual(['Ali Nour', 'One Petit']);
  });

  test("H2 a login of the school that names another person in the other school is that person's", async () => {
    await sync(...without(sampleRecords(), 'sam.bureau'), person('sam.bureau', 'staff', VAL, { login: 'sam' }));
    const first = await idOf('sam.bureau');
    await sync(...withoutVal(person('samia.nour', 'staff', TILLEULS, { login: 'sam' })));
    expect((await external('samia.nour')).login).toBe('sam');
    expect(await external('sam.bureau')).toMatchObject({ personId: first, login: null, leftAt: null });
    expect(await placesOf('sam.bureau')).toEqual([`${VAL} staff`]);
    expect((await sync(...withoutVal(person('samia.nour', 'staff', TILLEULS, { login: 'sam' })))).state).toBe(
      'unchanged',
    );
    await sync(...without(sampleRecords(), 'sam.bureau'), person('sam.bureau', 'staff', VAL, { login: 'sam' }));
    expect(await external('sam.bureau')).toMatchObject({ personId: first, login: 'sam' });
  });

  test('H2 a person who became a pupil keeps nothing from their time as an adult', async () => {
    const id = { stableId: 'id-1' };
    await sync(...without(sampleRecords(), 'sam.bureau'), person('sam.bureau', 'staff', VAL, id));
    await sync(...withoutVal(person('sam.bureau', 'pupil', TILLEULS, id)));
    expect(await placesOf('sam.bureau')).toEqual([`${TILLEULS} pupil`]);
  });

  test('what is read of the school is added and changed, and its groups stay', async () => {
    await sync(
      ...withoutVal(
        person('lea.martin', 'pupil', VAL),
        person('two.grand', 'pupil', VAL, { familyName: 'Grand-Petit', displayName: 'Two Grand-Petit' }),
        group('5e A', VAL),
        member('two.grand', '5e A', VAL),
      ),
    );
    expect(await placesOf('lea.martin')).toEqual([`${VAL} pupil`]);
    expect(await placesOf('two.grand')).toEqual([`${VAL} 5e a member`, `${VAL} 6e b member`, `${VAL} pupil`]);
    await sync(...sampleRecords(), person('lea.martin', 'pupil', VAL));
    expect(await placesOf('two.grand')).toEqual([`${VAL} 6e b member`, `${VAL} pupil`]);
    expect((await syncs.last(SOURCE))?.counts).toMatchObject({ persons: { changed: 1 }, groups: { ended: 1 } });
  });

  test('H2 the stable ids of a person of both schools are all kept', async () => {
    const nina = (uai: string, stableId: string) => person('nina.prof', 'teacher', uai, { stableId });
    const others = without(sampleRecords(), 'nina.prof');
    await sync(...others, nina(VAL, 'id-val'), nina(TILLEULS, 'id-tilleuls'));
    expect((await external('nina.prof')).stableIds).toBe('id-tilleuls id-val');
    await sync(...without(withoutVal(), 'nina.prof'), nina(TILLEULS, 'id-tilleuls'));
    expect((await external('nina.prof')).stableIds).toBe('id-tilleuls id-val');
  });

  test('L3 the guard still judges the school that was read', async () => {
    const names = ['one', 'two', 'three', 'four', 'five'].map((name) => `${name}.petit`);
    clock.advance(24 * HOUR);
    records = without(withoutVal(), ...names);
    const run = await syncs.plan(source, SIGNAL);
    expect(run.verdict?.reasons).toMatchObject([{ code: 'profile-shrank', uai: TILLEULS, before: 10, after: 5 }]);
  });

  test('L14 a source that tells so among what changed is read in full', async () => {
    const changed: DirectorySource = { ...source, fingerprint: () => Promise.resolve('two') };
    records = [...sampleRecords(), person('lea.martin', 'pupil', TILLEULS)];
    expect((await syncs.run(changed, SIGNAL)).counts?.persons.created).toBe(1);
  });
});
