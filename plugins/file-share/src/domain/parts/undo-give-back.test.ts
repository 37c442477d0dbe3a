// SPDX-License-Identifier: EUPL-1.2
import { OTHER_SCHOOL, SCHOOL, testDatabases, type Role } from '@volee/core-adapter/testing';
import { NodeRow } from '../../store/node.entity.js';
import { WorkPupilRow } from '../../store/work-pupil.entity.js';
import { WorkRoundRow } from '../../store/work-round.entity.js';
import type { WorkRow } from '../../store/work.entity.js';
import { exampleFile } from '../../testing/examples/example-node-for-tests.js';
import { startDrive } from '../../testing/start/drive-for-tests.js';
import { giveWork } from '../../testing/start/work-for-tests.js';
import { putPart } from '../../testing/start/works-for-tests.js';
import { openPartFolder } from '../works/work-folders.js';
import { showRows } from './note-shown.js';

const started = await Promise.all(
  testDatabases().map(async (database) => {
    const drive = await startDrive({ database });
    const { person } = drive.host.ids;
    return { name: database.name, drive, ines: await person('pupil'), zoe: await person('classmate') };
  }),
);

describe.each(started)('taking a correction back on $name', ({ drive: { host, tables, storage }, ines, zoe }) => {
  const db = tables(SCHOOL);
  const tools = { db, storage: storage(SCHOOL), clock: host.clock };
  const teacher = host.as('teacher');
  const parts = db.repository(WorkPupilRow);
  let count = 0;

  /** A work that these pupils have handed in with a file, and their teacher corrected with a word and a file. */
  async function corrected(pupilIds: readonly string[]): Promise<{ readonly work: WorkRow; readonly word: string }> {
    count += 1;
    const word = `Bravo ${count}`;
    const work = await giveWork({ groupId: host.ids.cm1, title: `Volcan ${count}` }, tools);
    for (const pupilId of pupilIds) {
      const handedIn = { state: 'handedIn' as const, handedInAt: host.clock.now(), word: 'Voilà.' };
      const part = await putPart(db, work, pupilId, { ...handedIn, prepared: word, ready: 'corrected' });
      for (const kind of ['own', 'back'] as const) {
        const about = { db, storage: storage(SCHOOL), personId: pupilId, marker: `${kind} ${pupilId} ${count}` };
        const folder = await openPartFolder(part, kind, tools);
        await exampleFile(about as Parameters<typeof exampleFile>[0], folder, { name: `${kind}.txt` });
      }
    }
    return { work, word };
  }

  /** Gives back what is ready. @returns the fields of the form that the notice carries */
  async function giveAll({ id }: WorkRow): Promise<{ do: string; at: string }> {
    const giver = host.as('teacher');
    await giver.post(`/works/${id}`).form({ do: 'giveBack' }).expect(303);
    const { text } = await giver.get(`/works/${id}`).expect(200);
    const [notice = ''] = /<div class="v-notice">.*?<\/form>/s.exec(text) ?? [];
    const [, at = ''] = /name="at" value="([^"]*)"/.exec(notice) ?? [];
    return { do: 'undoGiveBack', at };
  }

  const filesOf = async (kind: string, work: WorkRow, pupilId = ines): Promise<NodeRow[]> => {
    const part = await parts.findOne({ where: { workId: work.id, pupilId } });
    const folder = await db.repository(NodeRow).findOne({ where: { parentId: part?.id ?? '', foldedName: kind } });
    return db.repository(NodeRow).find({ where: { parentId: folder?.id ?? '' } });
  };

  test('a correction that nobody was shown is as before giving it back, and can be given back again', async () => {
    const { work, word } = await corrected([ines]);
    const page = `/works/${work.id}/pupils/${ines}`;
    const before = await parts.findOne({ where: { workId: work.id } });
    const undo = { do: 'undo', at: (await giveAll(work)).at };
    expect((await filesOf('own', work)).map(({ readers }) => readers)).toEqual(['families']);
    await teacher.get(page).expect(200, /Ni Inès ni sa famille n’ont encore vu cette correction[^]*value="undo"/);
    const strangers = ['guardian', 'pupil', 'head', 'teacherOfOtherClass'] as const;
    const answers = strangers.map(async (one) => (await host.as(one).post(`${page}/give-back`).form(undo)).status);
    expect(await Promise.all(answers)).toEqual([403, 403, 404, 404]);
    const elsewhere = host.asLogin('teacherInBothSchools', OTHER_SCHOOL);
    await elsewhere.post(`${page}/give-back`).form(undo).expect(404);
    await teacher.post(`${page}/give-back`).form(undo).expect(303);
    await teacher
      .get(page)
      .expect(200, new RegExp(`C’est annulé[^]*${word}`))
      .expectNot(/value="undo"/);
    expect(await parts.findOne({ where: { workId: work.id } })).toEqual({ ...before, revision: 2 });
    expect(await db.repository(WorkRoundRow).count({ where: { workId: work.id } })).toBe(0);
    expect((await filesOf('own', work)).map(({ readers }) => readers)).toEqual(['pupils']);
    const [back] = await filesOf('back', work);
    expect(back?.readers).toBe('teachers');
    await host.as('pupil').get(page).expect(200).expectNot(new RegExp(word));
    await host.as('pupil').get(`${page}/files/${back?.id}`).expect(404);
    const lines: unknown[] = await host.host.database.dataSource.query(
      `SELECT subject FROM core_audit WHERE action = 'part.undoGiveBack' AND outcome = 'done'`,
    );
    expect(JSON.stringify(lines)).toContain(work.id);

    await giveAll(work);
    await host.as('pupil').get(page).expect(200, new RegExp(word));
  });

  const PAGES: readonly (readonly [string, Role, (work: WorkRow, file: string) => string])[] = [
    ['the page of the pupil', 'pupil', ({ id }) => `/works/${id}/pupils/${ines}`],
    ['the page of a guardian', 'guardian', ({ id }) => `/works/${id}/pupils/${ines}`],
    ['the list of the pupil', 'pupil', () => '/works'],
    ['the list of a guardian', 'guardian', () => `/works?child=${ines}`],
    ['the portal of the pupil', 'pupil', () => '/../'],
    ['the portal of a guardian', 'guardian', () => '/../'],
    ['the works of all children', 'guardian', () => '/../../../enfants/file-share'],
    ['a found work', 'pupil', ({ title }) => `/search?q=${encodeURIComponent(title)}`],
    ['a file', 'pupil', ({ id }, file) => `/works/${id}/pupils/${ines}/files/${file}`],
    ['a file for a guardian', 'guardian', ({ id }, file) => `/works/${id}/pupils/${ines}/files/${file}`],
    ['the zip of the pupil', 'pupil', () => '/own/take-all'],
    ['the zip of a guardian', 'guardian', () => `/children/${ines}/take-all`],
  ];

  test.each(PAGES)('a correction stays once it was shown by %s', async (_name, reader, address) => {
    // The portal tells the last correction alone.
    host.clock.advance(1_000);
    const { work, word } = await corrected([ines]);
    const { at } = await giveAll(work);
    const [back] = await filesOf('back', work);
    await host
      .as(reader)
      .get(address(work, back?.id ?? ''))
      .expect(200);
    const page = `/works/${work.id}/pupils/${ines}`;
    await teacher
      .get(page)
      .expect(200)
      .expectNot(/value="undo"/);
    await teacher
      .post(`${page}/give-back`)
      .form({ do: 'undo', at })
      .expect(409, /Trop tard/);
    await host.as('pupil').get(page).expect(200, new RegExp(word));
  });

  test('of several corrections, those that were shown stay, and the notice says from how many they were taken', async () => {
    const { work, word } = await corrected([ines, zoe]);
    const undo = await giveAll(work);
    await host.as('classmate').get('/works').expect(200, new RegExp(word));
    await teacher.post(`/works/${work.id}`).form(undo).expect(303);
    await teacher.get(`/works/${work.id}`).expect(200, /annulé pour 1 élève[^]*1 correction reste/);
    await host.as('pupil').get('/works').expect(200).expectNot(new RegExp(word));
    await host.as('classmate').get('/works').expect(200, new RegExp(word));
    await teacher.post(`/works/${work.id}`).form(undo).expect(303);
    await teacher.get(`/works/${work.id}`).expect(200, /Trop tard/);
  });

  test('a correction that its teacher has prepared anew since stays', async () => {
    const { work, word } = await corrected([ines]);
    const { at } = await giveAll(work);
    const page = `/works/${work.id}/pupils/${ines}/give-back`;
    await teacher.post(page).form({ answer: 'Mieux', next: 'again', revision: '1', do: 'keep' }).expect(303);
    await teacher
      .post(page)
      .form({ do: 'undo', at })
      .expect(409, /a changé depuis/);
    expect(await parts.findOne({ where: { workId: work.id } })).toMatchObject({ answer: word, prepared: 'Mieux' });
  });

  test('when a page shows a correction while it is taken back, what the pupil has read stays', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { work, word } = await corrected([ines]);
      const { at } = await giveAll(work);
      const page = `/works/${work.id}/pupils/${ines}`;
      const [shown, undone] = await Promise.all([
        host.as('pupil').get(page),
        teacher.post(`${page}/give-back`).form({ do: 'undo', at }),
      ]);
      expect(shown.status).toBe(200);
      const wasRead = shown.text.includes(word);
      expect(undone.status).toBe(wasRead ? 409 : 303);
      expect((await host.as('pupil').get(page)).text.includes(word)).toBe(wasRead);
    }
  });

  test('a correction that comes back while files are read for a zip is in it whole, and stays', async () => {
    const { work } = await corrected([ines]);
    const given: { at: string }[] = [];
    const isBack = await showRows(
      () => parts.find({ where: { workId: work.id } }),
      async (rows) => {
        if (given.length === 0) given.push(await giveAll(work));
        return rows.map(({ givenBackAt }) => givenBackAt !== null);
      },
      { db },
    );
    expect(isBack).toEqual([true]);
    const page = `/works/${work.id}/pupils/${ines}/give-back`;
    await teacher
      .post(page)
      .form({ do: 'undo', at: given[0]?.at ?? '' })
      .expect(409);
  });

  test('a correction that was given back while the clock was ahead stands beside the later one', async () => {
    const { work, word } = await corrected([ines]);
    const right = host.clock.now();
    host.clock.set(new Date(right.getTime() + 3_600_000));
    await host.host.clockGuard.heldUntil();
    await giveAll(work);
    const page = `/works/${work.id}/pupils/${ines}`;
    await host.as('pupil').get(page).expect(200, new RegExp(word));
    host.clock.set(new Date(right.getTime() + 60_000));
    await host.host.clockGuard.heldUntil();
    await parts.update({ workId: work.id }, { state: 'handedIn', prepared: 'Encore mieux', ready: 'corrected' });
    await giveAll(work);
    for (const role of ['pupil', 'guardian', 'teacher'] as const) {
      const { text } = await host
        .as(role)
        .get(page)
        .expect(200, /Encore mieux/);
      expect([role, text.includes(word)]).toEqual([role, true]);
    }
  });
});
