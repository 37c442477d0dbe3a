// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';
import type { BrickDefinition } from '../../../api/brick-base.js';
import type { DirectoryRecord } from '../../../api/directory/directory-source.js';
import type { Manifest } from '../../../api/manifest.js';
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SAMPLE_RECORDS, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { newId } from '../../infra/database/new-id.js';
import { ExternalIdRow } from '../../domain/directory/external-id.entity.js';
import { HomonymRow } from '../../domain/sync/state/homonym.entity.js';
import { findPersonOrLeaver } from './find-person-or-leaver.js';
import { findPersons, MOST_FOUND } from '../../domain/directory/find-persons.js';
import { readPersonCard, type PersonCard } from './person-card.js';

const manifest = {
  version: '1.0.0',
  adapter: '^0.2.0',
  kind: 'feature',
  settings: z.strictObject({}),
  locales: { fr: { title: 'Carnet', summary: 'Un carnet' }, en: { title: 'Diary', summary: 'A diary' } },
} as const;

function brick(id: string, profiles: readonly ('pupil' | 'teacher' | 'head')[]): BrickDefinition {
  const whole: Manifest = { ...manifest, id, permissions: { read: { profiles } } };
  return { manifest: whole, activate: () => Promise.resolve() };
}

const INE = '123456789AB';
const DAY = 86_400_000;

describe.each(bothDatabases().map((database) => [database.name, database] as const))('on %s', (_name, database) => {
  const testOnce = onceInQuickRun(database);
  const many: DirectoryRecord[] = Array.from({ length: MOST_FOUND + 3 }, (_, index) =>
    person(`nombreux${index}`, 'pupil', SCHOOL, `Élève${index}`, 'Nombreux'),
  );
  const starting = startTestHost({
    bricks: [brick('diary', ['pupil', 'teacher']), brick('office', ['head'])],
    database,
    records: many,
  });

  async function cardOf(login: string, source?: string): Promise<PersonCard> {
    const { host } = await starting;
    return readPersonCard(host, await findPersonOrLeaver(host.database.unitOfWork, { login, source }));
  }
  const standing = (card: PersonCard, id: string, at = SCHOOL): string | undefined =>
    card.schools.find(({ school }) => school.uai === at)?.bricks.find((one) => one.id === id)?.state;

  async function read(source: string, records: readonly DirectoryRecord[]): Promise<void> {
    const { host } = await starting;
    await host.sync.run(
      {
        name: source,
        read: async function* () {
          yield* records;
        },
      },
      new AbortController().signal,
    );
  }

  testOnce('T1 a card shows the person’s profiles and classes in each school', async () => {
    const both = await cardOf('teacherInBothSchools');
    expect(both.schools.map(({ school, profiles, groups }) => [school.uai, profiles, groups])).toEqual([
      [OTHER_SCHOOL, ['teacher'], [{ name: '6e A', as: 'teacher' }]],
      [SCHOOL, ['teacher'], [{ name: 'CM1', as: 'teacher' }]],
    ]);
    expect((await cardOf('teacher')).schools.map(({ school }) => school.uai)).toEqual([SCHOOL]);
  });

  testOnce('why a person has a brick or not: the rule, its class, its day, and the permissions', async () => {
    const { host, clock } = await starting;
    const [staff, teacher] = [await cardOf('staff'), await cardOf('teacher')];
    // The test host switches everything on for everybody.
    expect([standing(teacher, 'diary'), standing(teacher, 'office'), standing(staff, 'diary')]).toEqual([
      'on',
      'noPermission',
      'noPermission',
    ]);
    await host.activations.disable(SCHOOL, 'diary', 'cli');
    expect(standing(await cardOf('teacher'), 'diary')).toBe('off');
    const { ids } = await starting;
    const later = {
      profiles: ['teacher'],
      groupIds: [ids.cm1],
      from: new Date(clock.now().getTime() + DAY),
      until: null,
    } as const;
    await host.activations.enable(SCHOOL, 'diary', 'cli', later);
    expect(standing(await cardOf('teacher'), 'diary')).toBe('later');
    clock.advance(2 * DAY);
    const cards = [await cardOf('teacher'), await cardOf('teacherOfOtherClass'), await cardOf('pupil')];
    expect(cards.map((card) => standing(card, 'diary'))).toEqual(['on', 'others', 'others']);
    expect(standing(await cardOf('teacherOfOtherSchool'), 'diary', OTHER_SCHOOL)).toBe('on');
    await host.activations.enable(SCHOOL, 'long-gone', 'cli');
    expect(standing(await cardOf('pupil'), 'long-gone')).toBe('missing');
  });

  testOnce('V4 no card holds a national number, a day of birth, a digest or a secret', async () => {
    const { host, ids } = await starting;
    const personId = await ids.person('pupil');
    const { manager } = host.database.dataSource;
    const said = { personId, login: null, formerLogin: null, leftAt: null, ine: INE, birthDate: '2016-03-04' };
    const rest = {
      level: null,
      stableIds: 'stable-1',
      lastIne: INE,
      lastBirthDate: null,
      firstBirthDate: null,
      digest: 'abcdef',
    };
    for (const key of [`numero-${INE.toLowerCase()}`, 'ine-0123456789abcdef01234567']) {
      const row = { ...said, ...rest, givenName: null, familyName: null, id: newId(), source: key, key };
      await manager.insert(ExternalIdRow, row);
    }
    const { secret } = await host.tokens.create(
      personId,
      { name: 'Lecteur', brickIds: ['diary'], endsAt: null },
      'cli',
    );
    const card = await cardOf('pupil');
    expect(card.sources.map(({ key }) => key)).toEqual(['pupil', null, null]);
    expect(card.tokens).toMatchObject([{ name: 'Lecteur', brickIds: ['diary'] }]);
    const { sources, ...others } = card;
    const reported = JSON.stringify({ ...others, sources: sources.map(({ name: _, ...source }) => source) });
    for (const hidden of [INE, INE.toLowerCase(), '2016-03-04', 'abcdef', 'stable-1', secret]) {
      expect(reported).not.toContain(hidden);
    }
  });

  testOnce('a pair of homonyms that waits for a decision is on the cards of both', async () => {
    const { host, ids } = await starting;
    const [personId, otherId] = [await ids.person('guardian'), await ids.person('staff')];
    const open = { why: 'number', state: 'open', decidedAt: null, decidedBy: null, reason: null } as const;
    const id = newId();
    await host.database.dataSource.manager.insert(HomonymRow, {
      ...{ ...open, id, source: 'ldap', personId, otherId, askedAt: new Date() },
    });
    const url = `/admin/homonyms/${id}`;
    expect((await cardOf('guardian')).homonyms).toEqual([{ id, other: 'Odile Perret', url }]);
    expect((await cardOf('staff')).homonyms).toEqual([{ id, other: 'Sophie Faivre', url }]);
    expect((await cardOf('head')).homonyms).toEqual([]);
  });

  test('T1 persons are found by words of the name in any order, by a part of the login, or in one directory', async () => {
    const { host, clock } = await starting;
    const find = (text: string, source?: string) =>
      findPersons(host.database.unitOfWork, { text, source }, clock.now());
    expect((await find('VUILLET claire')).persons).toMatchObject([
      { displayName: 'Claire Vuillet', logins: ['teacher'], schools: [{ uai: SCHOOL, classes: ['CM1'] }] },
    ]);
    expect((await find('ofotherschool marg')).persons.map(({ displayName }) => displayName)).toEqual([
      'Anne Marguet',
      'Jules Marguet',
    ]);
    const first = await find('nombreux');
    expect([first.persons.length, first.total]).toEqual([MOST_FOUND, MOST_FOUND + 3]);
    expect([(await find('%')).total, (await find('claire', 'elsewhere')).total]).toEqual([0, 0]);
    await expect(find(' ')).rejects.toThrow('Write a part of a name or of a login to look for.');
  });

  testOnce(
    'one login at two directories asks for the source; a person that left is found by their former login',
    async () => {
      await read('other', [
        ...SAMPLE_RECORDS.filter(({ type }) => type === 'school'),
        person('teacher', 'teacher', OTHER_SCHOOL, 'Claude', 'Autre'),
        person('parti', 'teacher', OTHER_SCHOOL, 'Paul', 'Parti'),
        ...['a', 'b', 'c'].map((key) => person(key, 'pupil', OTHER_SCHOOL, key, key)),
      ]);
      await expect(cardOf('teacher')).rejects.toMatchObject({
        message: 'Several persons have the login teacher.',
        remedy: expect.stringMatching(/^Name the directory by --source: /),
      });
      expect([(await cardOf('teacher', 'other')).displayName, (await cardOf('teacher', 'ldap')).displayName]).toEqual([
        'Claude Autre',
        'Claire Vuillet',
      ]);
      expect((await cardOf('teacher', 'other')).login).toMatchObject({ state: 'noSso' });

      await read('other', [
        ...SAMPLE_RECORDS.filter(({ type }) => type === 'school'),
        person('teacher', 'teacher', OTHER_SCHOOL, 'Claude', 'Autre'),
        ...['a', 'b', 'c'].map((key) => person(key, 'pupil', OTHER_SCHOOL, key, key)),
      ]);
      const { host } = await starting;
      const left = await cardOf('parti');
      expect(left).toMatchObject({
        displayName: 'Paul Parti',
        login: { state: 'left' },
        disabledAt: expect.any(Date),
        schools: [],
      });
      await host.database.dataSource.getRepository('core_person').delete({ id: left.id });
      await expect(cardOf('parti')).rejects.toMatchObject({
        message: 'No person has the login parti.',
        remedy: 'Check the spelling. Erased persons cannot be found.',
      });
    },
  );
});
