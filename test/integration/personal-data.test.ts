// SPDX-License-Identifier: EUPL-1.2
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineDirectoryBrick, type DirectorySource } from '@volee/core-adapter/directory';
import { closeSchool, coreSchema, exportPerson } from '@volee/core-adapter/host';
import {
  group,
  member,
  OTHER_SCHOOL,
  person,
  testHostSource,
  SCHOOL,
  startTestHost,
  testDatabases,
  type Role,
  testFolder,
} from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';
import { z } from 'zod';
import { cookieHeader } from './session-cookie.js';
import { waitUntil } from '../services/wait-until.js';
import { readZip } from './read-zip.js';
import { stubbornBrick } from './stubborn-brick.js';

/** The directory that the settings name. */
const ldap = defineDirectoryBrick(
  {
    id: 'sample-directory',
    version: '1.0.0',
    adapter: '^0.2.0',
    kind: 'directory-source',
    settings: z.strictObject({}),
    locales: { fr: { title: 'Annuaire', summary: 'Pour essayer' }, en: { title: 'Directory', summary: 'For trying' } },
  },
  ({ sources }) => sources.provide(testHostSource),
);

/** An import of files: a pupil of each school, and a teacher of both. */
const files: DirectorySource = {
  name: 'onde-sample',
  async *read() {
    yield { type: 'school', uai: SCHOOL, name: 'École des Lilas', kind: 'primary' };
    yield { type: 'school', uai: OTHER_SCHOOL, name: 'Collège du Parc', kind: 'college' };
    yield group(OTHER_SCHOOL, '5b', '5e B');
    yield person('file-lou', 'pupil', SCHOOL, 'Lou', 'Girardot');
    yield person('file-zoe', 'pupil', OTHER_SCHOOL, 'Zoé', 'Pourchet');
    yield person('file-remi', 'teacher', SCHOOL, 'Rémi', 'Cuenot');
    yield member(OTHER_SCHOOL, '5b', 'file-remi', 'teacher');
  },
};

const folder = mkdtempSync(join(testFolder(), 'volee-personal-data-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const database of testDatabases()) {
  const stubborn = stubbornBrick();
  const testHost = await startTestHost({ bricks: [fileShare, stubborn.brick, ldap], database });
  const { host, ids, clock } = testHost;
  const outOf = (name: string): string => join(folder, `${database.name}-${name}.zip`);

  const deposit = async (role: Role, path: string, content: string, school: string): Promise<void> => {
    await testHost
      .as(role)
      .post(path, { school })
      .files({ [`${content}.txt`]: content })
      .expect(303);
  };
  const takeOwn = async (role: Role): Promise<Response> => {
    const cookie = await cookieHeader(host, await ids.person(role));
    return fetch(`${testHost.url}/mes-donnees`, {
      method: 'POST',
      headers: { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' },
    });
  };
  await deposit('teacherInBothSchools', '/own/files', 'paul-here', SCHOOL);
  await deposit('teacherInBothSchools', `/groups/${ids.sixthA}/files`, 'paul-there', OTHER_SCHOOL);
  await deposit('teacher', '/own/files', 'claire', SCHOOL);
  await deposit('teacher', `/groups/${ids.cm1}/files`, 'claire-for-cm1', SCHOOL);

  describe(`the export of one person, on ${database.name}`, () => {
    test('T7: it holds the person’s data of both schools and every brick, with the files, and no data of others', async () => {
      const out = outOf('paul');
      const personId = await ids.person('teacherInBothSchools');
      expect(await exportPerson(host, { login: ' TeacherInBothSchools', out })).toEqual({
        personId,
        files: 2,
        lost: [],
        leftovers: [],
      });
      // Only the user who ran the command may read the file.
      expect(statSync(out).mode & 0o777).toBe(0o600);

      const { 'data.json': json = '', ...files } = Object.fromEntries(await readZip(out));
      expect(files).toEqual({
        [`files/file-share/${SCHOOL}/1-paul-here.txt`]: 'paul-here',
        [`files/file-share/${OTHER_SCHOOL}/1-paul-there.txt`]: 'paul-there',
      });
      expect(JSON.parse(json)).toMatchObject({
        volee: {
          person: { givenName: 'Paul', familyName: 'Droz' },
          directories: [{ source: 'ldap', login: 'teacherinbothschools' }],
          schools: expect.arrayContaining([
            expect.objectContaining({ uai: SCHOOL, profile: 'teacher' }),
            expect.objectContaining({ uai: OTHER_SCHOOL, profile: 'teacher' }),
          ]),
          groups: expect.arrayContaining([expect.objectContaining({ name: '6e A', role: 'teacher' })]),
          sessions: [{}, {}],
        },
        bricks: {
          'file-share': {
            [SCHOOL]: { files: [{ name: 'paul-here.txt', space: 'own' }] },
            [OTHER_SCHOOL]: { files: [{ name: 'paul-there.txt', space: 'group' }] },
          },
          stubborn: {
            [SCHOOL]: {
              drawers: [{ label: 'odds and ends' }],
              names: [{ source: 'ldap', key: 'teacherinbothschools' }],
            },
          },
        },
      });
      expect(json).not.toMatch(/claire|vuillet|faivre/i);
      const { dataSource } = host.database;
      expect(await dataSource.getRepository('core_audit').findBy({ action: 'core.person.export' })).toMatchObject([
        { actor: 'cli', outcome: 'done', subject: { person: personId } },
      ]);
    });

    test('T7: the person downloads the same file on the page, and no export of another person', async () => {
      const paul = await ids.person('teacherInBothSchools');
      const response = await takeOwn('teacherInBothSchools');
      expect(response.status).toBe(200);
      const out = outOf('own');
      writeFileSync(out, Buffer.from(await response.arrayBuffer()));
      const { 'data.json': json = '', ...files } = Object.fromEntries(await readZip(out));
      expect(files).toEqual({
        [`files/file-share/${SCHOOL}/1-paul-here.txt`]: 'paul-here',
        [`files/file-share/${OTHER_SCHOOL}/1-paul-there.txt`]: 'paul-there',
      });
      expect(JSON.parse(json)).toMatchObject({ volee: { person: { id: paul } } });
      expect(json).not.toMatch(/claire|vuillet|faivre/i);
      const { dataSource } = host.database;
      expect(
        await dataSource.getRepository('core_audit').findBy({ actor: paul, action: 'core.person.export' }),
      ).toEqual([expect.objectContaining({ outcome: 'done' })]);
    });

    test('the export of a child names no other person, although there is a guardian', async () => {
      const out = outOf('ines');
      await exportPerson(host, { login: 'pupil', out });
      const json = (await readZip(out)).get('data.json') ?? '';
      expect(JSON.parse(json)).toMatchObject({ volee: { kinships: [{ as: 'child' }, { as: 'child' }] } });
      expect(json).not.toMatch(/sophie|luc|guardian/i);
    });

    test('a brick that fails leaves no file, and a lost content keeps nobody from the others', async () => {
      stubborn.refuse(await ids.person('teacher'));
      const out = outOf('claire');
      await expect(exportPerson(host, { login: 'teacher', out })).rejects.toThrow(
        `stubborn could not give out what it keeps in ${SCHOOL} (the drawer is stuck); nothing was written.`,
      );
      stubborn.refuse(undefined);
      const { dataSource } = host.database;
      const [file] = await dataSource.getRepository('file_share_node').findBy({ name: 'claire.txt' });
      const [content] = await dataSource
        .getRepository('file_share_content')
        .findBy({ id: file?.['contentId'] as string });
      await host.storage.forSchool('file-share', SCHOOL).remove(String(content?.['storageKey']));
      expect(existsSync(out)).toBe(false);
      const lost = `files/file-share/${SCHOOL}/1-claire.txt`;
      expect(await exportPerson(host, { login: 'teacher', out })).toMatchObject({ files: 2, lost: [lost] });
      const own = outOf('claire-own');
      writeFileSync(own, Buffer.from(await (await takeOwn('teacher')).arrayBuffer()));
      for (const zip of [out, own]) {
        const { 'data.json': json = '', ...files } = Object.fromEntries(await readZip(zip));
        expect(JSON.parse(json)).toMatchObject({ lost: [lost] });
        expect(files).toEqual({
          [`${lost} (abîmé, damaged).txt`]: expect.stringMatching(
            /est abîmé sur le serveur[^]*is damaged on the server/,
          ),
          [`files/file-share/${SCHOOL}/2-claire-for-cm1.txt`]: 'claire-for-cm1',
        });
      }
      // The browser sees the end of the answer before the line of the journal is written.
      const journal = host.database.dataSource.getRepository('core_audit');
      const failures = (): Promise<object[]> => journal.findBy({ outcome: 'failed' });
      await waitUntil('the failure is in the journal', async () => (await failures()).length >= 1);
      expect(await failures()).toEqual([expect.objectContaining({ action: 'core.person.export' })]);
    });

    test('an unknown person and an existing file are reported', async () => {
      await expect(exportPerson(host, { login: 'nobody', out: outOf('nobody') })).rejects.toThrow(
        /^No person has the login/,
      );
      await expect(exportPerson(host, { login: 'pupil', out: outOf('paul') })).rejects.toThrow(/is there already/);
      expect((await readZip(outOf('paul'))).size).toBe(3);
    });
  });

  describe(`a school closes, on ${database.name}`, () => {
    let lou = '';

    test('T7: no data of the school is left, all data of the other one and the persons stay', async () => {
      const { state } = await host.sync.run(files, new AbortController().signal);
      expect(state).toBe('applied');
      lou = (await host.directory.personByLogin(files.name, 'file-lou'))?.id ?? '';
      await host.sessions.open('lou', lou, 'ST-lou');
      const lastSchools = host.database.dataSource.getRepository('core_last_school');
      await lastSchools.upsert({ personId: await ids.person('guardianInBothSchools'), uai: SCHOOL }, ['personId']);
      await host.sessions.open('both', await ids.person('guardianInBothSchools'), 'ST-both', {
        uai: SCHOOL,
        provenAt: 7,
      });
      const job = { id: 'job', brick: 'file-share', uai: SCHOOL, name: 'send', data: {}, tries: 0 };
      await host.database.dataSource
        .getRepository('core_job')
        .insert({ ...job, createdAt: clock.now(), dueAt: clock.now() });
      expect(await closeSchool(host, SCHOOL)).toEqual({ name: 'École des Lilas', left: 1, leftovers: [] });

      const { dataSource } = host.database;
      for (const entity of [...coreSchema.entities, ...(fileShare.manifest.entities ?? [])]) {
        const rows = await dataSource.getRepository(entity).find();
        const held = rows.filter((row) => JSON.stringify(row).includes(SCHOOL));
        const { tableName } = dataSource.getMetadata(entity);
        // The audit trail keeps what was done there.
        if (tableName === 'core_audit') continue;
        expect([tableName, held]).toEqual([tableName, []]);
      }
      const inBoth = { personId: await ids.person('guardianInBothSchools') };
      const sessions = await dataSource.getRepository('core_session').findBy(inBoth);
      expect(sessions.map(({ data }: { data?: unknown }) => data)).toContainEqual({ provenAt: 7 });
      const left = readdirSync(testHost.storageFolder, { recursive: true, withFileTypes: true });
      expect(left.filter((entry) => entry.isFile() && entry.parentPath.includes(SCHOOL))).toEqual([]);

      await testHost
        .as('teacherInBothSchools')
        .get(`/groups/${ids.sixthA}`, { school: OTHER_SCHOOL })
        .expect(200, /paul-there/);
      await testHost.as('teacher').get('/own').expect(404);
      expect(await host.directory.personByLogin('ldap', 'teacher')).toMatchObject({ displayName: 'Claire Vuillet' });
    });

    test('persons known from imports of this school only leave with it, because no sync would remove them', async () => {
      expect(await host.directory.person(lou)).toMatchObject({ disabled: true });
      const { dataSource } = host.database;
      expect(await dataSource.getRepository('core_external_id').findBy({ personId: lou })).toMatchObject([
        { source: files.name, login: null, leftAt: clock.now() },
      ]);
      expect(await dataSource.getRepository('core_session').countBy({ personId: lou })).toBe(0);
      const ends = await dataSource.getRepository('core_audit').findBy({ action: 'core.session.end' });
      expect(ends.map(({ subject }: { subject?: unknown }) => subject)).toContainEqual({
        ...{ person: lou, sessions: 1, reason: 'schoolClosed' },
      });
      for (const login of ['file-zoe', 'file-remi']) {
        expect(await host.directory.personByLogin(files.name, login)).toMatchObject({ disabled: false });
      }
      expect(await host.leavers.count()).toEqual({ left: 1, due: 0 });
    });

    test('a directory that still lists the school creates it again, empty', async () => {
      await expect(closeSchool(host, SCHOOL)).rejects.toThrow(/^The school 0390001X does not exist/);
      await host.sync.run(testHostSource, new AbortController().signal);
      await testHost.as('teacher').get('/own').expect(404);
      await host.activations.enable(SCHOOL, 'file-share', 'cli');
      await testHost
        .as('teacher')
        .get('/own')
        .expect(200)
        .expectNot(/claire\.txt/);
    });

    test('a person that left with the school is erased after the usual delay', async () => {
      clock.advance(61 * 86_400_000);
      expect(await host.leavers.erase('clock')).toMatchObject({ persons: [lou], kept: [] });
      expect(await host.directory.person(lou)).toBeUndefined();
    });
  });
}
