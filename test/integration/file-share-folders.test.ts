// SPDX-License-Identifier: EUPL-1.2
import { Readable } from 'node:stream';
import { coreSchema, drift, migrate, rollback } from '@volee/core-adapter/host';
import { bothDatabases, OTHER_SCHOOL, SCHOOL, startTestHost } from '@volee/core-adapter/testing';
import fileShare from '@volee/file-share';

const { id, entities, migrations } = fileShare.manifest;
const owner = { id, entities, migrations };
/** The migrations that make folders of the one list of 0.1. */
const toFolders = { ...owner, migrations: migrations.slice(4) };

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `0b0e7a52-5d0f-4c4e-8f0e-0000000000${String(index).padStart(2, '0')}`);

for (const kind of bothDatabases()) {
  const fresh = await kind.fresh();
  // This database is dropped with the host.
  const drive = await startTestHost({ bricks: [fileShare], database: { ...kind, fresh: async () => fresh } });
  const { host } = drive;
  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> => host.database.dataSource.query(sql, values);

  describe(`files of 0.1 become folders, on ${kind.name}`, () => {
    const [lesson = '', twice = '', upper = '', long = '', mine = '', hers = '', there = ''] = ids(7);
    const LONG = `${'É'.repeat(195)}.pdf`;

    beforeAll(async () => {
      await rollback(fresh.url, toFolders);
      const [teacher, pupil] = [await drive.ids.person('teacher'), await drive.ids.person('pupil')];
      const store = async (school: string, content: string): Promise<unknown[]> => {
        const stored = await host.storage.forSchool(id, school).store(Readable.from([content]), { maxBytes: 1_000 });
        return [stored.bytes, stored.key, stored.sha256];
      };
      const insert = async (
        row: string,
        school: string,
        space: unknown[],
        name: string,
        content: string,
        addedBy: unknown,
      ): Promise<unknown> => {
        const [bytes, key, sha256] = await store(school, content);
        const values = [
          row,
          school,
          ...space,
          addedBy,
          name,
          bytes,
          key,
          sha256,
          '2026-11-20 10:00:00.123',
          `p${row}`,
          null,
        ];
        return query(
          `INSERT INTO file_share_file (id, school, groupId, ownerId, addedBy, name, bytes, storageKey, sha256, addedAt, place, uploadMark)
           VALUES (${values.map(() => '?').join(', ')})`,
          values,
        );
      };
      const { cm1, cm2, sixthA } = drive.ids;
      await insert(lesson, SCHOOL, [cm1, null], 'Leçon 10.pdf', 'the lesson', teacher);
      await insert(twice, SCHOOL, [cm2, null], 'Leçon 10.pdf', 'the lesson', null);
      await insert(upper, SCHOOL, [cm1, null], 'ÉRUPTION.MP4', 'the volcano', teacher);
      await insert(long, SCHOOL, [cm1, null], LONG, 'a long name', teacher);
      await insert(mine, SCHOOL, [null, teacher], 'Leçon 10.pdf', 'the lesson', teacher);
      await insert(hers, SCHOOL, [null, pupil], 'Mon cahier.odt', 'a notebook', pupil);
      await insert(there, OTHER_SCHOOL, [sixthA, null], 'Leçon 10.pdf', 'the lesson', null);
      await migrate(fresh.url, [coreSchema, owner]);
    });

    test('each is found under its id in the root of its space, with its content', async () => {
      expect(await drift(fresh.url, [coreSchema, owner])).toEqual([]);
      const teacher = drive.as('teacher');
      await teacher.get(`/groups/${drive.ids.cm1}`).expect(200, /ÉRUPTION\.MP4[^]*Leçon 10\.pdf/);
      for (const [file, content] of [
        [lesson, 'the lesson'],
        [upper, 'the volcano'],
        [long, 'a long name'],
        [mine, 'the lesson'],
      ] as const) {
        const { text } = await teacher.get(`/files/${file}`).expect(200);
        expect(text).toBe(content);
      }
      const old = await teacher.get(`/groups/${drive.ids.cm1}/files/${lesson}`).expect(303);
      expect(old.headers.get('location')).toMatch(new RegExp(`/files/${lesson}$`));
      await drive.as('pupil').get(`/own/files/${hers}`).expect(303);
      await drive
        .as('pupil')
        .get(`/files/${hers}`)
        .expect(200, /a notebook/);
      await drive.as('pupil').get(`/files/${mine}`).expect(404);
      await drive.as('pupil').get(`/files/${twice}`).expect(404);
      await drive
        .as('teacherInBothSchools')
        .get(`/files/${there}`, { school: OTHER_SCHOOL })
        .expect(200, /the lesson/);
      await teacher.get(`/files/${there}`).expect(404);
    });

    test('content that was stored twice is kept once in a school, and folders and spaces count what is in them', async () => {
      const contents = await query<{ school: string; refs: number }>(
        'SELECT school, refs FROM file_share_content WHERE bytes = ? AND refs > 0 ORDER BY school, refs',
        ['the lesson'.length],
      );
      // « a notebook » is as long.
      expect(contents).toEqual([
        { school: SCHOOL, refs: 1 },
        { school: SCHOOL, refs: 3 },
        { school: OTHER_SCHOOL, refs: 1 },
      ]);
      const roots = await query<{ files: number; bytes: unknown; usedBytes: unknown; kind: string }>(
        `SELECT n.files, n.bytes, s.usedBytes, s.kind FROM file_share_node n JOIN file_share_space s ON s.id = n.spaceId
         WHERE n.foldedName = '' ORDER BY n.files, s.kind, n.bytes`,
      );
      expect(
        roots.map(({ kind: of, files, bytes, usedBytes }) => [of, files, Number(bytes), Number(usedBytes)]),
      ).toEqual([
        ...[
          ['group', 1, 10, 1_010],
          ['group', 1, 10, 1_010],
        ],
        ...[
          ['own', 1, 10, 1_010],
          ['own', 1, 10, 1_010],
        ],
        ['group', 3, 32, 3_032],
      ]);
    });

    test('what is put there afterwards does not take a name that differs in case alone', async () => {
      await drive.as('teacher').post(`/groups/${drive.ids.cm1}/files`).files({ 'éruption.mp4': 'another' }).expect(303);
      await drive
        .as('teacher')
        .get(`/groups/${drive.ids.cm1}`)
        .expect(200, /éruption \(2\)\.mp4/);
    });

    test('F11: folders and files that were there are counted, in the trash as well, and each takes 1 kB', async () => {
      const counts = { ...owner, migrations: migrations.slice(6) };
      const teacher = drive.as('teacher');
      const root = `SELECT id FROM file_share_node WHERE parentId IN (SELECT id FROM file_share_space WHERE holder = ?) AND name = ''`;
      const [space] = await query<{ id: string }>(root, [`group:${drive.ids.cm1}`]);
      await teacher.post(`/folders/${space?.id}/folders`).form({ name: 'Leçons' }).expect(303);
      const [lessons] = await query<{ id: string }>("SELECT id FROM file_share_node WHERE name = 'Leçons'");
      await teacher.post(`/folders/${lessons?.id}/folders`).form({ name: 'Vide' }).expect(303);
      const dotted = 'İ'.repeat(200);
      await teacher
        .post(`/folders/${lessons?.id}/files`)
        .files({ [dotted]: 'x' })
        .expect(303);
      await teacher.post('/picked').form({ action: 'trash', ids: upper }).expect(303);
      const state = (): Promise<object[]> =>
        query(
          `SELECT n.id, n.nodes, n.foldedName, s.nodes AS inSpace, s.usedBytes + 0 AS used
           FROM file_share_node n JOIN file_share_space s ON s.id = n.spaceId ORDER BY n.id`,
        );
      const totals = (): Promise<object[]> =>
        query("SELECT school, usedBytes + 0 AS used FROM file_share_space WHERE kind = 'total' ORDER BY school");
      const before = [await state(), await totals()];

      await rollback(fresh.url, counts);
      const [class_] = await query<{ usedBytes: unknown }>('SELECT usedBytes FROM file_share_space WHERE holder = ?', [
        `group:${drive.ids.cm1}`,
      ]);
      expect(Number(class_?.usedBytes)).toBeLessThan(1_000);
      // The name as it was written before: in lower case, and cut.
      const folded = Array.from('i\u0307'.repeat(200)).slice(0, 255).join('');
      await query('UPDATE file_share_node SET foldedName = ? WHERE name = ?', [folded, dotted]);
      await migrate(fresh.url, [coreSchema, owner]);
      expect(await drift(fresh.url, [coreSchema, owner])).toEqual([]);
      expect([await state(), await totals()]).toEqual(before);
      await teacher
        .post(`/folders/${lessons?.id}/files`)
        .files({ [dotted]: 'y' })
        .expect(303);
      // The fixture has stored some contents twice.
      const { value } = await drive.command('files verify');
      const { schools } = value as { schools: { faults: { kind: string }[] }[] };
      expect(schools.flatMap(({ faults }) => faults).filter(({ kind }) => kind !== 'tooMuch')).toEqual([]);
    });

    test('going back is refused while there are files, with the way out', async () => {
      await expect(rollback(fresh.url, toFolders)).rejects.toThrow(/restore the backup/);
      // The later migrations were reverted before it.
      await migrate(fresh.url, [coreSchema, owner]);
      expect(await drift(fresh.url, [coreSchema, owner])).toEqual([]);
    });
  });
}
