// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, SCHOOL } from '@volee/core-adapter/testing';
import { classWorksPath, workPath } from '../../paths.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork, partRow } from '../../testing/start/work-for-tests.js';

const HOUR = 3_600_000;

const drives = await Promise.all(
  bothDatabases().map(async (database) => ({ name: database.name, drive: await startDrive({ database }) })),
);

describe.each(drives)('the works to correct on $name', ({ drive: { host, tables, storage } }) => {
  const tools = { db: tables(SCHOOL), storage: storage(SCHOOL), clock: host.clock };
  const inHours = (hours: number): Date => new Date(host.clock.now().getTime() + hours * HOUR);

  async function give(title: string, dueAt: Date | null, pupils: readonly Partial<WorkPupilRow>[]): Promise<WorkRow> {
    const work = await giveWork({ groupId: host.ids.cm1, title, dueAt }, tools);
    for (const [place, columns] of pupils.entries()) {
      const row = await partRow(work, await host.ids.person(place === 0 ? 'pupil' : 'classmate'), tools);
      await tools.db
        .repository(WorkPupilRow)
        .update({ id: row.id }, { state: 'handedIn', handedInAt: inHours(-30), ...columns });
    }
    return work;
  }

  async function textOf(path: string): Promise<string> {
    const { text } = await host.as('teacher').get(path).expect(200);
    return text
      .replace(/<svg[^]*?<\/svg>/g, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');
  }

  test('are one number on the portal, beside the brick and on the page of the class', async () => {
    const takenBackAt = inHours(-26);
    await give('Due', inHours(-1), [{}, {}]);
    await give('Not due yet', inHours(20), [{}, { takenBackAt }]);
    await give('Prepared', inHours(-1), [{ ready: 'corrected', prepared: 'Bravo' }, {}]);
    const oldest = await give('Taken back and due', inHours(-25), [{ takenBackAt }, { ready: 'again', takenBackAt }]);
    await give('All prepared', null, [{ ready: 'corrected' }]);
    await give('Given back', null, [{ state: 'corrected', givenBackAt: inHours(-1) }]);

    const portal = await textOf('/../');
    const page = await textOf(classWorksPath(host.ids.cm1));
    expect({
      portal: Number(/CM1 : (\d+) travaux à corriger/.exec(portal)?.[1]),
      badge: Number(/Travaux (\d+) nouveautés/.exec(portal)?.[1]),
      page: [...page.matchAll(/, (\d+) à corriger/g)].reduce((sum, [, count]) => sum + Number(count), 0),
    }).toEqual({ portal: 5, badge: 5, page: 5 });
    for (const work of [
      '2 pour « Due »',
      '1 pour « Not due yet »',
      '1 pour « Prepared »',
      '1 pour « Taken back and due »',
    ]) {
      expect(portal.replace(/\u00a0/g, ' ')).toContain(work);
    }
    expect(portal).toMatch(/CM1 : 3 travaux prêts à redonner/);
    for (const work of ['1 pour « Prepared »', '1 pour « All prepared »'])
      expect(portal.replace(/\u00a0/g, ' ').split('prêts à redonner')[1]).toContain(work);
    expect(portal).not.toMatch(/Given back/);
    // Each line leads to the work that was due first, and not to the list of the class.
    const { text } = await host.as('teacher').get('/../').expect(200);
    for (const act of ['Corriger', 'Redonner'])
      expect(text).toMatch(new RegExp(`href="[^"]*${workPath(oldest.id)}"[^>]*>\\s*${act}`));
  });
});
