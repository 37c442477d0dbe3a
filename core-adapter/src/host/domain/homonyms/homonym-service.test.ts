// SPDX-License-Identifier: EUPL-1.2
import type { DirectoryRecord, PersonRecord } from '../../../api/directory/directory-source.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { AdministratorRow } from '../administrators/administrator.entity.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { AttachmentRow } from '../directory/attachment.entity.js';
import { ExternalIdRow } from '../directory/external-id.entity.js';
import { findPersons } from '../directory/find-persons.js';
import { KinshipRow } from '../directory/kinship.entity.js';
import { MembershipRow } from '../directory/membership.entity.js';
import { PersonRow } from '../directory/person.entity.js';
import { group, kin, member, person, school, TILLEULS, VAL } from '../sync/testing/records-for-tests.js';
import { SeveralSources } from '../sync/testing/several-sources.js';
import { countOpenHomonyms, findHomonym, findOpenHomonyms, listOpenHomonyms } from './homonym-list.js';

const INE = '120000001AA';
const DAY = '2016-04-02';
const BY = { actor: 'cli', reason: '' };

const schools = [
  school(TILLEULS, 'École des Tilleuls'),
  school(VAL, 'Collège du Val'),
  group('CM2 A', TILLEULS),
  group('6e B', VAL),
];
const lea = (changes: Partial<PersonRecord> = {}): PersonRecord =>
  person('lea.petit', 'pupil', TILLEULS, { birthDate: DAY, ...changes });
const SCRIBE: DirectoryRecord[] = [...schools, lea(), member('lea.petit', 'CM2 A', TILLEULS)];
const ONDE: DirectoryRecord[] = [
  ...schools,
  { ...lea({ ine: INE, uai: VAL, displayName: 'Léa PETIT' }), key: '77', login: '77' },
  member('77', '6e B', VAL),
  person('88', 'guardian', VAL),
  kin('88', '77'),
];

describe.each(bothDatabases())('persons that may be one, on $name', (kind) => {
  const testOnce = onceInQuickRun(kind);
  let fixture: SeveralSources;

  beforeEach(async () => {
    fixture = await SeveralSources.open(kind);
  });

  afterEach(() => fixture.database.drop());

  const askedOnce = async (): Promise<string> => {
    await fixture.sync('scribe', SCRIBE);
    await fixture.sync('onde', ONDE);
    return fixture.onlyAsked();
  };
  const there = async (source: string, key: string): Promise<string[]> => {
    const schoolsOf = await fixture.directory.schoolsOf(await fixture.idOf(source, key));
    return schoolsOf.map(({ school: { uai } }) => uai).sort();
  };

  testOnce('the same name and birth date, a number missing: two persons, and one question', async () => {
    const id = await askedOnce();
    expect(await fixture.asked()).toMatchObject([{ id, source: 'onde', why: 'number', state: 'open' }]);
    expect(await fixture.idOf('onde', '77')).not.toBe(await fixture.idOf('scribe', 'lea.petit'));
    for (const [source, records] of [
      ['scribe', SCRIBE],
      ['onde', ONDE],
    ] as const) {
      expect((await fixture.sync(source, records)).state).toBe('unchanged');
    }
    expect(await fixture.asked()).toHaveLength(1);
  });

  testOnce(
    'T1 V4 a pair shows names, birth dates, schools, classes, sources and whether a number is missing, never the number',
    async () => {
      await askedOnce();
      const { items, total } = await findOpenHomonyms(
        fixture.database.unitOfWork,
        { text: '', page: 1 },
        fixture.clock.now(),
      );
      expect(total).toBe(1);
      expect(items).toMatchObject([
        {
          numbers: 'lacking',
          person: {
            displayName: 'Léa PETIT',
            birthDates: [DAY],
            numbered: true,
            sources: [{ name: 'onde', key: '77' }],
            schools: [{ uai: VAL, name: 'Collège du Val', profiles: ['pupil'], classes: ['6e B'] }],
          },
          other: {
            numbered: false,
            sources: [{ name: 'scribe', key: 'lea.petit' }],
            schools: [{ uai: TILLEULS, classes: ['CM2 A'] }],
          },
        },
      ]);
      expect(JSON.stringify(items)).not.toContain(INE);
    },
  );

  testOnce.each([
    ['petit', 1],
    ['LÉA pet', 1],
    ['grand', 0],
    ['%', 0],
  ])('the search for %p finds %i', async (text, count) => {
    await askedOnce();
    const found = await findOpenHomonyms(fixture.database.unitOfWork, { text, page: 1 }, fixture.clock.now());
    expect(found.items).toHaveLength(count);
  });

  testOnce('different: both persons stay, and the pair is not asked about again', async () => {
    const id = await askedOnce();
    await fixture.homonyms.decide(id, 'different', { actor: 'cli', reason: 'Deux cousines' });
    expect(await fixture.asked()).toMatchObject([{ state: 'different', decidedBy: 'cli', reason: 'Deux cousines' }]);
    expect(await countOpenHomonyms(fixture.database.unitOfWork)).toBe(0);
    // Either source says new data about them.
    await fixture.sync('onde', [...ONDE.slice(0, 4), { ...(ONDE[4] as PersonRecord), level: 'CM2' }]);
    await fixture.sync('scribe', [...schools, lea({ ine: '120000002BB' })]);
    expect(await fixture.asked()).toHaveLength(1);
    expect(await fixture.idOf('onde', '77')).not.toBe(await fixture.idOf('scribe', 'lea.petit'));
  });

  testOnce('same: the person who can log in stays, with the data of both sources', async () => {
    const id = await askedOnce();
    const [kept, gone] = [await fixture.idOf('scribe', 'lea.petit'), await fixture.idOf('onde', '77')];
    const { manager } = fixture.database.dataSource;
    const old = { id: newId(), personId: gone, uai: VAL, profile: 'pupil', source: 'old' } as const;
    await manager.insert(AttachmentRow, { ...old, from: fixture.clock.now(), until: null });
    await fixture.homonyms.decide(id, 'same', BY);
    expect(await fixture.idOf('onde', '77')).toBe(kept);
    expect(await there('onde', '77')).toEqual([TILLEULS, VAL]);
    expect(await manager.countBy(AttachmentRow, { personId: gone })).toBe(0);
    expect((await manager.findOneBy(AttachmentRow, { id: old.id }))?.until).toEqual(fixture.clock.now());
    expect(await manager.countBy(MembershipRow, { personId: kept })).toBe(2);
    expect(await manager.find(KinshipRow)).toMatchObject([{ childId: kept }]);
    expect(await manager.findOneBy(PersonRow, { id: gone })).toMatchObject({ disabledAt: fixture.clock.now() });
    expect(fixture.ended).toEqual([gone]);
    expect(fixture.regrouped.sort()).toEqual([TILLEULS, VAL]);
    const found = await findPersons(fixture.database.unitOfWork, { text: 'petit' }, fixture.clock.now());
    expect([found.total, found.persons.map((one) => one.id)]).toEqual([1, [kept]]);
    expect(await manager.find(AuditLine)).toMatchObject([{ action: 'core.homonym.same', outcome: 'done' }]);
    expect(await findHomonym(fixture.database.unitOfWork, id, fixture.clock.now())).toMatchObject({ state: 'same' });
  });

  testOnce(
    'same: the next sync of either source changes nothing, and a later change reaches the kept person',
    async () => {
      await fixture.homonyms.decide(await askedOnce(), 'same', BY);
      expect((await fixture.sync('scribe', SCRIBE)).state).toBe('unchanged');
      expect((await fixture.sync('onde', ONDE)).state).toBe('unchanged');
      const run = await fixture.sync('onde', ONDE.slice(0, 5));
      expect(run.counts).toMatchObject({ memberships: { removed: 1 }, kinships: { removed: 1 } });
      expect(await fixture.person('onde', '77')).toMatchObject({ displayName: 'Lea Petit', disabledAt: null });
    },
  );

  testOnce('same: the first source decides the name, even when the other person stays', async () => {
    await fixture.sync('onde', ONDE);
    await fixture.sync('scribe', SCRIBE);
    const kept = await fixture.idOf('scribe', 'lea.petit');
    await fixture.homonyms.decide(await fixture.onlyAsked(), 'same', BY);
    expect(await fixture.person('onde', '77')).toMatchObject({ id: kept, displayName: 'Léa PETIT' });
  });

  testOnce('same, and neither can log in: the older person stays', async () => {
    await fixture.sync('aaf', SCRIBE);
    await fixture.sync('onde', ONDE);
    const kept = await fixture.idOf('aaf', 'lea.petit');
    await fixture.homonyms.decide(await fixture.onlyAsked(), 'same', BY);
    expect(await fixture.idOf('onde', '77')).toBe(kept);
  });

  testOnce('H2 rights granted to the merged person end', async () => {
    const id = await askedOnce();
    const gone = await fixture.idOf('onde', '77');
    const { manager } = fixture.database.dataSource;
    await manager.insert(AdministratorRow, { personId: gone, grantedAt: fixture.clock.now() });
    await fixture.homonyms.decide(id, 'same', BY);
    expect(await manager.count(AdministratorRow)).toBe(0);
  });

  test('two administrators decide at once: the second gets a conflict, and nothing is done twice', async () => {
    const id = await askedOnce();
    const results = await Promise.allSettled([
      fixture.homonyms.decide(id, 'same', BY),
      fixture.homonyms.decide(id, 'different', BY),
    ]);
    const failures = results.filter(({ status }) => status === 'rejected');
    expect(failures).toMatchObject([{ reason: { code: 'CONFLICT' } }]);
    expect((await fixture.asked())[0]?.state).not.toBe('open');
    await expect(fixture.homonyms.decide(id, 'different', BY)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(fixture.homonyms.decide('nobody', 'same', BY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  testOnce('two persons that one source names by now: the decision is refused, and the pair stays open', async () => {
    const id = await askedOnce();
    const { manager } = fixture.database.dataSource;
    await manager.update(
      ExternalIdRow,
      { source: 'onde', key: '88' },
      { personId: await fixture.idOf('scribe', 'lea.petit') },
    );
    await expect(fixture.homonyms.decide(id, 'same', BY)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await fixture.asked()).toMatchObject([{ state: 'open' }]);
  });

  testOnce('questions about the merged person move to the kept one, unless a source answers them', async () => {
    await fixture.sync('scribe', SCRIBE);
    await fixture.sync('onde', [...ONDE, { ...(ONDE[4] as PersonRecord), key: '78', login: '78', ine: '' }]);
    await fixture.sync('aaf', [...schools, { ...lea(), key: '1234' }]);
    const [first] = await fixture.asked();
    const kept = await fixture.idOf('scribe', 'lea.petit');
    await fixture.homonyms.decide(first?.id ?? '', 'same', BY);
    const open = await listOpenHomonyms(fixture.database.unitOfWork, fixture.clock.now());
    const pairs = open.map(({ person: one, other }) => [one, other].map(({ sources }) => sources[0]?.key).sort());
    expect(pairs.sort()).toEqual([
      ['1234', '78'],
      ['1234', 'lea.petit'],
    ]);
    expect(open.some(({ person: one, other }) => one.id === kept || other.id === kept)).toBe(true);
  });

  testOnce('the question about a leaver stays, and is not asked again when they return', async () => {
    await askedOnce();
    await fixture.sync('onde', schools);
    expect(await countOpenHomonyms(fixture.database.unitOfWork)).toBe(1);
    await fixture.sync('onde', ONDE);
    expect(await countOpenHomonyms(fixture.database.unitOfWork)).toBe(1);
    expect(await fixture.asked()).toHaveLength(1);
  });

  testOnce.each(['scribe', 'onde'])(
    'T1 with a person who is erased, known from %s, goes all that was asked about them',
    async (source) => {
      await askedOnce();
      const id = await fixture.idOf(source, source === 'onde' ? '77' : 'lea.petit');
      await fixture.database.dataSource.manager.delete(PersonRow, { id });
      expect(await fixture.asked()).toEqual([]);
    },
  );

  testOnce('a plan made before they were one is applied to the one', async () => {
    const id = await askedOnce();
    const { id: run } = await fixture.plan('onde', [
      ...ONDE.slice(0, 4),
      { ...(ONDE[4] as PersonRecord), givenName: 'L' },
    ]);
    await fixture.homonyms.decide(id, 'same', BY);
    await fixture.syncs.apply(run, { approve: { by: 'cli', reason: 'few people' } });
    expect(await fixture.person('onde', '77')).toMatchObject({ givenName: 'Lea', disabledAt: null });
    expect(await there('onde', '77')).toEqual([TILLEULS, VAL]);
  });
});
