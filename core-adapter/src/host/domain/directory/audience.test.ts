// SPDX-License-Identifier: EUPL-1.2
import type { Profile } from '../../../api/people.js';
import { testDatabases } from '../../../testing/test-databases.js';
import type { AudienceFilter } from './audience.js';
import { TILLEULS, VAL, without } from '../sync/testing/records-for-tests.js';
import { DirectoryForTests, WORLD } from './directory-for-tests.js';

describe.each(testDatabases())('audiences on $name', (kind) => {
  let world: DirectoryForTests;

  beforeEach(async () => {
    world = await DirectoryForTests.open(kind);
  });

  afterEach(() => world.database.drop());

  test('T6 families: the guardians of the pupils of one school, with the children of that school alone', async () => {
    const families = async (uai: string): Promise<string[]> => {
      const found = await world.directory.families(uai);
      const names = await world.directory.audience(uai, { profiles: ['guardian'], groupIds: [] });
      const nameOf = new Map(names.map(({ id, displayName }) => [id, displayName]));
      return found.map(({ guardianId, childName }) => `${childName}: ${nameOf.get(guardianId)}`);
    };
    expect(await families(VAL)).toEqual(['Zoé Évrard: Marc Evrard', 'Max Petit: Anne Petit']);
    const here = await families(TILLEULS);
    expect(here).toContain('Léa Petit: Anne Petit');
    expect(here.join()).not.toMatch(/Zoé|Max/);
  });

  describe('audience', () => {
    async function audience(uai: string, profiles: Profile[], ...groups: string[]): Promise<[string, Profile][]> {
      const filter = { profiles, groupIds: await Promise.all(groups.map((name) => world.groupId(name))) };
      const recipients = await world.directory.audience(uai, filter);
      const counts = { pupil: 0, guardian: 0, teacher: 0, head: 0, staff: 0 };
      for (const { profile } of recipients) counts[profile] += 1;
      const persons = new Set(recipients.map(({ id }) => id)).size;
      expect(await world.directory.audienceCounts(uai, filter)).toEqual({ persons, profiles: counts });
      return recipients.map(({ displayName, profile }) => [displayName, profile]);
    }

    test('a whole school, by family name', async () => {
      expect(await audience(VAL, [])).toEqual([
        ['Sam Bureau', 'staff'],
        ['Marc Evrard', 'guardian'],
        ['Zoé Évrard', 'pupil'],
        ['Anne Petit', 'guardian'],
        ['Max Petit', 'pupil'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('some profiles of it', async () => {
      expect(await audience(TILLEULS, ['teacher', 'head'])).toEqual([
        ['Paul Durand', 'teacher'],
        ['Marc Evrard', 'teacher'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('a class: its pupils, their guardians and its teachers, with the head and the staff of the school', async () => {
      await world.attach('sam.bureau', TILLEULS, 'head');
      await world.attach('paul.durand', TILLEULS, 'staff');
      expect(await audience(TILLEULS, [], 'CM2 A')).toEqual([
        ['Sam Bureau', 'head'],
        ['Paul Durand', 'staff'],
        ['Paul Durand', 'teacher'],
        ['Anne Petit', 'guardian'],
        ['Léa Petit', 'pupil'],
        ['Tom Petit', 'pupil'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('heads are in the audience whatever the class or group, and whatever their other profiles', async () => {
      for (const login of ['paul.durand', 'lea.petit', 'marc.evrard']) await world.attach(login, TILLEULS, 'head');
      const heads = [
        ['Paul Durand', 'head'],
        ['Marc Evrard', 'head'],
        ['Léa Petit', 'head'],
      ];
      expect(await audience(TILLEULS, ['head'], 'CM2 A')).toEqual(heads);
      expect(await audience(TILLEULS, ['head'], 'Chorale')).toEqual(heads);
      expect(await audience(TILLEULS, ['head', 'teacher'], 'CM2 A')).toEqual([
        ['Paul Durand', 'head'],
        ['Paul Durand', 'teacher'],
        ['Marc Evrard', 'head'],
        ['Léa Petit', 'head'],
        ['Nina Prof', 'teacher'],
      ]);
    });

    test('profiles AND groups', async () => {
      expect(await audience(TILLEULS, ['guardian'], 'CM2 A')).toEqual([['Anne Petit', 'guardian']]);
      expect(await audience(TILLEULS, ['guardian'], 'CM1', 'CM2 A')).toEqual([
        ['Ines Blanc', 'guardian'],
        ['Anne Petit', 'guardian'],
      ]);
      expect(await audience(TILLEULS, ['staff'], 'CM2 A')).toEqual([]);
    });

    test('several filters reach the union of their persons, each once per profile; no filter reaches nobody', async () => {
      const [cm1, cm2] = [await world.groupId('CM1'), await world.groupId('CM2 A')];
      const filters = [
        { profiles: ['guardian'], groupIds: [cm1] },
        { profiles: ['pupil', 'guardian'], groupIds: [cm2] },
        { profiles: ['guardian'], groupIds: [cm1, cm2] },
      ] satisfies AudienceFilter[];
      const together = (await world.directory.audience(TILLEULS, filters)).map(({ displayName }) => displayName);
      expect(together).toEqual(['Ines Blanc', 'Anne Petit', 'Léa Petit', 'Tom Petit']);
      expect((await world.directory.audienceCounts(TILLEULS, filters)).profiles).toMatchObject({
        pupil: 2,
        guardian: 2,
        teacher: 0,
      });
      expect(await world.directory.audience(VAL, filters)).toEqual([]);
      expect(await world.directory.audience(TILLEULS, [])).toEqual([]);
      expect((await world.directory.audienceCounts(TILLEULS, [])).profiles.pupil).toBe(0);
    });

    test('T1 a group of another school reaches nobody', async () => {
      expect(await audience(TILLEULS, [], '6e B')).toEqual([]);
      expect(await audience('0399999Z', [])).toEqual([]);
    });

    test('a group of last year reaches those who had it', async () => {
      const before = await audience(TILLEULS, [], 'CM2 A');
      world.clock.set('2026-08-02T04:00:00Z');
      expect(await audience(TILLEULS, [], 'CM2 A')).toEqual(before);
    });

    test('only attachments in force count, each person once per profile', async () => {
      await world.attach('lea.petit', TILLEULS, 'pupil', { source: 'onde' });
      await world.attach('paul.durand', TILLEULS, 'guardian', { from: new Date('2027-01-01T00:00:00Z') });
      await world.sync(without(WORLD, 'tom.petit'));
      expect(await audience(TILLEULS, ['pupil', 'guardian'], 'CM2 A')).toEqual([
        ['Anne Petit', 'guardian'],
        ['Léa Petit', 'pupil'],
      ]);
    });
  });
});
