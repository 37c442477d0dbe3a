// SPDX-License-Identifier: EUPL-1.2
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coreSchema } from '@volee/core-adapter/host';
import {
  bothDatabases,
  onceInQuickRun,
  OTHER_SCHOOL,
  type Role,
  SCHOOL,
  startTestHost,
  type TestHost,
  testHostSource,
} from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import { stubbornBrick } from './stubborn-brick.js';

const DAY = 86_400_000;
const SIGNAL = new AbortController().signal;

/** Syncs a directory without these people. */
async function syncWithout(host: TestHost, ...roles: Role[]): Promise<number> {
  const keys = roles.map((role) => role.toLowerCase());
  const source = {
    name: 'ldap',
    async *read(signal: AbortSignal) {
      for await (const record of testHostSource.read(signal)) {
        if (!Object.values(record).some((value) => keys.includes(String(value)))) yield record;
      }
    },
  };
  const { id } = await host.host.sync.plan(source, SIGNAL);
  await host.host.sync.apply(id, { approve: { by: 'cli', reason: 'the directory of a test has few people' } });
  return id;
}

/** Every row of the core that contains one of these words, as `table: row`. */
async function coreRowsWith(host: TestHost, ...words: string[]): Promise<string[]> {
  const { dataSource } = host.host.database;
  const found: string[] = [];
  for (const entity of coreSchema.entities) {
    for (const row of await dataSource.getRepository(entity).find()) {
      const text = JSON.stringify(row).toLowerCase();
      if (words.some((word) => text.includes(word))) found.push(dataSource.getMetadata(entity).tableName);
    }
  }
  return [...new Set(found)].sort();
}

/** The files of an SQLite database in which a text stands, deleted or not. */
async function bytesWith(url: string, text: string): Promise<string[]> {
  if (!url.startsWith('sqlite:')) return [];
  const file = url.replace('sqlite:', '');
  const held = [file, `${file}-wal`].map(async (path) => ((await readFile(path, 'latin1')).includes(text) ? path : []));
  return (await Promise.all(held)).flat();
}

async function contents({ storageFolder }: TestHost): Promise<string[]> {
  const entries = await readdir(storageFolder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))).sort();
}

for (const database of bothDatabases()) {
  const stubborn = stubbornBrick();
  const test1 = await startTestHost({ bricks: [fileShare, stubborn.brick], database });
  const { host, clock, ids } = test1;
  const { leavers } = host;

  const deposit = async (role: Role, path: string, content: string, school: string): Promise<void> => {
    await test1
      .as(role)
      .post(path, { school })
      .files({ [`${content}.txt`]: content })
      .expect(303);
  };
  const audited = (action: string) => host.database.dataSource.getRepository('core_audit').findBy({ action });

  describe(`leavers on ${database.name}`, () => {
    const testOnce = onceInQuickRun(database);
    testOnce('L11: a teacher of two schools that comes back on day 59 has everything again', async () => {
      const paul = await ids.person('teacherInBothSchools');
      await host.administrators.grant('teacherinbothschools', null, 'cli');
      for (const school of [SCHOOL, OTHER_SCHOOL]) {
        await deposit('teacherInBothSchools', '/own/files', `own-of-paul-${school}`, school);
        const group = school === SCHOOL ? ids.cm1 : ids.sixthA;
        await deposit('teacherInBothSchools', `/groups/${group}/files`, `handout-of-paul-${school}`, school);
      }
      await deposit('teacher', '/own/files', 'own-of-claire', SCHOOL);

      await syncWithout(test1, 'teacherInBothSchools');
      clock.advance(59 * DAY);
      expect(await leavers.count()).toEqual({ left: 1, due: 0 });
      expect(await leavers.erase('clock')).toEqual({ persons: [], kept: [], returned: [], leftovers: [] });

      await host.sync.run(testHostSource, SIGNAL);
      expect(await ids.person('teacherInBothSchools')).toBe(paul);
      for (const school of [SCHOOL, OTHER_SCHOOL]) {
        await test1
          .as('teacherInBothSchools')
          .get('/own', { school })
          .expect(200, new RegExp(`own-of-paul-${school}`));
      }
    });

    testOnce(
      'L11: on day 61 no row names the person in either school, brick on or off; files of the class stay without the name',
      async () => {
        const paul = await ids.person('teacherInBothSchools');
        const run = await syncWithout(test1, 'teacherInBothSchools');
        clock.advance(61 * DAY);
        expect(await leavers.plan()).toEqual({ persons: [paul], kept: [], returned: [], leftovers: [] });
        expect(await leavers.count()).toEqual({ left: 1, due: 1 });
        await host.activations.disable(OTHER_SCHOOL, 'file-share', 'cli');
        expect(await leavers.erase('clock')).toEqual({ persons: [paul], kept: [], returned: [], leftovers: [] });

        // On SQLite neither the file nor its log holds the bytes of what was erased.
        expect(await bytesWith(host.database.url, 'own-of-paul')).toEqual([]);
        // Only the id remains, in the audit trail; no other row refers to it.
        expect(await coreRowsWith(test1, paul)).toEqual(['core_audit']);
        expect(await coreRowsWith(test1, 'teacherinbothschools', 'droz')).toEqual([]);
        expect((await host.sync.show(run)).plan).toBeNull();
        expect(await audited('core.person.erase')).toMatchObject([
          { actor: 'clock', outcome: 'done', subject: { persons: [paul] } },
        ]);

        expect(await contents(test1)).toEqual([
          `handout-of-paul-${SCHOOL}`,
          `handout-of-paul-${OTHER_SCHOOL}`,
          'own-of-claire',
        ]);
        await test1
          .as('pupil')
          .get(`/groups/${ids.cm1}`)
          .expect(200, new RegExp(`handout-of-paul-${SCHOOL}`))
          .expectNot(/Droz/);
        expect(await leavers.erase('clock')).toEqual({ persons: [], kept: [], returned: [], leftovers: [] });
        expect(leavers.erased).toBe(1);
      },
    );

    testOnce('L11: a person that comes back after the erasure is a new person without data', async () => {
      await host.sync.run(testHostSource, SIGNAL);
      await test1
        .as('teacherInBothSchools')
        .get('/own', { school: SCHOOL })
        .expect(200)
        .expectNot(/own-of-paul/);
    });

    testOnce(
      'a failing brick is named and only delays its own part of the erasure, not other bricks or leavers',
      async () => {
        await deposit('pupilOfOtherClass', '/own/files', 'own-of-tom', SCHOOL);
        const [tom, marc] = [await ids.person('pupilOfOtherClass'), await ids.person('guardianOfOtherClass')];
        await syncWithout(test1, 'pupilOfOtherClass', 'guardianOfOtherClass');
        clock.advance(61 * DAY);
        stubborn.refuse(tom);
        expect(await leavers.erase('cli')).toEqual({
          persons: [marc],
          kept: [{ person: tom, brick: 'stubborn', uai: SCHOOL, reason: 'the drawer is stuck' }],
          returned: [],
          leftovers: [],
        });
        expect(await host.directory.person(tom)).toMatchObject({ disabled: true });
        expect(await contents(test1)).not.toContain('own-of-tom');

        stubborn.refuse(undefined);
        expect(await leavers.erase('cli')).toMatchObject({ persons: [tom], kept: [] });
        expect(await coreRowsWith(test1, tom, 'brenot tom')).toEqual(['core_audit']);
      },
    );

    testOnce('a person with a right given by hand is not erased', async () => {
      const odile = await ids.person('staff');
      await syncWithout(test1, 'staff', 'pupilOfOtherClass', 'guardianOfOtherClass');
      clock.advance(61 * DAY);
      const administrators = host.database.dataSource.getRepository('core_administrator');
      await administrators.insert({ personId: odile, grantedAt: clock.now() });
      expect((await leavers.erase('cli')).persons).toEqual([]);
      await administrators.delete({ personId: odile });
      expect((await leavers.erase('cli')).persons).toEqual([odile]);
    });

    test('L13: a person that a sync brings back during the erasure keeps the account; report and trail list the lost data', async () => {
      // Departures in summer have a test of their own.
      clock.set('2027-10-01T10:00:00Z');
      await host.sync.run(testHostSource, SIGNAL);
      const nadia = await ids.person('teacherOfOtherClass');
      await deposit('teacherOfOtherClass', '/own/files', 'own-of-nadia', SCHOOL);
      await syncWithout(test1, 'teacherOfOtherClass');
      clock.advance(61 * DAY);
      expect((await leavers.plan()).persons).toEqual([nadia]);
      stubborn.meanwhile(() => host.sync.run(testHostSource, SIGNAL));
      expect(await leavers.erase('cli')).toEqual({ persons: [], kept: [], returned: [nadia], leftovers: [] });
      expect(await ids.person('teacherOfOtherClass')).toBe(nadia);
      expect(await host.directory.schoolsOf(nadia)).toHaveLength(1);
      // The files were erased before the person came back.
      expect(await contents(test1)).not.toContain('own-of-nadia');
      expect(await audited('core.person.empty')).toMatchObject([
        { actor: 'cli', outcome: 'done', subject: { person: nadia } },
      ]);
    });

    testOnce('L13: a person that comes back before their turn keeps the files, too', async () => {
      const roles = ['teacherOfOtherClass', 'pupilOfOtherSchool'] as const;
      const [nadia, jules] = [await ids.person(roles[0]), await ids.person(roles[1])];
      await host.activations.enable(OTHER_SCHOOL, 'file-share', 'cli');
      await deposit(roles[0], '/own/files', `own-of-${nadia}`, SCHOOL);
      await deposit(roles[1], '/own/files', `own-of-${jules}`, OTHER_SCHOOL);
      await syncWithout(test1, ...roles);
      clock.advance(61 * DAY);
      const [first, second] = (await leavers.plan()).persons;
      expect([first, second].sort()).toEqual([nadia, jules].sort());
      stubborn.meanwhile(() => host.sync.run(testHostSource, SIGNAL));
      expect(await leavers.erase('cli')).toEqual({ persons: [], kept: [], returned: [first], leftovers: [] });
      const files = await contents(test1);
      expect(files).toContain(`own-of-${second}`);
      expect(files).not.toContain(`own-of-${first}`);
    });

    testOnce('P11: a brick that is slow with one leaver does not delay earlier leavers', async () => {
      await syncWithout(test1, 'teacherOfOtherClass', 'pupilOfOtherSchool');
      clock.advance(61 * DAY);
      const [first, second] = (await leavers.plan()).persons;
      stubborn.meanwhileOf(second, async () => {
        expect(await host.directory.person(first ?? '')).toBeUndefined();
        await host.sync.run(testHostSource, SIGNAL);
      });
      expect(await leavers.erase('cli')).toEqual({ persons: [first], kept: [], returned: [second], leftovers: [] });
    });

    test('L17: pupils of a directory that is empty from 5 July to 7 September find everything again', async () => {
      await host.sync.run(testHostSource, SIGNAL);
      await deposit('pupil', '/own/files', 'own-of-ines', SCHOOL);
      const roles = ['pupil', 'classmate', 'pupilOfOtherClass'] as const;
      const before = await Promise.all(roles.map((role) => ids.person(role)));
      clock.set('2028-07-05T04:00:00Z');
      await syncWithout(test1, ...roles);
      clock.set('2028-09-07T02:41:00Z');
      expect((await leavers.erase('clock')).persons).toEqual([]);
      expect((await leavers.count()).due).toBe(0);
      // By hand, as for a family that asks for it.
      expect((await leavers.plan({ withSummer: true })).persons).toEqual(expect.arrayContaining(before));
      await host.sync.run(testHostSource, SIGNAL);
      expect(await Promise.all(roles.map((role) => ids.person(role)))).toEqual(before);
      await test1
        .as('pupil')
        .get('/own')
        .expect(200, /own-of-ines/);

      await syncWithout(test1, ...roles);
      clock.set('2028-11-14T02:41:00Z');
      expect((await leavers.erase('clock')).persons).toEqual(expect.arrayContaining(before));
    });

    testOnce('tables of a brick that was removed from the settings are reported', async () => {
      const { dataSource } = host.database;
      await dataSource.query('CREATE TABLE old_diary_migrations (id integer)');
      expect((await leavers.plan()).leftovers).toEqual(['old-diary']);
      await dataSource.query('DROP TABLE old_diary_migrations');
    });
  });
}
