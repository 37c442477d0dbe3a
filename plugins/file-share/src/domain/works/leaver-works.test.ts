// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL, type Role } from '@volee/core-adapter/testing';
import { partPath } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { applyRecords, sampleRecords } from '../../testing/start/directory-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';

const DUE = { dueOn: '2026-11-25', dueAt: '16:00' };

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, now: new Date('2026-11-24T09:00:00Z') }),
  })),
);

describe.each(drives)(
  'works to read of a pupil who changes class, on $name',
  ({ drive: { host, tables, storage } }) => {
    const db = tables(SCHOOL);
    const tools = { db, storage: storage(SCHOOL), clock: host.clock };

    async function give(title: string, columns: Partial<WorkRow> = {}): Promise<string> {
      const fill = { 'Questions.odt': 'questions' };
      return (await giveWork({ groupId: host.ids.cm1, title, collects: false, fill, ...columns }, tools)).id;
    }

    /** The teacher saves the form of a work. Without `collects` the work is only to be read. */
    async function save(id: string, fields: Readonly<Record<string, string>>): Promise<void> {
      const { text } = await host.as('teacher').get(`/works/${id}/edit`).expect(200);
      const [, version = ''] = /name="version" value="([^"]*)"/.exec(text) ?? [];
      const [, title = ''] = /name="title"[^>]*value="([^"]*)"/.exec(text) ?? [];
      const form = { title, text: 'Lis.', for: 'class', ...fields, do: 'handOut', version };
      await host.as('teacher').post(`/works/${id}/edit`).form(form).expect(303);
    }

    /** Applies a sync that moves Inès to the CM2. @returns a function that applies the records from before */
    async function leave(): Promise<() => Promise<void>> {
      const records = await sampleRecords();
      const isHers = (one: (typeof records)[number]): boolean =>
        one.type === 'membership' && one.person === 'pupil' && one.group === 'cm1';
      await applyRecords(
        host,
        records.map((one) => (isHers(one) ? { ...one, group: 'cm2' } : one)),
      );
      return () => applyRecords(host, records);
    }

    const portalOf = async (role: Role): Promise<string> => (await host.as(role).get('/../').expect(200)).text;

    test('X4 stay to be read, and nothing else, when their teacher asks to hand them in before or after', async () => {
      const ines = await host.ids.person('pupil');
      const [after, before, twice] = [await give('Les volcans'), await give('Les marées'), await give('Le vent')];
      const page = (id: string): string => partPath(id, ines);
      for (const id of [after, before, twice]) await host.as('pupil').get(page(id)).expect(200);
      await save(before, { collects: 'true', ...DUE });
      await host
        .as('pupil')
        .get(page(before))
        .expect(200, /À rendre pour demain[^]*Commencer/);
      const comeBack = await leave();
      await save(after, { collects: 'true', ...DUE });
      await save(twice, { collects: 'true', ...DUE });
      await save(twice, {});
      for (const role of ['pupil', 'guardian'] as const) {
        await host
          .as(role)
          .get('/works')
          .expect(200, /Les volcans/)
          .expect(200, /Les marées/)
          .expect(200, /Le vent/)
          .expectNot(/demain|À rendre|Pas rendu|Commencer/);
        expect(await portalOf(role)).not.toMatch(/Les volcans|Les marées|nouveauté/);
      }
      for (const id of [after, before]) {
        await host
          .as('pupil')
          .get(page(id))
          .expect(200, /Rien à rendre ici[^]*Questions\.odt/)
          .expectNot(/demain|Commencer/);
        // A page from before offers to begin, and what was begun would be to hand in.
        await host
          .as('pupil')
          .post(page(id))
          .form({ action: 'start' })
          .expect(409, /Rien à rendre ici/)
          .expectNot(/demain|Commencer/);
        await host
          .as('guardian')
          .get(page(id))
          .expect(200)
          .expectNot(/demain/);
      }
      expect((await db.repository(WorkPupilRow).find({ where: { pupilId: ines } })).map(({ state }) => state)).toEqual([
        ...['given', 'given', 'given'],
      ]);
      await comeBack();
      for (const id of [after, before])
        await host
          .as('pupil')
          .get(page(id))
          .expect(200, /À rendre pour demain/);
      expect(await portalOf('pupil')).toMatch(/Les volcans/);
    });

    test('X4 are those that were shown to be read: not one that was shown while it was to be handed in', async () => {
      const ines = await host.ids.person('pupil');
      const [exercise, read] = [
        await give('Un exercice', { collects: true }),
        await give('Une leçon', { collects: true }),
      ];
      for (const id of [exercise, read]) await host.as('pupil').get(partPath(id, ines)).expect(200);
      await save(read, {});
      await host
        .as('guardian')
        .get('/works')
        .expect(200, /Une leçon/);
      await save(read, { collects: 'true' });
      const comeBack = await leave();
      await save(exercise, {});
      await host.as('pupil').get(partPath(exercise, ines)).expect(404);
      await host
        .as('pupil')
        .get(partPath(read, ines))
        .expect(200, /Rien à rendre ici/);
      await comeBack();
    });
  },
);
