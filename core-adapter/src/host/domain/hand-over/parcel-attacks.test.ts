// SPDX-License-Identifier: EUPL-1.2
import { ConflictError, NotFoundError } from '../../../api/errors.js';
import { person } from '../../../testing/directory-records.js';
import { OTHER_SCHOOL, SCHOOL } from '../../../testing/sample-directory.js';
import { startTestHost } from '../../../testing/start-test-host.js';
import { onceInQuickRun } from '../../../testing/full-run.js';
import { bothDatabases } from '../../../testing/test-databases.js';
import { AuditLine } from '../audit/audit-line.entity.js';
import { copiesBrick, copiesIn, handOverOf, offerOf, parcelsOf, syncAgain } from './copies-for-tests.js';

const hosts = await Promise.all(
  bothDatabases().map(async (database) => {
    const records = [person('lou', 'pupil', SCHOOL, 'Lou', 'Marin')];
    return { name: database.name, host: await startTestHost({ bricks: [copiesBrick()], database, records }) };
  }),
);

describe.each(hosts)('parcels on $name', ({ name, host }) => {
  const testOnce = onceInQuickRun({ name });
  const offered = async (key: string): Promise<string> => {
    await (await handOverOf(host)).offer(offerOf(await host.ids.login('lou'), { key, content: { text: key } }));
    return (await parcelsOf(host)).find((row) => row.key === key)?.id ?? '';
  };

  testOnce('T3, T8: are for heads alone, whatever the route', async () => {
    const id = await offered('heads');
    const form = { pupilId: await host.ids.person('pupil'), key: 'k', text: 't', ids: id };
    for (const role of ['teacher', 'guardian', 'pupil', 'staff'] as const) {
      for (const path of ['/sent', '/offered', '/schools']) await host.as(role).get(path).expect(403);
      for (const path of ['/offer', '/recall', '/accept', '/refuse'])
        await host.as(role).post(path).form(form).expect(403);
    }
    await host
      .as('head')
      .get('/sent')
      .expect(200, /"heads"/);
    await host
      .as('headOfOtherSchool')
      .get('/offered')
      .expect(200, /Lou Marin/);
    const list = await (await handOverOf(host, 'headOfOtherSchool')).offered();
    expect(JSON.stringify(list)).not.toMatch(/"text"|content|witnesses|birth/);
  });

  testOnce('T1, T4: of another school are not found, and nothing is changed', async () => {
    const id = await offered('foreign');
    const post = async (role: 'head' | 'headOfOtherSchool', path: string, ids: string): Promise<void> =>
      void (await host.as(role).post(path).form({ ids }).expect(404));
    await post('headOfOtherSchool', '/recall', id);
    await post('head', '/accept', id);
    await post('head', '/refuse', id);
    await post('headOfOtherSchool', '/accept', `${id} ${id.replace(/.$/, '0')}0`);
    await post('headOfOtherSchool', '/accept', '');
    expect(await parcelsOf(host)).toContainEqual(expect.objectContaining({ id, state: 'offered' }));
  });

  testOnce('T1: are about pupils of the school, now or before', async () => {
    const from = await handOverOf(host);
    const offer = async (personId: string, to = OTHER_SCHOOL): Promise<void> =>
      from.offer(offerOf(personId, { to, key: 'stranger' }));
    for (const role of ['pupilOfOtherSchool', 'guardian', 'teacher'] as const)
      await expect(offer(await host.ids.person(role))).rejects.toThrow(NotFoundError);
    await expect(offer('nobody')).rejects.toThrow(NotFoundError);
    await expect(offer(await host.ids.person('pupil'), '0399999Z')).rejects.toThrow(NotFoundError);
    await expect(offer(await host.ids.person('pupil'), SCHOOL)).rejects.toThrow('to itself');
    expect((await parcelsOf(host)).filter(({ key }) => key === 'stranger')).toEqual([]);
    await syncAgain(host, { more: [{ ...person('lou', 'pupil', OTHER_SCHOOL, 'Lou', 'Marin') }] });
    await offer(await host.ids.login('lou'));
  });

  testOnce('with an invalid key, content or date are refused in one sentence', async () => {
    const from = await handOverOf(host);
    const offer = async (changes: object): Promise<void> =>
      from.offer(offerOf(await host.ids.person('pupil'), changes));
    await expect(offer({ key: '' })).rejects.toThrow('1 to 190 characters');
    await expect(offer({ key: 'k'.repeat(191) })).rejects.toThrow('not 191');
    await expect(offer({ content: { text: 'é'.repeat(30_000) } })).rejects.toThrow('has 60011 bytes');
    await expect(offer({ content: { text: 3 } })).rejects.toThrow('would not receive');
    await expect(offer({ answerBy: host.clock.now() })).rejects.toThrow('in the future');
    await expect(offer({ until: new Date('2026-12-01T00:00:00Z') })).rejects.toThrow('before the copy ends');
    const twice = offerOf(await host.ids.person('pupil'));
    await expect(from.offer([twice, twice])).rejects.toThrow('same pupil and key');
    await expect((await handOverOf(host, 'headOfOtherSchool')).refuse([], 'x'.repeat(501))).rejects.toThrow('501');
    await offer({ key: 'large', content: { text: 'é'.repeat(29_994) } });
  });

  test('accepted twice, or recalled at the same time, have one outcome each', async () => {
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    const outcomes = async (...works: Promise<void>[]): Promise<string[]> => {
      const settled = await Promise.allSettled(works);
      for (const each of settled) if (each.status === 'rejected') expect(each.reason).toBeInstanceOf(ConflictError);
      return settled.map(({ status }) => status).sort();
    };
    const twice = await offered('twice');
    expect(await outcomes(to.accept([twice]), to.accept([twice]))).toEqual(['fulfilled', 'rejected']);
    await expect(to.accept([twice])).rejects.toThrow('accepted meanwhile');
    await expect(to.refuse([twice], 'trop tard')).rejects.toThrow(ConflictError);

    const both = await offered('both');
    const settled = await Promise.allSettled([to.refuse([both], 'ailleurs'), from.recall(both)]);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);

    const some = [await offered('some'), await offered('others')];
    await from.recall(some[0] ?? '');
    await expect(to.accept(some)).rejects.toThrow('recalled meanwhile');
    expect(await parcelsOf(host)).toContainEqual(expect.objectContaining({ id: some[1], state: 'offered' }));
  });

  test('recalled while they are delivered are one or the other, each', async () => {
    const [from, to] = [await handOverOf(host), await handOverOf(host, 'headOfOtherSchool')];
    const keys = Array.from({ length: 12 }, (_, index) => `late${index}`);
    const ids: string[] = [];
    for (const key of keys) ids.push(await offered(key));
    await to.accept(ids);
    const [, ...recalls] = await Promise.allSettled([host.runJobs(), ...ids.map((id) => from.recall(id))]);
    await host.runJobs();
    const copies = new Set((await copiesIn(host, OTHER_SCHOOL)).map(({ key }) => key));
    const rows = new Map((await parcelsOf(host)).map((row) => [row.id, row.state]));
    const told = keys.map((key, index) => [rows.get(ids[index] ?? ''), copies.has(key)]);
    const isRecalled = recalls.map(({ status }) => status === 'fulfilled');
    expect(told).toEqual(isRecalled.map((recalled) => (recalled ? ['recalled', false] : ['delivered', true])));
  });

  testOnce('leave a line in the journal of both schools', async () => {
    const id = await offered('audited');
    await (await handOverOf(host, 'headOfOtherSchool')).accept([id]);
    await host.runJobs();
    const lines = await host.host.database.unitOfWork.run((manager) =>
      manager.find(AuditLine, { order: { id: 'ASC' } }),
    );
    const about = lines.filter(({ subject }) => JSON.stringify(subject).includes(id));
    const told = about.map(({ uai, action, outcome }) => `${uai ?? ''} ${action} ${outcome}`);
    expect(told.sort()).toEqual(
      ['offer', 'accept', 'deliver']
        .flatMap((verb) => [SCHOOL, OTHER_SCHOOL].map((uai) => `${uai} core.parcel.${verb} done`))
        .sort(),
    );
  });
});
