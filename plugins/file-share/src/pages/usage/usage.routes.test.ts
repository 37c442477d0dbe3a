// SPDX-License-Identifier: EUPL-1.2
import { bothDatabases, onceInQuickRun, OTHER_SCHOOL, SCHOOL } from '@volee/core-adapter/testing';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { groupSpace, holderOf } from '../../store/space-ref.js';
import { NodeRow } from '../../store/node.entity.js';
import { SpaceRow } from '../../store/space.entity.js';
import { spacePlace, trashBytes } from '../../domain/quota/space-place.js';

const quota = { class: '1GB', school: '4GB' };
const drives = await Promise.all(
  bothDatabases().map(async (database) => ({
    name: database.name,
    drive: await startDrive({ database, settings: { maxFileSize: '1GB', quota } }),
  })),
);

describe.each(drives)('the place used on $name', ({ name, drive: { host, tables } }) => {
  const testOnce = onceInQuickRun({ name });
  const { cm1, cm2, sixthA } = host.ids;
  const head = host.as('head');
  const move = (from: string, to: string, bytes: string) => head.post('/usage').form({ from, to, bytes });
  const quotaOf = async (groupId: string): Promise<number | null | undefined> =>
    (
      await tables(SCHOOL)
        .repository(SpaceRow)
        .findOne({ where: { holder: holderOf(groupSpace(groupId)) } })
    )?.quotaBytes;

  testOnce('a head sees sizes and no names; nobody else, and no other school', async () => {
    await host
      .as('teacher')
      .post(`/groups/${cm1}/files`)
      .files({ 'secret.txt': 'x'.repeat(2_000) })
      .expect(303);
    await host
      .as('teacher')
      .post('/own/files')
      .files({ 'mien.txt': 'x'.repeat(500) })
      .expect(303);
    await head.get('/school').expect(200, /href="[^"]+\/usage"/);
    await head
      .get('/usage')
      .expect(200, /4,5\sko pris sur 4\sGo[^]*Fichiers personnels[^]*1,5\sko[^]*CM1[^]*3\sko pris sur 1\sGo[^]*CM2/)
      .expectNot(/secret|mien/);
    for (const role of ['pupil', 'guardian', 'teacher', 'staff'] as const)
      await host.as(role).get('/usage').expect(403);
    await host
      .as('headOfOtherSchool')
      .get('/usage', { school: OTHER_SCHOOL })
      .expect(200, /0\soctets? pris sur 4/)
      .expectNot(/CM1/);
  });

  test('room moves between classes, who together have what they had; what is taken stays', async () => {
    await move(cm2, cm1, '500000000').expect(303);
    await head.get('/usage').expect(200, /500\sMo de place sont passés de CM2 à CM1\.[^]*sur 1,5\sGo/);
    expect([await quotaOf(cm1), await quotaOf(cm2)]).toEqual([1.5e9, 0.5e9]);

    const spaces = tables(SCHOOL).repository(SpaceRow);
    await spaces.update({ holder: holderOf(groupSpace(cm2)) }, { usedBytes: 300e6 });
    const tooFew = /CM2 n’a que 200\sMo de libre, et ne peut céder 500\sMo/;
    await move(cm2, cm1, '500000000').expect(400, tooFew);
    await move(cm2, cm1, '100000000').expect(303);
    expect([await quotaOf(cm1), await quotaOf(cm2)]).toEqual([1.6e9, 0.4e9]);

    await move(cm1, cm1, '100000000').expect(303);
    await head.get('/usage').expect(200, /Rien n’a changé\s: c’est deux fois la même classe/);
    await move(sixthA, cm1, '100000000').expect(400, /Choisissez deux classes/);
    await move(cm2, cm1, '-100000000').expect(400, /Choisissez deux classes/);
    expect([await quotaOf(cm1), await quotaOf(cm2)]).toEqual([1.6e9, 0.4e9]);
    await spaces.update({ holder: holderOf(groupSpace(cm2)) }, { usedBytes: 0 });
  });

  // It goes on from the room that was moved in the test before.
  test('of ten heads that take the last room of a class at once, as many get some as there is', async () => {
    const taken = Array.from({ length: 10 }, () => move(cm2, cm1, '100000000'));
    const statuses = (await Promise.all(taken.map((one) => one))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 303, 303, 303, 400, 400, 400, 400, 400, 400]);
    expect([await quotaOf(cm1), await quotaOf(cm2)]).toEqual([2e9, 0]);
    // The journal agrees with the rows: all that CM1 has beyond the quota of a class was moved by a line.
    const lines = await host.host.database.dataSource.query<{ subject: string }[]>(
      `SELECT subject FROM core_audit WHERE action = 'files.roomMoved' AND outcome = 'done'`,
    );
    const moved = lines.map(({ subject }) => (JSON.parse(subject) as { bytes: number }).bytes);
    expect(moved.reduce((sum, bytes) => sum + bytes, 0)).toBe(1e9);
    // A class without room takes nothing more, and its page says so.
    await host.as('teacherOfOtherClass').post(`/groups/${cm2}/files`).files({ 'a.txt': 'a' }).expect(413);
  });

  testOnce('the place of a space counts its trash', async () => {
    const db = tables(SCHOOL);
    const space = await db.repository(SpaceRow).findOne({ where: { holder: holderOf(groupSpace(cm1)) } });
    const user = { profiles: ['teacher'] as const };
    const quotas = { pupil: 1, teacher: 2, class: 3, school: 4 };
    const of = { spaceId: space?.id ?? '', spaceKind: 'group' as const };
    expect(await spacePlace(of, { db, quotas, user })).toMatchObject({
      usedBytes: 3_000,
      quotaBytes: 2e9,
      mostNodes: 50_000,
    });

    const root = await db.repository(NodeRow).findOne({ where: { parentId: of.spaceId, foldedName: '' } });
    const put = { trashedAt: host.clock.now(), trashedFrom: root?.id ?? '' };
    await db.repository(NodeRow).update({ groupId: cm1, name: 'secret.txt' }, put);
    expect(await trashBytes(of.spaceId, { db })).toBe(3_000);
  });
});
